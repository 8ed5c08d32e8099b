"""``verify explain``: how a judgement came about, what was read at a place, what a rule means."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from verify.cli.judging import judged
from verify.cli.options import AGAINST, cache, rule_options
from verify.cli.streams import emit
from verify.errors import UsageError

if TYPE_CHECKING:
    from verify.catalog.catalog import Catalog
    from verify.report import schema

REPORT = Path("reports/report.json")
MENTIONS = "mentions.jsonl"
"""Stands beside the report."""
_WAYS = (
    "'verify run PATH...' writes it; --report names another; with the sources named behind what you ask"
    " after, none is needed"
)
_CODE = re.compile(r"V[0-9]+")


@click.command("explain")
@click.argument("asked", metavar="FINDING|GROUP|CODE|ENTRY|PATH:LINE:COLUMN")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@AGAINST
@click.option(
    "--report",
    "file",
    type=click.Path(path_type=Path),
    help="A report.json that 'verify run' wrote; mentions.jsonl is looked for beside it."
    f"  [default: {REPORT}]",
)
@rule_options
def command(
    asked: str,
    paths: tuple[Path, ...],
    against: tuple[Path, ...],
    file: Path | None,
    rules: tuple[Path, ...],
    rules_only: Path | None,
) -> int:
    """Explain one judgement or one figure, line by line, or one rule.

    A finding, group or claim is named by its id, a figure by the place where it stands, a rule by its
    code (V101), its id (area.site) or, for a unit, any of its spellings.

    With PATHS, these sources are read and judged anew; without, a report of 'verify run' is asked.
    """
    from verify import api
    from verify.report.entry import entry_page, meanings
    from verify.report.explain import explain, is_place, near

    if paths and file:
        raise click.UsageError("name the sources or --report, not both")
    told = _code_page(asked)
    if told is None:
        catalog = api.load_rules(rules, rules_only, cache())
        page = None if is_place(asked) else entry_page(catalog, asked)
        told = page or ""
        if paths:
            where, report = "these sources hold", judged(paths, rules, rules_only, against)[0]
        elif page and not (file or REPORT).exists():
            report = None
        else:
            where, report = f"{file or REPORT} holds", _read(file or REPORT, _meant(catalog, asked))
        if report is not None:
            told += explain(report, asked, meanings(catalog)) or ""
            if not told:
                what = "no figure at" if is_place(asked) else "no finding, group, claim or entity"
                meant = _meant(catalog, asked, report) or f"; {near(report, asked)}"
                raise UsageError(f"{where} {what} {asked!r}{meant}")
    emit(told)
    return 0


def _code_page(asked: str) -> str | None:
    """Return the page of a rule code: what its check says of itself."""
    from verify.codes import known, pages, plain

    code = asked.upper()
    for kind in pages():
        if code in kind.CODES:
            return f"{code}: {kind.CODES[code]}\n\n{plain(kind)}\n"
    if _CODE.fullmatch(code):
        raise UsageError(f"there is no code {code!r}; there are {', '.join(known())}")
    return None


def _meant(catalog: Catalog, asked: str, report: schema.Report | None = None) -> str:
    """Return the tail of a message that names the nearest word that can be explained, if any is near."""
    from verify.catalog.folders import FOLDERS
    from verify.catalog.suggest import did_you_mean
    from verify.report.explain import is_place

    if is_place(asked):
        return ""
    known = [entry.id for field in FOLDERS.values() for entry in getattr(catalog, field)]
    if report is not None:
        known += [one.id for one in report.findings]
        known += [one.id for one in report.groups]
    return did_you_mean(asked, known)


def _read(file: Path, meant: str) -> schema.Report:
    from verify.report import schema
    from verify.report.stored import content, parsed, stored

    report = stored(file, f"{_WAYS}{meant}")
    beside = file.with_name(MENTIONS)
    if not beside.exists():
        return report
    lines = content(beside, _WAYS).splitlines()
    mentions = (
        parsed(schema.Mention, line, f"{beside}:{number}") for number, line in enumerate(lines, start=1)
    )
    return report.model_copy(update={"mentions": tuple(mentions)})
