"""Read numerals written as Latin words: twenty-five, two hundred and ten, three million.

Comes in: folded text and a place.  Goes out: value, worth of the last word and end.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from verify.catalog.schema import LanguageEntry
from verify.extract.figures.mantissas import Exact
from verify.extract.lexicon.words import Surfaces, is_latin, space_at

_MOST_WORDS = 24
"""Of nine hundred and ninety-nine trillion, … nine hundred and ninety-nine."""
_HUNDRED = 100


class NumberWords:
    """Reads number words and scale words of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry]) -> None:
        self._words = Surfaces((k, int(v)) for entry in languages for k, v in entry.number_words.items())
        self._scales = Surfaces(
            (k, int(v)) for entry in languages for k, v in entry.scales.items() if k.isascii()
        )

        self._joints = Surfaces(
            [(word, False) for entry in languages for word in entry.number_joints]
            + [(word, True) for entry in languages for word in entry.number_joints_above]
        )
        self._zeros = Surfaces((word, 0) for entry in languages for word in entry.zeros)
        self._points = Surfaces((word, True) for e in languages for word in e.points if word.isascii())
        self.scale_openers = frozenset({"-", " ", *self._scales.firsts})
        """Every character that a scale word, with what joins it, may begin with."""

    def scale(self, text: str, start: int) -> tuple[int, int]:
        """Return worth and end of the scale word at ``start`` (5 million, 5k); 1 and ``start`` for none."""
        place = start + 1 if text[start : start + 1] == "-" else space_at(text, start)
        found = self._scales.at(text, place)
        if found is None or (found[0] == place + 1 and place != start):
            return 1, start  # 5 k is no scale, 5k is
        return found[1], found[0]

    def read(self, text: str, start: int) -> tuple[Exact, Exact, int] | None:
        """Return value, worth of the last word and end, or None."""
        zero = self._zeros.at(text, start)
        if zero is not None:
            return self._decimals(text, zero[0], 0)
        total = current = 0
        last, end = 0, start
        for _ in range(_MOST_WORDS):
            joint = self._joint(text, end, last) if last else end
            if joint is None:
                break
            place = joint
            if place >= len(text) or not is_latin(text[place]):
                break
            word, scale = self._words.at(text, place), self._scales.at(text, place)
            if word is not None and _fits(word[1], last):
                if word[1] > _HUNDRED:
                    total = word[1]  # a million
                else:
                    current += word[1]
                last, end = _worth(word[1]), word[0]
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
        value = total + current
        return self._decimals(text, end, value) or (value, last if last >= _HUNDRED else 1, end)

    def _joint(self, text: str, end: int, last: int) -> int | None:
        """Return the end of what may stand between two words of one numeral; None for nothing of the sort."""
        found = self._joints.at(text, end)
        if found is None or (found[1] and last <= _HUNDRED):
            return None
        if found[1]:  # a list goes on with another unit: one million, two hundred and four
            word = self._words.at(text, found[0])
            scale = None if word is None else self._scales.at(text, space_at(text, word[0]))
            return None if scale is None else found[0]
        return found[0]

    def _decimals(self, text: str, end: int, whole: int) -> tuple[Fraction, Fraction, int] | None:
        """Read point one four behind a whole number."""
        point = self._points.at(text, space_at(text, end))
        digits, stop = "", point[0] if point else end
        while point and len(digits) < _MOST_WORDS:
            place = space_at(text, stop)
            word = self._zeros.at(text, place) or self._words.at(text, place)
            if word is None or word[1] >= 10:
                break
            digits, stop = digits + str(word[1]), word[0]
        if not digits:
            return None
        last = Fraction(1, 10 ** len(digits))
        return whole + int(digits) * last, last, stop


def _worth(word: int) -> int:
    """Return what the last digit of a word is worth, so far as another word may follow it."""
    if word >= _HUNDRED:
        return word
    return 10 if word >= 20 and word % 10 == 0 else 1


def _fits(word: int, last: int) -> bool:
    """Say whether a word may follow one of that worth: five after twenty or hundred, not after six."""
    if last == 0:
        return True
    if last >= _HUNDRED:
        return word < _HUNDRED
    return last == 10 and word < 10
