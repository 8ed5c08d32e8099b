"""A part that is larger than its whole.

Why: ``共有员工300人，其中研发人员420人`` cannot be, however many other parts there are.

Passes: ``公司共有员工420人，其中研发人员300人。``
Fails: ``公司共有员工300人，其中研发人员420人。`` (V502)

Only figures of one unit, and no changes: a rise of 5亿元 may hold one of 8亿元 where another part
fell.

Severity: error.
Options: ``kind: part`` in ``rules/relations``.
To silence it: mend the figure; where the second figure is no part of the first, part the sentences.
"""

from __future__ import annotations

from collections.abc import Iterator

from verify.checks.arithmetic import alike, sets
from verify.checks.facts import Facts
from verify.checks.reckoned import amount, of_sentence
from verify.checks.related import related
from verify.model.exact import percent
from verify.model.finding import Finding
from verify.model.quantity import Form
from verify.model.stage import Stage
from verify.model.wording import described

CODES = {"V502": "a part is above its whole"}


def check(facts: Facts) -> Stage[Finding]:
    """Return a finding for each part that lies wholly above its whole."""
    return Stage(tuple(_wrong(facts)))


def _wrong(facts: Facts) -> Iterator[Finding]:
    for one in related(facts, "part"):
        part, whole = one.quantity("part"), one.quantity("whole")
        if part is None or whole is None or not alike(part, whole):
            continue
        if Form.CHANGE in (part.form, whole.form):
            continue
        low, high = sets(part).hard.lower, sets(whole).hard.upper
        if low is None or high is None or low <= high:
            continue
        apart = part.base_number - whole.base_number
        told = f"{part.stated} of {whole.stated}: too high by {amount(apart, part, level=False)}"
        yield of_sentence(
            facts,
            one,
            "V502",
            f"{CODES['V502']}: {told}",
            expected=f"at most {described(whole)}",
            found=described(part),
            gap=percent(apart / part.base_number),
        )
