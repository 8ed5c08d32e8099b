"""Find 翻了一番 and doubled: a change by a factor.

Comes in: what the sweep over a text found for the words of the language files.  Goes out: figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from verify.catalog.schema import LanguageEntry
from verify.extract.before import BeforeReader
from verify.extract.figures import Figure, Kind
from verify.extract.hedging import strongest
from verify.extract.quantities import Reading
from verify.extract.words import Surfaces, whole_words
from verify.model.quantity import DIMENSIONLESS, Form, Hedge, Numeral, Quantity
from verify.model.span import Span
from verify.text.alternatives import Alternatives


class Multiples:
    """Reads changes by a factor with the words of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry], before: BeforeReader) -> None:
        """Take what reads the hedges before a figure."""
        self._before = before
        worths = {s: Fraction(v) for entry in languages for s, v in entry.multiples.items()}
        self._worths = Surfaces(worths)
        self.alternatives = Alternatives(whole_words(worths), lower=True)

    def read(self, text: str, matches: Iterable[re.Match[str]]) -> Iterator[Figure]:
        """Yield the change that each match tells."""
        for match in matches:
            worth = self._worths.at(text, match.start())
            if worth is None:
                continue
            number = Span(match.start(), match.end())
            numeral = Numeral(
                number, text[number.start : number.end], worth[1], Fraction(1), None, kind="word"
            )
            begin, hedge, told = self._hedged(text, number.start)
            span = Span(begin, number.end)
            words = text[begin : number.end]
            quantity = Quantity(words, Form.CHANGE, (numeral,), DIMENSIONLESS, hedge, told, kind="ratio")
            rules = ("multiple",) if hedge is Hedge.BARE else ("multiple", f"hedge.{hedge}")
            reading = Reading(span, quantity, number, Span(number.end, number.end), rules)
            yield Figure(Kind.QUANTITY, span, reading.rules, reading)

    def _hedged(self, text: str, start: int) -> tuple[int, Hedge, tuple[str, ...]]:
        """Return where a change begins with its hedges, the strongest, and all as written."""
        before = self._before.read(text, start, 0)
        if not before.hedges or before.currency or before.per or before.over or before.negative:
            return start, Hedge.BARE, ()
        return before.begin, *strongest(before.hedges)
