"""Alternatives tried where they may begin find what the joined pattern finds, place by place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.text.alternatives import Alternatives, Sweep
from verify.text.beginnings import Beginnings
from verify.text.openings import any_needed, needed

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
    "numbers of a length": (r"[12]\d{2}年", r"(?:1|20?)月", r"\d{1,2}\s?届", r"\d{2}(?:\.\d)?号"),
    "numbers behind words": (r"(?<=a\s)\d{2}", r"(?:(?<=一)|(?<=\.))\d+年", r"(?:(?<=a)|(?<=b))\d+"),
    "numbers that something stands behind": (r"\d{2}(?=\s?[年届])", r"(?<!\d)12(?=\s?月)"),
    "numbers with blanks": (r"\d\s*年\s*\d", r"\d{1,3}[ a]月", r"\d \s?:"),
}


@pytest.mark.parametrize("name", sorted(_SETS))
@settings(deadline=None)
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
        (("年初", "月底"), "年底年初", ["年"]),
    ],
)
def test_try_only_where_a_match_may_begin(sources: tuple[str, ...], text: str, tried: list[str]) -> None:
    beginnings = Beginnings([Alternatives(sources, re.MULTILINE).all])
    assert beginnings.places.findall(text) == tried


@pytest.mark.parametrize(
    ("source", "digits", "begins"),
    [
        (r"\d{1,2}月", 2, {"月"}),
        (r"\d{1,2}月", 3, set()),
        (r"\d{4}\s?年", 4, {"年"}),
        (r"\d{4}\s?年", 3, set()),
        (r"(?:2\d|1\d{2,})年", 3, {"年"}),
        (r"\d{2}(?:,?\d)?年", 1, set()),
        (r"\d(?:月\d)?日", 1, {"月", "日"}),
        (r"(?:\d号|\d层)楼", 1, {"号", "层"}),
        (r"(?:\d,)+\d年", 1, {","}),
        (r"\d{2}", 5, {"x", "年", "月", "日", "号", "层", ",", ""}),  # may end anywhere
        (r"\d(?=年)", 1, {"年"}),  # what must follow tells as well
    ],
)
def test_a_number_is_tried_with_what_may_follow_its_digits(
    source: str, digits: int, begins: set[str]
) -> None:
    beginnings = Beginnings([Alternatives([source]).all])
    behind = (" x", "年", "月", "日", "号", "层", ",", "")
    number = "1" * digits
    tried = {then.strip() for then in behind if 0 in dict(beginnings.trials(f"{number}{then}"))}
    assert tried == begins


@pytest.mark.parametrize(
    ("source", "chars"),
    [
        (r"[a-z]{1,9}@[a-z]+\.cn", {"@", ".", "c", "n"}),
        (r"(?i)\.cn中", {".", "中"}),
        (r"a(?i:b中)(?-i:c)", {"a", "中", "c"}),
        (r"(?i)a(?-i:c)", {"c"}),
        (r"(?:a#|b#)\d", {"#"}),
        (r"(?:a#|b\+)\d", set()),
        (r"\d(?:\+\d)+", {"+"}),
        (r"\d(?:\+\d)*", set()),
        (r"\d(?=\+)", {"+"}),  # it stands in no match, but behind each
        (r"\d(?=\+|#)", set()),
        (r"\d(?!\+)", set()),
        (r"(?<=\+)\d", set()),
    ],
)
def test_characters_without_which_nothing_matches(source: str, chars: set[str]) -> None:
    assert needed(source) == chars


@pytest.mark.parametrize(
    ("source", "chars"),
    [
        (r"[0-9](?:号|#)(?:厅|展馆)", {"号", "#"}),
        (r"[0-9](?:厅|展馆|馆)", {"厅", "馆"}),
        (r"[一二三](?:号|#)", {"号", "#"}),  # the fewest
        (r"(?:号|#)楼", {"楼"}),  # all hold it
        (r"(?:a楼|[0-9])", set()),
        (r"[a-z](?:号|#)?", set()),
        (r"[^号]", set()),
        (r"(?i)[ab]", set()),  # in either case
        (r"(?:(?i:a)|b)[0-9]", set()),
        (r"(?=[ab])[0-9]", set()),
    ],
)
def test_characters_one_of_which_every_match_holds(source: str, chars: set[str]) -> None:
    assert any_needed(source) == chars


def test_an_alternative_that_needs_a_sign_is_found_beside_one() -> None:
    found = Alternatives([r"[a-z]{1,9}@[a-z]+", r"[a-z]{1,3}\d"]).finditer("ab1 ab@cd ab1")
    assert [match.group() for match in found] == ["ab1", "ab@cd", "ab1"]


@settings(deadline=None)
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
