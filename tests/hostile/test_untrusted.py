"""What a source says is text in every output, and nothing else."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from folders import assert_whole

Verify = Callable[..., Any]

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)>"
ARTICLE = (
    f"标题：{MARKUP}通车\n来源：[省报](javascript:alert(1))\n作者：=cmd|'/c calc'!A1\n日期：2022-01-24\n\n"
    f"镜湖大桥\x1b[2J\x1b]0;x\x07全长56公里 {MARKUP} **[点](javascript:alert(1))** `|` \u202e]"
    '<a href="javascript:alert(1)">\n'
)


@pytest.fixture
def told(verify: Verify, sources: Path) -> Any:
    (sources / "a.txt").write_text(ARTICLE, encoding="utf-8")
    told = verify("run", "in")
    assert_whole(told)
    assert "56公里" in told.quotes("in/a.txt")
    return told


def test_html_holds_no_markup_of_a_source(told: Any) -> None:
    page = told.text("report.html")
    assert "alert(1)" in page
    body = re.split("<body[^>]*>", page)[1].split("<script>")[0]  # the script behind it is our own
    assert not re.search(r"<script|<img|<a href=\"(?!#)|\son\w+=(?=[\"'\w])[^&]*>", body)
    assert all(target.startswith("#") for target in re.findall(r'href="([^"]*)"', page))


def test_markdown_holds_no_markup_of_a_source(told: Any) -> None:
    page = told.text("report.md")
    assert "alert(1)" in page
    assert not re.search(r"(?<!\\)<(?:script|img|a )|(?<!\\)\]\(|(?<!\\)\*\*\\\[", page)


def test_no_cell_of_the_table_is_a_formula(told: Any) -> None:
    rows = list(csv.reader(io.StringIO(told.text("claims.csv"))))
    assert all(not re.match(r"[=+@\t\r]|-(?![0-9])", cell) for row in rows for cell in row)


@pytest.mark.parametrize(
    "args",
    [("check", "in", "--show", "note"), ("extract", "in"), ("extract", "in", "--mentions"), ("run", "in")],
)
def test_nothing_of_a_source_steers_the_terminal(verify: Verify, told: Any, args: tuple[str, ...]) -> None:
    out = verify(*args).out
    assert out
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", out)


def test_nothing_of_a_source_steers_the_terminal_in_an_explanation(verify: Verify, told: Any) -> None:
    claims = told.report["claims"]
    place = next(claim["span"] for claim in claims if claim["source_id"] == "in/a.txt")
    out = verify("explain", f"in/a.txt:{place['line']}:{place['column']}").out
    assert "56公里" in out
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", out)


@pytest.mark.parametrize("name", ["report.html", "report.md", "claims.csv"])
def test_pages_hold_no_control_characters(told: Any, name: str) -> None:
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", told.text(name))


def test_a_name_of_a_file_is_text_too(verify: Verify, sources: Path) -> None:
    (sources / "<b>\x1b[31m=1.txt").write_text("镜湖大桥全长56公里。", encoding="utf-8")
    told = verify("run", "in")
    assert_whole(told)
    assert "&lt;b&gt;␛[31m=1.txt" in told.text("report.html")
    assert "<b>␛" not in told.text("report.html")
    assert "in/<b>␛[31m=1.txt:1:7" in told.out


# --- names of files, through the whole command


NAMES = [
    "::error file=x::forged.txt",
    "a\n::set-output name=x::y\n.txt",
    "##[error]x.txt",
    "\x1b[31m\x1b]0;x\x07.txt",
    "=cmd|' C'!A0.txt",
    "@octocat #1.txt",
    "[x](javascript:alert(1)).txt",
    "<img src=x onerror=alert(1)>.txt",
    "`code`.txt",
    "]]>.txt",
    "\u202etxt.exe.txt",
    "\u200b.txt",
    "a,line=9.txt",
    "%0A::error::x.txt",
]
_FORMATS = ["text", "github", "gitlab", "junit", "markdown", "sarif", "json", "csv", "html", "report"]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_name_of_a_file_does_nothing_in_a_log(verify: Verify, sources: Path, name: str) -> None:
    (sources / name).write_text("镜湖大桥全长56公里。", encoding="utf-8")
    (sources / f"no {name}").write_bytes(bytes(range(256)))  # told as unread
    outputs = [part for form in _FORMATS for part in ("--output", f"{form}=out/{form}")]
    told = verify("check", "in", f"in/no {name}", "--show", "note", *outputs)
    assert told.status == 1
    ours = re.compile(r"::(error|warning|notice) file=[^\n]*?,title=[^\n]*?::")
    github = verify("check", "in", f"in/no {name}", "--show", "note", "--format", "github")
    commands = [line for line in re.split(r"[\r\n]", github.out) if line.lstrip().startswith("::")]
    assert commands
    assert all(ours.match(line) for line in commands)
    files = [(sources.parent / "out" / form).read_text("utf-8") for form in _FORMATS if form != "github"]
    wrong = verify("check", f"in/{name}.md")  # does not exist: told on stderr
    assert wrong.status == 2
    for text in (told.out, told.err, github.err, wrong.err, *files):
        assert not [line for line in re.split(r"[\r\n]", text) if line.lstrip().startswith("::")]
        assert not re.search(
            r"##\[|[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", text
        )
