"""Reports with as many findings as a test wants, each with as many sides."""

from __future__ import annotations

from verify.model.report import Report
from verify.report import schema
from verify.report.build import build


def finding(number: int, severity: str = "error", **more: object) -> schema.Finding:
    """A finding about nothing in particular."""
    fields: dict[str, object] = {
        "id": f"V101-{number:012x}",
        "code": "V101",
        "severity": severity,
        "message": f"number {number}",
        "expected": "",
        "found": "",
        "gap": "",
        "locations": (),
        "claim_ids": (),
        "group_id": None,
        "state": "new",
    }
    return schema.Finding.model_validate(fields | more)


def report(*findings: schema.Finding, **more: object) -> schema.Report:
    """A report of findings, with one source."""
    empty = build(Report((), (), (), (), (), (), (), (), ()))
    source = schema.Source(
        id="a.md",
        path="a.md",
        title="",
        publisher="",
        author="",
        published=None,
        language="en",
        sha256="0" * 64,
        own=False,
    )
    summary = empty.summary.model_copy(update={"findings": len(findings)})
    return empty.model_copy(update={"findings": findings, "sources": (source,), "summary": summary, **more})


def places(count: int) -> tuple[schema.Location, ...]:
    """So many places, a line each."""
    return tuple(
        schema.Location(
            source_id="a.md",
            span=schema.Span(start=10 * number, end=10 * number + 4, line=number, column=1),
        )
        for number in range(1, count + 1)
    )


SUPPRESSION = schema.Suppression(
    reason="agreed with the press office", until="2027-03-31", place="a.md:3:1", in_document=True
)

UNREAD = schema.Issue(
    code="unreadable",
    message="cannot be read: permission denied",
    source_id="b.md",
    span=None,
    incomplete=True,
)
