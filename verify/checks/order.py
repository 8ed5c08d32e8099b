"""Stages of one thing in the wrong order.

Why: what is finished before it is begun has a wrong year in one of two places.

Passes: ``青松大桥2019年5月开工，2023年6月竣工。``
Fails: ``青松大桥2023年5月开工，2019年6月竣工。`` (V503)

Only stages of one thing with one scope, side by side in a sentence or in different sentences and
documents, and only where the days that the two dates name do not meet: 2019年 and 2019年6月 may be in
either order.

Severity: error where one sentence says both; else as the constraint says, warning for those that ship: a
thing may be opened again.
Options: ``kind: order`` in ``rules/relations`` and in ``rules/constraints`` (``attributes``, from the first
to the last).
To silence it: mend the date; where it is the date of another phase, name the phase.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from verify.checks.bundles import Bundle, bundles, constraints
from verify.checks.facts import Facts
from verify.checks.reckoned import of_bundle, of_sentence
from verify.checks.related import related
from verify.model.claim import Claim, Value
from verify.model.exact import percent
from verify.model.finding import Finding
from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.model.stage import Stage
from verify.model.wording import described

CODES = {"V503": "in the wrong order"}


def check(facts: Facts) -> Stage[Finding]:
    """Return a finding for each pair of stages in the wrong order."""
    return Stage((*_told(facts), *_across(facts)))


def once(findings: Iterable[Finding], facts: Facts) -> list[Finding]:
    """Return findings without those that a constraint gives of dates which a sentence tells as well."""
    kept = [*findings]
    entries = {entry.id for entry in constraints(facts, "order")}
    mine = [finding for finding in kept if finding.code in CODES]
    told = {finding.claim_ids for finding in mine if finding.rule not in entries}
    twice = {finding.id for finding in mine if finding.rule in entries and finding.claim_ids in told}
    return [finding for finding in kept if finding.id not in twice]


def _told(facts: Facts) -> Iterator[Finding]:
    for one in related(facts, "order"):
        first, then = one.day("first"), one.day("then")
        apart = _reversed(first, then) if first is not None and then is not None else ""
        if first is not None and then is not None and apart:
            yield of_sentence(
                facts,
                one,
                "V503",
                f"{CODES['V503']}: {described(first)}, then {described(then)}: {apart}",
                expected=f"from {described(first)} on",
                found=described(then),
            )


def _across(facts: Facts) -> Iterator[Finding]:
    for entry in constraints(facts, "order"):
        for bundle in bundles(facts, entry, *entry.attributes):
            held = [bundle.claims[name] for name in entry.attributes if name in bundle.claims]
            for first, then in combinations(held, 2):
                apart = _reversed(first.value, then.value)
                if apart and not _one_sentence(first, then):
                    yield _finding(facts, bundle, first, then, apart)


def _one_sentence(first: Claim, then: Claim) -> bool:
    """Say whether two dates stand in one sentence, where they may be of two things that it names.

    Those of one thing side by side are told by the templates.
    """
    return (first.source_id, first.sentence) == (then.source_id, then.sentence)


def _finding(facts: Facts, bundle: Bundle, first: Claim, then: Claim, apart: str) -> Finding:
    names = [facts.attribute_name(claim.attribute_id) for claim in (first, then)]
    told = f"{names[0]} {described(first.value)}, {names[1]} {described(then.value)}: {apart}"
    return of_bundle(
        facts,
        bundle,
        (first, then),
        code="V503",
        told=f"{CODES['V503']}: {told}",
        expected=f"{names[1]} from {described(first.value)} on",
        found=described(then.value),
    )


def _reversed(a: Value, b: Value) -> str:
    """Return by how much the second lies before the first; empty where it need not."""
    if isinstance(a, Period) and isinstance(b, Period):
        if a.earliest is None or b.latest is None or b.latest >= a.earliest:
            return ""
        return f"too early by {(a.earliest - b.latest).days} days"
    if isinstance(a, Quantity) and isinstance(b, Quantity) and a.unit.base == b.unit.base:
        low, high = a.hard.lower, b.hard.upper
        if low is None or high is None or high > low:
            return ""
        return f"too low by {percent((a.base_number - b.base_number) / a.base_number)}"
    return ""
