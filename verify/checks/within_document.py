"""One document that tells a figure twice, and differently.

Why: a reader takes the figure of the title or the summary along, and never meets the one in the
body. Summaries made by machine are wrong in just these ways: another digit, a lost 约, a lost 一期.

Passes: the title says ``大桥全长55公里``, the body ``大桥全长约55公里`` is told (V203, a note).
Fails: the title says ``大桥全长65公里``, the body ``大桥全长55公里`` (V202, an error).

=====  =======  =============================================================================
V201   error    the body contradicts itself; a warning where a link or reading is not certain
V202   error    title, lead, summary or caption contradicts the body; a warning as for V201, and where
                it names no time and is none of the figures that the body tells of several
V203   note     title, lead, summary or caption drops, adds or changes the hedge of the body; a
                warning where it bounds what the body does not (body 约, title 超过)
V204   warning  title, lead, summary or caption tells a figure of a part as one of the whole
=====  =======  =============================================================================

To silence one: mend the text; where the two figures are of different things, say of which part,
time or kind each is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verify.checks.facts import Facts
from verify.checks.finding import of_group, said, slips, trusted
from verify.checks.front import in_front, placed, untimed
from verify.model.claim import Claim
from verify.model.finding import Finding, Severity
from verify.model.group import Comparison, Group, Relation
from verify.model.quantity import Hedge, Quantity
from verify.model.stage import Stage

CODES = {
    "V201": "a document contradicts itself",
    "V202": "title or summary contradicts the body",
    "V203": "hedge of title or summary differs from the body",
    "V204": "title or summary loses the scope",
}
_CONFLICTS = (Relation.CONFLICT, Relation.UNIT_SLIP)
_PLAIN = (Hedge.BARE, Hedge.EXACTLY)
_BOUNDS = (Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.NEARLY, Hedge.LESS_THAN, Hedge.AT_MOST)


def check(facts: Facts) -> Stage[Finding]:
    """Return one finding for each document, group and code."""
    found: list[Finding] = []
    for group in facts.groups:
        found += _contradictions(facts, group)
        found += _hedges(facts, group)
        found += _scopes(facts, group)
    found += untimed(facts, CODES["V202"])
    return Stage(tuple(found))


# --- V201, V202


def _contradictions(facts: Facts, group: Group) -> Iterator[Finding]:
    """Yield a finding for each document with claims on both sides of a conflict."""
    found: dict[tuple[str, str], tuple[Claim, Claim, Comparison]] = {}
    rows = _rows(facts, group)
    for pair in group.comparisons:
        if pair.relation not in _CONFLICTS:
            continue
        left, right = (
            [claim for claim in facts.side(group, one) if (claim.source_id, claim.sentence) not in rows]
            for one in (pair.a, pair.b)
        )
        for source_id in sorted({claim.source_id for claim in left} & {claim.source_id for claim in right}):
            sides = [[claim for claim in side if claim.source_id == source_id] for side in (left, right)]
            bodies = [[claim for claim in side if not in_front(claim)] for side in sides]
            code = "V201" if all(bodies) or not any(bodies) else "V202"
            a, b = (body[0] if body else side[0] for body, side in zip(bodies, sides, strict=True))
            found.setdefault((source_id, code), (a, b, pair))
    for (_, code), (a, b, pair) in found.items():
        first, second = sorted((a, b), key=lambda claim: (claim.span, claim.id))
        yield of_group(
            facts,
            group,
            (first, second),
            code=code,
            severity=trusted(first, second),
            message=f"{CODES[code]}: {facts.subject(group)}: {placed(facts, first, second)}, but also"
            f" {placed(facts, second, first)}:"
            f" {pair.bound}{slips(pair.flags, first.value, second.value)}",
            shown=(first, second),
            gap=pair.gap,
        )


def _rows(facts: Facts, group: Group) -> set[tuple[str, str]]:
    """Return the sentences that hold several values of the group: of several things that were read as one."""
    seen: dict[tuple[str, str], int] = {}
    rows = set()
    for number, cluster in enumerate(group.clusters):
        for claim_id in cluster.claim_ids:
            claim = facts.claim[claim_id]
            place = (claim.source_id, claim.sentence)
            if claim.sentence and seen.setdefault(place, number) != number:
                rows.add(place)
    return rows


# --- V203


def _hedges(facts: Facts, group: Group) -> Iterator[Finding]:
    """Yield a finding for each figure in front whose number the body tells with other hedges alone."""
    for fronts, bodies in _by_document(facts, group):
        for front in fronts:
            told = [body for body in bodies if _same_number(front, body)]
            hedges = {_hedge(body) for body in told}
            if not told or _hedge(front) in hedges:
                continue
            yield of_group(
                facts,
                group,
                (front, told[0]),
                code="V203",
                severity=_hedge_severity(_hedge(front), hedges),
                message=f"{_hedge_change(_hedge(front), hedges)}: {facts.subject(group)}:"
                f" {placed(facts, front, told[0])}, the body {said(facts, told[0], front)}",
                shown=(told[0], front),
            )


def _by_document(facts: Facts, group: Group) -> Iterator[tuple[list[Claim], list[Claim]]]:
    """Yield for each document its claims of a group: those in front, and those of the body."""
    documents: dict[str, tuple[list[Claim], list[Claim]]] = {}
    for cluster in group.clusters:
        for claim_id in cluster.claim_ids:
            claim = facts.claim[claim_id]
            documents.setdefault(claim.source_id, ([], []))[0 if in_front(claim) else 1].append(claim)
    for fronts, bodies in documents.values():
        yield _placewise(fronts), _placewise(bodies)


def _placewise(claims: Sequence[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (claim.span, claim.id))


def _same_number(a: Claim, b: Claim) -> bool:
    if not (isinstance(a.value, Quantity) and isinstance(b.value, Quantity)):
        return False
    return a.value.base_number == b.value.base_number and a.value.form == b.value.form


def _hedge(claim: Claim) -> Hedge:
    hedge = claim.value.hedge if isinstance(claim.value, Quantity) else Hedge.BARE
    return Hedge.BARE if hedge is Hedge.EXACTLY else hedge


def _hedge_severity(front: Hedge, bodies: set[Hedge]) -> Severity:
    return Severity.WARNING if front in _BOUNDS and not bodies & {Hedge.BARE} else Severity.NOTE


def _hedge_change(front: Hedge, bodies: set[Hedge]) -> str:
    if front in _PLAIN:
        return "hedge dropped"
    return "hedge added" if bodies & set(_PLAIN) else "hedge changed"


# --- V204


def _scopes(facts: Facts, group: Group) -> Iterator[Finding]:
    """Yield a finding for each figure in front without a scope that the body tells of a part alone."""
    if group.key.scope is not None:
        return
    whole = {claim_id for cluster in group.clusters for claim_id in cluster.claim_ids}
    for apart in group.not_compared:
        if apart.part != "scope":
            continue
        for front, part in _both_ways(facts.claim[apart.a], facts.claim[apart.b]):
            if front.id not in whole or not in_front(front) or in_front(part):
                continue
            if part.source_id != front.source_id or not _same_number(front, part):
                continue
            if not any(_backs(claim, front) for claim in facts.of_document[front.source_id]):
                yield _scope_lost(facts, group, front, part)


def _both_ways(a: Claim, b: Claim) -> tuple[tuple[Claim, Claim], tuple[Claim, Claim]]:
    return (a, b), (b, a)


def _backs(claim: Claim, front: Claim) -> bool:
    """Say whether the body tells the same of the whole, by whatever word (投资, 总投资)."""
    same = claim.entity_id == front.entity_id and claim.dimension == front.dimension
    return same and not (in_front(claim) or claim.qualifiers.scope) and _same_number(claim, front)


def _scope_lost(facts: Facts, group: Group, front: Claim, part: Claim) -> Finding:
    return of_group(
        facts,
        group,
        (front, part),
        code="V204",
        severity=Severity.WARNING,
        message=f"scope lost: {facts.subject(group)}: {placed(facts, front, part)} of the whole,"
        f" the body of {part.qualifiers.scope}: {said(facts, part, front)}",
        shown=(part, front),
    )
