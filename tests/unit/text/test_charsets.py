"""Which of many sets hold a character is what each set, as a pattern, tells."""

from __future__ import annotations

import re

import pytest

from verify.text.charsets import CharacterSets, holds_digit, one_of

_SETS = (
    "",
    "年月",
    r"\-\]\\",
    "1-3a",
    r"\d",
    r"\s年",
    r"\s\S",
    r"A-Za-zſ",
    "\u3400-\u9fff",
    r"\^x",
    "a",
    "a",
)


@pytest.mark.parametrize("char", [*"年月-]\\12 4az\nZſ^一x", "٣", ""])
def test_the_sets_that_hold_a_character(char: str) -> None:
    told = CharacterSets((inside, 1 << bit) for bit, inside in enumerate(_SETS))[char]
    held = [bool(inside and re.fullmatch(f"[{inside}]", char)) for inside in _SETS]
    assert [bool(told >> bit & 1) for bit in range(len(_SETS))] == held


def test_sets_of_a_text_in_lower_case() -> None:
    told = CharacterSets([("aB", 1), ("aB", 2), ("A", 4)], lower=2)
    assert [told[char] for char in "aAbB"] == [3, 6, 0, 1]


@pytest.mark.parametrize(
    ("inside", "held"),
    [("3", True), (r"\d", True), ("!-5", True), ("年a-z", False), ("٣", False), ("", False)],
)
def test_a_set_with_a_digit(inside: str, *, held: bool) -> None:
    assert holds_digit(inside) is held


def test_a_pattern_of_several_sets() -> None:
    assert one_of(["年", r"\d", "年"]).findall("1年x") == ["1", "年"]
    assert one_of([]).search("1年x") is None
