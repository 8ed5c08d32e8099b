"""``verify diff``: what became of the findings between two reports."""

from __future__ import annotations

import json
from pathlib import Path

import click

from verify.cli.streams import emit

_REPORT = click.Path(path_type=Path)


@click.command("diff")
@click.argument("old", type=_REPORT, metavar="OLD.json")
@click.argument("new", type=_REPORT, metavar="NEW.json")
@click.option(
    "--format",
    "name",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Format of stdout.",
)
def command(old: Path, new: Path, name: str) -> int:
    """Tell what is new, resolved or changed between two reports.

    It is findings that are held against each other. Changed is the same fact with another set of values, or a
    finding of another severity or state.
    """
    from verify.report.difference import difference, told
    from verify.report.stored import stored
    from verify.text.visible import inert_json

    before, after = stored(old), stored(new)
    found = difference(before, after)
    if name == "json":
        emit(inert_json(json.dumps(found.as_dict(), ensure_ascii=False, indent=1) + "\n"))
    else:
        emit(told(found, before, after))
    return 0
