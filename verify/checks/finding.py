"""Making a finding: its fingerprint, its places, the values in words.

Claims of a group come in, parts of a ``Finding`` go out.  What deserves one is left to the
checks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from verify.checks.facts import Facts
from verify.model.claim import Claim, Confidence
from verify.model.exact import percent
from verify.model.finding import Finding, Location, Severity
from verify.model.group import Group
from verify.model.wording import canonical, days, described


def of_group(
    facts: Facts,
    group: Group,
    claims: Sequence[Claim],
    *,
    code: str,
    severity: Severity,
    message: str,
    pair: tuple[Claim, Claim] | None = None,
    gap: Fraction | None = None,
) -> Finding:
    """Return a finding about a group; ``claims`` are all that it rests on, ``pair`` the two shown."""
    found = of_claims(
        claims, _key(facts, group), code=code, severity=severity, message=message, pair=pair, gap=gap
    )
    return replace(found, group_id=group.id)


def of_claims(
    claims: Sequence[Claim],
    key: Iterable[str],
    *,
    code: str,
    severity: Severity,
    message: str,
    pair: tuple[Claim, Claim] | None = None,
    gap: Fraction | None = None,
) -> Finding:
    """Return a finding about claims of several groups; ``key`` is what it is about, for its fingerprint."""
    ordered = sorted(claims, key=_order)
    return Finding(
        id=fingerprint(code, key, (canonical(claim.value) for claim in ordered)),
        code=code,
        severity=severity,
        message=message,
        expected=described(pair[0].value) if pair else "",
        found=described(pair[1].value) if pair else "",
        gap="" if gap is None else percent(gap),
        locations=tuple(location(claim) for claim in ordered),
        claim_ids=tuple(sorted(claim.id for claim in ordered)),
    )


def fingerprint(code: str, key: Iterable[str], values: Iterable[tuple[str, str]]) -> str:
    """Return the id of a finding: code, key and the set of values with their hedges, nothing else."""
    text = repr((code, tuple(key), tuple(sorted(set(values)))))
    return f"{code}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def said(claim: Claim) -> str:
    """Return who says what, where: ``a.txt:3:7 says 55公里 (55000 meter)``."""
    return f"{claim.source_id}:{claim.line}:{claim.column} says {described(claim.value)}"


def trusted(a: Claim, b: Claim) -> Severity:
    """Return error where reading and link of both are certain, else warning."""
    certain = a.confidence is b.confidence is Confidence.HIGH
    return Severity.ERROR if certain else Severity.WARNING


def location(claim: Claim) -> Location:
    """Return the place of a claim."""
    return Location(claim.source_id, claim.span, claim.line, claim.column)


def _order(claim: Claim) -> tuple[str, int, int, str]:
    return claim.source_id, claim.span.start, claim.span.end, claim.id


def _key(facts: Facts, group: Group) -> tuple[str, ...]:
    key = group.key
    time = "" if key.time is None else days(key.time) if key.time.resolved else key.time.stated
    entity = facts.entity_names.get(key.entity_id, key.entity_id)
    parts = (key.attribute_id, key.dimension, key.scope or "", key.statistic or "", time, key.base or "")
    return (entity, *parts)
