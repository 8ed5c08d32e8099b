"""Sources read and judged as the call and the configuration say.

Comes in: paths and options of a call.  Goes out: the report as files show it; stderr tells how far it is, as
of which day suppressions are judged, and which decisions of editors stand.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from verify.cli.options import cache, configuration, workers
from verify.errors import UsageError

if TYPE_CHECKING:
    from verify.model.judgement import Amendment, Decided
    from verify.model.report import Report
    from verify.report import schema
    from verify.report.outcome import Level

REVIEW = "pip install 'claim-verify[review]'"
"""What the packages of the review page are installed by."""


def judged(
    paths: tuple[Path, ...],
    rules: tuple[Path, ...],
    rules_only: Path | None,
    against: tuple[Path, ...] = (),
    *,
    known: Collection[str] = (),
    today: dt.date | None = None,
    decisions: str | None = None,
    brief: Level | None = None,
) -> tuple[schema.Report, bool]:
    """Return the report as files show it, and whether something was left unread; see ``checked``.

    With ``brief`` it is one for who tells the findings of that level alone.
    """
    from verify.report import build

    report, decided = checked(
        paths, rules, rules_only, against, known=known, today=today, decisions=decisions
    )
    made = build.brief(report, brief) if brief else build.build(report)
    return settled(made, decided, report.amendments), report.incomplete


def checked(
    paths: tuple[Path, ...],
    rules: tuple[Path, ...],
    rules_only: Path | None,
    against: tuple[Path, ...] = (),
    *,
    known: Collection[str] = (),
    today: dt.date | None = None,
    decisions: str | None = None,
) -> tuple[Report, tuple[Decided, ...]]:
    """Return the report of the sources, or of drafts against them, and the decisions that it was read by.

    Findings whose ids are ``known`` are none to act on.  Suppressions are judged as of ``today``, by default
    the day of the system; where there are any, stderr says which day that is.  What ``decisions`` of editors
    settle is left to ``settled``.
    """
    from verify import api
    from verify.cli.progress import progress

    today = today or dt.date.today()
    decided = _decided(decisions) if decisions else ()
    with progress() as watch:
        report = api.check(
            paths,
            against=against,
            rules=rules,
            rules_only=rules_only,
            **reading(paths, against, known=known, today=today),
            decided=decided,
            watch=watch,
        )
    if report.dated:
        click.echo(f"verify: suppressions are judged as of {today}", err=True)
    return report, decided


def _decided(place: str) -> tuple[Decided, ...]:
    """Return the decisions of a file or database.  Raises UsageError, also where packages are missing."""
    try:
        from verify.review.applying import read_decisions
    except ModuleNotFoundError as error:
        raise UsageError(f"decisions need more packages ({error.name}): {REVIEW}") from error
    return read_decisions(place)


def settled(
    report: schema.Report, decided: Sequence[Decided], amendments: Sequence[Amendment]
) -> schema.Report:
    """Return the report with what editors settled; stderr tells what became stale or was orphaned."""
    if not decided:
        return report
    from verify.review.applying import applied

    found = applied(report, decided, amendments)
    for one in found.decisions:
        if one.state != "stands":
            told = f"{one.subject} ({one.choice}) is {one.state}"
            click.echo(f"verify: decision about {told}: {one.why}", err=True)
    standing = sum(one.state == "stands" for one in found.decisions)
    click.echo(f"verify: {standing} of {len(decided)} decisions stand", err=True)
    return found


def reading(
    paths: tuple[Path, ...],
    against: tuple[Path, ...] = (),
    *,
    known: Collection[str] = (),
    today: dt.date | None = None,
) -> dict[str, Any]:
    """Return what the configuration tells ``api.check`` of documents and findings."""
    from verify.config.deciding import policy

    found = configuration()
    return {
        "own": found.keys.own,
        "sources": found.keys.sources,
        "exclude": found.keys.exclude,
        "base": found.folder,
        "cache": cache(),
        **workers(),
        "policy": policy(found, known=known, today=today, whole=whole(paths, against)),
    }


def whole(paths: tuple[Path, ...], against: tuple[Path, ...] = ()) -> bool:
    """Say whether all that the configuration names is read, or it names nothing."""
    named = configuration().keys.paths
    return not against and (not named or {*paths} == {*configuration().paths})
