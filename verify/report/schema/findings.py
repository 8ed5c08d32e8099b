"""What a report finds: findings and what became of them, drafts against sources, decisions of editors."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from verify.report.schema.parts import UNSAID, Day, Number, Part, Span


class Location(Part):
    """A place in a source."""

    source_id: str
    span: Span


class Suppression(Part):
    """Why a finding is not to be acted on."""

    reason: str
    until: Day | None
    """The last day on which it counts; null for a code that the configuration switches off."""
    place: str
    """``docs/a.md:3:1`` or ``verify.toml:12:1``."""
    in_document: bool
    """False for the configuration."""


class Finding(Part):
    """One judgement worth a reader's time."""

    id: str
    code: str
    severity: Literal["error", "warning", "note"]
    message: str
    expected: str
    """What one side says; no side is taken."""
    found: str
    """What the other says."""
    gap: str
    """Between the two, as a percentage; empty where there is none to tell."""
    locations: tuple[Location, ...]
    """The one or two places that the message tells of, then the others."""
    claim_ids: tuple[str, ...]
    group_id: str | None
    rule: str = ""
    """Id of the entry of ``constraints`` or ``relations`` behind it; empty where there is none."""
    derivation: tuple[str, ...] = ()
    """Of arithmetic: the reckoning, line by line."""
    state: Literal["new", "baseline", "suppressed"]
    suppression: Suppression | None = Field(default=None, exclude_if=UNSAID)
    """Of what is suppressed; left out elsewhere."""


class Witness(Part):
    """A claim of a source beside a figure of a draft."""

    claim_id: str
    line: int | None
    """Of the ladder: 1 to 6 agree, 7 may conflict, 0 and 8 conflict."""
    relation: str
    gap: Number | None
    bound: str
    sure: bool
    """False where one of the two is only perhaps about the other's thing: it supports nothing then."""


class Draft(Part):
    """A figure of a draft against the sources, in the order of the draft."""

    source_id: str
    span: Span
    quote: str
    claim_id: str | None
    """Null for a figure that no statement was read from, which nobody could be asked about."""
    status: Literal["supported", "doubtful", "contradicted", "single-source", "unsupported"]
    group_id: str | None
    """The fact of the sources that it was held against."""
    origins: int
    """Independent origins that agree with it."""
    witnesses: tuple[Witness, ...] = ()


class Decision(Part):
    """What an editor decided about a fact, and what became of it."""

    subject: str
    """Id of the group or finding, as it was when she decided."""
    choice: str
    reason: str
    editor: str
    """As she called herself."""
    at: str
    seq: int
    """Number of its record in the log."""
    state: Literal["stands", "stale", "orphaned"]
    why: str
    """Of what is stale or orphaned."""
    group_id: str | None
    """The group that it is about now; null where it is about none."""
    finding_ids: tuple[str, ...]
    """The findings that it settles."""
    claim_ids: tuple[str, ...]
    """The claims whose reading it corrects."""
    dropped: int
    """Figures that it calls no claim."""
