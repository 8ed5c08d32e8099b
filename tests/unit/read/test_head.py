"""Front matter, labels, bylines, credits: what a file says of itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from verify.catalog.schema import LanguageEntry
from verify.errors import UsageError
from verify.model.document import Document, Section
from verify.model.span import Span
from verify.read import Reading
from verify.read.fields import Field, field_of, labels
from verify.read.frontmatter import front_matter
from verify.read.runs import Run

Make = Callable[..., Reading]
Show = Callable[[Document], list[tuple[str, str]]]

ENTRIES = {
    "plain, quoted, doubled quotes": (
        "a: x y\nb: 'it''s: 5'\nc: \"q\\\"\\u4e2d\"\n",
        [("a", "x y"), ("b", "it's: 5"), ("c", 'q"中')],
    ),
    "lists": (
        "a:\n - x\n - y\nb: [1, '2', z]\n",
        [("a", "x"), ("a", "y"), ("b", "1"), ("b", "2"), ("b", "z")],
    ),
    "block scalars": ("a: |\n  x: 1\n  y\nb: >-\n  z\n", [("a", "x: 1\ny"), ("b", "z")]),
    "nested": ("a:\n  name: x\n  url: y\nb: z\n", [("a.name", "x"), ("a.url", "y"), ("b", "z")]),
    "continued": ("a: x\n  y\n", [("a", "x\ny")]),
    "aliases stay text": ("a: &x [1]\nb: *x\n<<: *x\n", [("a", "&x [1]"), ("b", "*x"), ("<<", "*x")]),
    "comments and empty values": ("# c\na:\nb: x\n", [("b", "x")]),
    "Chinese keys": ("标题: 甲\n", [("标题", "甲")]),
}


@pytest.mark.parametrize("name", ENTRIES)
def test_front_matter(name: str) -> None:
    text, expected = ENTRIES[name]
    read = front_matter(Run.whole(f"\n\n---\n{text}---\nrest"), "a")
    assert [(entry.key, entry.value.text) for entry in read.entries] == expected
    assert f"\n\n---\n{text}---\nrest"[read.body :] == "rest"


BROKEN = {
    "a line without a colon": ("---\ntitle: x\nno pair\n---\n正文5。", ["x", "正文5。"]),
    "an open quote": ("---\ntitle: 'x\nb: y\n---\n正文5。", ["x", "y", "正文5。"]),
    "no end": ("---\ntitle: x\n\n正文5。", ["x", "正文5。"]),
    "no end and no empty line": ("---\ntitle: x\n正文5。", ["x", "正文5。"]),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_front_matter_is_an_issue_and_the_text_is_read(name: str, make: Make) -> None:
    text, expected = BROKEN[name]
    reading = make(text)
    assert [issue.code for issue in reading.issues] == ["front-matter"]
    assert [block.text for block in reading.documents[0].blocks] == expected


def test_place_of_a_broken_line(make: Make) -> None:
    (issue,) = make("---\ntitle: x\nno pair\n---\n5").issues
    assert issue.span == Span(13, 20)


def test_a_rule_is_no_front_matter(make: Make, shown: Show) -> None:
    (document,) = make("---\n\n正文5。").documents
    assert shown(document) == [("body", "正文5。")]


def test_labels_need_known_fields() -> None:
    with pytest.raises(UsageError, match="no field 'titel'; use one of title"):
        labels([LanguageEntry(id="xx", labels={"T": "titel"})])


def test_labels_fold() -> None:
    known = labels([LanguageEntry(id="xx", labels={"Published Time": "published"})])
    assert field_of("published_time", known) is Field.PUBLISHED
    assert field_of("author.name", known) is Field.AUTHOR
    assert field_of("author.url", known) is None


SECTIONS = {
    "责任编辑：王某": "boilerplate",
    "（本报记者 王某某）": "boilerplate",
    "来源：北岭晚报": "boilerplate",
    "下载北岭新闻客户端": "boilerplate",
    "責任編輯：王某": "boilerplate",
    "（本報記者 王某某）": "boilerplate",
    "下載北嶺新聞客戶端": "boilerplate",
    "圖說：大壩全景": "caption",
    "扫一扫关注北岭发布": "boilerplate",
    "版权所有 2023 北岭晚报": "boilerplate",
    "Copyright 2023 Coastal Times": "boilerplate",
    "北岭新闻客户端下载量达1.2亿次": "body",
    "该公司APP用户数达3000万，下载App即可领取": "body",
    "图说：大坝全景": "caption",
    "Photo: the dam in 2021": "caption",
    "图说：" + "长" * 100: "body",
    "摘要：水库库容3亿立方米。": "summary",
    "原标题：水库蓄水": "title",
    "编辑部设在北岭，共有12人。": "body",
}


@pytest.mark.parametrize("text", SECTIONS)
def test_sections(text: str, make: Make) -> None:
    (document,) = make(f"<p>开头一段，库容3亿立方米。</p><p>{text}</p>", "a.html").documents
    assert document.blocks[1].section == SECTIONS[text]


LEADS = {
    "a quote": ("> 库容3亿。\n\n正文5米。", [("lead", "库容3亿。"), ("body", "正文5米。")]),
    "a quote alone": ("> 库容3亿。", [("body", "库容3亿。")]),
    "a later quote": ("正文5米。\n\n> 库容3亿。", [("body", "正文5米。"), ("body", "库容3亿。")]),
    "a bold paragraph": (
        "**水库昨日下闸蓄水，这是当地最大的一座水库**\n\n正文5米。",
        [("lead", "水库昨日下闸蓄水，这是当地最大的一座水库"), ("body", "正文5米。")],
    ),
    "a bold label": ("**北岭讯** 正文5米。\n\n乙", [("body", "北岭讯 正文5米。"), ("body", "乙")]),
    "a summary in the head": (
        "---\ndescription: 库容3亿\n---\n正文5米。",
        [("lead", "库容3亿"), ("body", "正文5米。")],
    ),
}


@pytest.mark.parametrize("name", LEADS)
def test_leads(name: str, make: Make, shown: Show) -> None:
    text, expected = LEADS[name]
    assert shown(make(text).documents[0]) == expected


CREDITS = {
    "（文章来源：北岭晚报）": ("北岭晚报",),
    "转载自北岭晚报": ("北岭晚报",),
    "来源：北岭晚报 作者：王某": ("北岭晚报",),
    "Source: Coastal Times | 5 min": ("Coastal Times",),
    "新华社北岭5月9日电 水库下闸蓄水，库容3亿立方米。": ("新华社",),
    "水库下闸蓄水，库容3亿立方米。（北岭晚报）": ("北岭晚报",),
    "水库下闸蓄水，库容3亿立方米。北岭晚报记者 王小明": ("北岭晚报",),
    "來源：北嶺晚報 作者：王某": ("北嶺晚報",),
    "水庫下閘蓄水，庫容3億立方米。北嶺晚報記者 王小明": ("北嶺晚報",),
    "（本报记者 王小明）": (),
    "（本報記者 王小明）": (),
    "水库（含副坝）下闸蓄水（二期）": (),
}


@pytest.mark.parametrize("text", CREDITS)
def test_credits(text: str, make: Make) -> None:
    (document,) = make(f"<p>开头一段，库容3亿立方米。</p><p>{text}</p>", "a.html").documents
    assert document.source.credits == CREDITS[text]


def test_byline(make: Make) -> None:
    text = (
        "<h1>水库蓄水</h1><p>2021年5月9日 01:30　来源：北岭晚报</p>"
        "<p>水库于2020年3月1日开工，库容3亿立方米。</p>"
    )
    (document,) = make(text, "a.html").documents
    assert document.source.published == dt.date(2021, 5, 9)
    assert document.source.publisher == "北岭晚报"
    assert [block.section for block in document.blocks] == [Section.TITLE, Section.METADATA, Section.BODY]


BYLINES = {
    "2021年5月9日 北岭能源网": True,
    "北岭晚报　2021-05-09 09:30": True,
    "The Hill Herald, 9 May 2021": True,
    "9 May 2021 | The Hill Herald": True,
    "May 9, 2021 — Hill Water Board": True,
    "Hill Town, 9 May 2021 (Herald)": True,
    "水库蓄水 2021年5月9日": False,
    "2021年5月9日蓄水": False,
    "Reservoir filled 9 May 2021": False,
    "Filled: 9 May 2021": False,
    "9 May 2021, 500 people": False,
    "第一版 2021年5月9日": False,
}


@pytest.mark.parametrize("line", BYLINES)
def test_a_name_beside_the_date(line: str, make: Make) -> None:
    (document,) = make(
        f"Hill Reservoir\n\n{line}\n\nThe reservoir holds 3 km³ of water.\n", "a.txt"
    ).documents
    assert document.source.published == (dt.date(2021, 5, 9) if BYLINES[line] else None)


def test_a_byline_stands_alone_below_a_long_title(make: Make) -> None:
    text = "Hill Reservoir holds more water than any other\nThe Hill Herald, 9 May 2021\n\nIt holds 3 km³.\n"
    (document,) = make(text, "a.txt").documents
    assert [block.section for block in document.blocks] == [Section.TITLE, Section.METADATA, Section.BODY]
    assert document.source.title == "Hill Reservoir holds more water than any other"


def test_a_wrong_date_is_an_issue(make: Make) -> None:
    reading = make("---\ndate: 2022-02-30\n---\n正文5米。")
    assert [issue.code for issue in reading.issues] == ["unknown-date"]
    assert reading.documents[0].source.published is None


LANGUAGE = {"大坝高86米。": "zh", "The Bay Bridge (海湾大桥) opened to traffic on time.": "en", "123": ""}


@pytest.mark.parametrize("text", LANGUAGE)
def test_language(text: str, make: Make) -> None:
    assert make(text).documents[0].source.language == LANGUAGE[text]


def test_interview_lines_are_no_labels(make: Make, shown: Show) -> None:
    text = (
        "标题: 访谈\n总结: 开头。\n甲工: 坝高86米，这是我们反复论证的结果。\n"
        "乙工: 对。\n甲工: 是的。\n日期: 2021-05-09\n"
    )
    (document,) = make(text, "a.txt").documents
    assert document.source.published == dt.date(2021, 5, 9)
    assert ("body", "甲工: 是的。") in shown(document)
