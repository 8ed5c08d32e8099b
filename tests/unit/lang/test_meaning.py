"""Which Chinese phrases mean which English ones, and which nearly do; how English words are folded."""

from __future__ import annotations

import pytest

from verify.lang import cedict, meaning
from verify.lang.en_words import content, lemma, stem
from verify.lang.meaning import Grade

WHOLE = [
    ("洞窟", "caves"), ("亮度", "brightness"), ("容量", "Capacity"), ("入口", "entrances"), ("出口", "exits"),
    ("出口", "exports"), ("奶牛", "dairy cows"), ("音乐厅", "Concert Hall"), ("净利润", "net profit"),
    ("兽医", "vets"), ("志愿者", "volunteers"), ("消防车", "fire engines"), ("光纤", "optical fibres"),
    ("光纖", "optical fibers"), ("運營商", "carriers"), ("剧院", "theatres"), ("志願者", "the volunteers"),
    ("儿童", "children"), ("中心", "centre"),
]  # fmt: skip
COMPOSED = [
    ("自然教育中心", "nature education centre"), ("自然教育中心", "centre for nature education"),
    ("南塔", "South Tower"), ("儿童病房", "children's wards"), ("红外相机", "infrared cameras"),
    ("红外的相机", "infrared cameras"), ("灰坑", "ash pits"), ("紅外相機", "infrared cameras"),
    ("东门", "the east gate"),
]  # fmt: skip
NOTHING = [
    ("三号线", "Line 4"), ("三号线", "line"), ("奶牛", "beef cattle"), ("奶牛", "cows"),
    ("肉牛", "dairy cows"),
    ("入口", "exit"), ("净利润", "gross profit"), ("净利润", "profit"), ("进口", "exports"),
    ("出口", "imports"),
    ("北塔", "south tower"), ("南塔", "north tower"), ("副主任", "directors"),
    ("自然教育中心", "education centre"),
    ("教育中心", "nature education centre"), ("音乐厅", "concert"), ("音乐", "concert hall"),
    ("牛", "newton metres"),
    ("洞窟", ""), ("", "caves"), ("洞窟", "the"), ("caves", "caves"), ("塔南", "south tower"),
    ("入口处大门外的东侧停车场", "car park"),
]  # fmt: skip


@pytest.mark.parametrize(("chinese", "english"), WHOLE)
def test_a_word_and_its_gloss(chinese: str, english: str) -> None:
    assert meaning.meant(chinese, english) is Grade.WHOLE


@pytest.mark.parametrize(("chinese", "english"), COMPOSED)
def test_parts_that_tell_each_a_word(chinese: str, english: str) -> None:
    assert meaning.meant(chinese, english) is Grade.COMPOSED


@pytest.mark.parametrize(("chinese", "english"), NOTHING)
def test_near_misses(chinese: str, english: str) -> None:
    assert meaning.meant(chinese, english) is Grade.NONE


@pytest.mark.parametrize(("chinese", "english"), [*WHOLE, *COMPOSED])
def test_what_means_it_is_found_by_its_noun(chinese: str, english: str) -> None:
    assert meaning.noun(english) in meaning.nouns(chinese)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("caves", "cave"), ("Ferries", "ferry"), ("churches", "church"), ("glass", "glass"), ("bus", "bus"),
        ("buses", "bus"), ("firemen", "fireman"), ("people", "person"), ("theatres", "theater"),
        ("fibre", "fiber"), ("harbours", "harbor"), ("hour", "hour"),
        ("programmes", "program"), ("wolves", "wolf"),
        ("series", "series"), ("oasis", "oasis"), ("boxes", "box"), ("houses", "house"),
        ("axes", "ax"), ("grottoes", "grotto"), ("shoes", "shoe"), ("gas", "gas"),
    ],
)  # fmt: skip
def test_lemma(word: str, told: str) -> None:
    assert lemma(word) == told
    assert lemma(lemma(word)) == told


def test_words_that_say_something() -> None:
    assert content("the Museum of Natural History") == ("natural", "history", "museum")
    assert content("To be of") == ()
    assert content("a day's work") == ("day", "work")
    assert [stem(one) for one in ("filling", "filled", "running", "produced", "produce", "ring")] == [
        "fill", "fill", "run", "produc", "produc", "ring",
    ]  # fmt: skip


def test_what_is_no_gloss() -> None:
    book = cedict.Cedict(
        "# 注释 注释 [zhu4] /comment/\n"
        "塔 塔 [Ta3] /surname Ta/\n"
        "塔 塔 [ta3] /tower (of a ship; a house)"
        "/CL:座[zuo4]/old variant of 墖|墖[ta3]/(slang) wow/abbr. for X/\r\n"
        "某 某 [mou3] /a word that needs a great many others to be told/\n".encode()
    )
    assert book.glosses("塔") == {("tower",)}
    assert book.glosses("某") == book.glosses("注释") == book.glosses("\ud800") == frozenset()


def test_a_long_phrase_costs_nothing() -> None:
    assert meaning.meant("塔" * 5000, "tower " * 5000) is Grade.NONE
    assert meaning.meant("塔" * 8, "tower " * 5) is Grade.NONE
