"""Tell what ends a numeral from what begins its unit: 千 of 300千瓦, K of a 4000K that is a temperature.

Comes in: folded text and a numeral that was read as far as it goes.  Goes out: the numeral without what
belongs to the unit behind it.  The unit itself is left to ``after``.
"""

from __future__ import annotations

from verify.catalog.units import UnitTable
from verify.extract.figures.contexts import Contexts
from verify.extract.figures.numerals import NumeralReader
from verify.extract.lexicon.words import is_latin
from verify.model.quantity import Numeral
from verify.model.span import Span


class ScaleOrUnit:
    """Parts numerals from units with the words of a catalogue."""

    def __init__(self, units: UnitTable, numerals: NumeralReader, contexts: Contexts) -> None:
        self._units = units
        self._numerals = numerals
        self._contexts = contexts

    def without_unit(self, text: str, numeral: Numeral) -> Numeral:
        """Give 千 of 100千米 and 300千瓦 to the unit, and K of a 4000K that is a temperature."""
        end = numeral.span.end
        if numeral.kind == "arabic" and is_latin(text[end - 1]):
            start = numeral.span.start
            if not self._contexts.tells(text, start, end - 1):
                return numeral
            shorter = self._numerals.read(text[start : end - 1], 0)
            return numeral if shorter is None else shorter._replace(span=Span(start, end - 1))
        if numeral.kind != "mixed" or not self._numerals.is_place(text[end - 1]):
            return numeral
        found = self._units.match(text, end - 1)
        if found is None or found[1] <= end:
            return numeral
        start = numeral.span.start
        if set(text[start : end - 2]) & set(self._numerals.scales.characters):
            return numeral  # 25万6千吨: a place below 万
        shorter = self._numerals.read(text[start : end - 1], 0)
        return numeral if shorter is None else shorter._replace(span=Span(start, end - 1))
