"""Findings for a terminal, as a compiler tells its own: ``path:line:column: error[V101] message``."""

from __future__ import annotations

from collections.abc import Iterable

from verify.report import schema
from verify.report.view import summary_words
from verify.text.visible import visible

NAME = "text"
SUFFIX = ".txt"
STEM = ""


def render(report: schema.Report) -> str:
    """Return the findings with their places, then the summary."""
    lines = (*_findings(report), *_issues(report), summary_words(report.summary))
    return visible("".join(f"{line}\n" for line in lines))


def summary(report: schema.Report) -> str:
    """Return what ``verify run`` prints: the conflicts in full, the rest in numbers."""
    conflicts = [finding for finding in report.findings if finding.severity != "note"]
    told = report.model_copy(update={"findings": tuple(conflicts)})
    return render(told)


def _findings(report: schema.Report) -> Iterable[str]:
    paths = {source.id: source.path for source in report.sources}
    claims = {claim.id: claim for claim in report.claims}
    for finding in report.findings:
        known = [claims[claim] for claim in finding.claim_ids]
        quoted = [(_place(claim.source_id, claim.span, paths), _one_line(claim.sentence)) for claim in known]
        places = [_place(item.source_id, item.span, paths) for item in finding.locations]
        first = next(iter(places or [place for place, _ in quoted]), "")
        yield f"{first + ': ' if first else ''}{finding.severity}[{finding.code}] {finding.message}"
        yield from (f"    {place}: {sentence}" for place, sentence in quoted)
        yield f"    explain: verify explain {finding.id}"


def _place(source_id: str, span: schema.Span | None, paths: dict[str, str]) -> str:
    path = paths.get(source_id, source_id)
    return f"{path}:{span.line}:{span.column}" if span else path


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _issues(report: schema.Report) -> Iterable[str]:
    paths = {source.id: source.path for source in report.sources}
    for issue in report.issues:
        yield f"{_place(issue.source_id, issue.span, paths)}: issue[{issue.code}] {issue.message}"
