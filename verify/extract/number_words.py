"""Read numerals written as Latin words: twenty-five, two hundred and ten, three million.

Comes in: folded text and a place.  Goes out: value, worth of the last word and end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from verify.catalog.schema import LanguageEntry
from verify.extract.words import Surfaces, is_latin, space_at

_MOST_WORDS = 8
_JOINT = re.compile(r"-| and | ", re.IGNORECASE)
_HUNDRED = 100


class NumberWords:
    """Reads number words and scale words of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry]) -> None:
        self._words = Surfaces((k, int(v)) for entry in languages for k, v in entry.number_words.items())
        self._scales = Surfaces(
            (k, int(v)) for entry in languages for k, v in entry.scales.items() if k.isascii()
        )

    def scale(self, text: str, start: int) -> tuple[Fraction, int]:
        """Return worth and end of the scale word at ``start`` (5 million, 5k); 1 and ``start`` for none."""
        place = start + 1 if text[start : start + 1] == "-" else space_at(text, start)
        found = self._scales.at(text, place)
        if found is None or (found[0] == place + 1 and place != start):
            return Fraction(1), start  # 5 k is no scale, 5k is
        return Fraction(found[1]), found[0]

    def read(self, text: str, start: int) -> tuple[Fraction, Fraction, int] | None:
        """Return value, worth of the last word and end, or None."""
        total = current = 0
        last, end = 0, start
        for _ in range(_MOST_WORDS):
            joint = _JOINT.match(text, end)
            if last and joint is None:
                break
            place = joint.end() if joint else end
            if place >= len(text) or not is_latin(text[place]):
                break
            word, scale = self._words.at(text, place), self._scales.at(text, place)
            if word is not None and _fits(word[1], last):
                current += word[1]
                last, end = (10 if word[1] >= 20 and word[1] % 10 == 0 else 1), word[0]
            elif last and scale is not None and scale[0] > place + 1:
                if scale[1] == _HUNDRED:
                    current *= _HUNDRED
                else:
                    total, current = total + current * scale[1], 0
                last, end = scale[1], scale[0]
            else:
                break
        if not last:
            return None
        return Fraction(total + current), Fraction(last if last >= _HUNDRED else 1), end


def _fits(word: int, last: int) -> bool:
    """Say whether a word may follow one of that worth: five after twenty or hundred, not after six."""
    if last == 0 or last >= _HUNDRED:
        return True
    return last == 10 and word < 10
