"""Read the rule folders into one checked catalogue.

Comes in: folders laid out as ``rules/README.md`` says, the shipped one first, the user's own
layered over it (an entry with the id of an earlier one replaces it).  Goes out: a ``Catalog``,
or one ``RulesError`` with the mistakes of all files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from verify.catalog import references
from verify.catalog.catalog import Catalog
from verify.catalog.references import Rules
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
    SourceEntry,
)
from verify.catalog.suggest import did_you_mean
from verify.catalog.units import UnitTable, load_units
from verify.catalog.validate import E, Located, entries, ids
from verify.catalog.yaml import read
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
    "languages": LanguageEntry,
}
"""Folder to the class of its entries."""
_UNITS = "units"
_FOLDERS = (*MODELS, _UNITS)
_BESIDE = frozenset({".md"})
"""Suffixes of files that explain the rules and are not read."""
_PACKAGED = Path(__file__).parent.parent / "rules"
_CHECKOUT = Path(__file__).parent.parent.parent / "rules"


def shipped() -> Path:
    """Return the folder of the rules that come with the program."""
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT


def load(folders: Sequence[Path]) -> Catalog:
    """Return the catalogue of rule folders, later ones layered over earlier ones.

    Raises ``RulesError`` with every mistake of every file, ``UsageError`` where a folder does not exist.
    """
    return located(folders)[0]


def located(folders: Sequence[Path]) -> tuple[Catalog, Rules]:
    """Return the same catalogue, and its entries with their places.  Raises what ``load`` does."""
    catalog, rules, problems = _load(folders)
    if problems or catalog is None:
        raise RulesError(problems)
    return catalog, rules


def check(folders: Sequence[Path]) -> tuple[Problem, ...]:
    """Return the mistakes of all rule files, by place; none when ``load`` would succeed.

    Raises ``UsageError`` where a folder does not exist.
    """
    return _load(folders)[2]


def schema_json(folder: str) -> dict[str, Any]:
    """Return the JSON Schema of the files of one folder, for editors.

    Raises ``UsageError`` for a folder that holds no YAML.
    """
    if folder not in MODELS:
        hint = did_you_mean(folder, MODELS) or f"; known are {', '.join(sorted(MODELS))}"
        raise UsageError(f"no schema for '{folder}'{hint}")
    model: Any = MODELS[folder]
    return TypeAdapter(list[model]).json_schema(by_alias=True)


@dataclass(frozen=True, slots=True)
class _File:
    folder: str
    path: str
    """From the parent of the rules folder, with forward slashes."""
    text: str


_Layer = dict[str, dict[str, Located[Any]]]
"""Folder to its entries by id."""


def _load(folders: Sequence[Path]) -> tuple[Catalog | None, Rules, tuple[Problem, ...]]:
    problems: list[Problem] = []
    files = [list(_files(folder, problems)) for folder in folders]
    merged: _Layer = {folder: {} for folder in MODELS}
    given: dict[str, set[str]] = {folder: set() for folder in MODELS}
    for layer in files:
        for folder, located in _layer(layer, given, problems).items():
            merged[folder] |= located
    everything = [file for layer in files for file in layer]
    units = _unit_table(everything, problems)
    rules = Rules(**merged, given=given)
    problems += references.check(rules, units)
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
        digest=_digest(everything),
    )
    return catalog, rules, ()


def _sorted(located: dict[str, Located[E]]) -> tuple[E, ...]:
    return tuple(located[id].entry for id in sorted(located))


def _files(root: Path, problems: list[Problem]) -> Iterator[_File]:
    """Yield the rule files of a folder in the order of their names."""
    if not root.is_dir():
        raise UsageError(f"no such rules folder: {root}")
    name = root.resolve().name
    for entry in sorted(root.iterdir()):
        shown = f"{name}/{entry.name}"
        if entry.name.startswith(".") or entry.suffix in _BESIDE:
            continue
        if not entry.is_dir():
            message = f"a file beside the folders: it belongs into one of {_listed()}"
            problems.append(Problem(shown, 1, 1, message))
        elif entry.name not in _FOLDERS:
            hint = did_you_mean(entry.name, _FOLDERS) or f"; known are {_listed()}"
            problems.append(Problem(shown, 1, 1, f"unknown folder '{entry.name}'{hint}"))
        else:
            yield from _folder(entry, shown, problems)


def _listed() -> str:
    return ", ".join(sorted(_FOLDERS))


def _folder(folder: Path, shown: str, problems: list[Problem]) -> Iterator[_File]:
    suffix = ".txt" if folder.name == _UNITS else ".yaml"
    for entry in sorted(folder.iterdir()):
        path = f"{shown}/{entry.name}"
        if entry.name.startswith(".") or entry.suffix in _BESIDE:
            continue
        if entry.suffix != suffix or not entry.is_file():
            problems.append(Problem(path, 1, 1, f"not a {suffix} file, which is all that {shown} holds"))
            continue
        text = _text(entry, path, problems)
        if text is not None:
            yield _File(folder.name, path, text)


def _text(file: Path, path: str, problems: list[Problem]) -> str | None:
    try:
        content = file.read_bytes()
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problems.append(Problem(path, line, 1, "not UTF-8: save the file in that encoding"))
    except OSError as error:
        problems.append(Problem(path, 1, 1, f"cannot be read: {error.strerror}"))
    return None


def _layer(files: Sequence[_File], given: dict[str, set[str]], problems: list[Problem]) -> _Layer:
    """Return the valid entries of one rules folder; add their ids and those of the others to ``given``."""
    layer: _Layer = {folder: {} for folder in MODELS}
    for file in files:
        if file.folder not in MODELS:
            continue
        parsed, mistakes = read(file.path, file.text)
        located, misfits = entries(parsed, MODELS[file.folder])
        told = {(problem.line, problem.column) for problem in mistakes}
        problems += [*mistakes, *(misfit for misfit in misfits if (misfit.line, misfit.column) not in told)]
        given[file.folder] |= ids(parsed)
        for entry in located:
            first = layer[file.folder].setdefault(entry.id, entry)
            if first is not entry:
                other = first.problem("")
                message = f"the id '{entry.id}' stands in {other.path}:{other.line} already: keep one"
                problems.append(entry.problem(message, "id"))
    return layer


def _unit_table(files: Sequence[_File], problems: list[Problem]) -> UnitTable | None:
    try:
        return load_units([(file.path, file.text) for file in files if file.folder == _UNITS])
    except RulesError as error:
        problems += error.problems
        return None


def _digest(files: Sequence[_File]) -> str:
    digest = hashlib.sha256()
    for file in files:
        for part in (file.path, file.text):
            digest.update(part.encode())
            digest.update(b"\0")
    return digest.hexdigest()
