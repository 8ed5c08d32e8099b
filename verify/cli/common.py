"""What several commands share: options, output, statuses."""

from __future__ import annotations

import datetime as dt
import json
import os
import shlex
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from verify.errors import UsageError

if TYPE_CHECKING:
    from verify.config import Configuration
    from verify.model.judgement import Amendment, Decided
    from verify.model.report import Report
    from verify.report import schema

FINDINGS = 1
INCOMPLETE = 3

_CACHE = "verify.cache"
_WORKERS = "verify.workers"

REVIEW = "pip install 'claim-verify[review]'"
"""What the packages of the review page are installed by."""

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


def in_colour(report: schema.Report, wanted: str) -> schema.Report:
    """Return the report so that it is shown in colour where that is wanted.

    ``auto`` asks for a terminal, and for NO_COLOR to be unset or empty (no-color.org).
    """
    colour = wanted == "always" or (
        wanted == "auto" and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    )
    return report.model_copy(update={"call": report.call.model_copy(update={"colour": colour})})


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


def emit(text: str | bytes) -> None:
    """Write to stdout, in UTF-8 whatever the locale says: the same input gives the same bytes."""
    from verify.report.write import encoded

    sys.stdout.buffer.write(encoded(text))
    sys.stdout.buffer.flush()


def judged(
    paths: tuple[Path, ...],
    rules: tuple[Path, ...],
    rules_only: Path | None,
    against: tuple[Path, ...] = (),
    *,
    known: Collection[str] = (),
    today: dt.date | None = None,
    decisions: str | None = None,
) -> tuple[schema.Report, bool]:
    """Return the report as files show it, and whether something was left unread; see ``checked``."""
    from verify.report.build import build

    report, decided = checked(
        paths, rules, rules_only, against, known=known, today=today, decisions=decisions
    )
    return settled(build(report), decided, report.amendments), report.incomplete


def checked(
    paths: tuple[Path, ...],
    rules: tuple[Path, ...],
    rules_only: Path | None,
    against: tuple[Path, ...] = (),
    *,
    known: Collection[str] = (),
    today: dt.date | None = None,
    decisions: str | None = None,
) -> tuple[Report, tuple[Decided, ...]]:
    """Return the report of the sources, or of drafts against them, and the decisions that it was read by.

    Findings whose ids are ``known`` are none to act on.  Suppressions are judged as of ``today``, by default
    the day of the system; where there are any, stderr says which day that is.  What ``decisions`` of editors
    settle is left to ``settled``.
    """
    from verify import api
    from verify.cli.progress import progress

    today = today or dt.date.today()
    decided = _decided(decisions) if decisions else ()
    with progress() as watch:
        report = api.check(
            paths,
            against=against,
            rules=rules,
            rules_only=rules_only,
            **reading(paths, against, known=known, today=today),
            decided=decided,
            watch=watch,
        )
    if report.dated:
        click.echo(f"verify: suppressions are judged as of {today}", err=True)
    return report, decided


def _decided(place: str) -> tuple[Decided, ...]:
    """Return the decisions of a file or database.  Raises UsageError, also where packages are missing."""
    try:
        from verify.review.applying import read_decisions
    except ModuleNotFoundError as error:
        raise UsageError(f"decisions need more packages ({error.name}): {REVIEW}") from error
    return read_decisions(place)


def settled(
    report: schema.Report, decided: Sequence[Decided], amendments: Sequence[Amendment]
) -> schema.Report:
    """Return the report with what editors settled; stderr tells what became stale or was orphaned."""
    if not decided:
        return report
    from verify.review.applying import applied

    found = applied(report, decided, amendments)
    for one in found.decisions:
        if one.state != "stands":
            told = f"{one.subject} ({one.choice}) is {one.state}"
            click.echo(f"verify: decision about {told}: {one.why}", err=True)
    standing = sum(one.state == "stands" for one in found.decisions)
    click.echo(f"verify: {standing} of {len(decided)} decisions stand", err=True)
    return found


def reading(
    paths: tuple[Path, ...],
    against: tuple[Path, ...] = (),
    *,
    known: Collection[str] = (),
    today: dt.date | None = None,
) -> dict[str, Any]:
    """Return what the configuration tells ``api.check`` of documents and findings."""
    from verify.config.deciding import policy

    found = configuration()
    return {
        "own": found.keys.own,
        "sources": found.keys.sources,
        "exclude": found.keys.exclude,
        "base": found.folder,
        "cache": cache(),
        **workers(),
        "policy": policy(found, known=known, today=today, whole=whole(paths, against)),
    }


def whole(paths: tuple[Path, ...], against: tuple[Path, ...] = ()) -> bool:
    """Say whether all that the configuration names is read, or it names nothing."""
    named = configuration().keys.paths
    return not against and (not named or {*paths} == {*configuration().paths})


def arguments(
    paths: Sequence[Path],
    rules: Sequence[Path],
    rules_only: Path | None,
    report: Path | None = None,
    against: Sequence[Path] = (),
) -> str:
    """Return what is to be typed behind ``verify explain ID`` for a judgement of this call.

    Rules of the configuration need no typing; paths do, since a report may lie in the default place.
    """
    found = configuration()
    words = ["--report", f"{report}"] if report else [typed(path) for path in paths]
    words += [word for path in against for word in ("--against", typed(path))]
    if rules != found.rules:
        words += [word for folder in rules for word in ("--rules", typed(folder))]
    if rules_only is not None and rules_only != found.rules_only:
        words += ["--rules-only", typed(rules_only)]
    return shlex.join(words)


def typed(path: Path) -> str:
    """Return a path as short as it can be typed here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_absolute() and path.is_relative_to(here) else str(path)


def text_of(argument: str) -> str:
    """Return the argument itself, or all of stdin for ``-``."""
    return _stdin() if argument == "-" else argument


def _stdin() -> str:
    if sys.stdin.isatty():
        raise click.UsageError("nothing on stdin: give the text as an argument, or pipe it in")
    return _decoded(sys.stdin.buffer.read(), "stdin")


def json_lines(required: tuple[str, ...]) -> Iterator[Mapping[str, Any]]:
    """Yield the JSON object of each line of stdin; the fields that are required hold texts."""
    for number, line in enumerate(sys.stdin.buffer, start=1):
        place = f"stdin line {number}"
        text = _decoded(line, place)
        if not text.strip():
            continue
        try:
            found = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise UsageError(f"{place} is no JSON: {error}") from None
        if not isinstance(found, dict) or not all(isinstance(found.get(name), str) for name in required):
            raise UsageError(
                f"{place}: expected an object with the texts {' and '.join(map(repr, required))}"
            )
        yield found


def _decoded(content: bytes, place: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{place} is not UTF-8 at byte {error.start}") from None
