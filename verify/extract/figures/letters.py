"""Read a letter behind a number as the scale that it is beside: 3m cars, up from 4m in 2021.

Comes in: the figures of a folded text.  Goes out: the same; a number whose letter was read as a unit (4m:
four metres) is so many of what the figure beside it counts, where that has the same letter as its scale.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from verify.catalog.schema import LanguageEntry
from verify.extract.figures.figure import Figure, Kind, Reading
from verify.extract.figures.numerals import scaled
from verify.model.span import Span

_MOST_APART = 80
_END = re.compile(r"[.!?;。；！？]\s")
_CLOSES = re.compile(
    r"$|[,.;:)](?!\d)|\s(?:last|this|next|and|but|while|by|during|respectively)\b"
    r"|\s(?:a|per|the) (?:day|week|month|year)"
    r"|\s(?:in|from|to) (?=(?:19|20)\d\d\b|[$€£]?\d|(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december|the (?:first|second|third|fourth|previous|same|year|quarter))\b)",
    re.IGNORECASE,
)
"""What may stand behind a number of things that are named before: no wall of it, nothing that is so long."""


class LetterScales:
    """Reads letters with the scales of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry]) -> None:
        self._scales = {s: Fraction(worth) for entry in languages for s, worth in entry.money_scales.items()}

    def read(self, text: str, figures: list[Figure]) -> list[Figure]:
        """Return the figures, those with such a letter as counts."""
        doubtful = [at for at, figure in enumerate(figures) if self._is_letter(text, figure)]
        if not doubtful:
            return figures
        told = list(figures)
        for at in doubtful:
            told[at] = self._counted(text, told, at)
        return told

    def _is_letter(self, text: str, figure: Figure) -> bool:
        reading = figure.reading
        if reading is None or reading.quantity.unit_words not in self._scales:
            return False
        end = reading.number_span.end
        attached = reading.unit_span == Span(end, end + 1) and len(reading.quantity.numerals) == 1
        return attached and not reading.quantity.unit.counts and _CLOSES.match(text, end + 1) is not None

    def _counted(self, text: str, figures: list[Figure], at: int) -> Figure:
        """Return a figure as a count of what the nearest figure beside it counts, that before it first."""
        figure, reading = figures[at], figures[at].reading
        for other in (*reversed(figures[:at]), *figures[at + 1 :]):
            if other.kind is not Kind.QUANTITY or other.reading is None or reading is None:
                continue
            first, second = sorted((figure.span, other.span))
            apart = second.start - first.end > _MOST_APART or _END.search(text, first.end, second.start)
            if not apart and self._is_scaled(other.reading, reading.quantity.unit_words):
                return self._grown(text, reading, other.reading)
        return figure

    def _is_scaled(self, reading: Reading, letter: str) -> bool:
        """Say whether a count has the letter as its scale: 3m cars."""
        numeral = reading.quantity.numerals[-1]
        return (
            reading.quantity.unit.counts
            and numeral.text.endswith(letter)
            and abs(numeral.value) >= self._scales[letter]
        )

    def _grown(self, text: str, reading: Reading, other: Reading) -> Figure:
        quantity, end = reading.quantity, reading.number_span.end + 1
        numeral = scaled(quantity.numerals[0], self._scales[quantity.unit_words], end, text)
        counted = quantity._replace(
            numerals=(numeral,), unit=other.quantity.unit, unit_words="", kind=other.quantity.kind
        )
        rules = (reading.rules[0], f"unit.{other.quantity.unit.name}", *reading.rules[2:], "shared")
        grown = reading._replace(
            quantity=counted,
            number_span=numeral.span,
            unit_span=Span(end, end),
            rules=rules,
            measure=other.measure,
        )
        return Figure(Kind.QUANTITY, grown.span, rules, grown)
