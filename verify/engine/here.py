"""The engine of one process: this one.

Comes in: the base of all work.  Goes out: results as they are asked for, so that nothing is held but what is
worked on.  An item that ends the process ends the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from verify.engine.work import Item, Lost, Result, Work, each


class Here:
    """Works in this process."""

    def __init__(self, base: Any) -> None:
        """Take what all work has in common."""
        self._base = base

    def run(
        self, work: Work[Item, Result], shared: Any, parts: Iterable[Sequence[Item]]
    ) -> Iterator[list[Result | Lost]]:
        """Yield the results of each chunk."""
        for items in parts:
            yield each(work, self._base, shared, items)
