"""``github``: workflow commands, which GitHub Actions turns into annotations of the files.

``::error file=…,line=…,col=…,title=…::message`` (docs.github.com, "Workflow commands for GitHub Actions"),
escaped as the toolkit escapes (github.com/actions/toolkit, ``packages/core/src/command.ts``).  A step may
make ten annotations of a kind (``docs/problem-matchers.md`` there); the tenth says how many more there are,
and these follow as plain text, so that the log of the step is complete.  Nothing of a source becomes a
command.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from verify.report import schema
from verify.report.findings import FindingView, new_views
from verify.report.formats import text
from verify.report.outcome import LEVELS, unread
from verify.text.visible import inline

NAME = "github"
SUFFIX = ".txt"
STEM = ""
BRIEF = True

ANNOTATIONS = 10
"""Of a kind, in a step."""
SIDES = 20
"""So many sides an annotation tells; the log and the other formats have all."""
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: schema.Report) -> str:
    """Return the commands, then as text what found no room among them."""
    lines: list[str] = []
    rest: list[schema.Finding] = []
    views, missing = new_views(report), unread(report)
    for level in LEVELS:
        unread_here = missing[:ANNOTATIONS] if level == "error" else ()
        alike = [view for view in views if view.finding.severity == level]
        kept = alike[: ANNOTATIONS - len(unread_here)]
        rest += [view.finding for view in alike[len(kept) :]]
        told = [*map(_unread, unread_here), *map(_finding, kept)]
        if more := len(alike) - len(kept) + (len(missing) - len(unread_here) if level == "error" else 0):
            told[-1] = told[-1].also(f"and {more:,} more of the kind {level}, in the log of this step")
        lines += [each.line() for each in told]
        lines += [f"and {more:,} more of the kind {level}, below"] if more else []
    return "".join(f"{line}\n" for line in lines) + text.render(
        report.model_copy(update={"findings": tuple(rest)})
    )


@dataclass(frozen=True, slots=True)
class _Annotation:
    """A command before its escapes."""

    command: str
    properties: dict[str, str]
    message: tuple[str, ...]
    """Its lines."""

    def also(self, line: str) -> _Annotation:
        """Return it with a line more."""
        return replace(self, message=(*self.message, line))

    def line(self) -> str:
        """Return it as the runner reads it."""
        shown = ",".join(f"{name}={_property(inline(value))}" for name, value in self.properties.items())
        return f"::{self.command} {shown}::{_data(chr(10).join(map(inline, self.message)))}"


def _finding(view: FindingView) -> _Annotation:
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
    return _Annotation(_COMMANDS[view.finding.severity], {**where, "title": view.title}, tuple(told))


def _unread(issue: schema.Issue) -> _Annotation:
    properties = {"file": issue.source_id, "title": f"not read: {issue.code}"}
    return _Annotation("error", properties, (issue.message,))


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
