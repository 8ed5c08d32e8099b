"""A share that is not what part and whole give.

Why: ``1200人中有研发人员300人，占35%`` cannot be: three hundred of twelve hundred are a quarter.

Passes: ``公司共有员工1200人，其中研发人员300人，占25%。``
Fails: ``公司共有员工1200人，其中研发人员300人，占35%。`` (V302)

The share is an interval carried from the written digits of both, so 33.3% and 三分之一 pass for
100 of 300.  Part and whole of one unit only; where they stand in different sentences or documents,
a constraint of the kind ``share`` names the three attributes.

Severity: error where one sentence says it all; as the constraint says otherwise.
Options: ``kind: share`` in ``rules/relations`` and in ``rules/constraints``.
To silence it: mend the figure; where the share is of another whole, name it.
"""

from __future__ import annotations

from collections.abc import Iterator

from verify.checks.arithmetic import alike, sets
from verify.checks.bundles import bundles, constraints
from verify.checks.facts import Facts
from verify.checks.reckoned import Reckoning, of_reckoning, of_related, plain
from verify.checks.related import related
from verify.model.finding import Finding
from verify.model.quantity import Form, Quantity
from verify.model.stage import Stage

CODES = {"V302": "share does not fit part and whole"}


def check(facts: Facts) -> Stage[Finding]:
    """Return a finding for each share that part and whole exclude."""
    return Stage((*_told(facts), *_across(facts)))


def _told(facts: Facts) -> Iterator[Finding]:
    for one in related(facts, "share"):
        part, whole, share = (one.quantity(slot) for slot in ("part", "whole", "share"))
        reckoning = _reckoning(part, whole, share)
        if reckoning is not None and reckoning.off:
            yield of_related(facts, one, "V302", CODES["V302"], reckoning)


def _across(facts: Facts) -> Iterator[Finding]:
    for entry in constraints(facts, "share"):
        names = [name for name in (entry.part, entry.whole, entry.share) if name is not None]
        for bundle in bundles(facts, entry, *names):
            reckoning = _reckoning(*(bundle.quantity(name) for name in names))
            if reckoning is not None and reckoning.off:
                yield of_reckoning(
                    facts, bundle, [bundle.claims[name] for name in names], "V302", CODES["V302"], reckoning
                )


def _reckoning(part: Quantity | None, whole: Quantity | None, share: Quantity | None) -> Reckoning | None:
    if part is None or whole is None or share is None:
        return None
    if not alike(part, whole) or share.unit.name != "percent" or part.unit.name == "percent":
        return None
    if Form.CHANGE in (part.form, whole.form):
        return None
    return plain(sets(part) / sets(whole), share, f"{part.stated} of {whole.stated}")
