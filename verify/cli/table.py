"""``verify table``: ready claims in a table, judged by columns."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from verify.cli.options import cache, rule_options, worker_options, workers
from verify.cli.statuses import FINDINGS, INCOMPLETE
from verify.cli.streams import emit
from verify.text.visible import inert_json, inline

if TYPE_CHECKING:
    from verify.model.finding import Finding
    from verify.tables import TableReport


@click.command("table")
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--format",
    "name",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="Findings as text, or each as a JSON object in a line.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="Exit 1 on findings of this level or worse.",
)
@click.option("--allow-incomplete", is_flag=True, help="Do not exit 3 when a row could not be read.")
@worker_options
@rule_options
def command(
    path: Path,
    name: str,
    fail_on: str,
    allow_incomplete: bool,
    rules: tuple[Path, ...],
    rules_only: Path | None,
) -> int:
    """Judge a table of ready claims, CSV or Parquet.

    A row is a claim: the columns are source, entity, attribute, value and, where there is more to say, unit
    and date (2022, 2022-01, 2022-01-24). Rows of one entity, attribute and date are held against each other.
    """
    from verify import api

    report = api.check_table(path, rules=rules, rules_only=rules_only, cache=cache(), **workers())
    for line in _lines(report, name):
        emit(line)
    for issue in report.issues:
        click.echo(inline(f"{issue.source_id}: issue[{issue.code}] {issue.message}"), err=True)
    click.echo(f"verify: {_summary(report)}", err=True)
    levels = {"error": {"error"}, "warning": {"error", "warning"}, "never": set()}[fail_on]
    if any(finding.severity.value in levels for finding in report.findings):
        return FINDINGS
    return INCOMPLETE if report.issues and not allow_incomplete else 0


def _summary(report: TableReport) -> str:
    from verify.report.language import ENGLISH
    from verify.report.wording import counted

    rows, facts = counted(report.rows, "row"), counted(sum(report.verdicts.values()), "fact")
    told = [
        ENGLISH.counted(number, f"verdict.{verdict.value}") for verdict, number in report.verdicts.items()
    ]
    return f"{rows}, {facts}: {ENGLISH.listed(told)}."


def _lines(report: TableReport, name: str) -> Iterator[str]:
    for finding in report.findings:
        if name == "text":
            yield inline(f"{finding.severity.value}[{finding.code}] {finding.message}") + "\n"
        else:
            yield f"{inert_json(json.dumps(_row(finding), ensure_ascii=False))}\n"


def _row(finding: Finding) -> dict[str, object]:
    """Return a finding with its rows, as JSON has it."""
    return {
        "id": finding.id,
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "expected": finding.expected,
        "found": finding.found,
        "gap": finding.gap,
        "rows": [{"source": place.source_id, "row": place.line} for place in finding.locations],
    }
