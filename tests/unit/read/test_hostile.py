"""Input that was not written to be read: nothing raises, nothing is lost in silence, time stays linear."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counting import calls
from verify.model.document import Section
from verify.read import Reading

Make = Callable[..., Reading]

FEW, MANY = 300, 1200
"""The same text, short and long."""
MOST_GROWTH = 6
"""Four times the text may take at most so many times the calls, where a square takes sixteen."""
LEAST = 2000
"""Calls below which nothing is judged."""


def hostile(many: int) -> dict[str, str]:
    """Return texts that repeat something so many times."""
    return {
        "nested elements": "<div>" * many + "坝高86米" + "</div>" * many,
        "nested and unclosed": "<div><p>" * many + "坝高86米",
        "nested tables": "<table><tr><td>" * many + "坝高86米",
        "unclosed paragraphs": "<p>5" * many,
        "unclosed comments": "坝高86米" + "<!--" * many,
        "unclosed tags": "坝高86米" + "<a " * many,
        "unclosed attributes": "坝高86米" + '<a href="' * many + ">",
        "quotes that hide each other": "坝高86米" + "<a x=\"<b y='>' \"" * many + ">",
        "attribute without a value": "坝高86米<meta " + "a" * 10 * many + ">",
        "closing tags": "坝高86米</b>" * many,
        "less than": "坝高86米" + "<" * 10 * many,
        "ampersands": "坝高86米" + "&#" * 10 * many,
        "brackets": "坝高86米" + "[" * 10 * many,
        "links": "坝高86米" + "[a](" * many,
        "stars": "坝高86米" + "*a " * many,
        "code": "坝高86米" + "`a" * many,
        "quote marks": "> " * many + "坝高86米",
        "empty lines": "\n" * 50 * many + "坝高86米",
        "spaces": "坝高86米" + " " * 50 * many + "x",
        "navigation": "坝高86米" + "<nav>a" * many + "</nav>" * many,
        "front matter of broken lines": "---\na: 1\n" + 'b: "x\n' * many + "---\n坝高86米",
        "table": "坝高86米\n\n|a|b|\n|-|-|\n" + "|1|2|\n" * many,
    }


NAMES = tuple(hostile(1))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("suffix", ["md", "html", "txt"])
def test_hostile(name: str, suffix: str, make: Make) -> None:
    make("坝高86米", f"a.{suffix}")  # what is loaded once is not counted
    small = calls(lambda: make(hostile(FEW)[name], f"a.{suffix}"))
    assert calls(lambda: make(hostile(MANY)[name], f"a.{suffix}")) <= max(small, LEAST) * MOST_GROWTH
    (document,) = make(hostile(MANY)[name], f"a.{suffix}").documents
    assert any("坝高86米" in block.text for block in document.blocks) or name == "unclosed paragraphs"


def test_300_nested_elements(make: Make) -> None:
    (document,) = make("<div><span>" * 300 + "坝高86米" + "</span></div>" * 300, "a.html").documents
    assert [block.text for block in document.blocks] == ["坝高86米"]


@pytest.mark.parametrize("suffix", ["md", "html", "txt", "csv"])
def test_a_line_of_two_megabytes(suffix: str, make: Make) -> None:
    line = "大坝高86米、长1200米；" * 60_000
    (document,) = make(line, f"a.{suffix}").documents
    assert sum(len(block.text) for block in document.blocks) == len(line)


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html", "a.csv", "a.jsonl"])
@pytest.mark.parametrize("content", ["", " \n\n", "\ufeff"])
def test_empty(name: str, content: str, make: Make) -> None:
    reading = make(content, name)
    assert [issue.code for issue in reading.issues] == ["empty"]
    assert not reading.issues[0].incomplete


def test_binary(make: Make) -> None:
    reading = make(b"\x89PNG\r\n\x1a\n\0\0", "a.txt")
    assert reading.documents == ()
    assert [(issue.code, issue.incomplete) for issue in reading.issues] == [("binary", True)]


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
def test_other_encodings(encoding: str, make: Make) -> None:
    text = "北水大石高86米，年均水位3.2米。"  # characters of both standards
    (document,) = make(f"<p>{text}</p>".encode(encoding), "a.html").documents
    assert [block.text for block in document.blocks] == [text]


def test_alias_bomb_is_never_expanded(make: Make) -> None:
    names = zip("abcdefgh", "bcdefghi", strict=True)
    levels = [f"{name}: &{name} [*{before}, *{before}, *{before}]" for before, name in names]
    (document,) = make("---\na: &a ['x', 'x']\n" + "\n".join(levels) + "\n---\n坝高86米").documents
    assert sum(len(block.text) for block in document.blocks) < 300
    assert document.blocks[-1].text == "坝高86米"


JSON_LINES = {
    "no JSON": "{nonsense",
    "no object": "[1, 2]",
    "deep": '{"a":' * 100_000 + "1" + "}" * 100_000,
    "cut off": '{"text": "坝高86',
}


@pytest.mark.parametrize("name", JSON_LINES)
def test_broken_json_line_costs_itself_only(name: str, make: Make) -> None:
    reading = make('{"text": "甲"}\n' + JSON_LINES[name] + '\n{"text": "乙"}\n', "a.jsonl")
    assert [document.source.id for document in reading.documents] == ["a.jsonl#1", "a.jsonl#3"]
    (issue,) = reading.issues
    assert (issue.code, issue.incomplete) == ("json-line", True)
    assert "line 2" in issue.message


def test_json_strings(make: Make) -> None:
    text = (
        '{"n": '
        + "9" * 100_000
        + ', "text": "\\ud83d\\ude00 \\ud800 5\\u7c73", "x": [["a"], "b"], "y": {"z": ["c"]}}'
    )
    (document,) = make(text, "a.jsonl").documents
    fields = [(block.cell.field, block.text) for block in document.blocks if block.cell]
    assert fields == [("text", "😀 \ufffd 5米"), ("x", "a"), ("x", "b"), ("y.z", "c")]


def test_open_quote_in_csv(make: Make) -> None:
    reading = make('地区,装机\n"东州,12\n西州,"9"\n', "a.csv")
    assert [issue.code for issue in reading.issues] == ["csv-quote"]
    texts = [block.text for block in reading.documents[0].blocks if block.section is Section.TABLE]
    assert texts == ["地区", "装机", '"东州', "12", "西州", "9"]


def test_carriage_returns(make: Make) -> None:
    (document,) = make("---\r\ntitle: 甲\r\n---\r\n# 乙\r\n\r\n坝高86米。\r\n长5米。\r\n").documents
    assert [block.text for block in document.blocks] == ["甲", "乙", "坝高86米。", "长5米。"]
