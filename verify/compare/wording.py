"""Sentences about two values: what was written, what it means, which bound decided.

Figures and sets come in, plain English goes out, twice: for an editor, in the unit and scale of the
coarser figure, and for the derivation, exact and in the base unit.  Percentages have three significant
digits.  Choosing the line is left to ``ladder``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from verify.model.exact import interval, percent, readable
from verify.model.group import LADDER
from verify.model.notation import common, notation
from verify.model.quantity import Interval, Quantity
from verify.model.wording import described, hedge_name, normalised


def derivation(
    a: Quantity, b: Quantity, *, line: int, bound: Bound, gap: Fraction, flags: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the steps from the two values as written to the line of the ladder."""
    lines = [*_value("a", a), *_value("b", b), f"gap: {percent(gap)}"]
    if flags:
        lines.append(f"may be: {', '.join(flags)}")
    lines.append(f"line {line}, {LADDER[line]}: {bound.exact()}")
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class Bound:
    """The bound that decided; told when it is asked for, since most pairs are never shown."""

    words: Callable[[], str]
    """For an editor: in the way that the coarser figure is written."""
    exact: Callable[[], str]
    """For the derivation: sets and fractions of the base unit."""

    def with_words(self, form: str) -> Bound:
        """Return the same inside another sentence."""
        return Bound(lambda: form.format(self.words()), lambda: form.format(self.exact()))


def plain(sentence: str) -> Bound:
    """Return a bound that needs no numbers."""
    return Bound(lambda: sentence, lambda: sentence)


def unit_slip(a: Quantity, b: Quantity) -> Bound:
    """Say that one numeral stands with two units."""

    def words() -> str:
        told = common(a, b)
        other = b if notation(a).worth == told.worth else a
        worth = f"= {told.figure(other)}".replace("= ≈", "≈")
        return f"the same numeral with units of unequal worth: {_bare(other)} {worth}"

    def exact() -> str:
        worths = " and ".join(
            f"1 {unit.name} = {readable(unit.factor + unit.offset)} {unit.base}" for unit in (a.unit, b.unit)
        )
        return f"the same numeral with units of unequal worth, {worths}"

    return Bound(words, exact)


def equal(a: Quantity, b: Quantity) -> Bound:
    """Say that both are one number."""
    return _same(a, b, "the same number, {}, and the same hedge, written otherwise")


def hedges(a: Quantity, b: Quantity) -> Bound:
    """Say that one number stands with two hedges."""
    first, second = (f"“{hedge_name(one.hedge)}”" for one in (a, b))
    return _same(a, b, f"the same number, {{}}, with the hedges {first} and {second}")


def rounded(coarse: Quantity, fine: Quantity, cut: Interval) -> Bound:
    """Say that one number is the other, rounded or cut off."""

    def words() -> str:
        told = notation(coarse)
        inside = f"{described(fine, told)} lies in {told.sets(cut)}"
        return f"{inside}, which rounds or is cut off to {_bare(coarse)}"

    return Bound(
        words,
        lambda: f"{fine.stated} lies in {interval(cut)}, which rounds or is cut off to {coarse.stated}",
    )


def entailed(inner: Quantity, outer: Quantity) -> Bound:
    """Say that H of one lies within S of the other."""

    def words() -> str:
        told = common(inner, outer)
        allowed = f"what {inner.stated} allows, {told.sets(inner.hard)}"
        return f"{allowed}, lies within what {outer.stated} is taken to mean, {told.sets(outer.soft)}"

    def exact() -> str:
        within = f"S of {outer.stated}, {interval(outer.soft)}"
        return f"H of {inner.stated}, {interval(inner.hard)}, lies within {within}"

    return Bound(words, exact)


_MEETING = {
    "H": "the words of both allow {}",
    "S": "both may be taken to mean {}",
    "W": "both allow {} only where final zeros stand for digits cut off",
}


def meeting(sets: str, a: Quantity, b: Quantity, both: Interval) -> Bound:
    """Say where two sets meet: H, S or W of the two."""
    only_wide = sets == "W" and not a.hard.meets(b.hard)
    form = _MEETING[sets if sets != "W" or only_wide else "H"]
    return Bound(
        lambda: form.format(common(a, b).sets(both)), lambda: f"{sets} of both meet in {interval(both)}"
    )


def tolerated(tolerance: Fraction) -> Bound:
    """Say that the attribute's tolerance covers the gap."""
    return plain(f"the attribute allows a gap of {percent(tolerance)}")


def apart(a: Quantity, b: Quantity) -> Bound:
    """Say that nothing meets."""

    def words() -> str:
        told = common(a, b)
        return f"nothing meets: {told.sets(a.wide)}, and {told.sets(b.wide)}"

    return Bound(words, lambda: f"nothing meets: {interval(a.wide)} and {interval(b.wide)}")


def _same(a: Quantity, b: Quantity, form: str) -> Bound:
    return Bound(lambda: form.format(common(a, b).figure(a)), lambda: form.format(normalised(a)))


def _bare(quantity: Quantity) -> str:
    return notation(quantity).figure(quantity)


def _value(name: str, quantity: Quantity) -> list[str]:
    sets = f"{name}: H = {interval(quantity.hard)}"
    if quantity.soft != quantity.hard:
        sets += f", S = {interval(quantity.soft)}"
    if quantity.wide != quantity.hard:
        sets += f", W = {interval(quantity.wide)}"
    return [f"{name}: {quantity.stated} = {normalised(quantity)}", sets]
