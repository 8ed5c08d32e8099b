"""How much work something is, told in calls: unlike seconds, the same on a busy machine.

What one call of ``re`` does is no call; how that grows is told by the processor's time for a text and for a
longer one, in the same run, and told again where a busy machine may have blurred it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import FrameType

_CALLS = frozenset({"call", "c_call"})


def calls(work: Callable[[], object]) -> int:
    """Return how many functions are called while something is done, those of C among them."""
    counted = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal counted
        counted += event in _CALLS

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


_LARGER = 4
"""So many times the work is asked for."""
_MOST = 8
"""It may take so many times as long, where work that grows with the square takes sixteen times."""
_NOTICEABLE = 0.5
"""Seconds of the processor below which nothing is judged."""
_TRIALS = 3


def grows_evenly(work: Callable[[int], object], size: int) -> bool:
    """Say whether work of a size, done as often as it takes to be sure, grows no faster than its size."""
    return any(
        _spent(work, _LARGER * size) < max(_NOTICEABLE, _MOST * _spent(work, size)) for _ in range(_TRIALS)
    )


def _spent(work: Callable[[int], object], size: int) -> float:
    began = time.process_time()
    work(size)
    return time.process_time() - began
