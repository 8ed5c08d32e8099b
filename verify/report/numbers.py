"""Exact numbers and canonical units as people write them.

Comes in: the exact texts of ``report.json``.  Goes out: text for pages.  Units are only respelled
here, never converted.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from verify.model import exact

_COUNTED = re.compile(r"\[count of ([^\]]*)\]")
_UNIT_POWER = re.compile(r"\*\*(-?[0-9]+)")
_TEN_POWER = re.compile(r"(?<=10)\^(-?[0-9]+)")
_CLOSE_NAMES = {"percent": "%", "permille": "‰"}
_CLOSE = frozenset(_CLOSE_NAMES.values())
"""Stand at the number without a space."""
_REMEMBERED = 1 << 14
"""Pages for people show the same numbers and lines several times."""
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def plain_or_none(number: Fraction | None) -> str | None:
    """Return the exact text, or None for an open end."""
    return None if number is None else exact.plain(number)


@lru_cache(maxsize=_REMEMBERED)
def readable(number: str) -> str:
    """Return an exact number as people write it: ``3.74 × 10¹⁸``, ``130,000``, ``250/9 (≈ 27.778)``."""
    if "/" in number:
        above, _, below = number.partition("/")
        return f"{number} (≈ {Decimal(above) / Decimal(below):.5g})"
    text = exact.readable(Fraction(number)).replace("-", "−", number.startswith("-"))
    if "^" in text:
        return raised(text)
    whole, point, decimals = text.partition(".")
    sign = "−" if whole.startswith("−") else ""
    return f"{sign}{int(whole.removeprefix(sign)):,}{point}{decimals}"


def raised(text: str) -> str:
    """Return the text with powers of ten set as such: ``10^18`` becomes ``10¹⁸``."""
    return _TEN_POWER.sub(lambda power: power[1].translate(_RAISED), text)


def readable_unit(unit: str) -> str:
    """Return a canonical unit as people write it: ``meter²``, ``高校`` for ``[count of 高校]``."""
    if unit == "dimensionless":
        return ""
    counted = _CLOSE_NAMES.get(unit) or _COUNTED.sub(r"\1", unit)
    return _UNIT_POWER.sub(lambda power: power[1].translate(_RAISED), counted).replace("*", "·")


def readable_value(number: str, unit: str) -> str:
    """Return number and unit together."""
    told = readable_unit(unit)
    return f"{readable(number)}{told}" if told in _CLOSE else f"{readable(number)} {told}".rstrip()


@lru_cache(maxsize=_REMEMBERED)
def spelled(text: str) -> str:
    """Return prose of the program with its powers and units as people write them."""
    return _UNIT_POWER.sub(lambda power: power[1].translate(_RAISED), raised(_COUNTED.sub(r"\1", text)))
