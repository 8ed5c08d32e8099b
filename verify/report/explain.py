"""How one judgement came about, line by line.

Comes in: ``schema.Report`` and what is asked after: a finding, a group, a claim, or a place.
Goes out: plain text.  Everything told here stands in ``report.json``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from verify.report import schema
from verify.report.page import GroupView, MemberView
from verify.report.view import Views

_PLACE = re.compile(r"(.+):([0-9]{1,9}):([0-9]{1,9})")


def explain(report: schema.Report, asked: str) -> str | None:
    """Return the derivation, or None when the report holds nothing of that name."""
    lines = list(_lines(report, asked))
    return "\n".join(lines) + "\n" if lines else None


def _lines(report: schema.Report, asked: str) -> Iterable[str]:
    views = Views(report)
    groups = {group.id: group for group in report.groups}
    findings = [finding for finding in report.findings if finding.id == asked]
    claims = [claim for claim in report.claims if claim.id == asked or _at(claim, asked, views)]
    for finding in findings:
        yield f"{finding.severity}[{finding.code}] {finding.message}  ({finding.id})"
        if finding.expected or finding.found:
            yield f"    expected {finding.expected}, found {finding.found}, gap {finding.gap}"
        if finding.group_id is not None:
            yield from _group(views.group(groups[finding.group_id]))
        else:
            for claim_id in finding.claim_ids:
                yield from _member(views.member(claim_id, {}), "    ")
    if asked in groups:
        yield from _group(views.group(groups[asked]))
    for claim in claims:
        yield from _member(views.member(claim.id, {}), "")
        for group in report.groups:
            if any(claim.id in cluster.claim_ids for cluster in group.clusters):
                yield f"    belongs to group {group.id}: {group.verdict}"


def _at(claim: schema.Claim, asked: str, views: Views) -> bool:
    """Say whether ``path:line:column`` lies in the claim's figure."""
    place = _PLACE.fullmatch(asked)
    if place is None or place[1] != views.sources[claim.source_id].path or int(place[2]) != claim.span.line:
        return False
    return claim.span.column <= int(place[3]) < claim.span.column + claim.span.end - claim.span.start


def _group(group: GroupView) -> Iterable[str]:
    parts = "".join(f" · {part}" for part in group.parts)
    yield f"{group.verdict}: {group.entity} · {group.attribute}{parts}  ({group.id})"
    yield f"    {group.headline}"
    if group.explanation:
        yield f"    {group.explanation}"
    for cluster in group.clusters:
        yield f"    {cluster.value} ({cluster.origins})"
        for member in cluster.members:
            yield from _member(member, "      ")
    for member in group.unresolved:
        yield "    unresolved"
        yield from _member(member, "      ")
    for item in group.comparisons:
        facts = [word for word in (item.gap, item.bound, *item.flags) if word]
        yield f"    {item.relation} ({'; '.join(facts)})"
        yield from (f"      {line}" for line in item.derivation)
    for passage in group.passages:
        yield f"    shared word for word by {', '.join(passage.source_ids)}: “{passage.text}”"
    for pair in group.not_compared:
        yield f"    not compared: {pair.a} and {pair.b}: {pair.part}"


def _member(member: MemberView, indent: str) -> Iterable[str]:
    origin = f", origin {member.origin}" if member.origin else ""
    yield f"{indent}{member.place}  “{member.stated}” = {member.normalised}, {member.hedge}"
    yield f"{indent}  {member.source.publisher}, {member.source.published}{origin}: {member.sentence}"
    if member.qualifiers:
        yield f"{indent}  {', '.join(member.qualifiers)}"
    yield f"{indent}  read by {member.rule}"
    for step in member.trace:
        by = f", by {step.rule}" if step.rule else ""
        yield f"{indent}  {step.part}: {step.value}, from the {step.origin}{by}"
