"""The line with the caret, and the nearest word."""

from __future__ import annotations

import pytest

from verify.catalog.excerpt import excerpt
from verify.catalog.suggest import did_you_mean, nearest


@pytest.mark.parametrize(
    ("text", "line", "column", "shown"),
    [
        ("abc\ndef", 2, 2, "    def\n     ^"),
        ("占地: x", 1, 5, "    占地: x\n          ^"),
        ("\tab", 1, 2, "    \tab\n    \t^"),
        ("abc", 1, 4, "    abc\n       ^"),
        ("abc", 2, 1, ""),
        ("", 1, 1, ""),
        ("a\x1b[31mb", 1, 1, "    a\ufffd[31mb\n    ^"),
    ],
)
def test_caret_stands_under_the_column(text: str, line: int, column: int, shown: str) -> None:
    assert excerpt(text.splitlines(), line, column) == shown


def test_long_line_is_cut_around_the_place() -> None:
    shown = excerpt(["x" * 500 + "Y" + "x" * 500], 1, 501)
    line, caret = shown.split("\n")
    assert len(line) == 104
    assert line[caret.index("^")] == "Y"


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        ("公倾", ["公顷", "公里", "平方米"], "公顷"),
        ("Bridge", ["bridge", "tunnel"], "bridge"),
        ("wrods", ["id", "name", "words", "after"], "words"),
        ("xyz", ["bridge", "tunnel"], None),
        ("x", [], None),
    ],
)
def test_nearest_word(word: str, known: list[str], near: str | None) -> None:
    assert nearest(word, known) == near
    assert did_you_mean(word, known) == (f"; did you mean '{near}'?" if near else "")
