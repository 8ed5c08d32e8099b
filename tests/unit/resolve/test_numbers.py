"""Candidates, their sets and their figures by number tell what names and values themselves would tell."""

from __future__ import annotations

from array import array
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.model.ascending import common, disjoint, put
from verify.model.entity import Candidate
from verify.model.unions import NumberUnions, Unions
from verify.resolve.candidates import Candidates, in_order
from verify.resolve.figures import Holders, Told, far, worth

_NUMBERS = st.lists(st.integers(0, 30), max_size=20)


@settings(deadline=None)
@given(_NUMBERS, _NUMBERS)
def test_ascending_arrays_are_sets(one: list[int], other: list[int]) -> None:
    a, b = array("i"), array("i")
    put(a, one)
    put(b, other)
    assert list(a) == sorted({*one})
    assert list(common(a, b)) == sorted({*one} & {*other})
    assert disjoint(a, b) is {*one}.isdisjoint(other)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12))
def test_sets_of_numbers_are_those_of_names(pairs: list[tuple[int, int]]) -> None:
    numbers, names = NumberUnions(10), Unions(map(str, range(10)))
    for one, other in pairs:
        assert numbers.join(one, other) is names.join(str(one), str(other))
    sets = {str(root): [str(one) for one in numbers.members(root)] for root in numbers.roots()}
    assert sets == names.sets()
    assert [str(numbers.root(one)) for one in range(10)] == [names.root(str(one)) for one in range(10)]


def _candidate(source_id: str, number: int, name: str) -> Candidate:
    return Candidate(f"{source_id}#{number}", source_id, (name,), topic=number == 0)


def test_candidates_are_numbered_by_their_ids_and_given_back_as_they_were() -> None:
    documents = [
        ("b.md", [_candidate("b.md", number, name) for number, name in enumerate("甲乙甲丙丁戊己庚辛壬癸")]),
        ("c.md", []),
        ("a.md", [_candidate("a.md", 0, "甲")]),
    ]
    candidates = Candidates((source, in_order(found)) for source, found in documents)
    every = sorted((one for _, found in documents for one in found), key=lambda one: one.id)
    assert [candidates[number] for number in range(len(candidates))] == every
    assert [one.id for one in every[2:5]] == ["b.md#1", "b.md#10", "b.md#2"]
    assert [*candidates.of(2)] == [0]
    assert [*candidates.of(1)] == []
    assert [*candidates.of(0)] == [*range(1, 12)]
    assert [candidates.document(number) for number in (0, 1, 11)] == [2, 0, 0]
    assert [candidates.of_source(source) for source in ("a.md", "b.md", "c.md")] == [2, 0, 1]
    assert candidates.source(2) == candidates.source_id(0) == "a.md"
    assert [*candidates.like(lambda face: face.topic)] == [0, 1]
    assert [(one.names, many) for one, many in candidates.faces([0, 1, 4, 2]).items()] == [
        (("甲",), 2),
        (("甲",), 1),
        (("乙",), 1),
    ], "the topic, which another one of the name is not"


def _told(**values: int) -> Told:
    told = Told()
    for name, weight in values.items():
        told.put(int(name[1:]) << 2 | weight)
    return told


def test_what_a_value_weighs_was_told_last() -> None:
    told = _told(v7=1, v5=3)
    told.put(7 << 2 | 2)
    told.add(_told(v5=1, v9=3))
    assert [(value >> 2, worth(value)) for value in told.values] == [(5, 1), (7, 2), (9, 3)]


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (_told(v1=3, v2=2, v3=1), _told(v1=3, v3=1, v4=3), 4),
        (_told(v1=1), _told(v1=3, v2=3), 1),
        (_told(v1=3), _told(v2=3), 0),
        (Told(), _told(v2=3), 0),
    ],
    ids=["two of three", "weighed as by who has fewer", "none", "nothing told"],
)
def test_the_weight_of_values_in_common(one: Told, other: Told, shared: int) -> None:
    assert one.shared(other) == shared


_STATED = st.lists(
    st.tuples(
        st.sampled_from([0, 1, 7, (1 << 63) - 1, 1 << 63, (1 << 64) - 1]),
        st.none()
        | st.sampled_from(
            [Fraction(5), Fraction(19, 20), Fraction(1), Fraction(10**30), Fraction(1, 10**30)]
        ),
    ),
    max_size=9,
)


@settings(deadline=None)
@given(_STATED, _STATED)
def test_statements_are_a_dictionary_of_what_is_told_once(
    one: list[tuple[int, Fraction | None]], other: list[tuple[int, Fraction | None]]
) -> None:
    tolds, wanted = (Told(), Told()), ({}, {})
    known: dict[int, Fraction | None]
    for told, known, pairs in zip(tolds, wanted, (one, other), strict=True):
        told.put(5 << 2 | 3)
        for key, number in pairs:
            told.state(key, number)
            if known.setdefault(key, number) != number:
                known[key] = None
        assert dict(told.statements()) == known
        assert [key for key, _ in told.statements()] == sorted(known)
    pairs = [(wanted[0][key], wanted[1][key]) for key in wanted[0].keys() & wanted[1].keys()]
    apart = sum(a is not None and b is not None and far(a, b) for a, b in pairs)
    assert tolds[0].shared(tolds[1]) == tolds[1].shared(tolds[0]) == (3 if apart < 1 else 0)
    assert not Told().values
    assert not Told().stated


def test_who_holds_a_value() -> None:
    held = Holders([(4, _told(v1=3, v2=2)), (2, _told(v2=1, v6=1)), (9, _told(v2=2, v6=1))])
    assert [sorted(held.of(value << 2)) for value in (1, 2, 3, 6)] == [[4], [2, 4, 9], [], [2, 9]]
    assert [*held.several()] == [[(2, 1), (4, 2), (9, 2)], [(2, 1), (9, 1)]]
