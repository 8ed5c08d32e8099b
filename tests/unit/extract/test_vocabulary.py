"""What a sentence is read for may be left out only where it would tell nothing."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.api import load_rules
from verify.extract.sentences.vocabulary import Vocabulary

_PIECES = [
    "一期",
    "二期工程",
    "phase two",
    "phased",
    "男性",
    "农村",
    "rural",
    "每10股",
    "总",
    "的",
    " ",
    "，",
]


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(load_rules())


@settings(deadline=None)  # the first text loads the rules
@given(st.lists(st.sampled_from(_PIECES), max_size=6).map("".join))
def test_a_part_is_told_only_where_one_may_be(text: str) -> None:
    told = [hit.value for hit in _vocabulary().find(text) if hit.kind == "scope"]
    assert not told or _vocabulary().may_tell_part(text)


@pytest.mark.parametrize(
    ("text", "may"),
    [("二期已经开工", True), ("in phase two", True), ("天气很好", False), ("a rurality", False)],
)
def test_where_a_part_may_be_told(text: str, may: bool) -> None:
    assert _vocabulary().may_tell_part(text) is may
