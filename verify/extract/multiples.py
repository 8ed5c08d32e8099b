"""Find 翻了一番 and doubled: a change by a factor.

Comes in: what the sweep over a text found for the words of the language files.  Goes out: figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from verify.catalog.schema import LanguageEntry
from verify.extract.figures import Figure, Kind
from verify.extract.quantities import Reading
from verify.extract.words import Surfaces, whole_words
from verify.model.quantity import DIMENSIONLESS, Form, Numeral, Quantity
from verify.model.span import Span
from verify.text.alternatives import Alternatives


class Multiples:
    """Reads changes by a factor with the words of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry]) -> None:
        worths = {s: Fraction(v) for entry in languages for s, v in entry.multiples.items()}
        self._worths = Surfaces(worths)
        self.alternatives = Alternatives(whole_words(worths), lower=True)

    def read(self, text: str, matches: Iterable[re.Match[str]]) -> Iterator[Figure]:
        """Yield the change that each match tells."""
        for match in matches:
            worth = self._worths.at(text, match.start())
            if worth is None:
                continue
            span = Span(match.start(), match.end())
            words = text[span.start : span.end]
            numeral = Numeral(span, words, worth[1], Fraction(1), None, kind="word")
            quantity = Quantity(words, Form.CHANGE, (numeral,), DIMENSIONLESS, kind="ratio")
            reading = Reading(span, quantity, span, Span(span.end, span.end), ("multiple",))
            yield Figure(Kind.QUANTITY, span, reading.rules, reading)
