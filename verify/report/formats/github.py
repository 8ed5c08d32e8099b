"""``github``: workflow commands, which GitHub Actions turns into annotations of the files.

``::error file=…,line=…,col=…,title=…::message`` (docs.github.com, "Workflow commands for GitHub Actions"),
escaped as the toolkit escapes (github.com/actions/toolkit, ``packages/core/src/command.ts``).  A step may
make ten annotations of a kind (``docs/problem-matchers.md`` there); the tenth says how many more there are,
and these follow as plain text, so that the log of the step is complete.  Nothing of a source becomes a
command.
"""

from __future__ import annotations

from collections.abc import Iterable

from verify.report import schema
from verify.report.findings import FindingView, new_views
from verify.report.formats import text
from verify.report.outcome import LEVELS, unread
from verify.text.visible import inline

NAME = "github"
SUFFIX = ".txt"
STEM = ""

ANNOTATIONS = 10
"""Of a kind, in a step."""
SIDES = 20
"""So many sides an annotation tells; the log and the other formats have all."""
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: schema.Report) -> str:
    """Return the commands, then as text what found no room among them."""
    lines: list[str] = []
    rest: list[schema.Finding] = []
    missing = unread(report)
    lines += [_unread(issue, len(missing) - ANNOTATIONS) for issue in missing[:ANNOTATIONS]]
    views = new_views(report)
    for level in LEVELS:
        room = ANNOTATIONS - (min(len(missing), ANNOTATIONS) if level == "error" else 0)
        alike = [view for view in views if view.finding.severity == level]
        rest += [view.finding for view in alike[room:]]
        for number, view in enumerate(alike[:room], start=1):
            lines.append(_command(view, len(alike) - room if number == room else 0))
        if len(alike) > room:
            lines.append(f"and {len(alike) - room:,} more of the kind {level}, below")
    told = text.render(report.model_copy(update={"findings": tuple(rest)}))
    return "".join(f"{line}\n" for line in lines) + told


def _command(view: FindingView, more: int) -> str:
    where = {}
    for side in view.sides[:1]:
        line, column = side.end
        where = {
            "file": side.path,
            "line": str(side.span.line),
            "endLine": str(line),
            "col": str(side.span.column),
            "endColumn": str(column),
        }
    told = [view.message, *(f"{side.place}: {side.excerpt}" for side in view.sides[:SIDES])]
    if len(view.sides) > SIDES:
        told.append(f"and {len(view.sides) - SIDES:,} more places")
    if more > 0:
        told.append(f"and {more:,} more of the kind {view.finding.severity}, in the log of this step")
    return _line(_COMMANDS[view.finding.severity], {**where, "title": view.title}, told)


def _unread(issue: schema.Issue, more: int) -> str:
    told = [issue.message, *([f"and {more:,} more, in the log of this step"] if more > 0 else [])]
    return _line("error", {"file": issue.source_id, "title": f"not read: {issue.code}"}, told)


def _line(command: str, properties: dict[str, str], message: Iterable[str]) -> str:
    shown = ",".join(f"{name}={_property(inline(value))}" for name, value in properties.items())
    return f"::{command} {shown}::{_data(chr(10).join(map(inline, message)))}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
