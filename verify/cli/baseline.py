"""``verify baseline``: findings that a project has looked at and lives with, in a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

import click

from verify.cli.hints import typed
from verify.cli.judging import judged, whole
from verify.cli.options import BASELINE, FAIL_ON, SHOW, SOURCES, TODAY, chosen, configuration, rule_options
from verify.cli.statuses import FINDINGS, INCOMPLETE
from verify.cli.streams import emit
from verify.errors import UsageError

if TYPE_CHECKING:
    from verify.config.keys import Level, Threshold
    from verify.report import schema
    from verify.report.baseline import Entry

FILE = "verify.baseline"
"""Where neither the call nor the configuration names one."""


@click.group("baseline")
def command() -> None:
    """Accept the findings of today.

    From then on check tells and fails on those to come.
    """


@dataclass(frozen=True, slots=True)
class _Found:
    """What a subcommand works on."""

    file: Path
    old: dict[str, Entry] | None
    """What stands in the file; None where there is none."""
    report: schema.Report
    findings: tuple[schema.Finding, ...]
    """Those that belong into the baseline: not suppressed, and shown or failing."""
    failing: frozenset[str]
    incomplete: bool
    today: dt.date


def _options(subcommand: Callable[[_Found], int]) -> Callable[..., int]:
    """Add the options of the subcommands, which find the same things; nothing is written where that fails."""

    @wraps(subcommand)
    def run(
        paths: tuple[Path, ...],
        baseline: Path | None,
        fail_on: Threshold | None,
        show: Level | None,
        today: dt.date | None,
        rules: tuple[Path, ...],
        rules_only: Path | None,
    ) -> int:
        from verify.report.baseline import parse, read
        from verify.report.outcome import at_least

        configured = configuration()
        fail_on, show = fail_on or configured.keys.fail_on, show or configured.keys.show
        paths = chosen(paths)
        if not whole(paths):
            raise UsageError("a baseline is of the whole project: leave out the PATH")
        file = baseline or configured.baseline or (configured.folder or Path()) / FILE
        text = read(file)
        old = None if text is None else parse(text, typed(file))
        report, incomplete = judged(paths, rules, rules_only, today=today)
        new = [one for one in report.findings if one.state == "new"]
        failing = frozenset(one.id for one in new if at_least(one.severity, fail_on))
        findings = tuple(one for one in new if one.id in failing or at_least(one.severity, show))
        day = today or dt.date.today()
        return subcommand(_Found(file, old, report, findings, failing, incomplete, day))

    return SOURCES(BASELINE(FAIL_ON(SHOW(TODAY(rule_options(run))))))


@command.command("create")
@_options
def create(found: _Found) -> int:
    """Write a baseline of all findings that check shows or fails on."""
    if found.old is not None:
        raise UsageError(
            f"{typed(found.file)} is there already: 'verify baseline update' takes in what is new"
        )
    return _written(found, {one.id for one in found.findings})


@command.command("update")
@_options
def update(found: _Found) -> int:
    """Take in what is new, and drop what is found no more."""
    _there(found)
    return _written(found, {one.id for one in found.findings})


@command.command("prune")
@_options
def prune(found: _Found) -> int:
    """Drop what is found no more, and take in nothing."""
    return _written(found, {one.id for one in found.findings} & _there(found).keys())


@command.command("check")
@_options
def check(found: _Found) -> int:
    """Say whether the baseline holds what is found, and no more.

    The exit status is 1 where it does not.
    """
    old = _there(found)
    known = [one for one in found.findings if one.id in old]
    new = [one for one in found.findings if one.id not in old]
    gone = old.keys() - {one.id for one in known}
    oldest = f" (oldest since {min(old[one.id].since for one in known)})" if known else ""
    emit(f"{len(new)} new, {len(known)} in the baseline{oldest}, {len(gone)} gone\n")
    if gone or any(one.id in found.failing for one in new):
        return FINDINGS
    return INCOMPLETE if found.incomplete else 0


def _there(found: _Found) -> dict[str, Entry]:
    if found.old is None:
        raise UsageError(f"no baseline {typed(found.file)}: 'verify baseline create' writes it")
    return found.old


def _written(found: _Found, ids: set[str]) -> int:
    """Write the baseline of those findings, unless something was not read."""
    from verify.report.baseline import render, updated
    from verify.report.write import encoded, write_files

    if found.incomplete:
        click.echo(f"verify: a document was not read, so that {typed(found.file)} stays as it is", err=True)
        return INCOMPLETE
    old = found.old or {}
    chosen_ones = [one for one in found.findings if one.id in ids]
    entries = updated(found.report, chosen_ones, old, found.today)
    write_files([(found.file, [encoded(render(entries.values()))])])
    added, removed = len(entries.keys() - old.keys()), len(old.keys() - entries.keys())
    emit(f"{len(entries)} in {found.file.name}: {added} added, {removed} removed\n")
    if configuration().baseline is None and found.old is None:
        click.echo(
            f'verify: set baseline = "{found.file.name}" in verify.toml, so that check knows it', err=True
        )
    return 0
