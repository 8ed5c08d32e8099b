"""``verify rules``: the catalogue of what the program knows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from verify.catalog.folders import FOLDERS, UNITS
from verify.catalog.suggest import did_you_mean
from verify.cli.options import cache, rule_options
from verify.cli.streams import emit
from verify.errors import RulesError, UsageError

if TYPE_CHECKING:
    from verify.catalog.catalog import Catalog

_ALL = (*FOLDERS, UNITS)
_LISTED = ", ".join(_ALL)


@click.group("rules")
def command() -> None:
    """Show and check what is known of things, units and sources."""


@command.command("list")
@click.argument("folder", required=False)
@rule_options
def list_(folder: str | None, rules: tuple[Path, ...], rules_only: Path | None) -> int:
    """List every entry, or those of one FOLDER.

    A folder is attributes, entities, units and so on.
    """
    from verify import api

    if folder is not None and folder not in _ALL:
        hint = did_you_mean(folder, _ALL) or f"; known are {_LISTED}"
        raise UsageError(f"no folder of rules '{folder}'{hint}")
    catalog = api.load_rules(rules, rules_only, cache())
    for name in [folder] if folder else _ALL:
        emit("".join(f"{name}/{ident}\n" for ident in _entries(catalog, name)))
    return 0


@command.command("show")
@click.argument("entry")
@rule_options
def show(entry: str, rules: tuple[Path, ...], rules_only: Path | None) -> int:
    """Show the ENTRY of that id, or FOLDER/ID."""
    from verify import api

    catalog = api.load_rules(rules, rules_only, cache())
    folder, _, rest = entry.partition("/")
    asked = {folder: rest} if folder in _ALL else dict.fromkeys(_ALL, entry)
    found = {
        f"{name}/{ident}": entries[ident]
        for name, ident in asked.items()
        if ident in (entries := _entries(catalog, name))
    }
    if not found:
        raise UsageError(f"no rule {entry!r}; 'verify rules list' shows all")
    for name, fields in found.items():
        emit(json.dumps({name: fields}, ensure_ascii=False, indent=1) + "\n")
    return 0


@command.command("check")
@rule_options
def check(rules: tuple[Path, ...], rules_only: Path | None) -> int:
    """Check every rule file, and tell all mistakes at once.

    Where there are none, the examples are run of the rules that are named; of those that ship with the
    program where none is.
    """
    from verify import api, examples
    from verify.catalog import load
    from verify.catalog.rule_files import shown
    from verify.catalog.unit_references import hidden_measures

    folders = api.rule_folders(rules, rules_only)
    try:
        catalog, located = load.located(folders)
    except RulesError as error:
        error.add_note("the examples are run when these are mended")
        raise
    own = tuple(f"{shown(folder)}/" for folder in (folders[1:] if rules and rules_only is None else folders))
    problems = examples.problems(catalog, located, own)
    if problems:
        raise RulesError(problems)
    for warning in hidden_measures(located, catalog.units):
        if warning.path.startswith(own):
            click.echo(str(warning), err=True)
    counts = (f"{len(_entries(catalog, name))} {name}" for name in _ALL)
    emit(f"rules are sound: {', '.join(counts)}\n")
    return 0


@command.command("suggest")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@rule_options
def suggest(paths: tuple[Path, ...], rules: tuple[Path, ...], rules_only: Path | None) -> int:
    """Print entries for names that were nearly taken for one thing.

    They are names of the sources in PATHS; an editor accepts or turns them down.
    """
    from verify import api
    from verify.report.suggest import suggestions

    emit(suggestions(api.check(paths, rules=rules, rules_only=rules_only, cache=cache())))
    return 0


@command.command("schema")
@click.argument("folder")
def schema(folder: str) -> int:
    """Print the JSON Schema of the files in FOLDER, for editors."""
    from verify.catalog import load

    emit(json.dumps(load.schema_json(folder), ensure_ascii=False, indent=1) + "\n")
    return 0


def _entries(catalog: Catalog, folder: str) -> Mapping[str, Any]:
    """Return what a folder holds by id, or of units by name, as it is printed."""
    if folder == UNITS:
        return _units(catalog)
    return {
        entry.id: entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        for entry in getattr(catalog, FOLDERS[folder])
    }


def _units(catalog: Catalog) -> Mapping[str, Any]:
    found: dict[str, dict[str, Any]] = {}
    for line in catalog.units.lines:
        unit = found.setdefault(line.name, {})
        if line.definition:
            unit["definition"] = line.definition
        unit.setdefault("spellings", []).extend(line.spellings)
        if line.groups:
            unit["prefixes"] = list(line.groups)
    return found
