"""Days of the Chinese lunar calendar, 1900 to 2099.

Comes in: year, month and day of the lunar calendar.  Goes out: ``Days`` of the common calendar; None
for a day that does not exist (the thirtieth of a month of 29).  Which words name months and days is
left to the language.

The table has a number a year: bit 16 is set where the leap month has 30 days, bits 15 to 4 are set for
each of the twelve months that has 30 days and not 29, bits 3 to 0 hold the month that is followed by a
leap month, 0 for none.  Computed from new moons and solar terms at 120° E with lunar_python 1.4.8 and
compared with borax 4.1.3 (months differ in 2089 and 2097, where a new moon falls within minutes of
midnight).
"""

from __future__ import annotations

import datetime as dt
from functools import cache

from verify.lang.calendar import Days

FIRST_YEAR = 1900
_FIRST_DAY = dt.date(1900, 1, 31)
_TABLE = """
    04bd8 04ae0 0a570 054d5 0d260 0d950 16554 056a0 09ad0 055d2
    04ae0 0a5b6 0a4d0 0d250 1d255 0b540 0d6a0 0ada2 095b0 14977
    04970 0a4b0 0b4b5 06a50 06d40 1ab54 02b60 09570 052f2 04970
    06566 0d4a0 0ea50 16a95 05ad0 02b60 186e3 092e0 1c8d7 0c950
    0d4a0 1d8a6 0b550 056a0 1a5b4 025d0 092d0 0d2b2 0a950 0b557
    06ca0 0b550 15355 04da0 0a5b0 14573 052b0 0a9a8 0e950 06aa0
    0aea6 0ab50 04b60 0aae4 0a570 05260 0f263 0d950 05b57 056a0
    096d0 04dd5 04ad0 0a4d0 0d4d4 0d250 0d558 0b540 0b6a0 195a6
    095b0 049b0 0a974 0a4b0 0b27a 06a50 06d40 0af46 0ab60 09570
    04af5 04970 064b0 074a3 0ea50 06b58 05ac0 0ab60 096d5 092e0
    0c960 0d954 0d4a0 0da50 07552 056a0 0abb7 025d0 092d0 0cab5
    0a950 0b4a0 0baa4 0ad50 055d9 04ba0 0a5b0 15176 052b0 0a930
    07954 06aa0 0ad50 05b52 04b60 0a6e6 0a4e0 0d260 0ea65 0d530
    05aa0 076a3 096d0 04afb 04ad0 0a4d0 1d0b6 0d250 0d520 0dd45
    0b5a0 056d0 055b2 049b0 0a577 0a4b0 0aa50 1b255 06d20 0ada0
    14b63 09370 049f8 04970 064b0 168a6 0ea50 06b20 1a6c4 0aae0
    092e0 0d2e3 0c960 0d557 0d4a0 0da50 05d55 056a0 0a6d0 055d4
    052d0 0a9b8 0a950 0b4a0 0b6a6 0ad50 055a0 0aba4 0a5b0 052b0
    0b273 06930 07337 06aa0 0ad50 14b55 04b60 0a570 054e4 0d160
    0e968 0d520 0daa0 16aa6 056d0 04ae0 0a9d4 0a2d0 0d150 0f252
"""
_YEARS = tuple(int(year, 16) for year in _TABLE.split())
_MONTHS = 12


def day(year: int, month: int, number: int, *, leap: bool = False) -> Days | None:
    """Return one day; None for one that does not exist or lies outside the table."""
    found = month_of(year, month, leap=leap)
    if found is None or not 1 <= number <= (found.latest - found.earliest).days + 1:
        return None
    date = found.earliest + dt.timedelta(days=number - 1)
    return Days(date, date, "day")


def month_of(year: int, month: int, *, leap: bool = False) -> Days | None:
    """Return a month from its new moon to the day before the next."""
    if not 0 <= year - FIRST_YEAR < len(_YEARS) or not 1 <= month <= _MONTHS:
        return None
    if leap and _YEARS[year - FIRST_YEAR] & 0xF != month:
        return None
    start = _new_year(year)
    for number, leaping, length in _lengths(_YEARS[year - FIRST_YEAR]):
        if (number, leaping) == (month, leap):
            return Days(start, start + dt.timedelta(days=length - 1), "month")
        start += dt.timedelta(days=length)
    return None


def year_of(date: dt.date) -> int:
    """Return the lunar year that a day of the common calendar lies in."""
    inside = FIRST_YEAR <= date.year < FIRST_YEAR + len(_YEARS)
    return date.year - (inside and date < _new_year(date.year))


@cache
def _new_year(year: int) -> dt.date:
    """Return the first day of a lunar year."""
    if year == FIRST_YEAR:
        return _FIRST_DAY
    before = _YEARS[year - 1 - FIRST_YEAR]
    return _new_year(year - 1) + dt.timedelta(days=sum(length for _, _, length in _lengths(before)))


def _lengths(year: int) -> list[tuple[int, bool, int]]:
    """Return the months of a year in order: number, whether it is a leap month, days."""
    months: list[tuple[int, bool, int]] = []
    for month in range(1, _MONTHS + 1):
        months.append((month, False, 29 + (year >> (16 - month) & 1)))
        if year & 0xF == month:
            months.append((month, True, 29 + (year >> 16)))
    return months
