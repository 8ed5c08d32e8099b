"""Read the numerals that dates, multiples and ignored stretches leave.

Comes in: folded text with what is taken of it.  Goes out: all figures in order, without overlaps: what was
taken, and between it quantities and numerals that are none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from verify.catalog.catalog import Catalog
from verify.extract.figures.figure import Figure, Kind, Reading, Trouble
from verify.extract.figures.mantissas import NumeralError
from verify.extract.figures.quantities import QuantityReader
from verify.extract.figures.shapes import Shapes
from verify.extract.figures.sharing import Sharing
from verify.extract.lexicon.words import is_latin
from verify.model.quantity import Form
from verify.model.span import Span
from verify.text.sentences import LONGEST, clauses, sentences

_PRIMES = re.compile(r"""['′]\s?\d{1,2}(?:\.\d{1,2})?(?:"|″)""")
_UNKNOWN_UNIT = re.compile(r"[A-Za-zµΩ]{1,12}(?![A-Za-z])")


class Gaps:
    """Reads the numerals between other figures."""

    def __init__(self, catalog: Catalog) -> None:
        self.quantities = QuantityReader(catalog)
        self._shapes = Shapes(catalog, self.quantities)
        self._sharing = Sharing(catalog.languages)
        self._start = self.quantities.numerals.start
        self.first = self._start.search
        """Finds the first numeral of a folded text."""

    def between(
        self,
        text: str,
        first: re.Match[str] | None,
        taken: list[Figure],
        bars: list[int],
        troubles: list[Trouble],
    ) -> list[Figure]:
        """Read the numerals that stand between what is taken, and return all in order.

        ``first`` is the first numeral of the text; at ``bars`` words end, in order, that are no hedge though
        one is in them (handed over).
        """
        figures: list[Figure] = []
        places, length = _Places(text, self._start, first, bars), len(text)
        if not taken:
            self._gap(places, 0, length, length, figures, troubles)
            return figures
        walls = _walls(taken, length)
        floor = 0
        for index, figure in enumerate(taken):
            start, end = figure.span
            if places.begin < floor:
                places.seek(floor)
            if places.begin < start:
                floor = self._gap(places, floor, start, walls[index], figures, troubles)
            if start >= floor:
                if figure.kind is not Kind.IGNORED or places.holds_numeral(start, end):
                    figures.append(figure)
                floor = end
        if places.begin < length:
            self._gap(places, floor, length, length, figures, troubles)
        return figures

    def _gap(
        self,
        places: _Places,
        floor: int,
        stop: int,
        wall: int,
        figures: list[Figure],
        troubles: list[Trouble],
    ) -> int:
        """Append the figures that begin in a gap and reach up to ``wall`` at most; return where they end."""
        text, shape_of, place = places.text, self._shapes.read, floor
        short, listed = len(text) <= LONGEST, False
        found: list[Figure] = []
        while True:
            if places.begin < place:
                places.seek(place)
            begin, end = places.begin, places.end
            if begin >= stop:
                break
            if end > stop:  # a word that goes on behind the gap may be one without its rest
                match = places.start.search(text, begin, stop)
                if match is None:
                    break
                begin, end = match.span()
            low = places.unbarred(begin, floor) if places.bars else floor
            # A sentence of a long text may be cut anywhere.
            reading = shape_of(text, begin, low if short else max(low, places.clause(begin)))
            if reading is None:
                try:
                    reading = self.quantities.read(text, begin, max(low, places.clause(begin)))
                except NumeralError as error:
                    span = Span(begin, error.end)
                    troubles.append(Trouble(error.code, str(error), span))
                    found.append(Figure(Kind.NUMERAL, span, (f"numeral.{error.code}",)))
                    place = floor = error.end
                    continue
            if reading is None or reading.span.end > wall:
                if self.quantities.numerals.is_digit(text, begin):
                    found.append(Figure(Kind.NUMERAL, Span(begin, end), ("numeral.bare",)))
                place = end
                continue
            if reading.quantity.kind == "number" or reading.quantity.form is Form.CHANGE:
                listed = True
            if reading.guessed or reading.quantity.unit.base == "dimensionless":
                troubles.extend(_doubts(text, reading))
            while found and found[-1].span.end > reading.span.start:
                found.pop()  # a character taken for a numeral of its own: 零 of 零下5度
            found.append(Figure(Kind.QUANTITY, reading.span, reading.rules, reading))
            place = floor = max(reading.span.end, end)
        figures += self._shared(text, found) if listed and len(found) > 1 else found
        return max(floor, found[-1].span.end) if found else floor

    def _shared(self, text: str, found: list[Figure]) -> Iterable[Figure]:
        """Return the figures, those of a list with their common unit or change."""
        readings = [one.reading for one in found if one.reading is not None]
        shared = iter(self._sharing.pass_on(text, self._sharing.pass_back(text, readings)))
        figures: list[Figure] = []
        for figure in found:
            reading = next(shared) if figure.reading is not None else None
            if reading is None or reading is figure.reading:
                figures.append(figure)
            else:
                figures.append(Figure(Kind.QUANTITY, reading.span, reading.rules, reading))
        return figures


class _Places:
    """A folded text, with the places where its numerals and clauses begin.

    Numerals are asked for from the begin of the text to its end.
    """

    def __init__(
        self, text: str, start: re.Pattern[str], first: re.Match[str] | None, bars: list[int]
    ) -> None:
        """Take the pattern that finds where a numeral may begin, the first that it finds, and the bars."""
        self.text = text
        self.start = start
        self.begin, self.end = first.span() if first else (len(text), len(text))
        """Of the numeral that was found last; both the end of the text where none follows."""
        self.bars = bars
        self._clauses: list[int] | None = None

    def seek(self, place: int) -> None:
        """Go to the first numeral at or behind a place."""
        match = self.start.search(self.text, place)
        length = len(self.text)
        self.begin, self.end = match.span() if match else (length, length)

    def holds_numeral(self, start: int, stop: int) -> bool:
        """Say whether a numeral stands in a stretch of the text."""
        if self.begin < start:
            self.seek(start)
        if self.begin >= stop or self.end <= stop:
            return self.begin < stop
        return self.start.search(self.text, self.begin, stop) is not None

    def unbarred(self, place: int, floor: int) -> int:
        """Return the floor of a figure at a place: no word before it is touched that bars it."""
        at = bisect_right(self.bars, place)
        return max(floor, self.bars[at - 1]) if at else floor

    def clause(self, place: int) -> int:
        """Return where the clause of a place begins: a hedge does not reach back over it."""
        if self._clauses is None:
            self._clauses = _clause_edges(self.text)
        at = bisect_right(self._clauses, place)
        return self._clauses[at - 1] if at else 0


def _clause_edges(text: str) -> list[int]:
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
        primes = _PRIMES.match(text, reading.span.end)
        if primes:
            words = text[reading.span.start : primes.end()]
            message = f"{words} may be feet and inches, or minutes and seconds"
            yield Trouble("ambiguous-unit", message, Span(reading.span.start, primes.end()))
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
