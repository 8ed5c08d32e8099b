"""Attributes that documents tell in their own words, in two languages: which are one."""

from __future__ import annotations

import subprocess
import sys
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import yaml

from verify.model.claim import Confidence
from verify.model.group import Verdict
from verify.report.build import build
from verify.report.explain import explain
from worded import checked, told, verdict

TABLE = yaml.safe_load(Path(__file__).with_name("wordings.yaml").read_text(encoding="utf-8"))
CHINESE, ENGLISH = "云崖博物馆有手镯126件。", "The Yunya Museum (云崖博物馆) has {} bracelets."


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["en"])
def test_words_in_two_languages(row: dict[str, Any], tmp_path: Path) -> None:
    report = checked(tmp_path, row["zh"], row["en"])
    assert verdict(report, *row["quotes"]) == row.get("verdict")


def test_no_order_of_the_documents_matters(tmp_path: Path) -> None:
    for number, texts in enumerate(permutations((CHINESE, ENGLISH.format(162), f"据介绍，{CHINESE}"))):
        report = checked(tmp_path / str(number), *texts)
        assert [group.verdict for group in report.groups] == [Verdict.CONFLICT]


def test_a_claim_tells_why(tmp_path: Path) -> None:
    report = checked(tmp_path, CHINESE, ENGLISH.format(162))
    claim = told(report, "162")
    assert claim.confidence is Confidence.MEDIUM
    text = explain(build(report), claim.id)
    assert text is not None
    assert "attribute: 手镯 means bracelets, from the dictionary, by CC-CEDICT" in text


def test_growth_is_no_level(tmp_path: Path) -> None:
    report = checked(
        tmp_path, "青石铜矿的品位提高12%。", "The Qingshi copper mine (青石铜矿) has a grade of 12%."
    )
    assert verdict(report, "12%") is Verdict.SINGLE


def test_one_language_reads_no_dictionary(tmp_path: Path) -> None:
    code = (
        "import sys; from verify import api; from verify.lang import cedict; api.check([sys.argv[1]]);"
        "print(cedict._cedict.cache_info().currsize)"
    )
    for texts, read in (((CHINESE, CHINESE), "0"), ((CHINESE, ENGLISH.format(126)), "1")):
        checked(tmp_path / read, *texts)
        done = subprocess.run(
            [sys.executable, "-c", code, tmp_path / read], capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == read
