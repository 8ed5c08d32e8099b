"""Read the dates of a text, each against the document's own date and the last one told.

Comes in: what the sweep over a text found with the grammar of each language.  Goes out: periods with their
hedge, in order, without overlaps; a date that does not exist is a doubtful place.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from verify.catalog.schema import LanguageEntry
from verify.extract.figures.figure import Figure, Kind, Trouble
from verify.extract.figures.hours import Hours
from verify.extract.lexicon.words import Surfaces, alternation, lowered
from verify.lang.base import Anchor
from verify.lang.calendar import Days, widened
from verify.lang.registry import periods
from verify.model.period import Period
from verify.model.quantity import Hedge
from verify.model.span import Span
from verify.text.fold import folded

_AHEAD_REACH = 12
_STOPS = ("。", "！", "？", "\n", ". ", "! ", "? ")
_HEDGE_REACH = 14
_AGO_REACH = 12
_CLAUSE_ENDS = frozenset("，。；！？、（）,;()\n")
_MOST_KNOWN = 1 << 12
_MAY_BE_WORDS = re.compile(r"\b(?:may|march)\b")
"""Months that are common words where they have no capital."""
_YEAR = re.compile(r"\d{4}")
_OPENING_REACH = 24
_OF = "的"
_YEARS = frozenset({"year", "years"})

_Told = tuple[str, str | None, tuple[str | None, ...], str, dt.date | None, Days | None, bool]
"""A date as written, with what its grammar found in it, its language, and what it holds on to."""


class Dates:
    """Reads dates with the grammar of every language, that of the document first."""

    def __init__(self, languages: Sequence[LanguageEntry]) -> None:
        self._periods = periods(languages)
        self._names = tuple(self._periods)
        self._known: dict[_Told, tuple[Days | None, bool]] = {}
        self.alternatives = [grammar.dates for grammar in self._periods.values()]
        """The dates of each language, for a text in lower case."""
        plans = [m for entry in languages for m in entry.modality if m.value == "planned"]
        self._planned = frozenset(lowered(folded(word)) for entry in plans for word in entry.words)
        self._ahead = alternation([*self._planned, *(word for entry in plans for word in entry.unless)])
        """Words of planning, and those that hold one and plan nothing: 拍卖会."""
        self._ahead_behind = tuple(
            lowered(folded(word)) for entry in languages for word in entry.ahead_behind
        )
        about = [
            entry for language in languages for entry in language.hedges if Hedge(entry.hedge) is Hedge.ABOUT
        ]
        self._before = Surfaces((word, True) for entry in about for word in entry.before)
        self._after = Surfaces((word, True) for entry in about for word in entry.after)
        joints = [(lowered(word), False) for entry in languages for word in entry.range_words]
        joints += [(lowered(word), True) for entry in languages for word in entry.range_words_opened]
        self._joints = dict(reversed(joints))
        """What stands between the ends of a stretch, and whether only behind a word that opens one."""
        self._hours = Hours(languages)
        self._ago = tuple(folded(word) for entry in languages for word in entry.ago_before)
        self._opening = Surfaces((word, True) for entry in languages for word in entry.date_opening)
        self._moved = Surfaces((word, True) for entry in languages for word in entry.date_moved)

    def name_one(self, lower: str) -> bool:
        """Say whether a text holds a period."""
        return any(next(dates.finditer(lower), None) for dates in self.alternatives)

    def alone(self, lower: str, published: dt.date | None = None) -> list[Figure]:
        """Return the dates of a short text that stands by itself."""
        matches = [list(dates.finditer(lower)) for dates in self.alternatives]
        return self.read(lower, lower, matches, "", published, None, [], [])[0]

    def read(
        self,
        text: str,
        lower: str,
        matches: Sequence[list[re.Match[str]]],
        language: str,
        published: dt.date | None,
        told: Days | None,
        ignored: list[Figure],
        troubles: list[Trouble],
    ) -> tuple[list[Figure], Days | None]:
        """Return the dates of a text, those inside an ignored stretch left out, and the last one told.

        ``matches`` are those of each language.
        """
        found: list[Figure] = []
        end = at = 0
        cased = text != lower
        for match, name in self._merged(matches, language):
            span = Span(*match.span())
            if (cased and _is_word(match, text)) or self._is_ago(lower, span.start):
                continue  # under the age of 18 may not; 距今1500年
            while at < len(ignored) and ignored[at].span.end <= span.start:
                at += 1
            hidden = at < len(ignored) and ignored[at].span.covers(span) and ignored[at].span != span
            if span.start < end or hidden:
                continue
            try:
                ahead = self._is_ahead(lower, span)
                days, back = self._days(match, name, published, told, ahead=ahead)
            except (ValueError, OverflowError):
                message = f"'{match.group()}' is no date of the calendar"
                troubles.append(Trouble("impossible-date", message, span))
                found.append(Figure(Kind.NUMERAL, span, ("date.impossible",)))
                end = span.end
                continue
            period = self._period(text, span, days, name, back=back)
            joined = self._joined(text, lower, found[-1], period) if found else None
            if joined is not None and joined.period is not None:
                found.pop()
                period, days = joined, _days(joined.period)
            found.append(period)
            end = period.span.end
            told = told if days is None or back else days
        return found, told

    def _joined(self, text: str, lower: str, first: Figure, last: Figure) -> Figure | None:
        """Return two dates as the one stretch from the first to the last; None where they are two.

        So are 5月中旬至6月上旬 and between 28 February and 3 March.
        """
        gap = lower[first.span.end : last.span.start]
        opened = self._joints.get(gap.strip())
        if opened is None or first.period is None or last.period is None:
            return None
        start = first.span.start
        place = start - (text[start - 1 : start] == " ")
        floor = max(0, place - _OPENING_REACH)
        if opened and self._opening.before(text, place, floor) is None:
            return None
        if self._moved.before(text, place, floor) is not None:
            return None
        one, other = _days(first.period), _days(last.period)
        if one is None or other is None or one.latest >= other.latest or one.earliest > other.earliest:
            return None
        span = Span(start, last.span.end)
        years = one.precision in _YEARS and other.precision in _YEARS
        hedge = max(first.period.hedge, last.period.hedge, key=Hedge.ABOUT.__eq__)
        period = Period(
            text[span.start : span.end], one.earliest, other.latest, "years" if years else "part", hedge
        )
        return Figure(Kind.PERIOD, span, last.rules, period=period)

    def _is_ago(self, lower: str, start: int) -> bool:
        """Say whether a word tells that years are counted back from now, and name none: 距今约1500年."""
        least = max(0, start - _AGO_REACH)
        places = (lower.rfind(word, least, start) for word in self._ago)
        return any(place >= 0 and _CLAUSE_ENDS.isdisjoint(lower[place:start]) for place in places)

    def _is_ahead(self, lower: str, span: Span) -> bool:
        """Say whether a word of planning beside a date speaks of it: none of a sentence before its own."""
        start = span.start
        if lower.startswith(self._ahead_behind, span.end + (lower[span.end : span.end + 1] == " ")):
            return True
        least = max(0, start - _AHEAD_REACH)
        if self._ahead.search(lower, least, start) is None:
            return False
        begun = max(least, *(lower.rfind(stop, least, start) + 1 for stop in _STOPS))
        return any(found.group() in self._planned for found in self._ahead.finditer(lower, begun, start))

    def _days(
        self,
        match: re.Match[str],
        name: str,
        published: dt.date | None,
        told: Days | None,
        *,
        ahead: bool,
    ) -> tuple[Days | None, bool]:
        """Return the days that a match names, and whether it looks back from the date told before.

        Both are what was worked out before where it is like one of the matches then.
        """
        key = (match.group(), match.lastgroup, match.groups(), name, published, told, ahead)
        if key not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            grammar = self._periods[name]
            days = grammar.days(match, Anchor(published, told, ahead))
            self._known[key] = days, grammar.goes_back(match)
        return self._known[key]

    def _merged(
        self, matches: Sequence[list[re.Match[str]]], language: str
    ) -> list[tuple[re.Match[str], str]]:
        """Return what the languages found, in order; of two at one place the longer comes first."""
        merged = [(match, name) for name, found in zip(self._names, matches, strict=True) for match in found]
        if len(merged) > 1:
            merged.sort(key=lambda one: (one[0].start(), -one[0].end(), one[1] != language))
        return merged

    def _period(self, text: str, span: Span, days: Days | None, name: str, *, back: bool = False) -> Figure:
        start, end = span
        begin = start - 1 if text[start - 1 : start] == " " else start
        whole = text.startswith(_OF, end)  # 约为去年的1.5倍: a hedge of the multiple
        before = None if whole else self._before.before(text, begin, max(0, start - _HEDGE_REACH))
        after = self._after.at(text, end)
        rules: tuple[str, ...] = (f"date.{name}", *(("date.back",) if back else ()))
        hedge = Hedge.BARE
        if before or after:
            hedge, rules = Hedge.ABOUT, (*rules, "hedge.about")
            start, end = (before[0] if before else start), (after[0] if after else end)
            days = widened(days) if days else None
        stated = text[start:end]
        of_day = days is not None and days.earliest == days.latest
        hour = self._hours.beside(text, start, end) if of_day else None
        period = (
            Period(stated, days.earliest, days.latest, days.precision, hedge, hour)
            if days
            else Period(stated, None, None, "", hedge)
        )
        return Figure(Kind.PERIOD, Span(start, end), rules, period=period)


def _days(period: Period) -> Days | None:
    """Return the days of a period; None for one that holds on to nothing."""
    if period.earliest is None or period.latest is None:
        return None
    return Days(period.earliest, period.latest, period.precision)


def _is_word(match: re.Match[str], text: str) -> bool:
    """Say whether the month in a date without a year is a common word, in a text that has capitals."""
    return _MAY_BE_WORDS.search(text, *match.span()) is not None and _YEAR.search(match.group()) is None
