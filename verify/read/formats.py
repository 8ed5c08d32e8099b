"""The input formats: every module here with ``SUFFIXES``, ``ORDER``, ``recognise`` and ``read``.

Comes in: nothing.  Goes out: the formats in the order in which they are asked.  Adding a module is
enough to add one.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Protocol, cast

from verify.model.document import Document
from verify.model.stage import Stage
from verify.read.fields import Labels
from verify.read.raw import Raw


class Format(Protocol):
    """What a module must hold to be a format."""

    SUFFIXES: frozenset[str]
    """Of files in a folder; lower case, with the dot."""
    ORDER: int
    """Low numbers are asked first; the strict before the tolerant."""

    def recognise(self, text: str, suffix: str, labels: Labels) -> bool:
        """Say whether the text is in this format."""
        ...

    def read(self, raw: Raw) -> Stage[Document]:
        """Return the documents of a file."""
        ...


@cache
def formats() -> tuple[Format, ...]:
    """Return all formats, the first to be asked first."""
    package = __name__.rpartition(".")[0]
    folder = importlib.import_module(package).__path__
    names = sorted(module.name for module in pkgutil.iter_modules(folder))
    modules = [importlib.import_module(f"{package}.{name}") for name in names]
    found = [cast("Format", module) for module in modules if hasattr(module, "SUFFIXES")]
    return tuple(sorted(found, key=lambda module: module.ORDER))


def suffixes() -> frozenset[str]:
    """Return the suffixes of all formats."""
    return frozenset().union(*(module.SUFFIXES for module in formats()))
