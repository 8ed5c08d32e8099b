"""Months and weeks counted in English: the first nine months of 2021, the year to March, the week to 28 June.

Comes in: pieces of the pattern of dates.  Goes out: a piece of that pattern, whose groups begin with ``st``,
and the days that a match names: whole months, the last of them the one that is named, or days up to one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from verify.lang import calendar
from verify.lang.base import Anchor, impossible
from verify.lang.calendar import Days

_RELATIVE = {"this year": 0, "the year": 0, "last year": -1, "the previous year": -1, "the prior year": -1}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_HALF = 6
_YEAR = 12


def pattern(month: str, day: str, year: str, end: str, counts: str) -> str:
    """Return the piece of the pattern; ``counts`` are words for numbers."""
    named = rf"(?:(?:{day}\s)?(?P<stmonth>{month})(?:\s{day})?(?:,?\s(?P<styear>{year}))?)"
    ended = r"(?:\s(?:that\s)?(?:ended|ending|to|through|until)(?:\son)?)"
    relative = "|".join(_RELATIVE)
    weekday = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?"
    return (
        rf"(?:the\s)?(?:(?:past|last|previous)\s)?(?:(?P<stdays>\d{{1,2}}|{counts})[ -])?"
        rf"(?P<stunit>weeks?|fortnight|(?<=[\d a-z] )days)"
        rf"{ended}\s{weekday}(?:the\s)?(?:(?P<stday>{day})\s(?:of\s)?(?P<stdmonth>{month})|(?P<stdmonth2>{month})\s(?P<stday2>{day}))"
        rf"(?:,?\s(?P<stdyear>{year}))?{end}"
        rf"|(?:the\s)?first\s(?P<stcount>\d{{1,2}}|{counts})\smonths"
        rf"(?:\s(?:of|in)\s(?:(?P<stwhole>{year})|(?P<strelative>{relative})))?{end}"
        rf"|(?:the\s)?(?:(?P<stback>\d{{1,2}}|{counts})[ -]months?(?:\speriod)?"
        rf"|(?:(?:full|fiscal|financial)\s)?year){ended}\s{named}{end}"
    )


def days(
    found: Mapping[str, str | None], counts: Mapping[str, int], number: Callable[[str], int], anchor: Anchor
) -> Days | None:
    """Return the days of a match; None where no year is told and there is nothing to hold on to.

    ``counts`` are the worths of words for numbers, and ``number`` tells that of a month.  Raises
    ``ValueError`` for more than twelve months.
    """
    if found["stunit"]:
        return _days_up_to(found, counts, number, anchor)
    told = found["stcount"] or found["stback"]
    count = _YEAR if told is None else int(told) if told.isdigit() else counts[told]
    last = count if found["stcount"] else number(found["stmonth"] or "")
    if not 1 <= count <= _YEAR:
        raise ValueError("no such months")
    written = found["stwhole"] or found["styear"]
    if written:
        return _up_to(int(written), last, count)
    if anchor.published is None:
        return None
    if found["strelative"]:
        return _up_to(anchor.published.year + _RELATIVE[found["strelative"]], last, count)
    near = [_up_to(anchor.published.year + step, last, count) for step in (-1, 0)]
    if anchor.ahead:
        return max(near, key=lambda one: one.latest)
    past = [one for one in near if one.latest <= anchor.published]
    return max(past, key=lambda one: one.latest, default=None)


def _up_to(year: int, last: int, count: int) -> Days:
    """Return so many months, the last of them this month of the year."""
    first, precision = last - count + 1, "part"
    if first == 1 and count in {_HALF, _YEAR}:
        precision = "half" if count == _HALF else "year"
    if first < 1:
        year, first, last = year - 1, first + _YEAR, last + _YEAR
    return impossible(calendar.months(year, first, last, precision))


def _days_up_to(
    found: Mapping[str, str | None], counts: Mapping[str, int], number: Callable[[str], int], anchor: Anchor
) -> Days | None:
    """Return the week ending 28 June, the four weeks to 9 June 2024, the fortnight to 3 March."""
    told, unit = found["stdays"], (found["stunit"] or "").rstrip("s")
    length = _DAYS[unit] * (1 if told is None else int(told) if told.isdigit() else counts[told])
    month = number(found["stdmonth"] or found["stdmonth2"] or "")
    day = int((found["stday"] or found["stday2"] or "").rstrip("dhnrst"))
    written, published = found["stdyear"], anchor.published
    impossible(calendar.day(int(written or 2000), month, day))
    last: Days | None = None
    if written:
        last = calendar.day(int(written), month, day)
    elif published is not None:
        near = [calendar.day(published.year + step, month, day) for step in (-1, 0, 1)]
        last = calendar.nearest([one for one in near if one], published, ahead=anchor.ahead)
    if last is None or not length:
        return None
    begin = last.latest - dt.timedelta(days=length - 1)
    return Days(begin, last.latest, "week" if length == _DAYS["week"] else "part")
