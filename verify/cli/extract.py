"""``verify extract``: the claims of sources, or every figure and date that was read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from verify.cli.judging import judged
from verify.cli.options import SOURCES, chosen, rule_options, worker_options
from verify.cli.statuses import INCOMPLETE
from verify.cli.streams import emit
from verify.text.visible import inert_json, inline, visible

if TYPE_CHECKING:
    from verify.report import schema

Row = Mapping[str, str]


@click.command("extract")
@SOURCES
@click.option(
    "--format",
    "name",
    type=click.Choice(["jsonl", "csv", "table"]),
    default="table",
    show_default=True,
    help="Format of stdout.",
)
@click.option("--mentions", is_flag=True, help="Every figure and date, whatever became of it.")
@worker_options
@rule_options
def command(
    paths: tuple[Path, ...], name: str, mentions: bool, rules: tuple[Path, ...], rules_only: Path | None
) -> int:
    """List the claims of sources.

    Without PATHS, those of the configuration are read.
    """
    from verify.report.formats.text import issue_lines

    report, incomplete = judged(chosen(paths), rules, rules_only)
    emit(_mentions(report, name) if mentions else _claims(report, name))
    for line in issue_lines(report):
        click.echo(inline(line), err=True)
    return INCOMPLETE if incomplete else 0


def _claims(report: schema.Report, name: str) -> str:
    from verify.report.formats import csv_

    if name == "csv":
        return csv_.render(report)
    if name == "jsonl":
        lines = (json.dumps(claim.model_dump(mode="json"), ensure_ascii=False) for claim in report.claims)
        return inert_json("".join(f"{line}\n" for line in lines))
    return _table(("place", "entity", "attribute", "stated", "value"), _claim_rows(report))


def _mentions(report: schema.Report, name: str) -> str:
    from verify.report.formats import csv_, mentions

    if name == "jsonl":
        return mentions.render(report)
    columns = ("place", "role", "quote", "value", "rule")
    return (
        csv_.table(columns, _mention_rows(report))
        if name == "csv"
        else _table(columns, _mention_rows(report))
    )


def _claim_rows(report: schema.Report) -> Iterable[Row]:
    from verify.report.wording import value_words

    paths = {source.id: source.path for source in report.sources}
    entities = {item.id: item.name for item in report.entities}
    attributes = {item.id: item.name for item in report.attributes}
    for claim in report.claims:
        yield {
            "place": f"{paths[claim.source_id]}:{claim.span.line}:{claim.span.column}",
            "entity": entities.get(claim.entity_id, claim.entity_id),
            "attribute": attributes.get(claim.attribute_id, claim.attribute_id),
            "stated": claim.value.stated,
            "value": value_words(claim.value),
        }


def _mention_rows(report: schema.Report) -> Iterable[Row]:
    from verify.report.wording import value_words

    for mention in report.mentions:
        yield {
            "place": f"{mention.path}:{mention.span.line}:{mention.span.column}",
            "role": mention.role,
            "quote": mention.quote,
            "value": value_words(mention.value) if mention.value else "",
            "rule": mention.rule,
        }


def _table(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """Return columns that stand below each other where Chinese characters are two cells wide."""
    from rich.cells import cell_len

    lines = [{column: column for column in columns}]
    lines += [{column: visible(" ".join(row[column].split())) for column in columns} for row in rows]
    widths = {column: max(cell_len(line[column]) for line in lines) for column in columns}
    return "".join(
        "  ".join(
            line[column] + " " * (widths[column] - cell_len(line[column])) for column in columns
        ).rstrip()
        + "\n"
        for line in lines
    )
