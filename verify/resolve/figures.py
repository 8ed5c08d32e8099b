"""What the figures of two things have in common: the values that documents tell of both.

Comes in: claims.  Goes out: ``Told``: the precise values of a thing, each with its weight, and of two such
how much they share and in how many statements they differ; ``Holders``: which things a value is told of.  A
value weighs the more the more digits it has, since long numbers do not agree by chance.  What follows from it
is left to ``weights``.

A value, and what a statement is of, is held as a whole number of 62 and 64 bits, made of it (BLAKE2b), since
there are as many as documents tell; that any two of ten million values have the same is one chance in 90,000.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from hashlib import blake2b
from itertools import groupby

from verify.engine.shelf import ordered
from verify.model.claim import Claim
from verify.model.period import Period
from verify.model.quantity import Quantity

_LONG = 3
"""A value of so many digits counts whatever it is told of; a shorter one only of the same attribute."""
_MOST = 3
_NEAR = Fraction(1, 20)
"""Values nearer than this may be one, rounded."""
_WEIGHT = 3
"""The bits of a value that hold its weight, the lowest; the others tell which value it is."""


_NOTHING: array[int] = array("Q")
_UNSTATED: array[int] = array("q")
"""Of most things nothing is told in figures: they have these, which are never changed."""
_KEY = 1 << 63


@dataclass(slots=True)
class Told:
    """What documents tell of one thing in figures."""

    values: array[int] = field(default_factory=lambda: _NOTHING)
    """Values with their weights, in order."""
    stated: array[int] = field(default_factory=lambda: _UNSTATED)
    """What statements are of, in order, with numerator and denominator of the number of each.

    The denominator is nought where there are several numbers, which tell nothing, and of a long number.
    """
    long: dict[int, Fraction] | None = None
    """Numbers that take more than 63 bits."""

    def add(self, other: Told) -> None:
        """Take in what is told of another thing that is the same."""
        for value in other.values:
            self.put(value)
        for key, number in other.statements():
            self.state(key, number)

    def put(self, value: int) -> None:
        """Take in one more value; what it weighs was told last."""
        if not self.values:
            self.values = array("Q")
        place = bisect_left(self.values, value & ~_WEIGHT)
        if place < len(self.values) and self.values[place] | _WEIGHT == value | _WEIGHT:
            self.values[place] = value
        else:
            self.values.insert(place, value)

    def state(self, key: int, number: Fraction | None) -> None:
        """Take in one more statement; None stands for several numbers."""
        if not self.stated:
            self.stated = array("q")
        place, known = self._place(key), key - _KEY
        if place < len(self.stated) and self.stated[place] == known:
            if self._number(place) != number:
                self.stated[place + 1 : place + 3] = array("q", (0, 0))
                (self.long or {}).pop(known, None)
            return
        pair = (0, 0) if number is None else number.as_integer_ratio()
        if max(map(abs, pair)) >= _KEY and number is not None:
            self.long = {**(self.long or {}), known: number}
            pair = 0, 0
        self.stated[place:place] = array("q", (known, *pair))

    def statements(self) -> Iterator[tuple[int, Fraction | None]]:
        """Yield what each statement is of, and its number."""
        return ((self.stated[at] + _KEY, self._number(at)) for at in range(0, len(self.stated), 3))

    def _place(self, key: int) -> int:
        """Return where a statement stands, or would stand."""
        return 3 * bisect_left(range(len(self.stated) // 3), key - _KEY, key=lambda at: self.stated[3 * at])

    def _number(self, place: int) -> Fraction | None:
        known, over, under = self.stated[place : place + 3]
        return Fraction(over, under) if under else (self.long or {}).get(known)

    def shared(self, other: Told) -> int:
        """Return the weight of the values that two things have in common, 0 where more of them differ."""
        less, more = sorted((self.values, other.values), key=len)
        weight = sum(worth(value) for value in less if _holds(more, value))
        return weight if weight and weight > _MOST * self._differing(other) else 0

    def _differing(self, other: Told) -> int:
        """Return how many statements have one value on each side, and these are far apart."""
        less, more = sorted((self, other), key=lambda one: len(one.stated))
        found = 0
        for key, number in less.statements():
            place = more._place(key)
            if number is None or place == len(more.stated) or more.stated[place] != key - _KEY:
                continue
            theirs = more._number(place)
            found += theirs is not None and far(number, theirs)
        return found


class Holders:
    """Which things each value is told of: twelve bytes for each value of a thing."""

    def __init__(self, told: Iterable[tuple[int, Told]]) -> None:
        """Take the values of things with the numbers of these."""
        self._values, self._things = array("Q"), array("i")
        for value, thing in ordered(((value, thing) for thing, one in told for value in one.values), tuple):
            self._values.append(value)
            self._things.append(thing)

    def of(self, value: int) -> array[int]:
        """Return the things that a value is told of."""
        low = bisect_left(self._values, value & ~_WEIGHT)
        return self._things[low : bisect_left(self._values, (value | _WEIGHT) + 1, low)]

    def several(self) -> Iterator[list[tuple[int, int]]]:
        """Yield, of each value told of several things, these in order with what it weighs for each."""
        pairs = zip(self._values, self._things, strict=True)
        for _, same in groupby(pairs, key=lambda pair: pair[0] | _WEIGHT):
            things = sorted((thing, worth(value)) for value, thing in same)
            if len(things) > 1:
                yield things


def worth(value: int) -> int:
    """Return what a value weighs."""
    return value & _WEIGHT


def told(claims: Iterable[Claim]) -> dict[str, Told]:
    """Return what claims tell of each thing, by its id."""
    found: dict[str, Told] = {}
    for claim in claims:
        one = found.setdefault(claim.entity_id, Told())
        value = claim.value
        if isinstance(value, Period) and value.precision == "day" and value.earliest is not None:
            one.put(_value("date", value.earliest.toordinal(), claim.attribute_id, 1))
        elif isinstance(value, Quantity) and len(value.numerals) == 1:
            long = digits(value)
            if long > 1:
                attribute = claim.attribute_id if long < _LONG else ""
                one.put(_value(value.unit.base, value.base_number, attribute, min(long - 1, _MOST)))
            one.state(_statement(claim), value.base_number)
    return found


def _value(dimension: str, number: Fraction | int, attribute: str, weight: int) -> int:
    """Return a value of a dimension, of the attribute that it is told of where it is short."""
    written = f"{number.numerator:x}/{number.denominator:x}"
    return _number(dimension, written, attribute) & ~_WEIGHT | weight


def _number(*parts: str) -> int:
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big")


def _holds(values: array[int], value: int) -> bool:
    place = bisect_left(values, value & ~_WEIGHT)
    return place < len(values) and values[place] | _WEIGHT == value | _WEIGHT


def _statement(claim: Claim) -> int:
    """Return what a claim states: attribute, dimension and the parts of the key that are stated."""
    known = claim.qualifiers
    time = known.time.stated if known.time is not None else ""
    parts = (known.scope, known.statistic, known.base, known.modality)
    return _number(claim.attribute_id, claim.dimension, time, *(str(part or "") for part in parts))


def digits(value: Quantity) -> int:
    """Return how many digits of a number tell something: 2 of 1200, 3 of 22.0."""
    numeral = value.numerals[0]
    last = numeral.last if numeral.point else numeral.nonzero
    return len(str(abs(int(numeral.value / last)))) if last else 0


def far(one: Fraction, other: Fraction) -> bool:
    """Say whether two numbers are too far from each other to be one, rounded."""
    return abs(one - other) > _NEAR * max(abs(one), abs(other))
