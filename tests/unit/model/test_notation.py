"""A value in the way that another figure is written."""

from __future__ import annotations

from fractions import Fraction

import pytest

from builders import SHARE, num, raw
from verify import api
from verify.model.notation import beside, common, notation
from verify.model.quantity import Interval, Quantity
from verify.normalize.bounds import bounded


def read(text: str) -> Quantity:
    """The one figure of a text, with the shipped rules."""
    (found,) = api.parse(text)
    assert isinstance(found.value, Quantity)
    return found.value


def f(number: str) -> Fraction:
    return Fraction(number)


OTHERS = [
    # 1 knot is 1852 m an hour: 29600/1852 = 15.98272…
    ("16 knots", "29.6 km/h", "≈ 15.983 knots"),
    # the coarser side is written in 亿: 318 million is 3.18 of them
    ("3.2亿元", "318 million yuan", "3.18亿元"),
    ("$25 million", "$24,812,000", "$24.812 million"),
    ("每秒374亿亿次浮点运算", "3740Petaflops", "每秒374亿亿次浮点运算"),
    ("约13万平方米", "128500平方米", "12.85万平方米"),
    ("超过每秒374亿亿次浮点运算", "3741Petaflops", "每秒374.1亿亿次浮点运算"),
    # 1 km is 1/0.9144 thousand yards: 1093.613298…
    ("1000码", "1公里", "≈ 1,093.613码"),
    ("10至20公里", "12000至18500米", "12 to 18.5公里"),
    ("22%", "0.5%", "0.5%"),
    ("100公里", "12±3公里", "12 ± 3公里"),
    ("25°C", "298.15 K", "25°C"),
    ("1公里", "数十公里", "20 to 999公里"),
    ("零下5度", "3°C", "3度"),
    ("零下5度", "-8°C", "−8度"),
    ("-5°C", "-8°C", "−8°C"),
]


@pytest.mark.parametrize(("coarse", "other", "expected"), OTHERS)
def test_another_figure_in_the_same_way(coarse: str, other: str, expected: str) -> None:
    assert notation(read(coarse)).figure(read(other)) == expected


SETS = [
    ("18 cables long", "12 meters", Interval(f("12"), f("12")), "exactly 12 meters"),
    ("half open", "16 metres", Interval(f("15.5"), f("17"), upper_closed=False), "15.5 to under 17 metres"),
    ("closed", "16 metres", Interval(f("15.5"), f("17")), "15.5 to 17 metres"),
    ("open", "16 metres", Interval(f("15.5"), f("17"), False, False), "over 15.5 to under 17 metres"),
    ("above", "1200亿元", Interval(f("1200e8"), None, lower_closed=False), "over 1,200亿元"),
    ("from", "1200亿元", Interval(f("1200e8"), None), "1,200亿元 or more"),
    ("below", "1200亿元", Interval(None, f("1200e8"), upper_closed=False), "under 1,200亿元"),
    ("up to", "1200亿元", Interval(None, f("1200e8")), "1,200亿元 or less"),
    ("all", "1200亿元", Interval(None, None), "any value"),
    ("dollars", "$25 million", Interval(f("24.5e6"), f("25.5e6")), "$24.5 million to $25.5 million"),
    ("per second", "每秒374亿亿次", Interval(f("373e16"), f("375e16")), "每秒373亿亿 to 375亿亿次"),
    # 15.5 × 1.852 = 28.706, and 17 × 1.852 = 31.484: finite, so nothing is rounded
    ("converted", "30 km/h", Interval(f("14353/1800"), f("7871/900")), "28.706 to 31.484 km/h"),
]


@pytest.mark.parametrize(("name", "figure", "both", "expected"), SETS, ids=[row[0] for row in SETS])
def test_a_set_in_words(name: str, figure: str, both: Interval, expected: str) -> None:
    assert notation(read(figure)).sets(both) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("18海里", "33.3公里", "18海里"),
        ("3.2亿元", "318 million yuan", "3.2亿元"),
        ("3.200亿元", "320 million yuan", "320 million yuan"),
    ],
)
def test_two_figures_are_told_in_the_way_of_the_coarser(a: str, b: str, expected: str) -> None:
    for one, other in ((a, b), (b, a)):
        figures = read(one), read(other)
        coarse = next(figure for figure in figures if figure.stated == expected)
        assert common(*figures).figure(coarse) == expected


@pytest.mark.parametrize(
    ("figure", "told", "expected"),
    [
        ("-5°C", "3°C", ""),
        ("3°C", "零下5度", ""),
        ("55公里", "66 km", ""),
        ("五十五公里", "66公里", "55公里"),
        ("55公里", "34 miles", "≈ 34.175 miles"),
        ("3.2亿元", "32亿元", ""),
        ("320000000元", "32亿元", "3.2亿元"),
    ],
)
def test_nothing_is_added_to_what_says_it_already(figure: str, told: str, expected: str) -> None:
    assert beside(read(figure), notation(read(told))) == expected


def test_a_fall_is_told_with_its_sign() -> None:
    numeral = num("-10", "1", text="10")
    fall = bounded(raw("10%", numeral, SHARE))
    assert beside(fall, notation(fall)) == "−10%"
