"""What a report tells of sources, things and attributes, and of names that were held against each other."""

from __future__ import annotations

from pydantic import Field

from verify.report.schema.parts import Day, Number, Part


class Source(Part):
    """Who published what, when."""

    id: str
    path: str
    title: str
    publisher: str
    author: str
    published: Day | None
    language: str
    sha256: str
    own: bool
    draft: bool = False
    """True for what was held against the others."""


class Entity(Part):
    """A thing that figures are about."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    catalogued: bool


class Allowed(Part):
    """What a rule allows between two values of a property."""

    exact: bool = False
    varies: bool = False
    """An older value is superseded."""
    tolerance: Number | None = None
    """Relative gap; null where rounding and hedges alone count."""
    ignores: tuple[str, ...] = ()
    """Parts of the key that do not matter."""


class Attribute(Part):
    """A property that figures measure."""

    id: str
    name: str
    dimension: str
    catalogued: bool
    chinese: str = Field(default="", exclude=True)
    """Its name in Chinese; empty where the rules give none."""
    allowed: Allowed = Field(default=Allowed(), exclude=True)


class Evidence(Part):
    """A feature of two names, with what it counts for or against that they mean one thing."""

    feature: str
    points: int
    told: str
    """What it was found in."""


class Link(Part):
    """Why a thing that one source speaks of was taken for an entity, or was not."""

    source_id: str
    names: tuple[str, ...]
    entity_id: str
    tie: str
    """``joined``, ``perhaps`` or ``apart``."""
    other_id: str
    """The entity that it is instead, where it was not joined."""
    points: int
    evidence: tuple[Evidence, ...]
