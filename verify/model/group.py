"""Claims of one key, compared."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from verify.model.period import Period
from verify.model.quantity import Interval


class Verdict(StrEnum):
    """What the sources say together.  None says what is true."""

    AGREEMENT = "agreement"
    CONFLICT = "conflict"
    POSSIBLE = "possible-conflict"
    SINGLE = "single-source"


class Relation(StrEnum):
    """The lines of the ladder (SEMANTICS §4), 0 to 8, and what lies outside it."""

    UNIT_SLIP = "unit slip"
    IDENTICAL = "identical"
    EQUAL = "equal"
    ROUNDED = "rounded"
    HEDGE_DIFFERS = "hedge differs"
    ENTAILED = "entailed"
    COMPATIBLE = "compatible"
    POSSIBLE = "possible conflict"
    CONFLICT = "conflict"
    NOT_COMPARED = "not compared"
    SUPERSEDED = "superseded"


LADDER: tuple[Relation, ...] = (
    Relation.UNIT_SLIP,
    Relation.IDENTICAL,
    Relation.EQUAL,
    Relation.ROUNDED,
    Relation.HEDGE_DIFFERS,
    Relation.ENTAILED,
    Relation.COMPATIBLE,
    Relation.POSSIBLE,
    Relation.CONFLICT,
)
"""Line number to relation."""


class Comparison(NamedTuple):
    """Two claims, or two values, against each other."""

    a: str
    b: str
    """Claim ids, ``a`` before ``b``."""
    line: int | None
    """Of the ladder; None where nothing was compared."""
    relation: Relation
    gap: Fraction
    """|a−b| / max(|a|,|b|); 0 for dates."""
    bound: str
    """The bound that decided, in words."""
    flags: tuple[str, ...] = ()
    """``magnitude slip``, ``digits swapped``, ``off by one``."""
    derivation: tuple[str, ...] = ()
    """Line by line, both values as written and normalised."""
    doubtful: bool = False
    """True where key, reading or sentence make a possible conflict of what the values make one."""


class Cluster(NamedTuple):
    """Claims that agree pairwise."""

    claim_ids: tuple[str, ...]
    """The representative (most precise) first, the rest sorted."""
    number: Fraction | None
    """Of the representative, in the base unit; None for dates and ranks."""
    interval: Interval
    """H of the representative; for dates the days as ordinals are not shown here."""
    unit: str
    independent_origins: int


class Key(NamedTuple):
    """What decides that claims are compared."""

    entity_id: str
    attribute_id: str
    dimension: str
    scope: str | None = None
    statistic: str | None = None
    time: Period | None = None
    base: str | None = None


class Passage(NamedTuple):
    """A verbatim run that documents share."""

    source_ids: tuple[str, ...]
    text: str


class Lineage(NamedTuple):
    """Why two sources are one origin."""

    a: str
    b: str
    """Source ids."""
    why: str
    """``海港网 reprints 海港日报 (rules/sources, harbour-net)``."""


class NotCompared(NamedTuple):
    """A pair that the gate kept apart."""

    a: str
    b: str
    part: str
    """Part of the key that differs; ``superseded`` for a later as-of date."""


class Group(NamedTuple):
    """Claims with the same key, with their verdict."""

    id: str
    key: Key
    verdict: Verdict
    clusters: tuple[Cluster, ...]
    comparisons: tuple[Comparison, ...]
    origins: tuple[tuple[str, ...], ...]
    """Source ids, one tuple for each independent origin."""
    passages: tuple[Passage, ...]
    not_compared: tuple[NotCompared, ...]
    unresolved_claim_ids: tuple[str, ...]
    relation: Relation
    """Of the worst pair; identical for a lone claim."""
    explanation: str
    lineages: tuple[Lineage, ...] = ()
    """What joined the sources of ``origins``, one for each source but the first of an origin."""
