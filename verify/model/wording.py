"""Values in words, and in the canonical form that fingerprints are made of.

A value comes in, English text goes out; numbers stay exact.
"""

from __future__ import annotations

from verify.model.claim import Value
from verify.model.exact import plain, readable
from verify.model.period import Period
from verify.model.quantity import Quantity


def described(value: Value) -> str:
    """Return a value as written with its meaning: ``13万平方米 (130000 meter**2)``."""
    if isinstance(value, Quantity):
        return f"{value.stated} ({normalised(value)})"
    return f"{value.stated} ({days(value)})" if isinstance(value, Period) else value.stated


def normalised(quantity: Quantity) -> str:
    """Return a figure in its base unit; a range by its ends."""
    unit = "" if quantity.unit.base == "dimensionless" else f" {quantity.unit.base}"
    if quantity.ends:
        low, high = (readable(end.base_number) for end in quantity.ends)
        return f"{low} to {high}{unit}"
    if quantity.plus_minus:
        width = quantity.numerals[1].value * quantity.unit.factor
        return f"{readable(quantity.base_number)} ± {readable(width)}{unit}"
    return f"{readable(quantity.base_number)}{unit}"


def days(period: Period) -> str:
    """Return the days that a period names, ``2022-01-24`` or ``2022-01-01 to 2022-03-31``."""
    if period.earliest is None or period.latest is None:
        return "unresolved"
    if period.earliest == period.latest:
        return period.earliest.isoformat()
    return f"{period.earliest.isoformat()} to {period.latest.isoformat()}"


def canonical(value: Value) -> tuple[str, str]:
    """Return the value in canonical form, and its hedge: equal for equal statements."""
    if isinstance(value, Quantity):
        numbers = [end.base_number for end in value.ends] or [value.base_number]
        if value.plus_minus:
            numbers.append(value.numerals[1].value * value.unit.factor)
        return f"{' '.join(map(plain, numbers))} {value.unit.base}", value.hedge.value
    if isinstance(value, Period):
        return days(value) if value.resolved else value.stated, value.hedge.value
    return "/".join((value.superlative, str(value.strict), value.category, value.region)), "bare"
