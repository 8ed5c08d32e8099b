"""Which names in Latin script tell a name in Chinese, part by part, and which nearly do."""

from __future__ import annotations

from functools import cache

import pytest

from verify import api
from verify.resolve.spelling import Speller
from verify.resolve.translating import Told, Translator, lone

SPELLED = """
汐湾音乐厅 Xiwan Concert Hall
橙柚物流 Chengyou Logistics
曜石半导体 Yaoshi Semiconductor
岭湖大学 Linghu University
岭湖大学 University of Linghu
岭湖师范大学 Linghu Normal University
汐湾南站 Xiwan South Station
汐湾第二中学 No. 2 Middle School of Xiwan
汐灣第二中學 Xiwan No 2 Middle School
黑石岛灯塔 Heishi Island Lighthouse
赤脊铜矿 the Chiji Copper Mine
云泽机场T2航站楼 Yunze Airport Terminal 2
西安物流 Xi'an Logistics
"""
TRANSLATED = """
千灯石窟 Thousand Lamps Grottoes
千灯石窟 the Grottoes of a Thousand Lamps
自然教育中心 nature education centre
东湖2号隧道 East Lake Tunnel 2
南塔 South Tower
东湖宾馆 East Lake Hotel
"""
TRANSCRIBED = """
托尔文山火局 Torvane Wildfire Service
林德马克专利局 Lindmark Patent Office
德沃兰大桥 Dvoran Bridge
哈尔沃森医院 Halvorsen Hospital
马雷克·德沃兰 Marek Dvoran
科布大桥 Cobb Bridge
莫斯科大学 University of Moscow
"""
NOT = """
三号线 Line 3
三号线 Line 4
T2航站楼 Terminal 2
云泽机场S2航站楼 Yunze Airport Terminal 2
东湖2号隧道 East Lake Tunnel 3
T1航站楼 Terminal 2
北塔 South Tower
西湖宾馆 East Lake Hotel
岭湖师范大学 Linghu University
岭湖大学 Linghu Normal University
汐湾北站 Xiwan South Station
汐湾第三中学 No. 2 Middle School of Xiwan
赤脊铁矿 Chiji Copper Mine
照崖石窟 Wangya Grottoes
汐湾音乐节 Xiwan Concert Hall
汐湾 Concert Hall
音乐厅 Xiwan
汐湾音乐厅 Xiwan Concert Hall Hotel
厅 hall
德沃兰大桥 Dvoran Tunnel
德沃兰大桥 Torvane Bridge
托尔文大桥 Halvorsen Bridge
马雷克·德沃兰 Marek Torvane
东湖 Dock
明珠 Mills
"""


@cache
def translator() -> Translator:
    return Translator(Speller(api.load_rules()))


def rows(table: str) -> list[tuple[str, str]]:
    return [(han, latin) for han, _, latin in (line.partition(" ") for line in table.strip().splitlines())]


@pytest.mark.parametrize(
    ("han", "latin", "told"),
    [
        (*row, told)
        for told, table in zip(Told, (NOT, TRANSLATED, TRANSCRIBED, SPELLED), strict=False)
        for row in rows(table)
    ],
)
def test_names_in_two_scripts(han: str, latin: str, told: Told) -> None:
    found = translator().told(han, latin)
    assert found is told or (told is Told.SPELLED and found is Told.NAMED)
    if told is not Told.NOT:
        assert {*translator().beginnings_of(latin)} & {*translator().beginnings(han)}


def test_a_noun_that_is_translated_goes_before_one_of_the_same_kind() -> None:
    assert translator().told("橙柚物流", "Chengyou Logistics") is Told.NAMED
    assert translator().told("橙柚物流", "Chengyou Group") is Told.SPELLED


def test_long_names_cost_nothing() -> None:
    assert translator().told("塔" * 5000, "tower " * 5000) is Told.NOT
    assert translator().told("塔" * 12, "tower " * 6) is Told.NOT
    assert len(list(translator().beginnings("行" * 5000))) < 1000


def test_pairs_that_stand_alone() -> None:
    assert list(lone([("a", "x"), ("b", "y"), ("c", "y"), ("d", "z"), ("d", "w"), ("a", "x")])) == [
        ("a", "x")
    ]
