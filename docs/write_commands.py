"""Write docs/commands.md from the command line itself; a test says when it is out of date.

python docs/write_commands.py
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import click

from verify.cli import COMMANDS, _verify

PAGE = Path(__file__).with_name("commands.md")
_HEAD = """\
# The commands

Every command with its arguments and options, as `verify COMMAND --help` tells them. This page is written by
`python docs/write_commands.py`; mend the texts in `verify/cli/`, not the page.

Options that a project sets once stand in [the configuration](configuration.md), exit statuses in [CI](ci.md).
Your shell completes commands and options, once its start-up file says so:

    eval "$(_VERIFY_COMPLETE=bash_source verify)"      # ~/.bashrc
    eval "$(_VERIFY_COMPLETE=zsh_source verify)"       # ~/.zshrc
    _VERIFY_COMPLETE=fish_source verify | source       # ~/.config/fish/completions/verify.fish
"""


def page() -> str:
    """Return the page: a table of the commands, then each with its options."""
    root = click.Context(_verify, info_name="verify")
    told = list(_commands(_verify, root))
    first = [(context, command) for context, command in told if context.parent is root]
    table = "".join(
        f"| [`{context.command_path}`](#{_anchor(context)}) | {command.get_short_help_str(200)} |\n"
        for context, command in first
    )
    chapters = "".join(_chapter(context, command) for context, command in told)
    return f"{_HEAD}\n| command | does |\n|---|---|\n{table}{_chapter(root, _verify)}{chapters}"


def _commands(group: click.Group, above: click.Context) -> Iterator[tuple[click.Context, click.Command]]:
    names = COMMANDS if group is _verify else group.list_commands(above)
    for name in names:
        command = group.get_command(above, name)
        assert command is not None
        context = click.Context(command, info_name=name, parent=above)
        yield context, command
        if isinstance(command, click.Group):
            yield from _commands(command, context)


def _chapter(context: click.Context, command: click.Command) -> str:
    usage = " ".join(command.collect_usage_pieces(context))
    options = [one for one in command.params if isinstance(one, click.Option)]
    told = [record for one in options if (record := one.get_help_record(context))]
    rows = "".join(f"| `{_cell(name)}` | {_cell(meaning)} |\n" for name, meaning in told)
    table = f"\n| option | means |\n|---|---|\n{rows}" if rows else ""
    level = "##" if context.parent is None or context.parent.parent is None else "###"
    return (
        f"\n{level} {context.command_path}\n\n{inspect.cleandoc(command.help or '')}\n"
        f"\n    {context.command_path} {usage}\n{table}"
    )


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _anchor(context: click.Context) -> str:
    return context.command_path.replace(" ", "-")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
