"""Disjoint sets (Galler and Fischer 1964), with path halving."""

from __future__ import annotations

from collections.abc import Iterable


class Unions:
    """Sets of names that are joined bit by bit; the smallest name of a set stands for it."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._parent = {name: name for name in names}

    def add(self, name: str) -> None:
        """Make a set of one, unless the name is known."""
        self._parent.setdefault(name, name)

    def root(self, name: str) -> str:
        """Return the name that stands for the set of ``name``."""
        while self._parent[name] != name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name

    def join(self, one: str, other: str) -> bool:
        """Make one set of the two; say whether they were apart."""
        low, high = sorted((self.root(one), self.root(other)))
        self._parent[high] = low
        return low != high

    def sets(self) -> dict[str, list[str]]:
        """Return the sets by the name that stands for each, members sorted."""
        found: dict[str, list[str]] = {}
        for name in sorted(self._parent):
            found.setdefault(self.root(name), []).append(name)
        return found
