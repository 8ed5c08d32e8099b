"""What ``verify check`` shows and what it fails on, two things apart.

Comes in: a report with all findings, the levels, and the days since when findings of the baseline stand
there.  Goes out: the report with what is shown, and the numbers of all that is not; the words for them.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from verify.report import schema
from verify.report.wording import counted, listed

Level = Literal["error", "warning", "note"]
LEVELS: tuple[Level, ...] = ("error", "warning", "note")
"""Severities, the worst first."""


def at_least(severity: str, level: str) -> bool:
    """Say whether a severity is as bad as a level."""
    return level != "never" and LEVELS.index(severity) <= LEVELS.index(level)


def slightest(show: Level, fail_on: Level | Literal["never"]) -> Level:
    """Return the slightest level that is shown or fails."""
    levels: tuple[Level, ...] = (show,) if fail_on == "never" else (show, fail_on)
    return max(levels, key=LEVELS.index)


def judged(
    report: schema.Report,
    *,
    fail_on: Level | Literal["never"],
    show: Level,
    baseline: Mapping[str, dt.date] | None = None,
    since: str | None = None,
    whole: bool = True,
) -> schema.Report:
    """Return the report with the findings as bad as ``show``, and the outcome of all of them.

    ``baseline`` tells since when a finding stands in it, None for no baseline; ``since`` names what else
    the findings were compared with; only of the ``whole`` project can an entry be called gone.
    """
    new = [one for one in report.findings if one.state == "new"]
    known = [one.id for one in report.findings if one.state == "baseline"]
    days = [day for ident in known if (day := (baseline or {}).get(ident))]
    gone = len(baseline or ()) - len(days) if whole else 0
    shown = [one for one in new if at_least(one.severity, show)]
    outcome = schema.Outcome(
        fail_on=fail_on,
        show=show,
        failing=sum(at_least(one.severity, fail_on) for one in new),
        shown=_by_severity(shown),
        hidden=_by_severity([one for one in new if not at_least(one.severity, show)]),
        suppressed=sum(one.state == "suppressed" for one in report.findings),
        baseline=None if baseline is None else len(days),
        oldest=min(days).isoformat() if days else None,
        gone=gone,
        before=None if since is None else len(known) - len(days),
        since=since,
    )
    findings = tuple(one for one in report.findings if at_least(one.severity, show))
    return report.model_copy(update={"findings": findings, "outcome": outcome})


def to_act_on(report: schema.Report) -> Iterator[schema.Finding]:
    """Yield the findings that are neither suppressed nor known."""
    yield from (one for one in report.findings if one.state == "new")


def standing(finding: schema.Finding) -> str:
    """Return why a finding is none to act on, in brackets; "" where it is one.

    `` (suppressed until 2027-03-31, docs/a.md:3:14: the drawing counts)``
    """
    words = excused(finding)
    return f" ({words})" if words else ""


def excused(finding: schema.Finding) -> str:
    """Return the same without brackets."""
    if finding.state == "baseline":
        return "known before"
    if finding.suppression is None:
        return "suppressed" if finding.state == "suppressed" else ""
    excuse = finding.suppression
    until = f" until {excuse.until}" if excuse.until else ""
    return f"suppressed{until}, {excuse.place}: {excuse.reason}"


def outcome_lines(report: schema.Report) -> Iterator[str]:
    """Yield the outcome on one line; nothing where all that was found is told by the findings.

    ``0 new, 12 in the baseline (oldest since 2026-07-01), 1 suppressed; 3 notes not shown (--show note)``
    """
    outcome = report.outcome
    if outcome is None:
        count = sum(one.state == "suppressed" for one in report.findings)
        yield from [f"{count} suppressed"] if count else []
    elif others := _others(outcome):
        yield f"{sum(outcome.shown.values())} new{others}"


def headline(report: schema.Report) -> str:
    """Return the new findings by severity, and the number of all that is not told.

    ``2 errors, 12 in the baseline (oldest since 2026-07-01); 3 notes not shown (--show note); 1 document not
    read``
    """
    count = _by_severity([*to_act_on(report)])
    new = tuple(counted(count[level], level) for level in LEVELS if level in count)
    others = _others(report.outcome) if report.outcome else ""
    missing = len(unread(report))
    lost = f"; {counted(missing, 'document')} not read" if missing else ""
    none = "nothing new" if others else "no finding"
    return f"{listed(new) if new else none}{others}{lost}"


def unread(report: schema.Report) -> tuple[schema.Issue, ...]:
    """Return the issues that left something unread, for a run that has any is not clean."""
    return tuple(issue for issue in report.issues if issue.incomplete)


def _others(outcome: schema.Outcome) -> str:
    """Return what is known before, suppressed or not shown; nothing where there is none of it."""
    parts = []
    if outcome.baseline is not None:
        oldest = f" (oldest since {outcome.oldest})" if outcome.oldest else ""
        parts.append(f", {outcome.baseline} in the baseline{oldest}")
        if outcome.gone:
            parts.append(f", {outcome.gone} gone from it (verify baseline prune)")
    if outcome.before is not None:
        parts.append(f", {outcome.before} there before ({outcome.since})")
    if outcome.suppressed:
        parts.append(f", {outcome.suppressed} suppressed")
    if outcome.hidden:
        parts.append(f"; {_hidden(outcome)}")
    return "".join(parts)


def _hidden(outcome: schema.Outcome) -> str:
    levels: list[Level] = [level for level in LEVELS if level in outcome.hidden]
    told = " and ".join(counted(outcome.hidden[level], level) for level in levels)
    fails = any(at_least(level, outcome.fail_on) for level in levels)
    why = f", which fails (--fail-on {outcome.fail_on})" if fails else ""
    return f"{told} not shown (--show {levels[-1]}){why}"


def _by_severity(findings: Sequence[schema.Finding]) -> dict[Level, int]:
    count = Counter(one.severity for one in findings)
    return {level: count[level] for level in LEVELS if count[level]}
