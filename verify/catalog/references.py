"""Check what entries say of each other, over all files together.

Comes in: the entries of all folders with their places, and the table of units.  Goes out: a problem for
every id, unit, region or statistic that nobody defines, every entry that refers to itself, every name that
two entities share, every bound that no value can keep, and every pattern that could hang.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from fractions import Fraction
from operator import itemgetter
from typing import Any

from verify.catalog.constraints import LISTING, NAMING, misfits
from verify.catalog.patterns import wrong_with
from verify.catalog.relations import mistakes
from verify.catalog.rules import Rules
from verify.catalog.schema import (
    EntityEntry,
    IgnoreEntry,
    KindEntry,
    LanguageEntry,
    NounEntry,
    RegionEntry,
    SourceEntry,
)
from verify.catalog.suggest import did_you_mean
from verify.catalog.unit_references import check_units
from verify.catalog.units import UnitTable
from verify.catalog.validate import Located
from verify.errors import Problem
from verify.text.fold import folded

_LANGUAGE_PATTERNS = (
    "operated", "speaker", "credit", "among", "owner", "holder", "extremes", "measured", "own_parts",
    "opening_parts", "acts", "asking", "no_hedges", "ratio_to_one",
)  # fmt: skip
"""Keys of a language that hold regular expressions."""
_PAGE_PATTERNS = (
    "promotions", "legal", "tails", "credited", "opening_credits", "closing_credits", "bylines",
    "opening_bylines",
)  # fmt: skip
"""Those of its page."""
_NAMED = {"bylines": {"medium", "names"}}
"""Keys whose patterns have groups with names."""
_WHOLE = frozenset({"acts", "no_hedges", "ratio_to_one", "promotions", "legal", "tails"})
"""What one of these means is all that it matches, not a group of it."""


def check(rules: Rules, units: UnitTable | None) -> Iterator[Problem]:
    """Yield the problems between entries; units are not checked where their own files are wrong."""
    yield from _ids(rules)
    if units is not None:
        yield from check_units(rules, units)
    yield from _statistics(rules)
    yield from _names(rules)
    yield from _bounds(rules)
    for ignore in rules.ignore.values():
        yield from _ignore(ignore)
    for language in rules.languages.values():
        yield from _patterns(language)
        yield from _behind(language)


def _known(
    located: Located[Any], what: str, names: Iterable[str], known: Set[str], *inner: str | int
) -> Iterator[Problem]:
    """Yield a problem for each of the names that is not known; ``inner`` leads to their list."""
    for index, name in enumerate(names):
        yield from _one(located, what, name, known, *inner, index)


def _one(
    located: Located[Any], what: str, name: str | None, known: Set[str], *inner: str | int
) -> Iterator[Problem]:
    if name and name not in known:
        yield located.problem(f"unknown {what} '{name}'{did_you_mean(name, known)}", *inner)


def _ids(rules: Rules) -> Iterator[Problem]:
    kinds = rules.given["kinds"]
    attributes = rules.given["attributes"]
    for attribute in rules.attributes.values():
        yield from _known(attribute, "kind", attribute.entry.kinds, kinds, "kinds")
        yield from _one(attribute, "attribute", attribute.entry.of_things, attributes, "of_things")
        yield from _one(attribute, "attribute", attribute.entry.of_old, attributes, "of_old")
        yield from _one(attribute, "attribute", attribute.entry.by_time, attributes, "by_time")
        yield from _one(attribute, "attribute", attribute.entry.worth, attributes, "worth")
        yield from _known(attribute, "attribute", attribute.entry.sort_of, attributes, "sort_of")
    for kind in rules.kinds.values():
        yield from _one(kind, "kind", kind.entry.under, kinds, "under")
        yield from _known(kind, "attribute", kind.entry.keeps, attributes, "keeps")
        yield from _known(kind, "attribute", kind.entry.leaves, attributes, "leaves")
        yield from _known(kind, "attribute", kind.entry.lends, attributes, "lends")
        for meant, other in kind.entry.means.items():
            yield from _one(kind, "attribute", meant, attributes, "means", meant)
            yield from _one(kind, "attribute", other, attributes, "means", meant)
    for constraint in rules.constraints.values():
        yield from misfits(constraint)
        for key in NAMING:
            yield from _one(constraint, "attribute", getattr(constraint.entry, key), attributes, key)
        for key in LISTING:
            yield from _known(constraint, "attribute", getattr(constraint.entry, key), attributes, key)
    for relation in rules.relations.values():
        for message in mistakes(relation.entry.kind, relation.entry.pattern):
            yield relation.problem(message, "pattern")
    entities = rules.given["entities"]
    for entity in rules.entities.values():
        yield from _one(entity, "kind", entity.entry.kind, kinds, "kind")
        yield from _one(entity, "entity", entity.entry.part_of, entities, "part_of")
        yield from _known(entity, "entity", entity.entry.never_same, entities, "never_same")
        yield from _not_itself(entity, entity.entry.never_same, "never_same")
    yield from _containment(rules)
    sources = rules.given["sources"]
    for source in rules.sources.values():
        yield from _known(source, "source", source.entry.copies, sources, "copies")
        yield from _not_itself(source, source.entry.copies, "copies")


def _not_itself(located: Located[Any], names: Sequence[str], key: str) -> Iterator[Problem]:
    for index, name in enumerate(names):
        if name == located.id:
            yield located.problem(f"'{name}' is this entry itself: name another one here", key, index)


def _containment(rules: Rules) -> Iterator[Problem]:
    regions = rules.given["regions"]
    for region in rules.regions.values():
        yield from _known(region, "region", region.entry.within, regions, "within")
    within = {id: region.entry.within for id, region in rules.regions.items()}
    yield from _within_itself(rules.regions, within, "within", "lies within itself: name what contains it")
    wholes = {id: (entity.entry.part_of or "",) for id, entity in rules.entities.items()}
    yield from _within_itself(rules.entities, wholes, "part_of", "is a part of itself: name the whole")
    broader = {id: (kind.entry.under or "",) for id, kind in rules.kinds.items()}
    yield from _within_itself(rules.kinds, broader, "under", "is under itself: name a broader kind")


def _within_itself(
    group: Mapping[str, Located[Any]], leads: Mapping[str, Sequence[str]], key: str, told: str
) -> Iterator[Problem]:
    for located in group.values():
        if located.id in _reached(located.id, leads):
            yield located.problem(f"'{located.id}' {told}", key)


def _reached(start: str, leads: Mapping[str, Sequence[str]]) -> set[str]:
    """Return all ids that an id leads to, directly or by others."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = set(leads.get(waiting.pop(), ())) - found
        found |= new
        waiting += new
    return found


def _statistics(rules: Rules) -> Iterator[Problem]:
    """Yield a problem for each statistic, and each part, that no language has words for."""
    for key, name in (("statistics", "statistic"), ("scopes", "scope")):
        if any(key in language.wrong for language in rules.languages.values()):
            continue
        known = {words.value for lang in rules.languages.values() for words in getattr(lang.entry, key)}
        for attribute in rules.attributes.values():
            yield from _one(attribute, name, getattr(attribute.entry, name), known, name)


def _names(rules: Rules) -> Iterator[Problem]:
    """Yield a problem for each name that two entries of a folder share, or that is no more than a noun."""
    yield from _shared(rules.regions.values(), "region")
    yield from _shared(rules.sources.values(), "source")
    yield from _shared(rules.entities.values(), "entity")
    yield from _shared(rules.kinds.values(), "kind")
    yield from _shared(rules.nouns.values(), "noun")
    nouns = {_key(noun): kind.id for kind in rules.kinds.values() for noun in kind.entry.nouns}
    for entity in rules.entities.values():
        for name, inner in _named(entity.entry):
            if _key(name) in nouns:
                noun = f"'{name}' alone is a noun of the kind '{nouns[_key(name)]}'"
                yield entity.problem(f"{noun}, which any such thing bears: leave it out", *inner)


def _shared(group: Iterable[Located[Any]], what: str) -> Iterator[Problem]:
    owner: dict[str, Located[Any]] = {}
    for located in group:
        for name, inner in filter(itemgetter(0), _named(located.entry)):
            other = owner.setdefault(_key(name), located)
            if other is not located:
                place = other.problem("")
                where = (
                    f"'{other.id}' ({place.path}:{place.line})" if other.id else f"{place.path}:{place.line}"
                )
                yield located.problem(f"'{name}' also names {where}: a name is of one {what}", *inner)


def _key(name: str) -> str:
    return folded(name).lower()


def _named(
    entry: EntityEntry | KindEntry | NounEntry | RegionEntry | SourceEntry,
) -> list[tuple[str, Sequence[str | int]]]:
    """Return the names of an entry, each with the way to it inside the entry."""
    if isinstance(entry, KindEntry):
        endings = [(ending, ("endings", index)) for index, ending in enumerate(entry.endings)]
        return [*((noun, ("nouns", index)) for index, noun in enumerate(entry.nouns)), *endings]
    if isinstance(entry, NounEntry):
        return [(word, ("words", index)) for index, word in enumerate(entry.words)]
    aliases = [(alias, ("aliases", index)) for index, alias in enumerate(entry.aliases)]
    if isinstance(entry, RegionEntry):
        return [(entry.name.zh, ("name", "zh")), (entry.name.en, ("name", "en")), *aliases]
    return [(entry.name, ("name",)), *aliases]


def _bounds(rules: Rules) -> Iterator[Problem]:
    bounded: list[Located[Any]] = [*rules.attributes.values(), *rules.constraints.values()]
    for located in bounded:
        low, high = located.entry.minimum, located.entry.maximum
        if low is not None and high is not None and Fraction(low) > Fraction(high):
            yield located.problem(f"the minimum {low} lies above the maximum {high}: swap them", "minimum")
    for attribute in rules.attributes.values():
        gap = attribute.entry.tolerance
        if gap is not None and not 0 <= Fraction(gap) < 1:
            message = f'{gap} is no relative gap: write one from "0" to below "1", such as "0.05" for 5 %'
            yield attribute.problem(message, "tolerance")


def _ignore(ignore: Located[IgnoreEntry]) -> Iterator[Problem]:
    entry = ignore.entry
    if entry.pattern is not None and entry.words:
        yield ignore.problem("a pattern and words: keep one of them, or write two entries", "words", key=True)
    if entry.pattern is None and not entry.words and not ignore.wrong & {"pattern", "words"}:
        yield ignore.problem(f"'{ignore.id}' needs a pattern or words")
    if entry.pattern is not None:
        message = wrong_with(entry.pattern)
        if message:
            yield ignore.problem(message, "pattern")


def _patterns(language: Located[LanguageEntry]) -> Iterator[Problem]:
    """Yield a problem for each pattern of a language that is none, could hang, or lacks a group."""
    entry = language.entry
    told: dict[tuple[str, ...], Any] = {(key,): getattr(entry, key) for key in _LANGUAGE_PATTERNS}
    told |= {("page", key): getattr(entry.page, key, ()) for key in _PAGE_PATTERNS}
    for path, value in told.items():
        lone = value is None or isinstance(value, str)
        for index, pattern in enumerate(filter(None, [value] if lone else value)):
            message = wrong_with(pattern) or _lacking(path[-1], re.compile(pattern))
            if message:
                yield language.problem(message, *path, *(() if lone else (index,)))


def _behind(language: Located[LanguageEntry]) -> Iterator[Problem]:
    """Yield a problem for each expression behind a word that is none or could hang, or whose word is none."""
    entry = language.entry
    for key in ("modality", "statistics", "bases", "scopes"):
        for index, one in enumerate(getattr(entry, key)):
            for word, pattern in one.unless_before.items():
                path = (key, index, "unless_before", word)
                message = wrong_with(pattern)
                if message:
                    yield language.problem(message, *path)
                if word not in one.words:
                    yield language.problem(f"'{word}' is none of the words of '{one.value}'", *path, key=True)


def _lacking(key: str, pattern: re.Pattern[str]) -> str:
    """Return what is wrong with the groups of a pattern under a key, or ""."""
    if key in _NAMED and not _NAMED[key] <= pattern.groupindex.keys():
        return f"no group of each name: {', '.join(f'(?P<{name}>…)' for name in sorted(_NAMED[key]))}"
    if key not in _WHOLE and not pattern.groups:
        return "no group: put what is meant in round brackets"
    return ""
