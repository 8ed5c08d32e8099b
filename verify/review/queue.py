"""Pages of what there is to decide.

Comes in: items in their order, and a filter.  Goes out: those that pass, by their places, and pages of
them. Verdict and words are looked for once and remembered, since an editor goes from item to item within
one filter; states are looked up, since every decision changes them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from verify.review.items import Item

__all__ = ["PAGE", "Filter", "Page", "Queue", "cut"]

PAGE = 50
"""Items on one page."""
_FILTERS = 64
"""So many filters are remembered."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Filter:
    """What the queue shows; empty parts let all through."""

    verdict: str = ""
    state: str = ""
    """``open``, ``decided``, ``stale`` or one of the choices."""
    words: str = ""
    """All of them stand in the item."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some of a list."""

    items: tuple[T, ...]
    number: int
    """From 1."""
    pages: int
    total: int


class Queue:
    """Items in their order."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self.place = {item.subject: place for place, item in enumerate(items)}
        self._haystacks = [item.haystack for item in items]
        self._subjects = [item.subject for item in items]
        self._found = lru_cache(maxsize=_FILTERS)(self._find)

    def passing(self, wanted: Filter, states: Mapping[str, Collection[str]]) -> Sequence[int]:
        """Return the places of what a filter lets through, in their order.

        Args:
            wanted: The filter.
            states: By state, the subjects of the items that are in it; what is in none is open.
        """
        found = self._found(wanted.verdict, wanted.words.casefold())
        if not wanted.state:
            return found
        if wanted.state == "open":
            closed = states.get("closed", ())
            return [place for place in found if self._subjects[place] not in closed]
        some = {self.place[subject] for subject in states.get(wanted.state, ()) if subject in self.place}
        return [place for place in found if place in some]

    def around(self, subject: str, found: Sequence[int]) -> tuple[Item | None, Item | None, int]:
        """Return the items before and behind one among some, and the number that it has or would have."""
        here = self.place[subject]
        at = bisect_left(found, here)
        behind = at + (at < len(found) and found[at] == here)
        before = self.items[found[at - 1]] if at else None
        return before, self.items[found[behind]] if behind < len(found) else None, at + 1

    def _find(self, verdict: str, words: str) -> Sequence[int]:
        found: Sequence[int] = range(len(self.items))
        if verdict:
            found = [place for place in found if self.items[place].verdict == verdict]
        for word in words.split():
            found = [place for place in found if word in self._haystacks[place]]
        return found


def cut(found: Sequence[T], number: int) -> Page[T]:
    """Return a page of a list; a number too high gives the last."""
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(number, 1), pages)
    return Page(tuple(found[(number - 1) * PAGE : number * PAGE]), number, pages, len(found))
