"""A figure beyond a limit that nature, arithmetic or a definition sets.

Why: a PUE below 1 would be a centre that uses less than its computers; a share above 100 % is a
part above its whole.  Such a figure is wrong whatever other sources say.

Passes: ``机房年均PUE为1.25。``
Fails: ``机房年均PUE为0.85。`` (V501)

The whole of H must lie beyond the limit: 约100% passes where 100 % is the most.  Changes (上升5%) are
not held against the limits of levels.

Severity: as the constraint says; an error needs an attribute read with high confidence.
Options: ``kind: limit`` in ``rules/constraints``: ``attributes``, ``minimum``, ``maximum``, ``unit``.
To silence it: mend the figure; where the limit is not one, replace the entry by its id in a rules
folder of your own.
"""

from __future__ import annotations

from collections.abc import Iterator

from verify.checks.bounded import crossed
from verify.checks.facts import Facts
from verify.model.finding import Finding
from verify.model.stage import Stage

CODES = {"V501": "beyond a limit"}


def check(facts: Facts) -> Stage[Finding]:
    """Return a finding for each figure beyond its attribute's limit."""
    return Stage(tuple(_wrong(facts)))


def _wrong(facts: Facts) -> Iterator[Finding]:
    yield from crossed(facts, "limit", "V501", CODES["V501"])
