"""Exact numbers as text: for the report, for derivations, for canonical keys.

A Fraction comes in, text goes out; nothing is rounded but a percentage, and that by exact
arithmetic, so that the same value reads the same everywhere.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from verify.model.quantity import Interval

_TEN = Fraction(10)
_BIG_EXPONENT = 7
_SMALL_EXPONENT = -5
_MANTISSA_DIGITS = 6


def plain(value: Fraction) -> str:
    """Return a decimal where that is exact and finite, else a reduced fraction (``250/9``)."""
    return _plain(value.numerator, value.denominator)


@lru_cache(maxsize=1 << 14)  # of two integers: a Fraction takes longer to be hashed than to be told
def _plain(above: int, below: int) -> str:
    places = _decimal_places(below)
    if places is None:
        return f"{above}/{below}"
    if places == 0:
        return str(above)
    digits = str(abs(above) * 10**places // below).rjust(places + 1, "0")
    sign = "-" if above < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def decimals(value: Fraction) -> bool:
    """Say whether a number is a decimal that ends."""
    return _decimal_places(value.denominator) is not None


def readable(value: Fraction) -> str:
    """Return ``plain``, or ``3.74 × 10^18`` where few digits stand before many zeros."""
    return _readable(value.numerator, value.denominator)


@lru_cache(maxsize=1 << 14)
def _readable(above: int, below: int) -> str:
    value = Fraction(above, below)
    if value == 0 or _decimal_places(value.denominator) is None:
        return plain(value)
    exponent = exponent_of(value)
    if _SMALL_EXPONENT < exponent < _BIG_EXPONENT:
        return plain(value)
    mantissa = plain(value / _TEN**exponent)
    if sum(char.isdigit() for char in mantissa) <= _MANTISSA_DIGITS:
        return f"{mantissa} × 10^{exponent}"
    return plain(value)


def percent(ratio: Fraction) -> str:
    """Return a ratio as a percentage of three significant digits, half rounded up."""
    if ratio == 0:
        return "0%"
    value = ratio * 100
    last = _TEN ** (exponent_of(value) - 2)
    rounded = (abs(value) / last + Fraction(1, 2)).__floor__() * last
    return f"{'-' if value < 0 else ''}{plain(rounded)}%"


def interval(sets: Interval) -> str:
    """Return an interval with readable ends, ``[374, 375)``."""
    left = "[" if sets.lower is not None and sets.lower_closed else "("
    right = "]" if sets.upper is not None and sets.upper_closed else ")"
    low = "−∞" if sets.lower is None else readable(sets.lower)
    high = "∞" if sets.upper is None else readable(sets.upper)
    return f"{left}{low}, {high}{right}"


def exponent_of(value: Fraction) -> int:
    """Return the power of ten of the leading digit of a number that is not zero."""
    above, below = abs(value.numerator), value.denominator
    power = len(str(above)) - len(str(below))
    reaches = above >= below * 10**power if power >= 0 else above * 10**-power >= below
    return power if reaches else power - 1


def swapped(a: Fraction, b: Fraction, last: Fraction) -> bool:
    """Say whether neighbouring digits of two numbers changed places; ``last`` is the worth of the last."""
    x, y = a / last, b / last
    if x.denominator != 1 or y.denominator != 1 or x * y <= 0:
        return False
    one, other = str(abs(x.numerator)), str(abs(y.numerator))
    if len(one) != len(other):
        return False
    places = [place for place, (p, q) in enumerate(zip(one, other, strict=True)) if p != q]
    if len(places) != 2 or places[1] - places[0] != 1:
        return False
    first, second = places
    return one[first] == other[second] and one[second] == other[first]


def _decimal_places(denominator: int) -> int | None:
    """Return how many places a decimal needs; None where it never ends."""
    twos = (denominator & -denominator).bit_length() - 1
    rest = denominator >> twos
    fives = 0
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    return max(twos, fives) if rest == 1 else None
