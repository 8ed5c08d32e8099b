"""What the program says of the facts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from verify.model.span import Span


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def weight(self) -> int:
        """Higher is worse."""
        return {"error": 3, "warning": 2, "note": 1}[self.value]


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a source."""

    source_id: str
    span: Span
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One judgement worth a reader's time."""

    id: str
    """Fingerprint of code, key and values; no source, line, order or path in it."""
    code: str
    """V101 …: stable for ever."""
    severity: Severity
    message: str
    expected: str
    found: str
    gap: str
    locations: tuple[Location, ...]
    claim_ids: tuple[str, ...]
    group_id: str | None = None
    state: str = "new"
    """new baseline suppressed."""
