"""Find the longest of many surfaces, wherever one stands in a text.

Comes in: lower-case surfaces and a folded lower-case text.  Goes out: places from left to right, without
overlaps, the longest surface at each; those in Latin script as whole words.  One automaton holds them all,
so that a text is read once however many there are, and none has to be compiled as an expression.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import ahocorasick


class Longest:
    """A set of surfaces."""

    def __init__(self, surfaces: Iterable[str]) -> None:
        self._automaton: Any = ahocorasick.Automaton()
        for surface in surfaces:
            self._automaton.add_word(surface, len(surface))
        self._empty = len(self._automaton) == 0
        if not self._empty:
            self._automaton.make_automaton()

    def find(self, lower: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
        """Return begin and end of every surface that ``[start, end)`` of a text holds."""
        if self._empty:
            return []
        stop = len(lower) if end is None else min(end, len(lower))
        found = [
            (last - length + 1, -last - 1)
            for last, length in self._automaton.iter(lower, start, stop)
            if (lower[last] > "z" and lower[last - length + 1] > "z")  # in no script that has spaces
            or not _inside_word(lower, last - length + 1, last + 1, stop)
        ]
        if len(found) > 1:
            found.sort()
        kept: list[tuple[int, int]] = []
        free = start
        for begin, negative in found:
            if begin >= free:
                free = -negative
                kept.append((begin, free))
        return kept


def _inside_word(lower: str, start: int, end: int, stop: int) -> bool:
    """Say whether a surface is only a piece of a longer word in Latin script."""
    if "a" <= lower[start] <= "z" and start > 0 and "a" <= lower[start - 1] <= "z":
        return True
    return "a" <= lower[end - 1] <= "z" and end < stop and "a" <= lower[end] <= "z"
