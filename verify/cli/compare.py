"""``verify compare``: two values against each other, on the ladder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from verify.cli.options import cache, rule_options
from verify.cli.streams import emit, json_lines
from verify.errors import UsageError

if TYPE_CHECKING:
    from verify.report import schema


@click.command("compare")
@click.argument("a")
@click.argument("b", required=False)
@click.option("--exact", is_flag=True, help="Number against number, as for limits and prices.")
@click.option(
    "--format",
    "name",
    type=click.Choice(["text", "json", "jsonl"]),
    default="text",
    show_default=True,
    help="Format of stdout.",
)
@rule_options
def command(
    a: str, b: str | None, exact: bool, name: str, rules: tuple[Path, ...], rules_only: Path | None
) -> int:
    """Compare the values A and B.

    With --format jsonl and - for A, a JSON object a line goes in ("id", "a", "b", "exact") and one a
    line comes out ("id", "line", "relation", "gap", "flags").
    """
    from verify import api
    from verify.report.judged import comparison

    if (a, b, name) == ("-", None, "jsonl"):
        return _lines(exact, rules, rules_only)
    if b is None:
        raise click.UsageError("compare takes two values, or '--format jsonl -' and lines on stdin")
    told = comparison(api.compare(a, b, exact, rules=rules, rules_only=rules_only, cache=cache()))
    if name == "text":
        emit(_text(told))
    elif name == "json":
        emit(json.dumps(_fields(told), ensure_ascii=False, indent=1) + "\n")
    else:
        emit(_line(told, None))
    return 0


def _lines(exact: bool, rules: tuple[Path, ...], rules_only: Path | None) -> int:
    """Answer each line of stdin; one that cannot be compared is told on stderr and does not stop the rest."""
    from verify import api
    from verify.report import schema
    from verify.report.judged import comparison

    status = 0
    for line in json_lines(("a", "b")):
        strictly = bool(line.get("exact", exact))
        try:
            told = comparison(
                api.compare(line["a"], line["b"], strictly, rules=rules, rules_only=rules_only, cache=cache())
            )
        except UsageError as error:
            click.echo(f"verify: {line.get('id')}: {error}", err=True)
            status = error.exit_status
            told = schema.Comparison(
                a="", b="", line=None, relation="not compared", gap=None, bound="", flags=(), derivation=()
            )
        emit(_line(told, line.get("id")))
    return status


def _fields(told: schema.Comparison) -> dict[str, Any]:
    return told.model_dump(mode="json", exclude={"a", "b"})


def _line(told: schema.Comparison, ident: object) -> str:
    short = told.model_dump(mode="json", include={"line", "relation", "gap", "flags"})
    return json.dumps({"id": ident, **short}, ensure_ascii=False) + "\n"


def _text(told: schema.Comparison) -> str:
    from verify.report.wording import gap_words
    from verify.text.visible import visible

    line = "" if told.line is None else f" (line {told.line} of the ladder)"
    facts = [word for word in (gap_words(told.gap), told.bound, *told.flags) if word]
    lines = [f"{told.relation}{line}: {'; '.join(facts)}", *(f"    {step}" for step in told.derivation)]
    return visible("".join(f"{line}\n" for line in lines))
