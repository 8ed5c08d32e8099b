"""What kind of quantity a unit makes: a count, money, a share, a duration.

Comes in: a unit, and whether a measure word or noun says that it counts.  Goes out: the kind, as ``verify
parse`` names it.
"""

from __future__ import annotations

import re

from verify.model.quantity import Unit

SHARES = frozenset({"percent", "permille", "permyriad", "percentage_point"})
"""Units of a share of something."""
_MONEY = re.compile(r"[A-Z]{3}(?:$|/)")
"""Of a unit of money, also by what it is paid for."""
_CURRENCY = re.compile(r"[A-Z]{3}$")
_KINDS = {
    "second": "duration",
    "working_day": "duration",
    "trading_day": "duration",
    "kelvin": "temperature",
    "岁": "age",
}


def is_money(unit: str) -> bool:
    """Say whether a unit is money, and not a price: CNY, but not CNY/kilogram."""
    return _CURRENCY.match(unit) is not None


def kind_of(unit: Unit, *, counted: bool) -> str:
    """Return the kind of a quantity, as ``verify parse`` names it.

    ``counted`` is told where a measure word or a noun says that it counts.
    """
    base = unit.base
    if base == "dimensionless" and unit.name != base:
        return "percent" if unit.factor < 1 else "ratio"
    if base in _KINDS:
        return _KINDS[base]
    if _MONEY.match(base):
        return "money"
    if counted:
        return "count"
    if base == "dimensionless":
        return "number"
    if unit.counts:
        return "count"
    return "quantity"
