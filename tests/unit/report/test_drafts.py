"""How drafts are shown: each figure marked in its text, with what the sources say of it."""

from __future__ import annotations

import re

import pytest

from checked import drafted
from verify.report.build import build
from verify.report.drafts import left_out
from verify.report.formats import find
from verify.report.schema import Report

TEXT = "青松大桥全长65公里，投资<30亿元，宽20米。"


@pytest.fixture(scope="module")
def report() -> Report:
    return build(drafted(TEXT, "青松大桥全长55公里，投资不到30亿元。", "白鹭大桥全长7公里。"))


def test_report_json_holds_every_figure(report: Report) -> None:
    found = [(one.quote, one.status, one.origins) for one in report.drafts]
    assert found == [
        ("65公里", "contradicted", 0),
        ("<30亿元", "single-source", 1),
        ("20米", "unsupported", 0),
    ]
    first, _, last = report.drafts
    assert (first.span.start, first.span.end, first.span.line, first.span.column) == (6, 10, 1, 7)
    assert [one.relation for one in first.witnesses] == ["conflict"]
    assert first.group_id in {group.id for group in report.groups}
    assert last.group_id is None
    assert [source.draft for source in report.sources] == [True, False, False]


def test_the_terminal_underlines_each_figure(report: Report) -> None:
    lines = str(find("text").render(report)).splitlines()
    assert lines[0] == "0.txt:1:7: 65公里: contradicted by 1.txt:1:7 (55公里)"
    assert lines[1] == f"    {TEXT}"
    assert lines[2] == "                ~~~~~~"  # 4 and six wide characters; two digits and two wide
    assert lines[-1] == (
        "1 draft against 2 sources, 3 figures: 1 single-source, 1 contradicted and 1 unsupported."
    )


def test_the_page_underlines_by_state(report: Report) -> None:
    page = str(find("html").render(report))
    marked = re.findall(r'<ins class="([a-z-]+)" title="[^"]*"><bdi>([^<]*)</bdi>', page)
    assert marked == [("contradicted", "65公里"), ("single-source", "&lt;30亿元"), ("unsupported", "20米")]
    assert "白鹭大桥" not in page.split('id="sources"', maxsplit=1)[0]
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets <= set(re.findall(r'id="([^"]+)"', page))


def test_markdown_marks_each_figure(report: Report) -> None:
    page = str(find("report").render(report))
    assert (
        "> 青松大桥全长**65公里** (1, contradicted)，投资**\\<30亿元** (2, single-source)，宽**20米**" in page
    )
    assert "| 3 | 20米 | unsupported: found in no source | 0.txt:1:21 |" in page


def test_what_is_left_out_is_told_on_request_alone(report: Report) -> None:
    assert "left out" not in str(find("text").render(report))
    asked = report.model_copy(update={"left_out": left_out(report)})
    told = [line for line in str(find("text").render(asked)).splitlines() if line.startswith("left out")]
    assert told == ["left out: 白鹭大桥 · length: 7公里 (2.txt:1:7)"]
    for name in ("html", "report", "markdown"):
        assert "白鹭大桥 · length: 7公里" in str(find(name).render(asked))


def test_a_figure_with_another_inside_is_marked_once() -> None:
    """A rank that holds a date, or a figure: both are listed, the text is whole."""
    text = "青松大桥是2021年以来全国首座海底隧道，全长55公里。"
    report = build(drafted(text, "白鹭大桥全长7公里。"))
    page = str(find("report").render(report))
    (shown,) = [line for line in page.splitlines() if line.startswith("> ")]
    assert re.sub(r"\*\*| \(\d+, [a-z-]+\)", "", shown) == f"> {text}"


def test_report_json_can_be_read_back(report: Report) -> None:
    again = Report.model_validate_json(find("json").render(report))
    assert again.drafts == report.drafts
