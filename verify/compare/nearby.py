"""Which of many values may agree with one: those whose reach meets its own.

Comes in: values, one after the other.  Goes out: for a value the numbers of those before it that it can
agree with at all, so that nobody compares it with all.  A reach is a stretch of numbers or days in
which all lies that a value agrees with by any line of the ladder: what its words are taken to mean,
what rounds to it, what its attribute tolerates.  Reaches stand sorted by where they begin, those of one
size together, and are swept from where one of that size can begin to where the value's own ends.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from fractions import Fraction

from verify.model.claim import Value
from verify.model.period import Period
from verify.model.quantity import Quantity

Reach = tuple[Fraction, Fraction]
"""Both ends included."""


class Nearby:
    """Values, each with a number, found by their reach."""

    def __init__(self) -> None:
        self._sizes: dict[int, list[tuple[Fraction, int, Fraction]]] = defaultdict(list)
        """By the power of two above their length: begin, number and end of each reach, in order."""
        self._everywhere: list[int] = []
        """Numbers of values without a reach."""

    def add(self, number: int, value: Value) -> None:
        """Take in a value under a number of its own."""
        found = reach(value)
        if found is None:
            self._everywhere.append(number)
            return
        low, high = found
        insort(self._sizes[_size(high - low)], (low, number, high))

    def near(self, value: Value, numbers: int) -> list[int]:
        """Return the numbers of all values that this one can agree with, of so many, in order."""
        found = reach(value)
        if found is None:
            return [*range(numbers)]
        low, high = found
        met = [*self._everywhere]
        for size, held in self._sizes.items():
            longest = Fraction(2) ** size
            begin = bisect_left(held, (low - longest, -1, low))
            end = bisect_right(held, (high, numbers, high))
            met.extend(number for _, number, last in held[begin:end] if last >= low)
        return sorted(met)


def reach(value: Value) -> Reach | None:
    """Return from where to where all lies that a value agrees with; None where that has no end."""
    if isinstance(value, Period):
        if value.earliest is None or value.latest is None:
            return None
        return Fraction(value.earliest.toordinal()), Fraction(value.latest.toordinal())
    if not isinstance(value, Quantity):
        return Fraction(0), Fraction(0)  # ranks that meet are one
    low, high = value.soft.lower, value.soft.upper
    if low is None or high is None:
        return None
    number = value.base_number
    # what is rounded, or cut off, to this number lies within its last digit (lines 3 and 6)
    about = abs(value.numerals[0].last * value.unit.factor)
    if 0 < value.tolerance < 1:
        about = max(about, abs(number) * value.tolerance / (1 - value.tolerance))
    low, high = min(low, number - about), max(high, number + about)
    for end in value.ends:
        if (held := reach(end)) is not None:
            low, high = min(low, held[0]), max(high, held[1])
    return low, high


def _size(length: Fraction) -> int:
    """Return the power of two that a length lies below."""
    return length.numerator.bit_length() - length.denominator.bit_length() + 1 if length else 0
