"""Which of several values is the most precise, and which cannot be compared."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from builders import KM, M, day, period, q, span, unresolved
from verify.compare.values import precision, signature, usable
from verify.model.claim import Value
from verify.model.quantity import Hedge
from verify.model.rank import Rank

FIRST = Rank("首个", superlative="first", strict=True, category="桥", region="亚洲")

ORDER = [
    (q("10.51", "10.51", "0.01", None, M), q("10.5", "10.5", "0.1", None, M)),
    (q("55", "55", "1", None, M), q("约55", "55", "1", None, M, Hedge.ABOUT)),
    # both reach to infinity: what a reader takes them to mean decides
    (
        q("超过1000", "1000", "1", "10", M, Hedge.MORE_THAN),
        q("至少1000", "1000", "1", None, M, Hedge.AT_LEAST),
    ),
    # any two ends before none
    (q("约55", "55", "1", None, M, Hedge.ABOUT), q("超过55", "55", "1", None, M, Hedge.MORE_THAN)),
    # what the words allow decides before what a reader takes them to mean: (50, 60) against [45, 75]
    (
        q("50多", "50", "1", "10", M, Hedge.BETWEEN),
        q("约60", "60", "1", "10", M, Hedge.ABOUT),
    ),
    (q("恰好55", "55", "1", None, M, Hedge.EXACTLY), q("55", "55", "1", None, M)),
    (day("2022-01-24"), period("2022年1月", "2022-01-01", "2022-01-31")),
    (day("2022-01-24"), day("2022-01-24", hedge=Hedge.ABOUT)),
]


@pytest.mark.parametrize(("finer", "coarser"), ORDER, ids=[f"{a.stated}, {b.stated}" for a, b in ORDER])
def test_the_more_precise_comes_first(finer: Value, coarser: Value) -> None:
    assert precision(finer) < precision(coarser)


@pytest.mark.parametrize("hedge", list(Hedge))
def test_of_two_with_the_same_sets_the_unhedged_comes_first(hedge: Hedge) -> None:
    bare = q("55", "55", "1", None, M)
    assert precision(bare._replace(hedge=hedge))[2] is (hedge not in {Hedge.BARE, Hedge.EXACTLY})


def test_what_a_sort_key_holds() -> None:
    # ends, width, hedged, number, words
    assert precision(q("55米", "55", "1", None, KM)) == (False, 1000, False, 55000, "55米")
    assert precision(q("恰好55", "55", "1", None, M, Hedge.EXACTLY)) == (False, 0, False, 55, "恰好55")
    # neither H nor S has two ends
    endless = q("55", "55", "1", None, M)._replace(hard=span("[55, ∞)"), soft=span("[55, ∞)"))
    assert precision(endless) == (True, 0, False, 55, "55")
    january = period("2022年1月", "2022-01-01", "2022-01-31")
    first = dt.date(2022, 1, 1).toordinal()
    assert precision(january) == (False, 30, False, first, "2022年1月")
    assert precision(january._replace(hedge=Hedge.ABOUT)) == (False, 30, True, first, "2022年1月")


@pytest.mark.parametrize(
    "value", [FIRST, unresolved("今天"), day("2022-01-24")._replace(latest=None, stated="今天")]
)
def test_what_has_no_width_is_ordered_by_its_words(value: Value) -> None:
    assert precision(value) == (False, 0, False, 0, value.stated)


def test_an_unresolved_date_cannot_be_compared() -> None:
    assert [usable(value) for value in (unresolved("今天"), day("2022-01-24"), FIRST)] == [False, True, True]


def test_values_with_the_same_words_and_sets_are_one() -> None:
    for value in (q("55", "55", "1", None, M), day("2022-01-24"), FIRST):
        assert signature(value) == signature(value)
    assert signature(q("55", "55", "1", None, M)) != signature(q("约55", "55", "1", None, M, Hedge.ABOUT))
    assert signature(day("2022-01-24")) != signature(day("2022-01-25"))


FIGURE = q("约55米", "55", "1", None, M, Hedge.ABOUT)
JANUARY = period("1月", "2022-01-01", "2022-01-31")
OTHER_WORDS_OR_SETS: list[tuple[Value, dict[str, object]]] = [
    (FIGURE, {"numerals": (FIGURE.numerals[0]._replace(text="55.0"),)}),
    (FIGURE, {"numerals": (FIGURE.numerals[0]._replace(value=Fraction(56)),)}),
    (FIGURE, {"numerals": (FIGURE.numerals[0]._replace(last=Fraction(5)),)}),
    (FIGURE, {"unit": KM}),
    (FIGURE, {"unit_words": "米"}),
    (FIGURE, {"hedge": Hedge.BARE}),
    (FIGURE, {"hedge_words": ("约",)}),
    (FIGURE, {"emphasis": "高达"}),
    (FIGURE, {"hard": span("[1, 2]")}),
    (FIGURE, {"soft": span("[1, 2]")}),
    (FIGURE, {"wide": span("[1, 2]")}),
    (FIGURE, {"tolerance": Fraction(1, 10)}),
    (JANUARY, {"stated": "一月"}),
    (JANUARY, {"earliest": dt.date(2022, 1, 2)}),
    (JANUARY, {"latest": dt.date(2022, 1, 30)}),
    (JANUARY, {"hedge": Hedge.ABOUT}),
    (FIRST, {"stated": "第一"}),
    (FIRST, {"superlative": "largest"}),
    (FIRST, {"strict": False}),
    (FIRST, {"category": "隧道"}),
    (FIRST, {"region": "世界"}),
]


@pytest.mark.parametrize(
    ("value", "changed"), OTHER_WORDS_OR_SETS, ids=[f"{v.stated} {c}" for v, c in OTHER_WORDS_OR_SETS]
)
def test_other_words_or_sets_make_another_value(value: Value, changed: dict[str, object]) -> None:
    other = replace(value, **changed) if isinstance(value, Rank) else value._replace(**changed)  # type: ignore[arg-type]
    assert signature(value) != signature(other)
