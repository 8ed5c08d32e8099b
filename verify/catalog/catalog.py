"""The checked knowledge of ``rules/``, as the stages use it.

Comes in: validated entries (``catalog.load``).  Goes out: one immutable ``Catalog``.  Stages
compile from it what they need (patterns, automata) once per catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from verify.catalog.schema import (
    AttributeEntry,
    ConstraintEntry,
    EntityEntry,
    FixEntry,
    IgnoreEntry,
    KindEntry,
    LanguageEntry,
    NounEntry,
    RegionEntry,
    RelationEntry,
    SourceEntry,
)
from verify.catalog.units import UnitTable


@dataclass(frozen=True, eq=False)
class Catalog:
    """Everything that the rule files say; entries sorted by id.  Compared and hashed by identity."""

    units: UnitTable
    languages: tuple[LanguageEntry, ...] = ()
    attributes: tuple[AttributeEntry, ...] = ()
    entities: tuple[EntityEntry, ...] = ()
    kinds: tuple[KindEntry, ...] = ()
    nouns: tuple[NounEntry, ...] = ()
    regions: tuple[RegionEntry, ...] = ()
    sources: tuple[SourceEntry, ...] = ()
    ignores: tuple[IgnoreEntry, ...] = ()
    fixes: tuple[FixEntry, ...] = ()
    constraints: tuple[ConstraintEntry, ...] = ()
    relations: tuple[RelationEntry, ...] = ()
    over: dict[str, int] = field(default_factory=dict)
    """Attributes of folders laid over the first, with the number of the folder: of two that have a word, the
    upper one is meant."""
    digest: str = ""
    """SHA-256 over the rule files, in the order of their names."""
