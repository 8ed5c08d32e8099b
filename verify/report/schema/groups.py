"""What a report tells of claims about one fact: clusters, comparisons, origins and the verdict."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from verify.report.schema.claims import DateValue
from verify.report.schema.parts import Number, Part


class Key(Part):
    """What the claims of a group share."""

    entity_id: str
    attribute_id: str
    dimension: str
    scope: str | None
    statistic: str | None
    time: DateValue | None
    base: str | None


class Cluster(Part):
    """Claims that agree pairwise; number and bounds are those of the first, most precise one."""

    claim_ids: tuple[str, ...]
    number: Number | None
    lower: Number | None
    upper: Number | None
    unit: str
    independent_origins: int
    shown: str = ""
    """The number as the first claim writes it, without its hedge; empty for dates and ranks."""


class Comparison(Part):
    """Two claims against each other."""

    a: str
    b: str
    line: int | None
    relation: str
    gap: Number | None
    """Null where nothing was compared."""
    bound: str
    flags: tuple[str, ...]
    derivation: tuple[str, ...]


class Passage(Part):
    """A verbatim run that documents share."""

    source_ids: tuple[str, ...]
    text: str


class NotCompared(Part):
    """A pair that was kept apart, with the part of the key that did it."""

    a: str
    b: str
    part: str


class Lineage(Part):
    """Why two sources are one origin."""

    a: str
    b: str
    why: str


class Group(Part):
    """Claims with the same key, and what they say together."""

    id: str
    key: Key
    verdict: Literal["agreement", "conflict", "possible-conflict", "single-source"]
    clusters: tuple[Cluster, ...]
    comparisons: tuple[Comparison, ...]
    origins: tuple[tuple[str, ...], ...]
    passages: tuple[Passage, ...]
    not_compared: tuple[NotCompared, ...]
    unresolved_claim_ids: tuple[str, ...]
    relation: str
    explanation: str
    lineages: tuple[Lineage, ...] = ()
    """What made one origin of several sources."""
    shown: dict[str, str] = Field(default={})
    """Claim to its value in the unit of the coarsest claim; left out where its words say the same."""
    ends: tuple[str, ...] = Field(default=(), exclude=True)
    """The smallest and the largest value in that unit; one where they are equal, none of dates and ranks
    and in a report that is read back."""
