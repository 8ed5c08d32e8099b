"""Expressions tried only where a character of theirs stands find what they find anywhere."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from verify.text.needing import Needing

_SOURCES = (r"据(.{1,2}?)称", r"(?i)by (a+)", "[0-9]+", "(?:a|b)c", r"(?:运营方是|由)(a)", "b?")


@given(
    st.lists(st.sampled_from(_SOURCES), max_size=4),
    st.lists(st.sampled_from(["据", "称", "by ", "BY ", "A", "a", "b", "c", "1", "由", "运营方是"])).map(
        "".join
    ),
)
def test_find_what_each_finds(sources: list[str], text: str) -> None:
    each = [match.span() for source in sources for match in re.finditer(source, text)]
    assert [match.span() for match in Needing(sources).finditer(text)] == each
