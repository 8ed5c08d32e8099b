"""Dates and periods in English.

Comes in: the words of ``rules/languages/en.yaml``.  Goes out: ``EnPeriods``: one pattern that
finds a date in lower-case text, and the days it names.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from verify.catalog.schema import LanguageEntry
from verify.lang import calendar, en_months, en_stretches, en_years
from verify.lang.base import Anchor, Groups, impossible
from verify.lang.calendar import Days
from verify.text.alternatives import Alternatives
from verify.text.openings import branches

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
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]\d{2}|20\d{2}|21\d{2})"
_END = r"(?![a-z0-9]|[.,]\d)"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_ORDINAL = "|".join(_ORDINALS)
_CENTURIES = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "twenty first": 21}
_FISCAL = r"(?:(?:of\s)?(?:fy\s?|fiscal\s(?:year\s)?))"
_TO = r"(?:\s?-\s?|\sto\s|\sthrough\s)"
_BEFORE_MONTH = ("in", "since", "by", "until", "from", "during", "before", "after", "through")
_BEFORE_BARE = ("as of", "month of", "this")
_BEFORE_YEAR = (
    *_BEFORE_MONTH[:-1],
    "of",
    "for",
    "than",
    "year",
    "to",
    "end",
    "points on",
    "up on",
    "down on",
)
_MOST = (
    "most fewest least highest lowest best worst largest biggest smallest strongest weakest slowest fastest"
    " hottest coldest wettest driest warmest longest shortest"
)
_RECORDS = tuple(f"{word} in" for word in ("first", "first time", *_MOST.split()))
"""Before years up to now: the fewest in five years."""
_NOT_COMPARED = "".join(rf"(?<!\b{word} )" for word in ("than", "from", "on", "over", "with", "to", "of"))
"""Before a year that dates nothing itself: 8 percent more than a year earlier."""
_QUARTER_YEARS = ("qyear", "q2year", "pqyear", "nqyear", "q2short", "nqshort")
_HALF_YEARS = ("hyear", "nhyear", "hshort", "nhshort")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or "(?!)"


def _behind(words: Iterable[str]) -> str:
    """Return a piece that stands only behind one of the words."""
    return "(?:" + "|".join(rf"(?<=\b{word}\s)" for word in words) + ")"


class EnPeriods:
    """Finds English dates and resolves them."""

    def __init__(self, language: LanguageEntry) -> None:
        self._relative = {word: entry for entry in language.relative_periods for word in entry.words}
        self._anaphoric = {word: entry for entry in language.anaphoric_periods for word in entry.words}
        self._parts = {word: entry for entry in language.part_periods for word in entry.words}
        self._counts = {word: int(worth) for word, worth in language.number_words.items() if " " not in word}
        self._ahead_words = frozenset(language.spans_ahead)
        begin = r"(?<![a-z0-9.,/-])"
        weekday = "|".join(_WEEKDAYS)
        dated = rf"(?:(?:{weekday}|(?:mon|tue|wed|thu|fri|sat|sun)\.?),?\s)?(?:the\s)?"
        back = [word for word, entry in self._anaphoric.items() if entry.offset < 0]
        relative_years = [word for word, entry in self._relative.items() if entry.unit == "year"]
        back_years = [word for word in back if self._anaphoric[word].unit in {"year", "same"}]
        spans = _any_of([*language.spans_back, *language.spans_ahead])
        measured = _any_of(language.measuring), _any_of(language.monthly)
        years = en_years.pattern(_YEAR, _END, *measured, _behind(_BEFORE_YEAR))
        joined = (
            rf"(?P<iso>[12]\d{{3}}[-/.](?:0?[1-9]|1[0-2])[-/.](?:[0-2]?\d|3[01])(?!\d|[./-]\d))"
            rf"|(?P<smonth>{MONTH})\s(?P<sday>{_DAY})(?:,?\s(?P<syear>{_YEAR}))?{_TO}"
            rf"(?P<tmonth>{MONTH})\s(?P<tday>{_DAY})(?:,?\s(?P<tyear>{_YEAR}))?{_END}"
            rf"|(?P<uday>{_DAY})\s(?P<umonth>{MONTH})(?:,?\s(?P<uyear>{_YEAR}))?{_TO}"
            rf"(?P<vday>{_DAY})\s(?P<vmonth>{MONTH})(?:,?\s(?P<vyear>{_YEAR}))?{_END}"
            rf"|{dated}(?:(?P<rday>{_DAY})\s(?:of\s)?|{_behind(_BEFORE_MONTH)}|(?!may\s|march\s))(?P<rmonth>{MONTH})(?:\s(?P<rday2>{_DAY}),?)?"
            rf"\s(?:of\s)?(?P<ryear>{_any_of(relative_years)}){_END}"
            rf"|week\s(?P<week>\d{{1,2}})(?:\sof|,)?\s(?P<weekyear>{_YEAR}){_END}"
            rf"|(?<=between\s)(?P<nday>{_DAY})\sand\s(?P<nday2>{_DAY})\s(?:of\s)?"
            rf"(?P<nmonth>{MONTH})(?:,?\s(?P<nyear>{_YEAR}))?{_END}"
            rf"|(?<=between\s)(?P<omonth>{MONTH})\s(?P<oday>{_DAY})\sand\s(?P<oday2>{_DAY})"
            rf"(?:,?\s(?P<oyear>{_YEAR}))?{_END}"
            rf"|{dated}(?P<month>{MONTH})\s(?P<day>{_DAY})(?:{_TO}(?P<day2>{_DAY}))?(?:,?\s(?P<year>{_YEAR}))?{_END}"
            rf"|{dated}(?P<fday>{_DAY})(?:{_TO}(?P<fday2>{_DAY}))?\s(?:of\s)?"
            rf"(?P<fmonth>{MONTH})(?:,?\s(?P<fyear>{_YEAR}))?{_END}"
            rf"|(?P<slash1>\d{{1,2}})/(?P<slash2>\d{{1,2}})/(?P<slashyear>{_YEAR})(?![\d/-]|\.\d)"
            rf"|(?:(?P<mpart>early|mid|late)[ -])?(?P<ymonth>{MONTH})(?:,?\s(?:of\s)?)"
            rf"(?P<myear>{_YEAR}){_END}"
            rf"|(?:the\s)?(?P<quarter>{_ORDINAL})[ -]quarter"
            rf"(?:\s(?:{_FISCAL}|of\s)?(?:(?P<qyear>{_YEAR})|(?P<qrel>this year|last year|next year)))?{_END}"
            rf"|q(?P<q>[1-4])(?:\s(?:{_FISCAL}|of\s)?(?P<q2year>{_YEAR})|(?:'|\s?fy\s?'?)(?P<q2short>\d{{2}}))?{_END}"
            rf"|(?P<pqyear>{_YEAR})\sq(?P<pq>[1-4]){_END}"
            rf"|(?P<nq>[1-4])q(?:\s?(?:of\s)?(?P<nqyear>{_YEAR})|'?(?P<nqshort>\d{{2}}(?![万亿千百%]))){_END}"
            rf"|(?P<nh>[12])h(?:\s?(?:of\s)?(?P<nhyear>{_YEAR})|'?(?P<nhshort>\d{{2}}(?![万亿千百%]))){_END}"
            rf"|(?:the\s)?(?:(?P<century>\d{{1,2}})(?:st|nd|rd|th)|(?P<centuryword>{_any_of(_CENTURIES)}))"
            rf"[ -]century{_END}(?!\s(?:bc|bce|b\.c\.))"
            rf"|(?P<span>{spans})\s(?P<count>\d{{1,3}}|{_any_of(self._counts)})\s(?P<unit>year|month)s?{_END}"
            rf"|(?P<fiscal2>{_YEAR})\s(?:fiscal|financial)\syear{_END}"
            rf"|last\s(?P<lastmonth>{MONTH}){_END}"
            rf"|(?:h(?P<h>[12])(?:\s(?P<hyear>{_YEAR})|'(?P<hshort>\d{{2}}))){_END}"
            rf"|(?:fy\s?|fiscal(?:\syear)?\s)(?P<fiscal>{_YEAR}|(?<=fy)'?\d{{2}}){_END}"
            rf"|(?:the\s)?winter(?:\sof)?\s(?P<winter>(?:19|20)\d\d)\s?[-/]\s?"
            rf"(?P<winterend>(?:19|20)?\d\d){_END}"
            rf"|(?P<part>{_any_of(self._parts)})[ -]?(?P<pyear>{_YEAR}){_END}"
            rf"|(?P<relative>{_any_of(self._relative)}){_END}"
            rf"|(?P<from>{_YEAR})\s?(?:-|–|to)\s?(?P<until>{_YEAR}){_END}"
            rf"|(?<=between\s)(?P<since>(?:19|20)\d{{2}})\sand\s(?P<till>(?:19|20)\d{{2}})"
            rf"{_END}(?!%|\s(?:{en_years.COUNTED}))"
            rf"|(?P<season>(?:19|20)\d\d)[-/](?P<seasonend>1[3-9]|[2-9]\d|\d\d(?=\s(?:season|school|academic|financial|fiscal|tax))){_END}"
            rf"(?=(?P<cold>\s(?:ski|skiing|snow|winter|heating) season)?)"
            rf"|{_behind(_RECORDS)}(?P<back>\d{{1,2}}|{_any_of(self._counts)}|a)\s(?P<backunit>year|month|decade)s?{_END}"
            rf"|(?<!every\s)(?<!each\s)(?<!day\sto\s)(?<!day\sthrough\s)(?<!day-)"
            rf"(?<!first\s)(?<!second\s)(?<!third\s)(?<!fourth\s)(?<!last\s)"
            rf"(?:(?P<which>last|next)\s|(?<=\bby\s)(?P<due>))?(?P<weekday>{weekday}){_END}"
            rf"(?!\s(?:of|in)\s(?:the|each|every)\s|\s?(?:to|through|-)\s?(?:{weekday})\b)"
            rf"|{en_stretches.pattern(MONTH, _DAY, _YEAR, _END, _any_of(self._counts))}"
            rf"|{en_months.pattern(MONTH, _YEAR, _END, _any_of(language.monthly), _behind(_BEFORE_BARE))}"
            rf"|(?P<same>{_any_of(language.same_stretch)})\s(?:(?:of|in)\s)?"
            rf"(?:(?P<sameyear>{_YEAR})|(?P<samerel>{_any_of([*relative_years, *back_years])})){_END}"
            rf"|{_behind(_BEFORE_MONTH)}(?P<lmonth>{MONTH}){_END}"
            rf"|{years}"
            rf"|(?P<anaphoric>{_any_of(word for word in self._anaphoric if word not in back)}){_END}"
            rf"|{_NOT_COMPARED}(?P<earlier>{_any_of(back)}){_END}"
        )
        self.dates = Alternatives([begin + branch for branch in branches(joined)], lower=True)

    def days(self, match: re.Match[str], anchor: Anchor) -> Days | None:
        """Return the days that a match names; None where it has nothing to hold on to.

        Raises ``ValueError`` for a date that does not exist.
        """
        found = Groups(match.groupdict())
        if found["iso"]:
            year, month, number = (int(part) for part in re.split(r"[-/.]", found["iso"]))
            return impossible(calendar.day(year, month, number))
        prefix = next((prefix for prefix in ("", "f", "n", "o") if found[f"{prefix}month"]), None)
        if prefix is not None:
            return self._month_day(found, prefix, anchor)
        if found["smonth"] or found["umonth"]:
            return self._two_months(found, anchor)
        if found["rmonth"]:
            return self._of_relative_year(found, anchor)
        if found["week"]:
            return calendar.week(int(found["weekyear"]), int(found["week"]))
        if found["ymonth"]:
            return self._month_of_year(found)
        if found["slashyear"]:
            return _slashed(int(found["slash1"]), int(found["slash2"]), int(found["slashyear"]))
        if found["stcount"] or found["stmonth"] or found["stunit"]:
            return en_stretches.days(found, self._counts, _month, anchor)
        if any(found[name] for name in en_years.GROUPS):
            return en_years.days(found)
        if found["anaphoric"] or found["earlier"]:
            entry = self._anaphoric[found["anaphoric"] or found["earlier"] or ""]
            return calendar.referred(anchor.told, entry.unit, entry.offset)
        if found["same"]:
            return self._same(found, anchor)
        if any(found[name] for name in en_months.GROUPS):
            return en_months.days(found, _month, anchor)
        return self._longer(found, anchor)

    def goes_back(self, match: re.Match[str]) -> bool:
        """Say whether a match looks back from the date told before: the year before."""
        found = match.groupdict()
        return found.get("earlier") is not None or found.get("same") is not None

    def _same(self, found: Groups, anchor: Anchor) -> Days | None:
        """Return the same quarter of 2023, or of last year: of the one before, where that was told."""
        told, year = anchor.told, found["sameyear"]
        if year or told is None:
            return calendar.in_year(told, int(year)) if year else None
        entry = self._relative.get(found["samerel"])
        if entry is None:
            return calendar.in_year(told, told.earliest.year - 1)
        if anchor.published is None:
            return None
        now = min(anchor.published.year, told.earliest.year) if entry.offset < 0 else anchor.published.year
        return calendar.in_year(told, now + entry.offset)

    def _of_relative_year(self, found: Groups, anchor: Anchor) -> Days | None:
        """Return March last year, 1 January next year."""
        number, day = _month(found["rmonth"]), _day(found["rday"] or found["rday2"] or "")
        if day:
            impossible(calendar.day(2000, number, day))
        if anchor.published is None:
            return None
        year = anchor.published.year + self._relative[found["ryear"]].offset
        return impossible(calendar.day(year, number, day)) if day else calendar.month(year, number)

    def _longer(self, found: Groups, anchor: Anchor) -> Days | None:
        """Return a quarter, a half, years; what holds on to the document's date is left to others."""
        if found["century"] or found["centuryword"]:
            century = int(found["century"] or _CENTURIES[found["centuryword"] or ""])
            return impossible(calendar.months(100 * century - 99, 1, 1200, "century"))
        quarter = (
            found["q"]
            or found["pq"]
            or found["nq"]
            or (found["quarter"] and str(_ORDINALS[found["quarter"]]))
        )
        if quarter:
            return self._quarter(int(quarter), found, anchor)
        if found["h"] or found["nh"]:
            half = int(found["h"] or found["nh"])
            year = next(filter(None, (found[name] for name in _HALF_YEARS)))
            return calendar.months(_full(year), 6 * half - 5, 6 * half, "half")
        if found["part"]:
            entry = self._parts[found["part"]]
            return calendar.months(int(found["pyear"]), entry.first, entry.last, entry.name)
        if found["from"] or found["since"]:
            return self._years(int(found["from"] or found["since"]), int(found["until"] or found["till"]))
        if found["winter"]:
            return impossible(calendar.winter(int(found["winter"]), int(found["winterend"])))
        if found["season"]:
            first, last = int(found["season"]), int(found["seasonend"])
            return calendar.winter(first, last) if found["cold"] else calendar.two_years(first, last)
        whole = found["fiscal"] or found["fiscal2"]
        if whole:
            return impossible(calendar.whole_year(_full(whole.strip("'"))))
        return self._told_by_anchor(found, anchor)

    def _told_by_anchor(self, found: dict[str, str | None], anchor: Anchor) -> Days | None:
        if anchor.published is None:
            return None
        if found["relative"]:
            entry = self._relative[found["relative"]]
            return calendar.shifted(anchor.published, entry.unit, entry.offset)
        if found["span"]:
            told = found["count"] or "1"
            count = int(told) if told.isdigit() else self._counts[told]
            ahead = found["span"] in self._ahead_words
            return calendar.span(anchor.published, found["unit"] or "", count, ahead=ahead)
        if found["back"]:
            told = "1" if found["back"] == "a" else found["back"]
            count = int(told) if told.isdigit() else self._counts[told]
            decade = found["backunit"] == "decade"
            unit = "year" if decade else found["backunit"] or ""
            return calendar.span(anchor.published, unit, count * (10 if decade else 1), ahead=False)
        if found["lastmonth"]:
            number = _month(found["lastmonth"])
            year = anchor.published.year - (number >= anchor.published.month)
            return calendar.month(year, number)
        if found["lmonth"]:
            number = _month(found["lmonth"])
            near = [calendar.month(anchor.published.year + step, number) for step in (-1, 0, 1)]
            return calendar.nearest([d for d in near if d], anchor.published, ahead=anchor.ahead)
        index = _WEEKDAYS.index(found["weekday"] or "monday")
        back = (anchor.published.weekday() - index) % 7
        if found["which"]:
            step = 7 - back if found["which"] == "next" else -(back or 7)
        else:
            step = (7 - back) % 7 if anchor.ahead or found["due"] is not None else -back
        date = anchor.published + dt.timedelta(days=step)
        return Days(date, date, "day")

    @staticmethod
    def _month_day(found: dict[str, str | None], prefix: str, anchor: Anchor) -> Days | None:
        number = _month(found[prefix + "month"] or "")
        first = _day(found[prefix + "day"] or "")
        last = _day(found[prefix + "day2"] or "") or first
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
    def _two_months(found: dict[str, str | None], anchor: Anchor) -> Days | None:
        """Return June 28 to July 3, 2021 and 28 June to 3 July as one stretch."""
        a, b = ("s", "t") if found["smonth"] else ("u", "v")
        months = _month(found[a + "month"] or ""), _month(found[b + "month"] or "")
        days = tuple(_day(found[name + "day"] or "") for name in (a, b))
        later = months[1] < months[0]
        last, first = found[b + "year"], found[a + "year"]
        if first or last:
            year = int(first) if first else int(last or "0") - later
            return _stretch(year, int(last) if last else year + later, months, days)
        for month, number in zip(months, days, strict=True):
            impossible(calendar.day(2000, month, number))
        if anchor.published is None:
            return None
        years = [anchor.published.year + step for step in (-1, 0, 1)]
        near = [_stretch(year, year + later, months, days) for year in years]
        return calendar.nearest(near, anchor.published, ahead=anchor.ahead)

    @staticmethod
    def _month_of_year(found: dict[str, str | None]) -> Days | None:
        number, year = _month(found["ymonth"] or ""), int(found["myear"] or "0")
        part = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}.get(found["mpart"] or "")
        return calendar.part_of_month(year, number, *part) if part else calendar.month(year, number)

    @staticmethod
    def _quarter(number: int, found: dict[str, str | None], anchor: Anchor) -> Days | None:
        year = next(filter(None, (found[name] for name in _QUARTER_YEARS)), None)
        if year:
            return calendar.quarter(_full(year), number)
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


def _stretch(first: int, last: int, months: tuple[int, int], days: tuple[int, ...]) -> Days:
    start = impossible(calendar.day(first, months[0], days[0]))
    stop = impossible(calendar.day(last, months[1], days[1]))
    if stop.latest < start.earliest:
        raise ValueError("days run backwards")
    return Days(start.earliest, stop.latest, "part")


def _full(year: str) -> int:
    """Return a year, of two digits one of this century."""
    return int(year) if len(year) > 2 else 2000 + int(year)


def _slashed(one: int, other: int, year: int) -> Days | None:
    """Return 13/5/2021; None for 3/5/2021, whose day may be its month."""
    if one <= 12 and other <= 12 and one != other:
        return None
    month, day = (one, other) if other > 12 else (other, one)
    return impossible(calendar.day(year, month, day))


def _day(word: str) -> int:
    """Return the worth of 24 or 24th; 0 for no word."""
    return int(word.rstrip("dhnrst") or "0")


def _month(word: str) -> int:
    return _MONTH_NUMBERS[word[:3]]
