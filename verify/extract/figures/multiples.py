"""Find 翻了一番 and doubled, a change by a factor, and twice the level of 2019, so many times something.

Comes in: what the sweep over a text found for the words of the language files.  Goes out: figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from verify.catalog.schema import LanguageEntry
from verify.catalog.units import UnitTable
from verify.extract.figures.before import BeforeReader
from verify.extract.figures.figure import Figure, Kind, Reading
from verify.extract.figures.hedging import strongest
from verify.extract.lexicon.words import Surfaces, whole_words
from verify.model.quantity import DIMENSIONLESS, Form, Hedge, Numeral, Quantity
from verify.model.span import Span
from verify.text.alternatives import Alternatives

_MULTIPLE = "倍"


class Multiples:
    """Reads changes by a factor with the words of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry], before: BeforeReader, units: UnitTable) -> None:
        """Take what reads the hedges before a figure."""
        self._before, self._units = before, units
        worths = {s: Fraction(v) for entry in languages for s, v in entry.multiples.items()}
        self._worths = Surfaces(worths)
        times = {s: Fraction(v) for entry in languages for s, v in entry.times.items()}
        self._times = Surfaces(times)
        self._verbs = frozenset(word for entry in languages for word in entry.times_verbs)
        self._behind = Surfaces((word, True) for entry in languages for word in entry.times_behind)
        followed = "|".join(
            re.escape(word) for e in languages for word in sorted(e.times_before, key=len, reverse=True)
        )
        told = [rf"{word}(?= (?:{followed})\b)" for word in whole_words(times)] if followed else []
        self.alternatives = Alternatives([*whole_words(worths), *told], lower=True)

    def read(self, text: str, matches: Iterable[re.Match[str]]) -> Iterator[Figure]:
        """Yield the change that each match tells."""
        for match in matches:
            worth = self._worths.at(text, match.start())
            times = self._times.at(text, match.start()) if worth is None else None
            if times is not None and self._is_verb(text, match):
                continue
            found = worth or times
            if found is None:
                continue
            number = Span(match.start(), match.end())
            nonzero = None if times is None else Fraction(1)
            numeral = Numeral(
                number, text[number.start : number.end], found[1], Fraction(1), nonzero, kind="word"
            )
            begin, hedge, told = self._hedged(text, number.start)
            span = Span(begin, number.end)
            words = text[begin : number.end]
            form, unit = (
                (Form.CHANGE, DIMENSIONLESS) if times is None else (Form.POINT, self._units.unit(_MULTIPLE))
            )
            quantity = Quantity(words, form, (numeral,), unit, hedge, told, kind="ratio")
            rules = ("multiple",) if hedge is Hedge.BARE else ("multiple", f"hedge.{hedge}")
            reading = Reading(span, quantity, number, Span(number.end, number.end), rules)
            yield Figure(Kind.QUANTITY, span, reading.rules, reading)

    def _is_verb(self, text: str, match: re.Match[str]) -> bool:
        """Say whether a word is a verb: to double the number of buses."""
        if match.group() not in self._verbs:
            return False
        start = match.start() - (text[match.start() - 1 : match.start()] == " ")
        return self._behind.before(text, start) is None

    def _hedged(self, text: str, start: int) -> tuple[int, Hedge, tuple[str, ...]]:
        """Return where a change begins with its hedges, the strongest, and all as written."""
        before = self._before.read(text, start, 0)
        if not before.hedges or before.currency or before.per or before.over or before.negative:
            return start, Hedge.BARE, ()
        return before.begin, *strongest(before.hedges)
