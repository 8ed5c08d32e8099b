"""The shingles that two texts or more have, and where these stand.

Comes in: the words of texts.  Goes out: an ``Index``: a number for each run of a few words that stands in two
texts or more, and its places.  It holds numbers alone; the hashes of all other shingles are sorted, on disk
where they are many, and dropped.
"""

from __future__ import annotations

import tempfile
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from heapq import merge
from itertools import groupby, islice, pairwise, repeat
from typing import IO

SHINGLE = 12
"""Words of a shingle."""
_DOCUMENTS = 8
"""So many documents are known to hold a shingle; the rest share the same text."""
_RUN = 1 << 18
"""So many hashes of shingles are sorted at a time."""
_FILES = 64
"""So many files of sorted hashes are open at a time."""
_TOGETHER = 1 << 13
"""So many hashes are read and written together."""
_MASK = (1 << 20) - 1
"""The bits of a hash by which most shingles of a single text are told."""
_PLACES = 1 << 32
"""More than the tokens of any text."""

Place = tuple[int, int]
"""Number of a document, and of the token there."""


def shingles(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the words from each place on, as many as a shingle has."""
    return zip(*(words[start:] for start in range(SHINGLE)), strict=False)


class Index:
    """Where the shingles of two texts or more stand: twelve bytes for each, and twelve for each place."""

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        """Find the shingles of texts, given as words; none stands anywhere yet."""
        self._hashes = hashes = _told_again(map(shingles, texts))
        self._may_be = bytearray(_MASK + 1)
        for one in hashes:
            self._may_be[one & _MASK] = 1
        self._first = array("i", repeat(-1, len(hashes)))
        self._places, self._next = array("q"), array("i")
        """All places, and of each the next one of its shingle."""

    def __len__(self) -> int:
        """Return how many shingles there are."""
        return len(self._hashes)

    def numbers(self, words: Sequence[str]) -> list[int]:
        """Return the numbers of the shingles of a text, -1 for one of it alone; others may have the same."""
        may_be = self._may_be
        return [self._number(one) if may_be[one & _MASK] else -1 for one in map(hash, shingles(words))]

    def _number(self, one: int) -> int:
        """Return the number of a hash, -1 for one that no shingle has which stands in two texts."""
        number = bisect_left(self._hashes, one)
        return number if number < len(self._hashes) and self._hashes[number] == one else -1

    def places(self, number: int) -> Iterator[Place]:
        """Yield the places of a shingle, as they were added."""
        place = self._first[number]
        while place >= 0:
            yield divmod(self._places[place], _PLACES)
            place = self._next[place]

    def add(self, number: int, place: Place) -> None:
        """Take in one more place of a shingle, unless there are enough, or the last is in that document."""
        here, last, several = len(self._places), -1, 0
        following = self._first[number]
        while following >= 0:
            last, following, several = following, self._next[following], several + 1
        if several == _DOCUMENTS or (several and self._places[last] // _PLACES == place[0]):
            return
        if several:
            self._next[last] = here
        else:
            self._first[number] = here
        self._places.append(place[0] * _PLACES + place[1])
        self._next.append(-1)


def _told_again(texts: Iterable[Iterable[tuple[str, ...]]]) -> array[int]:
    """Return the hashes of all shingles that stand in two texts or more, in order; another may have the same.

    So many hashes are sorted at a time, and those sorted before wait in files.
    """
    with ExitStack() as opened:
        runs: list[IO[bytes]] = []
        held = array("q")
        for text in texts:
            held.extend({*map(hash, text)})
            if len(held) < _RUN:
                continue
            if len(runs) == _FILES:
                runs = [opened.enter_context(_written(merge(*map(_read, runs))))]
            runs.append(opened.enter_context(_written(sorted(held))))
            held = array("q")
        pairs = pairwise(merge(*map(_read, runs), sorted(held)))
        return array("q", (one for one, _ in groupby(one for one, other in pairs if one == other)))


def _written(hashes: Iterable[int]) -> IO[bytes]:
    """Return a file of hashes."""
    file, left = tempfile.TemporaryFile(), iter(hashes)  # noqa: SIM115 - closed by whoever asks for it
    while part := array("q", islice(left, _TOGETHER)):
        part.tofile(file)
    return file


def _read(file: IO[bytes]) -> Iterator[int]:
    """Yield the hashes of a file, which is closed behind them."""
    with file:
        file.seek(0)
        while part := file.read(_TOGETHER * 8):
            yield from array("q", part)
