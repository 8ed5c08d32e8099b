"""A break of a line is a space only where the line was full, or parts a number from its unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.text.fold import folded
from verify.text.wrapping import unwrapped

FULL = "The new bridge over the Hollow River, which opened in May, is"  # 61 columns
HAN = "这座新的跨海大桥于五月正式建成通车它的主桥全长"  # 46 columns


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (f"{FULL}\nfifty-five km long", f"{FULL} fifty-five km long"),
        (f"{FULL}\n    fifty-five km long", f"{FULL} fifty-five km long"),
        (f"{FULL} \r\nfifty-five km long", f"{FULL} fifty-five km long"),
        (f"{HAN}\n五十五公里", f"{HAN}五十五公里"),
        (f"{HAN}\n五十五公里，\n双向六车道", f"{HAN}五十五公里，\n双向六车道"),  # the second line is not full
        ("is 55\nkm long", "is 55 km long"),
        ("is 55\nMW strong", "is 55 MW strong"),
        ("全长55\n公里", "全长55公里"),
        ("投资12亿\n元", "投资12亿元"),
        ("占比达到12.5\n%左右", "占比达到12.5 %左右"),
    ],
)
def test_a_line_that_goes_on(text: str, read: str) -> None:
    assert folded(unwrapped(text)) == read


@pytest.mark.parametrize(
    "text",
    [
        "is 55\n\nkm long",  # another paragraph
        "is 55\n - km long",
        "is 55\n\u3000\u3000公里数",
        "人口 1200\n人数 35",  # lines of a fact sheet
        "Output 1200\nm 35",
        "It opened in 2021\nRevenue rose",
        "12 Long Lane\nSpringford",
        f"{FULL}.\nFifty-five",
        f"{FULL}:\nfifty-five",
        f"{FULL}\n- fifty-five",
        f"{FULL}\n2. fifty-five",
        f"{HAN}\n二、五十五公里",
        f"{HAN}\n{HAN * 4}",  # a title above a paragraph that is not wrapped
        "short\nlines\nof verse",
        "",
        "\n",
    ],
)
def test_other_breaks_stay(text: str) -> None:
    assert unwrapped(text) == text


@given(st.text(alphabet="ab 5.\n\r\t-长，。", max_size=120))
def test_no_character_moves(text: str) -> None:
    read = unwrapped(text)
    assert len(read) == len(text)
    assert all(one == other for one, other in zip(text, read, strict=True) if not one.isspace())
