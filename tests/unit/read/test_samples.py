"""Each input format on a sample file: source, sections, text, places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from verify.model.document import Cell, Document, Section
from verify.read import Reading

Read = Callable[[str], Document]
Show = Callable[[Document], list[tuple[str, str]]]

SOURCES = {
    # name: title, publisher, author, published, language, credits
    "mixed.txt": (
        "青石水库今日下闸蓄水 库容3.2亿立方米",
        "北岭晚报",
        "林知远",
        dt.date(2021, 5, 9),  # 17:30 GMT on the 8th is 01:30 on the 9th in +08:00
        "zh",
        ("总台北岭",),
    ),
    "quoted.md": (
        "三江大桥合龙 主跨580米",
        "江南商报",
        "",
        dt.date(2021, 6, 3),  # 23:35 in -04:00 is 11:35 on the 3rd in +08:00
        "zh",
        ("江南商报",),
    ),
    "lead.txt": ("南岭数据中心投运", "科技周刊", "", dt.date(2022, 3, 5), "zh", ()),
    "labelled.txt": (
        "云溪风电场并网发电 年发电量2.1亿千瓦时...",
        "云溪日报",
        "苏晚晴",
        None,
        "zh",
        ("云溪日报",),
    ),
    "body.txt": ("大桥通车侧记", "都市早报", "", dt.date(2021, 10, 25), "zh", ()),
    "page.html": ("湖滨地铁5号线开通", "湖滨新闻网", "", dt.date(2023, 7, 1), "zh", ()),
    "guide.md": ("Relief Valve Guide", "", "", None, "en", ()),
    "table.csv": ("各地装机容量", "", "", None, "zh", ()),
    "plain.txt": ("晨光工厂投产", "", "", None, "zh", ()),
}


@pytest.mark.parametrize("name", SOURCES)
def test_source(name: str, sample: Read) -> None:
    source = sample(name).source
    found = (source.title, source.publisher, source.author, source.published, source.language, source.credits)
    assert found == SOURCES[name]
    assert (source.id, source.path) == (name, name)


BLOCKS = {
    "mixed.txt": [
        ("title", "青石水库今日下闸蓄水 库容3.2亿立方米"),
        ("title", "原标题：青石水库在北岭下闸蓄水"),
        ("body", "5月9日，青石水库下闸蓄水，总库容3.2亿立方米，坝高86米——相当于28层楼。"),
        ("caption", "图为大坝全景，2021年摄"),
        ("boilerplate", "（总台北岭记者 林知远）"),
        ("boilerplate", "更多资讯，尽在北岭新闻客户端"),
        ("boilerplate", "责任编辑：何文"),
    ],
    "quoted.md": [
        ("title", "三江大桥合龙 主跨580米"),
        ("lead", "6月2日，三江大桥主跨合龙。大桥全长约4.6公里，主跨580米，计划年底通车。（江南商报）"),
        ("body", "6月2日，三江大桥主跨合龙。"),
        ("body", "大桥全长约4.6公里，主跨580米。"),
        ("boilerplate", "（文章来源：江南商报）"),
        ("boilerplate", "返回快讯｜返回首页"),
    ],
    "lead.txt": [
        ("title", "南岭数据中心投运"),
        ("lead", "3月4日，南岭数据中心正式投运，一期机柜数量为2400个，这是当地首个液冷数据中心。"),
        ("body", "中心位于高新区，占地30亩。"),
        ("body", "中心负责人介绍，年均PUE为1.15。"),
    ],
    "labelled.txt": [
        ("title", "云溪风电场并网发电 年发电量2.1亿千瓦时..."),
        (
            "body",
            "图说：风电场俯瞰 受访者供图（下同）2021年岁末，云溪风电场跑出加速度。"
            "总装机容量10万千瓦的云溪风电场今天并网。图说：中控室风电场有40台风机，单机容量2500千瓦。"
            "到2025年，风电场每年可节约标准煤约6.3万吨。云溪日报记者 苏晚晴",
        ),
        ("boilerplate", "举报/反馈"),
        ("summary", "这篇文章报道了云溪风电场的并网。以下是要点："),
        ("summary", "1. 云溪风电场总装机容量10万千瓦，共有40台风机。"),
        ("summary", "2. 每年可节约标准煤约6.3万吨。"),
    ],
    "body.txt": [
        ("title", "大桥通车侧记"),
        ("body", "昨天上午，大桥正式通车。"),
        ("body", "桥长：12公里。"),
        ("body", "杨工：我们等了三年。"),
    ],
    "page.html": [
        ("title", "湖滨地铁5号线开通_湖滨新闻网"),
        ("boilerplate", "首页"),
        ("boilerplate", "第2版"),
        ("title", "湖滨地铁5号线开通"),
        ("body", "湖滨地铁5号线昨日开通，全长41.2公里，设26座车站。"),
        ("body", "票价"),
        ("body", "起步价2元，可乘4公里；误差±1\xa0%，功率10⁶瓦。"),
        ("body", "表1 各段里程（单位：公里）"),
        *[("table", cell) for cell in ("区段", "里程", "车站", "北段", "18.2", "11", "南段", "23", "15")],
        ("boilerplate", "版权所有 2023 湖滨新闻网"),
    ],
    "guide.md": [
        ("title", "Relief Valve Guide"),
        ("body", "The valve opens at 16 bar and weighs 2.5 kg, see the data sheet."),
        ("body", "Limits"),
        ("body", "Flow is at most 120 L/min."),
        ("body", "Use a filter of 25 µm."),
        *[
            ("table", cell)
            for cell in ("model", "pressure", "price", "A1", "16 bar", "$99", "B2", "25 bar", "$149")
        ],
        ("body", "Footnote stays out. 2 * 3 * 4 stays."),
    ],
    "table.csv": [
        *[("table", cell) for cell in ("地区", "装机, 万千瓦", "年份")],
        *[("table", cell) for cell in ("东州", "1,200", "2021", "西州", '980 "估"', "2021")],
    ],
    "plain.txt": [
        ("title", "晨光工厂投产"),
        ("body", "晨光工厂昨日投产，年产电池12万组。"),
        ("body", "工厂占地200亩。"),
        (
            "body",
            "The plant, which was built in less than two years on the site of a former\n"
            "brickworks, employs 800 people.",
        ),
    ],
}


@pytest.mark.parametrize("name", BLOCKS)
def test_blocks(name: str, sample: Read, shown: Show) -> None:
    assert shown(sample(name)) == BLOCKS[name]


def test_metadata_of_labelled_text(sample: Read) -> None:
    texts = [block.text for block in sample("labelled.txt").blocks if block.section is Section.METADATA]
    assert texts == ["https://news.example.org/s?id=1722835&wfr=spider", "风电, 云溪, 并网", "风电"]


CELLS = {
    ("page.html", "18.2"): Cell(2, "里程", ("里程", "北段"), "表1 各段里程（单位：公里）"),
    ("page.html", "区段"): Cell(1, "区段", (), "表1 各段里程（单位：公里）"),
    ("page.html", "南段"): Cell(3, "区段", ("区段",), "表1 各段里程（单位：公里）"),
    ("guide.md", "$149"): Cell(3, "price", ("price", "B2"), ""),
    ("table.csv", "1,200"): Cell(3, "装机, 万千瓦", ("装机, 万千瓦", "东州"), "各地装机容量"),
}


@pytest.mark.parametrize(("name", "text"), CELLS, ids="·".join)
def test_cells(name: str, text: str, sample: Read) -> None:
    (block,) = [
        block for block in sample(name).blocks if block.text == text and block.section is Section.TABLE
    ]
    assert block.cell == CELLS[name, text]


def test_headings(sample: Read) -> None:
    above = {block.text: block.headings for block in sample("guide.md").blocks}
    assert above["Relief Valve Guide"] == ()
    assert above["Limits"] == ("Relief Valve Guide",)
    assert above["Flow is at most 120 L/min."] == ("Relief Valve Guide", "Limits")


PLACES = {
    # A quote of the visible text, and what stands in the file in its place.
    ("mixed.txt", "青石水库在北岭下"): (
        '青石水库在<span id="stock_900123"><a href="https://stock.example.org/900123" data-code="900,123">'
        '北岭</a></span><span id="q_900123"></span>下'
    ),
    ("mixed.txt", "86米——相"): "86米&mdash;&mdash;相",
    ("quoted.md", "三江大桥合龙 主跨580米"): "三江大桥合龙 主跨580米",
    ("page.html", "10⁶瓦"): "10<sup>6</sup>瓦",
    ("guide.md", "2.5 kg, see the data"): "2.5 kg`, see [the data",
    ("table.csv", '980 "估'): '980 ""估',
}


@pytest.mark.parametrize(("name", "quote"), PLACES, ids="·".join)
def test_places(name: str, quote: str, sample: Read) -> None:
    document = sample(name)
    block = next(block for block in document.blocks if quote in block.text)
    start = block.text.index(quote)
    span = block.offsets.span(start, start + len(quote))
    assert document.text[span.start : span.end] == PLACES[name, quote]


def test_json_lines(make: Callable[..., Reading], sample_text: Callable[[str], str]) -> None:
    reading = make(sample_text("articles.jsonl"), "a.jsonl")
    first, second = reading.documents
    assert (first.source.id, second.source.id) == ("a.jsonl#1", "a.jsonl#3")
    assert (first.source.publisher, first.source.published) == ("Coastal Times", dt.date(2023, 11, 1))
    assert (second.source.title, second.source.publisher) == ("第二座电站", "海岸日报")
    assert [block.text for block in first.blocks][:3] == [
        "First plant",
        "The plant makes 40 MW.",
        "It cost ¥2 billion.",
    ]
    body = next(block for block in second.blocks if block.section is Section.BODY)
    assert (body.text, body.cell) == ('电站装机40兆瓦，"年内"投产。', Cell(3, "content"))
    assert second.place(body.offsets.span(0, 1).start) == (
        3,
        35,
    )  # {"headline": "第二座电站", "content": " has 34 characters


def test_csv_of_articles(make: Callable[..., Reading]) -> None:
    reading = make(
        "title,date,text\n甲厂投产,2021-03-04,甲厂年产3万吨。\n乙厂投产,2021-03-05,乙厂年产5万吨。\n", "a.csv"
    )
    assert [document.source.id for document in reading.documents] == ["a.csv#2", "a.csv#3"]
    assert reading.documents[1].source.published == dt.date(2021, 3, 5)


@pytest.fixture
def sample_text() -> Callable[[str], str]:
    folder = Path(__file__).parents[2] / "samples" / "read"
    return lambda name: (folder / name).read_text("utf-8")
