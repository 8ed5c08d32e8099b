"""Mentions (every figure that was read) and claims (figures that state a fact)."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from verify.model.document import Section
from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.model.rank import Rank
from verify.model.span import Span

Value = Quantity | Period | Rank

BEFORE = "before the change"
"""The scope of a former figure: it says nothing of the thing as it is."""
AFTER = "after the change"
"""The scope of what it is planned to become."""
SOME_PART = "part"
"""The scope of a part that no word names: 其中300人, 300 of them."""

RETOLD = "figures in common"
"""The rule of a step by which a claim takes the key of one that tells its figure in other words."""
SLIPPED = "a figure that slipped"
"""… and of one that tells nearly the same digits."""


class Role(StrEnum):
    """What became of a figure: the census's fates."""

    CLAIM = "claim"
    QUALIFIER = "qualifier"
    GLOSS = "gloss"
    UNRESOLVED = "unresolved"
    IGNORED = "ignored"
    UNCLAIMED = "unclaimed"


class Confidence(StrEnum):
    """Of the reading and the link."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Modality(StrEnum):
    """Three classes (SEMANTICS §1); a plain sentence states none (None)."""

    NOT_YET = "planned"
    DESIGNED = "designed"
    IS = "actual"


class Mention(NamedTuple):
    """One figure or date of the visible text, whatever became of it."""

    source_id: str
    section: Section
    span: Span
    """In the decoded text of the file."""
    quote: str
    value: Value | None
    """None for a numeral that is no figure (第四届, a list number)."""
    role: Role
    rule: str
    """Which rules read it, joined by ``+``."""
    claim_id: str | None = None
    derivation: tuple[str, ...] = ()
    """How the value came about, line by line; empty where a claim tells it."""


class Qualifiers(NamedTuple):
    """The parts of the key beside entity, attribute and dimension; None is unstated."""

    modality: Modality | None = None
    scope: str | None = None
    """Canonical name of a part (``phase 1``, ``海底隧道``); None for the whole."""
    statistic: str | None = None
    time: Period | None = None
    as_of: Period | None = None
    base: str | None = None
    """Comparison base: ``year-on-year``, ``quarter-on-quarter``, or as written."""
    loose: bool = False
    """True where the scope is words before the attribute's own that no rule knows as a part (預防性撤離)."""
    bound: str | None = None
    """``maximum`` or ``minimum`` of a limit whose words only say so (at most 16 MB), no default."""


class Step(NamedTuple):
    """One line of how a claim came about."""

    part: str
    """entity attribute scope statistic time as_of base modality value."""
    value: str
    origin: str
    """clause sentence paragraph heading table document catalogue decision."""
    rule: str = ""


class Claim(NamedTuple):
    """One statement of one source: entity, attribute, value, qualifiers, and its place."""

    id: str
    source_id: str
    section: Section
    span: Span
    """In the decoded text of the file: the value with its unit and hedge, nothing else."""
    line: int
    column: int
    quote: str
    sentence: str
    """Visible text of the sentence."""
    entity_id: str
    attribute_id: str
    value: Value
    qualifiers: Qualifiers = Qualifiers()
    speaker: str = ""
    credits: tuple[str, ...] = ()
    """Sources that the sentence names for this figure (据…报道)."""
    confidence: Confidence = Confidence.HIGH
    rule: str = ""
    trace: tuple[Step, ...] = ()
    context: str = ""
    """Visible text around the figure, for lineage."""
    context_span: Span = Span(0, 0)
    """Place of the figure in ``context``."""
    derivation: tuple[str, ...] = ()
    """How the value came about from its digits, line by line; ``normalize`` tells it."""
    perhaps: str = ""
    """The entity that it is about where ``entity_id`` is only nearly the same one; empty where it is."""
    read_as: str = ""
    """Its value as the program read it, canonical, where an editor corrected the reading; empty elsewhere."""

    @property
    def dimension(self) -> str:
        """What is compared with what: base unit, ``date`` or ``rank``."""
        if isinstance(self.value, Quantity):
            return self.value.unit.base
        return "date" if isinstance(self.value, Period) else "rank"
