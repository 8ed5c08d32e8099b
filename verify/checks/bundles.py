"""The figures that a constraint relates: those of one thing with all else of their keys the same.

Comes in: the judged groups, from one document or from several.  Goes out: ``Bundle``: the most
precise claim for each attribute.  A fact on which the sources disagree, and one that the same key
has twice, is left out: what follows from it would be told already, or would be chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verify.catalog.schema import ConstraintEntry
from verify.checks.facts import Facts
from verify.model.claim import Claim
from verify.model.entity import UNNAMED
from verify.model.group import Group, Verdict
from verify.model.period import Period
from verify.model.quantity import Quantity

_AGREED = frozenset({Verdict.AGREEMENT, Verdict.SINGLE})


@dataclass(frozen=True, slots=True)
class Bundle:
    """Claims of one thing that one constraint relates, by attribute."""

    entry: ConstraintEntry
    entity_id: str
    claims: dict[str, Claim]

    def quantity(self, attribute: str | None) -> Quantity | None:
        """Return the value of an attribute, None where it is unknown or no quantity."""
        claim = self.claims.get(attribute or "")
        return claim.value if claim is not None and isinstance(claim.value, Quantity) else None


def constraints(facts: Facts, kind: str) -> Iterator[ConstraintEntry]:
    """Yield the constraints of a kind."""
    if facts.catalog is not None:
        yield from (entry for entry in facts.catalog.constraints if entry.kind == kind)


def bundles(facts: Facts, entry: ConstraintEntry, *attributes: str) -> Iterator[Bundle]:
    """Yield the bundles that hold at least two of the attributes."""
    found: dict[tuple[str, ...], dict[str, Claim | None]] = {}
    for group in facts.groups:
        if group.key.attribute_id not in attributes or not named(facts, group.key.entity_id):
            continue
        claim = agreed(facts, group)
        if claim is not None:
            held = found.setdefault(setting(claim), {})
            attribute = group.key.attribute_id
            held[attribute] = None if attribute in held else claim
    for key, held in found.items():
        claims = {attribute: claim for attribute, claim in held.items() if claim is not None}
        if len(claims) > 1:
            yield Bundle(entry, key[0], claims)


def agreed(facts: Facts, group: Group) -> Claim | None:
    """Return the most precise claim of a group on which all agree, None of any other."""
    if group.verdict not in _AGREED or len(group.clusters) != 1:
        return None
    return facts.claim[group.clusters[0].claim_ids[0]]


def named(facts: Facts, entity_id: str) -> bool:
    """Say whether a thing has a name: (the old hall, the new hall) may be two."""
    return facts.entity_name(entity_id) != UNNAMED


def setting(claim: Claim, *, time: bool = True) -> tuple[str, ...]:
    """Return what must be the same for figures to be reckoned with: the key without the attribute."""
    parts = claim.qualifiers
    modality = parts.modality.value if parts.modality else ""
    when = (_days(parts.time), _days(parts.as_of)) if time else ()
    return (claim.entity_id, parts.scope or "", modality, *when)


def _days(period: Period | None) -> str:
    if period is None:
        return ""
    return f"{period.earliest}/{period.latest}" if period.resolved else period.stated
