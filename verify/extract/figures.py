"""Find every figure, date and numeral of a block of text, in one pass.

Comes in: folded text of a block.  Goes out: ``Figure``s in order, without overlaps, that together
cover every numeral: quantities, periods, and numerals that are no figures with the rule that says
so.  Dates and ignore rules are found by one pattern each; what they leave is read numeral by
numeral.  What a figure is about is left to ``claims``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from verify.catalog.catalog import Catalog
from verify.extract.numerals import TooLong
from verify.extract.quantities import QuantityReader, Reading, lowered
from verify.extract.words import Surfaces
from verify.lang.base import Anchor, Periods
from verify.lang.calendar import Days, widened
from verify.lang.registry import periods
from verify.model.period import Period
from verify.model.quantity import DIMENSIONLESS, Form, Hedge, Numeral, Quantity
from verify.model.span import Span
from verify.text.fold import folded
from verify.text.sentences import clauses, sentences

_HAN_NUMERAL = re.compile(r"[零〇一二三四五六七八九十百千万亿两]")
_TROUBLE = re.compile(r"\d+[lO〇○]\d*|[lO]\d{2,}")
_UNKNOWN_UNIT = re.compile(r"[A-Za-zµΩ]{1,12}(?![A-Za-z])")
_MOST_NUMERALS = 20000
"""In one block; a page of nothing but figures is data, not text."""


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
        self._periods: dict[str, Periods] = periods(catalog.languages)
        self._ignored, self._ignore_ids = _ignore_pattern(catalog)
        self._multiples = Surfaces((s, v) for lang in catalog.languages for s, v in lang.multiples.items())
        words = [s for lang in catalog.languages for s in lang.multiples]
        self._multiple = _alternation(words)
        self._ahead = _alternation(
            [w for lang in catalog.languages for entry in lang.modality if entry.value == "planned" for w in entry.words]
        )
        hedges = [(Hedge(e.hedge), e) for lang in catalog.languages for e in lang.hedges]
        self._date_before = Surfaces((w, h) for h, e in hedges for w in e.before if h is Hedge.ABOUT)
        self._date_after = Surfaces((w, h) for h, e in hedges for w in e.after if h is Hedge.ABOUT)

    def scan(self, text: str, language: str, published: dt.date | None, told: Days | None = None) -> tuple[Scan, Days | None]:
        """Return every figure of the folded text, and the last date it tells."""
        lower = lowered(text)
        result = Scan()
        doublings = self._doublings(text, lower)
        ignored = _apart(self._ignore(text), doublings)
        dates, told = self._dates(text, lower, language, published, told, ignored, result)
        taken = sorted([*dates, *_apart(ignored, dates), *doublings], key=lambda figure: figure.span)
        result.figures = list(self._between(text, lower, taken, result))
        return result, told

    def names_period(self, lower: str) -> bool:
        """Say whether a short text, such as the head of a column, names a period."""
        return any(grammar.pattern.search(lower) for grammar in self._periods.values())

    # --- dates

    def _dates(
        self, text: str, lower: str, language: str, published: dt.date | None, told: Days | None,
        ignored: list[Figure], result: Scan,
    ) -> tuple[list[Figure], Days | None]:
        found: list[Figure] = []
        end = 0
        grammars = sorted(self._periods.items(), key=lambda item: item[0] != language)
        matches = sorted(
            ((match, name) for name, grammar in grammars for match in grammar.pattern.finditer(lower)),
            key=lambda item: (item[0].start(), -item[0].end(), item[1] != language),
        )
        blocked = [figure.span for figure in ignored]
        at = 0
        for match, name in matches:
            span = Span(match.start(), match.end())
            while at < len(blocked) and blocked[at].end <= span.start:
                at += 1
            if span.start < end or (at < len(blocked) and blocked[at].covers(span) and blocked[at] != span):
                continue
            ahead = bool(self._ahead.search(lower, max(0, span.start - 12), span.start))
            try:
                days = self._periods[name].days(match, Anchor(published, told, ahead))
            except (ValueError, OverflowError):
                result.troubles.append(Trouble("impossible-date", f"'{match.group()}' is no date of the calendar", span))
                found.append(Figure(Kind.NUMERAL, span, ("date.impossible",)))
                end = span.end
                continue
            figure = self._period(text, lower, span, days, name)
            found.append(figure)
            end = figure.span.end
            told = days or told
        return found, told

    def _period(self, text: str, lower: str, span: Span, days: Days | None, name: str) -> Figure:
        hedge = Hedge.BARE
        start, end = span.start, span.end
        before = self._date_before.before(lower, start, max(0, start - 6))
        after = self._date_after.at(lower, end)
        if before or after:
            hedge = Hedge.ABOUT
            start, end = (before[0] if before else start), (after[0] if after else end)
            days = widened(days) if days else None
        period = Period(
            text[start:end], days.earliest if days else None, days.latest if days else None,
            days.precision if days else "", hedge,
        )
        rules = (f"date.{name}", *(() if hedge is Hedge.BARE else ("hedge.about",)))
        return Figure(Kind.PERIOD, Span(start, end), rules, period=period)

    # --- numerals that are no figures

    def _ignore(self, text: str) -> list[Figure]:
        if self._ignored is None:
            return []
        found: list[Figure] = []
        for match in self._ignored.finditer(text):
            if match.lastgroup is None or match.end() == match.start():
                continue
            rule = self._ignore_ids[match.lastgroup]
            inner = f"{match.lastgroup}n"
            span = match.span(inner) if inner in self._ignored.groupindex and match.group(inner) else match.span()
            found.append(Figure(Kind.IGNORED, Span(*span), (rule,)))
        return found

    def _doublings(self, text: str, lower: str) -> list[Figure]:
        """Read 翻了一番 and doubled as a change by a factor."""
        found: list[Figure] = []
        for match in self._multiple.finditer(lower):
            span = Span(*match.span())
            meaning = self._multiples.at(lower, span.start)
            if meaning is None:
                continue
            value = Fraction(meaning[1])
            numeral = Numeral(span, text[span.start : span.end], value, Fraction(1), None, kind="word")
            quantity = Quantity(
                text[span.start : span.end], Form.CHANGE, (numeral,), DIMENSIONLESS, Hedge.ABOUT, kind="ratio"
            )
            reading = Reading(span, quantity, span, Span(span.end, span.end), ("multiple",))
            found.append(Figure(Kind.QUANTITY, span, reading.rules, reading))
        return found

    # --- quantities

    def _between(self, text: str, lower: str, taken: list[Figure], result: Scan) -> Iterator[Figure]:
        """Read the numerals that dates and ignore rules leave, and yield all in order."""
        edges = clause_edges(text)
        floor = 0
        for index, figure in enumerate([*taken, None]):
            stop = figure.span.start if figure else len(text)
            wall = _wall(taken, index, len(text))
            for found in self._numerals(text, lower, floor, stop, wall, edges, result):
                floor = max(floor, found.span.end)
                yield found
            if figure is not None and figure.span.start >= floor:
                if figure.kind is not Kind.IGNORED or self.quantities.numerals.start.search(text, *_bounds(figure)):
                    yield figure
                floor = max(floor, figure.span.end)

    def _numerals(
        self, text: str, lower: str, start: int, stop: int, wall: int, edges: list[int], result: Scan
    ) -> Iterator[Figure]:
        """Read the numerals that begin in ``[start, stop)``; a figure may reach up to ``wall``."""
        place, floor = start, start
        pattern = self.quantities.numerals.start
        edge = 0
        bare: Figure | None = None
        while True:
            match = pattern.search(text, place, stop) if place < stop else None
            if match is None:
                break
            while edge < len(edges) and edges[edge] <= match.start():
                edge += 1
            begin = max(floor, edges[edge - 1] if edge else 0)
            try:
                reading = self.quantities.read(text, lower, match.start(), begin)
            except TooLong as long:
                span = Span(match.start(), long.end)
                result.troubles.append(Trouble("numeral-too-long", f"a numeral of {span.end - span.start} characters is not read", span))
                yield Figure(Kind.NUMERAL, span, ("numeral.too-long",))
                place = floor = long.end
                continue
            if reading is None or reading.span.end > wall:
                if bare is not None:
                    yield bare
                numeral = _HAN_NUMERAL.match(match.group()) or match.group()[0].isdigit()
                bare = Figure(Kind.NUMERAL, Span(*match.span()), ("numeral.bare",)) if numeral else None
                place = match.end()
                continue
            self._unknown(text, reading, result)
            if bare is not None and bare.span.end <= reading.span.start:
                yield bare
            bare = None
            yield Figure(Kind.QUANTITY, reading.span, reading.rules, reading)
            place = floor = max(reading.span.end, match.end())
        if bare is not None:
            yield bare

    @staticmethod
    def _unknown(text: str, reading: Reading, result: Scan) -> None:
        """Report letters that stand at a number like a unit but are in no table."""
        if reading.quantity.unit.base != "dimensionless" or reading.unit_span.end > reading.unit_span.start:
            return
        letters = _UNKNOWN_UNIT.match(text, reading.span.end)
        if letters:
            result.troubles.append(
                Trouble("unknown-unit", f"'{letters.group()}' after {reading.quantity.stated} is no unit of rules/units", Span(*letters.span()))
            )


def clause_edges(text: str) -> list[int]:
    """Return where clauses begin: a hedge does not reach back over one."""
    return [clause.start for sentence in sentences(text) for clause in clauses(text, sentence)]


def _wall(taken: list[Figure], index: int, length: int) -> int:
    """Return where the next date begins: a unit may run over a word (吨二氧化碳), not over a date."""
    return next((figure.span.start for figure in taken[index:] if figure.kind is not Kind.IGNORED), length)


def _bounds(figure: Figure) -> tuple[int, int]:
    return figure.span.start, figure.span.end


def _apart(ignored: list[Figure], dates: list[Figure]) -> list[Figure]:
    """Return the ignored spans that meet no date."""
    kept: list[Figure] = []
    at = 0
    for figure in ignored:
        while at < len(dates) and dates[at].span.end <= figure.span.start:
            at += 1
        if at >= len(dates) or not dates[at].span.meets(figure.span):
            kept.append(figure)
    return kept


def _alternation(words: list[str]) -> re.Pattern[str]:
    if not words:
        return re.compile(r"(?!)")
    surfaces = sorted({lowered(folded(word)) for word in words}, key=lambda w: (-len(w), w))
    return re.compile("|".join(rf"\b{re.escape(w)}\b" if w[0].isascii() else re.escape(w) for w in surfaces))


def _ignore_pattern(catalog: Catalog) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    """Join all ignore rules into one pattern; a group's name tells the rule."""
    parts: list[str] = []
    ids: dict[str, str] = {}
    for number, entry in enumerate(catalog.ignores):
        name = f"r{number}"
        ids[name] = entry.id
        pieces = [_literal(word) for word in sorted(entry.words, key=lambda w: (-len(w), w))]
        if entry.pattern:
            flags, body = _flags(entry.pattern)
            body = body.replace("(?P<n>", f"(?P<{name}n>")
            pieces.append(f"(?i:{body})" if flags else body)
        parts.append(f"(?P<{name}>{'|'.join(pieces)})")
    if not parts:
        return None, ids
    return re.compile("|".join(parts), re.MULTILINE), ids


def _literal(word: str) -> str:
    """Return the pattern of a word; 万千 of 4500万千瓦 is none."""
    return rf"(?<![\d.]){re.escape(folded(word))}"


def _flags(pattern: str) -> tuple[bool, str]:
    return (True, pattern[4:]) if pattern.startswith("(?i)") else (False, pattern)
