"""All entries of the rule folders with their places, as checks over several files need them.

Nothing here checks: that is left to ``catalog.references`` and ``catalog.unit_references``.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

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
from verify.catalog.validate import Located


@dataclass(slots=True)
class Rules:
    """All entries by id, later folders layered over earlier ones."""

    attributes: dict[str, Located[AttributeEntry]]
    entities: dict[str, Located[EntityEntry]]
    kinds: dict[str, Located[KindEntry]]
    nouns: dict[str, Located[NounEntry]]
    regions: dict[str, Located[RegionEntry]]
    sources: dict[str, Located[SourceEntry]]
    ignore: dict[str, Located[IgnoreEntry]]
    fixes: dict[str, Located[FixEntry]]
    constraints: dict[str, Located[ConstraintEntry]]
    relations: dict[str, Located[RelationEntry]]
    languages: dict[str, Located[LanguageEntry]]
    given: Mapping[str, Set[str]]
    """Folder to the ids that its files give, those of shadowed entries too: none of them is unknown."""
