"""Numbers as people write them, derived by hand."""

from __future__ import annotations

import pytest

from verify.model.notation import raised, unit_words
from verify.report.numbers import readable


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("3740000000000000000", "3.74 × 10¹⁸"),
        ("126900000000", "1.269 × 10¹¹"),
        ("10000000", "1 × 10⁷"),
        ("-10000000", "−1 × 10⁷"),
        ("1000000", "1,000,000"),
        ("130000", "130,000"),
        ("52104866", "52,104,866"),
        ("1234.5", "1,234.5"),
        ("-0.22", "−0.22"),
        ("250/9", "≈ 27.78"),
        ("0", "0"),
    ],
)
def test_readable(number: str, text: str) -> None:
    assert readable(number) == text


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("flop/second", "flop/second"),
        ("meter**2", "meter²"),
        ("kilogram*meter**-3", "kilogram·meter⁻³"),
        ("[count of 高校]", "高校"),
        ("[count of 高校]/year", "高校/year"),
        ("dimensionless", ""),
        ("nautical_mile/hour", "nautical mile/hour"),
    ],
)
def test_unit_words(unit: str, text: str) -> None:
    assert unit_words(unit) == text


def test_only_powers_of_ten_are_raised() -> None:
    assert raised("374 × 10^8 × 10^8, 2^3") == "374 × 10⁸ × 10⁸, 2^3"
