"""Two attributes that are one by definition, with different values.

Why: what a rule of yours says is one and the same (cars sold and cars handed over) and stands
with two values is told wrongly in one of two places.

Passes: ``东岭公司2022年交付新车1200辆。东岭公司2022年售出新车1200辆。`` (with such a rule)
Fails: ``东岭公司2022年交付新车1200辆。东岭公司2022年售出新车1500辆。`` (V507, with such a rule)

No such rule ships.  Values are compared in their base units, dates by their days; nothing is said
where their sets meet.

Severity: as the constraint says, at most a warning where a reading is not certain.
Options: ``kind: equal`` in ``rules/constraints``: ``attributes``.
To silence it: mend the figure or the rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from verify.checks.arithmetic import Fit, fit, sets
from verify.checks.bundles import bundles, constraints
from verify.checks.facts import Facts
from verify.checks.reckoned import of_bundle
from verify.model.claim import Claim
from verify.model.finding import Finding
from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.model.stage import Stage
from verify.model.wording import described

CODES = {"V507": "should be equal"}


def check(facts: Facts) -> Stage[Finding]:
    """Return a finding for each pair of values that should be equal and cannot be."""
    return Stage(tuple(_wrong(facts)))


def _wrong(facts: Facts) -> Iterator[Finding]:
    for entry in constraints(facts, "equal"):
        for bundle in bundles(facts, entry, *entry.attributes):
            held = [bundle.claims[name] for name in entry.attributes if name in bundle.claims]
            for a, b in combinations(held, 2):
                if _apart(a, b):
                    left, right = described(a.value), described(b.value)
                    told = f"{CODES['V507']}: {left} and {right}"
                    yield of_bundle(facts, bundle, (a, b), code="V507", told=told, expected=left, found=right)


def _apart(a: Claim, b: Claim) -> bool:
    x, y = a.value, b.value
    if isinstance(x, Quantity) and isinstance(y, Quantity):
        counted = x.unit.counts and y.unit.counts
        return (counted or x.unit.base == y.unit.base) and fit(sets(x), sets(y)) is Fit.OFF
    if isinstance(x, Period) and isinstance(y, Period) and x.resolved and y.resolved:
        return not (x.covers(y) or y.covers(x))
    return False
