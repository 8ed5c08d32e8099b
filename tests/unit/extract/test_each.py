"""What is paid for one unit is told beside the money or before the noun: 每平方米均价28650元."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.corpus.test_attributes import claims

SAME = [
    ("成交均价为每平方米28650元。", "每平方米成交均价28650元。"),
    ("小麦收购价为每公斤2.36元。", "每公斤小麦收购价2.36元。"),
    ("居民电价0.6元/千瓦时。", "每千瓦时电价0.6元。"),
    ("成本为每吨1260元。", "每吨成本为1260元。"),
]
APART = ["每月租金4260元。", "每股收益0.36元。", "每平方米用水泥120公斤，造价3.2亿元。", "每吨上涨120元。"]


@pytest.mark.parametrize(("beside", "before"), SAME)
def test_the_unit_is_read_wherever_it_stands(beside: str, before: str) -> None:
    (one,), (other,) = claims(beside), claims(before)
    assert (one.attribute_id, one.dimension) == (other.attribute_id, other.dimension)
    assert "CNY" in one.dimension and one.dimension != "CNY"


@pytest.mark.parametrize("text", APART)
def test_no_unit_is_taken_for_that_of_a_price(text: str) -> None:
    assert {claim.dimension for claim in claims(text)} <= {"CNY", "CNY/kilogram", "kilogram/meter**2"}
    assert claims(text)[-1].dimension in {"CNY", "CNY/kilogram"}


def test_a_price_for_several_of_a_unit_is_one_for_each() -> None:
    (one,), (other,) = claims("尿素零售价每50公斤125元。"), claims("尿素零售价2.5元/公斤。")
    assert (one.attribute_id, one.dimension) == (other.attribute_id, other.dimension)
    assert one.value.numerals[0].value * one.value.unit.factor == Fraction(5, 2)


def test_what_a_hectare_yields_is_no_yield_of_a_mu() -> None:
    (one,), (other,) = claims("水稻每公顷产量7500公斤。"), claims("水稻亩产500公斤。")
    worth = [claim.value.numerals[0].value * claim.value.unit.factor for claim in (one, other)]
    assert one.dimension == other.dimension and worth[0] == worth[1]
