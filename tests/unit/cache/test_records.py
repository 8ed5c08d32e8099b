"""Records come back equal from their bytes, and other bytes make none."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

import pytest
from pydantic import BaseModel

from verify.cache.records import dumps, loads


class Colour(StrEnum):
    RED = "red"


class Place(NamedTuple):
    start: int
    end: int


class Rule(BaseModel):
    words: tuple[str, ...] = ()
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    text: str


@dataclass(frozen=True, slots=True)
class Number:
    value: Fraction
    parts: tuple[Number, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    name: str
    place: Place
    value: Word | Number | None
    colour: Colour | None = None
    day: dt.date | None = None
    worth: dict[str, Fraction] = field(default_factory=dict)
    lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)
    plain: dict[str, str] = field(default_factory=dict)
    pairs: tuple[tuple[str, int], ...] = ()
    rows: tuple[tuple[int, ...], ...] = ()
    row: tuple[int, ...] | None = None
    names: frozenset[str] = frozenset()
    rule: Rule | None = None


LEAST = Record("", Place(0, 0), None)
FULL = Record(
    name="峰 \ud800 \x00 \u2028",
    place=Place(1, 2),
    value=Number(Fraction(1, 3), (Number(Fraction(10**40)), Number(Fraction(-1)))),
    colour=Colour.RED,
    day=dt.date(2022, 4, 29),
    worth={"kilo": Fraction(1000)},
    lengths={"k": (2, 1)},
    plain={"": "a"},
    pairs=(("a", 1), ("b", 2)),
    rows=((), (1, 2)),
    row=(1,),
    names=frozenset({"b", "a"}),
    rule=Rule(words=("一",)),
)


@pytest.mark.parametrize("record", [LEAST, FULL, Record("", Place(0, 0), Word("x"))])
def test_a_record_comes_back(record: Record) -> None:
    back = loads(Record, dumps(Record, record))
    assert back == record
    assert type(back.value) is type(record.value)


def test_what_a_model_was_not_told_stays_untold() -> None:
    back = loads(Record, dumps(Record, FULL))
    assert back is not None and back.rule is not None
    assert back.rule.model_fields_set == {"words"}


def test_equal_records_have_equal_bytes() -> None:
    assert dumps(frozenset[str], frozenset("abcdefgh")) == dumps(frozenset[str], frozenset("hgfedcba"))


NO_RECORDS = [
    *(b"", b"{", b"\xff", b"null", b"{}", b"[]", b'["a"]', b'["a", [1], null]', b'["a", [1, 2], [2, 1]]'),
    dumps(Record, FULL).replace(b"red", b"blue"),
    dumps(Record, FULL).replace(b"2022-04-29", b"2022-02-30"),
    dumps(Record, FULL).replace(b"[1,3]", b"[1,0]"),
    dumps(Record, FULL).replace(b'"words"', b'"words":1,"exact"'),
    b"[" * 100_000,
]


@pytest.mark.parametrize("content", NO_RECORDS, ids=map(str, range(len(NO_RECORDS))))
def test_other_bytes_make_no_record(content: bytes) -> None:
    assert loads(Record, content) is None


def test_a_type_that_is_not_known_is_told_at_once() -> None:
    @dataclass
    class Odd:
        what: object

    with pytest.raises((TypeError, AttributeError)):
        dumps(Odd, Odd(1))
