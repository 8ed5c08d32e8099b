"""What there is to decide, the weightiest first.

Comes in: ``schema.Report``.  Goes out: an ``Item`` for each group, and for each finding that belongs to none.
Impact is an order, no score: the worst finding, then the verdict, then how many sources say it, then how far
apart they are.  Pages of it are left to ``queue``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from verify.model.exact import percent
from verify.model.judgement import Pin
from verify.report import schema
from verify.report.pinning import pin

__all__ = ["FINDING", "VERDICTS", "Item", "items"]

FINDING = "finding"
"""The verdict of an item that is a finding and belongs to no group."""
VERDICTS = ("conflict", "possible-conflict", "agreement", "single-source", FINDING)
"""Of items."""

_SEVERITIES = ("error", "warning", "note", "")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide."""

    subject: str
    """Id of the group, or of the finding."""
    verdict: str
    """Of the group; ``finding`` where there is none."""
    severity: str
    """Of its worst finding; empty without."""
    entity: str
    attribute: str
    values: tuple[str, ...]
    """As written, one a cluster."""
    sources: int
    gap: Fraction
    claim_ids: tuple[str, ...]
    """All that are judged; the two farthest apart first."""
    pins: tuple[Pin, ...]
    findings: tuple[schema.Finding, ...]
    haystack: str
    """What a search looks in, case folded."""

    @property
    def apart(self) -> str:
        """How far apart its values are, in words; empty where that is nothing."""
        return percent(self.gap) if self.gap else ""


def items(report: schema.Report, called: Mapping[str, str] | None = None) -> tuple[Item, ...]:
    """Return all there is to decide, the weightiest first.

    ``called`` are the names of things and attributes by id, where they are not those of the report.
    """
    names = {entity.id: entity.name for entity in report.entities}
    names |= {attribute.id: attribute.name for attribute in report.attributes}
    names |= called or {}
    claims = {claim.id: claim for claim in report.claims}
    paths = {source.id: source.path for source in report.sources}
    about: dict[str, list[schema.Finding]] = defaultdict(list)
    lone = []
    for finding in report.findings:
        if finding.group_id is None:
            lone.append(finding)
        else:
            about[finding.group_id].append(finding)
    found = [_of_group(group, tuple(about[group.id]), names, claims, paths) for group in report.groups]
    found += [_of_finding(finding, names, claims, paths) for finding in lone]
    return tuple(sorted(found, key=_impact))


def _of_group(
    group: schema.Group,
    findings: tuple[schema.Finding, ...],
    names: dict[str, str],
    claims: dict[str, schema.Claim],
    paths: dict[str, str],
) -> Item:
    ids = _farthest_first(group)
    members = [claims[ident] for ident in ids]
    heads = [claims[cluster.claim_ids[0]] for cluster in group.clusters] or members
    gap = max((Fraction(item.gap) for item in group.comparisons if item.gap is not None), default=Fraction(0))
    return _item(
        subject=group.id,
        verdict=group.verdict,
        findings=findings,
        entity=names.get(group.key.entity_id, group.key.entity_id),
        attribute=names.get(group.key.attribute_id, group.key.attribute_id),
        values=tuple(dict.fromkeys(claim.value.stated for claim in heads)),
        gap=gap,
        members=members,
        paths=paths,
    )


def _of_finding(
    finding: schema.Finding, names: dict[str, str], claims: dict[str, schema.Claim], paths: dict[str, str]
) -> Item:
    members = [claims[ident] for ident in finding.claim_ids if ident in claims]
    first = members[0] if members else None
    return _item(
        subject=finding.id,
        verdict=FINDING,
        findings=(finding,),
        entity=names.get(first.entity_id, first.entity_id) if first else "",
        attribute=names.get(first.attribute_id, first.attribute_id) if first else finding.code,
        values=tuple(dict.fromkeys(claim.value.stated for claim in members)),
        gap=Fraction(0),
        members=members,
        paths=paths,
    )


def _item(
    *,
    subject: str,
    verdict: str,
    findings: tuple[schema.Finding, ...],
    entity: str,
    attribute: str,
    values: tuple[str, ...],
    gap: Fraction,
    members: Sequence[schema.Claim],
    paths: dict[str, str],
) -> Item:
    told = (entity, attribute, *values, *(finding.code for finding in findings), *(m.quote for m in members))
    where = (paths[claim.source_id] for claim in members)
    return Item(
        subject=subject,
        verdict=verdict,
        severity=min((finding.severity for finding in findings), key=_SEVERITIES.index, default=""),
        entity=entity,
        attribute=attribute,
        values=values,
        sources=len({claim.source_id for claim in members}),
        gap=gap,
        claim_ids=tuple(claim.id for claim in members),
        pins=tuple(pin(claim, paths[claim.source_id]) for claim in members),
        findings=findings,
        haystack=" ".join((*told, *where, subject)).casefold(),
    )


def _farthest_first(group: schema.Group) -> list[str]:
    """Return the claims of a group, the pair that is farthest apart first."""
    ids = [ident for cluster in group.clusters for ident in cluster.claim_ids]
    ids += group.unresolved_claim_ids
    apart = max(
        (item for item in group.comparisons if item.gap is not None),
        key=lambda item: (item.line or 0, Fraction(item.gap or 0)),
        default=None,
    )
    first = [apart.a, apart.b] if apart is not None else []
    return [*first, *(ident for ident in ids if ident not in first)]


def _impact(item: Item) -> tuple[int, int, int, Fraction, str, str, str]:
    return (
        _SEVERITIES.index(item.severity),
        VERDICTS.index(item.verdict),
        -item.sources,
        -item.gap,
        item.entity,
        item.attribute,
        item.subject,
    )
