"""A growth that is not what the two values give.

Why: ``从80亿元增至100亿元，增长35%`` cannot be: a hundred over eighty is a quarter more.  One of
the three figures is wrong, and nobody sees which without a pencil.

Passes: ``营业收入从2021年的80亿元增至2022年的100亿元，增长25%。``
Fails: ``营业收入从2021年的80亿元增至2022年的100亿元，增长35%。`` (V301)

The two values are recomputed as an interval carried from their written digits (23.6 % to 26.4 %
here), so what is right within rounding passes.  Where the words are too loose to tell (超过80亿元),
nothing is said.  ``增长3倍`` may mean three or four times.

A value and its year-on-year rate are also held against the value of the year before, in another
sentence or document, for the attributes that a constraint of the kind ``growth`` names; such a
finding is a warning.

Severity: error where one sentence says it all; as the constraint says otherwise.
Options: ``kind: change`` in ``rules/relations``, ``kind: growth`` in ``rules/constraints``.
To silence it: mend the figure; where the rate is told on another base (可比口径, constant
currency), say so in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from verify.catalog.schema import ConstraintEntry
from verify.checks import changes
from verify.checks.bundles import Bundle, agreed, constraints, named, setting
from verify.checks.facts import Facts
from verify.checks.reckoned import of_reckoning, of_related, plain
from verify.model.claim import Claim
from verify.model.finding import Finding
from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.model.stage import Stage

CODES = {"V301": "growth does not fit its two values"}
_RATE = "growth of "
_BASE = "year-on-year"


def check(facts: Facts) -> Stage[Finding]:
    """Return a finding for each growth that its values exclude."""
    return Stage((*_told(facts), *_across(facts)))


def _told(facts: Facts) -> Iterator[Finding]:
    for one, reckoning in changes.changes(facts, changes.GROWTH):
        if reckoning.off:
            yield of_related(facts, one, "V301", CODES["V301"], reckoning)


def _across(facts: Facts) -> Iterator[Finding]:
    for entry in constraints(facts, "growth"):
        for attribute in entry.attributes:
            values = _by_setting(facts, attribute)
            for rate in _by_setting(facts, _RATE + attribute):
                if rate.qualifiers.base == _BASE:
                    yield from _one(facts, entry, attribute, rate, values)


def _by_setting(facts: Facts, attribute: str) -> list[Claim]:
    found = (agreed(facts, group) for group in facts.groups if group.key.attribute_id == attribute)
    return [claim for claim in found if claim is not None and isinstance(claim.value, Quantity)]


def _one(
    facts: Facts, entry: ConstraintEntry, attribute: str, rate: Claim, values: list[Claim]
) -> Iterator[Finding]:
    now = rate.qualifiers.time
    if now is None or not now.resolved or not named(facts, rate.entity_id):
        return
    alike = [one for one in values if setting(one, time=False) == setting(rate, time=False)]
    new = [one for one in alike if _apart(one.qualifiers.time, now) == 0]
    old = [one for one in alike if _apart(one.qualifiers.time, now) == 1]
    if len(new) != 1 or len(old) != 1:
        return
    before, after, stated = old[0].value, new[0].value, rate.value
    if not (isinstance(before, Quantity) and isinstance(after, Quantity) and isinstance(stated, Quantity)):
        return
    if before.unit.base != after.unit.base or stated.unit.name != "percent":
        return
    reckoning = plain(changes.growth(before, after), stated, f"{before.stated} to {after.stated}")
    if reckoning.off:
        claims = {_RATE: rate, "old": old[0], "new": new[0]}
        yield of_reckoning(
            facts,
            Bundle(entry, rate.entity_id, claims),
            (old[0], new[0], rate),
            "V301",
            CODES["V301"],
            reckoning,
        )


def _apart(then: Period | None, now: Period) -> int | None:
    """Return how many years a period lies before another of the same shape; None for another shape."""
    if then is None or then.earliest is None or now.earliest is None or then.precision != now.precision:
        return None
    same = (then.earliest.month, then.earliest.day) == (now.earliest.month, now.earliest.day)
    return now.earliest.year - then.earliest.year if same else None
