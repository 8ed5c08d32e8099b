"""A figure of a draft, held against the sources."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from verify.model.claim import Claim
from verify.model.group import Comparison
from verify.model.span import Span


class Status(StrEnum):
    """What the sources say of a figure of a draft.  None says what is true."""

    SUPPORTED = "supported"
    """By at least two origins."""
    SINGLE = "single-source"
    """By one origin, however many documents repeat it."""
    DOUBTFUL = "doubtful"
    """The words leave room, the sources disagree, or they are perhaps about another thing."""
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"
    """No source states such a fact."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A claim of a source beside a figure of a draft."""

    claim: Claim
    comparison: Comparison
    sure: bool = True
    """False where one of the two is only perhaps about the other's thing: it supports nothing then."""


@dataclass(frozen=True, slots=True)
class Apart:
    """A claim of a source about the same thing that was not compared, and the part of the key that did it."""

    claim: Claim
    part: str


@dataclass(frozen=True, slots=True)
class DraftFigure:
    """One figure, date or rank of a draft with what the sources say of it."""

    source_id: str
    """Of the draft."""
    span: Span
    claim: Claim | None
    """None for a figure that no statement was read from: nothing could be asked of the sources."""
    status: Status
    group_id: str | None = None
    """The group of the sources that it was held against."""
    origins: int = 0
    """Independent origins that agree with it."""
    witnesses: tuple[Witness, ...] = ()
    """By their places."""
    apart: tuple[Apart, ...] = ()
