"""Two things with a value that only one can have.

Why: what a rule of yours says is one thing's alone (the frequency of a station, the number of a route)
and is told of two is wrong of one.

Passes: ``青松大厦发射频率为98.6兆赫`` in one source, ``白鹭大厦发射频率为101.2兆赫`` in another.
Fails: ``青松大厦发射频率为98.6兆赫`` in one source, ``白鹭大厦发射频率为98.6兆赫`` in another (V508,
with such a rule).

No such rule ships.  Only exact figures and single days count, with the rest of the key the same.

Severity: as the constraint says, at most a warning where a reading is not certain.
Options: ``kind: unique`` in ``rules/constraints``: ``attribute``.
To silence it: mend the figure or the rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from verify.checks.bundles import Bundle, agreed, constraints, named, setting
from verify.checks.facts import Facts
from verify.checks.reckoned import of_bundle
from verify.model.claim import Claim
from verify.model.finding import Finding
from verify.model.quantity import Hedge, Quantity
from verify.model.rank import Rank
from verify.model.stage import Stage
from verify.model.wording import canonical, described

CODES = {"V508": "of one thing only"}


def check(facts: Facts) -> Stage[Finding]:
    """Return a finding for each value that two things share and only one can have."""
    return Stage(tuple(_wrong(facts)))


def across(facts: Facts) -> Facts:
    """Return what a part tells of such attributes: the things that share a value are looked for."""
    names = {entry.attribute for entry in constraints(facts, "unique")}
    groups = [group for group in facts.groups if group.key.attribute_id in names]
    return Facts(groups=groups, claims=[claim for claim in facts.claims if claim.attribute_id in names])


def _wrong(facts: Facts) -> Iterator[Finding]:
    for entry in constraints(facts, "unique"):
        owners: dict[tuple[str, ...], Claim] = {}
        for group in facts.groups:
            claim = agreed(facts, group) if group.key.attribute_id == entry.attribute else None
            if claim is None or not named(facts, claim.entity_id) or not _definite(claim):
                continue
            key = (*canonical(claim.value), *setting(claim)[1:])
            first = owners.setdefault(key, claim)
            if first.entity_id != claim.entity_id:
                name = facts.entity_name(first.entity_id)
                shown = described(claim.value)
                told = f"{CODES['V508']}: {shown} is told of {name} too"
                bundle = Bundle(entry, claim.entity_id, {claim.attribute_id: claim})
                yield of_bundle(
                    facts, bundle, (first, claim), code="V508", told=told, expected=name, found=shown
                )


def _definite(claim: Claim) -> bool:
    value = claim.value
    if isinstance(value, Quantity):
        return value.hedge in (Hedge.BARE, Hedge.EXACTLY) and not value.hedge_words
    return not isinstance(value, Rank) and value.precision == "day"
