"""Exact numbers and canonical units as people write them.

Comes in: the exact texts of ``report.json``.  Goes out: text for pages.  Units are only respelled
here, never converted.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from verify.model import exact
from verify.model.notation import in_threes, raised, rounded, unit_words

_COUNTED = re.compile(r"\[count of ([^\]]*)\]")
_CLOSE = frozenset("%‰")
"""Stand at the number without a space."""
_NO_DIGIT = Fraction(0)
"""Nothing is known of how finely the number was written."""
_REMEMBERED = 1 << 14
"""Pages for people show the same numbers and lines several times."""


def plain_or_none(number: Fraction | None) -> str | None:
    """Return the exact text, or None for an open end."""
    return None if number is None else exact.plain(number)


@lru_cache(maxsize=_REMEMBERED)
def exactly(number: str) -> Fraction:
    """Return a number of ``report.json``."""
    return Fraction(number)


@lru_cache(maxsize=_REMEMBERED)
def readable(number: str) -> str:
    """Return a number as people write it: ``3.74 × 10¹⁸``, ``130,000``, ``≈ 27.78`` for 250/9."""
    if "/" in number:
        return f"≈ {rounded(exactly(number), _NO_DIGIT)[0]}"
    return in_threes(exact.readable(exactly(number)))


def readable_value(number: str, unit: str) -> str:
    """Return number and unit together."""
    told = unit_words(unit)
    return f"{readable(number)}{told}" if told in _CLOSE else f"{readable(number)} {told}".rstrip()


@lru_cache(maxsize=_REMEMBERED)
def spelled(text: str) -> str:
    """Return prose of the program with its powers and units as people write them."""
    return raised(_COUNTED.sub(_noun, text))


def _noun(counted: re.Match[str]) -> str:
    return counted[1]
