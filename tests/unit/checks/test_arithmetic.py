"""Reckoning with sets: every bound worked out by hand from SEMANTICS.md §3."""

from __future__ import annotations

from fractions import Fraction

import pytest

from builders import CELSIUS, FIRMS, KM, PEOPLE, SHARE, YUAN, q, span
from verify.checks.arithmetic import (
    Fit,
    Sets,
    alike,
    between,
    both_counted,
    exactly,
    fit,
    sets,
    without_zero,
)
from verify.model.quantity import Hedge, Quantity, Unit


def km(number: str, u: str, hedge: Hedge = Hedge.BARE) -> Quantity:
    return q(f"{number}公里", number, u, None, KM, hedge)


def of(text: str) -> Sets:
    return Sets(Fraction(0), span(text), span(text))


ROWS = [
    ("sum", of("[1, 2)") + of("[3, 5]"), "[4, 7)"),
    ("difference", of("[3, 5)") - of("[1, 2)"), "(1, 4)"),
    ("product", of("[2, 3)") * of("[4, 5)"), "[8, 15)"),
    ("quotient", of("[2, 3)") / of("[4, 5)"), "(2/5, 3/4)"),
    ("quotient of what is below 0", of("[-3, -2)") / of("[4, 5)"), "[-3/4, -2/5)"),
    ("quotient by what may be 0", of("[2, 3)") / of("[-1, 5)"), "(−∞, ∞)"),
    ("product with what may be below 0", of("[2, 3)") * of("[-1, 5)"), "(−∞, ∞)"),
    ("open above", of("(2, ∞)") + of("[1, 1]"), "(3, ∞)"),
    ("power", of("[2, 3)").power(3), "[8, 27)"),
    ("hull", of("[2, 3)").hull(of("[7, 8)")), "[2, 8]"),
]


@pytest.mark.parametrize(("result", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_operations(result: Sets, expected: str) -> None:
    assert result.soft == result.hard == span(expected)


def test_what_is_counted_is_whole() -> None:
    assert sets(q("200人", "200", "1", None, PEOPLE)).soft == span("[200, 200]")
    assert sets(q("12.5万人", "125000", "1000", None, PEOPLE)).soft == span("[124500, 125499]")
    assert sets(km("200", "1")).soft == span("[199500, 200500)")


def test_the_number_is_carried_beside_the_sets() -> None:
    assert (sets(km("100", "1")) / sets(km("80", "1")) - exactly(1)).number == Fraction(1, 4)


FITS = [
    ("within", of("[1, 2)"), of("[1, 1]"), Fit.HOLDS),
    ("touching an open end", of("[1, 2)"), of("[2, 3]"), Fit.OFF),
    ("only H meets", Sets(Fraction(2), span("[1, 2]"), span("[1, 9]")), of("[5, 5]"), Fit.UNTESTABLE),
    ("apart", of("[1, 2)"), of("[5, 6)"), Fit.OFF),
]


@pytest.mark.parametrize(("a", "b", "expected"), [row[1:] for row in FITS], ids=[row[0] for row in FITS])
def test_fit(a: Sets, b: Sets, expected: Fit) -> None:
    assert fit(a, b) is expected
    assert fit(b, a) is expected


def counted(noun: str) -> Unit:
    return Unit(f"[count of {noun}]", f"[count of {noun}]")


def test_what_may_be_reckoned_with_what() -> None:
    firms, people = q("3家", "3", "1", None, FIRMS), q("9人", "9", "1", None, PEOPLE)
    measure, yuan = q("5家", "5", "1", None, counted("家")), q("5元", "5", "1", None, YUAN)
    assert alike(firms, measure), "a measure word alone is of whatever is counted beside it"
    assert not alike(firms, people)
    assert both_counted(firms, people)
    assert not both_counted(firms, yuan)
    assert not alike(yuan, km("5", "1"))


def test_a_difference_of_temperatures_has_no_zero() -> None:
    eight = without_zero(q("8℃", "8", "1", None, CELSIUS))
    assert sets(eight) == Sets(Fraction(8), span("[7.5, 8.5)"), span("[7.5, 8.5)"))
    share = q("8%", "8", "1", None, SHARE)
    assert without_zero(share) is share


def test_between_holds_both_ends() -> None:
    assert between(2, 4).soft == span("[2, 4]")
