"""``verify run``: sources in, a folder with the report out."""

from __future__ import annotations

from pathlib import Path

import click

from verify.cli.hints import arguments
from verify.cli.judging import checked, settled
from verify.cli.options import DECISIONS, LANG, SOURCES, chosen, language, rule_options, worker_options
from verify.cli.statuses import INCOMPLETE
from verify.cli.streams import emit


@click.command("run")
@SOURCES
@click.option(
    "--out",
    default="reports",
    show_default=True,
    type=click.Path(path_type=Path),
    help="Folder for report.html, report.md, report.json, mentions.jsonl and claims.csv.",
)
@DECISIONS
@LANG
@click.option(
    "--split",
    type=click.Choice(["none", "pages", "data"]),
    default="none",
    show_default=True,
    help="pages: report.html is an index; each few things and each document have a page in report/."
    " data: JSON Lines in data/, a file for each bucket of things, in place of all but mentions.jsonl.",
)
@click.option("--allow-incomplete", is_flag=True, help="Exit 0 even when a document could not be read.")
@worker_options
@rule_options
def command(
    paths: tuple[Path, ...],
    out: Path,
    decisions: str | None,
    lang: str | None,
    split: str,
    allow_incomplete: bool,
    rules: tuple[Path, ...],
    rules_only: Path | None,
) -> int:
    """Read sources and write the report.

    Without PATHS, those of the configuration are read. Findings do not change the exit status.
    """
    from verify.report import data, schema
    from verify.report.build import build
    from verify.report.formats import text
    from verify.report.write import write_data, write_run

    report, decided = checked(chosen(paths), rules, rules_only, decisions=decisions)
    behind = ((), rules, rules_only, out / "report.json") if split != "data" else (paths, rules, rules_only)
    call = schema.Call(explain=arguments(*behind), lang=language(lang))
    if split == "data":
        # what editors decide needs the whole report; without them no more of it is in memory than is told
        told = settled(build(report), decided, report.amendments) if decided else None
        streamed = data.streamed(report, told, call)
        written = write_data(streamed, out)
        for part in streamed.excerpts(text.in_full):
            emit(text.findings(part))
        for part in streamed.troubles():
            emit(text.issues(part))
        emit(text.summary(streamed.ending()))
    else:
        whole = settled(build(report), decided, report.amendments)
        shown = whole.model_copy(update={"call": call})
        written = write_run(shown, out, split=split)
        emit(text.summary(shown))
    emit("".join(f"{path}\n" for path in written))
    return INCOMPLETE if report.incomplete and not allow_incomplete else 0
