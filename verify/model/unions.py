"""Disjoint sets (Galler and Fischer 1964), with path halving."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator


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


class NumberUnions:
    """The same of whole numbers from 0, eight bytes for each."""

    def __init__(self, count: int) -> None:
        self._parent = array("i", range(count))
        self._next = array("i", range(count))
        """Of each number another one of its set, so that one after the other leads to all of them."""

    def root(self, number: int) -> int:
        """Return the smallest number of the set of ``number``."""
        parent = self._parent
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def join(self, one: int, other: int) -> bool:
        """Make one set of the two; say whether they were apart."""
        low, high = sorted((self.root(one), self.root(other)))
        if low == high:
            return False
        self._parent[high] = low
        self._next[low], self._next[high] = self._next[high], self._next[low]
        return True

    def roots(self) -> Iterator[int]:
        """Yield the number that stands for each set, in order."""
        return (number for number, parent in enumerate(self._parent) if number == parent)

    def members(self, root: int) -> list[int]:
        """Return the numbers of a set, in order."""
        found = [root]
        while (number := self._next[found[-1]]) != root:
            found.append(number)
        return sorted(found)
