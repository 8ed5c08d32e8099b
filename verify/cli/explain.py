"""``verify explain``: how one judgement of a report came about, or what a rule code means."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from verify.cli.common import emit
from verify.errors import UsageError

if TYPE_CHECKING:
    from verify.report import schema


@click.command("explain")
@click.argument("asked", metavar="FINDING|GROUP|CODE|PATH:LINE:COLUMN")
@click.option(
    "--report",
    "file",
    default="reports/report.json",
    show_default=True,
    type=click.Path(path_type=Path),
    help="A report.json that 'verify run' wrote.",
)
def command(asked: str, file: Path) -> int:
    """Explain one judgement, line by line, or one rule."""
    from verify.report.explain import explain

    told = _page(asked) or explain(_read(file), asked)
    if told is None:
        raise UsageError(f"{file} holds no finding, group or claim {asked!r}; its ids stand in report.html")
    emit(told)
    return 0


def _page(code: str) -> str | None:
    """Return the page of a rule: what its check says of itself."""
    from verify.checks import kinds

    for kind in kinds():
        if code in kind.CODES:
            return f"{code}: {kind.CODES[code]}\n\n{(kind.__doc__ or '').strip()}\n"
    return None


def _read(file: Path) -> schema.Report:
    from pydantic import ValidationError

    from verify.report import schema

    try:
        return schema.Report.model_validate_json(file.read_bytes())
    except OSError as error:
        raise UsageError(
            f"cannot read {file}: {error.strerror}; 'verify run' writes it, or name one with --report"
        ) from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise UsageError(
            f"{file} is no report of this version: {place}: {first['msg']}; run 'verify run' again"
        ) from None
