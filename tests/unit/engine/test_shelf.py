"""Records on disk are the sequence that they were."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakSet

import pytest

from verify.engine.shelf import PART, Shelf, Stretches, arranged, kept, named, ordered


@pytest.mark.parametrize("number", [0, 1, 31, 32, 33, 100])
def test_a_shelf_is_the_sequence_of_its_records(number: int) -> None:
    records = [(n * 7 % 100, "figure " * n) for n in range(number)]
    shelf = Shelf(iter(records))
    assert len(shelf) == number
    assert [*shelf] == records
    assert [shelf[n] for n in range(number)] == records
    assert shelf[30:40] == tuple(records[30:40])
    assert shelf[-3:] == tuple(records[-3:])
    assert (shelf[-1] if number else None) == (records[-1] if number else None)
    with pytest.raises(IndexError):
        shelf[number]


def test_two_may_read_at_a_time() -> None:
    shelf = Shelf(range(100))
    assert [(a, b, shelf[a]) for a, b in zip(shelf, shelf, strict=True)] == [(n, n, n) for n in range(100)]


def test_few_stay_in_memory() -> None:
    assert kept(iter("ab"), 2) == ("a", "b")
    assert isinstance(kept(iter("abc"), 2), Shelf)
    assert arranged(iter("ba"), str, 2) == ("a", "b")


class _Record:
    """One that tells whether it is still there."""


def test_what_waits_on_disk_is_not_held() -> None:
    there: WeakSet[_Record] = WeakSet()

    def records() -> Iterator[_Record]:
        for _ in range(300):
            there.add(record := _Record())
            yield record
            del record

    held: list[int] = []

    def told() -> Iterator[_Record]:
        yield from records()
        held.append(len(there))

    assert len(kept(told(), 100)) == 300
    assert held[0] <= 2 * PART


@pytest.mark.parametrize("limit", [1, 2, 7, 1000])  # of one there are more runs than are open at a time
def test_equal_keys_stay_in_their_order(limit: int) -> None:
    records = [(n * 7 % 5, n) for n in range(200)]
    got = arranged(iter(records), lambda record: record[0], limit)
    assert [*got] == sorted(records, key=lambda record: record[0])
    assert [*ordered(iter(records), lambda record: record[0], limit)] == [*got]


@pytest.mark.parametrize("records", [["aa", "b", "ccc"], []])
def test_stretches_are_what_has_one_name(records: list[str]) -> None:
    shelf = Shelf(char for record in records for char in record)
    held = Stretches(shelf, str)
    found = {name: "".join(held.of(name)) for name in "cxab"}
    assert found == {name: next((one for one in records if name in one), "") for name in "cxab"}


@pytest.mark.parametrize("one", [7, -1, 1 << 40])
def test_names_with_one_hash_are_told_apart(one: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verify.engine.shelf.hash", lambda _: one, raising=False)
    held = Stretches("aabccc", str)
    assert [held.of(name) for name in "abcx"] == ["aa", "b", "ccc", ""]
    assert [held.numbers(name) for name in "ac"] == [range(2), range(3, 6)]


@pytest.mark.parametrize("limit", [1, 100])
def test_records_by_name_are_a_dictionary_wherever_they_are(limit: int) -> None:
    records = [(name, number) for number, name in enumerate("dbac")]
    found = named(kept(iter(records), limit, 2), lambda record: record[0])
    assert found == {name: (name, number) for name, number in records}
    assert found.get("x") is None
    assert "x" not in found
