"""Slips that often lie behind a disagreement: a lost 万, swapped digits, one too many.

Two figures of one dimension that do not agree come in; the names of the slips that would
explain it go out.
"""

from __future__ import annotations

from fractions import Fraction

from verify.model.exact import exponent_of, swapped
from verify.model.quantity import Interval, Quantity

MAGNITUDE = "magnitude slip"
SWAPPED = "digits swapped"
OFF_BY_ONE = "off by one"

_WITHIN_ROUNDING = Fraction(1, 20)
_TEN = Fraction(10)


def flags(a: Quantity, b: Quantity) -> tuple[str, ...]:
    """Return the slips that would explain why the two differ, in a fixed order."""
    found = ((MAGNITUDE, _magnitude(a, b)), (SWAPPED, _swapped(a, b)), (OFF_BY_ONE, _off_by_one(a, b)))
    return tuple(name for name, holds in found if holds)


def _magnitude(a: Quantity, b: Quantity) -> bool:
    """Say whether one is the other times a power of ten, but for rounding."""
    x, y = a.base_number, b.base_number
    if x * y <= 0 or a.unit.offset or b.unit.offset:
        return False
    (small, few), (large, many) = sorted(((abs(x), a), (abs(y), b)), key=lambda pair: pair[0])
    power = exponent_of(large / small)
    return any(
        abs(small * _TEN**k - large) <= _WITHIN_ROUNDING * max(small * _TEN**k, large)
        and _digits(few).scaled(_TEN**k).meets(_digits(many))
        for k in (power, power + 1)
        if k > 0
    )


def _digits(quantity: Quantity) -> Interval:
    """Return [|x|−u/2, |x|+u) in the base unit."""
    size = abs(quantity.base_number)
    last = quantity.numerals[0].last * quantity.unit.factor
    return Interval(size - last / 2, size + last, upper_closed=False)


def _swapped(a: Quantity, b: Quantity) -> bool:
    """Say whether two neighbouring digits changed places (189, 198)."""
    last = min(quantity.numerals[0].last * quantity.unit.factor for quantity in (a, b))
    if not last:
        return False  # a ratio (1:10) has no last digit
    return swapped(a.base_number, b.base_number, last)


def _off_by_one(a: Quantity, b: Quantity) -> bool:
    """Say whether two whole numbers of one unit differ by one."""
    whole = a.numerals[0].last == b.numerals[0].last == 1
    return whole and a.unit.factor == b.unit.factor and abs(a.number - b.number) == 1
