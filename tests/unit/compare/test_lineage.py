"""Independent origins, and passages that documents share (SEMANTICS §5)."""

from __future__ import annotations

from typing import Any

import pytest

from builders import KM, claim, document, q
from counting import grows_evenly
from verify.catalog.schema import SourceEntry
from verify.compare.lineage import Names, origins, shared_run
from verify.compare.passages import SharedPassages, passages
from verify.compare.verbatim import words_meeting
from verify.model.claim import Claim
from verify.model.document import Section, Source
from verify.model.group import Passage

FIGURE = q("55公里", "55", "1", None, KM)
ENGLISH = q("55 km", "55", "1", None, KM)


def told(source: str, context: str, **more: object) -> Claim:
    return claim(source, ENGLISH if "55 km" in context else FIGURE, context=context, **more)  # type: ignore[arg-type]


# 16 characters: 8 before the figure, 4 of the figure, 4 after it; 12 outside it
SIXTEEN = "这座跨江的大桥全55公里的主线路"
RUNS = [
    ("16 characters", SIXTEEN, f"据介绍，{SIXTEEN}已经贯通", True),
    ("15 characters", SIXTEEN[:-1], f"据介绍，{SIXTEEN[:-1]}已经贯通", False),
    (
        "punctuation is not counted",
        "这座跨江的大桥，全55公里的主线路",
        "这座跨江的大桥全“55公里”的主线路",
        True,
    ),
    (
        "the figure must be in it",
        "这座跨江的大桥历时多年终于全线贯通，长55公里",
        "这座跨江的大桥历时多年终于全线贯通，共55公里",
        False,
    ),
    # 8 characters of the figure and of numerals, 7 others
    (
        "7 characters outside figures",
        "一二三四五六七八大桥全长为55公里左右",
        "一二三四五六七八大桥全长为55公里左右",
        False,
    ),
    (
        "other words before",
        "全桥总长55公里，建成后的行车时间缩短一半",
        "主线长约55公里，建成后的行车时间缩短一半",
        True,
    ),
    ("another figure", "这座跨江的大桥全55公里的主线路", "这座跨江的大桥全65公里的主线路", False),
    (
        "12 words",
        "officials said the new bridge is 55 km long and opens today",
        "Officials said the new bridge is 55 km long and opens today",
        True,
    ),
    (
        "11 words",
        "officials said the new bridge is 55 km long and opens",
        "Officials said the new bridge is 55 km long and opens",
        False,
    ),
    (
        "half a word is none",
        "officials said the new bridge is 55 km long and opens todays",
        "officials said the new bridge is 55 km long and opens today",
        False,
    ),
]


@pytest.mark.parametrize(("one", "other", "shared"), [row[1:] for row in RUNS], ids=[row[0] for row in RUNS])
def test_verbatim_run_with_the_figure(one: str, other: str, shared: bool) -> None:
    other_claim = told("b", other)
    if "65公里" in other:
        other_claim = claim("b", q("65公里", "65", "1", None, KM), context=other)
    a = told("a", one)
    assert bool(shared_run(a, other_claim)) is bool(shared_run(other_claim, a)) is shared


def found(
    claims: list[Claim], *sources: Source, entries: tuple[SourceEntry, ...] = ()
) -> tuple[tuple[str, ...], ...]:
    return origins(claims, {source.id: source for source in sources}, Names(entries))[0]


A, B, C = told("a", "大桥长55公里"), told("b", "全长55公里"), told("c", "共55公里")
AGENCY = SourceEntry(id="agency", name="联合通讯社", aliases=("联合社",), kind="agency")
PORTAL = SourceEntry(id="portal", name="门户网", kind="repost", copies=("agency",))


WHY = [
    (
        "the rules say that one reprints the other",
        {"publisher": "联合社"},
        {"publisher": "门户网"},
        "门户网 reprints 联合通讯社 (rules/sources, portal)",
    ),
    (
        "one names the other",
        {"publisher": "晚报"},
        {"credits": ("晚报",)},
        "b.txt names 晚报 as its source",
    ),
    (
        "both name a third",
        {"credits": ("联合社",)},
        {"credits": ("联合通讯社",)},
        "a.txt names 联合社 as its source, b.txt names 联合通讯社 as its source",
    ),
]


@pytest.mark.parametrize(("a", "b", "why"), [row[1:] for row in WHY], ids=[row[0] for row in WHY])
def test_the_reason_of_one_origin_is_told(a: dict[str, Any], b: dict[str, Any], why: str) -> None:
    sources = {"a": Source("a", "a.txt", **a), "b": Source("b", "b.txt", **b)}
    joined, _, lineages = origins([A, B], sources, Names((AGENCY, PORTAL)))
    assert joined == (("a", "b"),)
    assert [one.why for one in lineages] == [why]


def test_a_speaker_is_told_as_a_reason() -> None:
    claims = [A._replace(speaker="王工"), B._replace(speaker="王工"), C]
    joined, _, lineages = origins(claims, {}, Names())
    assert joined == (("a", "b"), ("c",))
    assert [(one.a, one.b, one.why) for one in lineages] == [("a", "b", "a quotes 王工, b quotes 王工")]


def test_documents_are_origins_of_their_own() -> None:
    assert found([A, B, C, A]) == (("a",), ("b",), ("c",))


def test_one_names_the_other() -> None:
    sources = Source("a", "a", publisher="晨报"), Source("b", "b", publisher="网站", credits=("晨 报",))
    assert found([A, B, C], *sources) == (("a", "b"), ("c",))


def test_both_name_a_third() -> None:
    sources = Source("a", "a", credits=("联合社",)), Source("c", "c", credits=("联合通讯社",))
    assert found([A, B, C], *sources, entries=(AGENCY,)) == (("a", "c"), ("b",))
    assert found([A, B, C], *sources) == (("a",), ("b",), ("c",))


def test_the_sentence_names_its_source_or_speaker() -> None:
    named = [told("a", "55公里", credits_=("市建设局",)), told("b", "55公里", speaker="市建设局"), C]
    assert found(named) == (("a", "b"), ("c",))


def test_reprints_are_known() -> None:
    sources = Source("a", "a", publisher="联合社"), Source("b", "b", publisher="门户网")
    assert found([A, B], *sources, entries=(AGENCY, PORTAL)) == (("a", "b"),)
    two = Source("a", "a", publisher="门户网"), Source("b", "b", publisher="门户网")
    assert found([A, B], *two, entries=(AGENCY, PORTAL)) == (("a", "b"),)


def test_empty_names_join_nothing() -> None:
    sources = Source("a", "a", credits=("",)), Source("b", "b", publisher="")
    assert found([A, B], *sources) == (("a",), ("b",))


def test_own_documents_are_never_joined() -> None:
    same = [told(source, SIXTEEN) for source in "abc"]
    sources = [Source(source, source, own=source != "c") for source in "abc"]
    assert found(same, *sources) == (("a",), ("b",), ("c",))


def test_chain_of_copies_is_one_origin() -> None:
    first = "这座跨江的大桥全55公里的主线路"
    both = f"{first}今日下午正式向社会开放通行"
    last = "主线长约55公里的主线路今日下午正式向社会开放通行"
    joined, runs, _ = origins([told("a", first), told("b", both), told("c", last)], {}, Names())
    assert joined == (("a", "b", "c"),)
    assert [run.source_ids for run in runs] == [("a", "b"), ("b", "c")]


def test_many_copies_are_quick() -> None:
    def joined(copies: int) -> None:
        assert len(found([told(f"s{number:04}", f"{SIXTEEN}今日通车") for number in range(copies)])) == 1

    assert grows_evenly(joined, 500)


# forty different characters
FORTY = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜"[:40]
WORDS = " ".join(f"w{chr(97 + number)}" for number in range(25))


def test_forty_characters_are_a_passage() -> None:
    one, other = document("a", f"甲乙{FORTY}丙丁"), document("b", f"戊己，{FORTY[:20]}，{FORTY[20:]}。庚辛")
    assert passages([other, one]) == passages([one, other]) == (Passage(("a", "b"), FORTY),)


def test_thirty_nine_are_none() -> None:
    assert passages([document("a", f"甲{FORTY[1:]}乙"), document("b", f"丙{FORTY[1:]}丁")]) == ()


def test_twenty_five_words_are_a_passage() -> None:
    assert passages([document("a", f"x {WORDS} y"), document("b", f"z {WORDS}.")]) == (
        Passage(("a", "b"), WORDS),
    )
    fewer = WORDS.rsplit(" ", 1)[0]
    assert passages([document("a", f"x {fewer} y"), document("b", f"z {fewer}.")]) == ()


def test_a_document_shares_nothing_with_itself() -> None:
    assert passages([document("a", FORTY, FORTY)]) == ()


def test_boilerplate_and_metadata_are_left_out() -> None:
    for section in (Section.BOILERPLATE, Section.METADATA):
        assert passages([document("a", FORTY, section=section), document("b", FORTY, section=section)]) == ()


def test_all_who_share_are_named() -> None:
    documents = [document(f"s{number:02}", f"{number}{FORTY}") for number in range(30)]
    assert passages(documents) == (Passage(tuple(f"s{number:02}" for number in range(30)), FORTY),)


def test_longer_passage_of_two_beside_the_one_of_three() -> None:
    longer = f"{FORTY}金生丽水玉出昆冈"
    got = passages([document("a", longer), document("b", longer), document("c", FORTY)])
    assert got == (Passage(("a", "b"), longer), Passage(("a", "b", "c"), FORTY))


def test_shingles_that_wait_in_files_are_found_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of every text its hashes go to a file, and one text alone stays as words."""
    monkeypatch.setattr("verify.compare.shingles._RUN", 1)
    monkeypatch.setattr("verify.compare.shingles._FILES", 2)
    monkeypatch.setattr("verify.compare.passages._HELD", 1)
    longer = f"{FORTY}金生丽水玉出昆冈"
    documents = [
        document(name, text) for name, text in zip("abcd", (longer, WORDS, FORTY, longer), strict=True)
    ]
    assert passages(documents) == (Passage(("a", "c", "d"), FORTY), Passage(("a", "d"), longer))


def test_a_group_tells_of_a_passage_those_of_its_sources_that_hold_it() -> None:
    shared = SharedPassages([Passage(("a", "b", "c"), FORTY), Passage(("c", "d"), SIXTEEN)])
    assert shared.of({"a", "c", "e"}) == [Passage(("a", "c"), FORTY)]
    assert shared.of({"a", "d"}) == []
    assert shared.of({"c"}) == []


@pytest.mark.parametrize(
    ("text", "figure", "words"),
    [
        ("全长55公里的桥", "55公里", ["55", "公", "里"]),
        ("it is RMB350m today", "350", ["rmb350m"]),  # the word whole, where the figure is a piece of it
        ("长55，宽9", "，", []),
        ("５５ＫＭ", "５５", ["55km"]),
    ],
)
def test_the_words_that_a_figure_meets(text: str, figure: str, words: list[str]) -> None:
    start = text.index(figure)
    assert words_meeting(text, start, start + len(figure)) == words


@pytest.mark.parametrize(("piece", "count"), [("甲", 15_000), ("甲乙", 7_500), ("甲" * 50 + "乙", 300)])
def test_hostile_repetition_takes_linear_time(piece: str, count: int) -> None:
    def shared(times: int) -> None:
        text = piece * times
        assert passages([document("a", text), document("b", text[1:])])

    assert grows_evenly(shared, count)
