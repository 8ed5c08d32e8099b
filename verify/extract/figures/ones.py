"""Find one of a unit behind a hedge: nearly an hour, more than a decade, within a fortnight.

Comes in: what the sweep over a text found for the words of the language files.  Goes out: figures.  Without
a hedge the article counts nothing: an hour of news, $5 a week.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from verify.catalog.schema import LanguageEntry
from verify.catalog.units import UnitTable
from verify.extract.figures.before import BeforeReader
from verify.extract.figures.figure import Figure, Kind, Reading
from verify.extract.figures.hedging import bound, strongest
from verify.extract.figures.kinds import kind_of
from verify.model.quantity import Form, Numeral, Quantity
from verify.model.span import Span
from verify.text.alternatives import Alternatives, either


class Ones:
    """Reads them with the words of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry], before: BeforeReader, units: UnitTable) -> None:
        """Take what reads the hedges before a figure."""
        self._before, self._units = before, units
        sources = [
            rf"(?<![a-z-]){re.escape(hedge)} (?:{either(entry.per_articles)}) (?:{either(entry.ones)})"
            rf"(?![a-z'’-]| (?:{either(entry.per_unless)})\b)"
            for entry in languages
            if entry.ones
            for hedge in entry.ones_hedged
        ]
        self.alternatives = Alternatives(sources, lower=True)

    def read(self, text: str, matches: Iterable[re.Match[str]]) -> Iterator[Figure]:
        """Yield the figure of each match."""
        for match in matches:
            place, end = match.span()
            unit_start = text.rindex(" ", place, end) + 1
            start = text.rindex(" ", place, unit_start - 1) + 1
            before = self._before.read(text, start, 0)
            found = self._units.match(text, unit_start)
            if found is None or found[1] != end or not before.hedges or before.currency or before.negative:
                continue
            unit = self._units.unit(found[0])
            number = Span(start, unit_start - 1)
            numeral = Numeral(
                number, text[start : number.end], Fraction(1), Fraction(1), Fraction(1), kind="word"
            )
            hedge, words = strongest(before.hedges)
            hedge = bound(hedge, numeral, Form.POINT)
            span = Span(before.begin, end)
            stated = text[span.start : end]
            quantity = Quantity(
                stated,
                Form.POINT,
                (numeral,),
                unit,
                hedge,
                words,
                before.emphasis,
                text[unit_start:end],
                kind_of(unit, counted=False),
            )
            rules = ("numeral.word", f"unit.{unit.name}", f"hedge.{hedge}")
            yield Figure(
                Kind.QUANTITY, span, rules, Reading(span, quantity, number, Span(unit_start, end), rules)
            )
