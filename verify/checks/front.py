"""What stands in front of a body (title, lead, summary, caption), and what it may not say.

Comes in: the facts of a run.  Goes out: where a claim stands, and findings for figures in front that name no
time while the body tells of several, so that no group holds both.  What such findings mean is told by
``within_document``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from verify.checks.facts import Facts
from verify.checks.finding import of_claims, said
from verify.model.claim import Claim, Value
from verify.model.document import Section
from verify.model.finding import Finding, Severity
from verify.model.quantity import Quantity

FRONT = frozenset([Section.TITLE, Section.LEAD, Section.SUMMARY, Section.CAPTION])
"""What sums up the body."""
_NEAR = Fraction(1, 3)
"""What is further from every figure of the body is no slip of one of them: a sum of years, say."""


def in_front(claim: Claim) -> bool:
    """Say whether a claim stands where the body is summed up."""
    return claim.section in FRONT


def placed(facts: Facts, claim: Claim, beside: Claim) -> str:
    """Return who says what, where, and in which part of the document."""
    told = said(facts, claim, beside)
    return f"{told} in the {claim.section}" if in_front(claim) else told


def untimed(facts: Facts, name: str) -> Iterator[Finding]:
    """Yield a V202 for each figure in front without a time that is none of those of several times."""
    for claims in facts.of_document.values():
        bodies: dict[tuple[str, ...], list[Claim]] = {}
        for claim in claims:
            if not in_front(claim) and isinstance(claim.value, Quantity):
                bodies.setdefault(_about(claim), []).append(claim)
        for front in claims:
            told = bodies.get(_about(front), [])
            times = {_when(claim) for claim in told}
            if in_front(front) and not _when(front) and len(times - {""}) > 1 and "" not in times:
                yield from _of_no_time(facts, name, front, told)


def _of_no_time(facts: Facts, name: str, front: Claim, told: Sequence[Claim]) -> Iterator[Finding]:
    pairs = [(_apart(front.value, body.value), body) for body in told]
    gap, nearest = min(pairs, key=lambda pair: (pair[0], pair[1].span))
    if not 0 < gap <= _NEAR:  # one of them, or another figure
        return
    many = f" and {len(told) - 1} more of other times" if len(told) > 1 else ""
    subject = f"{facts.entity_name(front.entity_id)}, {facts.attribute_name(front.attribute_id)}"
    yield of_claims(
        (front, *told),
        (subject, "untimed"),
        code="V202",
        severity=Severity.WARNING,
        message=f"{name}: {subject}: {placed(facts, front, nearest)}, the body"
        f" {said(facts, nearest, front)} ({_when(nearest)}){many}, none of which it is",
        shown=(nearest, front),
        gap=gap,
    )


def _about(claim: Claim) -> tuple[str, ...]:
    """Return the key of a claim without its time."""
    parts = claim.qualifiers
    more = (parts.scope, parts.statistic, parts.base, parts.modality)
    return (claim.entity_id, claim.attribute_id, claim.dimension, *(part or "" for part in more))


def _when(claim: Claim) -> str:
    time = claim.qualifiers.time or claim.qualifiers.as_of
    return time.stated if time else ""


def _apart(a: Value, b: Value) -> Fraction:
    """Return the gap of two values as written; 0 where one may be the other."""
    if not (isinstance(a, Quantity) and isinstance(b, Quantity)) or a.form is not b.form:
        return Fraction(0)
    if a.wide.meets(b.wide) or a.hard.meets(b.hard):
        return Fraction(0)
    return abs(a.base_number - b.base_number) / max(abs(a.base_number), abs(b.base_number))
