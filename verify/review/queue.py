"""Pages of what there is to decide.

Comes in: items in their order, and a filter.  Goes out: those that pass, a page of them, and how many there
are of each verdict.  A list of 20,000 is walked once for a page; only fifty of it are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from verify.review.items import Item

__all__ = ["PAGE", "Filter", "Page", "cut", "passing"]

PAGE = 50
"""Items on one page."""

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


def passing(items: Sequence[Item], wanted: Filter, states: Callable[[Item], Collection[str]]) -> list[Item]:
    """Return the items that a filter lets through, in their order.

    Args:
        items: In the order of the queue.
        wanted: The filter.
        states: The states of an item that the filter may name.
    """
    words = wanted.words.casefold().split()
    return [
        item
        for item in items
        if (not wanted.verdict or item.verdict == wanted.verdict)
        and (not words or all(word in item.haystack for word in words))
        and (not wanted.state or wanted.state in states(item))
    ]


def cut(items: Sequence[T], number: int) -> Page[T]:
    """Return a page of a list; a number too high gives the last."""
    pages = max(1, -(-len(items) // PAGE))
    number = min(max(number, 1), pages)
    return Page(tuple(items[(number - 1) * PAGE : number * PAGE]), number, pages, len(items))
