"""Stretches of time in Chinese that are no date with a head and a tail.

Comes in: the groups of a match.  Goes out: the days of 2020-2022年, 上世纪90年代, 2020年9月至2021年3月 and
1月20日至24日.  A stretch that runs backwards raises ``ValueError``, as a date that does not exist.
"""

from __future__ import annotations

from verify.lang import calendar
from verify.lang.base import Anchor, impossible
from verify.lang.calendar import Days
from verify.lang.zh_pieces import number, year_of

_DECADE = 120
"""Months."""


def years(first: int, last: int) -> Days:
    """Return 2020-2022年, both included."""
    start, end = impossible(calendar.whole_year(first)), impossible(calendar.whole_year(last))
    if end.latest < start.earliest:
        raise ValueError("years run backwards")
    return Days(start.earliest, end.latest, "years")


def era(found: dict[str, str | None], anchor: Anchor) -> Days | None:
    """Return a century or a decade: 21世纪, 上世纪90年代, 1990年代, 90年代."""
    if found["decade"]:
        worth, months = _decades(found["decade"])
        first = worth if worth >= 1000 else 1900 + worth
        return impossible(calendar.months(first, 1, months, "decade"))
    told = found["century"] or ""
    if told in "上本":
        if anchor.published is None:
            return None
        century = (anchor.published.year + 99) // 100 - (told == "上")
    else:
        century = number(told)
    begins = 100 * (century - 1)
    if found["tens"]:
        worth, months = _decades(found["tens"])
        return impossible(calendar.months(begins + worth, 1, months, "decade"))
    return impossible(calendar.months(begins + 1, 1, 1200, "century"))


def _decades(told: str) -> tuple[int, int]:
    """Return the first year of 90 or 六七十, and how many months they last.

    Raises ``ValueError`` for decades that run backwards.
    """
    if told.isdigit():
        return int(told), _DECADE
    first, last = number(told[0] + told[-1]), number(told[-2:])
    if last < first:
        raise ValueError("decades run backwards")
    return first, (last - first) // 10 * _DECADE + _DECADE


def from_to(found: dict[str, str | None]) -> Days:
    """Return 2020年9月至2021年3月 as one stretch."""
    first = year_of(found["fyear"] or "")
    last = first + 1 if found["tnext"] else year_of(found["tyear"] or "")
    start = _month_or_day(first, found["fmonth"], found["fday"])
    stop = _month_or_day(last, found["tmonth"], found["tday"])
    if stop.latest < start.earliest:
        raise ValueError("days run backwards")
    return Days(start.earliest, stop.latest, "part")


def _month_or_day(year: int, month: str | None, day: str | None) -> Days:
    if day:
        return impossible(calendar.day(year, number(month or ""), number(day)))
    return impossible(calendar.month(year, number(month or "")))


def days_of_months(found: dict[str, str | None], offset: int | None, anchor: Anchor) -> Days | None:
    """Return 1月20日至24日 as one stretch; ``offset`` is what a word for the year (去年) is worth."""
    month, last_month = number(found["dmonth"] or ""), number(found["dmonth2"] or found["dmonth"] or "")
    first, last = number(found["dday"] or ""), number(found["dday2"] or "")
    years = [year_of(found["dyear"])] if found["dyear"] else []
    if anchor.published is not None and not years:
        around = (-1, 0, 1) if offset is None else (offset,)
        years = [anchor.published.year + step for step in around]
    if not years:
        impossible(calendar.day(2000, month, first))
        return None
    stretches: list[Days] = []
    for year in years:
        start = impossible(calendar.day(year, month, first))
        stop = impossible(calendar.day(year + (last_month < month), last_month, last))
        if stop.latest < start.earliest:
            raise ValueError("days run backwards")
        stretches.append(Days(start.earliest, stop.latest, "part"))
    if len(stretches) == 1 or anchor.published is None:
        return stretches[0]
    return calendar.nearest(stretches, anchor.published, ahead=anchor.ahead)
