"""Records that change are what they were made, whether they wait on disk or not."""

from __future__ import annotations

from random import Random

import pytest

from verify.engine.changing import Changing


@pytest.mark.parametrize("limit", [1, 2, 7, 1000])
def test_records_are_as_they_were_left(limit: int) -> None:
    random, changing = Random(limit), Changing[list[int]](limit)
    known: dict[int, list[int]] = {}
    for step in range(2000):
        number = random.randrange(40)
        assert changing.get(number) == known.get(number)
        if random.random() < 0.2:
            changing.pop(number)
            known.pop(number, None)
            assert changing.get(number) is None
        else:
            changing[number] = record = changing.get(number) or []
            changing.get(random.randrange(40))  # another is read before this one is changed
            record.append(step)
            known[number] = [*known.get(number, ()), step]
    assert {number: changing.get(number) for number in range(40)} == {
        number: known.get(number) for number in range(40)
    }


def test_no_more_are_held_than_the_limit() -> None:
    changing = Changing[list[int]](10)
    for number in range(100):
        changing[number] = [number]
    assert [changing.get(number) for number in range(100)] == [[number] for number in range(100)]
    assert len(changing._set) <= 10
    assert len(changing._read) <= 10
