"""Every code that a finding can have, with the page of the module that gives it.

Comes in: nothing, or codes.  Goes out: the checks, and the suppressions, which have codes of their own; the
docstring of each as the page that its codes share, as plain text and as Markdown.
"""

from __future__ import annotations

import inspect
from collections.abc import Collection
from types import ModuleType

from verify.checks import kinds
from verify.model.page import CodePage
from verify.policy import suppressing


def pages() -> tuple[ModuleType, ...]:
    """Return the modules whose docstring is a page on its ``CODES``, sorted by name."""
    return (*kinds(), suppressing)


def known() -> dict[str, str]:
    """Return every code with its name, sorted."""
    return dict(sorted(item for page in pages() for item in page.CODES.items()))


def excusable() -> frozenset[str]:
    """Return the codes that a suppression may name: those of the facts, not of suppressions."""
    return frozenset(code for kind in kinds() for code in kind.CODES)


def told(codes: Collection[str]) -> tuple[CodePage, ...]:
    """Return the pages of some codes, sorted by code."""
    found = (
        CodePage(code, name, _summary(page), plain(page), markdown(page))
        for page in pages()
        for code, name in page.CODES.items()
        if code in codes
    )
    return tuple(sorted(found, key=lambda page: page.code))


def plain(page: ModuleType) -> str:
    """Return a page without its markup: no rules around tables, no marks around quotations."""
    lines = (line for line in _text(page).splitlines() if not line.startswith("=="))
    return "\n".join(lines).replace("``", "")


def markdown(page: ModuleType) -> str:
    """Return a page as Markdown: a table between rules of ``=`` stands as code."""
    lines: list[str] = []
    inside = False
    for line in _text(page).splitlines():
        if line.startswith("=="):
            lines.append("```")
            inside = not inside
        else:
            lines.append(line if inside else line.replace("``", "`"))
    return "\n".join(lines)


def _summary(page: ModuleType) -> str:
    return " ".join(_text(page).partition("\n\n")[0].split()).replace("``", "")


def _text(page: ModuleType) -> str:
    return inspect.getdoc(page) or ""
