"""Words are cut as jieba cuts them without its model for unknown words."""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from math import log
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.extract.lexicon import nouns
from verify.extract.lexicon.dictionary import NEVER, Dictionary, dictionary, path

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


_FEW = "长江 10 ns\n长江大桥 5 nz\n大桥 4 n\n长 1 a\n".encode()


@cache
def _jieba() -> Any:
    import jieba

    jieba.setLogLevel(60)
    return jieba.Tokenizer()


@settings(deadline=None)  # the first word loads the dictionary
@given(st.lists(st.sampled_from(_PIECES), max_size=8).map("".join))
def test_cut_as_jieba_does(text: str) -> None:
    assert [word for word, _ in nouns.cut(text)] == list(_jieba().cut(text, HMM=False))


def test_a_dictionary_that_forgets_what_it_read_cuts_as_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    known, text = Dictionary(path().read_bytes()), "建设中国人民大学二期GPU中心，大坝一座，长江大桥长五公里。"
    monkeypatch.setattr("verify.extract.lexicon.dictionary._ASKED", 2)
    monkeypatch.setattr(nouns, "dictionary", lambda: known)
    words = [word for word in _jieba().cut(text, HMM=False) if word != "，"]
    assert [word for word in nouns._words(text) if word != "，"] == words
    assert len(known.longest) <= 3
    assert [known.tag(word) for word in ("中国", "大桥", "建设", "中国")] == ["ns", "ns", "vn", "ns"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=5).map("".join), st.data())
def test_where_words_end_is_told_as_the_cut_tells_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    low = max(0, start - 6)
    cut = accumulate(map(len, _jieba().cut(text[low : end + 3], HMM=False)), initial=low)
    assert nouns.ends_word(text, start, end) is (end in list(cut))


@pytest.mark.parametrize(("text", "word", "alone"), [("隧道长6公里", "长", True), ("增长6%", "长", False)])
def test_a_character_that_is_a_word_there(text: str, word: str, alone: bool) -> None:
    assert nouns.stands_alone(text, text.index(word), text.index(word) + 1) is alone


def _known(of: Dictionary, *beginnings: str) -> dict[str, float]:
    for chars in beginnings:
        of.ask(chars)
    return of.likelihoods


def test_a_dictionary_knows_words_by_their_beginnings() -> None:
    few = Dictionary(_FEW)
    assert _known(few, "长") == {"长": few.unknown}, "counted once among twenty"
    found = _known(few, "长江")
    assert set(found) == {"长", "长江", "长江大桥"}
    assert found["长江"] > found["长江大桥"] > few.unknown
    assert few.longest == {"长": 1, "长江": 4}
    assert _known(few, "大坝", "江", "江大", "湖") == found, "no words"
    assert {few.longest[chars] for chars in ("大坝", "大", "江", "江大", "湖")} == {1}


@pytest.mark.parametrize(
    ("word", "tag"), [("长江", "ns"), ("大桥", "n"), ("长江大", "x"), ("江", "x"), ("GPU", "eng")]
)
def test_the_tag_of_a_word(word: str, tag: str) -> None:
    assert Dictionary(_FEW).tag(word) == tag


def test_lines_that_begin_alike_need_not_stand_together() -> None:
    torn = Dictionary("长江 1 ns\n大桥 1 n\n长江口 0 ns\n长 2 a".encode())
    assert _known(torn, "长江") == {
        "长江": log(1) + torn.unknown,
        "长江口": NEVER,
        "长": log(2) + torn.unknown,
    }


def test_every_word_is_as_likely_as_jieba_has_it() -> None:
    known, tokenizer = dictionary(), _jieba()
    tokenizer.initialize()
    assert known.unknown == -log(tokenizer.total)
    for word, count in tokenizer.FREQ.items():
        if word[0] in "长大一中ＡB":
            known.ask(word[:2])
            likelihood = log(count) + known.unknown if count else NEVER  # jieba lists beginnings as well
            assert known.likelihoods.get(word, NEVER) == likelihood, word
