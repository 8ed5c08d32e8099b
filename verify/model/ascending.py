"""Sets of whole numbers in ascending arrays: as many bytes as the numbers have."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator


def put(numbers: array[int], more: Iterable[int]) -> None:
    """Take in more numbers."""
    for number in more:
        place = bisect_left(numbers, number)
        if place == len(numbers) or numbers[place] != number:
            numbers.insert(place, number)


def common(one: array[int], other: array[int]) -> Iterator[int]:
    """Yield the numbers that are in both, in order."""
    less, more = (one, other) if len(one) <= len(other) else (other, one)
    for number in less:
        place = bisect_left(more, number)
        if place < len(more) and more[place] == number:
            yield number


def disjoint(one: array[int], other: array[int]) -> bool:
    """Say whether no number is in both."""
    return next(common(one, other), None) is None
