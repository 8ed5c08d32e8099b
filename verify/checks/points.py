"""Percent written for percentage points, or a number of points that the two rates exclude.

Why: a rate that goes from 5% to 6% rises by one percentage point, or by a fifth.  ``上升1%``
says neither, and a reader who reckons with it goes wrong by a factor of twenty.

Passes: ``失业率从5.0%上升到6.0%，上升了1.0个百分点。``
Fails: ``失业率从5.0%上升到6.0%，上升了1.0%。`` (V308)

A change in percent is held against the growth of the rate, one in points against the difference;
where it is in percent and fits the difference instead, the message says that points are meant.

Severity: warning; error where neither fits.
Options: ``kind: change`` in ``rules/relations``.
To silence it: write 个百分点 or percentage points.
"""

from __future__ import annotations

from collections.abc import Iterator

from verify.checks import changes
from verify.checks.arithmetic import Fit, absolute, fit, sets
from verify.checks.facts import Facts
from verify.checks.reckoned import of_related
from verify.checks.related import Related
from verify.model.finding import Finding, Severity
from verify.model.stage import Stage

CODES = {"V308": "percent or percentage points"}


def check(facts: Facts) -> Stage[Finding]:
    """Return a finding for each change of a rate that does not fit."""
    return Stage(tuple(_wrong(facts)))


def _wrong(facts: Facts) -> Iterator[Finding]:
    for one, reckoning in changes.changes(facts, changes.POINTS):
        if not reckoning.off:
            continue
        meant = reckoning.stated.unit.name == "percent" and _fits_points(one)
        name = f"{CODES['V308']}: percentage points are meant" if meant else CODES["V308"]
        finding = of_related(facts, one, "V308", name, reckoning)
        yield finding._replace(severity=Severity.WARNING) if meant else finding


def _fits_points(one: Related) -> bool:
    """Say whether a change in percent is the difference of the two rates."""
    old, new, change = (one.quantity(slot) for slot in ("old", "new", "change"))
    if old is None or new is None or change is None:
        return False
    points = absolute(sets(new) - sets(old))
    return fit(points, absolute(sets(change))) is Fit.HOLDS
