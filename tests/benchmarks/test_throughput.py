"""The timing script runs through, and what its parts count is one and the same corpus.  Never a time."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from scripts import script

SIZE = 20_000
SEED = 7
LEAST_DENSITY, MOST_DENSITY = 4, 12
"""Figures a kilobyte of text; the seeds have seven to ten."""


@pytest.fixture(scope="module")
def measured() -> Any:
    return script("throughput").measure(SIZE, SEED)


def test_the_corpus_is_as_large_as_asked_and_the_same_for_a_seed(tmp_path: Path) -> None:
    texts = []
    for name, seed in (("one", SEED), ("again", SEED), ("other", SEED + 1)):
        (tmp_path / name).mkdir()
        script("articles").write(tmp_path / name, SIZE, seed)
        texts.append([path.read_bytes() for path in sorted((tmp_path / name).iterdir())])
    assert texts[0] == texts[1]
    assert texts[0] != texts[2]
    assert sum(map(len, texts[0][:-1])) < SIZE <= sum(map(len, texts[0]))


def test_extraction_alone_finds_what_the_whole_run_reports(measured: Any) -> None:
    report = measured.report
    assert measured.documents == len(report.documents) == len(measured.extractions)
    assert sorted(claim.quote for found in measured.extractions for claim in found.claims) == sorted(
        claim.quote for claim in report.claims
    )
    assert [len(found.mentions) for found in measured.extractions] == [
        census.figures for census in report.census
    ]


def test_the_scanner_alone_finds_the_figures_of_the_census(measured: Any) -> None:
    assert measured.scanned == sum(census.figures for census in measured.report.census)


def test_figures_are_as_dense_as_in_the_seeds_and_most_state_something(measured: Any) -> None:
    assert LEAST_DENSITY < measured.scanned / measured.megabytes / 1000 < MOST_DENSITY
    assert len(measured.report.claims) > measured.scanned / 4


def test_the_table_has_a_row_for_each_part_and_counts_in_the_first(measured: Any) -> None:
    rows = re.findall(
        r"^\| (\S.*?) \| [\d.]+ \| [\d.]+ \| ([\d.]+) \|$", script("throughput").table(measured), re.M
    )
    assert [name for name, _ in rows] == list(measured.seconds)
    assert rows[0] == ("`jieba.cut`", "1.000")
    assert len(rows) == 5


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (5, "五"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (2003, "二千零三"),
        (9000, "九千"),
        (10000, "10000"),
    ],
)
def test_numbers_in_words(number: int, told: str) -> None:
    assert script("articles")._han(number) == told
