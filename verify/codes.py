"""Every code that a finding can have, with the page of the module that gives it.

Comes in: nothing.  Goes out: the checks, and the suppressions, which have codes of their own.
"""

from __future__ import annotations

from types import ModuleType

from verify.checks import kinds
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
