"""Alternatives tried where they may begin find what the joined pattern finds, place by place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.text.openings import Alternatives

_SETS = {
    "words": ("一般", "一(?:带|路)", "统一"),
    "guarded numbers": (r"(?<![\d.])\d{1,3}年", r"(?<!\d)\d{2}:\d{2}", r"\b\d+%"),
    "unguarded numbers": (r"\d{2}号", r"(?<!\d)\d+"),
    "optional heads": (r"(?:第\s?)?\d+届", r"\s*[a-c]{2}", r"(?:x|y?)z"),
    "lines": (r"^\s*(?P<n>\d{1,3})[.)]", r"\d+"),
    "caseless": (r"(?i)\bver\s?\d", r"(?i:[k-m]x)", "K"),
    "sets of others": (r"[^a-z]b", r".年"),
    "words inside words": (r"F1", r"(?<![A-Za-z])\w{1,3}\d", r"(?<![0-9A-Za-z$])[A-Za-z]{1,4}-?\d"),
    "may be empty": (r"\d*", "年?"),
    "atomic": (r"(?>1|12)年", r"1{1,2}+月"),
    "preferred": ("12", "123", "1"),
}


@pytest.mark.parametrize("name", sorted(_SETS))
@given(text=st.text(alphabet="012359.:) 一般带路统年号届月第abckxyzKFver$-\n\u212a", max_size=40))
def test_find_what_the_joined_pattern_finds(name: str, text: str) -> None:
    sources = _SETS[name]
    local = [re.sub(r"^\(\?i\)(.*)$", r"(?i:\1)", source) for source in sources]
    joined = re.compile("|".join(local), re.MULTILINE)
    expected = [match.span() for match in joined.finditer(text) if match.group()]
    found = [match.span() for match in Alternatives(local, re.MULTILINE).finditer(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("sources", "text", "tried"),
    [
        ((r"(?<!\d)\d年",), "1234年5年", ["1", "5"]),
        ((r"\d年",), "1234年5年", ["1", "2", "3", "4", "5"]),
        ((r"(?<![A-Za-z])no",), "no canon nn", ["n", "n"]),
        ((r"^\s*\d",), " 1 2\n 3 4", [" ", "1", "2", "\n", " ", "3", "4"]),
        (("年|月",), "1年2月", ["年", "月"]),
    ],
)
def test_try_only_where_a_match_may_begin(sources: tuple[str, ...], text: str, tried: list[str]) -> None:
    places = Alternatives(sources, re.MULTILINE)._places
    assert places.findall(text) == tried
