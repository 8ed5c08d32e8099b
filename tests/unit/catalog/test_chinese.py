"""Canonical names of the shipped rules have their Chinese."""

from __future__ import annotations

import pytest

from verify import api
from verify.catalog.chinese import chinese_words


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("meter", "米"),
        ("meter**2", "平方米"),
        ("kilowatt_hour", "千瓦时"),
        ("flop/second", "次浮点运算每秒"),
        ("CNY", "元"),
        ("domestic", "国内"),
        ("mean", "平均"),
        ("nanjing", "南京"),
        ("racks", "机柜数量"),
    ],
)
def test_a_name_has_its_chinese(name: str, told: str) -> None:
    assert chinese_words(api.load_rules())[name] == told


def test_what_is_chinese_already_is_left_out() -> None:
    assert all(name.isascii() for name in chinese_words(api.load_rules()))
