"""``verify init``: a first configuration."""

from __future__ import annotations

from pathlib import Path

import click

from verify.cli.streams import emit


@click.command("init")
def command() -> int:
    """Write a verify.toml with a comment on every key.

    It is written from what is found in this folder; nothing is ever overwritten.
    """
    from verify.config import find
    from verify.config.starting import FILE, first
    from verify.errors import OutputError, UsageError

    here = Path.cwd()
    found = find(here)
    if found.folder == here:
        raise UsageError(f"{found.file} configures this folder already; nothing was written")
    text = first(here)
    try:
        with (here / FILE).open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise OutputError(f"cannot write {FILE}: {error.strerror}") from error
    emit(f"{FILE}\n")
    if found.file:
        click.echo(f"verify: here it takes the place of {found.file}", err=True)
    return 0
