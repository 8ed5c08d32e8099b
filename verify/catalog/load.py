"""Read the rule folders into one checked catalogue.

Comes in: folders laid out as ``rules/README.md`` says, the shipped one first, the user's own
layered over it (an entry with the id of an earlier one replaces it).  Goes out: a ``Catalog``,
or one ``RulesError`` with the mistakes of all files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from verify.cache.program import fingerprint
from verify.cache.records import dumps, loads
from verify.cache.store import Store, key
from verify.catalog.catalog import Catalog
from verify.catalog.folders import UNITS
from verify.catalog.rule_files import RuleFile, layers, rule_files
from verify.catalog.schema import MODELS
from verify.catalog.suggest import did_you_mean
from verify.errors import Problem, RulesError, UsageError

if TYPE_CHECKING:
    from verify.catalog.rules import Rules

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
    return _compiled(folders, *_files(folders))[2]


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


Files = list[list[RuleFile]]
"""The files of each layer."""


def _files(folders: Sequence[Path]) -> tuple[Files, list[Problem]]:
    problems: list[Problem] = []
    return [list(rule_files(folder, problems)) for folder in layers(folders)], problems


def _told(files: Files) -> Iterator[str]:
    """Yield all that a catalogue is made from: its units know the places of their lines."""
    for layer in files:
        yield str(len(layer))
        for file in layer:
            yield from (file.folder, file.path, file.text)


def _compiled(
    folders: Sequence[Path], files: Files, problems: list[Problem]
) -> tuple[Catalog | None, Rules, tuple[Problem, ...]]:
    from verify.catalog.compiling import compiled  # noqa: PLC0415 - 50 ms, not where they are kept

    return compiled(folders, files, problems)


def _sound(folders: Sequence[Path], files: Files, problems: list[Problem]) -> tuple[Catalog, Rules]:
    catalog, rules, mistakes = _compiled(folders, files, problems)
    if mistakes or catalog is None:
        raise RulesError(mistakes)
    return catalog, rules
