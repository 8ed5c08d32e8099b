"""The verdict of a group in a paragraph of plain English.

A judged group and its claims come in, one paragraph goes out: how many documents and origins,
what they say, and what was not compared.  No verdict says what is true.
"""

from __future__ import annotations

from collections.abc import Mapping

from verify.compare.rung import gravity
from verify.model.claim import Claim
from verify.model.exact import percent
from verify.model.group import Cluster, Comparison, Group, Relation, Verdict
from verify.model.quantity import Quantity
from verify.model.wording import described


def explain(group: Group, claims: Mapping[str, Claim]) -> str:
    """Return the paragraph; ``claims`` holds those of the group by id."""
    sentences = [f"{_counts(group)}: {_said(group, claims)}", *_remarks(group, claims)]
    return " ".join(f"{sentence}." for sentence in sentences)


def _counts(group: Group) -> str:
    documents = sum(len(origin) for origin in group.origins)
    text = f"{_number(documents, 'document')}, {_number(len(group.origins), 'origin')}"
    return f"{text}, which share a release" if documents > 1 and group.passages else text


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _said(group: Group, claims: Mapping[str, Claim]) -> str:
    if not group.clusters:
        return "the date stays unresolved and was compared with nothing"
    if group.verdict in (Verdict.CONFLICT, Verdict.POSSIBLE):
        worst = max(group.comparisons, key=lambda each: (gravity(each.relation), each.gap))
        return _against(worst, claims)
    values = "; ".join(_cluster(cluster, claims) for cluster in group.clusters)
    if group.verdict is Verdict.AGREEMENT:
        return f"they agree on {values}"
    return f"only one origin says {values}"


def _against(worst: Comparison, claims: Mapping[str, Claim]) -> str:
    a, b = claims[worst.a], claims[worst.b]
    gap = f", gap {percent(worst.gap)}" if isinstance(a.value, Quantity) else ""
    may_be = f"; may be: {', '.join(worst.flags)}" if worst.flags else ""
    return (
        f"{a.source_id} says {described(a.value)}, {b.source_id} says {described(b.value)} "
        f"({worst.relation}{gap}): {worst.bound}{may_be}"
    )


def _cluster(cluster: Cluster, claims: Mapping[str, Claim]) -> str:
    return described(claims[cluster.claim_ids[0]].value)


def _remarks(group: Group, claims: Mapping[str, Claim]) -> list[str]:
    remarks = []
    if any(each.relation is Relation.HEDGE_DIFFERS for each in group.comparisons):
        pairs = [each for each in group.comparisons if each.relation is Relation.HEDGE_DIFFERS]
        stated = sorted({claims[claim].value.stated for each in pairs for claim in (each.a, each.b)})
        remarks.append(f"The hedges differ ({', '.join(stated)})")
    remarks.extend(f"{', '.join(origin)} are one origin" for origin in group.origins if len(origin) > 1)
    if group.unresolved_claim_ids and group.clusters:
        remarks.append(f"{_number(len(group.unresolved_claim_ids), 'date')} stayed unresolved")
    if group.not_compared:
        parts = ", ".join(sorted({pair.part for pair in group.not_compared}))
        remarks.append(f"{_number(len(group.not_compared), 'pair')} not compared ({parts})")
    return remarks
