"""What an editor decided about a fact, pinned to the values that she judged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Choice(StrEnum):
    """The verdicts of an editor."""

    PREFER_LEFT = "prefer-left"
    PREFER_RIGHT = "prefer-right"
    BOTH_STAND = "both-stand"
    DIFFERENT_SCOPE = "different-scope"
    SUPERSEDED = "superseded"
    EXTRACTION_WRONG = "extraction-wrong"
    NOT_A_CLAIM = "not-a-claim"
    NEEDS_CORRECTION = "needs-correction"
    UNRESOLVED = "unresolved"

    @property
    def settles(self) -> bool:
        """True when nothing is left to do about the sources: findings about them are not told as new."""
        return self not in (Choice.NEEDS_CORRECTION, Choice.UNRESOLVED)

    @property
    def rereads(self) -> bool:
        """True when it is about our reading, not about what the sources say."""
        return self in (Choice.EXTRACTION_WRONG, Choice.NOT_A_CLAIM)


@dataclass(frozen=True, slots=True)
class Pin:
    """A claim as the editor saw it; found again by its words when the text around it moved.

    The selector is the W3C Web Annotation Data Model's: a quotation, and what stands before and after it.
    """

    path: str
    """Of the source, as the report names it."""
    quote: str
    prefix: str
    suffix: str
    """Up to ``CONTEXT`` characters of the same sentence, as they stand around the quotation."""
    value: str
    """The value with its hedge, canonical: equal values in other words are equal here."""
    read: str = ""
    """The same as the program read it, where a correction was in force; empty where that is ``value``."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What the editor says a claim should have been read as."""

    pin: int
    """Which of the pins."""
    figure: str
    """The words of the source that are the figure, unit and hedge included; empty where that was right."""
    meant: str
    """The same value in words that the program reads; empty where the words of the source will do."""
    entity: str
    """What the figure is about; empty where that was right."""
    attribute: str = ""
    """Id of what it measures; empty where that was right."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Two names that are one thing, or never are."""

    first: str
    second: str
    same: bool
    kind: str = ""
    """Id of the kind of thing; empty where the sources' own entity tells it."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision."""

    subject: str
    """Id of the group, or of a finding that has none."""
    choice: Choice
    reason: str
    pins: tuple[Pin, ...]
    """All claims that were judged, sorted; the preferred one is among them."""
    left: int | None
    right: int | None
    """The two sides that stood side by side; None where there was one alone."""
    corrections: tuple[Correction, ...] = ()
    dropped: tuple[int, ...] = ()
    """Which of the pins state no fact."""
    naming: Naming | None = None

    @property
    def rereads(self) -> bool:
        """True where it says how a source is to be read: judged anew then, its findings are not excused."""
        return bool(self.corrections or self.dropped)


@dataclass(frozen=True, slots=True)
class Decided:
    """A judgement, and who made it."""

    judgement: Judgement
    editor: str = ""
    """As the editor called herself."""
    at: str = ""
    """UTC, ISO 8601."""
    seq: int = 0
    """Number of its record in the log; of two that say otherwise of one claim, the later counts."""


class State(StrEnum):
    """What became of a decision."""

    STANDS = "stands"
    STALE = "stale"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of a decision, and why."""

    state: State
    why: str = ""
    """A phrase that is always the same, so that it can be translated; empty where it stands."""
    about: str = ""
    """What of the sources or the log it is said of."""

    def __str__(self) -> str:
        return f"{self.why}: {self.about}" if self.about else self.why


@dataclass(frozen=True, slots=True)
class Amendment:
    """What became of one rereading."""

    seq: int
    """Of the decision."""
    pin: int
    """Which of its pins."""
    claim_id: str
    """The claim that it is about; empty where none was found."""
    standing: Standing


CONTEXT = 32
"""Characters of context on either side of a quotation."""
