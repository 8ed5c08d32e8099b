"""Find every figure, date and numeral of a block of text, in one pass.

Comes in: folded text of a block.  Goes out: ``Figure``s in order, without overlaps, that together
cover every numeral: quantities, periods, and numerals that are no figures with the rule that says
so.  Dates and ignore rules are found by one pattern each; what they leave is read numeral by
numeral.  What a figure is about is left to ``extractor``.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from verify.catalog.catalog import Catalog
from verify.catalog.schema import LanguageEntry
from verify.extract.ignoring import IgnoreRules
from verify.extract.quantities import NumeralError, QuantityReader, Reading
from verify.extract.sharing import Sharing
from verify.extract.words import Surfaces, alternation, is_latin, lowered
from verify.lang.base import Anchor, Periods
from verify.lang.calendar import Days, widened
from verify.lang.registry import periods
from verify.model.period import Period
from verify.model.quantity import DIMENSIONLESS, Form, Hedge, Numeral, Quantity
from verify.model.span import Span
from verify.text.sentences import clauses, sentences

_UNKNOWN_UNIT = re.compile(r"[A-Za-zµΩ]{1,12}(?![A-Za-z])")
_AHEAD_REACH = 12
_HEDGE_REACH = 14


class Kind(StrEnum):
    """What stands at a place."""

    QUANTITY = "quantity"
    PERIOD = "period"
    IGNORED = "ignored"
    NUMERAL = "numeral"


@dataclass(frozen=True, slots=True)
class Figure:
    """One numeral of the text, read."""

    kind: Kind
    span: Span
    rules: tuple[str, ...]
    reading: Reading | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """A doubtful place: code, what it is, span in the folded text."""

    code: str
    message: str
    span: Span


@dataclass(slots=True)
class Scan:
    """All figures of a block, and what was doubtful."""

    figures: list[Figure] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)


class Scanner:
    """Reads blocks with the knowledge of a catalogue; built once, used for every document."""

    def __init__(self, catalog: Catalog) -> None:
        self.quantities = QuantityReader(catalog)
        self._ignore = IgnoreRules(catalog.ignores)
        self._dates = _Dates(catalog.languages)
        self._multiples = _Multiples(catalog.languages)
        self._sharing = Sharing(catalog.languages)

    def scan(
        self, text: str, language: str, published: dt.date | None, told: Days | None = None
    ) -> tuple[Scan, Days | None]:
        """Return every figure of the folded text, and the last date it tells."""
        lower = lowered(text)
        result = Scan()
        multiples = list(self._multiples.find(text, lower))
        block = _Text(text, self.quantities.numerals.start)
        rules = self._ignore.find(text) if block else ()
        ignored = [Figure(Kind.IGNORED, span, (rule,)) for span, rule in rules]
        ignored = _apart(ignored, multiples)
        dates, told = self._dates.find(text, lower, language, published, told, ignored, result.troubles)
        taken = [*dates, *_apart(ignored, dates), *multiples]
        if block or taken:
            taken.sort(key=lambda figure: (figure.span.start, figure.span.end))
            result.figures = list(self._between(block, taken, result.troubles))
        return result, told

    def names_period(self, lower: str) -> bool:
        """Say whether a short text, such as the head of a column, names a period."""
        return self._dates.name_one(lower)

    def period_of(self, headings: Sequence[str]) -> Period | None:
        """Return the one period that the nearest heading with any names (2023年生产月报)."""
        for heading in reversed(headings):
            found = [one.period for one in self._dates.alone(heading) if one.period is not None]
            if found:
                return found[0] if len(found) == 1 and found[0].resolved else None
        return None

    # --- what dates and ignore rules leave

    def _between(self, text: _Text, taken: list[Figure], troubles: list[Trouble]) -> Iterator[Figure]:
        """Read the numerals that dates and ignore rules leave, and yield all in order."""
        walls = _walls(taken, len(text.text))
        floor = 0
        for index, figure in enumerate([*taken, None]):
            stop = figure.span.start if figure else len(text.text)
            if text.numeral(floor, stop):
                found = self._numerals(text, floor, stop, walls[index], troubles)
                if found:
                    floor = max(floor, found[-1].span.end)
                    yield from self._shared(text.text, found)
            if figure is None or figure.span.start < floor:
                continue
            span = figure.span
            if figure.kind is not Kind.IGNORED or text.numeral(span.start, span.end):
                yield figure
            floor = span.end

    def _shared(self, text: str, found: list[Figure]) -> Iterable[Figure]:
        """Return the figures, those of a list with their common unit."""
        if len(found) == 1:
            return found
        readings = [one.reading for one in found if one.reading is not None]
        shared = iter(self._sharing.pass_back(text, readings))
        figures: list[Figure] = []
        for figure in found:
            reading = next(shared) if figure.reading is not None else None
            if reading is None or reading is figure.reading:
                figures.append(figure)
            else:
                figures.append(Figure(Kind.QUANTITY, reading.span, reading.rules, reading))
        return figures

    def _numerals(
        self, text: _Text, start: int, stop: int, wall: int, troubles: list[Trouble]
    ) -> list[Figure]:
        """Read the numerals that begin in ``[start, stop)``; a figure may reach up to ``wall``."""
        place = floor = start
        found: list[Figure] = []
        while (numeral := text.numeral(place, stop)) is not None:
            begin, end = numeral
            try:
                reading = self.quantities.read(text.text, begin, max(floor, text.clause(begin)))
            except NumeralError as error:
                span = Span(begin, error.end)
                troubles.append(Trouble(error.code, str(error), span))
                found.append(Figure(Kind.NUMERAL, span, (f"numeral.{error.code}",)))
                place = floor = error.end
                continue
            if reading is None or reading.span.end > wall:
                if self.quantities.numerals.is_digit(text.text, begin):
                    found.append(Figure(Kind.NUMERAL, Span(begin, end), ("numeral.bare",)))
                place = end
                continue
            troubles.extend(_doubts(text.text, reading))
            while found and found[-1].span.end > reading.span.start:
                found.pop()  # a character taken for a numeral of its own: 零 of 零下5度
            found.append(Figure(Kind.QUANTITY, reading.span, reading.rules, reading))
            place = floor = max(reading.span.end, end)
        return found


class _Text:
    """A block's folded text, with the places where its numerals and clauses begin."""

    def __init__(self, text: str, start: re.Pattern[str]) -> None:
        """Take the pattern that finds where a numeral may begin."""
        self.text = text
        self._start = start
        self._numerals = [match.span() for match in start.finditer(text)]
        self._clauses: list[int] | None = None

    def __bool__(self) -> bool:
        """True where any numeral may begin."""
        return bool(self._numerals)

    def numeral(self, place: int, stop: int) -> tuple[int, int] | None:
        """Return begin and end of the first that may be a numeral in ``[place, stop)``, or None."""
        at = bisect_left(self._numerals, (place, 0))
        if at and self._numerals[at - 1][1] > place:  # the place lies inside another
            match = self._start.search(self.text, place, stop)
            return None if match is None else match.span()
        if at >= len(self._numerals) or self._numerals[at][0] >= stop:
            return None
        begin, end = self._numerals[at]
        if end <= stop:
            return begin, end
        match = self._start.search(self.text, begin, stop)
        return None if match is None else match.span()

    def clause(self, place: int) -> int:
        """Return where the clause of a place begins: a hedge does not reach back over it."""
        if self._clauses is None:
            self._clauses = clause_edges(self.text)
        at = bisect_right(self._clauses, place)
        return self._clauses[at - 1] if at else 0


class _Dates:
    """Finds dates with the grammar of every language, that of the document first."""

    def __init__(self, languages: Sequence[LanguageEntry]) -> None:
        self._periods: dict[str, Periods] = periods(languages)
        planned = [w for entry in languages for m in entry.modality if m.value == "planned" for w in m.words]
        self._ahead = alternation(planned)
        about = [
            entry for language in languages for entry in language.hedges if Hedge(entry.hedge) is Hedge.ABOUT
        ]
        self._before = Surfaces((word, True) for entry in about for word in entry.before)
        self._after = Surfaces((word, True) for entry in about for word in entry.after)

    def name_one(self, lower: str) -> bool:
        """Say whether a text holds a period."""
        return any(next(grammar.find(lower), None) for grammar in self._periods.values())

    def alone(self, lower: str) -> list[Figure]:
        """Return the dates of a short text that stands by itself."""
        return self.find(lower, lower, "", None, None, [], [])[0]

    def find(
        self,
        text: str,
        lower: str,
        language: str,
        published: dt.date | None,
        told: Days | None,
        ignored: list[Figure],
        troubles: list[Trouble],
    ) -> tuple[list[Figure], Days | None]:
        """Return the dates of a text, those inside an ignored stretch left out, and the last one told."""
        found: list[Figure] = []
        end = at = 0
        for match, name in self._matches(lower, language):
            span = Span(match.start(), match.end())
            while at < len(ignored) and ignored[at].span.end <= span.start:
                at += 1
            hidden = at < len(ignored) and ignored[at].span.covers(span) and ignored[at].span != span
            if span.start < end or hidden:
                continue
            ahead = self._ahead.search(lower, max(0, span.start - _AHEAD_REACH), span.start) is not None
            try:
                days = self._periods[name].days(match, Anchor(published, told, ahead))
            except (ValueError, OverflowError):
                message = f"'{match.group()}' is no date of the calendar"
                troubles.append(Trouble("impossible-date", message, span))
                found.append(Figure(Kind.NUMERAL, span, ("date.impossible",)))
                end = span.end
                continue
            found.append(self._period(text, span, days, name))
            end = found[-1].span.end
            told = days or told
        return found, told

    def _matches(self, lower: str, language: str) -> list[tuple[re.Match[str], str]]:
        matches = [(match, name) for name, grammar in self._periods.items() for match in grammar.find(lower)]
        return sorted(matches, key=lambda one: (one[0].start(), -one[0].end(), one[1] != language))

    def _period(self, text: str, span: Span, days: Days | None, name: str) -> Figure:
        start, end = span.start, span.end
        begin = start - 1 if text[start - 1 : start] == " " else start
        before = self._before.before(text, begin, max(0, start - _HEDGE_REACH))
        after = self._after.at(text, end)
        hedge = Hedge.ABOUT if before or after else Hedge.BARE
        if hedge is Hedge.ABOUT:
            start, end = (before[0] if before else start), (after[0] if after else end)
            days = widened(days) if days else None
        period = Period(
            text[start:end],
            days.earliest if days else None,
            days.latest if days else None,
            days.precision if days else "",
            hedge,
        )
        rules = (f"date.{name}", *(() if hedge is Hedge.BARE else ("hedge.about",)))
        return Figure(Kind.PERIOD, Span(start, end), rules, period=period)


class _Multiples:
    """Finds 翻了一番 and doubled: a change by a factor."""

    def __init__(self, languages: Sequence[LanguageEntry]) -> None:
        self._worths = Surfaces((s, Fraction(v)) for entry in languages for s, v in entry.multiples.items())
        self._pattern = alternation([surface for entry in languages for surface in entry.multiples])

    def find(self, text: str, lower: str) -> Iterator[Figure]:
        """Yield every such change of a text."""
        for match in self._pattern.finditer(lower):
            worth = self._worths.at(text, match.start())
            if worth is None:
                continue
            span = Span(match.start(), match.end())
            words = text[span.start : span.end]
            numeral = Numeral(span, words, worth[1], Fraction(1), None, kind="word")
            quantity = Quantity(words, Form.CHANGE, (numeral,), DIMENSIONLESS, kind="ratio")
            reading = Reading(span, quantity, span, Span(span.end, span.end), ("multiple",))
            yield Figure(Kind.QUANTITY, span, reading.rules, reading)


def clause_edges(text: str) -> list[int]:
    """Return where clauses begin: a hedge does not reach back over one."""
    return [clause.start for sentence in sentences(text) for clause in clauses(text, sentence)]


def _doubts(text: str, reading: Reading) -> Iterator[Trouble]:
    """Yield what is doubtful about a reading: letters that no table knows, a unit with several meanings."""
    if reading.guessed:
        words = reading.quantity.unit_words
        yield Trouble(
            "ambiguous-unit",
            f"'{words}' has several meanings; nothing near it tells which",
            reading.unit_span,
        )
    unit = reading.quantity.unit
    if unit.base == "dimensionless" and reading.unit_span.end == reading.unit_span.start:
        letters = _UNKNOWN_UNIT.match(text, reading.span.end)
        if letters and not is_latin(text[reading.span.end - 1]):
            message = f"'{letters.group()}' after {reading.quantity.stated} is no unit of rules/units"
            yield Trouble("unknown-unit", message, Span(letters.start(), letters.end()))


def _walls(taken: list[Figure], length: int) -> list[int]:
    """Return for each gap where the next date begins: a unit may run over a word, not over a date."""
    walls = [length]
    for figure in reversed(taken):
        walls.append(walls[-1] if figure.kind is Kind.IGNORED else figure.span.start)
    return walls[::-1]


def _apart(figures: list[Figure], others: list[Figure]) -> list[Figure]:
    """Return the figures that meet none of the others; both are in order."""
    kept: list[Figure] = []
    at = 0
    for figure in figures:
        while at < len(others) and others[at].span.end <= figure.span.start:
            at += 1
        if at >= len(others) or not others[at].span.meets(figure.span):
            kept.append(figure)
    return kept
