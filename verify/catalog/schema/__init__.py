"""The grammar of the YAML rule files: what an entry may hold, checked on load.

Comes in: the plain mappings that ``catalog.yaml`` read.  Goes out: validated entries.  Turning
a validation error into ``file:line:column`` is left to ``catalog.load``; compiling entries
into fast look-ups to ``catalog.catalog``.  Every surface and number is a quoted string.
"""

from __future__ import annotations

from verify.catalog.schema.entries import (
    AttributeEntry,
    ConstraintEntry,
    EntityEntry,
    FixEntry,
    IgnoreEntry,
    KindEntry,
    NounEntry,
    RegionEntry,
    RelationEntry,
    SourceEntry,
)
from verify.catalog.schema.forms import (
    DAY,
    END,
    ID,
    NUMBER,
    End,
    Entry,
    Examples,
    Flag,
    Id,
    Names,
    Number,
    Part,
    Surface,
    Varies,
)
from verify.catalog.schema.languages import LanguageEntry
from verify.catalog.schema.languages.figures import ChangeWords, HedgeWords
from verify.catalog.schema.languages.page import PageWords
from verify.catalog.schema.languages.qualifiers import QualifierWords, RankWords
from verify.catalog.schema.languages.times import PartPeriod, RelativePeriod
from verify.catalog.schema.languages.units import LocalMoney, PrimeWords, UnitReading

__all__ = [
    "AttributeEntry",
    "ChangeWords",
    "ConstraintEntry",
    "DAY",
    "END",
    "End",
    "EntityEntry",
    "Entry",
    "Examples",
    "FixEntry",
    "Flag",
    "HedgeWords",
    "ID",
    "Id",
    "IgnoreEntry",
    "KindEntry",
    "LanguageEntry",
    "LocalMoney",
    "MODELS",
    "NUMBER",
    "Names",
    "NounEntry",
    "Number",
    "PageWords",
    "Part",
    "PartPeriod",
    "PrimeWords",
    "QualifierWords",
    "RankWords",
    "RegionEntry",
    "RelationEntry",
    "RelativePeriod",
    "SourceEntry",
    "Surface",
    "UnitReading",
    "Varies",
]

MODELS: dict[str, type[Entry]] = {
    "attributes": AttributeEntry,
    "entities": EntityEntry,
    "kinds": KindEntry,
    "nouns": NounEntry,
    "regions": RegionEntry,
    "sources": SourceEntry,
    "ignore": IgnoreEntry,
    "fixes": FixEntry,
    "constraints": ConstraintEntry,
    "relations": RelationEntry,
    "languages": LanguageEntry,
}
"""Folder to the class of its entries."""
