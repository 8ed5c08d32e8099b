"""What is packed comes back equal, of the same types."""

from __future__ import annotations

import datetime as dt
import pickle
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from typing import Any, NamedTuple

import pytest

from verify.engine.packing import packed


class Colour(Enum):
    RED = "red"


class Pair(NamedTuple):
    one: Any
    other: Any = None


@dataclass(frozen=True, slots=True)
class Empty:
    pass


@dataclass(frozen=True, slots=True)
class Single:
    only: Any


@dataclass(frozen=True, slots=True)
class Base:
    name: str


@dataclass(frozen=True, slots=True)
class Many(Base):
    """Two fields, one inherited, and one that is worked out where it is made."""

    number: Fraction
    told: int = field(init=False, default=7)


@dataclass
class Open:
    """With a dictionary of its own."""

    one: int


CASES = [
    Empty(),
    Single((1, 2)),
    Many("a", Fraction(-22, 7)),
    Many("b", Fraction(3)),
    Open(5),
    Pair(1, Single(None)),
    Colour.RED,
    Fraction(10**40, 3),
    dt.date(2024, 2, 29),
    [Many("c", Fraction(1, 3)), {"key": (Pair(Colour.RED),)}, None, "\ud83c\udf09"],
]


@pytest.mark.parametrize("record", CASES, ids=lambda record: type(record).__name__)
def test_is_what_it_was(record: Any) -> None:
    found = pickle.loads(packed(record))
    assert found == record
    assert type(found) is type(record)
    assert repr(found) == repr(record)


def test_what_is_told_twice_is_one_again() -> None:
    once = Single("x")
    first, second = pickle.loads(packed([once, once]))
    assert first is second
