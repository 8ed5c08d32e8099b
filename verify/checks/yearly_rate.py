"""A growth over years that does not fit the yearly rate told beside it.

Why: what grows by 5% a year does not double in five years; it takes fourteen.

Passes: ``产量五年翻了一番，年均增长15%。``
Fails: ``产量五年翻了一番，年均增长5%。`` (V307)

The yearly rate is raised to the number of years, as an interval carried from its digits, and held
against the growth as a whole (翻一番, 增长60%, 2.5倍, doubled).  Only whole numbers of years, up to 60.

Severity: error.
Options: ``kind: yearly`` in ``rules/relations``.
To silence it: mend the figure; where rate and growth are of different things, name them.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from verify.checks.arithmetic import Sets, exactly, sets
from verify.checks.facts import Facts
from verify.checks.reckoned import of_related, plain
from verify.checks.related import related
from verify.model.finding import Finding
from verify.model.quantity import Form, Hedge, Quantity
from verify.model.stage import Stage

CODES = {"V307": "growth over years does not fit the yearly rate"}
_RATES = ("percent", "percent/year")
_LONGEST = 60


def check(facts: Facts) -> Stage[Finding]:
    """Return a finding for each growth over years that the yearly rate excludes."""
    return Stage(tuple(_wrong(facts)))


def _wrong(facts: Facts) -> Iterator[Finding]:
    for one in related(facts, "yearly"):
        years, change, rate = (one.quantity(slot) for slot in ("years", "change", "rate"))
        if years is None or change is None or rate is None or rate.unit.name not in _RATES:
            continue
        count = _years(years)
        expected = _growth(rate, count, change) if count else None
        if expected is None:
            continue
        reckoning = plain(expected, change, f"{rate.stated} a year for {count} years")
        if reckoning.off:
            yield of_related(facts, one, "V307", CODES["V307"], reckoning)


def _years(years: Quantity) -> int | None:
    """Return a whole number of years, None for anything else."""
    course = years.hedge_words == ("over",)  # over five years: in the course of them
    definite = course or years.hedge in (Hedge.BARE, Hedge.EXACTLY)
    number = years.number
    whole = years.unit.name == "year" and number.denominator == 1 and 1 < number <= _LONGEST
    return int(number) if definite and whole else None


def _growth(rate: Quantity, years: int, change: Quantity) -> Sets | None:
    """Return what the rate gives over the years, in the manner in which the change is told."""
    if change.unit.base != "dimensionless":
        return None
    factor = (exactly(1) + sets(rate).scaled(Fraction(1, 100) / rate.unit.factor)).power(years)
    grown = factor - exactly(1)
    if change.unit.name == "percent":
        return grown
    if change.unit.name == "倍" and change.form is Form.CHANGE:
        return grown.hull(factor)
    return factor
