"""Check the files of rule folders, and make one catalogue of them.

Comes in: the texts of the files, layer by layer.  Goes out: a ``Catalog``, its entries with their places, or
the mistakes of all files.  Which files there are, and whether they were compiled before, is left to
``catalog.load``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from verify.catalog import references
from verify.catalog.catalog import Catalog
from verify.catalog.folders import LANGUAGES, UNITS
from verify.catalog.rule_files import RuleFile, digest, shown
from verify.catalog.rules import Rules
from verify.catalog.schema import MODELS
from verify.catalog.unit_load import read_units
from verify.catalog.validate import E, Located, entries, ids
from verify.catalog.yaml import Parsed, read
from verify.errors import Problem
from verify.text.fold import folded

_Layer = dict[str, dict[str, Located[Any]]]
"""Folder to its entries by id."""


def compiled(
    folders: Sequence[Path], files: Sequence[Sequence[RuleFile]], problems: list[Problem]
) -> tuple[Catalog | None, Rules, tuple[Problem, ...]]:
    """Return the catalogue of the files of each layer, its entries with their places, and all mistakes.

    ``problems`` are those of listing the files.  There is no catalogue where there is a mistake.
    """
    merged: _Layer = {folder: {} for folder in MODELS}
    given: dict[str, set[str]] = {folder: set() for folder in MODELS}
    over: dict[str, int] = {}
    for number, layer in enumerate(files):
        for folder, located in _layer(layer, given, problems).items():
            merged[folder] |= located
            over |= dict.fromkeys(located if folder == "attributes" and number else (), number)
    everything = [file for layer in files for file in layer]
    units, misfits = read_units([(file.path, file.text) for file in everything if file.folder == UNITS])
    problems += misfits
    rules = Rules(**merged, given=given)
    problems += references.check(rules, units)
    problems += _lacking(folders, everything)
    ordered = tuple(sorted(set(problems), key=lambda p: (p.path, p.line, p.column, p.message)))
    if ordered or units is None:
        return None, rules, ordered
    for noun in _sorted(rules.nouns):
        units.nouns |= {folded(word).lower(): noun.words[0] for word in noun.words}
    catalog = Catalog(
        units=units,
        languages=_sorted(rules.languages),
        attributes=_sorted(rules.attributes),
        entities=_sorted(rules.entities),
        kinds=_sorted(rules.kinds),
        nouns=_sorted(rules.nouns),
        regions=_sorted(rules.regions),
        sources=_sorted(rules.sources),
        ignores=_sorted(rules.ignore),
        fixes=_sorted(rules.fixes),
        constraints=_sorted(rules.constraints),
        relations=_sorted(rules.relations),
        over=over,
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
