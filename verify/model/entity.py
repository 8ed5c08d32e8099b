"""Things and properties that claims are about, as the report lists them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

UNNAMED = "(unnamed)"
"""Name of a thing that its document does not name."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that figures are about."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    catalogued: bool = False


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property that figures measure."""

    id: str
    name: str
    dimension: str
    catalogued: bool = False
    exact: bool = False
    """Limits, prices, settings: number against number."""
    varies: bool = False
    """Varies in time: an unstated time takes the publication date as its as-of date."""
    slowly: bool = False
    """Varies, but texts of one month tell of one moment: air routes, colleges."""
    befell: bool = False
    """What happened to people: a plain sentence tells that it did, and so not what is planned."""
    ignores: tuple[str, ...] = ()
    """Parts of the key that do not matter to it, such as ``time`` for the length of a bridge."""
    chinese: str = ""
    """Its name in Chinese; empty where the rules give none."""
    tolerance: Fraction | None = None
    """Relative gap that is allowed between two values; None where rounding and hedges alone count."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing as one document speaks of it, before documents are aligned."""

    id: str
    """Local: source id and number."""
    source_id: str
    names: tuple[str, ...]
    """Every name the document gives it, the fullest first; empty for a mere description."""
    described: tuple[str, ...] = ()
    """Descriptions that are no names (首个超大型…中心)."""
    kind: str = ""
    catalogue_id: str = ""
    """Entry of rules/entities; empty where none names it."""
    place: str = ""
    """Region that the document puts it in."""
    operators: tuple[str, ...] = ()
    """Who runs it, as the document says."""
    edition: str = ""
    """Year of one of a row of events (2024 of the 2024 Lakeside Marathon)."""
    placed: bool = False
    """The document says beside the name that it lies there."""
    whole: tuple[str, ...] = ()
    """Names of what it is a part of (the hospital of a campus)."""
    common: bool = False
    """Its names hold common words only (人民公园), so that many may have them."""
    topic: bool = False
    """True for what the document is mainly about."""
    kinds: frozenset[str] = frozenset()
    """Every kind that its names tell: reservoir and power plant, where a dam and its station are one."""


class Tie(StrEnum):
    """What linking made of two names."""

    JOINED = "joined"
    PERHAPS = "perhaps"
    """Nearly joined: what would be a conflict between them is at most a possible one."""
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A feature of two names, with what it counts for or against that they mean one thing."""

    feature: str
    points: int
    told: str = ""
    """What it was found in."""


@dataclass(frozen=True, slots=True)
class Link:
    """Why a thing that a document speaks of is an entity, or is none."""

    source_id: str
    names: tuple[str, ...]
    """As the document gives them; its descriptions where it gives no name."""
    entity_id: str
    evidence: tuple[Evidence, ...]
    tie: Tie = Tie.JOINED
    other_id: str = ""
    """The entity that it is instead, where it was not joined."""

    @property
    def points(self) -> int:
        """The sum of the evidence."""
        return sum(item.points for item in self.evidence)
