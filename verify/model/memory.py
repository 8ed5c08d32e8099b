"""How memory is kept while a great many objects are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS = 1_000_000
"""So many new objects before Python looks for cycles among them."""


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Let Python look for cycles seldom: a run makes a great many small objects that stay, and no cycles."""
    before = gc.get_threshold()
    if gc.isenabled() and before[0]:
        gc.set_threshold(max(before[0], _OBJECTS), *before[1:])
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            # what was made is old now; else all of it would be looked through at once
            gc.freeze()
            gc.unfreeze()
        gc.set_threshold(*before)
