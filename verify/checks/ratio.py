"""A ratio that is not what the two values give.

Why: ``男200人、女100人，男女比例为3:1`` cannot be: two hundred to one hundred is 2:1.

Passes: ``核心产业1万亿元、相关产业10万亿元，比例为1:10。``
Fails: ``核心产业1万亿元、相关产业10万亿元，比例为1:100。`` (V304)

The quotient of the two is an interval carried from their written digits.  Of a written ratio each
number counts as written, half of its last digit up and down, but for a 1, which is the measure.
The quotient of attributes that stand apart is told by a constraint of the kind ``ratio``.

Severity: error where one sentence says it all; as the constraint says otherwise.
Options: ``kind: ratio`` in ``rules/relations`` and in ``rules/constraints``.
To silence it: mend the figure; where the ratio is of other things, name them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from verify.checks.arithmetic import Sets, both_counted, exactly, sets
from verify.checks.bundles import bundles, constraints
from verify.checks.facts import Facts
from verify.checks.reckoned import Reckoning, of_reckoning, of_related, plain
from verify.checks.related import related
from verify.model.finding import Finding
from verify.model.quantity import Form, Hedge, Interval, Quantity
from verify.model.stage import Stage

CODES = {"V304": "ratio does not fit its two values"}
_SIDES = re.compile(r"(\d+(?:\.\d+)?)\s*(?:[:/]|比|to)\s*(\d+(?:\.\d+)?)")


def check(facts: Facts) -> Stage[Finding]:
    """Return a finding for each ratio that the two values exclude."""
    return Stage((*_told(facts), *_across(facts)))


def _told(facts: Facts) -> Iterator[Finding]:
    for one in related(facts, "ratio"):
        a, b, stated = (one.quantity(slot) for slot in ("a", "b", "ratio"))
        if a is None or b is None or stated is None or not both_counted(a, b):
            continue
        if stated.unit.base != "ratio" or Form.CHANGE in (a.form, b.form):
            continue
        expected = sets(a) / sets(b)
        reckoning = Reckoning(expected, _written(stated), stated, f"{a.stated} to {b.stated}")
        if reckoning.off:
            yield of_related(facts, one, "V304", CODES["V304"], reckoning)


def _across(facts: Facts) -> Iterator[Finding]:
    for entry in constraints(facts, "ratio"):
        names = [name for name in (entry.numerator, entry.denominator, entry.ratio) if name is not None]
        for bundle in bundles(facts, entry, *names):
            above, below, stated = (bundle.quantity(name) for name in names)
            if above is None or below is None or stated is None:
                continue
            reckoning = plain(sets(above) / sets(below), stated, f"{above.stated} / {below.stated}")
            if reckoning.off:
                yield of_reckoning(
                    facts, bundle, [bundle.claims[name] for name in names], "V304", CODES["V304"], reckoning
                )


def _written(ratio: Quantity) -> Sets:
    """Return what a written ratio stands for: its own sets where it is hedged or its sides are no digits."""
    sides = _SIDES.search(ratio.numerals[0].text)
    if sides is None or ratio.hedge is not Hedge.BARE:
        return sets(ratio)
    return _side(sides[1]) / _side(sides[2])


def _side(text: str) -> Sets:
    number = Fraction(text)
    if number == 1 and "." not in text:
        return exactly(1)
    half = Fraction(1, 2 * 10 ** len(text.partition(".")[2]))
    around = Interval(number - half, number + half, upper_closed=False)
    return Sets(number, around, around)
