"""Sequences of records that are too many for memory.

Comes in: records, one after the other.  Goes out: a sequence of them, as they came or sorted by a key: a
tuple where they are few, else a ``Shelf``, on which they wait in a file and are read when somebody asks.
The file has no name, so that nobody else opens it, and is gone with the sequence.  Who asks sees no
difference, but that a record asked for twice is two equal ones.
"""

from __future__ import annotations

import pickle
import tempfile
import weakref
from array import array
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import chain, islice
from typing import Any, Generic, TypeVar, overload

from verify.engine.packing import packed

T = TypeVar("T")

RECORDS = 10_000
"""So many claims, figures, groups or findings are held in memory."""
DOCUMENTS = 1000
"""… and so many documents, or what they say."""
PART = 32
"""Records that are written and read together, where most are asked for in their order."""
_RUNS = 64
"""So many files of sorted records are open at a time."""
_HASH, _NUMBER = (1 << 32) - 1, 32
"""The bits of a hash that tell one name from most others, and those of a number behind them."""


class Shelf(Sequence[T]):
    """Records in a file."""

    def __init__(self, records: Iterable[T], part: int = PART) -> None:
        """Write all records, so many together."""
        self._size = part
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the sequence
        weakref.finalize(self, self._file.close)
        self._ends = array("q", [0])
        """Where each part ends, behind a nought."""
        self._number = 0
        self._read: tuple[int, list[T]] = -1, []
        """The part that was read last, and its number."""
        left = iter(records)
        while held := [*islice(left, part)]:
            content = packed(held)
            self._file.write(content)
            self._ends.append(self._ends[-1] + len(content))
            self._number += len(held)

    def __len__(self) -> int:
        """Return how many there are."""
        return self._number

    def __iter__(self) -> Iterator[T]:
        """Yield all records, a part in memory at a time."""
        for part in range(len(self._ends) - 1):
            yield from self._part(part)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...
    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        """Return the record of a number, or those of a slice."""
        numbers = range(self._number)[place]
        if isinstance(numbers, range):
            return tuple(self._record(number) for number in numbers)
        return self._record(numbers)

    def _record(self, number: int) -> T:
        part, place = divmod(number, self._size)
        if self._read[0] != part:
            self._read = part, self._part(part)
        return self._read[1][place]

    def _part(self, part: int) -> list[T]:
        self._file.seek(self._ends[part])
        found: list[T] = pickle.loads(self._file.read(self._ends[part + 1] - self._ends[part]))
        return found


def kept(records: Iterable[T], limit: int | None = None, part: int = PART) -> Sequence[T]:
    """Return records as they come: a tuple of up to so many (``RECORDS``), else a shelf of such parts."""
    many = RECORDS if limit is None else limit
    left = iter(records)
    first = deque(islice(left, many + 1))
    return (*first,) if len(first) <= many else Shelf(chain(_emptied(first), left), part)


def _emptied(records: deque[T]) -> Iterator[T]:
    """Yield records, none of which is held any longer then."""
    while records:
        yield records.popleft()


class Sorter(Generic[T]):
    """Takes records in any order and gives them sorted; those with equal keys stay in theirs."""

    def __init__(self, key: Callable[[T], Any], limit: int | None = None, part: int = PART) -> None:
        """Sort by a key, and hold so many records at a time (``RECORDS``); ``part`` is for a shelf."""
        self._part = part
        self._key = key
        self._many = RECORDS if limit is None else limit
        self._runs: list[Shelf[T]] = []
        self._held: list[T] = []

    def extend(self, records: Iterable[T]) -> None:
        """Take more records."""
        for record in records:
            if len(self._held) >= self._many:
                self._put_down()
            self._held.append(record)

    def _put_down(self) -> None:
        """Write what is held."""
        if len(self._runs) == _RUNS:
            self._runs = [Shelf(merge(*self._runs, key=self._key))]
        self._runs.append(Shelf(sorted(self._held, key=self._key)))
        self._held = []

    def sorted(self) -> Sequence[T]:
        """Return all records."""
        return Shelf(self._merged(), self._part) if self._runs else tuple(self._merged())

    def once(self) -> Iterator[T]:
        """Yield all records, for who reads them once: runs are merged and not written again.

        Where there are any, none of the records is held until its turn comes.
        """
        if self._runs:
            self._put_down()
        return self._merged()

    def _merged(self) -> Iterator[T]:
        held = sorted(self._held, key=self._key)
        self._held = []
        return merge(*self._runs, held, key=self._key)


def arranged(
    records: Iterable[T], key: Callable[[T], Any], limit: int | None = None, part: int = PART
) -> Sequence[T]:
    """Return records sorted by a key, equal ones as they came: a tuple of up to so many, else a shelf."""
    sorter = Sorter(key, limit, part)
    sorter.extend(records)
    return sorter.sorted()


def ordered(records: Iterable[T], key: Callable[[T], Any], limit: int | None = None) -> Iterator[T]:
    """Yield records sorted by a key, equal ones as they came, so many in memory at a time."""
    sorter = Sorter(key, limit)
    sorter.extend(records)
    return sorter.once()


class Stretches(Generic[T]):
    """Where the records of each name stand, which lie side by side: 16 bytes for each name."""

    def __init__(self, records: Sequence[T], name: Callable[[T], str]) -> None:
        """Read all records once."""
        self._records, self._name = records, name
        starts, hashed, last = array("q"), array("Q"), None
        for number, record in enumerate(records):
            if (one := name(record)) != last:
                hashed.append((hash(one) & _HASH) << _NUMBER | len(starts))
                starts.append(number)
                last = one
        starts.append(len(records))
        self._starts = starts
        self._hashed = array("Q", sorted(hashed))
        """The numbers of the stretches behind some bits of the hashes of their names."""

    def of(self, name: str) -> Sequence[T]:
        """Return the records of a name, which may be none."""
        numbers = self.numbers(name)
        return self._records[numbers.start : numbers.stop]

    def numbers(self, name: str) -> range:
        """Return where the records of a name stand."""
        least = (hash(name) & _HASH) << _NUMBER
        for place in range(bisect_left(self._hashed, least), len(self._hashed)):
            number = self._hashed[place] - least
            if number >> _NUMBER:
                break
            begin, end = self._starts[number], self._starts[number + 1]
            if self._name(self._records[begin]) == name:
                return range(begin, end)
        return range(0)


class _Named(Mapping[str, T]):
    """The records of a shelf by their names, of which no two are alike."""

    def __init__(self, records: Sequence[T], name: Callable[[T], str]) -> None:
        self._records, self._name = records, name
        self._places = Stretches(records, name)

    def __getitem__(self, name: str) -> T:
        found = self._places.of(name)
        if not found:
            raise KeyError(name)
        return found[0]

    def __iter__(self) -> Iterator[str]:
        return map(self._name, self._records)

    def __len__(self) -> int:
        return len(self._records)


def named(records: Sequence[T], name: Callable[[T], str]) -> Mapping[str, T]:
    """Return records by their names, of which no two are alike: those of a shelf stay there."""
    return _Named(records, name) if isinstance(records, Shelf) else {name(one): one for one in records}
