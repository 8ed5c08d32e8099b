"""Which patterns of rule authors are refused, and that refused ones would indeed hang."""

from __future__ import annotations

import re

import pytest

from counting import grows_evenly
from verify.catalog.patterns import wrong_with


@pytest.mark.parametrize(
    "pattern",
    [
        r"(\d+[,，]?)+(\.\d+)?(万|亿)",
        r"(a+)+",
        r"(a*)*",
        r"(?:a|b+)*c",
        r"(?:a{1,3})+b",
        r"(?:a?a)*b",
        r"(?:a?,a?)+x",
        r"(?:(?:ab?)+c?)*",
        r"(?=(\w+\s?)+$)x",
    ],
)
def test_ambiguous_nested_repeat_is_refused(pattern: str) -> None:
    assert "exponential" in wrong_with(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        r"第\s?[\d一二三]{1,6}",
        r"\d{1,3}(?:,\d{3})+(?:\.\d+)?",
        r"\d+(?:\.\d+)*版",
        r"(?:[.-]\w+)*",
        r"(?:\s?\+\s?(?:\d{1,3}|[A-Z]))+",
        r"(?:a+)*+b",
        r"(?:a++)*b",
        r"(?>a+)*b",
        r"(?:\d{3})+",
        r"(?<=第)\d+",
    ],
)
def test_repeat_that_can_be_cut_in_one_way_is_allowed(pattern: str) -> None:
    assert wrong_with(pattern) == ""


@pytest.mark.parametrize(
    ("pattern", "hostile"),
    [
        (r"(?:[.-]\w+)*$", ".a"),
        (r"(?:\s?\+\s?(?:\d{1,3}|[A-Z]))+$", " + 1"),
        (r"(?:a+)*+b", "a"),
        (r"\d+(?:\.\d+)*版", "1.1"),
    ],
)
def test_allowed_pattern_is_quick_on_hostile_text(pattern: str, hostile: str) -> None:
    assert wrong_with(pattern) == ""
    # From one place; a search begins at each, and so grows with the square.  An exponential one never ends.
    assert grows_evenly(lambda times: re.match(pattern, hostile * times + "!"), 5_000)


def test_error_of_syntax_is_told() -> None:
    assert wrong_with("a(b") == "no regular expression: missing ), unterminated subpattern at character 2"


@pytest.mark.parametrize(
    ("pattern", "refused"), [(r"一(.)\1", True), (r"(?P<a>x)y(?P=a)", False), (r"\\1", False)]
)
def test_a_group_is_referred_to_by_its_name(pattern: str, *, refused: bool) -> None:
    assert ("a group by its number" in wrong_with(pattern)) is refused
