"""``verify run``: sources in, a folder with the report out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from verify.cli.common import INCOMPLETE, SOURCES, arguments, chosen, emit, judged, rule_options

if TYPE_CHECKING:
    from verify.report import schema


@click.command("run")
@SOURCES
@click.option(
    "--out",
    default="reports",
    show_default=True,
    type=click.Path(path_type=Path),
    help="Folder for report.html, report.md, report.json, mentions.jsonl and claims.csv.",
)
@click.option(
    "--decisions",
    metavar="FILE|URL",
    help="What editors decided on the review page: its decisions.json, or its database.",
)
@click.option("--allow-incomplete", is_flag=True, help="Exit 0 even when a document could not be read.")
@rule_options
def command(
    paths: tuple[Path, ...],
    out: Path,
    decisions: str | None,
    allow_incomplete: bool,
    rules: tuple[Path, ...],
    rules_only: Path | None,
) -> int:
    """Read sources and write the report; findings do not change the exit status.

    Without PATHS, those of the configuration are read.
    """
    from verify.report import schema
    from verify.report.formats import text
    from verify.report.write import write_run

    report, incomplete = judged(chosen(paths), rules, rules_only)
    if decisions:
        report = _decided(report, decisions)
    written = write_run(report, out)
    call = schema.Call(explain=arguments((), rules, rules_only, out / "report.json"))
    emit(text.summary(report.model_copy(update={"call": call})))
    emit("".join(f"{path}\n" for path in written))
    return INCOMPLETE if incomplete and not allow_incomplete else 0


def _decided(report: schema.Report, place: str) -> schema.Report:
    """Return the report with what editors settled; what became stale or was orphaned is told."""
    from verify.review.applying import applied, read_decisions
    from verify.review.pins import State

    report, outcomes = applied(report, read_decisions(place))
    for outcome in outcomes:
        if outcome.state is not State.STANDS:
            told = f"{outcome.judgement.subject} ({outcome.judgement.choice.value}) is {outcome.state.value}"
            click.echo(f"verify: decision about {told}: {outcome.why}", err=True)
    standing = sum(outcome.state is State.STANDS for outcome in outcomes)
    click.echo(f"verify: {standing} of {len(outcomes)} decisions stand", err=True)
    return report
