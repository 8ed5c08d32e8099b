"""Results that are kept while a text is read.

Comes in: a function of one key.  Goes out: ``Remembered``, a dictionary of what it returned for the keys that
were asked for; texts ask for few different ones, and again and again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")

_MOST = 1 << 14


class Remembered(dict[K, V]):
    """What a function returns for a key, worked out when it is first asked for; so many at most."""

    def __init__(self, work: Callable[[K], V], most: int = _MOST) -> None:
        super().__init__()
        self._work = work
        self._most = most

    def __missing__(self, key: K) -> V:
        """Work out and keep the result for a key."""
        found = self._work(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = found
        return found
