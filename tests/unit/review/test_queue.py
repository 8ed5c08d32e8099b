"""Pages of the queue: what a filter lets through, and what stands before and behind an item."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from verify.report import schema
from verify.review.items import Item, items
from verify.review.queue import PAGE, Filter, Queue, cut

STATES = {"closed": {"x-1", "x-4"}, "decided": {"x-1"}, "stale": {"x-4"}}


@pytest.fixture
def many(report: schema.Report) -> list[Item]:
    found = items(report)
    return [replace(found[n % len(found)], subject=f"x-{n}") for n in range(12)]


def states(item: Item) -> set[str]:
    return {name for name, subjects in STATES.items() if item.subject in subjects} or {"open"}


@pytest.mark.parametrize(
    ("verdict", "state", "words"),
    list(
        product(
            ["", "conflict", "nothing"],
            ["", "open", "decided", "stale", "nothing"],
            ["", "HEIGHT 米", "nothing"],
        )
    ),
)
def test_a_filter_lets_through_what_fits_all_of_it(
    many: list[Item], verdict: str, state: str, words: str
) -> None:
    expected = [
        place
        for place, item in enumerate(many)
        if verdict in ("", item.verdict)
        and (not state or state in states(item))
        and all(word in item.haystack for word in words.casefold().split())
    ]
    assert list(Queue(many).passing(Filter(verdict, state, words), STATES)) == expected


@pytest.mark.parametrize(
    ("subject", "before", "behind", "number"),
    [("x-0", None, "x-3", 1), ("x-3", None, "x-5", 1), ("x-4", "x-3", "x-5", 2), ("x-9", "x-5", None, 3)],
)
def test_an_item_has_neighbours_within_a_filter(
    many: list[Item], subject: str, before: str | None, behind: str | None, number: int
) -> None:
    left, right, at = Queue(many).around(subject, [3, 5])
    assert (left and left.subject, right and right.subject, at) == (before, behind, number)


@pytest.mark.parametrize(
    ("count", "asked", "number", "pages", "shown"),
    [
        (0, 1, 1, 1, 0),
        (PAGE, 1, 1, 1, PAGE),
        (PAGE + 1, 2, 2, 2, 1),
        (PAGE + 1, 99, 2, 2, 1),
        (3, 0, 1, 1, 3),
    ],
)
def test_a_list_is_cut_into_pages(count: int, asked: int, number: int, pages: int, shown: int) -> None:
    page = cut(range(count), asked)
    assert (page.number, page.pages, page.total, len(page.items)) == (number, pages, count, shown)
