"""Engines with workers that may die.

Comes in: an executor of ``concurrent.futures``, and chunks.  Goes out: results in the order of the chunks, a
few chunks ahead of who asks.  Where a worker dies, what it worked on is done again, chunk by chunk with
nothing else beside it, and a chunk where that happens again, item by item: so the item is found that ends its
worker, and is lost alone.
"""

from __future__ import annotations

import pickle
import time
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, wait
from typing import Any

from verify.engine.packing import packed
from verify.engine.work import Item, Lost, Result, Work

SECONDS = 600.0
"""The stop of last resort for one item; what is bounded by its work alone takes seconds at most."""
_AHEAD = 2
"""Chunks that wait for each worker, so that none waits for us."""
DIED = "it ended the process that read it"

_Waiting = tuple[bytes, "Future[bytes]"]


class Pooled(ABC):
    """Does work in other processes."""

    died: tuple[type[Exception], ...] = ()
    """What a result raises whose worker died."""
    surely = False
    """True where that is raised only of a chunk that several workers died of."""

    def __init__(self, workers: int, seconds: float) -> None:
        """Take how many workers there are, and how long one item may take at the most."""
        self._workers = workers
        self._seconds = seconds

    @abstractmethod
    def _renew(self) -> None:
        """Make sure that the next executor takes work, after a worker died."""

    @abstractmethod
    def _share(self, shared: Any) -> Any:
        """Hand out what all calls of one step share; return what tells workers where it is."""

    @abstractmethod
    def _submit(self, work: Any, shared: Any, items: bytes) -> Future[bytes]:
        """Start work on pickled items; its result is pickled too."""

    def run(
        self, work: Work[Item, Result], shared: Any, parts: Iterable[Sequence[Item]]
    ) -> Iterator[list[Result | Lost]]:
        """Yield the results of each chunk, in order."""
        there = self._share(shared)
        waiting: deque[_Waiting] = deque()
        for items in parts:
            content = packed(items)
            waiting.append((content, self._begun(work, there, content)))
            if len(waiting) > _AHEAD * self._workers:
                yield self._first(work, there, waiting)
        while waiting:
            yield self._first(work, there, waiting)

    def _begun(self, work: Any, there: Any, content: bytes) -> Future[bytes]:
        """Start work on a chunk; one that the executor refuses, since a worker died, is as one that died."""
        try:
            return self._submit(work, there, content)
        except self.died as problem:
            return _ended(problem)

    def _first(self, work: Any, there: Any, waiting: deque[_Waiting]) -> list[Any]:
        """Return the results of the chunk that has waited longest."""
        content, future = waiting.popleft()
        try:
            return _unpacked(future.result())
        except self.died:
            wait([other for _, other in waiting])  # nobody else is to blame then
            self._renew()
        for place, (other, begun) in enumerate(waiting):
            if isinstance(begun.exception(), self.died):
                waiting[place] = other, _done(packed(self._alone(work, there, other)))
        return self._alone(work, there, content)

    def _alone(self, work: Any, there: Any, content: bytes) -> list[Any]:
        """Return the results of a chunk with nothing beside it."""
        if not self.surely:
            try:
                return _unpacked(self._submit(work, there, content).result())
            except self.died:
                self._renew()
        return [self._one(work, there, item) for item in pickle.loads(content)]

    def _one(self, work: Any, there: Any, item: Any) -> Any:
        begun = time.monotonic()
        try:
            return _unpacked(self._submit(work, there, packed([item])).result())[0]
        except self.died:
            late = time.monotonic() - begun >= self._seconds
            self._renew()
            return Lost(f"it took longer than {self._seconds:g} seconds" if late else DIED)


def _done(content: bytes) -> Future[bytes]:
    future: Future[bytes] = Future()
    future.set_result(content)
    return future


def _ended(problem: Exception) -> Future[bytes]:
    future: Future[bytes] = Future()
    future.set_exception(problem)
    return future


def _unpacked(content: bytes) -> list[Any]:
    """Return results that a worker of ours packed."""
    found: list[Any] = pickle.loads(content)
    return found
