"""Heads of tables: what they name, and the unit that they give their cells."""

from __future__ import annotations

import pytest

from checked import shipped
from verify.lang.heads import Heads, as_text

HEADS = Heads(shipped().units, shipped().languages)


@pytest.mark.parametrize(
    ("head", "name", "unit"),
    [
        ("Revenue (€ million)", "Revenue", "million €"),
        ("Revenue (EUR m)", "Revenue", "million EUR"),
        ("Revenue €m", "Revenue", "million €"),
        ("Exports (US$ bn)", "Exports", "billion US$"),
        ("Sales (in RMB mn)", "Sales", "million RMB"),
        ("Cost (in thousands)", "Cost", "thousand"),
        ("Staff ('000)", "Staff", "thousand"),
        ("Output ('000 tonnes)", "Output", "thousand tonnes"),
        ("Output (million tonnes)", "Output", "million tonnes"),
        ("Cheese made, tonnes", "Cheese made", "tonnes"),
        ("Length, km", "Length", "km"),
        ("面积（公顷）", "面积", "公顷"),
        ("Depth (m)", "Depth", "m"),
        ("area_burned_ha", "area burned", "ha"),
        ("avg_speed_km_h", "avg speed", "km/h"),
        ("peak_crew", "peak", "crew"),
        ("revenue_usd_m", "revenue", "million USD"),
        ("cost_eur_million", "cost", "million EUR"),
        ("lengthKm", "length", "km"),
        ("share_pct", "share", "pct"),
        ("depth_m", "depth", "m"),
        # No unit: part of the name, a period, a class.
        ("Berths, inner harbour", "Berths, inner harbour", ""),
        ("2024年9月（一期12号）", "2024年9月（一期12号）", ""),
        ("Fab 6（一期）", "Fab 6（一期）", ""),
        ("产值（十亿元）", "产值", "十亿元"),
        # The currency before its scale, and a stroke before the unit.
        ("销售额（人民币亿元）", "销售额", "亿人民币"),
        ("銷售額（新臺幣千元）", "銷售額", "千新臺幣"),
        ("营收（港币 百万元）", "营收", "百万港币"),
        ("售价（人民币元）", "售价", "人民币元"),
        ("产值/亿元", "产值", "亿元"),
        ("访问量/天", "访问量/天", ""),
        ("API calls/day", "API calls/day", "calls per day"),
        ("完成预算%", "完成预算", "%"),
        ("Passengers (m)", "Passengers", "million"),
        ("Length (m)", "Length", "m"),
        ("% change", "change", "%"),
        ("Death from any cause, n (%)", "Death from any cause", ""),
        ("死亡 例(%)", "死亡", ""),
        ("Area (km², 2020)", "Area (2020)", "km²"),
        ("Households (% of all)", "Households", "%"),
        ("单价/元/吨", "单价", "元/吨"),
        ("元/吨", "元/吨", ""),
        ("男/女", "男/女", ""),
        ("group_b", "group_b", ""),
        ("fires_apr_sep_2024", "fires_apr_sep_2024", ""),
        ("staffCount", "staffCount", ""),
    ],
)
def test_unit_of_a_head(head: str, name: str, unit: str) -> None:
    found = HEADS.parted(head, column=True)
    assert tuple(part.strip() for part in found) == (name, unit)


def test_a_name_in_code_is_words_in_the_head_of_a_column_alone() -> None:
    """In the head of a row it names a setting."""
    assert as_text("peak_crew", column=True) == "peak crew"
    assert as_text("staffCount", column=True) == "staff count"
    assert as_text("max_connections", column=False) == "max_connections"
    assert HEADS.parted("max_size_mb", column=False) == ("max_size_mb", "")


@pytest.mark.parametrize(
    ("head", "text"), [("2022", "year 2022"), ("March", "in March"), ("Berths", "Berths")]
)
def test_a_period_alone(head: str, text: str) -> None:
    assert as_text(head, column=True) == text
