"""Which program worked something out: what it gives may change with any of its files.

Goes out: a text that is another for another version, another state of the modules (of a checkout too),
another Python or other versions of the libraries that read rules and texts.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from verify.version import __version__

_LIBRARIES = ("ahocorasick", "jieba", "opencc", "pint", "pydantic", "yaml")
_WORDS = "dict.txt"
"""jieba's dictionary, which can be exchanged without its module."""


@cache
def fingerprint() -> str:
    """Return the text; files are told apart by size and time, as Python tells apart its own compiled ones."""
    states = [f"{name} {size} {when}" for name, size, when in sorted(_states())]
    return "\n".join([__version__, sys.version, sys.platform, *states])


def _states() -> Iterator[tuple[str, int, int]]:
    package = Path(__file__).parent.parent
    yield from _modules(package, "verify")
    for library in _LIBRARIES:
        found = find_spec(library)
        if found is not None and found.origin is not None:
            yield from _state(Path(found.origin), library)
            yield from _state(Path(found.origin).with_name(_WORDS), f"{library}/{_WORDS}")


def _modules(folder: Path, name: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                found = entry.stat()
                yield f"{name}/{entry.name}", found.st_size, found.st_mtime_ns
            elif entry.is_dir() and entry.name.isidentifier() and entry.name != "__pycache__":
                yield from _modules(Path(entry.path), f"{name}/{entry.name}")


def _state(path: Path, name: str) -> Iterator[tuple[str, int, int]]:
    try:
        found = path.stat()
    except OSError:
        return
    yield name, found.st_size, found.st_mtime_ns
