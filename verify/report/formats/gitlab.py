"""``gitlab``: a Code Quality report, which GitLab shows in a merge request.

The fields that GitLab reads (docs.gitlab.com, "Code Quality", "Code Quality report format") and, from the
specification that it is a part of (Code Climate, ``spec/analyzers/SPEC.md``), ``other_locations`` with
every other side of a finding, and ``content``; GitLab ignores these two, so the description names the other
sides as well.  What is in the baseline or suppressed is left out: GitLab knows no such state.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from verify.report import schema
from verify.report.findings import FindingView, SideView, new_views
from verify.report.outcome import unread
from verify.text.visible import inert_json, inline

NAME = "gitlab"
SUFFIX = ".json"
STEM = ""
BRIEF = True

_SEVERITIES = {"error": "critical", "warning": "major", "note": "info"}


def render(report: schema.Report) -> str:
    """Return a list of problems: what was not read, then the new findings."""
    problems = [*(_unread(issue) for issue in unread(report)), *map(_finding, new_views(report))]
    return inert_json(json.dumps(problems, ensure_ascii=False, indent=1) + "\n")


def _finding(view: FindingView) -> dict[str, Any]:
    head, others = view.sides[:1], view.sides[1:]
    also = f"; see {', '.join(side.place for side in others)}" if others else ""
    return {
        "description": inline(f"{view.message}{also}"),
        "check_name": view.finding.code,
        "fingerprint": view.finding.id,
        "severity": _SEVERITIES[view.finding.severity],
        "location": _place(head[0]) if head else {"path": ".", "lines": {"begin": 1}},
        "other_locations": [_place(side) for side in others],
        "content": {"body": inline("; ".join(side.sentence for side in view.sides if side.sentence))},
    }


def _place(side: SideView) -> dict[str, Any]:
    line, _ = side.end
    return {"path": inline(side.path), "lines": {"begin": side.span.line, "end": line}}


def _unread(issue: schema.Issue) -> dict[str, Any]:
    told = f"{issue.code}\n{issue.source_id}\n{issue.message}"
    return {
        "description": inline(f"not read: {issue.message}"),
        "check_name": issue.code,
        "fingerprint": hashlib.sha256(told.encode("utf-8", "backslashreplace")).hexdigest(),
        "severity": "critical",
        "location": {
            "path": inline(issue.source_id),
            "lines": {"begin": issue.span.line if issue.span else 1},
        },
    }
