"""A Code Quality report: the fields that GitLab reads, and every other side."""

from __future__ import annotations

import json
from typing import Any

import pytest

import many
from verify.model.report import Report
from verify.report import schema
from verify.report.build import build
from verify.report.formats import gitlab


def problems(report: schema.Report) -> list[dict[str, Any]]:
    return list(json.loads(gitlab.render(report)))


def test_the_fields_that_gitlab_reads(sample_report: Report) -> None:
    first = problems(build(sample_report))[0]
    assert first == {
        "description": "height of 镜湖水库: 86米 against 68米; see lake/b.txt:2:4",
        "check_name": "V101",
        "fingerprint": "f1",
        "severity": "critical",
        "location": {"path": "lake/a.txt", "lines": {"begin": 2, "end": 2}},
        "other_locations": [{"path": "lake/b.txt", "lines": {"begin": 2, "end": 2}}],
        "content": {
            "body": "水库总库容3.2亿立方米，坝高86米，总投资约25亿元，是全省最大的水库之一。"
            "; 大坝高68米，投资<b>21亿元</b>，2021年5月8日蓄水。"
        },
    }


@pytest.mark.parametrize(
    ("severity", "told"), [("error", "critical"), ("warning", "major"), ("note", "info")]
)
def test_severities(severity: str, told: str) -> None:
    assert [each["severity"] for each in problems(many.report(many.finding(1, severity)))] == [told]


def test_known_findings_are_left_out() -> None:
    assert problems(many.report(many.finding(1, state="baseline"), many.finding(2, state="suppressed"))) == []


def test_an_unread_document_is_a_problem() -> None:
    (first,) = problems(many.report(issues=(many.UNREAD,)))
    assert (first["location"]["path"], first["check_name"], first["severity"]) == (
        "b.md",
        "unreadable",
        "critical",
    )
