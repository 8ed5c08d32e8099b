"""Figures read by their shape are what the plain grammar reads, character by character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from scanned import TODAY, scanner, shipped
from verify.extract.figures.scanner import Scanner
from verify.extract.lexicon.words import lowered
from verify.text.fold import folded

TESTS = Path(__file__).parents[2]
FOLDERS = {
    "corpus": TESTS / "corpus",
    "checks": TESTS / "checks",
    "worlds": TESTS / "eval" / "worlds" / "tuned",
    "seeds": TESTS.parent / "seeds",
    "shared seeds": TESTS.parent.parent / "shared" / "seeds",
}


@cache
def plain() -> Scanner:
    """Return a scanner whose figures the grammar reads, each anew."""
    made = Scanner(shipped())
    made._gaps._shapes.read = lambda *_: None  # type: ignore[method-assign]
    return made


def read(by: Scanner, text: str) -> Any:
    language = "en" if text.isascii() else "zh"
    scan, told = by.scan(folded(text), language, TODAY)
    return scan.figures, scan.troubles, told


def texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".yaml":
            yield from strings(yaml.safe_load(path.read_text(encoding="utf-8")))
        elif path.suffix in {".txt", ".md"}:
            yield from path.read_text(encoding="utf-8").splitlines()


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def found(name: str) -> list[str]:
    if not FOLDERS[name].is_dir():
        pytest.skip("not beside this checkout")
    return sorted({text for text in texts(FOLDERS[name]) if any(char.isnumeric() for char in text)})


@pytest.mark.parametrize("name", FOLDERS)
def test_real_texts(name: str) -> None:
    for text in found(name):
        assert read(scanner(), text) == read(plain(), text), text


@pytest.mark.parametrize("name", FOLDERS)
def test_one_sweep_finds_what_each_joined_pattern_finds(name: str) -> None:
    sweep = scanner()._sweep
    joined = [re.compile("|".join(one.source for one in each.all), each.all[0].flags) for each in sweep.many]
    for text in map(folded, found(name)):
        lower = lowered(text)
        for each, pattern, matches in zip(sweep.many, joined, sweep.find(text, lower), strict=True):
            spans = [match.span() for match in pattern.finditer(lower if each.lower else text)]
            assert [match.span() for match in matches] == [span for span in spans if span[0] < span[1]], text


def words(*keys: str) -> list[str]:
    """Return all words that the language files have under some keys, however deep."""
    every = [getattr(language, key) for language in shipped().languages for key in keys]
    return sorted({word for value in every for word in _words(value) if word})


def _words(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return list(value)
    if isinstance(value, tuple | list):
        return [word for one in value for word in _words(one)]
    parts = ("before", "after", "unless", "words", "behind")
    return [word for part in parts for word in getattr(value, part, ())]


LEFT = words(
    "hedges", "emphasis", "currencies", "rate_prefixes", "negative", "over", "per", "changes",
    "change_joints", "range_opening", "not_indefinite", "indefinite",
)  # fmt: skip
RIGHT = words(
    "hedges", "more", "not_more", "halves", "tenths", "measures", "range_words", "range_words_opened", "per",
    "rate_suffixes", "ratio_words", "share_words", "margin_words", "list_words", "transitions", "changes",
    "scales", "places", "digits", "ambiguous_scales", "fraction_bars", "points", "sorts", "number_words",
)  # fmt: skip
JOINTS = [
    "",
    "",
    "",
    " ",
    "，",
    "。",
    "、",
    ",",
    ".",
    "-",
    "~",
    "/",
    ":",
    "（",
    "）",
    "％",
    "×",
    "±",
    "+",
    "^2",
]
PLAIN = ["的", "人", "项目", "企业", "机柜数量", "PUE", "FP16", "O", "l", "Ο", "气温", "x", "of ", "第", "\n"]
NUMERALS = st.one_of(
    st.integers(0, 10**9).map(str),
    st.integers(0, 10**9).map("{:,}".format),
    st.decimals(0, 10**5, places=2).map(str),
    st.text("〇零一二两三四五六七八九十百千万亿", min_size=1, max_size=6),
    st.sampled_from(["0", "0.0", "00", "1.", ".5", "10", "½", "1e9", "十", "1 000", "2021", "三点五"]),
)


@cache
def _units() -> list[str]:
    return sorted(shipped().units.spellings)


FIGURES = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(PLAIN + JOINTS),
        st.lists(st.sampled_from(LEFT), max_size=2).map("".join),
        st.sampled_from(["", "", "", " "]),
        NUMERALS,
        st.sampled_from(["", "", "万", "亿", "千", "百万", " ", "万亿"]),
        st.one_of(st.just(""), st.deferred(lambda: st.sampled_from(_units())), st.sampled_from(RIGHT)),
        st.lists(st.sampled_from(RIGHT), max_size=1).map("".join),
        st.sampled_from(JOINTS),
        st.sampled_from(PLAIN + JOINTS),
    ),
)


@settings(max_examples=1500, deadline=None)
@given(st.lists(FIGURES, min_size=1, max_size=3).map("".join))
def test_figures_beside_all_words_of_the_rules(text: str) -> None:
    assert read(scanner(), text) == read(plain(), text)


@pytest.mark.parametrize(
    "text",
    [
        "占地约300亩。",
        "投资达12.5亿元，",
        "共有817家企业参加",
        "增长8.2%。",
        "三百二十一个发布会",
        "1,200 MW。",
    ],
)
def test_common_shapes_are_read_once(text: str) -> None:
    calls = []
    made = Scanner(shipped())
    grammar = made.quantities.read
    made.quantities.read = lambda *a: calls.append(a) or grammar(*a)  # type: ignore[method-assign,func-returns-value]
    first = read(made, text)
    learnt = len(calls)
    assert learnt == 1
    assert read(made, text) == first
    assert read(made, re.sub(r"\d", "7", text)) is not None
    assert len(calls) == learnt
