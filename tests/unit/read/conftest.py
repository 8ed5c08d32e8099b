"""Two languages with a few labels and the shipped words of pages; shorthands that read a text or a sample."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from verify import api
from verify.model.document import Document, Section
from verify.read import Reading, read

SHIPPED = {entry.id: entry for entry in api.load_rules().languages}
LANGUAGES = (
    SHIPPED["zh"].model_copy(update={
        "labels": {
            "标题": "title", "链接": "url", "总结": "summary", "关键词": "keywords", "正文": "body",
            "来源": "publisher", "日期": "published", "重大事件摘要": "digest",
        },
    }),
    SHIPPED["en"].model_copy(update={
        "labels": {
            "headline": "title", "text": "body", "content": "body", "date": "published",
            "source": "publisher", "description": "summary", "tags": "keywords",
        },
    }),
)  # fmt: skip
SAMPLES = Path(__file__).parents[2] / "samples" / "read"

Make = Callable[..., Reading]
Show = Callable[[Document], list[tuple[str, str]]]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Read one text, or bytes, under a name."""

    def reading(content: str | bytes, name: str = "a.md") -> Reading:
        data = content.encode() if isinstance(content, str) else content
        (tmp_path / name).write_bytes(data)
        return read([tmp_path / name], languages=LANGUAGES, base=tmp_path)

    return reading


@pytest.fixture
def sample() -> Callable[[str], Document]:
    """Read one sample file that holds one document and gives no issue."""

    def document(name: str) -> Document:
        reading = read([SAMPLES / name], languages=LANGUAGES, base=SAMPLES)
        assert reading.issues == ()
        (only,) = reading.documents
        return only

    return document


@pytest.fixture
def shown() -> Show:
    """Return section and text of each block that is no metadata."""

    def pairs(document: Document) -> list[tuple[str, str]]:
        return [
            (block.section.value, block.text)
            for block in document.blocks
            if block.section is not Section.METADATA
        ]

    return pairs
