"""Periods as intervals of days, told against an anchor date.

Comes in: numbers and unit names that a language module read.  Goes out: ``Days``.  Nothing here
asks the clock: the anchor is the document's own date.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

MONTHS_AHEAD = 3
"""A date without a year is the latest one not more than three months ahead (SEMANTICS §7)."""
_DAYS_AHEAD = 92
_OF_A_YEAR = frozenset({"quarter", "half", "part"})
_MONTH = 31
"""Parts of a year that are longer than so many days; 上旬 is one of a month."""
_STRETCHES = frozenset({"day", "month", "quarter", "half", "year", "years", "season", "part"})
"""What may be held against the same of another year."""
_REPORTED_WITHIN = dt.timedelta(days=150)
_REMEMBERED = 1 << 12
"""Results of each function: the dates of a text are few, and come again."""


@dataclass(frozen=True, slots=True)
class Days:
    """Both ends included, with the unit that was written."""

    earliest: dt.date
    latest: dt.date
    precision: str


@lru_cache(maxsize=_REMEMBERED)
def day(year: int, month: int, number: int) -> Days | None:
    """Return one day; None for one that does not exist (9月99日)."""
    try:
        date = dt.date(year, month, number)
    except ValueError:
        return None
    return Days(date, date, "day")


@lru_cache(maxsize=_REMEMBERED)
def months(year: int, first: int, last: int, precision: str) -> Days | None:
    """Return whole months; months above 12 run into the next year (winter: 12 to 14)."""
    if not 1 <= first <= 24 or not 1 <= year <= 9990:
        return None
    start_year, start = year + (first - 1) // 12, (first - 1) % 12 + 1
    end_year, end = year + (last - 1) // 12, (last - 1) % 12 + 1
    final = calendar.monthrange(end_year, end)[1]
    return Days(dt.date(start_year, start, 1), dt.date(end_year, end, final), precision)


@lru_cache(maxsize=_REMEMBERED)
def month(year: int, number: int) -> Days | None:
    """Return a month; None for one that does not exist."""
    return months(year, number, number, "month") if 1 <= number <= 12 else None


@lru_cache(maxsize=_REMEMBERED)
def part_of_month(year: int, number: int, first: int, last: int) -> Days | None:
    """Return the days ``first`` to ``last`` of a month, cut at its end."""
    if not 1 <= number <= 12 or not 1 <= year <= 9990:
        return None
    final = calendar.monthrange(year, number)[1]
    return Days(dt.date(year, number, first), dt.date(year, number, min(last, final)), "part")


@lru_cache(maxsize=_REMEMBERED)
def quarter(year: int, number: int) -> Days | None:
    """Return a quarter, from 1."""
    return months(year, 3 * number - 2, 3 * number, "quarter") if 1 <= number <= 4 else None


@lru_cache(maxsize=_REMEMBERED)
def half(year: int, number: int) -> Days | None:
    """Return a half of a year, from 1."""
    return months(year, 6 * number - 5, 6 * number, "half")


@lru_cache(maxsize=_REMEMBERED)
def week(year: int, number: int) -> Days:
    """Return a week by its number, as ISO 8601 counts them; raise ``ValueError`` for one that is none."""
    first = dt.date.fromisocalendar(year, number, 1)
    return Days(first, first + dt.timedelta(days=6), "week")


@lru_cache(maxsize=_REMEMBERED)
def whole_year(year: int) -> Days | None:
    """Return a calendar year."""
    return months(year, 1, 12, "year")


def two_years(first: int, end: int) -> Days | None:
    """Return 2022-23 or 2022-2023 as its two years; None where the second is not the year after the first."""
    if first + 1 != end and (first + 1) % 100 != end:
        return None
    return months(first, 1, 24, "years")


def winter(first: int, end: int) -> Days | None:
    """Return the winter that two years name; None where the second is not the year after the first."""
    return months(first, 12, 14, "season") if two_years(first, end) is not None else None


@lru_cache(maxsize=_REMEMBERED)
def shifted(anchor: dt.date, unit: str, offset: int) -> Days | None:
    """Return the day, week, month, quarter, half or year ``offset`` units from the anchor's."""
    if unit == "day":
        date = anchor + dt.timedelta(days=offset)
        return Days(date, date, "day")
    if unit == "week":
        start = anchor - dt.timedelta(days=anchor.weekday()) + dt.timedelta(weeks=offset)
        return Days(start, start + dt.timedelta(days=6), "week")
    length = {"month": 1, "quarter": 3, "half": 6, "year": 12}[unit]
    index = anchor.year * 12 + (anchor.month - 1) // length * length + offset * length
    return months(index // 12, index % 12 + 1, index % 12 + length, unit)


def referred(told: Days | None, unit: str, offset: int) -> Days | None:
    """Return the day, month or year ``offset`` units from one told before; None where it tells none.

    ``same`` is the same stretch, ``offset`` years from it.
    """
    if told is None:
        return None
    if unit == "same":
        return in_year(told, told.earliest.year + offset)
    if unit == "year":
        return whole_year(told.earliest.year + offset)
    if told.precision == "day" or (told.precision == unit == "month"):
        return shifted(told.earliest, unit, offset)
    return told if told.precision == "month" and not offset else None


def ended(told: Days | None, published: dt.date | None) -> Days | None:
    """Return the last day of the stretch that a text reports on; None where what was told last is none such.

    Texts report months after at most; what they compare with lies further back.
    """
    if told is None or published is None or told.precision not in _STRETCHES:
        return None
    news = dt.timedelta() <= published - told.latest <= _REPORTED_WITHIN
    return Days(told.latest, told.latest, "day") if news else None


def in_year(told: Days | None, year: int) -> Days | None:
    """Return the same stretch of another year: 上年同期; None where none was told."""
    if told is None or told.precision not in _STRETCHES:
        return None
    step = year - told.earliest.year
    ends = told.precision != "day"
    return Days(_moved(told.earliest, step), _moved(told.latest, step, ends=ends), told.precision)


def _moved(date: dt.date, years: int, *, ends: bool = False) -> dt.date:
    """Return the same day of another year; a February that ``ends`` a stretch does so in leap years too."""
    year = date.year + years
    if date.month != 2:
        return date.replace(year=year)
    last, now = (calendar.monthrange(one, 2)[1] for one in (year, date.year))
    return date.replace(year=year, day=last if ends and date.day == now else min(date.day, last))


def span(anchor: dt.date, unit: str, count: int, *, ahead: bool) -> Days | None:
    """Return the ``count`` whole years or months before the anchor's, or after it; None for no such."""
    if count < 1:
        return None
    if unit == "year":
        return months(anchor.year + 1 if ahead else anchor.year - count, 1, 12 * count, "years")
    index = anchor.year * 12 + anchor.month - 1
    first = index + 1 if ahead else index - count
    return months(first // 12, first % 12 + 1, first % 12 + count, "part")


def nearest(candidates: list[Days], anchor: dt.date, *, ahead: bool) -> Days | None:
    """Return the candidate meant by a date without a year.

    ``ahead`` is set by 将, 预计 or 计划: then the next one; else the latest that begins not more
    than three months after the anchor, and of quarters and halves in no later year: 上半年 in November.
    """
    if ahead:
        coming = [days for days in candidates if days.latest >= anchor]
        return min(coming, key=lambda days: days.earliest, default=None)
    past = [days for days in candidates if days.earliest <= _latest_start(days, anchor)]
    return max(past, key=lambda days: days.earliest, default=None)


def _latest_start(days: Days, anchor: dt.date) -> dt.date:
    """Return the last day on which a period may begin that a text of a day tells without its year."""
    limit = anchor + dt.timedelta(days=_DAYS_AHEAD)
    parts = days.precision in _OF_A_YEAR and (days.latest - days.earliest).days > _MONTH
    return min(limit, dt.date(anchor.year, 12, 31)) if parts else limit


def widened(days: Days) -> Days:
    """Return the period widened by one of the unit written (2025年前后: 2024 to 2026)."""
    if days.precision == "day":
        one = dt.timedelta(days=1)
        return Days(days.earliest - one, days.latest + one, days.precision)
    step = {"month": 1, "quarter": 3, "season": 3, "half": 6}.get(days.precision, 12)
    first = days.earliest.year * 12 + days.earliest.month - 1 - step
    last = days.latest.year * 12 + days.latest.month - 1 + step
    end_year, end_month = divmod(last, 12)
    final = calendar.monthrange(end_year, end_month + 1)[1]
    return Days(
        dt.date(first // 12, first % 12 + 1, 1), dt.date(end_year, end_month + 1, final), days.precision
    )
