"""Reckoning with what figures stand for: sums, differences, products, quotients and powers of sets.

Comes in: quantities with their sets S and H (SEMANTICS §3).  Goes out: ``Sets`` of what follows
from them, and whether a stated figure fits.  Where the page is silent: what is counted is whole,
so of the set of 200人 only 200 is left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from verify.model.quantity import Interval, Quantity

_EVERYTHING = Interval(None, None)
_NOUN = re.compile(r"\[count of (.+)\]")


class Fit(StrEnum):
    """Whether a stated figure is what follows from the others."""

    HOLDS = "holds"
    UNTESTABLE = "not testable"
    """Only H allows it: the words are too loose to tell."""
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Sets:
    """A number with the sets that its words stand for, all in one unit."""

    number: Fraction
    soft: Interval
    """S: what a reader takes the words to mean."""
    hard: Interval
    """H: what the words allow."""

    def __add__(self, other: Sets) -> Sets:
        return _both(self, other, self.number + other.number, _sum)

    def __sub__(self, other: Sets) -> Sets:
        return self + -other

    def __neg__(self) -> Sets:
        return Sets(-self.number, _mirrored(self.soft), _mirrored(self.hard))

    def __mul__(self, other: Sets) -> Sets:
        return _both(self, other, self.number * other.number, _product)

    def __truediv__(self, other: Sets) -> Sets:
        """Return the quotient; by a number that may be 0, anything."""
        number = self.number / other.number if other.number else Fraction(0)
        return _both(self, other, number, _quotient)

    def power(self, exponent: int) -> Sets:
        """Return the product of ``exponent`` (at least 1) of it."""
        result = self
        for _ in range(exponent - 1):
            result = result * self
        return result

    def hull(self, other: Sets) -> Sets:
        """Return the smallest sets that hold both and all between."""
        return _both(self, other, self.number, _hull)

    def scaled(self, factor: Fraction, offset: Fraction = Fraction(0)) -> Sets:
        """Return it times ``factor`` (above 0) plus ``offset``."""
        number = self.number * factor + offset
        return Sets(number, self.soft.scaled(factor, offset), self.hard.scaled(factor, offset))


def exactly(number: Fraction | int) -> Sets:
    """Return the sets of one number."""
    one = Interval(Fraction(number), Fraction(number))
    return Sets(Fraction(number), one, one)


def between(low: Fraction | int, high: Fraction | int) -> Sets:
    """Return the sets of every number from ``low`` to ``high``."""
    both = Interval(Fraction(low), Fraction(high))
    return Sets(Fraction(high), both, both)


def sets(quantity: Quantity) -> Sets:
    """Return what a figure stands for, in its base unit."""
    soft, hard = quantity.soft, quantity.hard
    if _counts(quantity) and all(n.last and n.last % 1 == 0 for n in quantity.numerals):
        soft, hard = _whole(soft), _whole(hard)
    return Sets(quantity.base_number, soft, hard)


def without_zero(difference: Quantity) -> Quantity:
    """Return a difference in a unit that counts from 0: 8℃ less is 8 kelvin, not 281."""
    unit = difference.unit
    if not unit.offset:
        return difference
    moved = (one.scaled(Fraction(1), -unit.offset) for one in (difference.soft, difference.hard))
    soft, hard = moved
    return difference._replace(unit=unit._replace(offset=Fraction(0)), soft=soft, hard=hard)


def both_counted(a: Quantity, b: Quantity) -> bool:
    """Say whether both count something, be it not the same: 20 teachers to 400 pupils."""
    return alike(a, b) or (_counts(a) and _counts(b))


def alike(a: Quantity, b: Quantity) -> bool:
    """Say whether two figures count or measure the same.

    A count by the same measure word or by that alone (增加50家) and a bare number (100 of 400 people)
    are of whatever is counted beside them.
    """
    if a.unit.base == b.unit.base or a.unit.name == b.unit.name:
        return True  # by name 300人 are like 焊工46人, whose dimension is their noun
    loose = _any_noun(a) or _any_noun(b) or a.unit_words == b.unit_words != "" or _one_sort(a, b)
    return loose and _counts(a) and _counts(b)


def _counts(one: Quantity) -> bool:
    return one.unit.counts or _bare(one)


def _any_noun(one: Quantity) -> bool:
    noun = _NOUN.fullmatch(one.unit.base)
    return _bare(one) or (noun is not None and len(noun[1]) == 1)


def _one_sort(a: Quantity, b: Quantity) -> bool:
    """Say whether one counts a sort of what the other counts: gold medals of medals."""
    nouns = [_NOUN.fullmatch(one.unit.base) for one in (a, b)]
    if nouns[0] is None or nouns[1] is None:
        return False
    short, long = sorted((nouns[0][1], nouns[1][1]), key=len)
    return long.endswith(f" {short}") if short.isascii() else len(short) > 1 and long.endswith(short)


def _bare(one: Quantity) -> bool:
    return one.unit.name == "dimensionless" and one.kind == "number"


def absolute(one: Sets) -> Sets:
    """Return the sets of its size without its sign."""
    return -one if one.number < 0 else one


def total(parts: Sequence[Sets]) -> Sets:
    """Return the sum of at least one."""
    result = parts[0]
    for part in parts[1:]:
        result = result + part
    return result


def fit(expected: Sets, found: Sets) -> Fit:
    """Say whether the stated figure and what follows from the others can be one number."""
    if expected.soft.meets(found.soft):
        return Fit.HOLDS
    return Fit.UNTESTABLE if expected.hard.meets(found.hard) else Fit.OFF


def _both(a: Sets, b: Sets, number: Fraction, step: Callable[[Interval, Interval], Interval]) -> Sets:
    return Sets(number, step(a.soft, b.soft), step(a.hard, b.hard))


def _whole(interval: Interval) -> Interval:
    """Return the whole numbers of an interval, as an interval; itself where there are none."""
    low = high = None
    if interval.lower is not None:
        low = Fraction(interval.lower.__ceil__())
        low += int(low == interval.lower and not interval.lower_closed)
    if interval.upper is not None:
        high = Fraction(interval.upper.__floor__())
        high -= int(high == interval.upper and not interval.upper_closed)
    found = Interval(low, high)
    return interval if found.empty else found


def _mirrored(one: Interval) -> Interval:
    low = None if one.upper is None else -one.upper
    high = None if one.lower is None else -one.lower
    return Interval(low, high, one.upper_closed, one.lower_closed)


def _sum(a: Interval, b: Interval) -> Interval:
    low = None if a.lower is None or b.lower is None else a.lower + b.lower
    high = None if a.upper is None or b.upper is None else a.upper + b.upper
    return Interval(low, high, a.lower_closed and b.lower_closed, a.upper_closed and b.upper_closed)


def _product(a: Interval, b: Interval) -> Interval:
    """Return the products of two sets; anything where a factor may be negative."""
    if a.lower is None or b.lower is None or a.lower < 0 or b.lower < 0:
        return _EVERYTHING
    high = None if a.upper is None or b.upper is None else a.upper * b.upper
    closed = a.lower_closed and b.lower_closed
    return Interval(a.lower * b.lower, high, closed, a.upper_closed and b.upper_closed)


def _quotient(a: Interval, b: Interval) -> Interval:
    """Return the quotients of two sets; anything where the divisor may be 0 or negative."""
    if b.lower is None or b.lower <= 0:
        return _EVERYTHING
    if a.lower is None or a.lower < 0:
        return _EVERYTHING if a.upper is None or a.upper > 0 else _mirrored(_quotient(_mirrored(a), b))
    low = Fraction(0) if b.upper is None else a.lower / b.upper
    high = None if a.upper is None else a.upper / b.lower
    return Interval(low, high, a.lower_closed and b.upper_closed, a.upper_closed and b.lower_closed)


def _hull(a: Interval, b: Interval) -> Interval:
    low = None if a.lower is None or b.lower is None else min(a.lower, b.lower)
    high = None if a.upper is None or b.upper is None else max(a.upper, b.upper)
    return Interval(low, high)
