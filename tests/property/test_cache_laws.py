"""Whatever is edited, a run with a cache gives the bytes of a run without one."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify import api
from verify.report.build import build
from verify.report.formats import formats

Texts = dict[str, str]
Edit = Callable[[Texts], None]

_CORPUS = {
    "lake.txt": (
        "标题: 云湖图书馆开馆\n日期: 2023-05-12\n"
        "正文: 云湖图书馆（简称云图）5月12日开馆，馆藏图书35万册，建筑面积约2.6万平方米，总投资4.2亿元。\n"
    ),
    "city.md": (
        "---\ntitle: 新馆开放\ndate: 2023-05-13\n---\n\n"
        "云图今天开放。新馆藏书超过30万册，阅览座位1200个。\n\n| 项目 | 数量 |\n|---|---|\n| 馆员 | 86人 |\n"
    ),
    "en.txt": (
        "Title: Cloud Lake Library opens\nDate: 2023-05-12\n"
        "Text: Cloud Lake Library (云湖图书馆) holds 350,000 books and cost 420 million yuan.\n"
    ),
    "other.csv": "name,seats,opened\n云图,1200,2023-05-12\n东山剧院,900,2019-10-01\n",
}
_NAMES = st.sampled_from(sorted(_CORPUS))
_WORDS = st.sampled_from(
    ["云湖图书馆", "云图", "东山剧院", "北岭博物馆", "Cloud Lake Library", "约", "", "\ud7ff"]
)
_FIGURES = st.sampled_from(["35万", "350,000", "30万", "1200", "4.2亿元", "2023-05-12", "36万", "1.2亿美元"])
_LINES = st.sampled_from(
    [
        "\n东山剧院（简称东剧）有座位900个。\n",
        "\n云图去年接待读者12万人次，同比增长8.5%。\n",
        "\nThe library seats 1,250 readers.\n",
        "\n<!-- nothing -->\n",
        "\n云湖图书馆（下称“新馆”）由云湖市文化馆管理。\n",
    ]
)


def exchanged(name: str, old: str, new: str) -> Edit:
    def edit(texts: Texts) -> None:
        if name in texts and old:
            texts[name] = texts[name].replace(old, new)

    return edit


def added(name: str, line: str, *, above: bool) -> Edit:
    def edit(texts: Texts) -> None:
        if name in texts:
            head, end, rest = texts[name].partition("\n")
            texts[name] = head + end + line.strip() + "\n" + rest if above else texts[name] + line

    return edit


def moved(name: str, to: str) -> Edit:
    def edit(texts: Texts) -> None:
        if name in texts:
            texts[to + name] = texts.pop(name)

    return edit


def dropped(name: str) -> Edit:
    return lambda texts: texts.pop(name, None) if len(texts) > 1 else None


EDITS = st.one_of(
    st.builds(exchanged, _NAMES, st.one_of(_WORDS, _FIGURES), st.one_of(_WORDS, _FIGURES)),
    st.builds(added, _NAMES, _LINES, above=st.booleans()),
    st.builds(moved, _NAMES, st.sampled_from(["new-", "a/", ""])),
    st.builds(dropped, _NAMES),
)


def outputs(texts: Texts, cache: str | None) -> dict[str, str | bytes]:
    """Return a run over the texts in every format."""
    with tempfile.TemporaryDirectory() as name:
        for path, text in texts.items():
            file = Path(name, path)
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        report = build(api.check([name], base=name, cache=cache))
        return {form.NAME: form.render(report) for form in formats().values()}


def same_bytes(edits: list[Edit]) -> None:
    """Read texts before, between and after some edits, with one cache throughout and without any."""
    texts = dict(_CORPUS)
    with tempfile.TemporaryDirectory() as cache:
        for edit in [lambda _: None, *edits]:
            edit(texts)
            wanted = outputs(texts, None)
            assert outputs(texts, cache) == wanted
        assert outputs(texts, cache) == wanted  # all of it kept


@settings(max_examples=4, deadline=None)
@given(st.lists(EDITS, min_size=2, max_size=3))
def test_the_same_bytes_with_and_without_a_cache(edits: list[Edit]) -> None:
    same_bytes(edits)


@pytest.mark.stress
@settings(max_examples=100, deadline=None)
@given(st.lists(EDITS, min_size=1, max_size=4))
def test_the_same_bytes_whatever_is_edited(edits: list[Edit]) -> None:
    same_bytes(edits)
