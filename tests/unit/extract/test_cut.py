"""Words are cut as jieba cuts them without its model for unknown words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from verify.extract import nouns

_PIECES = [
    "中国",
    "人民",
    "大学生",
    "的",
    "建设",
    "一",
    "二期",
    "GPU",
    "a",
    "1",
    "2.5%",
    "，",
    " ",
    "\r\n",
    "é",
    "㐀",
]


@settings(deadline=None)  # the first word loads the dictionary
@given(st.lists(st.sampled_from(_PIECES), max_size=8).map("".join))
def test_cut_as_jieba_does(text: str) -> None:
    tokenizer, _ = nouns._words()
    assert [word for word, _ in nouns.cut(text)] == list(tokenizer.cut(text, HMM=False))
