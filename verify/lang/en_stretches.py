"""Months counted in English: the first nine months of 2021, the six months to June, the year ended 31 March.

Comes in: pieces of the pattern of dates.  Goes out: a piece of that pattern, whose groups begin with ``st``,
and the days that a match names: whole months, the last of them the one that is named.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from verify.lang import calendar
from verify.lang.base import Anchor, impossible
from verify.lang.calendar import Days

_RELATIVE = {"this year": 0, "the year": 0, "last year": -1, "the previous year": -1, "the prior year": -1}
_HALF = 6
_YEAR = 12


def pattern(month: str, day: str, year: str, end: str, counts: str) -> str:
    """Return the piece of the pattern; ``counts`` are words for numbers."""
    named = rf"(?:(?:{day}\s)?(?P<stmonth>{month})(?:\s{day})?(?:,?\s(?P<styear>{year}))?)"
    ended = r"(?:\s(?:that\s)?(?:ended|ending|to|through|until)(?:\son)?)"
    relative = "|".join(_RELATIVE)
    return (
        rf"(?:the\s)?first\s(?P<stcount>\d{{1,2}}|{counts})\smonths"
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
