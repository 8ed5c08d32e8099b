"""The five real articles, read from ../shared/seeds: what each says of itself, and its sections."""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from pathlib import Path

import pytest

from verify import api
from verify.model.document import Document, Section
from verify.read import read

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
SHIPPED = {entry.id: entry for entry in api.load_rules().languages}
LABELS = {
    "标题": "title",
    "链接": "url",
    "总结": "summary",
    "关键词": "keywords",
    "重大事件摘要": "digest",
    "date": "published",
}


@pytest.fixture(scope="module")
def articles() -> dict[str, Document]:
    if not SEEDS.is_dir():
        if os.environ.get("CI"):
            pytest.fail("../shared/seeds is missing")
        pytest.skip("../shared/seeds is not here")
    reading = read([SEEDS], languages=[SHIPPED["zh"].model_copy(update={"labels": LABELS})])
    assert reading.issues == ()
    return {Path(document.source.path).name[:3]: document for document in reading.documents}


SOURCES = {
    # publisher, author, published, credits
    "000": ("新浪财经", "吴琼", dt.date(2022, 1, 24), ("总台央视",)),
    "001": ("上海证券报", "", dt.date(2022, 1, 26), ("上海证券报",)),
    "002": ("cnBeta", "", dt.date(2022, 5, 21), ()),
    "003": ("新民晚报", "郜阳", None, ("新民晚报",)),
    "004": ("IT 之家", "", dt.date(2022, 4, 29), ()),
}


@pytest.mark.parametrize("name", SOURCES)
def test_source(name: str, articles: dict[str, Document]) -> None:
    source = articles[name].source
    assert (source.publisher, source.author, source.published, source.credits) == SOURCES[name]
    assert source.language == "zh"


TITLES = {
    "000": "打造人工智能高地",
    "001": "强强联手",
    "002": "40P FLOPS算力",
    "003": "新年新惊喜",
    "004": "在南京江北新区上线",
}


@pytest.mark.parametrize("name", TITLES)
def test_title(name: str, articles: dict[str, Document]) -> None:
    assert TITLES[name] in articles[name].source.title


SECTIONS = {
    # Blocks of each section, counted by eye; metadata aside.
    "000": {"title": 2, "body": 4, "boilerplate": 3},
    "001": {"title": 1, "lead": 1, "body": 9, "boilerplate": 2},
    "002": {"title": 1, "lead": 1, "body": 8},
    "003": {"title": 1, "body": 1, "boilerplate": 1, "summary": 9},
    "004": {"title": 1, "body": 8},
}


@pytest.mark.parametrize("name", SECTIONS)
def test_sections(name: str, articles: dict[str, Document]) -> None:
    counts = Counter(block.section.value for block in articles[name].blocks)
    del counts["metadata"]
    assert counts == SECTIONS[name]


FIGURES = [
    ("000", Section.BODY, "高达3740Petaflops"),
    ("000", Section.BODY, "2022年1月24日"),
    ("001", Section.BODY, "PUE优化至1.28"),
    ("002", Section.LEAD, "“1+4+3+N”"),
    ("002", Section.TITLE, "40P FLOPS"),
    ("002", Section.BODY, "2000平方米"),
    ("003", Section.BODY, "每秒374亿亿次"),
    ("003", Section.SUMMARY, "每秒374亿亿次"),
    ("003", Section.BODY, "约4500万千瓦时"),
    ("004", Section.BODY, "663.5 亿元"),
]


@pytest.mark.parametrize(("name", "section", "figure"), FIGURES)
def test_figures_stand_in_their_sections(
    name: str, section: Section, figure: str, articles: dict[str, Document]
) -> None:
    document = articles[name]
    (block,) = [block for block in document.blocks if block.section is section and figure in block.text]
    start = block.text.index(figure)
    span = block.offsets.span(start, start + len(figure))
    assert document.text[span.start : span.end] == figure


@pytest.mark.parametrize(
    "word", ["600848", "w550h366", "74px", "appendQr", "343233024", "stock_sh", "news_keyword"]
)
def test_markup_is_no_text(word: str, articles: dict[str, Document]) -> None:
    for document in articles.values():
        assert not any(
            word in block.text for block in document.blocks if block.section is not Section.METADATA
        )
