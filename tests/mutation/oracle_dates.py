"""An oracle of SEMANTICS §7, written from that page alone.

Comes in: the words of a date and the day of its document.  Goes out: the days that it names, and the
line of the ladder between two dates.  It shares no code with the program.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True)
class Days:
    """The interval of days that a date names; None for one that stays unresolved."""

    first: dt.date | None
    last: dt.date | None
    hedged: bool = False
    words: str = ""


def dates(a: Days, b: Days) -> int | None:
    """The line of §7 between two dates; None where one of them is unresolved."""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return None
    if (a.first, a.last) == (b.first, b.last):
        return 1 if a.words == b.words else 2
    first, last = max(a.first, b.first), min(a.last, b.last)
    if (first, last) in {(a.first, a.last), (b.first, b.last)}:
        return 3
    if first <= last:
        return 6 if a.hedged or b.hedged else 7
    return 8


_MARGIN_MONTHS = 3
_END = {1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
_PARTS = {"年初": (1, 2), "年中": (6, 7), "年底": (11, 12), "年末": (11, 12)}
_DATE = re.compile(
    r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?(?P<part>年初|年中|年底|年末)?(?P<about>前后)?"
)


def date(text: str, published: dt.date | None) -> Days | None:
    """Read a date as §7 does, against the document's own date; None for a form the oracle does not know."""
    words = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    near = {"今天": 0, "昨天": -1}
    if words in near:
        day = published + dt.timedelta(near[words]) if published else None
        return Days(day, day, words=text)
    if years := re.fullmatch(r"(去|今)(年(?:初|中|底|末)?)", words):
        if published is None:
            return Days(None, None, words=text)
        words = f"{published.year - (years[1] == '去')}{years[2]}"
    if part := re.fullmatch(r"(\d{4})(年[初中底末])", words):
        first, last = _PARTS[part[2]]
        return _months(int(part[1]), first, last, text)
    match = _DATE.fullmatch(words)
    if match is None or not (match["year"] or match["month"]):
        return None
    if match["year"]:
        return _found(match, int(match["year"]), text)
    if published is None:
        return Days(None, None, words=text)
    # Without a year: the nearest such date not more than three months ahead.
    years_near = (published.year + step for step in (1, 0, -1))
    ahead = _later(published, _MARGIN_MONTHS)
    readings = [
        r for r in (_found(match, year, text) for year in years_near) if r and r.first and r.first <= ahead
    ]
    return min(readings, key=lambda r: abs((r.first or published) - published), default=None)


def _found(match: re.Match[str], year: int, text: str) -> Days | None:
    step = 1 if match["about"] else 0
    if match["month"] is None:
        return Days(dt.date(year - step, 1, 1), dt.date(year + step, 12, 31), bool(step), text)
    month = int(match["month"])
    if not 1 <= month <= 12:
        return None
    if match["day"] is None:
        first, last = year * 12 + month - 1 - step, year * 12 + month - 1 + step
        begin, end = (
            _months(first // 12, first % 12 + 1, first % 12 + 1, ""),
            _months(last // 12, last % 12 + 1, last % 12 + 1, ""),
        )
        return Days(begin.first, end.last, bool(step), text)
    try:
        day = dt.date(year, month, int(match["day"]))
    except ValueError:
        return None
    return Days(day - dt.timedelta(step), day + dt.timedelta(step), bool(step), text)


def _months(year: int, first: int, last: int, text: str) -> Days:
    leap = last == 2 and (dt.date(year, 3, 1) - dt.timedelta(1)).day == 29
    return Days(dt.date(year, first, 1), dt.date(year, last, 29 if leap else _END[last]), words=text)


def _later(day: dt.date, months: int) -> dt.date:
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return dt.date(year, month, min(day.day, _END[month]))
