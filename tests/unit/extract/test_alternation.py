"""A pattern of names finds what is told of it: at every place the longest, a Latin one as a whole word."""

from __future__ import annotations

import pytest

from verify.extract.lexicon.alternation import alternation

NAMES = ("云溪", "云溪大桥", "云", "ai", "ai lab", "a", "a4纸", "c++", "。", "x·湾")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("云溪大桥在云溪", ["云溪大桥", "云溪"]),
        ("云溪大厦与云", ["云溪", "云"]),
        ("ai lab", ["ai lab"]),
        ("ai labs", ["ai"]),
        ("said ai, aid", ["ai"]),
        ("在ai云", ["ai", "云"]),
        ("a4纸a", ["a4纸", "a"]),
        ("a4纸张", ["a4纸"]),
        ("ba4纸", []),
        ("c++。", ["c++", "。"]),
        ("x·湾 xx·湾", ["x·湾"]),
        ("", []),
    ],
)
def test_the_longest_name_at_each_place(text: str, found: list[str]) -> None:
    assert [match.group() for match in alternation(NAMES).finditer(text)] == found


def test_no_names_find_nothing() -> None:
    assert alternation(()).search("云溪") is None
