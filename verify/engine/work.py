"""Work, and how one process does it.

Comes in: a function of a base (the rules), of what one step shares (the names that a corpus declares) and of
items.  Goes out: one result for each item, or ``Lost``.  What ends a process is left to ``pooled``.
"""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

Work = Callable[[Any, Any, Iterator[Item]], Iterator[Result]]
"""Takes base, what is shared, and items; yields one result for each, in order, asking for one at a time."""

OUT_OF_MEMORY = "out of memory"


@dataclass(frozen=True, slots=True)
class Lost:
    """In place of the result of an item that ended its worker."""

    why: str


class Engine(Protocol):
    """Does work on chunks of items."""

    def run(
        self, work: Work[Item, Result], shared: Any, parts: Iterable[Sequence[Item]]
    ) -> Iterator[list[Result | Lost]]:
        """Yield the results of each chunk, in order, one for each of its items."""
        ...


def chunks(items: Iterable[Item], size: Callable[[Item], int], least: int) -> Iterator[list[Item]]:
    """Yield the items in order, in lists that reach a size, none of which is empty."""
    held: list[Item] = []
    reached = 0
    for item in items:
        held.append(item)
        reached += size(item)
        if reached >= least:
            yield held
            held, reached = [], 0
    if held:
        yield held


def each(
    work: Work[Item, Result], base: Any, shared: Any, items: Sequence[Item], seconds: float = 0
) -> list[Result | Lost]:
    """Return the result of each item; one that memory does not suffice for is lost.

    With ``seconds`` the process ends where one item takes longer.
    """
    found: list[Result | Lost] = []
    while len(found) < len(items):
        results = work(base, shared, iter(items[len(found) :]))
        try:
            while len(found) < len(items):
                with _at_most(seconds):
                    found.append(next(results))
        except MemoryError:
            found.append(Lost(OUT_OF_MEMORY))
    return found


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """End this process after so many seconds, even inside a library that lets nobody interrupt it."""
    if not seconds:
        yield
        return
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - asked for by its descriptor
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
