"""Every engine gives the same results in the same order, and an item that ends its worker is lost alone."""

from __future__ import annotations

import multiprocessing
import pickle
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import pytest

from deadly import EXIT, HANG, MEMORY, SEGFAULT, doubled, wrong
from verify.engine import Engine, Here, Lost, chunks
from verify.engine.pooled import Pooled
from verify.engine.processes import processes
from verify.engine.work import OUT_OF_MEMORY

ENDED = "it ended the process that read it"


def results(engine: AbstractContextManager[Engine], parts: Sequence[Sequence[Any]]) -> list[list[Any]]:
    with engine as working:
        return list(working.run(doubled, "shared", parts))


def here() -> AbstractContextManager[Engine]:
    return nullcontext(Here("base"))


def twice(*numbers: int) -> list[tuple[str, str, int]]:
    return [("base", "shared", 2 * number) for number in numbers]


@pytest.mark.parametrize(
    ("lengths", "least", "expected"),
    [
        ([], 3, []),
        ([1, 1, 1, 1], 2, [[1, 1], [1, 1]]),
        ([1, 5, 1], 3, [[1, 5], [1]]),
        ([0, 0], 3, [[0, 0]]),
    ],
)
def test_chunks_reach_a_size_and_keep_the_order(
    lengths: list[int], least: int, expected: list[list[int]]
) -> None:
    assert list(chunks(lengths, lambda one: one, least)) == expected


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_several_processes_give_what_one_gives(workers: int) -> None:
    parts = [[1, 2, 3], [4], [5, 6], *([number] for number in range(7, 30))]
    expected = [twice(*part) for part in parts]
    assert results(here(), parts) == expected
    assert results(processes("base", workers), parts) == expected


def test_what_is_shared_is_that_of_the_step() -> None:
    with processes("base", 2) as working:
        for shared in ("one", "other"):
            found = list(working.run(doubled, shared, [[1], [2]]))
            assert found == [[("base", shared, 2)], [("base", shared, 4)]]


@pytest.mark.parametrize("deadly", [EXIT, SEGFAULT])
def test_an_item_that_ends_its_worker_is_lost_alone(deadly: str) -> None:
    parts = [[1], [2, deadly, 3], [4], [5], [6], [7], [8]]
    expected = [twice(1), [*twice(2), Lost(ENDED), *twice(3)], *map(twice, (4, 5, 6, 7, 8))]
    assert results(processes("base", 2), parts) == expected


class Forewarned(Pooled):
    """An executor that learns of a worker's death before anybody asks for the result."""

    died = (BrokenProcessPool,)

    def __init__(self) -> None:
        super().__init__(workers=2, seconds=60)
        self.broken = False

    def _renew(self) -> None:
        self.broken = False

    def _share(self, shared: Any) -> Any:
        return shared

    def _submit(self, work: Any, shared: Any, items: bytes) -> Future[bytes]:
        if self.broken:
            raise BrokenProcessPool
        future: Future[bytes] = Future()
        wanted = pickle.loads(items)
        if EXIT in wanted:
            self.broken = True
            future.set_exception(BrokenProcessPool())
        else:
            future.set_result(pickle.dumps(list(work("base", shared, iter(wanted)))))
        return future


def test_an_executor_may_refuse_work_once_a_worker_has_died() -> None:
    parts = [[1], [2, EXIT, 3], [4], [EXIT], [5], [6], [7], [8]]
    expected = [
        twice(1),
        [*twice(2), Lost(ENDED), *twice(3)],
        twice(4),
        [Lost(ENDED)],
        *map(twice, (5, 6, 7, 8)),
    ]
    assert results(nullcontext(Forewarned()), parts) == expected


def test_several_items_that_end_their_workers() -> None:
    parts = [[EXIT], [1, EXIT], [2], [EXIT, 3]]
    expected = [[Lost(ENDED)], [*twice(1), Lost(ENDED)], twice(2), [Lost(ENDED), *twice(3)]]
    assert results(processes("base", 2), parts) == expected


def test_an_item_that_never_ends_is_stopped() -> None:
    found = results(processes("base", 2, seconds=2), [[1, HANG, 2], [3]])
    assert found == [[*twice(1), Lost("it took longer than 2 seconds"), *twice(2)], twice(3)]


@pytest.mark.parametrize("engine", [here, lambda: processes("base", 2)], ids=["here", "processes"])
def test_an_item_that_memory_does_not_suffice_for_is_lost_alone(engine: Any) -> None:
    assert results(engine(), [[1, MEMORY, 2], [3]]) == [
        [*twice(1), Lost(OUT_OF_MEMORY), *twice(2)],
        twice(3),
    ]


@pytest.mark.parametrize("engine", [here, lambda: processes("base", 2)], ids=["here", "processes"])
def test_a_mistake_of_ours_is_raised(engine: Any) -> None:
    with engine() as working, pytest.raises(ValueError, match="a mistake about 1"):
        list(working.run(wrong, None, [[1]]))


def test_no_worker_is_left() -> None:
    before = set(multiprocessing.active_children())
    results(processes("base", 2), [[1], [2]])
    assert set(multiprocessing.active_children()) == before


def test_no_worker_is_left_of_a_run_that_is_interrupted() -> None:
    before = set(multiprocessing.active_children())

    def parts() -> Iterator[list[Any]]:
        yield [1]
        yield [HANG]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), processes("base", 2) as working:
        list(working.run(doubled, None, parts()))
    deadline = time.monotonic() + 10  # two threads wait for them, in no certain order
    while set(multiprocessing.active_children()) != before and time.monotonic() < deadline:
        time.sleep(0.05)
    assert set(multiprocessing.active_children()) == before
