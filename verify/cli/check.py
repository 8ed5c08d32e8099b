"""``verify check``: the judgement for CI, findings on stdout and an exit status."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from verify.cli.hints import arguments, typed
from verify.cli.judging import judged, reading, whole
from verify.cli.options import (
    AGAINST,
    BASELINE,
    COLOUR,
    DECISIONS,
    FAIL_ON,
    SHOW,
    SOURCES,
    TODAY,
    chosen,
    configuration,
    language,
    rule_options,
    worker_options,
)
from verify.cli.statuses import FINDINGS, INCOMPLETE
from verify.cli.streams import emit, in_colour
from verify.errors import UsageError

if TYPE_CHECKING:
    from verify.config.keys import Level, Threshold


@click.command("check")
@SOURCES
@AGAINST
@click.option(
    "--left-out", "wanted", is_flag=True, help="Tell as well what those sources state and no draft does."
)
@FAIL_ON
@SHOW
@BASELINE
@click.option(
    "--since", metavar="REF", help="Only findings that were not there at this revision of the repository."
)
@click.option(
    "--base",
    type=click.Path(path_type=Path),
    metavar="RUN.json",
    help="Only findings that are not in this report of an earlier run.",
)
@click.option(
    "--format",
    "name",
    default="text",
    show_default=True,
    shell_complete=lambda context, parameter, typed: _formats(typed),
    help="Format of stdout: csv, github, gitlab, html, json, junit, markdown, mentions, report, sarif,"
    " text or xlsx.",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT=FILE",
    help="Write a format into a file as well; repeatable.",
)
@DECISIONS
@click.option("--allow-incomplete", is_flag=True, help="Do not exit 3 when a document could not be read.")
@TODAY
@COLOUR
@worker_options
@rule_options
def command(
    paths: tuple[Path, ...],
    against: tuple[Path, ...],
    wanted: bool,
    fail_on: Threshold | None,
    show: Level | None,
    baseline: Path | None,
    since: str | None,
    base: Path | None,
    name: str,
    outputs: tuple[str, ...],
    decisions: str | None,
    allow_incomplete: bool,
    today: dt.date | None,
    colour: str,
    rules: tuple[Path, ...],
    rules_only: Path | None,
) -> int:
    """Check sources against each other, or drafts against sources.

    Without PATHS, those of the configuration are checked. With --against, PATHS are drafts: each of their
    figures is told with what the sources say of it, and the findings are about the drafts alone.
    """
    from verify.report import outcome, schema
    from verify.report.drafts import left_out
    from verify.report.formats import brief, find
    from verify.report.outcome import slightest
    from verify.report.write import encoded, write_files

    keys = configuration().keys
    show, fail_on = show or keys.show, fail_on or keys.fail_on
    if wanted and not against:
        raise click.UsageError("--left-out tells what a draft leaves out: name its sources with --against")
    if against and not paths:
        raise click.UsageError("no draft: name the PATH of what is held against the sources")
    if since and base:
        raise click.UsageError("--since and --base both say what was before: name one")
    paths = chosen(paths)
    shown_as = find(name)
    files = {path: find(form) for form, path in map(_output, outputs)}
    if len(files) < len(outputs):
        raise click.UsageError("--output names one file twice; each format needs a file of its own")
    call = schema.Call(explain=arguments(paths, rules, rules_only, against=against), lang=language(None))
    alone = not (against or decisions) and all(map(brief, (shown_as, *files.values())))
    days = _baseline(baseline)
    known = _before(since, base, slightest(show, fail_on), paths, against, rules, rules_only, today)
    report, incomplete = judged(
        paths,
        rules,
        rules_only,
        against,
        known={*known, *(days or ())},
        today=today,
        decisions=decisions,
        brief=show if alone else None,
    )
    report = report.model_copy(update={"call": call, "left_out": left_out(report) if wanted else ()})
    shown = outcome.judged(
        report,
        fail_on=fail_on,
        show=show,
        baseline=days,
        since=since or (base.name if base else None),  # a report holds no absolute path
        whole=whole(paths, against) and not incomplete,
    )
    new = sorted({f"{path.parent}" for path in files if not path.parent.exists()})
    write_files((path, [encoded(form.render(shown))]) for path, form in files.items())
    for folder in new:
        click.echo(f"verify: made the folder {folder}", err=True)
    emit(shown_as.render(in_colour(shown, colour)))
    if name != "text" and (days is not None or since or base):
        # As text it is the last line; what a program reads has it among other things, and people see this.
        for line in outcome.outcome_lines(shown):
            click.echo(f"verify: {line}", err=True)
    if shown.outcome and shown.outcome.failing:
        return FINDINGS
    return INCOMPLETE if incomplete and not allow_incomplete else 0


def _formats(typed: str) -> list[str]:
    """Return the formats whose names begin so, for the shell."""
    from verify.report.formats import formats

    return [name for name in formats() if name.startswith(typed)]


def _output(value: str) -> tuple[str, Path]:
    name, equals, file = value.partition("=")
    if not equals or not file:
        raise click.UsageError(f"--output takes FORMAT=FILE, such as html=report.html; found {value!r}")
    return name, Path(file)


def _baseline(named: Path | None) -> dict[str, dt.date] | None:
    """Return since when each finding of the baseline stands in it; None where there is no baseline."""
    from verify.report.baseline import parse, read

    file = named or configuration().baseline
    if file is None:
        return None
    text = read(file)
    if text is None:
        raise UsageError(f"no baseline {typed(file)}: 'verify baseline create' writes it")
    return {one.id: one.since for one in parse(text, typed(file)).values()}


def _before(
    since: str | None,
    base: Path | None,
    level: Level,
    paths: tuple[Path, ...],
    against: tuple[Path, ...],
    rules: tuple[Path, ...],
    rules_only: Path | None,
    today: dt.date | None,
) -> frozenset[str]:
    """Return the ids of the findings that were there at a revision, or in a report."""
    from verify import api
    from verify.report.stored import known, stored

    if base:
        return known(stored(base), base, level)
    if since is None:
        return frozenset()
    return api.before(
        since,
        paths,
        against=against,
        rules=rules,
        rules_only=rules_only,
        **reading(paths, against, today=today),
    )
