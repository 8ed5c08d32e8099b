"""Laws of reading: every visible character is in the file, where the map says; plain text loses nothing."""

from __future__ import annotations

import html
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from verify import api
from verify.model.document import Document
from verify.read.decode import decode
from verify.read.fields import labels
from verify.read.formats import formats
from verify.read.raw import Raw
from verify.read.words import page_words

SAMPLES = Path(__file__).parents[2] / "samples" / "read"
TAG = re.compile(r"<!--.*?-->|<[a-zA-Z/!][^>]*>", re.DOTALL)
KNOWN = labels(())
WORDS = page_words(api.load_rules().languages)
PIECES = st.sampled_from(
    [
        "坝高86米",
        "3.2亿",
        "。",
        "a",
        "&",
        "&amp;",
        "&lt;",
        "&#25991;",
        "<",
        ">",
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<br>",
        "<a>",
        "</a>",
        '<i·x="',
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<table>",
        "<tr>",
        "<td>",
        "<th>",
        "</table>",
        "<sup>",
        "</sup>",
        "<nav>",
        "</nav>",
        "<h1>",
        "</h2>",
        "<title>",
        "|",
        "-",
        "|-|-|↵",
        "#",
        "#·",
        ">·",
        "*·",
        "**",
        "*",
        "_",
        "`",
        "```↵",
        "[",
        "](",
        ")",
        "!",
        "\\",
        "1.·",
        "---↵",
        "title:·",
        "x:·'",
        "'",
        '"',
        "标题",
        "：",
        ":",
        ",",
        '{"',
        '":"',
        '"}',
        "\\u4e2d",
        "=",
        "�",
        "[^1]",
        "~~",
        "~~~↵",
        "·",
        "↵",
        "↵↵",
        "\u200b",
    ]
).map(lambda piece: piece.replace("·", " ").replace("↵", "\n"))
"""Scraps of every format; ``·`` stands for a space and ``↵`` for a line break."""
TEXTS = st.lists(PIECES | st.sampled_from(["\r\n", "\u3000", "\t"]), max_size=40).map("".join)


def documents(text: str, suffix: str) -> tuple[Document, ...]:
    """Read a text as the stage does, without a file."""
    module = next(module for module in formats() if module.recognise(text, suffix, KNOWN))
    return module.read(Raw("a", suffix, text, "", False, KNOWN, WORDS)).items


def check_places(document: Document) -> None:
    for block in document.blocks:
        assert block.text.strip() == block.text != ""
        offsets = block.offsets
        assert offsets.starts[0] == 0
        assert list(offsets.starts) == sorted(set(offsets.starts))
        spans = [offsets.span(i, i + 1) for i in range(len(block.text))]
        for before, after in pairwise(spans):
            # Characters stand in the order of the file; two that one escape stands for share its place.
            assert before == after or before.end <= after.start
        for character, span in zip(block.text, spans, strict=True):
            raw = document.text[span.start : span.end]
            assert 0 <= span.start < span.end <= len(document.text)
            if len(raw) == 1:
                assert raw == character or character in "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ"
            else:
                assert character in html.unescape(raw) or raw in ('""', "''") or raw.startswith("\\")


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from([".md", ".html", ".txt", ".csv", ".jsonl", ""]))
@example("---\ntitle: 坝\r\n\t高\r\n---\n", ".md")
def test_every_character_maps_back(text: str, suffix: str) -> None:
    for document in documents(text, suffix):
        check_places(document)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="坝高86米.。 \n\u3000aB，", max_size=80))
def test_plain_text_loses_nothing(text: str) -> None:
    (document,) = documents(text, ".txt")
    seen = "".join("".join(block.text.split()) for block in document.blocks)
    assert seen == "".join(text.split())


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_samples_map_back(path: Path) -> None:
    text = decode(path.read_bytes(), path.name).text or ""
    found = documents(text, path.suffix)
    assert found
    for document in found:
        check_places(document)


@pytest.mark.parametrize("name", ["mixed.txt", "page.html"])
def test_untagged_source_is_the_visible_text(name: str) -> None:
    """The raw stretch of any part of a block, tags and entities removed by other means, is that part."""
    text = (SAMPLES / name).read_text("utf-8")
    (document,) = documents(text, Path(name).suffix)
    raised = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
    for block in document.blocks:
        for start in range(0, len(block.text), 3):
            for end in range(start + 1, len(block.text) + 1, 4):
                span = block.offsets.span(start, end)
                raw = html.unescape(TAG.sub("", text[span.start : span.end]))
                part = block.text[start:end].translate(raised)
                # A part may begin or end inside an entity of two characters, which is shown whole.
                assert raw == part
