"""Figures that only say which things are counted state nothing of what the text is about."""

from __future__ import annotations

import pytest

from tests.unit.extract.test_keys import claims


@pytest.mark.parametrize(
    ("text", "quote", "claimed"),
    [
        ("青松商场年销售额超1亿元的品牌有38个。", "超1亿元", False),
        ("青松商场年销售额超1亿元的品牌有38个。", "38个", True),
        ("青松商场年销售额10亿元的品牌38个。", "10亿元", False),
        ("青松商场38个品牌销售额超1亿元。", "超1亿元", False),
        ("青松商场38个品牌销售额破亿元。", "破亿元", False),
        ("青松商场销售额超1亿元。", "超1亿元", True),
        ("青松商场16台扶梯高12米。", "12米", True),
        ("总投资3亿元的青松商场有店铺210家。", "3亿元", True),
        ("青松商场今年启用。这座总投资三亿六千万元的商场有六百余个柜台。", "三亿六千万元", True),
        ("青松商场面积超2万平方米的展厅有灯光500套。", "超2万平方米", True),
    ],
)
def test_condition(text: str, quote: str, claimed: bool) -> None:
    assert (quote in claims(text)) is claimed
