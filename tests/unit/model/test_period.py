"""Days inside days; what is unresolved lies nowhere."""

from __future__ import annotations

import datetime as dt

import pytest

from builders import day, period, unresolved
from verify.model.period import Period

JANUARY = period("2022年1月", "2022-01-01", "2022-01-31")
FIRST, LAST = day("2022-01-01"), day("2022-01-31")
HALF_KNOWN = (FIRST._replace(latest=None), LAST._replace(earliest=None))


@pytest.mark.parametrize("inner", [FIRST, LAST, day("2022-01-24"), JANUARY])
def test_covers_what_lies_inside_with_both_ends(inner: Period) -> None:
    assert JANUARY.covers(inner)


@pytest.mark.parametrize(
    "other",
    [
        day("2021-12-31"),
        day("2022-02-01"),
        period("跨年", "2021-12-01", "2022-01-15"),
        period("年初", "2022-01-01", "2022-02-28"),
        *HALF_KNOWN,
        unresolved("今天"),
    ],
)
def test_does_not_cover(other: Period) -> None:
    assert not JANUARY.covers(other)


@pytest.mark.parametrize("unknown", [*HALF_KNOWN, unresolved("今天")])
def test_what_is_not_resolved_covers_nothing(unknown: Period) -> None:
    assert not unknown.covers(FIRST)
    assert not unknown.resolved


def test_same_days() -> None:
    again = period("1月", "2022-01-01", "2022-01-31", "part")
    assert JANUARY.same_days(again)
    assert not JANUARY.same_days(again._replace(latest=dt.date(2022, 1, 30)))
    assert not JANUARY.same_days(again._replace(earliest=dt.date(2022, 1, 2)))
    assert not unresolved("今天").same_days(unresolved("今天"))
