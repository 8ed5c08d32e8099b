"""Intervals and the worths of digits, from their definitions."""

from __future__ import annotations

from fractions import Fraction

import pytest

from builders import num, span
from verify.model.quantity import Unit


@pytest.mark.parametrize(
    ("interval", "value", "holds"),
    [
        ("[1, 2]", 1, True),
        ("[1, 2]", 2, True),
        ("(1, 2)", 1, False),
        ("(1, 2)", 2, False),
        ("[1, 2]", 0, False),
        ("[1, 2]", 3, False),
        ("(−∞, 2]", -9, True),
        ("[1, ∞)", 9, True),
    ],
)
def test_holds(interval: str, value: int, holds: bool) -> None:
    assert span(interval).holds(Fraction(value)) is holds


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("[1, 3]", "[2, 4]", "[2, 3]"),
        ("[1, 3)", "(1, 3]", "(1, 3)"),
        ("(−∞, 3]", "[1, ∞)", "[1, 3]"),
        ("(−∞, ∞)", "(1, 3)", "(1, 3)"),
    ],
)
def test_meet_is_what_lies_in_both(one: str, other: str, both: str) -> None:
    assert span(one).meet(span(other)) == span(other).meet(span(one)) == span(both)


@pytest.mark.parametrize(
    ("interval", "empty"),
    [("[1, 1]", False), ("[1, 1)", True), ("(1, 1]", True), ("[2, 1]", True), ("[1, ∞)", False)],
)
def test_empty(interval: str, empty: bool) -> None:
    assert span(interval).empty is empty


@pytest.mark.parametrize("text", ["[1, 2]", "(1, 2)", "[1/2, 3)", "(−∞, 2]", "[1, ∞)", "(−∞, ∞)"])
def test_is_written_as_on_the_page(text: str) -> None:
    assert str(span(text)) == text


@pytest.mark.parametrize(
    ("value", "u", "p", "w"),
    [
        ("1200", "1", "100", "100"),
        ("100", "1", "100", "10"),
        ("5000", "1", "1000", "100"),
        ("30000", "10000", "10000", "10000"),
        ("-100", "1", "100", "10"),
        ("0", "1", "1", "1"),
        # 2000 millionths: the leading digit is worth 1/1000, the second 1/10000
        ("1/500", "1/1000000", "1/1000", "1/10000"),
        ("2/3", "1", "", "1"),
    ],
)
def test_wide_unit(value: str, u: str, p: str, w: str) -> None:
    assert num(value, u, p).wide == Fraction(w)


@pytest.mark.parametrize(
    ("unit", "counts"),
    [
        (Unit("[count of 企业]", "[count of 企业]"), True),
        (Unit("户", "户"), True),
        (Unit("meter", "meter"), False),
        (Unit("万人", "人"), False),
    ],
)
def test_counts_are_of_people_and_things(unit: Unit, counts: bool) -> None:
    assert unit.counts is counts
