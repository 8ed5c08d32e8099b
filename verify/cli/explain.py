"""``verify explain``: how a judgement came about, what was read at a place, what a rule means."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from verify.cli.common import emit, rule_options
from verify.errors import UsageError

if TYPE_CHECKING:
    from verify.report import schema

    Part = TypeVar("Part", bound=schema.Part)

MENTIONS = "mentions.jsonl"
"""Stands beside the report."""


@click.command("explain")
@click.argument("asked", metavar="FINDING|GROUP|CODE|ENTRY|PATH:LINE:COLUMN")
@click.option(
    "--report",
    "file",
    default="reports/report.json",
    show_default=True,
    type=click.Path(path_type=Path),
    help="A report.json that 'verify run' wrote; mentions.jsonl is looked for beside it.",
)
@rule_options
def command(asked: str, file: Path, rules: tuple[Path, ...], rules_only: Path | None) -> int:
    """Explain one judgement or one figure, line by line, or one rule.

    A finding, group or claim is named by its id, a figure by the place where it stands, a rule by its
    code (V101), its id (area.site) or, for a unit, any of its spellings.
    """
    from verify import api
    from verify.report.entry import entry_page, meanings
    from verify.report.explain import explain, is_place, near

    told = _code_page(asked)
    if told is None:
        catalog = api.load_rules(rules, rules_only)
        page = None if is_place(asked) else entry_page(catalog, asked)
        report = None if page and not file.exists() else _read(file)
        told = page or ""
        if report is not None:
            told += explain(report, asked, meanings(catalog)) or ""
        if not told and report is not None:
            what = "no figure at" if is_place(asked) else "no finding, group, claim or entity"
            raise UsageError(f"{file} holds {what} {asked!r}; {near(report, asked)}")
    emit(told)
    return 0


def _code_page(code: str) -> str | None:
    """Return the page of a rule code: what its check says of itself."""
    from verify.checks import kinds

    for kind in kinds():
        if code in kind.CODES:
            return f"{code}: {kind.CODES[code]}\n\n{(kind.__doc__ or '').strip()}\n"
    return None


def _read(file: Path) -> schema.Report:
    from verify.report import schema

    report = _checked(schema.Report, _content(file), f"{file}")
    beside = file.with_name(MENTIONS)
    if not beside.exists():
        return report
    lines = _content(beside).splitlines()
    mentions = (
        _checked(schema.Mention, line, f"{beside}:{number}") for number, line in enumerate(lines, start=1)
    )
    return report.model_copy(update={"mentions": tuple(mentions)})


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(
            f"cannot read {file}: {error.strerror}; 'verify run PATH...' writes it into reports/,"
            " or name one with --report"
        ) from None


def _checked(part: type[Part], content: bytes, place: str) -> Part:
    from pydantic import ValidationError

    try:
        return part.model_validate_json(content)
    except ValidationError as error:
        first = error.errors()[0]
        inside = ".".join(str(name) for name in first["loc"])
        raise UsageError(
            f"{place} is no report of this version: {inside}: {first['msg']}; run 'verify run' again"
        ) from None
