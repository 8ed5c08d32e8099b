"""The longest surface at each place: what the joined expression of all surfaces finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.extract.lexicon.alternation import alternation
from verify.extract.lexicon.longest import Longest


@pytest.mark.parametrize(
    ("surfaces", "text", "found"),
    [
        (("大桥", "大桥局"), "长河大桥局与大桥", ["大桥局", "大桥"]),
        (("中心", "心中国"), "中心中国", ["中心"]),
        (("bridge", "ridge"), "the bridge, a cartridge", ["bridge"]),
        (("air", "airport"), "airports by air", ["air"]),
        (("gpu集群",), "agpu集群 gpu集群", ["gpu集群"]),
        ((), "大桥", []),
    ],
)
def test_find(surfaces: tuple[str, ...], text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in Longest(surfaces).find(text)] == found


def test_find_inside_a_stretch() -> None:
    assert Longest(["大桥", "桥"]).find("大桥大桥", 1, 3) == [(1, 2)]


@given(st.sets(st.text("ab中 国", min_size=1, max_size=4), max_size=6), st.text("ab中 国", max_size=14))
def test_find_what_the_expression_finds(surfaces: set[str], text: str) -> None:
    assert Longest(surfaces).find(text) == [match.span() for match in alternation(surfaces).finditer(text)]
