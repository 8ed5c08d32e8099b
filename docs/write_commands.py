"""Write docs/commands.md from the commands; a test says when it is out of date.

python docs/write_commands.py
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click

from verify.cli import COMMANDS

PAGE = Path(__file__).with_name("commands.md")
_HEAD = """\
# The commands

Every command with its arguments and options; `verify COMMAND --help` prints the same. This page is written by
`python docs/write_commands.py` from the commands in `verify/cli/`; mend those, not the page.

`-h` and `--help` work with each command. `verify --version` says which program it is, `verify --debug` with a
command where in the program an error arose. `python -m verify` is the same as `verify`. Exit statuses stand
in the [README](../README.md#exit-statuses). What you would type each time can stand in the
[configuration](configuration.md).

Your shell completes commands, options and their values:

    eval "$(_VERIFY_COMPLETE=bash_source verify)"       # bash, in ~/.bashrc
    eval "$(_VERIFY_COMPLETE=zsh_source verify)"        # zsh, in ~/.zshrc
    _VERIFY_COMPLETE=fish_source verify | source        # fish
"""


def page() -> str:
    """Return the page: a chapter for each command, a section for each of those below it."""
    commands = ((name, import_module(f"verify.cli.{name}").command) for name in COMMANDS)
    return _HEAD + "".join("".join(_chapter(item, ("verify", name))) for name, item in commands)


def _chapter(item: click.Command, path: tuple[str, ...]) -> Iterator[str]:
    context = click.Context(item, info_name=" ".join(path))
    yield f"\n{'#' * len(path)} `{' '.join(path)}`\n\n"
    usage = " ".join(item.collect_usage_pieces(context))
    yield f"    {' '.join(path)} {usage}\n\n"
    yield _paragraphs(item.help or "")
    options = [each for each in item.params if isinstance(each, click.Option)]
    if options:
        yield "\n| option | means |\n|---|---|\n"
        yield from (_row(option, context) for option in options)
    if isinstance(item, click.Group):
        for name in item.list_commands(context):
            below = item.get_command(context, name)
            assert below is not None
            yield from _chapter(below, (*path, name))


def _paragraphs(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n")) + "\n"


def _row(option: click.Option, context: click.Context) -> str:
    record = option.get_help_record(context)
    assert record is not None
    names, told = (" ".join(part.split()).replace("|", "\\|") for part in record)
    return f"| `{names}` | {told} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
