"""What the store hands out beside the records of its log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from verify.errors import VerifyError

__all__ = ["Body", "Circumstances", "Decision", "Overtaken", "Unavailable"]

Body = Mapping[str, Any]
"""A decision as plain data; what it means is left to ``review``."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What an editor looks at; a desk shares one."""

    program: str
    rules: str
    corpus: str
    """Version of the program, digests of the rules and of the sources."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What is in force about a subject."""

    subject: str
    revision: int
    """Counts the changes, undone ones too; 0 where nothing was ever decided."""
    body: Body | None
    """None where nothing is decided."""
    editor: str
    at: str
    seq: int = 0
    """Number of the record that says so."""

    def of_another(self, subject: str) -> Decision:
        """Return it as what is shown of a subject about which nothing was ever written."""
        return replace(self, subject=subject, revision=0)


class Overtaken(Exception):  # noqa: N818 - no error: somebody was faster, and is shown
    """The subject has changed since the editor looked; ``current`` is what stands there now."""

    def __init__(self, current: Decision) -> None:
        self.current = current
        super().__init__(f"{current.subject} is at revision {current.revision}, by {current.editor}")


class Unavailable(VerifyError):  # noqa: N818 - named as what it says
    """The database cannot be opened, or does not answer."""

    exit_status = 74
