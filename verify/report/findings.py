"""Findings as the formats for CI show them: who says what where, and what is not shown.

Comes in: ``schema.Report``.  Goes out: a record for each finding, its sides in the order in which the
message tells them.  Markup, limits and escapes are left to the formats, counts to ``outcome``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verify.report import schema
from verify.report.numbers import spelled
from verify.report.outcome import to_act_on

_SPACE = re.compile(r"\s+")
_AROUND = 100
"""So many characters of a sentence are shown at either side of its figure where space is short."""


@dataclass(frozen=True, slots=True)
class SideView:
    """One of the places of a finding."""

    path: str
    span: schema.Span
    before: str
    """Words of the sentence before the figure; in a table, behind the heads of row and column."""
    figure: str
    """Empty where no statement was read at the place."""
    after: str

    @property
    def place(self) -> str:
        """``path:line:column``."""
        return f"{self.path}:{self.span.line}:{self.span.column}"

    @property
    def sentence(self) -> str:
        """The whole sentence on one line; empty where none was read."""
        return f"{self.before}{self.figure}{self.after}".strip()

    @property
    def excerpt(self) -> str:
        """The figure and the words around it, on one line."""
        before, after = self.before[-_AROUND:], self.after[:_AROUND]
        head = "…" if len(self.before) > _AROUND else ""
        tail = "…" if len(self.after) > _AROUND else ""
        return f"{head}{before}{self.figure}{after}{tail}".strip()

    @property
    def end(self) -> tuple[int, int]:
        """Line and column behind the last character."""
        if self.span.end_line is not None and self.span.end_column is not None:
            return self.span.end_line, self.span.end_column
        return self.span.line, self.span.column + self.span.end - self.span.start


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding."""

    finding: schema.Finding
    name: str
    """What its code means: ``value conflict``."""
    message: str
    sides: tuple[SideView, ...]
    """First the place that it is shown at; empty for a finding about no place."""

    @property
    def title(self) -> str:
        """``V101 value conflict``."""
        return f"{self.finding.code} {self.name}".rstrip()


def finding_views(report: schema.Report) -> tuple[FindingView, ...]:
    """Return the findings of a report in its order, the gravest first."""
    names = {page.code: page.name for page in report.pages}
    paths = {source.id: source.path for source in report.sources}
    claims = {claim.id: claim for claim in report.claims}
    return tuple(
        FindingView(
            finding=finding,
            name=names.get(finding.code, ""),
            message=spelled(finding.message),
            sides=tuple(_sides(finding, claims, paths)),
        )
        for finding in report.findings
    )


def new_views(report: schema.Report) -> tuple[FindingView, ...]:
    """Return those findings that are neither in the baseline nor suppressed."""
    return finding_views(report.model_copy(update={"findings": tuple(to_act_on(report))}))


def _sides(
    finding: schema.Finding, claims: dict[str, schema.Claim], paths: dict[str, str]
) -> Iterator[SideView]:
    known = [claims[claim_id] for claim_id in finding.claim_ids]
    at = {(claim.source_id, claim.span.start): claim for claim in known}
    places = [(each.source_id, each.span) for each in finding.locations]
    for source_id, span in places or [(claim.source_id, claim.span) for claim in known]:
        claim = at.get((source_id, span.start))
        yield SideView(paths.get(source_id, source_id), span, *(_cut(claim) if claim else ("", "", "")))


def _cut(claim: schema.Claim) -> tuple[str, str, str]:
    """Return the sentence of a claim, cut at its figure; in a table, behind the heads of row and column."""
    heads = f"{' · '.join(reversed(claim.heads))}: " if claim.heads else ""
    if claim.sentence_span is None:
        return _spaced(f"{heads}{claim.sentence}"), "", ""
    start, end = claim.sentence_span.start, claim.sentence_span.end
    parts = f"{heads}{claim.sentence[:start]}", claim.sentence[start:end], claim.sentence[end:]
    before, figure, after = map(_spaced, parts)
    return before, figure, after


def _spaced(text: str) -> str:
    """Return the text with one space for each run of white space."""
    return _SPACE.sub(" ", text)
