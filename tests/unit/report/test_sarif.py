"""SARIF: valid, every side a related location, no line in a fingerprint, limits told."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import many
from told import require
from verify import api
from verify.model.report import Report
from verify.model.span import Span
from verify.report import outcome, schema
from verify.report.build import build
from verify.report.formats import sarif

SCHEMA = Path(__file__).parents[3].parent / "shared" / "schemas" / "sarif-schema-2.1.0.json"


def run_of(report: schema.Report) -> Any:
    (run,) = json.loads(sarif.render(report))["runs"]
    return run


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "limits.md").write_text(
        "# Limits\n\nThe Atlas API accepts 100 requests per minute.\n", encoding="utf-8"
    )
    (tmp_path / "docs" / "faq 𝛼#1.md").write_text(
        "# Questions\n\n𝛼😀 The Atlas API accepts 120 requests per minute.\n", encoding="utf-8"
    )
    return tmp_path


def checked(folder: Path) -> schema.Report:
    return build(api.check([folder], base=folder))


def bare(count: int) -> schema.Report:
    """A report of many findings about nothing, the gravest first."""
    return many.report(
        *(many.finding(number, "error" if number < count // 2 else "warning") for number in range(count))
    )


@pytest.mark.parametrize("kind", ["sample", "empty", "many", "corpus"])
def test_the_schema_holds(kind: str, sample_report: Report, corpus: Path) -> None:
    require(SCHEMA.parent)
    reports = {
        "sample": lambda: build(sample_report),
        "empty": lambda: bare(0),
        "many": lambda: bare(30),
        "corpus": lambda: checked(corpus),
    }
    log = json.loads(sarif.render(reports[kind]()))
    validator = jsonschema.Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert [error.message for error in validator.iter_errors(log)] == []


def test_sarif_tools_reads_it_back(tmp_path: Path, corpus: Path) -> None:
    loader = pytest.importorskip("sarif.loader")
    file = tmp_path / "report.sarif"
    file.write_text(sarif.render(checked(corpus)), encoding="utf-8")
    read = loader.load_sarif_file(str(file))
    assert read.get_distinct_tool_names() == ["claim-verify"]
    (record,) = read.get_records()
    assert (record["Code"], record["Severity"], record["Line"]) == ("V101", "error", 3)
    assert record["Location"].endswith("docs/faq%20%F0%9D%9B%BC%231.md")


def test_every_other_side_is_a_related_location(sample_report: Report) -> None:
    first, second, third = run_of(build(sample_report))["results"]
    assert [each["physicalLocation"]["artifactLocation"]["uri"] for each in first["relatedLocations"]] == [
        "lake/b.txt"
    ]
    assert first["message"]["text"].endswith("\n[lake/b.txt:2:4](1)")
    assert first["relatedLocations"][0]["message"]["text"].startswith("大坝高68米")
    # A finding whose places stand with its claims alone.
    assert [len(one["relatedLocations"]) for one in (second, third)] == [1, 0]


def test_columns_count_code_points(corpus: Path) -> None:
    run = run_of(checked(corpus))
    assert run["columnKind"] == "unicodeCodePoints"
    place = run["results"][0]["locations"][0]["physicalLocation"]
    # 𝛼, 😀 and a space are three code points (five UTF-16 code units): the figure begins at the 26th.
    assert place["region"] == {"startLine": 3, "startColumn": 26, "endLine": 3, "endColumn": 49}
    assert place["artifactLocation"] == {"uri": "docs/faq%20%F0%9D%9B%BC%231.md", "uriBaseId": "%SRCROOT%"}


def test_a_place_over_two_lines_ends_on_the_second(sample_report: Report) -> None:
    first = sample_report.findings[0]
    text = sample_report.documents[0].text
    start = text.index("昨日蓄水")
    place = first.locations[0]._replace(span=Span(start, text.index("总库容") + 3), line=1, column=5)
    findings = (first._replace(locations=(place,)),)
    (result,) = run_of(build(dataclasses.replace(sample_report, findings=findings)))["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    # 镜湖水库|昨日蓄水。 and on the next line 水库总库容|
    assert region == {"startLine": 1, "startColumn": 5, "endLine": 2, "endColumn": 6}


def test_fingerprints_know_no_line_and_no_path(corpus: Path) -> None:
    before = [result["partialFingerprints"] for result in run_of(checked(corpus))["results"]]
    moved = corpus / "docs" / "limits.md"
    text = moved.read_text(encoding="utf-8")
    moved.unlink()
    (corpus / "guide.md").write_text(f"# More\n\nNothing counted here.\n\n{text}", encoding="utf-8")
    after = [result["partialFingerprints"] for result in run_of(checked(corpus))["results"]]
    assert before == after
    assert [list(each) for each in before] == [["claimVerify/v1"]]


def test_rules_hold_the_page_of_their_code(corpus: Path) -> None:
    run = run_of(checked(corpus))
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], rule["shortDescription"]["text"]) == ("V101", "value conflict")
    assert "To silence one" in rule["help"]["text"]
    assert "`ignores`" in rule["help"]["markdown"]
    assert [result["ruleIndex"] for result in run["results"]] == [0]


def test_5000_results_and_how_many_more() -> None:
    run = run_of(bare(5_002))
    assert len(run["results"]) == 5_000
    assert run["results"][-1]["message"]["text"] == "number 4999"
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("and 2 more findings")
    assert run_of(bare(5_000))["invocations"][0]["toolExecutionNotifications"] == []


def test_what_is_not_shown_is_told(sample_report: Report) -> None:
    shown = outcome.judged(build(sample_report), fail_on="error", show="error")
    notes = run_of(shown)["invocations"][0]["toolExecutionNotifications"]
    assert notes[0]["message"]["text"] == "1 error; 1 warning and 1 note not shown (--show note)"


def test_a_baseline_and_suppressions() -> None:
    report = bare(3)
    first, second, third = report.findings
    states = (
        first,
        second.model_copy(update={"state": "baseline"}),
        third.model_copy(update={"state": "suppressed", "suppression": many.SUPPRESSION}),
    )
    results = run_of(report.model_copy(update={"findings": states}))["results"]
    assert [each["baselineState"] for each in results] == ["new", "unchanged", "new"]
    # Of several results either all have the property or none (section 3.27.23).
    assert [each["suppressions"] for each in results[:2]] == [[], []]
    assert results[2]["suppressions"] == [
        {
            "kind": "inSource",
            "status": "accepted",
            "justification": "agreed with the press office (a.md:3:1, until 2027-03-31)",
        }
    ]
    assert "baselineState" not in run_of(report)["results"][0]


def test_an_unread_document_is_no_success(sample_report: Report) -> None:
    report = build(sample_report)
    assert run_of(report)["invocations"][0]["executionSuccessful"] is True
    issue = many.UNREAD
    assert (
        run_of(report.model_copy(update={"issues": (issue,)}))["invocations"][0]["executionSuccessful"]
        is False
    )


def test_100_places_and_how_many_more() -> None:
    (result,) = run_of(many.report(many.finding(1, locations=many.places(103))))["results"]
    assert len(result["locations"]) + len(result["relatedLocations"]) == 100
    assert result["message"]["text"].endswith("\n[a.md:100:1](99)\nand 3 more places")


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("[click](https://example.org)", r"\[click\](https://example.org)"),
        ("{0} of {1}", "{{0}} of {{1}}"),
        ("[67.5, 68.5) do not meet", "[67.5, 68.5) do not meet"),
    ],
)
def test_no_link_and_no_placeholder_in_a_message(words: str, escaped: str) -> None:
    report = bare(1)
    finding = report.findings[0].model_copy(update={"message": words})
    (result,) = run_of(report.model_copy(update={"findings": (finding,)}))["results"]
    assert result["message"]["text"] == escaped


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("a:b/c.md", {"uri": "a%3Ab/c.md", "uriBaseId": "%SRCROOT%"}),
        ("../up.md", {"uri": "../up.md", "uriBaseId": "%SRCROOT%"}),
        ("/elsewhere/a b.md", {"uri": "file:///elsewhere/a%20b.md"}),
        ("caf\udce9.md", {"uri": "caf%E9.md", "uriBaseId": "%SRCROOT%"}),
        ("\ud800.md", {"uri": "%5Cud800.md", "uriBaseId": "%SRCROOT%"}),
    ],
    ids=["colon", "above", "absolute", "not UTF-8", "lone surrogate"],  # which a test's name cannot hold
)
def test_paths_become_uris(path: str, place: dict[str, str], sample_report: Report) -> None:
    report = build(sample_report)
    sources = tuple(source.model_copy(update={"path": path}) for source in report.sources)
    results = run_of(report.model_copy(update={"sources": sources}))["results"]
    assert results[0]["locations"][0]["physicalLocation"]["artifactLocation"] == place
