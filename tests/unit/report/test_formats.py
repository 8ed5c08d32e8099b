"""Every output format, found by scanning the folder."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import io
import re

import pytest

from verify.errors import UsageError
from verify.model.entity import Entity
from verify.model.finding import State, Suppression
from verify.model.report import MARKED, MARKER, Report, is_own_output
from verify.report import build as build_module
from verify.report import outcome
from verify.report.build import build
from verify.report.formats import brief, csv_, find, formats, html, text
from verify.report.formats import report as report_md
from verify.report.write import encoded


def test_the_formats_of_the_contract() -> None:
    assert set(formats()) >= {"text", "json", "sarif", "junit", "github", "gitlab", "markdown", "html"}
    written = {f"{item.STEM}{item.SUFFIX}" for item in formats().values() if item.STEM}
    # A file that a run writes is a promise to other programs: name a new one here, and in the README.
    assert written == {"report.json", "mentions.jsonl", "report.html", "report.md", "claims.csv"}


@pytest.mark.parametrize("name", formats())
def test_same_report_same_bytes(name: str, sample_report: Report) -> None:
    first = formats()[name].render(build(sample_report))
    assert first == formats()[name].render(build(sample_report))
    assert isinstance(first, bytes) or first.endswith("\n")


@pytest.mark.parametrize("name", [name for name, item in formats().items() if brief(item)])
@pytest.mark.parametrize("show", outcome.LEVELS)
def test_who_tells_findings_alone_needs_no_more(
    name: str, show: outcome.Level, sample_report: Report
) -> None:
    whole, alone = (
        outcome.judged(made, fail_on="error", show=show)
        for made in (build(sample_report), build_module.brief(sample_report, show))
    )
    assert len(alone.claims) < len(whole.claims) or show == "note"
    assert formats()[name].render(alone) == formats()[name].render(whole)


@pytest.mark.parametrize("name", [name for name, item in formats().items() if item.STEM])
def test_what_a_run_writes_is_known_as_our_own(name: str, sample_report: Report) -> None:
    told = encoded(formats()[name].render(build(sample_report))).decode()
    assert is_own_output(told), f"{name}: put MARKER near the head, or let is_own_output know how it begins"


@pytest.mark.parametrize("name", ["json", "report", "markdown", "html"])
def test_the_marker_stands_near_the_head(name: str, sample_report: Report) -> None:
    assert MARKER in encoded(formats()[name].render(build(sample_report))).decode()[:MARKED]


@pytest.mark.parametrize("name", ["text", "github"])
@pytest.mark.parametrize("found", [True, False])
def test_findings_kept_in_a_file_are_known_as_our_own(name: str, found: bool, sample_report: Report) -> None:
    report = sample_report if found else dataclasses.replace(sample_report, findings=(), issues=())
    assert is_own_output(str(formats()[name].render(build(report))))


@pytest.mark.parametrize(
    "head",
    [
        "draft.md:1:17: 3000平方米: contradicted by b.txt:16:184 (2000平方米)\n",
        "1 draft against 5 sources, 2 figures: 1 single-source and 1 contradicted.\n",
        "a.md:3:1: issue[no-date] no date of publication\n",
        "left out: 白鹭大桥 · length: 7公里 (2.txt:1:7)\n",
    ],
)
def test_so_are_figures_of_a_draft_and_issues(head: str) -> None:
    assert is_own_output(head)


@pytest.mark.parametrize(
    "head", ['{"id": "1", "text": "55 km"}', "claim,value\n1,2", "镜湖水库", "", "error: a", "12 sources: b"]
)
def test_sources_are_not_taken_for_our_own(head: str) -> None:
    assert not is_own_output(head)


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"no output format 'pdf'; there are csv, github, gitlab, html"):
        find("pdf")


def test_text_is_laid_out_as_a_compiler_does(sample_report: Report) -> None:
    lines = text.render(build(sample_report)).splitlines()
    assert lines[0] == "lake/a.txt:2:16: error[V101] height of 镜湖水库: 86米 against 68米"
    assert lines[2].startswith("    lake/b.txt:2:4: 大坝高68米")
    assert "lake/a.txt:2:23: warning[V102] cost" in "\n".join(lines)
    assert lines[-1] == (
        "3 sources, 11 claims: 1 agreement, 1 conflict, 1 possible conflict and 2 single-source facts."
    )


def test_the_summary_of_a_run_leaves_notes_out(sample_report: Report) -> None:
    told = text.summary(build(sample_report))
    assert "V102" in told
    assert "V201" not in told


@pytest.mark.parametrize(
    ("cell", "harmless"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd", "'+cmd"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("＝1+1", "'＝1+1"),
        ("-2", "-2"),
        ("-2.50", "-2.50"),
        ("-2/3", "-2/3"),
        ("1+1", "1+1"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(cell: str, harmless: str) -> None:
    assert csv_.harmless(cell) == harmless


def test_claims_csv(sample_report: Report) -> None:
    entity = Entity("jinghu", "=cmd|'/c calc'!A1")
    rows = list(
        csv.DictReader(
            io.StringIO(csv_.render(build(dataclasses.replace(sample_report, entities=(entity,)))))
        )
    )
    assert len(rows) == 11
    assert rows[0]["entity"] == "'=cmd|'/c calc'!A1"
    assert (rows[0]["base_number"], rows[0]["base_unit"], rows[0]["verdict"]) == (
        "320000000",
        "meter**3",
        "agreement",
    )
    assert rows[10]["verdict"] == "single-source"
    assert rows[4]["number"] == ""


def test_html_needs_nothing_from_outside(sample_report: Report) -> None:
    told = html.render(build(sample_report))
    assert re.search(
        r"default-src 'none'; base-uri 'none'; form-action 'none'; "
        r"style-src 'sha256-[^']+'; script-src 'sha256-[^']+'\"",
        told.replace("&#39;", "'"),
    )
    assert not re.search(r"https?:|<script [^>]|<link|<img|@import|url\(| style=", told)
    assert told.count("<script>") == told.count("<style>") == 1


def test_html_escapes_what_the_sources_say(sample_report: Report) -> None:
    told = html.render(build(sample_report))
    assert "Coast &lt;Times&gt;" in told
    assert "<Times>" not in told
    assert "投资&lt;b&gt;<mark>21亿元</mark>&lt;/b&gt;" in told


def test_html_tells_conflicts_first_and_counts_origins(sample_report: Report) -> None:
    told = html.render(build(sample_report))
    order = [
        told.index(f'id="{verdict}"')
        for verdict in ("conflict", "possible-conflict", "agreement", "single-source")
    ]
    assert order == sorted(order)
    assert "3 documents, 2 origins, which share a release" in told
    assert "1 document, 1 origin" not in told
    assert '<p class="value"><bdi>320 million m³</bdi> <span class="soft">= 3.2亿立方米</span>' in told


def test_every_link_inside_the_page_has_its_target(sample_report: Report) -> None:
    told = html.render(build(sample_report))
    assert set(re.findall(r'href="#([^"]+)"', told)) <= set(re.findall(r'id="([^"]+)"', told))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("**bold** [x](y)", r"\*\*bold\*\* \[x\](y)"),
        ("a | b\nc", r"a \| b c"),
        ("<b>&amp;", r"\<b\>\&amp;"),
        ("- [ ] a - b", r"\- \[ \] a - b"),
        ("12. a", r"12\. a"),
        ("-5 to 1.5", "-5 to 1.5"),
        ("---", r"\---"),
        ("@octocat a@b.org", "@<!-- -->octocat a@<!-- -->b.org"),
        ("#1, GH-1 and !1", r"\#<!-- -->1, GH<!-- -->-1 and !<!-- -->1"),
        ("https://a.org www.b.org", "https<!-- -->://a.org www<!-- -->.b.org"),
        ("$9 a month", "$9 a month"),
        (r"$\href{x}{y}$", r"$<!-- -->\\href{x}{y}$"),
    ],
)
def test_markdown_shows_quotations_as_they_are(words: str, told: str) -> None:
    assert report_md.plain(words) == told


def test_markdown_marks_the_figure(sample_report: Report) -> None:
    told = report_md.render(build(sample_report))
    assert "坝高**86米**，" in told
    assert "**3 documents, 2 origins, which share a release**" in told


def test_markdown_tells_what_is_not_to_be_acted_on(sample_report: Report) -> None:
    first, second, third = sample_report.findings
    excuse = Suppression("a slip of the pen", dt.date(2027, 3, 31), "lake/a.txt:1:1", in_document=True)
    findings = (
        first._replace(state=State.SUPPRESSED, suppression=excuse),
        second._replace(state=State.BASELINE),
        third,
    )
    told = report_md.render(build(dataclasses.replace(sample_report, findings=findings)))
    assert "error V101 (`f1`), suppressed until 2027-03-31: a slip of the pen (lake/a.txt:1:1)" in told
    assert "warning V102 (`f2`), known before" in told


@pytest.mark.parametrize("name", formats())
def test_an_empty_report_is_told(name: str) -> None:
    encoded(formats()[name].render(build(Report((), (), (), (), (), (), (), (), ()))))


@pytest.mark.parametrize(
    ("state", "until", "told"),
    [
        (State.NEW, None, ""),
        (State.BASELINE, None, ", known before"),
        (State.SUPPRESSED, dt.date(2027, 3, 31), ", suppressed until 2027-03-31: rounded (a.md:3:1)"),
        (State.SUPPRESSED, None, ", suppressed: rounded (a.md:3:1)"),
    ],
)
def test_pages_say_why_a_finding_is_none_to_act_on(
    sample_report: Report, state: State, until: dt.date | None, told: str
) -> None:
    excuse = Suppression("rounded", until, "a.md:3:1", in_document=True)
    findings = tuple(
        one._replace(state=state, suppression=excuse if state is State.SUPPRESSED else None)
        for one in sample_report.findings
    )
    report = build(dataclasses.replace(sample_report, findings=findings))
    for form in (html, report_md):
        shown = re.sub(r"<!-- ?-->|\\", "", form.render(report))
        assert told in shown if told else ", suppressed" not in shown
    last = text.summary(report).splitlines()[-1]
    assert (last == "3 suppressed") is (state is State.SUPPRESSED)


def test_the_report_in_pieces_is_the_report_in_one(sample_report: Report) -> None:
    nothing = Report((), (), (), (), (), (), (), (), ())
    for report in (build(sample_report), build(nothing)):
        assert formats()["json"].render(report) == report.model_dump_json(indent=1) + "\n"
