"""Which facts of a table are stated with values that all agree, by whole columns (SEMANTICS §4).

Comes in: bare numbers in plain digits, each with its fact and unit.  Goes out: for each fact whether
every two of its values agree (lines 1 to 6 of the ladder).  Whole numbers in a common unit are compared,
so that nothing is rounded; a fact with more values, or larger ones, than fit is not decided here.
Nothing is said of those that do not agree: they are judged as all claims are.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import Any

from verify.tables.numbers import tens

_MOST = 16
"""So many different values of a fact are compared with each other here."""
_ROOM = 2.0**51
"""Below this a number times a thousand fits into 64 bits."""
_GAP = 20
"""Rounding explains a gap of a twentieth."""


@dataclass(frozen=True, slots=True)
class Values:
    """Columns, a row for each different value of a fact, all of one fact side by side."""

    fact: Any
    whole: Any
    places: Any
    scale: Any
    """Of the large number that the unit begins with (万元), which is part of the numeral."""
    worth: Any
    """Of the unit, as a multiple of what all of its dimension are multiples of."""
    tolerance: Any
    """Of the attribute, over ``below``."""
    below: Any


def worths(factors: list[Fraction]) -> list[int]:
    """Return units of one dimension as multiples of one worth."""
    whole = lcm(*(one.denominator for one in factors))
    multiples = [int(one * whole) for one in factors]
    common = gcd(*multiples)
    return [one // common for one in multiples]


def agreeing(values: Values, facts: int) -> Any:
    """Return for each fact whether all its values agree; False too where that is not decided here."""
    import numpy as np  # noqa: PLC0415 - with pandas, for tables alone

    fact = values.fact
    number = np.bincount(fact, minlength=facts)
    most = np.zeros(facts, dtype=np.int64)
    np.maximum.at(most, fact, values.places)
    shift = tens(np)[most[fact] - values.places]
    step = 2.0 * shift * values.scale * values.worth
    large = np.maximum(values.whole, 1) * step >= _ROOM
    found = number <= _MOST
    found[fact[large]] = False
    scale, worth = (np.where(large, 1, one) for one in (values.scale, values.worth))
    numeral = np.where(large, 0, values.whole * shift) * scale
    base = 2 * numeral * worth
    last = 2 * np.where(large, 1, shift) * scale * worth
    for lag in range(1, _MOST):
        if len(fact) <= lag:
            break
        a, b = slice(0, len(fact) - lag), slice(lag, len(fact))
        here = np.nonzero((fact[a] == fact[b]) & found[fact[a]])[0]
        if not len(here):
            break
        there = here + lag
        slip = (numeral[here] == numeral[there]) & (worth[here] != worth[there]) & (numeral[here] > 0)
        agree = _agree(base[here], last[here], base[there], last[there], np)
        agree |= _within(base[here], base[there], values.tolerance[here], values.below[here], np)
        apart = here[~agree | slip]
        found[fact[apart]] = False
    return found


def _agree(a: Any, u: Any, b: Any, v: Any, np: Any) -> Any:
    """Say which numbers of two columns, with the worths of their last digits, agree without tolerance."""
    rounded = (u >= v) & (2 * b >= 2 * a - u) & (b < a + u)
    rounded |= (v >= u) & (2 * a >= 2 * b - v) & (a < b + v)
    meet = (2 * a - u < 2 * b + v) & (2 * b - v < 2 * a + u)
    near = np.abs(a - b) * _GAP <= np.maximum(a, b)
    return (a == b) | ((rounded | meet) & near)


def _within(a: Any, b: Any, over: Any, below: Any, np: Any) -> Any:
    return (over > 0) & (np.abs(a - b) * below <= over * np.maximum(a, b))
