"""``verify parse``: every figure and date in a text, and how it was read."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from verify.cli.common import emit, json_lines, rule_options, text_of
from verify.errors import UsageError

if TYPE_CHECKING:
    from verify.pipeline import Reading


@click.command("parse")
@click.argument("text", default="-")
@click.option("--date", "day", metavar="YYYY-MM-DD", help="Day against which relative dates are read.")
@click.option("--format", "name", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
@click.option("-v", "--verbose", is_flag=True, help="Show which rules made each reading, as a tree.")
@rule_options
def command(
    text: str, day: str | None, name: str, verbose: bool, rules: tuple[Path, ...], rules_only: Path | None
) -> int:
    """Show how a TEXT is read; - takes it from stdin.

    With --format jsonl and -, a JSON object a line goes in ("id", "text", "date") and one a line comes
    out ("id", "quantities").
    """
    from verify import api
    from verify.text.visible import visible

    date = _day(day, "--date")
    lines: Iterator[Mapping[str, Any]]
    lines = json_lines(("text",)) if (name, text) == ("jsonl", "-") else iter([{"text": text_of(text)}])
    for line in lines:
        own = _day(line.get("date"), "date") or date
        readings = api.parse(line["text"], own, rules=rules, rules_only=rules_only)
        if name == "text":
            told = (_told(item.as_dict()) + (_tree(item) if verbose else "") for item in readings)
            emit(visible("".join(told)))
        else:
            quantities = [item.as_dict() for item in readings]
            emit(json.dumps({"id": line.get("id"), "quantities": quantities}, ensure_ascii=False) + "\n")
    return 0


def _day(text: object, name: str) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(str(text))
    except ValueError:
        raise UsageError(f"{name} takes a day such as 2022-01-24; found {text!r}") from None


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


def _told(item: Mapping[str, Any]) -> str:
    """Return one figure as a line, and a line with what it allows."""
    from verify.report.numbers import readable, readable_unit, readable_value

    head = f"{item['start']}–{item['end']}  {item['text']}  {item['kind']}, {item['form']}"
    value = item["value"]
    if isinstance(value, Mapping):
        told = f"{value['earliest'] or 'unresolved'} to {value['latest'] or 'unresolved'}"
        return f"{head}\n    {told}\n    read by {item['rule']}\n"
    told = "no value" if value is None else readable_value(value, item["unit"] or "")
    low = "−∞" if item["lower"] is None else readable(item["lower"])
    high = "∞" if item["upper"] is None else readable(item["upper"])
    allowed = f"{low} to {high} {readable_unit(item['base_unit'] or '')}".rstrip()
    return f"{head}\n    {told}, {item['hedge']}: {allowed}\n    read by {item['rule']}\n"
