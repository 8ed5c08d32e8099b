"""Write a value in any form and read it back exactly."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from scanned import Found, read

LAW = settings(max_examples=150, deadline=None)
DIGITS = "零一二三四五六七八九"
PLACES = ("", "十", "百", "千")
METRIC = {"m": 1, "km": 1000, "mm": Fraction(1, 1000), "cm": Fraction(1, 100)}

wholes = st.integers(min_value=1, max_value=9_999_999_999)
decimals = st.decimals(min_value=Decimal("0.1"), max_value=Decimal("99999"), places=2)


def one(text: str) -> Found:
    found = read(text)
    assert [figure.text for figure in found] == [text]
    return found[0]


def number(text: str) -> Fraction:
    quantity = one(text).quantity
    assert quantity is not None
    return quantity.number


def four_digits(value: int) -> str:
    """Write a number below 10000 in Chinese, with every 零 it needs."""
    text, gap = "", False
    for place in range(3, -1, -1):
        digit = value // 10**place % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + PLACES[place]
            gap = False
        else:
            gap = bool(text)
    return text


def chinese(value: int) -> str:
    """Write a whole number in Chinese: 一亿零五十万三千."""
    text, gap = "", False
    for scale, word in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part = value // scale % 10**4
        if part:
            text += ("零" if text and (gap or part < 1000) else "") + four_digits(part) + word
            gap = False
        else:
            gap = bool(text)
    return text


@LAW
@given(wholes)
def test_arabic_digits(value: int) -> None:
    assert number(f"{value}吨") == number(f"{value:,}吨") == value


@LAW
@given(wholes)
def test_chinese_digits(value: int) -> None:
    assert number(f"{chinese(value)}吨") == value


@LAW
@given(decimals, st.sampled_from([("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]))
def test_mixed_scales(value: Decimal, scale: tuple[str, int]) -> None:
    assert number(f"{value}{scale[0]}吨") == Fraction(value) * scale[1]


@LAW
@given(decimals, st.sampled_from([("thousand", 10**3), ("million", 10**6), ("billion", 10**9)]))
def test_english_scales(value: Decimal, scale: tuple[str, int]) -> None:
    assert number(f"{value} {scale[0]} tonnes") == Fraction(value) * scale[1]


@LAW
@given(decimals)
def test_percent_in_three_spellings(value: Decimal) -> None:
    assert number(f"{value}%") == number(f"百分之{value}") == number(f"{value} percent") == Fraction(value)


@LAW
@given(decimals, st.sampled_from(sorted(METRIC)))
def test_prefixes_scale_the_base_number(value: Decimal, unit: str) -> None:
    quantity = one(f"{value} {unit}").quantity
    assert quantity is not None
    assert (quantity.unit.base, quantity.base_number) == ("meter", Fraction(value) * METRIC[unit])


@LAW
@given(wholes, wholes)
def test_range_reads_both_ends(first: int, second: int) -> None:
    low, high = sorted((first, second))
    quantity = one(f"{low}吨至{high}吨").quantity
    assert quantity is not None
    assert [numeral.value for numeral in quantity.numerals] == [low, high]


@LAW
@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_dates(day: dt.date) -> None:
    month = day.strftime("%B")
    for text in (
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
    ):
        period = one(text).figure.period
        assert period is not None
        assert (period.earliest, period.latest) == (day, day)


@LAW
@given(
    st.text(
        alphabet="0123456789.,一二三十百千万亿零两半几多约超近至-~%℃年月日个家元公里 abkmO:/（）第",
        max_size=40,
    )
)
def test_nothing_raises_and_figures_stand_in_order(text: str) -> None:
    found = read(text)
    assert all(0 <= figure.start < figure.end <= len(text) for figure in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
