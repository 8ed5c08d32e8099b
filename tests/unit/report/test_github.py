"""Workflow commands: escaped, ten of a kind, the rest as text."""

from __future__ import annotations

import re

import pytest

import many
from verify.model.report import Report
from verify.report.build import build
from verify.report.formats import github


def test_an_annotation_tells_every_side(sample_report: Report) -> None:
    lines = github.render(build(sample_report)).splitlines()
    assert lines[0] == (
        "::error file=lake/a.txt,line=2,endLine=2,col=16,endColumn=19,title=V101::"
        "height of 镜湖水库: 86米 against 68米"
        "%0Alake/a.txt:2:16: 水库总库容3.2亿立方米，坝高86米，总投资约25亿元，是全省最大的水库之一。"
        "%0Alake/b.txt:2:4: 大坝高68米，投资<b>21亿元</b>，2021年5月8日蓄水。"
    )
    assert [line.split()[0] for line in lines[:3]] == ["::error", "::warning", "::notice"]
    assert lines[-1].startswith("3 sources, 11 claims")


def test_ten_of_a_kind_and_how_many_more() -> None:
    errors = [many.finding(number) for number in range(12)]
    notes = [many.finding(20 + number, "note") for number in range(10)]
    lines = github.render(many.report(*errors, *notes)).splitlines()
    assert sum(line.startswith("::error ") for line in lines) == 10
    assert sum(line.startswith("::notice ") for line in lines) == 10
    assert lines[9].endswith("::number 9%0Aand 2 more of the kind error, in the log of this step")
    assert lines[10] == "and 2 more of the kind error, below"
    assert [line for line in lines if line.startswith("error[")] == [
        "error[V101] number 10",
        "error[V101] number 11",
    ]


def test_known_findings_are_not_annotated() -> None:
    told = github.render(many.report(many.finding(1, state="baseline"), many.finding(2, state="suppressed")))
    assert "::" not in told


def test_an_unread_document_is_an_error() -> None:
    told = github.render(many.report(*(many.finding(number) for number in range(10)), issues=(many.UNREAD,)))
    assert told.startswith(
        "::error file=b.md,title=not read%3A unreadable::cannot be read: permission denied\n"
    )
    assert len(re.findall("^::error ", told, re.MULTILINE)) == 10
    assert "\nand 1 more of the kind error, below\n" in told


def test_unread_documents_come_before_errors_and_count_with_them() -> None:
    issues = tuple(many.UNREAD.model_copy(update={"source_id": f"{number}.md"}) for number in range(11))
    lines = github.render(many.report(many.finding(1), issues=issues)).splitlines()
    assert [line.startswith("::error file=") for line in lines[:11]] == [True] * 10 + [False]
    assert lines[9].endswith("permission denied%0Aand 2 more of the kind error, in the log of this step")
    assert "%0Aand" not in lines[8]
    assert lines[10] == "and 2 more of the kind error, below"
    assert "10.md: issue[unreadable] cannot be read: permission denied" in lines


@pytest.mark.parametrize(
    ("message", "escaped"),
    [
        ("50% of it", "50%25 of it"),
        ("a%0Ab", "a%250Ab"),
        ("a\r\nb", "a␍␊b"),
        ("a::error::b", "a::error::b"),
    ],
)
def test_a_message_is_escaped(message: str, escaped: str) -> None:
    (line, *_) = github.render(many.report(many.finding(1, message=message))).splitlines()
    assert line == f"::error title=V101::{escaped}"


def test_a_path_is_escaped() -> None:
    report = many.report(many.finding(1, locations=many.places(1)))
    (source,) = report.sources
    named = source.model_copy(update={"path": "a,line=9::b%\n.md"})
    (line, *_) = github.render(report.model_copy(update={"sources": (named,)})).splitlines()
    assert line.startswith("::error file=a%2Cline=9%3A%3Ab%25␊.md,line=1,")


def test_a_finding_with_many_sides_counts_them() -> None:
    (line, *_) = github.render(many.report(many.finding(1, locations=many.places(25)))).splitlines()
    assert line.endswith("%0Aa.md:20:1: %0Aand 5 more places")
