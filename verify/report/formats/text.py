"""``text``: findings for a terminal, as a compiler tells its own: ``path:line:column: error[V101] message``.

Below each stand the sides with their sentences, and the command that explains it.  A line is one line
whatever a source or the name of a file holds.
"""

from __future__ import annotations

from collections.abc import Iterable

from verify.report import schema
from verify.report.drafts import figure_views
from verify.report.findings import new_views
from verify.report.outcome import outcome_lines
from verify.report.style import Line, joined, plain
from verify.report.view import Views, fact_words
from verify.report.whole import first_line, left_out_views
from verify.text.cells import cells

NAME = "text"
SUFFIX = ".txt"
STEM = ""
BRIEF = True

_AROUND = 24
"""So many characters are shown at either side of a figure of a draft."""


def render(report: schema.Report) -> str:
    """Return the figures of drafts, the findings with their places, then the summary."""
    lines = (
        *map(plain, _figures(report)),
        *map(plain, _left_out(report)),
        *_findings(report),
        *map(plain, issue_lines(report)),
        plain(first_line(report)),
        *map(plain, outcome_lines(report)),
    )
    return joined(lines, colour=report.call.colour)


def summary(report: schema.Report) -> str:
    """Return what ``verify run`` prints: the conflicts in full, the rest in numbers."""
    return render(report.model_copy(update={"findings": tuple(filter(in_full, report.findings))}))


def findings(report: schema.Report) -> str:
    """Return the findings alone."""
    return joined(_findings(report), colour=report.call.colour)


def issues(report: schema.Report) -> str:
    """Return the trouble with reading alone."""
    return joined(map(plain, issue_lines(report)), colour=report.call.colour)


def in_full(finding: schema.Finding) -> bool:
    """Say whether ``verify run`` tells a finding that is not a new note."""
    return finding.severity != "note" or finding.state != "new"


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


def _findings(report: schema.Report) -> Iterable[Line]:
    where = report.call.explain
    for view in new_views(report):
        finding = view.finding
        yield (
            ("place", f"{view.sides[0].place}: " if view.sides else ""),
            (finding.severity, f"{finding.severity}[{finding.code}]"),
            ("", f" {view.message}"),
        )
        for side in view.sides:
            if side.sentence:
                sentence = (("", side.before.lstrip()), ("figure", side.figure), ("", side.after.rstrip()))
                yield ("", "    "), ("place", side.place), ("", ": "), *sentence
        told = f"explain: verify explain {finding.id} {where}" if where else finding.id
        yield ("", "    "), ("aside", told)


def _place(source_id: str, span: schema.Span | None, paths: dict[str, str]) -> str:
    path = paths.get(source_id, source_id)
    return f"{path}:{span.line}:{span.column}" if span else path


def issue_lines(report: schema.Report) -> Iterable[str]:
    """Yield the issues of reading, a line each."""
    paths = {source.id: source.path for source in report.sources}
    for issue in report.issues:
        yield f"{_place(issue.source_id, issue.span, paths)}: issue[{issue.code}] {issue.message}"
