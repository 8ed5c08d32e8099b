"""``verify rules``: the catalogue of what the program knows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from verify.catalog.folders import FOLDERS
from verify.cli.common import emit, rule_options
from verify.errors import RulesError, UsageError

if TYPE_CHECKING:
    from verify.catalog.catalog import Catalog
    from verify.catalog.schema import Entry


@click.group("rules")
def command() -> None:
    """Show and check the catalogue of entities, attributes, units and sources."""


@command.command("list")
@click.argument("folder", required=False, type=click.Choice(list(FOLDERS)))
@rule_options
def list_(folder: str | None, rules: tuple[Path, ...], rules_only: Path | None) -> int:
    """List every entry, or those of one FOLDER."""
    from verify import api

    catalog = api.load_rules(rules, rules_only)
    for name in [folder] if folder else FOLDERS:
        emit("".join(f"{name}/{ident}\n" for ident in _entries(catalog, name)))
    return 0


@command.command("show")
@click.argument("entry")
@rule_options
def show(entry: str, rules: tuple[Path, ...], rules_only: Path | None) -> int:
    """Show the ENTRY of that id, or FOLDER/ID."""
    from verify import api

    catalog = api.load_rules(rules, rules_only)
    folder, _, ident = entry.rpartition("/")
    found = {
        f"{name}/{ident}": entries[ident]
        for name in FOLDERS
        if folder in ("", name) and ident in (entries := _entries(catalog, name))
    }
    if not found:
        raise UsageError(f"no rule {entry!r}; 'verify rules list' shows all")
    for name, item in found.items():
        fields = item.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        emit(json.dumps({name: fields}, ensure_ascii=False, indent=1) + "\n")
    return 0


@command.command("check")
@rule_options
def check(rules: tuple[Path, ...], rules_only: Path | None) -> int:
    """Check every rule file, and tell all mistakes at once.

    The examples are run of the rules that are named; of those that ship with the program where none is.
    """
    from verify import api, examples

    folders = api.rule_folders(rules, rules_only)
    catalog = api.load_rules(rules, rules_only)
    own = folders[1:] if rules and rules_only is None else folders
    problems = examples.problems(folders, own)
    if problems:
        raise RulesError(problems)
    counts = (f"{len(_entries(catalog, name))} {name}" for name in FOLDERS)
    emit(f"rules are sound: {', '.join(counts)}\n")
    return 0


@command.command("schema")
@click.argument("folder", type=click.Choice(list(FOLDERS)))
def schema(folder: str) -> int:
    """Print the JSON Schema of the files in FOLDER, for editors."""
    from verify.catalog import load

    emit(json.dumps(load.schema_json(folder), ensure_ascii=False, indent=1) + "\n")
    return 0


def _entries(catalog: Catalog, folder: str) -> dict[str, Entry]:
    return {entry.id: entry for entry in getattr(catalog, FOLDERS[folder])}
