"""``verify parse``: every figure and date in a text, and how it was read."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from verify.cli.options import cache, day, rule_options
from verify.cli.streams import emit, json_lines, text_of
from verify.model.document import Issue
from verify.model.notation import notation
from verify.model.quantity import Quantity
from verify.model.span import Span
from verify.model.wording import days, hedge_name

if TYPE_CHECKING:
    from verify.pipeline import Reading


@click.command("parse")
@click.argument("text", default="-")
@click.option("--date", "stated", metavar="YYYY-MM-DD", help="Day against which relative dates are read.")
@click.option(
    "--format",
    "name",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="Format of stdout.",
)
@click.option("-v", "--verbose", is_flag=True, help="Show which rules made each reading, as a tree.")
@rule_options
def command(
    text: str, stated: str | None, name: str, verbose: bool, rules: tuple[Path, ...], rules_only: Path | None
) -> int:
    """Show how a TEXT is read; - takes it from stdin.

    With --format jsonl and -, a JSON object a line goes in ("id", "text", "date") and one a line comes
    out ("id", "quantities", "issues").  As text, doubtful places (9月99日) go to stderr.
    """
    from verify import api
    from verify.text.visible import inert_json, visible

    date = day(stated, "--date")
    lines: Iterator[Mapping[str, Any]]
    lines = json_lines(("text",)) if (name, text) == ("jsonl", "-") else iter([{"text": text_of(text)}])
    for line in lines:
        own = day(line.get("date"), "date") or date
        stage = api.parse_stage(line["text"], own, rules=rules, rules_only=rules_only, cache=cache())
        if name == "text":
            told = (_told(item, own) + (_tree(item) if verbose else "") for item in stage.items)
            emit(visible("".join(told)))
            for issue in stage.issues:
                click.echo(visible(f"verify: {_place(issue)} {issue.code}: {issue.message}"), err=True)
            if not stage.items:
                click.echo("verify: no figure and no date in this text", err=True)
        else:
            answer = {
                "id": line.get("id"),
                "quantities": [item.as_dict() for item in stage.items],
                "issues": [_as_dict(issue, line["text"]) for issue in stage.issues],
            }
            emit(inert_json(json.dumps(answer, ensure_ascii=False) + "\n"))
    return 0


def _place(issue: Issue) -> str:
    return f"{issue.span.start}–{issue.span.end}" if issue.span else ""


def _as_dict(issue: Issue, text: str) -> dict[str, Any]:
    """Return the item of ``issues``, placed as those of ``quantities`` are."""
    span = issue.span or Span(0, len(text))
    return {
        "start": span.start,
        "end": span.end,
        "text": text[span.start : span.end],
        "code": issue.code,
        "message": issue.message,
    }


def _tree(reading: Reading) -> str:
    """Return the rules that made a reading, a line each, indented by depth."""
    if reading.tree is None:
        return ""
    lines = []
    for depth, part in reading.tree.walk():
        start, end = part.span.start, part.span.end
        words = reading.text[start - reading.start : end - reading.start]
        lines.append(f"    {'  ' * depth}{part.rule}  {start}–{end}  {words}\n")
    return "".join(lines)


def _told(item: Reading, date: dt.date | None) -> str:
    """Return one figure as a line, with what it is and what its words allow."""
    head = f"{item.start}–{item.end}  {item.text}  {item.kind}"
    if isinstance(item.value, Quantity):
        head = f"{head}, {item.value.form.value}"
        told = _quantity(item.value)
    elif item.value.resolved or date is not None:
        told = days(item.value)
    else:
        told = "unresolved: --date gives the day against which it is read"
    return f"{head}\n    {told}\n    read by {item.rule}\n"


def _quantity(value: Quantity) -> str:
    from verify.report.values import quantity
    from verify.report.wording import full_words

    allowed = notation(value).sets(value.hard)
    return f"{full_words(quantity(value))}, {hedge_name(value.hedge)}: {allowed}"
