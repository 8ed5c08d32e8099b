"""What the program says of the facts."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

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


class Location(NamedTuple):
    """A place in a source."""

    source_id: str
    span: Span
    line: int
    column: int


class State(StrEnum):
    """Whether a finding is one to act on."""

    NEW = "new"
    BASELINE = "baseline"
    """Known before: it stands in the baseline, or was there at the revision that is compared with."""
    SUPPRESSED = "suppressed"


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding is not to be acted on, in the words of whoever said so."""

    reason: str
    until: dt.date | None
    """The last day on which it counts; None for a code that the configuration switches off."""
    place: str
    """Where it was said: ``docs/a.md:3:1``, ``verify.toml:12:1``."""
    in_document: bool
    """True for a comment in a document, False for the configuration."""


class Finding(NamedTuple):
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
    rule: str = ""
    """Id of the constraint or relation behind it; empty where there is none."""
    derivation: tuple[str, ...] = ()
    """Of arithmetic: the reckoning, line by line."""
    state: State = State.NEW
    suppression: Suppression | None = None
    """Of what is suppressed."""
    also: tuple[str, ...] = ()
    """Its ids by the other names of the thing: a new document may make another name the usual one."""

    def known_as(self, ids: Collection[str]) -> str | None:
        """Return the one of its ids that is among others, if any is."""
        return next((one for one in (self.id, *self.also) if one in ids), None)


def fingerprint(code: str, key: Iterable[str], values: Iterable[tuple[str, str]] = ()) -> str:
    """Return the id of a finding: code, key and the set of values with their hedges, nothing else."""
    text = repr((code, tuple(key), tuple(sorted(set(values)))))
    return f"{code}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def gravest_first(path: Callable[[str], str]) -> Callable[[Finding], tuple[int, str, int, int, str, str]]:
    """Return the key that sorts findings: the gravest first, and each severity by files and lines.

    ``path`` tells the path of a source by its id.
    """

    def key(finding: Finding) -> tuple[int, str, int, int, str, str]:
        head = next(iter(finding.locations), None)
        place = (path(head.source_id), head.line, head.column) if head else ("", 0, 0)
        return -finding.severity.weight, *place, finding.code, finding.id

    return key
