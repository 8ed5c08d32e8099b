"""What makes two values one, and which of several is the most precise.

Any value of a claim comes in; keys for dictionaries and sorting go out.
"""

from __future__ import annotations

from collections.abc import Hashable
from fractions import Fraction

from verify.model.claim import Value
from verify.model.period import Period
from verify.model.quantity import Hedge, Interval, Quantity

Precision = tuple[bool, Fraction, bool, Fraction, str]


def usable(value: Value) -> bool:
    """Say whether a value can be compared: an unresolved date cannot."""
    return value.resolved if isinstance(value, Period) else True


def signature(value: Value) -> Hashable:
    """Return a key that is equal for values with the same words and the same sets."""
    if isinstance(value, Quantity):
        numerals = tuple((numeral.text, str(numeral.value), str(numeral.last)) for numeral in value.numerals)
        words = (value.unit.name, value.unit_words, value.hedge.value, value.hedge_words, value.emphasis)
        return (*numerals, words, str(value.hard), str(value.soft), str(value.wide), str(value.tolerance))
    if isinstance(value, Period):
        return value.stated, str(value.earliest), str(value.latest), value.hedge.value
    return value.stated, value.superlative, value.strict, value.category, value.region


def precision(value: Value) -> Precision:
    """Return a sort key: the most precise value first, then by number and words."""
    if isinstance(value, Quantity):
        hard = _width(value.hard)
        width = _width(value.soft) if hard is None else hard
        hedged = value.hedge not in (Hedge.BARE, Hedge.EXACTLY)
        return hard is None, width or Fraction(0), hedged, value.base_number, value.stated
    if isinstance(value, Period) and value.earliest is not None and value.latest is not None:
        width = Fraction((value.latest - value.earliest).days)
        return False, width, value.hedge is not Hedge.BARE, Fraction(value.earliest.toordinal()), value.stated
    return False, Fraction(0), False, Fraction(0), value.stated


def _width(interval: Interval) -> Fraction | None:
    if interval.lower is None or interval.upper is None:
        return None
    return interval.upper - interval.lower
