"""Sources that say different things of the same fact.

Why: two documents that state one figure differently cannot both be right, and the reader should
know which of them say what.

Passes: ``青松大桥全长55公里`` in one source, ``青松大桥总长约五十五千米`` in another (V105, a note).
Fails: ``青松大桥全长55公里`` in one source, ``青松大桥全长65公里`` in another (V101, an error).
Fails: ``投资3.2亿元`` in one source, ``投资32亿元`` in another (V102, an error: ten times as much).

=====  =======  =============================================================================
V101   error    the values conflict; a warning where a link or reading is not certain
V102   error    the same, and one value is the other times a power of ten ("also fits × 10⁴: 万
                missing?")
V103   error    the same numeral with units of unequal worth (25 MB, 25 MiB)
V104   error    what one source bounds, the other breaks (超过1200, 不超过1200)
V108   warning  a possible conflict: the words leave room, or a part of the key is unstated
V105   note     the same number, hedged otherwise
V106   note     another value of another as-of date: superseded, not in conflict
V107   note     another value of the whole and of a part of it, or of another modality: not
                compared; two named parts (一期, 二期) are no finding
=====  =======  =============================================================================

To silence one: state the part of the key that differs (scope, time, designed or actual) in the
source; where that part does not matter to the attribute, or a gap is allowed, say so in its rule
(``ignores``, ``tolerance``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from verify.checks.facts import Facts
from verify.checks.finding import of_group, said, slips, subject_key, trusted
from verify.checks.front import in_front
from verify.model.claim import Claim
from verify.model.exact import percent
from verify.model.finding import Finding, Severity
from verify.model.group import Comparison, Group, NotCompared, Relation
from verify.model.quantity import Hedge, Quantity
from verify.model.stage import Stage
from verify.model.wording import canonical

CODES = {
    "V101": "value conflict",
    "V102": "magnitude slip",
    "V103": "unit slip",
    "V104": "bound contradiction",
    "V105": "hedge differs",
    "V106": "superseded",
    "V107": "scope or modality differs",
    "V108": "possible conflict",
}
_BOUNDS = (Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.NEARLY, Hedge.LESS_THAN, Hedge.AT_MOST)
_APART = {"superseded": "V106", "scope": "V107", "modality": "V107"}


def check(facts: Facts) -> Stage[Finding]:
    """Return one finding for each group and code."""
    tellers = _tellers(facts)
    return Stage(tuple(finding for group in facts.groups for finding in _group(facts, group, tellers)))


Tellers = Mapping[str, tuple[tuple[Any, ...], str]]
"""The order of the group of each claim, and its id."""


def _tellers(facts: Facts) -> Tellers:
    """Return which of two groups tells of a pair that both list: the first by subject and values.

    By places, a finding would be another one when a file gets another name.
    """
    found: dict[str, tuple[tuple[Any, ...], str]] = {}
    listed = {one for group in facts.groups for pair in group.not_compared for one in (pair.a, pair.b)}
    for group in facts.groups:
        claims = [claim_id for cluster in group.clusters for claim_id in cluster.claim_ids]
        if listed.isdisjoint(claims):
            continue
        values = sorted(canonical(facts.claim[claim_id].value) for claim_id in claims)
        order = (subject_key(facts, group), values)
        found.update(dict.fromkeys(claims, (order, group.id)))
    return found


def _group(facts: Facts, group: Group, tellers: Tellers) -> Iterator[Finding]:
    pairs: dict[str, list[Comparison]] = {}
    for pair in group.comparisons:
        pairs.setdefault(_code(facts, pair), []).append(pair)
    for code in sorted(pairs):
        if code in CODES:
            yield from _disagreement(facts, group, code, pairs[code])
    for code in ("V106", "V107"):
        listed = [
            pair
            for pair in group.not_compared
            if _APART.get(pair.part) == code and _tells(group, pair, tellers)
        ]
        apart = [pair for pair in listed if not _two_parts(facts, pair)]
        if apart:
            yield _apart(facts, group, code, apart)


def _tells(group: Group, pair: NotCompared, tellers: Tellers) -> bool:
    """Say whether a group tells of a pair; of two dates that stay unresolved none does."""
    held = [tellers[claim_id] for claim_id in (pair.a, pair.b) if claim_id in tellers]
    return bool(held) and group.id == min(held)[1]


def _code(facts: Facts, pair: Comparison) -> str:
    """Return the code of a comparison; empty where it deserves no finding."""
    if pair.relation is Relation.HEDGE_DIFFERS:
        return "V105"
    if pair.relation is Relation.POSSIBLE:
        return "V108"
    if pair.relation is Relation.UNIT_SLIP:
        return "V103"
    if pair.relation is not Relation.CONFLICT:
        return ""
    if "magnitude slip" in pair.flags:
        return "V102"
    values = (facts.claim[pair.a].value, facts.claim[pair.b].value)
    bound = any(isinstance(value, Quantity) and value.hedge in _BOUNDS for value in values)
    return "V104" if bound else "V101"


def _disagreement(facts: Facts, group: Group, code: str, pairs: Sequence[Comparison]) -> Iterator[Finding]:
    """Yield the finding of one code; conflicts within one document alone are V201.

    Two figures of one writer in one body are two things more often than not: what may be a conflict there is
    told only where the words alone leave room; in front of a body also where a part of the key is unstated.
    """
    pairs = [
        pair
        for pair in pairs
        if (len(_documents(facts, group, pair)) > 1 and not _told_apart(facts, group, pair))
        or (code == "V108" and _told_twice(facts, pair))
    ]
    if not pairs:
        return
    worst = max(pairs, key=lambda pair: (_severity(facts, pair).weight, pair.gap, pair.a, pair.b))
    claims = _claims(facts, group, code, pairs)
    yield of_group(
        facts,
        group,
        claims,
        code=code,
        severity=_severity(facts, worst),
        message=_message(facts, group, code, worst, len(pairs)),
        shown=(facts.claim[worst.a], facts.claim[worst.b]),
        gap=worst.gap,
    )


def _told_apart(facts: Facts, group: Group, pair: Comparison) -> bool:
    """Say whether one sentence holds both values: its writer knows them as two things, whoever tells one."""
    if pair.relation is Relation.HEDGE_DIFFERS:
        return False
    one, other = (
        {(claim.source_id, claim.sentence) for claim in facts.side(group, claim_id) if claim.sentence}
        for claim_id in (pair.a, pair.b)
    )
    return not one.isdisjoint(other)


def _told_twice(facts: Facts, pair: Comparison) -> bool:
    """Say whether two figures of one document that may conflict are surely meant to be one."""
    a, b = facts.claim[pair.a], facts.claim[pair.b]
    if trusted(a, b) is not Severity.ERROR:
        return False
    return not pair.doubtful or in_front(a) != in_front(b)


def _two_parts(facts: Facts, pair: NotCompared) -> bool:
    """Say whether two figures are of two parts that are both named (一期, 二期): nothing to look at."""
    scopes = [facts.claim[one].qualifiers.scope for one in (pair.a, pair.b)]
    return pair.part == "scope" and (all(scopes) or not any(scopes))


def _apart(facts: Facts, group: Group, code: str, apart: Sequence[NotCompared]) -> Finding:
    first = apart[0]
    a, b = facts.claim[first.a], facts.claim[first.b]
    superseded = "of another as-of date: superseded, not in conflict"
    why = superseded if code == "V106" else f"not compared: {_split(a, b, first.part)}"
    claims = {claim_id: facts.claim[claim_id] for pair in apart for claim_id in (pair.a, pair.b)}
    return of_group(
        facts,
        group,
        tuple(claims.values()),
        code=code,
        severity=Severity.NOTE,
        message=f"{facts.subject(group)}: {_told(facts, a, b)}, {why}",
        shown=(a, b),
    )


def _split(a: Claim, b: Claim, part: str) -> str:
    """Tell what keeps two figures apart, and what to write where they are one."""
    if part == "modality":
        one, other = (claim.qualifiers.modality or "plain" for claim in (a, b))
        return f"the first is {one}, the second {other}; two facts, unless both tell the outcome"
    one, other = (claim.qualifiers.scope or "the whole" for claim in (a, b))
    return f"the first is of {one}, the second of {other}; two facts, unless one of them left its part out"


def _message(facts: Facts, group: Group, code: str, worst: Comparison, count: int) -> str:
    a, b = facts.claim[worst.a], facts.claim[worst.b]
    more = f" ({count - 1} more such pairs)" if count > 1 else ""
    gap = f" (gap {percent(worst.gap)}{_way(a, b)})" if isinstance(a.value, Quantity) else ""
    behind = slips(worst.flags, a.value, b.value)
    return f"{CODES[code]}: {facts.subject(group)}: {_told(facts, a, b)}{gap}: {worst.bound}{behind}{more}"


def _told(facts: Facts, a: Claim, b: Claim) -> str:
    return f"{said(facts, a, b)}, {said(facts, b, a)}"


def _way(a: Claim, b: Claim) -> str:
    """Say which of the two is larger."""
    if not (isinstance(a.value, Quantity) and isinstance(b.value, Quantity)):
        return ""
    x, y = a.value.base_number, b.value.base_number
    if x == y:
        return ""
    return f", the {'second' if y > x else 'first'} is larger"


def _claims(facts: Facts, group: Group, code: str, pairs: Sequence[Comparison]) -> tuple[Claim, ...]:
    """Return all that the finding rests on: of a disagreement, everyone on both sides."""
    found: dict[str, Claim] = {}
    for pair in pairs:
        for claim_id in (pair.a, pair.b):
            side = (facts.claim[claim_id],) if code == "V105" else facts.side(group, claim_id)
            found.update((claim.id, claim) for claim in side)
    return tuple(found.values())


def _documents(facts: Facts, group: Group, pair: Comparison) -> set[str]:
    if pair.relation is Relation.HEDGE_DIFFERS:
        return {facts.claim[pair.a].source_id, facts.claim[pair.b].source_id}
    return {claim.source_id for one in (pair.a, pair.b) for claim in facts.side(group, one)}


def _severity(facts: Facts, pair: Comparison) -> Severity:
    if pair.relation is Relation.HEDGE_DIFFERS:
        return Severity.NOTE
    if pair.relation is Relation.POSSIBLE:
        return Severity.WARNING
    return trusted(facts.claim[pair.a], facts.claim[pair.b])
