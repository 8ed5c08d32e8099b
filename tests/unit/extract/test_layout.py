"""What the layout tells of a figure: heads of tables, fact sheets, lists of changes, questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify import api, pipeline
from verify.model.claim import Claim
from verify.read import read

QUARTERS = """# 江北铜矿产量

单位：万吨

| 季度 | 铜产量 | 露天 | 地下 | 环比 |
|---|---|---|---|---|
| 2023年第一季度 | 4.4 | 2.7 | 1.7 | -2.2% |
| 全年 | 18.6 | 11.2 | 7.4 | 3.1% |
"""
POWER = """# 江北电力

| 电站 | 装机容量（万千瓦） | 同比 |
|---|---|---|
| 白石水电站 | 96 | 4.5% |
"""
OPENED = """# Museums

| Museum | Opened | Visitors |
|---|---|---|
| Pine Museum | 1931 | 2010 |
"""
DAMS = """# 电站

| 电站 | 装机容量（万千瓦） | 投产年份 | 发行量 |
|---|---|---|---|
| 白石水电站 | 96 | 2016 | 2012 |
"""
OF_WHICH = """# 远山铜矿

| 指标 | 2023年 |
|---|---|
| 矿产铜（万吨） | 18.6 |
| 其中：露天矿区（万吨） | 11.2 |
| 其中：地下矿区（万吨） | 7.4 |
| 尾矿（万吨） | 3.1 |
"""
SHEET = """# 8号线一期工程

| 项目 | 内容 |
|---|---|
| 线路长度 | 31.6公里 |
| 车辆 | B型车，配属34列 |
"""
CHANGES = """# Harbour

Harbour is a database.

## 2.4.0 (2024-05-02)

- The default timeout is 15 s.
"""
QUESTIONS = """# Harbour Mine

**How many trucks work at the mine?** 68.

**What was the revenue in 2023?** $5 million.

**When did the mine open?** In May 2016.

**When will the mill start up?** June 2027, we hope.

## How deep is the pit?

420 metres.
"""
YEARS = """# Green Hill Reserve

| Item | 2021 | 2022 |
|---|---|---|
| Visitors | 3,100 | 4,700 |
| Staff | 31 | 36 |
"""
MONTHS = """---
date: 2024-03-05
---
# 青松水厂

| 年份 | 供水量（万立方米） |
|---|---|
| 2019 | 640 |
| 2020 | 655 |

| Month | Water supplied (tonnes) |
|---|---|
| Dec | 61,000 |
| May | 54,000 |
"""
SHOPS = """# Northfield Foods

| Company | Year | Staff |
|---|---|---|
| Northfield Foods | 2021 | 31 |
| Northfield Foods | 2022 | 38 |
"""
TITLED = """---
title: 2022年青松水厂各站供水
date: 2024-03-05
---
| 站 | 供水量（万立方米） |
|---|---|
| 东站 | 640 |
"""
STATIONS = """# 江北发电

| 电站 | 阶段 | 装机容量（兆瓦） | 员工（人） |
|---|---|---|---|
| 白石水电站 | 一期 | 96 | 41 |
| 白石水电站 | 二期 | 120 | 52 |
| 青松水电站 | 一期 | 80 | 33 |
"""
SALES = """# 青松商场2023年销售

青松商场位于江州市。

| 品类 | 销售额（万元） |
|---|---|
| 家用电器 | 684 |
| 合计 | 1200 |
"""
YEARLY = """# 青松血站

青松血站位于江州市。

| 项目 | 2021年 | 2022年 |
|---|---|---|
| 服务企业（家） | 79 | 83 |
| 献血总量（吨） | 44.9 | 52.4 |
"""
TRAILS = """# Green Hill Reserve: visitor questions

Green Hill Reserve is open all year.

**How long is the Monkey Trail?** It is 3.6 kilometres. **How long is the Oak Trail?** 7.5 kilometres.
"""


def claims(folder: Path, text: str) -> dict[str, Claim]:
    """Return the claims of a Markdown text by their quotes."""
    catalog = api.load_rules()
    file = folder / "text.md"
    file.write_text(text, encoding="utf-8")
    documents = read([file], languages=catalog.languages).documents
    extractor = pipeline.tools(catalog).extractor
    found = extractor.extract(documents[0], extractor.known(documents))
    return {claim.quote: claim for claim in found.claims}


@pytest.mark.parametrize(
    ("text", "quote", "attribute", "scope"),
    [
        (QUARTERS, "18.6", "count.produced", None),
        (QUARTERS, "11.2", "count.produced", "露天"),
        (QUARTERS, "7.4", "count.produced", "underground part"),
        (QUARTERS, "-2.2%", "growth of count.produced", None),
        (POWER, "96", "power.installed", None),
        (OPENED, "1931", "date.launch", None),
        (OPENED, "2010", "people.visitors", None),
        (DAMS, "2016", "date.launch", None),
        (OF_WHICH, "18.6", "count.produced", None),
        (OF_WHICH, "11.2", "count.produced", "露天矿区"),
        (OF_WHICH, "7.4", "count.produced", "underground part"),
        (OF_WHICH, "3.1", "~尾矿", None),
        (POWER, "4.5%", "growth of power.installed", None),
        (SHEET, "31.6公里", "length.total", "phase 1"),
        (SHEET, "34列", "count.trains-owned", "phase 1"),
        (CHANGES, "2024-05-02", "date.released", "version 2.4"),
        (QUESTIONS, "68", "count of 卡车", None),
        (QUESTIONS, "420 metres", "length.depth", None),
        (QUESTIONS, "May 2016", "date.launch", None),
        (QUESTIONS, "June 2027", "date.launch", None),
        (YEARS, "4,700", "people.visitors", None),
        (YEARS, "36", "people.staff", None),
        (MONTHS, "655", "volume.supply", None),
        (STATIONS, "96", "power.installed", "phase 1"),
        (STATIONS, "52", "people.staff", "phase 2"),
        (SHOPS, "31", "people.staff", None),
        (SALES, "684", "money.sales", "家用电器"),
        (SALES, "1200", "money.sales", None),
    ],
)
def test_cell(tmp_path: Path, text: str, quote: str, attribute: str, scope: str | None) -> None:
    claim = claims(tmp_path, text)[quote]
    assert (claim.attribute_id, claim.qualifiers.scope) == (attribute, scope)


@pytest.mark.parametrize(
    ("text", "quote", "first"),
    [
        (QUARTERS, "4.4", "2023-01-01"),
        (QUARTERS, "18.6", "2023-01-01"),
        (QUESTIONS, "$5 million", "2023-01-01"),
        (YEARS, "3,100", "2021-01-01"),
        (YEARS, "36", "2022-01-01"),
        (MONTHS, "655", "2020-01-01"),
        (SHOPS, "31", "2021-01-01"),
        (TITLED, "640", "2022-01-01"),
        (SHOPS, "38", "2022-01-01"),
        (MONTHS, "61,000", "2023-12-01"),
        (MONTHS, "54,000", "2024-05-01"),
    ],
)
def test_period(tmp_path: Path, text: str, quote: str, first: str) -> None:
    """全年 behind its quarters is their year, and an answer is of the year that its question tells."""
    time = claims(tmp_path, text)[quote].qualifiers.time
    assert time is not None
    assert str(time.earliest) == first


def test_words_in_a_head_may_be_no_part_beside_a_year(tmp_path: Path) -> None:
    found = claims(tmp_path, YEARLY)
    assert (found["83"].qualifiers.scope, found["83"].qualifiers.loose) == ("服务", True)
    assert found["52.4"].qualifiers.scope is None


def test_what_only_its_unit_measures_has_in_its_head_what_it_is_and_no_part(tmp_path: Path) -> None:
    text = "# 谷阳种质库\n\n| 指标 | 2022年 | 2023年 |\n|---|---|---|\n| 新增入库（份） | 31,200 | 28,600 |\n"
    assert claims(tmp_path, text)["28,600"].qualifiers.loose


def test_answers_about_two_things_are_of_two_things(tmp_path: Path) -> None:
    found = claims(tmp_path, TRAILS)
    keys = [(found[q].entity_id, found[q].qualifiers.scope) for q in ("3.6 kilometres", "7.5 kilometres")]
    assert keys[0] != keys[1]
