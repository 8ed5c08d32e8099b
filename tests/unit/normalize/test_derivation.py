"""The working of a figure, as one would write it down by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from builders import KW, PFLOPS, between, day, num, q
from verify import api
from verify.model.quantity import Hedge, Interval, Unit
from verify.normalize.derivation import Derivations

METRE = Unit("meter", "meter")


@pytest.fixture(scope="module")
def derivations() -> Derivations:
    return Derivations(api.load_rules().languages)


@pytest.mark.parametrize(
    ("text", "value", "told"),
    [
        ("374亿亿", "3740000000000000000", "374亿亿 = 374 × 10^8 × 10^8 = 3.74 × 10^18"),
        ("13万", "130000", "13万 = 13 × 10^4 = 130000"),
        ("1.5亿", "150000000", "1.5亿 = 1.5 × 10^8 = 1.5 × 10^8"),
        ("三百二十", "320", "三百二十 = 3 × 100 + 2 × 10 = 320"),
        ("十二", "12", "十二 = 10 + 2 = 12"),
        ("二〇二一", "2021", "二〇二一 = 2021"),
        ("三千二百万", "32000000", "三千二百万 = (3 × 1000 + 2 × 100) × 10^4 = 3.2 × 10^7"),
        ("3万4000", "34000", "3万4000 = 3 × 10^4 + 4000 = 34000"),
        ("一亿二千万", "120000000", "一亿二千万 = 1 × 10^8 + 2 × 1000 × 10^4 = 1.2 × 10^8"),
        ("3.2 million", "3200000", "3.2 million = 3.2 × 10^6 = 3200000"),
        ("twenty-five", "25", "twenty-five = 20 + 5 = 25"),
        ("two hundred", "200", "two hundred = 2 × 100 = 200"),
        # A number that says itself needs no working …
        ("374", "374", ""),
        ("1,234", "1234", ""),
        ("22.0", "22", ""),
        # … and where the working does not come to the value read, only the value is told.
        ("13万2", "132000", "13万2 = 132000"),
        ("13万", "-130000", "13万 = 13 × 10^4 = 130000, with its sign -130000"),
    ],
)
def test_numerals(derivations: Derivations, text: str, value: str, told: str) -> None:
    assert derivations.numeral(num(value, "1", text=text)) == told


def test_an_open_numeral_tells_its_bounds(derivations: Derivations) -> None:
    dozens = num("20", "10", text="数十", hard=Interval(Fraction(20), Fraction(999)))
    assert derivations.numeral(dozens) == "数十 = [20, 999]"


def test_a_figure_in_four_steps(derivations: Derivations) -> None:
    """约 allows 25 %, or 25 units of p; a reader takes it for 5 %, or 5 units (SEMANTICS §3)."""
    figure = q("13万", "130000", "10000", "10000", KW, Hedge.ABOUT, hedge_words=("约",))
    assert derivations.lines(figure) == (
        "13万 = 13 × 10^4 = 130000",
        "130000 kilowatt = 130000 × 10^3 = 1.3 × 10^8 watt",
        "the last digit is worth u = 10^4 kilowatt",
        "约 (about): H = [9.75 × 10^7, 1.625 × 10^8], S = [1.235 × 10^8, 1.365 × 10^8] watt",
    )


def test_final_zeros_are_told_apart(derivations: Derivations) -> None:
    lines = derivations.lines(q("3740", "3740", "1", "10", PFLOPS))
    assert (
        "the last digit is worth u = 1 petaflop/second, the last that is not zero p = 10 petaflop/second"
        in lines
    )
    assert lines[0] == "3740 petaflop/second = 3740 × 10^15 = 3.74 × 10^18 flop/second"


def test_a_range_tells_both_ends(derivations: Derivations) -> None:
    lines = derivations.lines(between("3–5千瓦", num("3", "1"), num("5", "1"), KW))
    assert lines == (
        "3 kilowatt = 3 × 10^3 = 3000 watt",
        "5 kilowatt = 5 × 10^3 = 5000 watt",
        "between: H = [2500, 5500], S = H watt",
    )


def test_a_date(derivations: Derivations) -> None:
    assert derivations.lines(day("2022-01-24")) == ("2022-01-24 = 2022-01-24",)


def test_a_very_long_numeral_is_told_by_its_value(derivations: Derivations) -> None:
    assert derivations.numeral(num("1", "1", text="一" * 5000)).endswith(" = 1")
