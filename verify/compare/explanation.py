"""The verdict of a group in a paragraph of plain English.

A judged group and its claims come in, one paragraph goes out: how many documents and origins,
what they say, and what was not compared.  No verdict says what is true.
"""

from __future__ import annotations

from collections.abc import Mapping

from verify.compare.rung import gravity
from verify.model.claim import RETOLD, SLIPPED, Claim
from verify.model.document import Source
from verify.model.exact import percent
from verify.model.group import Cluster, Comparison, Group, Relation, Verdict
from verify.model.quantity import Quantity
from verify.model.wording import between, described, witnesses

_OTHER_WORDS = {RETOLD: "the figure itself says", SLIPPED: "nearly the same digits say"}
"""By the rule of a step, what tells that a claim is of the fact of others."""


def explain(group: Group, claims: Mapping[str, Claim], sources: Mapping[str, Source]) -> str:
    """Return the paragraph; ``claims`` and ``sources`` hold those of the group by id."""
    paths = {id_: sources[id_].path if id_ in sources else id_ for origin in group.origins for id_ in origin}
    counts = witnesses([len(origin) for origin in group.origins], shared=bool(group.passages))
    sentences = [f"{counts}: {_said(group, claims, paths)}", *_remarks(group, claims, paths)]
    return " ".join(f"{sentence}." for sentence in sentences)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _said(group: Group, claims: Mapping[str, Claim], paths: Mapping[str, str]) -> str:
    if not group.clusters:
        return "the date stays unresolved and was compared with nothing"
    if group.verdict in (Verdict.CONFLICT, Verdict.POSSIBLE):
        worst = max(group.comparisons, key=lambda each: (gravity(each.relation), each.gap))
        return _against(worst, claims, paths)
    values = "; ".join(_cluster(cluster, claims) for cluster in group.clusters)
    if group.verdict is Verdict.AGREEMENT:
        return f"they agree on {values}"
    return f"only one origin says {values}"


def _against(worst: Comparison, claims: Mapping[str, Claim], paths: Mapping[str, str]) -> str:
    a, b = claims[worst.a], claims[worst.b]
    gap = f", gap {percent(worst.gap)}" if isinstance(a.value, Quantity) else ""
    may_be = f"; may be: {', '.join(worst.flags)}" if worst.flags else ""
    told = between(a.value, b.value)
    return (
        f"{paths[a.source_id]} says {described(a.value, told)}, {paths[b.source_id]} says"
        f" {described(b.value, told)} ({worst.relation}{gap}): {worst.bound}{may_be}"
    )


def _cluster(cluster: Cluster, claims: Mapping[str, Claim]) -> str:
    return described(claims[cluster.claim_ids[0]].value)


def _remarks(group: Group, claims: Mapping[str, Claim], paths: Mapping[str, str]) -> list[str]:
    remarks = []
    if any(each.relation is Relation.HEDGE_DIFFERS for each in group.comparisons):
        pairs = [each for each in group.comparisons if each.relation is Relation.HEDGE_DIFFERS]
        stated = sorted({claims[claim].value.stated for each in pairs for claim in (each.a, each.b)})
        remarks.append(f"The hedges differ ({', '.join(stated)})")
    for rule, says in _OTHER_WORDS.items():
        retold = {paths[one.source_id] for one in claims.values() if any(s.rule == rule for s in one.trace)}
        if retold:
            told = " and ".join(sorted(retold))
            remarks.append(f"That {told} tells the same in other words, {says}")
    for origin in group.origins:
        whys = dict.fromkeys(one.why for one in group.lineages if one.a in origin)
        if len(origin) > 1:
            together = " and ".join(sorted(paths[source_id] for source_id in origin))
            remarks.append(f"{together} are one origin: {'; '.join(whys)}")
    if group.unresolved_claim_ids and group.clusters:
        remarks.append(f"{_number(len(group.unresolved_claim_ids), 'date')} stayed unresolved")
    if group.not_compared:
        parts = ", ".join(sorted({pair.part for pair in group.not_compared}))
        remarks.append(f"{_number(len(group.not_compared), 'pair')} not compared ({parts})")
    return remarks
