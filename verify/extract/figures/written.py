"""Read the digits of numerals that are written in the common ways.

Comes in: folded text and the place of a numeral.  Goes out: its digits with their worth, or None for one
that is written in another way; ``numerals`` reads them all.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from verify.extract.figures.mantissas import ARABIC, NumeralError
from verify.extract.figures.numerals import NumeralReader
from verify.model.quantity import Numeral
from verify.text.remembered import Remembered

_MOST_DIGITS = 15
_MOST_REMEMBERED = 1 << 12


class Written(NamedTuple):
    """The digits of a numeral, with the scale where it is written in Chinese."""

    end: int
    """Where they end in the text."""
    worth: int
    """Of all digits, the decimal point left out."""
    decimals: int
    last: int
    """Worth of the last digit, the decimal point left out."""
    nonzero: int
    """Worth of the last that counts: no zero, or any decimal."""
    arabic: bool


class CommonNumerals:
    """Reads Arabic integers and decimals, and whole numbers in Chinese."""

    def __init__(self, numerals: NumeralReader) -> None:
        self._numerals = numerals
        most = f"{{1,{_MOST_DIGITS + 1}}}+"  # of a longer run each numeral would look at all of the rest
        characters = re.escape(numerals.characters)
        self._run = re.compile(f"[{characters}]{most}" if characters else r"(?!)")
        self._digits = numerals.digits
        self._known = Remembered(self._alone, _MOST_REMEMBERED)

    def read(self, text: str, start: int) -> Written | None:
        """Return the digits at a place where a numeral begins."""
        match = ARABIC.match(text, start)
        return self._in_words(text, start) if match is None else _arabic(match)

    def _in_words(self, text: str, start: int) -> Written | None:
        match = self._run.match(text, start)
        if match is None:
            return None
        found = self._known[match.group()]
        if found is None or found.nonzero is None:
            return None
        worths = (found.value.numerator, 0, found.last.numerator, found.nonzero.numerator)
        return Written(match.end(), *worths, arabic=False)

    def _alone(self, words: str) -> Numeral | None:
        """Return the whole number that such words are, whatever stands beside them."""
        if not 1 < len(words) <= _MOST_DIGITS or not self._digits.intersection(words):
            return None  # of a lone character or scale the words beside it tell whether it is a numeral
        try:
            found = self._numerals.read(words, 0)
        except NumeralError:
            return None
        if found is None or found.kind != "chinese" or found.span.end < len(words):
            return None
        whole = found.value.denominator == found.last.denominator == 1
        return found if whole and found.value > 0 else None


def _arabic(match: re.Match[str]) -> Written | None:
    text = match.group()
    clean = text if text.isdigit() else text.replace(",", "")
    whole, _, decimals = clean.partition(".")
    digits = whole + decimals
    if len(digits) > _MOST_DIGITS or not digits.isdigit():
        return None
    worth = int(digits)
    if not worth:
        return None
    zeros = 0 if decimals else len(digits) - len(digits.rstrip("0"))
    return Written(match.end(), worth, len(decimals), 1, 10**zeros, arabic=True)
