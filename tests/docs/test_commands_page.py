"""The page of the commands has every command and option, each with its meaning."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from verify.cli import COMMANDS, _verify

DOCS = Path(__file__).parents[2] / "docs"


def script() -> Any:
    spec = importlib.util.spec_from_file_location("write_commands", DOCS / "write_commands.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def commands(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in COMMANDS if group is _verify else group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")


ALL = dict(commands(_verify, "verify"))


def test_the_page_is_what_the_command_line_says_of_itself() -> None:
    committed = (DOCS / "commands.md").read_text(encoding="utf-8")
    assert committed == script().page(), "run python docs/write_commands.py"


@pytest.mark.parametrize("path", ALL)
def test_a_command_says_what_it_does_and_what_each_option_means(path: str) -> None:
    command = ALL[path]
    assert command.help
    chapter = (DOCS / "commands.md").read_text(encoding="utf-8").split(f"# {path}\n")[1].split("\n## ")[0]
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, option.name
            assert all(name in chapter for name in option.opts)
