"""What the figures of two things have in common: the values that documents tell of both.

Comes in: claims.  Goes out: ``Told``: the precise values of a thing, each with its weight, and of two such
how much they share and in how many statements they differ.  A value weighs the more the more digits it has,
since long numbers do not agree by chance.  What follows from it is left to ``weights``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from verify.model.claim import Claim
from verify.model.period import Period
from verify.model.quantity import Form, Quantity

_LONG = 3
"""A value of so many digits counts whatever it is told of; a shorter one only of the same attribute."""
_MOST = 3
_NEAR = Fraction(1, 20)
"""Values nearer than this may be one, rounded."""

Value = tuple[str, Fraction | dt.date, str]
"""Dimension, value, and the attribute where the value is short."""
Statement = tuple[str, ...]
"""Attribute, dimension and the parts of the key that are stated."""


@dataclass(slots=True)
class Told:
    """What documents tell of one thing in figures."""

    values: dict[Value, int] = field(default_factory=dict)
    """Each value with its weight."""
    statements: dict[Statement, Fraction | None] = field(default_factory=dict)
    """The number of each; None where there are several, which tell nothing."""

    def add(self, other: Told) -> None:
        """Take in what is told of another thing that is the same."""
        self.values.update(other.values)
        for key, number in other.statements.items():
            self.state(key, number)

    def state(self, key: Statement, number: Fraction | None) -> None:
        """Take in one more statement."""
        if self.statements.setdefault(key, number) != number:
            self.statements[key] = None

    def shared(self, other: Told) -> int:
        """Return the weight of the values that two things have in common, 0 where more of them differ."""
        less, more = sorted((self, other), key=lambda one: len(one.values))
        weight = sum(worth for value, worth in less.values.items() if value in more.values)
        return weight if weight > _MOST * self._differing(other) else 0

    def _differing(self, other: Told) -> int:
        """Return how many statements have one value on each side, and these are far apart."""
        found = 0
        for key in self.statements.keys() & other.statements.keys():
            mine, theirs = self.statements[key], other.statements[key]
            found += mine is not None and theirs is not None and far(mine, theirs)
        return found


def told(claims: Iterable[Claim]) -> dict[str, Told]:
    """Return what claims tell of each thing, by its id."""
    found: dict[str, Told] = {}
    for claim in claims:
        one = found.setdefault(claim.entity_id, Told())
        value = claim.value
        if isinstance(value, Period) and value.precision == "day" and value.earliest is not None:
            one.values["date", value.earliest, claim.attribute_id] = 1
        elif isinstance(value, Quantity) and value.form is not Form.RANGE and value.numerals:
            long = digits(value)
            if long > 1:
                attribute = claim.attribute_id if long < _LONG else ""
                one.values[value.unit.base, value.base_number, attribute] = min(long - 1, _MOST)
            one.state(_statement(claim), value.base_number)
    return found


def _statement(claim: Claim) -> Statement:
    known = claim.qualifiers
    time = known.time.stated if known.time is not None else ""
    parts = (known.scope, known.statistic, known.base, known.modality)
    return (claim.attribute_id, claim.dimension, time, *(str(part or "") for part in parts))


def digits(value: Quantity) -> int:
    """Return how many digits of a number tell something: 2 of 1200, 3 of 22.0."""
    numeral = value.numerals[0]
    last = numeral.last if numeral.point else numeral.nonzero
    return len(str(abs(int(numeral.value / last)))) if last else 0


def far(one: Fraction, other: Fraction) -> bool:
    """Say whether two numbers are too far from each other to be one, rounded."""
    return abs(one - other) > _NEAR * max(abs(one), abs(other))
