"""Sentences about two values: what was written, what it means, which bound decided.

Figures and sets come in, plain English goes out; numbers are exact, percentages of three
significant digits.  Choosing the line is left to ``ladder``.
"""

from __future__ import annotations

from fractions import Fraction

from verify.model.exact import interval, percent, readable
from verify.model.group import LADDER
from verify.model.quantity import Interval, Quantity
from verify.model.wording import normalised


def derivation(
    a: Quantity, b: Quantity, *, line: int, bound: str, gap: Fraction, flags: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the steps from the two values as written to the line of the ladder."""
    lines = [*_value("a", a), *_value("b", b), f"gap: {percent(gap)}"]
    if flags:
        lines.append(f"may be: {', '.join(flags)}")
    lines.append(f"line {line}, {LADDER[line]}: {bound}")
    return tuple(lines)


def unit_slip(a: Quantity, b: Quantity) -> str:
    """Say that one numeral stands with two units."""
    worths = " and ".join(
        f"1 {unit.name} = {readable(unit.factor + unit.offset)} {unit.base}" for unit in (a.unit, b.unit)
    )
    return f"the same numeral with units of unequal worth, {worths}"


def equal(a: Quantity) -> str:
    """Say that both are one number."""
    return f"the same number, {normalised(a)}, and the same hedge, written otherwise"


def hedges(a: Quantity, b: Quantity) -> str:
    """Say that one number stands with two hedges."""
    return f"the same number, {normalised(a)}, with the hedges {a.hedge} and {b.hedge}"


def rounded(coarse: Quantity, fine: Quantity, cut: Interval) -> str:
    """Say that one number is the other, rounded or cut off."""
    return f"{fine.stated} lies in {interval(cut)}, which rounds or is cut off to {coarse.stated}"


def entailed(inner: Quantity, outer: Quantity) -> str:
    """Say that H of one lies within S of the other."""
    within = f"S of {outer.stated}, {interval(outer.soft)}"
    return f"H of {inner.stated}, {interval(inner.hard)}, lies within {within}"


def meeting(sets: str, both: Interval) -> str:
    """Say where two sets meet."""
    return f"{sets} of both meet in {interval(both)}"


def tolerated(tolerance: Fraction) -> str:
    """Say that the attribute's tolerance covers the gap."""
    return f"the attribute allows a gap of {percent(tolerance)}"


def apart(a: Quantity, b: Quantity) -> str:
    """Say that nothing meets."""
    return f"nothing meets: {interval(a.wide)} and {interval(b.wide)}"


def _value(name: str, quantity: Quantity) -> list[str]:
    sets = f"{name}: H = {interval(quantity.hard)}"
    if quantity.soft != quantity.hard:
        sets += f", S = {interval(quantity.soft)}"
    if quantity.wide != quantity.hard:
        sets += f", W = {interval(quantity.wide)}"
    return [f"{name}: {quantity.stated} = {normalised(quantity)}", sets]
