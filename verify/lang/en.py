"""Dates and periods in English.

Comes in: the words of ``rules/languages/en.yaml``.  Goes out: ``EnPeriods``: one pattern that
finds a date in lower-case text, and the days it names.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from verify.catalog.schema import LanguageEntry
from verify.lang import calendar
from verify.lang.base import Anchor, impossible
from verify.lang.calendar import Days

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]\d{2}|20\d{2}|21\d{2})"
_END = r"(?![a-z0-9]|[.,]\d)"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_ORDINAL = "|".join(_ORDINALS)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or "(?!)"


class EnPeriods:
    """Finds English dates and resolves them."""

    def __init__(self, language: LanguageEntry) -> None:
        self._relative = {word: entry for entry in language.relative_periods for word in entry.words}
        self._parts = {word: entry for entry in language.part_periods for word in entry.words}
        begin = r"(?<![a-z0-9.,/-])"
        self.pattern = re.compile(
            rf"{begin}(?:"
            rf"(?P<iso>[12]\d{{3}}[-/.](?:0?[1-9]|1[0-2])[-/.](?:[0-2]?\d|3[01])(?!\d|[./-]\d))"
            rf"|(?P<month>{_MONTH})\s(?P<day>{_DAY})(?:\s?[-–]\s?(?P<day2>{_DAY}))?(?:,?\s(?P<year>{_YEAR}))?{_END}"
            rf"|(?P<fday>{_DAY})(?:\s?[-–]\s?(?P<fday2>{_DAY}))?\s(?:of\s)?"
            rf"(?P<fmonth>{_MONTH})(?:,?\s(?P<fyear>{_YEAR}))?{_END}"
            rf"|(?:(?P<mpart>early|mid|late)[ -])?(?P<ymonth>{_MONTH})(?:,?\s(?:of\s)?)"
            rf"(?P<myear>{_YEAR}){_END}"
            rf"|(?:the\s)?(?P<quarter>{_ORDINAL})[ -]quarter"
            rf"(?:\s(?:of\s)?(?:(?P<qyear>{_YEAR})|(?P<qrel>this year|last year|next year)))?{_END}"
            rf"|q(?P<q>[1-4])(?:\s(?:of\s)?(?P<q2year>{_YEAR}))?{_END}"
            rf"|(?P<pqyear>{_YEAR})\sq(?P<pq>[1-4]){_END}"
            rf"|(?:h(?P<h>[12])\s(?P<hyear>{_YEAR})){_END}"
            rf"|(?:fy\s?|fiscal(?:\syear)?\s)(?P<fiscal>{_YEAR}){_END}"
            rf"|(?P<part>{_any_of(self._parts)})[ -]?(?P<pyear>{_YEAR}){_END}"
            rf"|(?P<relative>{_any_of(self._relative)}){_END}"
            rf"|(?P<from>{_YEAR})\s?(?:-|–|to)\s?(?P<until>{_YEAR}){_END}"
            rf"|(?P<decade>(?:1[5-9]|20)\d0)s{_END}"
            rf"|(?P<weekday>{'|'.join(_WEEKDAYS)}){_END}"
            rf"|(?<=\bin\s)(?P<lmonth>{_MONTH}){_END}"
            rf"|(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\bby\s)|(?<=\bof\s)|(?<=\bfrom\s)|(?<=\buntil\s)|(?<=\bduring\s)|(?<=\bfor\s)|(?<=\bthan\s)|(?<=\byear\s)|(?<=\bbefore\s)|(?<=\bafter\s)|(?<=\bto\s)|(?<=\bend\s))(?P<lyear>{_YEAR})(?![a-z0-9%]|[.,]\d|\s(?:people|vehicles|units|homes|cars|km|m\b|mw\b))"
            rf")"
        )

    def days(self, match: re.Match[str], anchor: Anchor) -> Days | None:
        """Return the days that a match names; None where it has nothing to hold on to.

        Raises ``ValueError`` for a date that does not exist.
        """
        found = match.groupdict()
        if found["iso"]:
            year, month, number = (int(part) for part in re.split(r"[-/.]", found["iso"]))
            return impossible(calendar.day(year, month, number))
        if found["month"] or found["fmonth"]:
            prefix = "" if found["month"] else "f"
            return self._month_day(found, prefix, anchor)
        if found["ymonth"]:
            return self._month_of_year(found)
        quarter = found["q"] or found["pq"] or (found["quarter"] and str(_ORDINALS[found["quarter"]]))
        if quarter:
            return self._quarter(int(quarter), found, anchor)
        if found["h"]:
            half = int(found["h"])
            return calendar.months(int(found["hyear"]), 6 * half - 5, 6 * half, "half")
        if found["part"]:
            entry = self._parts[found["part"]]
            return calendar.months(int(found["pyear"]), entry.first, entry.last, entry.name)
        if found["from"]:
            return self._years(int(found["from"]), int(found["until"]))
        if found["decade"]:
            return calendar.months(int(found["decade"]), 1, 120, "decade")
        whole = found["fiscal"] or found["lyear"]
        if whole:
            return impossible(calendar.whole_year(int(whole)))
        return self._told_by_anchor(found, anchor)

    def _told_by_anchor(self, found: dict[str, str | None], anchor: Anchor) -> Days | None:
        if anchor.published is None:
            return None
        if found["relative"]:
            entry = self._relative[found["relative"]]
            return calendar.shifted(anchor.published, entry.unit, entry.offset)
        if found["lmonth"]:
            number = _month(found["lmonth"])
            near = [calendar.month(anchor.published.year + step, number) for step in (-1, 0, 1)]
            return calendar.nearest([d for d in near if d], anchor.published, ahead=anchor.ahead)
        index = _WEEKDAYS.index(found["weekday"] or "monday")
        back = (anchor.published.weekday() - index) % 7
        date = anchor.published + dt.timedelta(days=(7 - back) % 7 if anchor.ahead else -back)
        return Days(date, date, "day")

    @staticmethod
    def _month_day(found: dict[str, str | None], prefix: str, anchor: Anchor) -> Days | None:
        number = _month(found[prefix + "month"] or "")
        first = int(re.sub(r"\D", "", found[prefix + "day"] or ""))
        last = int(re.sub(r"\D", "", found[prefix + "day2"] or str(first)))
        year = found[prefix + "year"]
        if year:
            start, end = (
                impossible(calendar.day(int(year), number, first)),
                impossible(calendar.day(int(year), number, last)),
            )
            return Days(start.earliest, end.latest, "day" if first == last else "part")
        impossible(calendar.day(2000, number, first))
        if anchor.published is None:
            return None
        near: list[Days] = []
        for step in (-1, 0, 1):
            begin = calendar.day(anchor.published.year + step, number, first)
            stop = calendar.day(anchor.published.year + step, number, last)
            if begin and stop:
                near.append(Days(begin.earliest, stop.latest, "day" if first == last else "part"))
        return calendar.nearest(near, anchor.published, ahead=anchor.ahead)

    @staticmethod
    def _month_of_year(found: dict[str, str | None]) -> Days | None:
        number, year = _month(found["ymonth"] or ""), int(found["myear"] or "0")
        part = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}.get(found["mpart"] or "")
        return calendar.part_of_month(year, number, *part) if part else calendar.month(year, number)

    @staticmethod
    def _quarter(number: int, found: dict[str, str | None], anchor: Anchor) -> Days | None:
        year = found["qyear"] or found["q2year"] or found["pqyear"]
        if year:
            return calendar.quarter(int(year), number)
        if anchor.published is None:
            return None
        if found["qrel"]:
            step = {"this year": 0, "last year": -1, "next year": 1}[found["qrel"]]
            return calendar.quarter(anchor.published.year + step, number)
        near = [calendar.quarter(anchor.published.year + step, number) for step in (-1, 0, 1)]
        return calendar.nearest([d for d in near if d], anchor.published, ahead=anchor.ahead)

    @staticmethod
    def _years(first: int, last: int) -> Days:
        if last < first:
            raise ValueError("years run backwards")
        return Days(dt.date(first, 1, 1), dt.date(last, 12, 31), "years")


def _month(word: str) -> int:
    return next(index for index, name in enumerate(_MONTHS, 1) if name.startswith(word[:3]))
