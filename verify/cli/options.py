"""The options that several commands share, and what the configuration says where they are not given.

Comes in: the call.  Goes out: click options, and look-ups of what they and ``verify.toml`` come to.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from verify.errors import UsageError

if TYPE_CHECKING:
    from verify.config import Configuration

_CACHE = "verify.cache"
_WORKERS = "verify.workers"
SOURCES = click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
"""Without any, those of the configuration are read: ``chosen``."""
AGAINST = click.option(
    "--against",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="Hold the figures of PATHS, drafts, against these sources; repeatable.",
)
FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="Exit 1 on new findings of this level or worse.  [default: error]",
)
SHOW = click.option(
    "--show",
    type=click.Choice(["error", "warning", "note"]),
    help="Show findings of this level or worse; the others are counted.  [default: warning]",
)
BASELINE = click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The file of known findings, which neither show nor fail.",
)
TODAY = click.option(
    "--today",
    callback=lambda context, parameter, value: day(value, "--today"),
    metavar="YYYY-MM-DD",
    help="Day on which suppressions are judged.  [default: that of the system]",
)
DECISIONS = click.option(
    "--decisions",
    metavar="FILE|URL",
    help="What editors decided on the review page: its decisions.json, or its database.",
)
LANG = click.option(
    "--lang",
    type=click.Choice(["en", "zh"]),
    help="Language of the words around the quotations.  [default: en]",
)
COLOUR = click.option(
    "--color",
    "colour",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours on stdout; auto: where it is a terminal and NO_COLOR is not set.",
)


def day(text: object, name: str) -> dt.date | None:
    """Return a day as it is written, None for none; UsageError names the option or field."""
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(str(text))
    except ValueError:
        raise UsageError(f"{name} takes a day such as 2022-01-24; found {text!r}") from None


def configuration() -> Configuration:
    """Return the configuration of the current folder, read once a call.  Raises ConfigurationError."""
    from verify.config import find

    context = click.get_current_context().find_root()
    if context.obj is None:
        context.obj = find(Path.cwd(), os.environ)
    found: Configuration = context.obj
    return found


def language(asked: str | None) -> Literal["en", "zh"]:
    """Return the language of the pages: the one asked for, else that of the configuration, else English.

    The locale has no say, since the same input gives the same bytes anywhere.
    """
    return "zh" if (asked or configuration().keys.lang) == "zh" else "en"


def chosen(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the paths of the call, else those of the configuration; UsageError where there are none."""
    found = paths or configuration().paths
    if not found:
        raise click.UsageError("no sources: name a PATH, or set 'paths' in verify.toml")
    return found


def rule_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add ``--rules`` and ``--rules-only``; each that is not given is taken from the configuration.

    With them come the options of the cache, in which the compiled rules are kept: see ``cache``.
    """

    @wraps(command)
    def configured(
        *args: object,
        rules: tuple[Path, ...],
        rules_only: Path | None,
        cache_dir: Path | None,
        no_cache: bool,
        **options: object,
    ) -> int:
        found = configuration()
        chosen = None if no_cache else cache_dir or found.cache
        click.get_current_context().find_root().meta[_CACHE] = chosen
        return command(
            *args, rules=rules or found.rules, rules_only=rules_only or found.rules_only, **options
        )

    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    for option in (
        click.option("--no-cache", is_flag=True, help="Keep nothing, and use nothing that was kept."),
        click.option(
            "--cache-dir",
            type=click.Path(file_okay=False, path_type=Path),
            help="Where what was worked out before is kept.  [default: the user's cache folder]",
        ),
        click.option("--rules-only", type=folder, help="Rules in place of those that ship with the program."),
        click.option("--rules", multiple=True, type=folder, help="Rules on top of the others; repeatable."),
    ):
        configured = option(configured)
    return configured


def cache() -> Path | None:
    """Return the folder of what was worked out before; None where nothing is to be kept."""
    found: Path | None = click.get_current_context().find_root().meta[_CACHE]
    return found


def _worker(context: click.Context, parameter: click.Parameter, value: int | str) -> None:
    context.find_root().meta.setdefault(_WORKERS, {})[parameter.name] = value


def worker_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add ``--jobs`` and ``--engine``, which ``reading`` tells of."""
    jobs = click.option(
        "--jobs",
        type=click.IntRange(min=0),
        default=0,
        metavar="N",
        callback=_worker,
        expose_value=False,
        help="Processes that share what is too much for one; the report is the same.  [default: one a core]",
    )
    engine = click.option(
        "--engine",
        default="local",
        show_default=True,
        metavar="local|dask|dask://HOST:PORT",
        callback=_worker,
        expose_value=False,
        help="Who works: processes here, those of dask here, or a cluster of dask.",
    )
    return jobs(engine(command))


def workers() -> dict[str, Any]:
    """Return what the call says of who works, as ``api`` takes it: one process a core if nothing."""
    told: dict[str, Any] = click.get_current_context().find_root().meta.get(_WORKERS, {"jobs": 0})
    return told
