"""Changes from one value to another, by what they are told in: percent, points, times, the unit itself.

Comes in: the sentences that relate an old value, a new one and a change.  Goes out: a
``Reckoning`` for each, with the code that it falls under.  Nothing is reported here.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from verify.checks.arithmetic import Sets, absolute, alike, exactly, sets, without_zero
from verify.checks.facts import Facts
from verify.checks.reckoned import Reckoning
from verify.checks.related import Related, related
from verify.model.quantity import Form, Quantity

GROWTH, DIFFERENCE, POINTS = "V301", "V305", "V308"
_TIMES = ("倍", "dimensionless")


def changes(facts: Facts, code: str) -> Iterator[tuple[Related, Reckoning]]:
    """Yield the changes that fall under a code, each with what follows from its two values."""
    for one in related(facts, "change"):
        (old, new), change = _ends(one), one.quantity("change")
        if old is None or new is None or change is None or not alike(old, new):
            continue
        if Form.CHANGE in (old.form, new.form):
            continue
        kind, expected = _expected(old, new, change)
        if kind == code and expected is not None:
            stated = without_zero(change)
            found = sets(stated)
            if change.form is not Form.CHANGE:
                expected, found = absolute(expected), absolute(found)
            yield one, Reckoning(expected, found, stated, f"{old.stated} to {new.stated}")


def _ends(one: Related) -> tuple[Quantity | None, Quantity | None]:
    """Return the old and the new value: of a range ``from a to b`` its ends in the order of the words."""
    both = one.quantity("range")
    if both is None:
        return one.quantity("old"), one.quantity("new")
    if not both.ends:
        return None, None
    low, high = both.ends
    return (low, high) if both.numerals[0].value <= both.numerals[1].value else (high, low)


def growth(old: Quantity, new: Quantity) -> Sets:
    """Return the growth from one value to another, as a number (0.25 for a quarter more)."""
    return sets(new) / sets(old) - exactly(1)


def _expected(old: Quantity, new: Quantity, change: Quantity) -> tuple[str, Sets | None]:
    unit = change.unit
    shares = old.unit.name == "percent"
    if unit.base == "percentage_point":
        return POINTS, (sets(new) - sets(old)).scaled(Fraction(100)) if shares else None
    if unit.base == "dimensionless" and shares:
        return POINTS, growth(old, new)
    if alike(change, old) and change.kind not in ("ratio", "percent"):
        return DIFFERENCE, sets(new) - sets(old)
    if unit.base != "dimensionless":
        return "", None
    if unit.name not in _TIMES:
        return GROWTH, growth(old, new)
    times = sets(new) / sets(old)
    if change.kind == "ratio" and unit.name == "倍" and change.form is Form.CHANGE:
        # 增长3倍 is 1 to 4, and many write it of 1 to 3
        return GROWTH, times.hull(growth(old, new))
    return GROWTH, times
