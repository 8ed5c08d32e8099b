"""``verify config``: what is in force, and what may be set."""

from __future__ import annotations

import json

import click

from verify.cli.options import configuration
from verify.cli.streams import emit


@click.group("config")
def command() -> None:
    """Show the configuration in force, or its JSON Schema."""


@command.command("show")
@click.option(
    "--format",
    "name",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Format of stdout.",
)
def show(name: str) -> int:
    """Show every key with its value and where that came from.

    That is the environment, the file, or the default.
    """
    from verify.config.showing import as_dict, as_text
    from verify.text.visible import visible

    found = configuration()
    if name == "json":
        emit(json.dumps(as_dict(found), ensure_ascii=False, indent=1) + "\n")
    else:
        emit(visible(as_text(found)))
    return 0


@command.command("schema")
def schema() -> int:
    """Print the JSON Schema of verify.toml, for editors."""
    from verify.config.keys import json_schema

    emit(json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n")
    return 0
