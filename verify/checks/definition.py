"""Glosses that explain a unit wrongly.

Why: ``1 Petaflop = 100万亿次每秒`` misleads whoever reads the figure beside it, whatever else
agrees.  A gloss is no second value of the figure, so no other check sees it.

Passes: ``1 Petaflop = 1000万亿次每秒`` (the two sides agree on the ladder, lines 1 to 6).
Fails: ``1 Petaflop = 100万亿次每秒`` (V401, an error).

To silence it: mend the gloss; where the unit is meant otherwise, give the unit's line in
``rules/units`` its right worth.
"""

from __future__ import annotations

from collections.abc import Iterator

from verify.checks.facts import Facts
from verify.checks.finding import slips
from verify.model.definition import Definition
from verify.model.exact import percent
from verify.model.finding import Finding, Location, Severity, fingerprint
from verify.model.group import Comparison
from verify.model.stage import Stage
from verify.model.wording import between, canonical, described

CODES = {"V401": "wrong definition of a unit"}
_AGREEING = range(1, 7)


def check(facts: Facts) -> Stage[Finding]:
    """Return an error for each gloss whose two sides do not agree."""
    return Stage(tuple(_wrong(facts)))


def _wrong(facts: Facts) -> Iterator[Finding]:
    for one in facts.definitions:
        if one.comparison is not None and one.comparison.line not in _AGREEING:
            yield _finding(facts, one, one.comparison)


def _finding(facts: Facts, one: Definition, comparison: Comparison) -> Finding:
    told = between(one.left, one.right)
    left, right = described(one.left, told), described(one.right, told)
    return Finding(
        id=fingerprint("V401", (one.left.unit.base,), (canonical(one.left), canonical(one.right))),
        code="V401",
        severity=Severity.ERROR,
        message=(
            f"{CODES['V401']}: {facts.path(one.source_id)}:{one.line}:{one.column} says that"
            f" {left} is {right} (gap {percent(comparison.gap)})"
            f"{slips(comparison.flags, one.left, one.right)}"
        ),
        expected=left,
        found=right,
        gap=percent(comparison.gap),
        locations=(Location(one.source_id, one.span, one.line, one.column),),
        claim_ids=(),
    )
