"""Findings for a terminal, as a compiler tells its own: ``path:line:column: error[V101] message``."""

from __future__ import annotations

from collections.abc import Iterable

from verify.report import schema
from verify.report.drafts import figure_views
from verify.report.numbers import spelled
from verify.report.outcome import outcome_lines, to_act_on
from verify.report.view import Views, fact_words, first_line, left_out_views
from verify.text.cells import cells
from verify.text.visible import visible

NAME = "text"
SUFFIX = ".txt"
STEM = ""

_AROUND = 24
"""So many characters are shown at either side of a figure of a draft."""


def render(report: schema.Report) -> str:
    """Return the figures of drafts, the findings with their places, then the summary."""
    return told(report, "")


def told(report: schema.Report, where: str) -> str:
    """Return the same with a command under each finding that explains it.

    ``where`` are the arguments that lead ``verify explain`` to the finding: the sources, or a report.
    """
    lines = (
        *_figures(report),
        *_left_out(report),
        *_findings(report, where),
        *issue_lines(report),
        first_line(report),
        *outcome_lines(report),
    )
    return visible("".join(f"{line}\n" for line in lines))


def summary(report: schema.Report, where: str = "") -> str:
    """Return what ``verify run`` prints: the conflicts in full, the rest in numbers."""
    conflicts = [finding for finding in report.findings if finding.severity != "note"]
    return told(report.model_copy(update={"findings": tuple(conflicts)}), where)


def _figures(report: schema.Report) -> Iterable[str]:
    """Tell each figure of the drafts, underlined in its words."""
    near = {mark.figure: _underlined(each.text, mark) for each in report.paragraphs for mark in each.marks}
    for index, figure in enumerate(figure_views(report)):
        yield f"{figure.place}: {figure.quote}: {figure.told}"
        yield from near.get(index, ())


def _underlined(text: str, mark: schema.Mark) -> tuple[str, str]:
    """Return the words around a figure on one line, and the line that underlines it."""
    start = max(0, mark.start - _AROUND)
    shown = "".join(" " if char.isspace() else char for char in text[start : mark.end + _AROUND])
    before, figure = shown[: mark.start - start], shown[mark.start - start : mark.end - start]
    return f"    {shown.rstrip()}", f"    {' ' * cells(before)}{'~' * cells(figure)}"


def _left_out(report: schema.Report) -> Iterable[str]:
    """Tell what the sources state and no draft does, where that was asked for."""
    if report.left_out:
        yield from (f"left out: {fact_words(group)}" for group in left_out_views(Views(report)))


def _findings(report: schema.Report, where: str) -> Iterable[str]:
    paths = {source.id: source.path for source in report.sources}
    claims = {claim.id: claim for claim in report.claims}
    for finding in to_act_on(report):
        known = [claims[claim] for claim in finding.claim_ids]
        quoted = [(_place(claim.source_id, claim.span, paths), _sentence(claim)) for claim in known]
        places = [_place(item.source_id, item.span, paths) for item in finding.locations]
        first = next(iter(places or [place for place, _ in quoted]), "")
        yield f"{first + ': ' if first else ''}{finding.severity}[{finding.code}] {spelled(finding.message)}"
        yield from (f"    {place}: {sentence}" for place, sentence in quoted)
        yield f"    explain: verify explain {finding.id} {where}" if where else f"    {finding.id}"


def _place(source_id: str, span: schema.Span | None, paths: dict[str, str]) -> str:
    path = paths.get(source_id, source_id)
    return f"{path}:{span.line}:{span.column}" if span else path


def _sentence(claim: schema.Claim) -> str:
    """Return the sentence on one line; in a table, behind the heads of its row and column."""
    heads = f"{' · '.join(reversed(claim.heads))}: " if claim.heads else ""
    return " ".join(f"{heads}{claim.sentence}".split())


def issue_lines(report: schema.Report) -> Iterable[str]:
    """Yield the issues of reading, a line each."""
    paths = {source.id: source.path for source in report.sources}
    for issue in report.issues:
        yield f"{_place(issue.source_id, issue.span, paths)}: issue[{issue.code}] {issue.message}"
