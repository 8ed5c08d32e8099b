"""Read the scale after a numeral: 万, 亿亿, 千万, million.

Comes in: folded text and the place behind the digits.  Goes out: the worth of the scale and its
end; 1 and the place itself where there is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.catalog.schema import LanguageEntry
from verify.extract.figures.mantissas import Mantissa, too_long
from verify.extract.figures.number_words import NumberWords
from verify.text.fold import folded

_MOST_SCALES = 4


class Scales:
    """Reads scales with the words of the given languages."""

    def __init__(
        self, languages: Sequence[LanguageEntry], places: dict[str, int], words: NumberWords
    ) -> None:
        self._scales = {
            folded(k): int(v) for entry in languages for k, v in entry.scales.items() if not k.isascii()
        }
        self._places = places
        self._spaced = frozenset(self._scales) | {place for place, worth in places.items() if worth >= 100}
        self._ambiguous = frozenset(word for entry in languages for word in entry.ambiguous_scales)
        self._words = words
        self.openers = frozenset({*self._scales, *places, *words.scale_openers, *self._ambiguous})
        """Every character that a scale after Arabic digits may begin with."""
        self.characters = "".join(sorted(self._scales))
        """Every scale of one character."""

    def is_ambiguous(self, text: str, place: int) -> bool:
        """Say whether a scale stands there whose worth differs by region (兆)."""
        return text[place : place + 1] in self._ambiguous

    def after(self, text: str, start: int) -> tuple[int, int]:
        """Return worth and end of the scales at ``start``: 万, 亿亿."""
        value, end = 1, start
        while end < len(text) and end - start < _MOST_SCALES and text[end] in self._scales:
            value *= self._scales[text[end]]
            end += 1
        if end - start == _MOST_SCALES and end < len(text) and text[end] in self._scales:
            while end < len(text) and text[end] in self._scales:
                end += 1
            raise too_long(start, end)
        return value, end

    def place(self, text: str, mantissa: Mantissa) -> int:
        """Return the worth of the place (千) between Arabic digits and the scale after them; 1 for none."""
        return 1 if mantissa.chinese else self._places.get(text[mantissa.end : mantissa.end + 1], 1)

    def after_digits(self, text: str, start: int) -> tuple[int, int]:
        """Return worth and end of a scale after Arabic digits: also 千, 千万, and million."""
        if text[start : start + 1] not in self.openers:
            return 1, start
        place = start
        if text[start : start + 1] == " " and text[start + 1 : start + 2] in self._spaced:
            place = start + 1
        worth = self._places.get(text[place : place + 1], 1)
        if worth >= 10:
            more, end = self.after(text, place + 1)
            if more > 1 or worth >= 100:  # 百 and 千 alone, 十万; 3十 is none
                return worth * more, end
            return 1, start
        value, end = self.after(text, place)
        return (value, end) if end > place else self._words.scale(text, start)
