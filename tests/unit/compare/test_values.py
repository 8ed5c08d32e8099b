"""Which of several values is the most precise, and which cannot be compared."""

from __future__ import annotations

import pytest

from builders import M, day, period, q, unresolved
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
    (day("2022-01-24"), period("2022年1月", "2022-01-01", "2022-01-31")),
]


@pytest.mark.parametrize(("finer", "coarser"), ORDER, ids=[f"{a.stated}, {b.stated}" for a, b in ORDER])
def test_the_more_precise_comes_first(finer: Value, coarser: Value) -> None:
    assert precision(finer) < precision(coarser)


def test_what_has_no_width_is_ordered_by_its_words() -> None:
    assert precision(FIRST)[-1] == "首个"
    assert precision(unresolved("今天"))[-1] == "今天"


def test_an_unresolved_date_cannot_be_compared() -> None:
    assert [usable(value) for value in (unresolved("今天"), day("2022-01-24"), FIRST)] == [False, True, True]


def test_values_with_the_same_words_and_sets_are_one() -> None:
    for value in (q("55", "55", "1", None, M), day("2022-01-24"), FIRST):
        assert signature(value) == signature(value)
    assert signature(q("55", "55", "1", None, M)) != signature(q("约55", "55", "1", None, M, Hedge.ABOUT))
    assert signature(day("2022-01-24")) != signature(day("2022-01-25"))
