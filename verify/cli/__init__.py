"""The command line: arguments in, results on stdout, messages on stderr, an exit status.

Commands stand in modules of their own (``run``, ``check`` …), each with a click command called
``command``; they are imported when they are called for, so that ``--help`` is quick.  Exit
statuses: 70 internal error, 74 an output could not be written, 2 a mistake in the call or the rules,
1 findings, 3 incomplete, 0 all well; of several the first of this list.
"""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from verify import __version__
from verify.cli.statuses import INTERNAL_ERROR, INTERRUPTED
from verify.errors import FilesError, OutputError, VerifyError
from verify.model.memory import collecting_seldom

COMMANDS = (
    *("run", "check", "extract", "parse", "compare", "explain", "diff", "baseline"),
    *("table", "rules", "review", "config", "init"),
)
"""In the order of the help."""


class _InterruptedError(Exception):
    """Ctrl-C during a command; click would print a line of its own for a KeyboardInterrupt."""


class _Commands(click.Group):
    """Imports a command when it is asked for."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            raise _InterruptedError from error

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from verify.catalog.suggest import did_you_mean

            raise click.UsageError(f"no command {name!r}{did_you_mean(name, COMMANDS)}", ctx)
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"verify.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command


@click.command(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="verify")
@click.option("--debug", is_flag=True, help="Show where in the program an error arose.")
def _verify(debug: bool) -> None:
    """Cross-check the figures of a folder of sources.

    Says which figures agree, which conflict and which rest on one source, each with the sentences it
    came from.
    """


def main(args: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    words = list(sys.argv[1:] if args is None else args)
    try:
        with collecting_seldom():
            return _run(words)
    except BrokenPipeError:
        # Whoever read our output has seen enough (verify … | head); keep the interpreter from saying so.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, _InterruptedError):
        click.echo("verify: interrupted", err=True)
        return INTERRUPTED
    except Exception as error:
        return _internal(error, words)


def _run(words: list[str]) -> int:
    try:
        # Commands return their status; help and version return none.
        status: Any = _verify.main(words, prog_name="verify", standalone_mode=False)
        return status if isinstance(status, int) else 0
    except click.Abort as error:
        raise KeyboardInterrupt from error
    except click.ClickException as error:
        shown = io.StringIO()
        error.show(shown)
        click.echo(_visible(shown.getvalue()), err=True, nl=False)
        return error.exit_code
    except FilesError as error:
        # Each mistake begins with its place, so that an editor can jump to it.
        click.echo(_visible(str(error)), err=True)
        count = len(error.problems)
        told = f"{count} mistake{'s' if count > 1 else ''} in the {error.files}"
        click.echo(f"verify: {told}", err=True)
        for note in getattr(error, "__notes__", ()):
            click.echo(f"verify: {note}", err=True)
        return error.exit_status
    except VerifyError as error:
        click.echo(_visible(f"verify: {error}"), err=True)
        return error.exit_status
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.filename is not None:
            raise
        # Without a file it is stdout that failed: a full disk.
        failure = OutputError(f"stdout could not be written: {error.strerror}")
        click.echo(f"verify: {failure}", err=True)
        return failure.exit_status


def _visible(text: str) -> str:
    """Return a message with nothing in it that steers the terminal or the log of a CI service."""
    from verify.text.visible import visible

    return visible(text)


def _internal(error: Exception, words: Sequence[str]) -> int:
    if "--debug" in words:
        traceback.print_exc()
    told = _visible(" ".join(str(error).split()))
    click.echo(
        f"verify: internal error, {type(error).__name__}: {told}; please report it with the output of"
        f" 'verify --debug {' '.join(word for word in words if word != '--debug')}'",
        err=True,
    )
    return INTERNAL_ERROR
