"""Work that ends its process, for tests of engines: importable by name, as workers need it."""

from __future__ import annotations

import ctypes
import os
import time
from collections.abc import Iterator
from typing import Any

EXIT, SEGFAULT, MEMORY, HANG = "exit", "segfault", "memory", "hang"


def doubled(base: Any, shared: Any, items: Iterator[Any]) -> Iterator[Any]:
    """Yield base, what is shared and twice the number; some items are deadly."""
    for item in items:
        if item == EXIT:
            os._exit(1)
        if item == SEGFAULT:
            ctypes.string_at(0)
        if item == HANG:
            time.sleep(3600)
        if item == MEMORY:
            raise MemoryError
        yield base, shared, item * 2


def wrong(base: Any, shared: Any, items: Iterator[Any]) -> Iterator[Any]:
    """Raise what is a mistake of the program, not of an item."""
    for item in items:
        raise ValueError(f"a mistake about {item}")
        yield item
