"""Check what entries say of each other, over all files together.

Comes in: the valid entries of all folders with their places, and the table of units.  Goes out:
a problem for every id, unit or region that nobody defines, every name that two entities share,
and every pattern that could hang.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from verify.catalog.patterns import wrong_with
from verify.catalog.schema import (
    AttributeEntry,
    ConstraintEntry,
    EntityEntry,
    FixEntry,
    IgnoreEntry,
    KindEntry,
    LanguageEntry,
    RegionEntry,
    SourceEntry,
)
from verify.catalog.suggest import did_you_mean
from verify.catalog.units import UnitTable
from verify.catalog.validate import Located
from verify.errors import Problem
from verify.text.fold import folded

_FACTOR = r"[^\W\d]\w*(?:\*\*\d)?"
_COMPOUND = re.compile(rf"{_FACTOR}(?:[*/]{_FACTOR}){{0,5}}\Z")
_LANGUAGE_PATTERNS = ("operated", "speaker", "credit", "among", "owner", "holder", "measured")
"""Keys of a language that hold regular expressions."""
NOT_UNITS = frozenset({"date", "count", "ratio"})
"""What may stand among the units of an attribute without being one."""


@dataclass(slots=True)
class Rules:
    """All valid entries by id, later folders layered over earlier ones."""

    attributes: dict[str, Located[AttributeEntry]]
    entities: dict[str, Located[EntityEntry]]
    kinds: dict[str, Located[KindEntry]]
    regions: dict[str, Located[RegionEntry]]
    sources: dict[str, Located[SourceEntry]]
    ignore: dict[str, Located[IgnoreEntry]]
    fixes: dict[str, Located[FixEntry]]
    constraints: dict[str, Located[ConstraintEntry]]
    languages: dict[str, Located[LanguageEntry]]
    given: Mapping[str, Set[str]]
    """Folder to the ids that its files give, those of invalid entries too: none of them is unknown."""


def check(rules: Rules, units: UnitTable | None) -> Iterator[Problem]:
    """Yield the problems between entries; units are not checked where their own files are wrong."""
    yield from _ids(rules)
    if units is not None:
        yield from _units(rules, units)
    yield from _names(rules)
    yield from _bounds(rules)
    for ignore in rules.ignore.values():
        yield from _ignore(ignore)
    for language in rules.languages.values():
        yield from _patterns(language)


def _known(
    located: Located[Any], what: str, names: Iterable[str], known: Set[str], *inner: str | int
) -> Iterator[Problem]:
    """Yield a problem for each of the names that is not known; ``inner`` leads to their list."""
    for index, name in enumerate(names):
        yield from _one(located, what, name, known, *inner, index)


def _one(
    located: Located[Any], what: str, name: str | None, known: Set[str], *inner: str | int
) -> Iterator[Problem]:
    if name is not None and name not in known:
        yield located.problem(f"unknown {what} '{name}'{did_you_mean(name, known)}", *inner)


def _ids(rules: Rules) -> Iterator[Problem]:
    kinds = rules.given["kinds"]
    attributes = rules.given["attributes"]
    for attribute in rules.attributes.values():
        yield from _known(attribute, "kind", attribute.entry.kinds, kinds, "kinds")
    for constraint in rules.constraints.values():
        yield from _one(constraint, "attribute", constraint.entry.attribute, attributes, "attribute")
    entities = rules.given["entities"]
    for entity in rules.entities.values():
        yield from _one(entity, "kind", entity.entry.kind, kinds, "kind")
        yield from _one(entity, "entity", entity.entry.part_of, entities, "part_of")
        yield from _known(entity, "entity", entity.entry.never_same, entities, "never_same")
    yield from _containment(rules)
    sources = rules.given["sources"]
    for source in rules.sources.values():
        yield from _known(source, "source", source.entry.copies, sources, "copies")


def _containment(rules: Rules) -> Iterator[Problem]:
    regions = rules.given["regions"]
    for region in rules.regions.values():
        yield from _known(region, "region", region.entry.within, regions, "within")
        if region.id in _containers(region.id, rules.regions):
            yield region.problem(f"'{region.id}' lies within itself", "within")


def _containers(start: str, regions: Mapping[str, Located[RegionEntry]]) -> set[str]:
    """Return all regions that contain a region."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        here = regions.get(waiting.pop())
        new = set(here.entry.within) - found if here else set()
        found |= new
        waiting += new
    return found


def _units(rules: Rules, table: UnitTable) -> Iterator[Problem]:
    for attribute in rules.attributes.values():
        for index, unit in enumerate(attribute.entry.units):
            if unit not in NOT_UNITS:
                yield from _unit(attribute, unit, table, "units", index)
        for unit, meant in attribute.entry.reads.items():
            yield from _unit(attribute, meant, table, "reads", unit)
    for constraint in rules.constraints.values():
        if constraint.entry.unit is not None:
            yield from _unit(constraint, constraint.entry.unit, table, "unit")
    for language in rules.languages.values():
        for key in ("rate_prefixes", "rate_suffixes", "currencies", "over"):
            for surface, unit in getattr(language.entry, key).items():
                yield from _unit(language, unit, table, key, surface)


def _unit(located: Located[Any], unit: str, table: UnitTable, *inner: str | int) -> Iterator[Problem]:
    if not knows_unit(table, unit):
        problem = located.problem("", *inner)
        place = f"{problem.path}:{problem.line}:{problem.column}"
        hint = did_you_mean(folded(unit), table.spellings)
        yield located.problem(f"Unknown unit '{unit}' in {place}{hint}", *inner)


def knows_unit(table: UnitTable, unit: str) -> bool:
    """Say whether a text is a spelling of a unit, or a product of names of units."""
    spelling = folded(unit)
    if spelling in table.spellings or spelling.lower() in table.caseless:
        return True
    if not _COMPOUND.match(spelling):
        return False
    try:
        table.unit(spelling)
    except KeyError:
        return False
    return True


def _names(rules: Rules) -> Iterator[Problem]:
    """Yield a problem for each name that two entries of a folder share, or that is no more than a noun."""
    yield from _shared(rules.regions.values(), "region")
    yield from _shared(rules.sources.values(), "source")
    yield from _shared(rules.entities.values(), "entity")
    yield from _shared(rules.kinds.values(), "kind")
    nouns = {_key(noun): kind.id for kind in rules.kinds.values() for noun in kind.entry.nouns}
    for entity in rules.entities.values():
        for name, inner in _named(entity.entry):
            if _key(name) in nouns:
                noun = f"'{name}' alone is a noun of the kind '{nouns[_key(name)]}'"
                yield entity.problem(f"{noun}, which any such thing bears: leave it out", *inner)


def _shared(group: Iterable[Located[Any]], what: str) -> Iterator[Problem]:
    owner: dict[str, Located[Any]] = {}
    for located in group:
        for name, inner in _named(located.entry):
            other = owner.setdefault(_key(name), located)
            if other is not located:
                place = other.problem("")
                where = f"'{other.id}' ({place.path}:{place.line})"
                yield located.problem(f"'{name}' also names {where}: a name is of one {what}", *inner)


def _key(name: str) -> str:
    return folded(name).lower()


def _named(
    entry: EntityEntry | KindEntry | RegionEntry | SourceEntry,
) -> list[tuple[str, Sequence[str | int]]]:
    """Return the names of an entry, each with the way to it inside the entry."""
    if isinstance(entry, KindEntry):
        return [(noun, ("nouns", index)) for index, noun in enumerate(entry.nouns)]
    aliases = [(alias, ("aliases", index)) for index, alias in enumerate(entry.aliases)]
    if isinstance(entry, RegionEntry):
        return [(entry.name.zh, ("name", "zh")), (entry.name.en, ("name", "en")), *aliases]
    return [(entry.name, ("name",)), *aliases]


def _bounds(rules: Rules) -> Iterator[Problem]:
    bounded: list[Located[Any]] = [*rules.attributes.values(), *rules.constraints.values()]
    for located in bounded:
        low, high = located.entry.minimum, located.entry.maximum
        if low is not None and high is not None and Fraction(low) > Fraction(high):
            yield located.problem(f"the minimum {low} lies above the maximum {high}", "minimum")


def _ignore(ignore: Located[IgnoreEntry]) -> Iterator[Problem]:
    if ignore.entry.pattern is None and not ignore.entry.words:
        yield ignore.problem(f"'{ignore.id}' needs a pattern or words")
    if ignore.entry.pattern is not None:
        message = wrong_with(ignore.entry.pattern)
        if message:
            yield ignore.problem(message, "pattern")


def _patterns(language: Located[LanguageEntry]) -> Iterator[Problem]:
    """Yield a problem for each pattern of a language that is none, could hang, or has no group."""
    for key in _LANGUAGE_PATTERNS:
        value = getattr(language.entry, key)
        lone = value is None or isinstance(value, str)
        for index, pattern in enumerate(filter(None, [value] if lone else value)):
            message = wrong_with(pattern)
            if not message and not re.compile(pattern).groups:
                message = "no group: put what is meant in round brackets"
            if message:
                yield language.problem(message, *((key,) if lone else (key, index)))
