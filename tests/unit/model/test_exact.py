"""Exact numbers as text, by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from builders import span
from verify.model import exact
from verify.model.exact import exponent_of, interval, percent, plain, readable


@pytest.fixture(autouse=True)
def _spelled_anew() -> None:
    exact._plain.cache_clear()
    exact._readable.cache_clear()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("320", "320"),
        ("1/2", "0.5"),
        ("-1/2", "-0.5"),
        ("5/4", "1.25"),
        ("1/20", "0.05"),
        ("250/9", "250/9"),
        ("-1/6", "-1/6"),
        # 1 / 5**30 is 2**30 / 10**30
        (f"1/{5**30}", "0." + "0" * 20 + "1073741824"),
    ],
)
def test_plain(value: str, text: str) -> None:
    assert plain(Fraction(value)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("1000000", "1000000"),
        ("10000000", "1 × 10^7"),
        ("-10000000", "-1 × 10^7"),
        ("123456000000", "1.23456 × 10^11"),
        ("123456700000", "123456700000"),
        ("0.0001", "0.0001"),
        ("0.00001", "1 × 10^-5"),
        ("1000000000/3", "1000000000/3"),
    ],
)
def test_readable(value: str, text: str) -> None:
    assert readable(Fraction(value)) == text


@pytest.mark.parametrize(
    ("ratio", "text"),
    [
        ("0", "0%"),
        ("1", "100%"),
        ("1/3", "33.3%"),
        ("2/3", "66.7%"),
        ("1/8", "12.5%"),
        ("-1/8", "-12.5%"),
        ("1/1600", "0.0625%"),
        # half is rounded up, by size
        ("0.12345", "12.3%"),
        ("0.1235", "12.4%"),
        ("-0.1235", "-12.4%"),
        ("12.34", "1230%"),
    ],
)
def test_percent_has_three_digits(ratio: str, text: str) -> None:
    assert percent(Fraction(ratio)) == text


@pytest.mark.parametrize("text", ["[374, 375)", "(−∞, 3]", "(0.5, ∞)", "(1, 2]"])
def test_interval(text: str) -> None:
    assert interval(span(text)) == text


@pytest.mark.parametrize(
    ("value", "exponent"),
    [
        *(("1", 0), ("9.9", 0), ("10", 1), ("99", 1), ("100", 2), ("-374", 2)),
        *(("0.1", -1), ("0.099", -2), ("1/3", -1), ("1/1000", -3), ("3/1000", -3), ("2/21", -2)),
        *((f"1e{power}", power) for power in (400, -400)),
    ],
)
def test_exponent_is_the_power_of_the_leading_digit(value: str, exponent: int) -> None:
    assert exponent_of(Fraction(value)) == exponent
