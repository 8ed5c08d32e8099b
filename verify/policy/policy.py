"""What a project decided about its findings.

Comes in: the configuration, a baseline, the findings of an earlier run.  Goes out: one record of them all.
Applying it is left to ``applying``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from verify.model.finding import Severity


@dataclass(frozen=True, slots=True)
class Excuse:
    """A suppression of the configuration: which findings, until when, why."""

    reason: str
    until: dt.date
    """The last day on which it counts."""
    place: str
    """Where it stands: ``verify.toml:12:1``."""
    code: str = ""
    path: str = ""
    """A pattern as in ``.gitignore``; "" for any document."""
    quote: str = ""
    """Words of the paragraph; "" for any."""
    finding: str = ""
    """The id of the one finding that is meant; "" where code, path and quote tell."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Everything that changes the severity or the state of a finding."""

    severities: Mapping[str, Severity] = field(default_factory=dict)
    """In place of what the checks say."""
    off: Mapping[str, str] = field(default_factory=dict)
    """Codes that are switched off, with the place where that was said."""
    excuses: tuple[Excuse, ...] = ()
    known: Collection[str] = ()
    """Ids of findings that were there before."""
    today: dt.date | None = None
    """On which suppressions are judged; None for the day of the system."""
    whole: bool = True
    """False where only a part of the project was read, so that nothing can be called unused."""
