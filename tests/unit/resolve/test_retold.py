"""Figures that two documents tell in words which nothing joins."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import yaml

from verify.model.claim import Confidence
from verify.model.finding import Severity
from verify.model.group import Verdict
from verify.report.build import build
from verify.report.explain import explain
from worded import checked, told, verdict

TABLE = yaml.safe_load(Path(__file__).with_name("retold.yaml").read_text(encoding="utf-8"))
JOINTLY = yaml.safe_load(Path(__file__).with_name("jointly.yaml").read_text(encoding="utf-8"))
SLIPPED = yaml.safe_load(Path(__file__).with_name("slipped.yaml").read_text(encoding="utf-8"))
TOWER, HIGH = "霁云大桥主塔高{}米。", "The Jiyun Bridge (霁云大桥) is {} metres high."


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row['a']} {row['b']}")
def test_one_number_in_two_ways(row: dict[str, Any], tmp_path: Path) -> None:
    report = checked(tmp_path, row["a"], row["b"])
    assert verdict(report, *row["quotes"]) == row.get("verdict")


@pytest.mark.parametrize("row", JOINTLY, ids=lambda row: f"{row['a']} {row['b']}")
def test_one_number_of_two_things(row: dict[str, Any], tmp_path: Path) -> None:
    report = checked(tmp_path, row["a"], row["b"])
    assert verdict(report, *row["quotes"]) == row.get("verdict")


@pytest.mark.parametrize("row", SLIPPED, ids=lambda row: f"{row['a']} {row['b']}")
def test_nearly_one_number_in_two_ways(row: dict[str, Any], tmp_path: Path) -> None:
    report = checked(tmp_path, row["a"], row["b"])
    assert verdict(report, *row["quotes"]) == row.get("verdict")


def test_a_figure_that_slipped_is_never_an_error_and_tells_why(tmp_path: Path) -> None:
    report = checked(tmp_path, "霁云缆车票价126元。", "The Jiyun Cableway (霁云缆车) is priced at 162 yuan.")
    (group,) = (group for group in report.groups if group.verdict is Verdict.CONFLICT)
    assert "tells the same in other words, nearly the same digits say" in group.explanation
    assert {finding.severity for finding in report.findings if finding.code == "V101"} == {Severity.WARNING}


def test_what_documents_tell_differently_is_not_moved(tmp_path: Path) -> None:
    """Where the other thing's number agrees with one of two that contradict each other, it joins these."""
    maker = "# 远岸船厂签下大单\n\n远岸船厂5月3日与汐湾轮渡公司签约，合同金额4.86亿元。"
    ferry = "# 汐湾轮渡公司添新船\n\n汐湾轮渡公司向远岸船厂订船，合同金额{}亿元。"
    without = checked(tmp_path / "without", ferry.format("4.86"), ferry.format("5.26"))
    report = checked(tmp_path / "with", ferry.format("4.86"), ferry.format("5.26"), maker)
    for one in (without, report):
        assert Verdict.CONFLICT in {group.verdict for group in one.groups}


def test_what_was_joined_is_doubtful_and_tells_why(tmp_path: Path) -> None:
    report = checked(tmp_path, TOWER.format(246), HIGH.format(246))
    one, other = told(report, "246米"), told(report, "246 metres")
    assert one.qualifiers.scope == other.qualifiers.scope
    assert {one.confidence, other.confidence} == {Confidence.HIGH, Confidence.LOW}
    doubtful = one if one.confidence is Confidence.LOW else other
    text = explain(build(report), doubtful.id)
    assert text is not None
    assert "from the other documents, by figures in common" in text


def test_a_document_that_tells_a_number_in_both_ways_tells_them_apart(tmp_path: Path) -> None:
    report = checked(tmp_path, HIGH.format(246), "霁云大桥高246米，主塔高246米。")
    first, tower = (claim for claim in report.claims if claim.source_id.endswith("b.md"))
    groups = [{one for cluster in group.clusters for one in cluster.claim_ids} for group in report.groups]
    assert not any({first.id, tower.id} <= ids for ids in groups)


def test_no_order_of_the_documents_matters(tmp_path: Path) -> None:
    for number, texts in enumerate(permutations((TOWER.format(246), HIGH.format(246), TOWER.format(246)))):
        report = checked(tmp_path / str(number), *texts)
        assert [group.verdict for group in report.groups] == [Verdict.AGREEMENT]


def test_it_never_makes_a_conflict(tmp_path: Path) -> None:
    """Where documents differ in the other's words, it stands beside the one that it agrees with."""
    texts = TOWER.format(246), HIGH.format(246), HIGH.format(264)
    report, without = checked(tmp_path / "with", *texts), checked(tmp_path / "without", *texts[1:])
    assert [group.verdict for group in report.groups] == [Verdict.CONFLICT]
    assert [group.verdict for group in without.groups] == [Verdict.CONFLICT]
    first, tower = told(report, "246 metres"), told(report, "246米")
    assert any({first.id, tower.id} <= {*cluster.claim_ids} for cluster in report.groups[0].clusters)


@pytest.mark.parametrize("digits", ["246", "2466", "24.66"])
def test_another_digit_parts_them_again(digits: str, tmp_path: Path) -> None:
    same = checked(tmp_path / "same", TOWER.format(digits), HIGH.format(digits))
    other = checked(tmp_path / "other", TOWER.format(digits), HIGH.format(digits[:-1] + "9"))
    assert [group.verdict for group in same.groups] == [Verdict.AGREEMENT]
    assert [group.verdict for group in other.groups] == [Verdict.SINGLE] * 2
