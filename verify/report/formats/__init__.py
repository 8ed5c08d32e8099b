"""The output formats, one module each; the folder is scanned, so a new file is a new format.

A module holds ``NAME`` (what ``--format`` calls it), ``SUFFIX``, ``STEM`` (of the file that ``verify
run`` writes, or "" when it writes none) and ``render``.  One that tells findings alone says so with
``BRIEF``: what ``build.brief`` makes of a report is enough for it.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from verify.errors import UsageError
from verify.report import schema


class Format(Protocol):
    """What a module of this folder offers."""

    NAME: str
    SUFFIX: str
    STEM: str

    def render(self, report: schema.Report) -> str | bytes:
        """Return the whole output."""
        ...


def brief(form: Format) -> bool:
    """Say whether a format tells findings alone."""
    return getattr(form, "BRIEF", False)


@cache
def formats() -> dict[str, Format]:
    """Return every format by its name, sorted."""
    modules = (
        cast(Format, import_module(f"{__name__}.{item.name}")) for item in pkgutil.iter_modules(__path__)
    )
    return {module.NAME: module for module in sorted(modules, key=lambda module: module.NAME)}


def find(name: str) -> Format:
    """Return the format of that name; UsageError lists the names there are."""
    for item in pkgutil.iter_modules(__path__):
        # most are called as their module is, and need not wait for the libraries of the others
        if item.name.removesuffix("_") == name:
            return cast(Format, import_module(f"{__name__}.{item.name}"))
    known = formats()
    if name not in known:
        raise UsageError(f"no output format {name!r}; there are {', '.join(known)}")
    return known[name]
