"""Lunar dates in Chinese: 农历正月初一, 2021年农历八月十五, 农历壬寅年闰四月.

Comes in: the pattern of a year and the words for years told against the document's.  Goes out: a piece of
the pattern of dates, whose groups begin with ``lu``, and the days that a match names.
"""

from __future__ import annotations

import datetime as dt

from verify.lang import calendar, lunar
from verify.lang.base import Anchor, impossible
from verify.lang.calendar import Days

_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_CYCLE = 60
_CYCLE_BEGINS = 4
"""The years 4, 1984 and 2044 are 甲子."""
_ONES = "一二三四五六七八九"
_DAY = rf"(?:初[{_ONES}十]|二十[{_ONES}]?|三十|十[{_ONES}]?|廿[{_ONES}]?|卅)"
_MONTHS = {"正": 1, "冬": 11, "腊": 12, "十": 10, "十一": 11, "十二": 12} | {
    word: number for number, word in enumerate(_ONES, 1)
}
_TENS = {"初": 0, "十": 10, "廿": 20, "二十": 20, "三十": 30, "卅": 30}


def pattern(year: str, relative_years: str) -> str:
    """Return the piece of the pattern; ``year`` and ``relative_years`` are pieces themselves."""
    calendars = "(?:农历|阴历|夏历|旧历)"
    cycle = rf"(?P<lustem>[{_STEMS}])(?P<lubranch>[{_BRANCHES}])\s?年"
    month = rf"(?P<luleap>闰)?(?P<lumonth>十[一二]?|[正冬腊{_ONES}])月(?P<luday>{_DAY})?"
    return (
        rf"(?:(?:(?P<luyear>{year})\s*年|(?P<lurelative>{relative_years}))\s*的?)?{calendars}\s?"
        rf"(?:(?:(?P<luyear2>{year})\s*年|{cycle})\s?)?{month}"
        rf"|(?P<lumonth2>[正腊])月(?P<luday2>{_DAY})|(?P<lufirst>大年)(?P<luday3>初[{_ONES}])"
    )


def days(found: dict[str, str | None], year: int | None, offset: int | None, anchor: Anchor) -> Days | None:
    """Return the days of a match; ``year`` and ``offset`` are what its year words are worth.

    Raises ``ValueError`` for a day that the lunar calendar does not have.
    """
    month = _MONTHS[found["lumonth"] or found["lumonth2"] or "正"]
    number = _number(found["luday"] or found["luday2"] or found["luday3"] or "")
    leap = found["luleap"] is not None
    if offset is not None and anchor.published is not None:
        year = anchor.published.year + offset
    if found["lustem"] and anchor.published is not None:
        year = _cyclical(found["lustem"], found["lubranch"] or "", anchor.published)
    if year is not None:
        return impossible(_days(year, month, number, leap=leap))
    if anchor.published is None:
        return None
    here = lunar.year_of(anchor.published)
    near = [_days(here + step, month, number, leap=leap) for step in (-1, 0, 1)]
    known = [one for one in near if one is not None]
    impossible(known[0] if known else None)
    return calendar.nearest(known, anchor.published, ahead=anchor.ahead)


def _days(year: int, month: int, number: int, *, leap: bool) -> Days | None:
    return lunar.day(year, month, number, leap=leap) if number else lunar.month_of(year, month, leap=leap)


def _number(text: str) -> int:
    """Return the worth of 初一, 十五, 廿三, 三十; 0 for none."""
    tens = next((word for word in ("二十", "三十", *_TENS) if text.startswith(word)), "")
    ones = text[len(tens) :]
    if not text:
        return 0
    return _TENS[tens] + (10 if ones == "十" else _ONES.find(ones) + 1 if ones else 0)


def _cyclical(stem: str, branch: str, published: dt.date) -> int:
    """Return the year of a stem and a branch that is nearest to the document's.

    Raises ``ValueError`` for a pair that the cycle does not have (甲丑).
    """
    stems, branches = _STEMS.index(stem), _BRANCHES.index(branch)
    if (stems - branches) % 2:
        raise ValueError("no such year of the cycle")
    place = next(n for n in range(_CYCLE) if (n % 10, n % 12) == (stems, branches))
    ahead = (place + _CYCLE_BEGINS - published.year) % _CYCLE
    return published.year + (ahead if ahead <= _CYCLE // 2 else ahead - _CYCLE)
