"""The derivation of one judgement, from ``report.json`` alone."""

from __future__ import annotations

import pytest

from verify.model.report import Report
from verify.report import schema
from verify.report.build import build
from verify.report.explain import explain
from verify.report.formats import json_


@pytest.fixture
def report(sample_report: Report) -> schema.Report:
    return schema.Report.model_validate_json(json_.render(build(sample_report)))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            "f1",
            [
                "error[V101]",
                "“86米” and “68米”: conflict, line 8 of the ladder (gap 20.9%",
                "digits swapped",
                "坝高86米",
            ],
        ),
        ("f2", ["warning[V102]", "possible conflict, line 7 of the ladder (gap 16%", "stated: designed"]),
        (
            "g1",
            [
                "agreement: 镜湖水库 · capacity",
                "3 documents, 2 origins, which share a release",
                "3.2亿 = 3.2 × 10⁸",
            ],
        ),
        ("g4", ["not compared: “48平方公里” (省报) and “320 million m³” (Coast <Times>): another property"]),
        ("g5", ["unresolved", "5月8日 (unresolved)"]),
        (
            "lake/a.txt:2:6",
            [
                "“3.2亿立方米” = 3.2 × 10⁸ meter³",
                "attribute: capacity, from the clause, by 总库容",
                "group g1",
            ],
        ),
        ("lake/a.txt:2:12", ["“3.2亿立方米”"]),
    ],
)
def test_explain(report: schema.Report, asked: str, told: list[str]) -> None:
    explained = explain(report, asked) or ""
    assert [words for words in told if words not in explained] == []


@pytest.mark.parametrize("asked", ["f9", "V101", "lake/a.txt:2:13", "lake/a.txt:1:6", "other.txt:2:6", ""])
def test_nothing_of_that_name(report: schema.Report, asked: str) -> None:
    assert explain(report, asked) is None
