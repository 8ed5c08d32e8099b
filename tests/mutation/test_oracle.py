"""The oracle against the page's own worked pairs, so that it may judge the program."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from figures import figure
from oracle import ladder, number
from oracle_dates import Days, date, dates

LADDER = Path(__file__).parents[3] / "shared" / "corpora" / "ladder.yaml"
PAIRS = yaml.safe_load(LADDER.read_text("utf-8")) if LADDER.is_file() else []


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['a']} | {pair['b']}")
def test_the_worked_pairs_stand_on_their_lines(pair):
    values = []
    for text in (pair["a"], pair["b"]):
        found = figure(text)
        assert found is not None, text
        values.append(replace(found.value, exact=pair.get("exact", False)))
    assert ladder(*values) == ladder(*reversed(values)) == pair["line"]


@pytest.mark.parametrize(
    ("text", "x", "u", "p", "w"),
    [
        ("374亿亿", "3740000000000000000", "1e16", "1e16", "1e16"),
        ("13万", "130000", "1e4", "1e4", "1e4"),
        ("10.51万", "105100", "100", "100", "100"),
        ("35.0万", "350000", "1000", "1000", "1000"),
        ("三百二十", "320", "1", "10", "10"),
        ("五千", "5000", "1", "1000", "100"),
        ("6千", "6000", "1000", "1000", "1000"),
        ("1200亿", "120000000000", "1e8", "1e10", "1e10"),
        ("1200", "1200", "1", "100", "100"),
        ("100", "100", "1", "100", "10"),
        ("5000", "5000", "1", "1000", "100"),
        ("3万", "30000", "1e4", "1e4", "1e4"),
        ("1,490,000", "1490000", "1", "1e4", "1e4"),
        ("０.１３", "0.13", "0.01", "0.01", "0.01"),
    ],
)
def test_a_numeral_has_the_units_of_the_page(text, x, u, p, w):
    read = number(text)
    assert [read.x, read.u, read.p, read.w] == [Fraction(worth) for worth in (x, u, p, w)]


ARTICLE = dt.date(2022, 4, 29)


@pytest.mark.parametrize(
    ("text", "published", "first", "last"),
    [
        ("4月29日", ARTICLE, "2022-04-29", "2022-04-29"),
        ("12月28日", dt.date(2022, 1, 26), "2021-12-28", "2021-12-28"),
        ("7月", ARTICLE, "2022-07-01", "2022-07-31"),
        ("9月", ARTICLE, "2021-09-01", "2021-09-30"),
        ("昨天", ARTICLE, "2022-04-28", "2022-04-28"),
        ("去年", ARTICLE, "2021-01-01", "2021-12-31"),
        ("去年底", ARTICLE, "2021-11-01", "2021-12-31"),
        ("2022 年初", ARTICLE, "2022-01-01", "2022-02-28"),
        ("2025年前后", None, "2024-01-01", "2026-12-31"),
        ("2020年7月前后", None, "2020-06-01", "2020-08-31"),
    ],
)
def test_a_date_is_the_days_that_it_names(text, published, first, last):
    found = date(text, published)
    assert found is not None
    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize(
    ("a", "b", "line"),
    [
        ("1月24日", "1月24日", 1),
        ("1月24日", "2022年1月24日", 2),
        ("1月24日", "2022年1月", 3),
        ("2025年前后", "2024年", 3),
        ("2025年前后", "2026年前后", 6),
        ("1月24日", "1月25日", 8),
    ],
)
def test_two_dates_stand_on_the_line_of_the_page(a, b, line):
    values = [date(text, dt.date(2022, 1, 26)) for text in (a, b)]
    assert dates(*values) == dates(*reversed(values)) == line


def test_a_date_without_anything_to_hold_on_to_is_not_compared():
    assert date("今天", None) == Days(None, None, words="今天")
    assert dates(Days(None, None), Days(ARTICLE, ARTICLE)) is None
