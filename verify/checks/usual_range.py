"""A figure far outside what its attribute usually is.

Why: a PUE of 12.8 is no law of nature broken, but nine times in ten a lost decimal point (1.28);
a town of 30亿 people has an 亿 for a 万.

Passes: ``机房年均PUE为1.25。``
Fails: ``机房年均PUE为12.5。`` (V506)

A constraint of the kind ``range`` gives the usual range.  Where the number fits after a shift by
tens, the message says by which.

Severity: warning, unless the constraint says otherwise.
Options: ``kind: range`` in ``rules/constraints``: ``attributes``, ``minimum``, ``maximum``, ``unit``.
To silence it: mend the figure; where such values are usual, widen the range in a rules folder of
your own.
"""

from __future__ import annotations

from collections.abc import Iterator

from verify.checks.bounded import crossed
from verify.checks.facts import Facts
from verify.model.finding import Finding
from verify.model.stage import Stage

CODES = {"V506": "far outside the usual range"}


def check(facts: Facts) -> Stage[Finding]:
    """Return a finding for each figure outside its attribute's usual range."""
    return Stage(tuple(_wrong(facts)))


def _wrong(facts: Facts) -> Iterator[Finding]:
    yield from crossed(facts, "range", "V506", CODES["V506"])
