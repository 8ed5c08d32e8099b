"""Laws of a whole run, on small corpora about a bridge that does not exist.

A document says its figure in one sentence among others of its own, so that two documents share no passage.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from told import Json
from verify import api
from verify.report.build import build

OPENINGS = (
    "记者昨天从县里得到消息。{}工人们说天气一直很好。",
    "连日来河岸边十分热闹。{}附近居民盼望早点走上桥面。",
    "这项工程受到许多人关注。{}有关部门还介绍了后面的安排。",
    "在一场说明会上，设计者展示了图纸。{}会场里响起掌声。",
)
PAPERS = ("北岸日报", "青川晚报", "山城新闻", "渡口周刊")
FORM = "青石大桥全长{}。"
HEDGES = ("", "约", "超过", "近", "不到", "至少", "不超过", "高达")
LENGTHS = ("米", "公里", "千米", "里", "海里")

figures = st.tuples(
    st.sampled_from(HEDGES),
    st.one_of(st.integers(2, 9999).map(str), st.integers(11, 9999).map(lambda n: f"{n // 10}.{n % 10}")),
)
pairs = st.one_of(
    st.tuples(figures, figures),
    # Neighbours, so that every line of the ladder is met.
    st.tuples(figures, st.sampled_from(HEDGES), st.integers(-40, 40)).map(
        lambda drawn: (drawn[0], (drawn[1], near(drawn[0][1], drawn[2])))
    ),
)
quick = settings(max_examples=40, deadline=None, derandomize=True)


def near(numeral: str, permille: int) -> str:
    return str(max(2, round(float(numeral) * (1000 + permille) / 1000)))


def document(number: int, sentence: str) -> str:
    fields = f"title: 河上新桥见闻\nauthor: {PAPERS[number]}\ndate: 2024-03-0{number + 2}\n"
    return f"---\n{fields}---\n" + OPENINGS[number].format(sentence) + "\n"


def report(texts: Sequence[str], names: Sequence[str] = ("a.md", "b.md", "c.md", "d.md", "e.md")) -> Json:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name, _ in zip(names, texts, strict=False)]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, "utf-8")
        told: Json = json.loads(build(api.check(paths)).model_dump_json())
    return told


def lengths(told: Json) -> list[Json]:
    """Return the groups that hold the length of the bridge."""
    found = [group for group in told["groups"] if group["key"]["dimension"] == "meter"]
    assert found, "no length was read"
    return found


def judged(told: Json) -> list[tuple[str, str, int]]:
    return sorted((group["verdict"], group["relation"], len(group["clusters"])) for group in lengths(told))


def said(figure: tuple[str, str], unit: str = "米") -> str:
    return FORM.format("".join(figure) + unit)


class TestOrderOfDocumentsNeverMatters:
    """Same input, same bytes: everything sorted (CONTRACT.md)."""

    @quick
    @given(st.lists(figures, min_size=2, max_size=3))
    def test_order_of_paths(self, told: list[tuple[str, str]]) -> None:
        texts = [document(number, said(figure)) for number, figure in enumerate(told)]
        names = ["a.md", "b.md", "c.md"][: len(texts)]
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder) / name for name in names]
            for path, text in zip(paths, texts, strict=True):
                path.write_text(text, "utf-8")
            assert len({build(api.check(order)).model_dump_json() for order in permutations(paths)}) == 1

    @quick
    @given(pairs)
    def test_names_of_files(self, pair: tuple[tuple[str, str], tuple[str, str]]) -> None:
        texts = [document(number, said(figure)) for number, figure in enumerate(pair)]
        assert judged(report(texts, ["a.md", "b.md"])) == judged(report(texts, ["z.md", "b.md"]))


class TestAgreeingSourceNeverMakesAConflict:
    @quick
    @given(pairs)
    def test_exact_copy(self, pair: tuple[tuple[str, str], tuple[str, str]]) -> None:
        texts = [document(number, said(figure)) for number, figure in enumerate(pair)]
        before, after = report(texts), report([*texts, texts[0]])
        assert judged(after) == judged(before)
        origins = [len(group["origins"]) for told in (before, after) for group in lengths(told)]
        assert len(set(origins)) == 1, "a copy is no origin of its own"

    @quick
    @given(pairs)
    def test_source_that_says_the_same(self, pair: tuple[tuple[str, str], tuple[str, str]]) -> None:
        texts = [document(number, said(figure)) for number, figure in enumerate(pair)]
        before = report(texts)["summary"]
        after = report([*texts, document(2, said(pair[1]))])["summary"]
        for count in ("conflicts", "possible_conflicts"):
            assert after[count] == before[count]

    @quick
    @given(figures)
    def test_copy_is_the_same_single_source(self, figure: tuple[str, str]) -> None:
        text = document(0, said(figure))
        (group,) = lengths(report([text, text]))
        assert (group["verdict"], group["relation"]) == ("single-source", "identical")


class TestUnitOnBothSidesNeverMatters:
    @quick
    @given(pairs, st.sampled_from(LENGTHS))
    def test_same_numerals(self, pair: tuple[tuple[str, str], tuple[str, str]], unit: str) -> None:
        told = [
            report([document(number, said(figure, one)) for number, figure in enumerate(pair)])
            for one in ("米", unit)
        ]
        assert judged(told[0]) == judged(told[1])


class TestRunJudgesAsCompareDoes:
    """One ladder: two documents meet on the line that ``verify compare`` names (SEMANTICS §4)."""

    @quick
    @given(pairs)
    def test_same_relation(self, pair: tuple[tuple[str, str], tuple[str, str]]) -> None:
        told = report([document(number, said(figure)) for number, figure in enumerate(pair)])
        (group,) = lengths(told)
        alone = api.compare(*("".join(figure) + "米" for figure in pair))
        assert group["relation"] == alone.relation.value
        lines = {alone.line} if alone.line is not None else set()
        assert {comparison["line"] for comparison in group["comparisons"]} == lines


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("3120米", "3120米", "agreement"),
        ("3120米", "3.12公里", "agreement"),
        ("约3100米", "3120米", "agreement"),
        ("3120米", "3210米", "conflict"),
        ("超过3000米", "不到3000米", "conflict"),
        ("超过3000米", "9000米", "possible-conflict"),
    ],
)
def test_verdicts(a: str, b: str, verdict: str) -> None:
    (group,) = lengths(report([document(0, FORM.format(a)), document(1, FORM.format(b))]))
    assert group["verdict"] == verdict
