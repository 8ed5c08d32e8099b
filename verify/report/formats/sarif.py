"""``sarif``: the Static Analysis Results Interchange Format, for code scanning and editors.

The file is SARIF 2.1.0 (OASIS Standard, docs.oasis-open.org/sarif/sarif/v2.1.0) and keeps to what GitHub
asks of one (docs.github.com, "SARIF support for code scanning"): the findings beyond the 5,000 that it
keeps are left out and counted in a notification, as are the places beyond the 100 of a result.
Each result carries every side of its finding as a related location that its message links to, and the
fingerprint of the judgement, which knows no line and no path.  Columns count code points
(``columnKind``, section 3.14.17).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from verify.model.report import MARKER
from verify.report import schema
from verify.report.findings import FindingView, SideView, finding_views
from verify.report.outcome import headline
from verify.text.visible import inert_json, inline
from verify.version import __version__

NAME = "sarif"
SUFFIX = ".sarif"
STEM = ""
BRIEF = True

RESULTS = 5_000
"""So many results GitHub keeps; it refuses a file with more than 25,000."""
PLACES = 100
"""So many places of one result GitHub shows; it refuses a file with more than 1,000."""
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_FINGERPRINT = "claimVerify/v1"
"""Not ``primaryLocationLineHash``: GitHub's upload warns of each that is not its own hash of the line."""


def render(report: schema.Report) -> str:
    """Return one run with its rules, results and notifications, the gravest findings first."""
    views = finding_views(report)
    kept = views[:RESULTS]
    pages = {page.code: page for page in report.pages}
    codes = sorted({view.finding.code for view in kept})
    compared = any(view.finding.state == "baseline" for view in views)
    run = {
        "tool": {
            "driver": {
                "name": "claim-verify",
                "semanticVersion": __version__,
                "rules": [_rule(code, pages.get(code)) for code in codes],
            }
        },
        "invocations": [
            {
                "executionSuccessful": not any(issue.incomplete for issue in report.issues),
                "toolExecutionNotifications": [*_left_out(report, views), *_notifications(report)],
            }
        ],
        "originalUriBaseIds": {_ROOT: {"description": _text("The folder that the paths are relative to.")}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(view, codes.index(view.finding.code), compared=compared) for view in kept],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "properties": {"generator": MARKER}, "runs": [run]}
    return inert_json(json.dumps(log, ensure_ascii=False, indent=1) + "\n")


def _rule(code: str, page: schema.Page | None) -> dict[str, Any]:
    if page is None:
        return {"id": code, "shortDescription": _text(code)}
    return {
        "id": code,
        "name": page.name.title().replace(" ", ""),
        "shortDescription": _text(page.name),
        "fullDescription": _text(page.summary),
        "help": {"text": page.text, "markdown": page.markdown},
    }


def _result(view: FindingView, index: int, *, compared: bool) -> dict[str, Any]:
    finding, head, others = view.finding, view.sides[:1], view.sides[1:PLACES]
    more = len(view.sides) - PLACES
    links = "".join(
        f"\n[{_escaped(side.place, link=True)}]({number})" for number, side in enumerate(others, start=1)
    )
    beyond = f"\nand {more:,} more places" if more > 0 else ""
    baseline = {"baselineState": "unchanged" if finding.state == "baseline" else "new"} if compared else {}
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.severity,
        "message": {"text": f"{_escaped(view.message)}{links}{beyond}"},
        "locations": [{"physicalLocation": _place(side)} for side in head],
        "relatedLocations": [_related(side, number) for number, side in enumerate(others, start=1)],
        "partialFingerprints": {_FINGERPRINT: finding.id},
        "suppressions": _suppressions(finding),
        **baseline,
    }


def _suppressions(finding: schema.Finding) -> list[dict[str, Any]]:
    """Return why a finding is suppressed; an empty list says that it is not (section 3.27.23)."""
    excuse = finding.suppression
    if excuse is None:
        return []
    until = f", until {excuse.until}" if excuse.until else ""
    told = inline(f"{excuse.reason} ({excuse.place}{until})")
    kind = "inSource" if excuse.in_document else "external"
    return [{"kind": kind, "status": "accepted", "justification": told}]


def _related(side: SideView, number: int) -> dict[str, Any]:
    told = {"message": {"text": _escaped(side.sentence)}} if side.sentence else {}
    return {"id": number, "physicalLocation": _place(side), **told}


def _place(side: SideView) -> dict[str, Any]:
    line, column = side.end
    region = {
        "startLine": side.span.line,
        "startColumn": side.span.column,
        "endLine": line,
        "endColumn": column,
    }
    return {"artifactLocation": _artifact(side.path), "region": region}


def _artifact(path: str) -> Mapping[str, str]:
    """Return where a file is, as a URI: relative to the root of the project, or with its scheme."""
    # A name that is not UTF-8 keeps its bytes; a lone surrogate that stands for none is escaped.
    raw = path.encode("utf-8", "surrogateescape" if _decodable(path) else "backslashreplace")
    if PurePath(path).is_absolute():
        return {"uri": f"file://{quote(raw)}"}
    return {"uri": quote(raw), "uriBaseId": _ROOT}


def _decodable(path: str) -> bool:
    try:
        path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return False
    return True


def _left_out(report: schema.Report, views: tuple[FindingView, ...]) -> list[dict[str, Any]]:
    """Tell what the file does not hold, so that it never looks like everything."""
    told = []
    if len(views) > RESULTS:
        told.append(f"and {len(views) - RESULTS:,} more findings, the least grave; GitHub keeps {RESULTS:,}")
    if report.outcome is not None and report.outcome.hidden:
        told.append(headline(report))
    return [{"level": "note", "message": {"text": _escaped(words)}} for words in told]


def _notifications(report: schema.Report) -> list[dict[str, Any]]:
    """Tell of the trouble with reading."""
    paths = {source.id: source.path for source in report.sources}
    found = []
    for issue in report.issues:
        place: dict[str, Any] = {"artifactLocation": _artifact(paths.get(issue.source_id, issue.source_id))}
        if issue.span is not None:
            place["region"] = {"startLine": issue.span.line, "startColumn": issue.span.column}
        found.append(
            {
                "level": "error" if issue.incomplete else "note",
                "message": {"text": f"{issue.code}: {_escaped(issue.message)}"},
                "locations": [{"physicalLocation": place}] if issue.source_id else [],
            }
        )
    return found


def _text(words: str) -> dict[str, str]:
    return {"text": words}


def _escaped(words: str, *, link: bool = False) -> str:
    """Return words of a source as a message: no placeholder (section 3.11.5) and no link (3.11.6) in them."""
    shown = inline(words).replace("{", "{{").replace("}", "}}")
    if link or "](" in shown:
        shown = shown.replace("[", "\\[").replace("]", "\\]")
    return shown
