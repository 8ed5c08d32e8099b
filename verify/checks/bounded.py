"""Figures against the bounds that constraints set for their attributes.

Comes in: the claims of a run and the constraints of one kind.  Goes out: a finding for each claim
that lies wholly outside.  What such a finding means is told by the checks that ask.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from verify.catalog.schema import ConstraintEntry
from verify.checks.bundles import Bundle, constraints
from verify.checks.facts import Facts
from verify.checks.reckoned import amount, of_bundle, stretch
from verify.model.claim import Claim
from verify.model.exact import percent
from verify.model.finding import Finding
from verify.model.quantity import Form, Interval, Quantity, Unit
from verify.model.wording import described
from verify.text.fold import folded

_LAW = "limit"
"""What is beyond a limit is not told to be unusual as well."""
_SHIFTS = (1, -1, 2, -2, 3, -3, 4, -4, 8, -8)
"""Powers of ten that are lost or won by a decimal point, a 千, 万 or 亿."""


def crossed(facts: Facts, kind: str, code: str, name: str) -> Iterator[Finding]:
    """Yield a finding for each claim wholly outside the bounds of a constraint of the kind."""
    beyond = set() if kind == _LAW else {one.claim_ids for one in crossed(facts, _LAW, "", "")}
    for entry in constraints(facts, kind):
        for claim in (one for attribute in entry.attributes for one in facts.by_attribute.get(attribute, ())):
            if isinstance(claim.value, Quantity) and claim.value.form is not Form.CHANGE:
                found = _held(facts, entry, claim, claim.value, code, name)
                yield from (one for one in found if one.claim_ids not in beyond)


def _held(
    facts: Facts, entry: ConstraintEntry, claim: Claim, value: Quantity, code: str, name: str
) -> Iterator[Finding]:
    bounds = _bounds(facts, entry, claim.attribute_id, value)
    if bounds is None or bounds.meets(value.hard) or _no_share(bounds, value):
        return
    bound = bounds.upper if bounds.upper is not None and value.base_number > bounds.upper else bounds.lower
    if bound is None:
        return
    apart = abs(value.base_number - bound)
    way = "high" if value.base_number > bound else "low"
    far = f"{value.stated} lies outside {stretch(bounds, value)}"
    told = f"{name}: {far}: too {way} by {amount(apart, value, level=False)}{_slip(bounds, value)}"
    yield of_bundle(
        facts,
        Bundle(entry, claim.entity_id, {claim.attribute_id: claim}),
        (claim,),
        code=code,
        told=told,
        expected=stretch(bounds, value),
        found=described(value),
        gap=percent(apart / max(abs(value.base_number), abs(bound))),
    )


def _no_share(bounds: Interval, value: Quantity) -> bool:
    """Say whether a bare number stands for a share without its mark: those 65 and older are no 6500 %."""
    return value.kind == "number" and bounds.upper == 1 and value.base_number > 1


def _slip(bounds: Interval, value: Quantity) -> str:
    """Say which shift by tens would bring the number inside."""
    for power in _SHIFTS:
        if bounds.holds(value.base_number * Fraction(10) ** power):
            return f"; may be: × 10^{power}"
    return ""


def _bounds(facts: Facts, entry: ConstraintEntry, attribute: str, value: Quantity) -> Interval | None:
    """Return the bounds in the base unit; None where the figure is of another dimension."""
    unit = _unit(facts, entry, attribute, value)
    if unit is None or unit.base != value.unit.base:
        return None
    low, high = (
        None if text is None else Fraction(text) * unit.factor + unit.offset
        for text in (entry.minimum, entry.maximum)
    )
    return Interval(low, high)


def _unit(facts: Facts, entry: ConstraintEntry, attribute: str, value: Quantity) -> Unit | None:
    if facts.catalog is None:
        return None
    spelled = entry.unit
    if spelled is None:
        spelled = facts.entries[attribute].units[0]
    if spelled == "count":
        return Unit(value.unit.base, value.unit.base)
    table = facts.catalog.units
    name = folded(spelled)
    try:
        return table.unit(table.spellings.get(name) or table.caseless.get(name.lower()) or name)
    except KeyError:
        return None
