"""Days of the lunar calendar, from almanacs."""

from __future__ import annotations

import datetime as dt

import pytest

from verify.lang import lunar

NEW_YEARS = [
    "1900-01-31", "1949-01-29", "1984-02-02", "2000-02-05", "2008-02-07", "2020-01-25", "2021-02-12",
    "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2034-02-19", "2050-01-23",
]  # fmt: skip


@pytest.mark.parametrize("text", NEW_YEARS)
def test_new_year(text: str) -> None:
    date = dt.date.fromisoformat(text)
    found = lunar.day(date.year, 1, 1)
    assert found is not None
    assert (found.earliest, found.latest, found.precision) == (date, date, "day")
    assert (lunar.year_of(date), lunar.year_of(date - dt.timedelta(days=1))) == (date.year, date.year - 1)


@pytest.mark.parametrize(
    ("year", "month", "first"),
    [(2020, 4, "2020-05-23"), (2023, 2, "2023-03-22"), (2025, 6, "2025-07-25"), (2033, 11, "2033-12-22")],
)
def test_leap_months(year: int, month: int, first: str) -> None:
    found = lunar.month_of(year, month, leap=True)
    assert found is not None
    assert found.earliest.isoformat() == first


def test_what_the_calendar_does_not_have() -> None:
    assert lunar.day(2021, 1, 30) is None
    assert lunar.day(2021, 1, 29) is not None
    assert lunar.month_of(2021, 4, leap=True) is None
    assert lunar.day(2021, 13, 1) is None
    assert lunar.day(2021, 1, 0) is None


def test_outside_the_table() -> None:
    assert lunar.day(1899, 12, 1) is None
    assert lunar.day(2100, 1, 1) is None
    assert lunar.day(2099, 12, 1) is not None
