"""Alternatives tried where they may begin find what the joined pattern finds, place by place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.text.alternatives import Alternatives, Sweep

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
        ((r"(?<!\d)\d年",), "1234年5年", ["1234", "5"]),
        ((r"(?<![A-Za-z])no",), "no canon nn", ["n"]),  # what follows n of canon and nn is no o
        ((r"^\s*\d",), " 1 2\n 3 4", [" ", "1", "2", "\n", " ", "3", "4"]),
        (("年|月",), "1年2月", ["年", "月"]),
        (("年初", "月底"), "年底年初", ["年", "年"]),
    ],
)
def test_try_only_where_a_match_may_begin(sources: tuple[str, ...], text: str, tried: list[str]) -> None:
    places = Sweep([Alternatives(sources, re.MULTILINE)])._places
    assert places.findall(text) == tried


@pytest.mark.parametrize(
    ("source", "begins"),
    [
        (r"\d{1,2}月", {"月"}),
        (r"\d{4}\s?年", {" ", "年"}),
        (r"\d(?:月\d)?日", {"月", "日"}),
        (r"(?:\d号|\d层)楼", {"号", "层"}),
        (r"(?:\d,)+\d年", {","}),
        (r"\d{2}", {" ", "年", "月", "日", "号", "层", ",", ""}),  # may end anywhere
        (r"\d(?=年)", {" ", "年", "月", "日", "号", "层", ",", ""}),  # what is only looked at tells nothing
    ],
)
def test_a_number_is_tried_with_what_may_follow_its_digits(source: str, begins: set[str]) -> None:
    alternatives = Alternatives([source])
    tried = {
        then for then in (" ", "年", "月", "日", "号", "层", ",", "") if alternatives.beginning("1", then)
    }
    assert tried == begins


@given(text=st.text(alphabet="012359.:) 一般带路统年号届月第abckxyzKFver$-\n\u212a", max_size=40))
def test_one_sweep_finds_what_each_set_finds(text: str) -> None:
    many = [
        Alternatives(
            [re.sub(r"^\(\?i\)(.*)$", r"(?i:\1)", source) for source in _SETS[name]],
            re.MULTILINE,
            lower=lower,
        )
        for name in sorted(_SETS)
        for lower in (False, True)
    ]
    lower = re.sub("[A-Z]", lambda match: match.group().lower(), text)
    found = [[match.span() for match in matches] for matches in Sweep(many).find(text, lower)]
    alone = [[match.span() for match in each.finditer(lower if each.lower else text)] for each in many]
    assert found == alone
