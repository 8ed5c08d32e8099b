"""Read the rule folders into one checked catalogue.

Comes in: folders laid out as ``rules/README.md`` says, the shipped one first, the user's own
layered over it (an entry with the id of an earlier one replaces it).  Goes out: a ``Catalog``,
or one ``RulesError`` with the mistakes of all files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from verify.cache.program import fingerprint
from verify.cache.records import dumps, loads
from verify.cache.store import Store, key
from verify.catalog import references
from verify.catalog.catalog import Catalog
from verify.catalog.folders import LANGUAGES, UNITS
from verify.catalog.rule_files import RuleFile, digest, layers, rule_files, shown
from verify.catalog.rules import Rules
from verify.catalog.schema import (
    AttributeEntry,
    ConstraintEntry,
    EntityEntry,
    Entry,
    FixEntry,
    IgnoreEntry,
    KindEntry,
    LanguageEntry,
    RegionEntry,
    RelationEntry,
    SourceEntry,
)
from verify.catalog.suggest import did_you_mean
from verify.catalog.unit_load import read_units
from verify.catalog.validate import E, Located, entries, ids
from verify.catalog.yaml import Parsed, read
from verify.errors import Problem, RulesError, UsageError

MODELS: dict[str, type[Entry]] = {
    "attributes": AttributeEntry,
    "entities": EntityEntry,
    "kinds": KindEntry,
    "regions": RegionEntry,
    "sources": SourceEntry,
    "ignore": IgnoreEntry,
    "fixes": FixEntry,
    "constraints": ConstraintEntry,
    "relations": RelationEntry,
    "languages": LanguageEntry,
}
"""Folder to the class of its entries."""
_PACKAGED = Path(__file__).parent.parent / "rules"
_CHECKOUT = Path(__file__).parent.parent.parent / "rules"


def shipped() -> Path:
    """Return the folder of the rules that come with the program."""
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT


def load(folders: Sequence[Path], store: Store | None = None) -> Catalog:
    """Return the catalogue of rule folders, later ones layered over earlier ones.

    With ``store`` it is compiled once for the same files, program and libraries.  Raises ``RulesError`` with
    every mistake of every file, ``UsageError`` where a folder does not exist.
    """
    files, problems = _files(folders)
    if store is None or problems:
        return _sound(folders, files, problems)[0]
    same = key("catalogue", fingerprint(), *_told(files))
    kept = store.get(same)
    catalog = None if kept is None else loads(Catalog, kept)
    if catalog is None:
        catalog = _sound(folders, files, problems)[0]
        store.put(same, dumps(Catalog, catalog))
    return catalog


def located(folders: Sequence[Path]) -> tuple[Catalog, Rules]:
    """Return the same catalogue, and its entries with their places.  Raises what ``load`` does."""
    return _sound(folders, *_files(folders))


def check(folders: Sequence[Path]) -> tuple[Problem, ...]:
    """Return the mistakes of all rule files, by place; none when ``load`` would succeed.

    Raises ``UsageError`` where a folder does not exist.
    """
    return _load(folders, *_files(folders))[2]


def schema_json(folder: str) -> dict[str, Any]:
    """Return the JSON Schema of the files of one folder, for editors.

    Raises ``UsageError`` for a folder that holds no YAML.
    """
    if folder not in MODELS:
        if folder == UNITS:
            raise UsageError("no schema for 'units': its files are lines, which rules/README.md explains")
        hint = did_you_mean(folder, MODELS) or f"; known are {', '.join(sorted(MODELS))}"
        raise UsageError(f"no schema for '{folder}'{hint}")
    model: Any = MODELS[folder]
    return TypeAdapter(list[model]).json_schema(by_alias=True)


_Layer = dict[str, dict[str, Located[Any]]]
"""Folder to its entries by id."""


_Files = list[list[RuleFile]]
"""The files of each layer."""


def _files(folders: Sequence[Path]) -> tuple[_Files, list[Problem]]:
    problems: list[Problem] = []
    return [list(rule_files(folder, problems)) for folder in layers(folders)], problems


def _told(files: _Files) -> Iterator[str]:
    """Yield all that a catalogue is made from: its units know the places of their lines."""
    for layer in files:
        yield str(len(layer))
        for file in layer:
            yield from (file.folder, file.path, file.text)


def _sound(folders: Sequence[Path], files: _Files, problems: list[Problem]) -> tuple[Catalog, Rules]:
    catalog, rules, mistakes = _load(folders, files, problems)
    if mistakes or catalog is None:
        raise RulesError(mistakes)
    return catalog, rules


def _load(
    folders: Sequence[Path], files: _Files, problems: list[Problem]
) -> tuple[Catalog | None, Rules, tuple[Problem, ...]]:
    merged: _Layer = {folder: {} for folder in MODELS}
    given: dict[str, set[str]] = {folder: set() for folder in MODELS}
    for layer in files:
        for folder, located in _layer(layer, given, problems).items():
            merged[folder] |= located
    everything = [file for layer in files for file in layer]
    units, misfits = read_units([(file.path, file.text) for file in everything if file.folder == UNITS])
    problems += misfits
    rules = Rules(**merged, given=given)
    problems += references.check(rules, units)
    problems += _lacking(folders, everything)
    ordered = tuple(sorted(set(problems), key=lambda p: (p.path, p.line, p.column, p.message)))
    if ordered or units is None:
        return None, rules, ordered
    catalog = Catalog(
        units=units,
        languages=_sorted(rules.languages),
        attributes=_sorted(rules.attributes),
        entities=_sorted(rules.entities),
        kinds=_sorted(rules.kinds),
        regions=_sorted(rules.regions),
        sources=_sorted(rules.sources),
        ignores=_sorted(rules.ignore),
        fixes=_sorted(rules.fixes),
        constraints=_sorted(rules.constraints),
        relations=_sorted(rules.relations),
        digest=digest(everything),
    )
    return catalog, rules, ()


def _sorted(located: dict[str, Located[E]]) -> tuple[E, ...]:
    return tuple(located[id].entry for id in sorted(located))


def _lacking(folders: Sequence[Path], files: Sequence[RuleFile]) -> Iterator[Problem]:
    """Yield a problem where the folders together lack what reading any figure takes."""
    lacking = [folder for folder in (LANGUAGES, UNITS) if folder not in {file.folder for file in files}]
    if lacking and folders:
        message = (
            f"no {' and no '.join(lacking)}, without which nothing can be read:"
            " add them to the folder, or lay it over the shipped rules (--rules)"
        )
        yield Problem(shown(folders[0]), 1, 1, message)


def _layer(files: Sequence[RuleFile], given: dict[str, set[str]], problems: list[Problem]) -> _Layer:
    """Return the entries of one rules folder, those that are not valid too; add their ids to ``given``."""
    layer: _Layer = {folder: {} for folder in MODELS}
    for file in files:
        if file.folder not in MODELS:
            continue
        parsed, mistakes = read(file.path, file.text)
        located, misfits = entries(parsed, MODELS[file.folder])
        problems += _told_once(parsed, mistakes, misfits)
        given[file.folder] |= ids(parsed)
        for number, entry in enumerate(located):
            first = layer[file.folder].setdefault(entry.id or f"{file.path}#{number}", entry)
            if first is not entry:
                other = first.problem("")
                message = f"the id '{entry.id}' stands in {other.path}:{other.line} already: keep one"
                problems.append(entry.problem(message, "id"))
    return layer


def _told_once(parsed: Parsed, mistakes: Sequence[Problem], misfits: Sequence[Problem]) -> Iterator[Problem]:
    """Yield one problem for a place: of lacking quotes only where a text may stand."""
    unfit = {(problem.line, problem.column) for problem in misfits} & parsed.unquoted
    kept = [problem for problem in mistakes if (problem.line, problem.column) not in unfit]
    told = {(problem.line, problem.column) for problem in kept}
    yield from kept
    yield from (misfit for misfit in misfits if (misfit.line, misfit.column) not in told)
