"""Dates as intervals of days (SEMANTICS §7)."""

from __future__ import annotations

import pytest

from builders import day, period, unresolved
from verify.compare.dates import date_rung
from verify.model.period import Period
from verify.model.quantity import Hedge

JAN_24 = day("2022-01-24")
WRITTEN = period("1月24日", "2022-01-24", "2022-01-24", "day")
JANUARY = period("2022年1月", "2022-01-01", "2022-01-31")
FEBRUARY = period("2022年2月", "2022-02-01", "2022-02-28")
FIRST_HALF = period("1月上半月", "2022-01-01", "2022-01-15", "part")
FROM_MIDDLE = period("1月中下旬", "2022-01-15", "2022-01-31", "part")
YEAR = period("2022年", "2022-01-01", "2022-12-31", "year")
WINTER = period("冬天", "2021-12-01", "2022-02-28", "season")
AROUND = period("2022年前后", "2021-01-01", "2023-12-31", "year", Hedge.ABOUT)
HEDGED = period("年初前后", "2021-12-01", "2022-01-15", "part", Hedge.ABOUT)

ROWS = [
    (JAN_24, JAN_24, 1, ()),
    (JAN_24, WRITTEN, 2, ()),
    (JAN_24, JANUARY, 3, ()),
    (YEAR, JANUARY, 3, ()),
    (YEAR, AROUND, 3, ()),
    (period("1 月 24 日", "2022-01-24", "2022-01-24", "day"), WRITTEN, 1, ()),
    (WINTER, YEAR, 7, ()),
    # one day in both is enough
    (FIRST_HALF, FROM_MIDDLE, 7, ()),
    (HEDGED, JANUARY, 6, ()),
    (JAN_24, day("2022-01-25"), 8, ("off by one",)),
    (JANUARY, FEBRUARY, 8, ("off by one",)),
    (JAN_24, FEBRUARY, 8, ()),
    (JAN_24, day("2022-01-26"), 8, ()),
    (day("9999-12-31"), day("9999-12-30"), 8, ("off by one",)),
]


@pytest.mark.parametrize(
    ("a", "b", "line", "flags"), ROWS, ids=[f"{row[0].stated}, {row[1].stated}" for row in ROWS]
)
def test_lines(a: Period, b: Period, line: int, flags: tuple[str, ...]) -> None:
    for found in (date_rung(a, b), date_rung(b, a)):
        assert found is not None
        assert (found.line, found.flags, found.gap) == (line, flags, 0)


def test_same_days_with_another_hedge_are_equal() -> None:
    found = date_rung(JAN_24, day("2022-01-24", hedge=Hedge.ABOUT))
    assert found is not None
    assert found.line == 2


def test_unresolved_neither_agrees_nor_conflicts() -> None:
    assert date_rung(unresolved("今天"), JAN_24) is None
    assert date_rung(unresolved("今天"), unresolved("今天")) is None


@pytest.mark.parametrize(
    ("a", "b", "bound"),
    [
        (JAN_24, JAN_24, "the same words"),
        (JAN_24, WRITTEN, "the same days, 2022-01-24, written otherwise"),
        (JANUARY, JAN_24, "2022-01-24 lies inside 2022-01-01 to 2022-01-31"),
        (
            FIRST_HALF,
            FROM_MIDDLE,
            "2022-01-01 to 2022-01-15 and 2022-01-15 to 2022-01-31 overlap",
        ),
        (
            HEDGED,
            JANUARY,
            "2021-12-01 to 2022-01-15 and 2022-01-01 to 2022-01-31 overlap, and at least one is hedged",
        ),
        (JAN_24, FEBRUARY, "no day is in both 2022-01-24 and 2022-02-01 to 2022-02-28"),
    ],
)
def test_the_bound_that_decided_is_told(a: Period, b: Period, bound: str) -> None:
    found = date_rung(a, b)
    assert found is not None
    assert found.bound == bound


def test_how_two_dates_came_to_their_line() -> None:
    found = date_rung(JANUARY, FEBRUARY)
    assert found is not None
    assert found.derivation == (
        "a: 2022年1月 = 2022-01-01 to 2022-01-31",
        "b: 2022年2月 = 2022-02-01 to 2022-02-28",
        "may be: off by one",
        "line 8, conflict: no day is in both 2022-01-01 to 2022-01-31 and 2022-02-01 to 2022-02-28",
    )
