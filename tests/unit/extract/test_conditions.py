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
        ("青松市60岁及以上人口占18.81%。", "60岁及以上", False),
        ("青松公园成人票45元，65岁及以上老人免票。", "65岁及以上", False),
        ("青松市18岁以下的居民有3万人。", "18岁以下", False),
        ("青松马拉松参赛者须年满18岁以上。", "18岁以上", True),
        ("青松血站献血者年龄为18至55岁。", "18至55岁", True),
        ("青松队球员平均年龄25岁。", "25岁", True),
        ("Pine vaccine was tested in adults aged 60 and over.", "aged 60 and over", False),
        ("Pine city has 300 residents aged 90 and over.", "aged 90 and over", False),
        ("The Pine club is for people 60 and over.", "60", False),
        ("Members of the Pine club must be aged 18 or over.", "aged 18 or over", True),
        ("The mayor of Pine city, aged 52, spoke.", "aged 52", True),
        (
            "At the Pine mall 38 brands each sold more than $1 million worth of goods.",
            "more than $1 million",
            False,
        ),
        ("At the Pine mall 38 brands each sold more than $1 million worth of goods.", "38 brands", True),
        ("The Pine mall sold more than $1 million worth of goods.", "more than $1 million", True),
        ("The Pine tram has 12 cars, each 30 m long.", "30 m", True),
        ("青松商场面积超2万平方米的展厅有灯光500套。", "超2万平方米", True),
    ],
)
def test_condition(text: str, quote: str, claimed: bool) -> None:
    assert (quote in claims(text)) is claimed
