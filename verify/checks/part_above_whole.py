"""A part that is larger than its whole, or parts that are so together.

Why: ``共有员工300人，其中研发人员420人`` cannot be, however many other parts there are.

Passes: ``公司共有员工420人，其中研发人员300人。``
Fails: ``公司共有员工300人，其中研发人员420人。`` (V502)

Only figures of one unit, and no changes: a rise of 5亿元 may hold one of 8亿元 where another part
fell.  Parts that are told side by side (其中小学180所、中学90所、幼儿园60所, of 300) are added, unless their
words tell sorts that overlap (女性, 本科以上, 党员): such a finding is a warning.

Severity: error; of parts together, a warning.
Options: ``kind: part`` in ``rules/relations``.
To silence it: mend the figure; where the second figure is no part of the first, part the sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verify.checks.arithmetic import alike, sets, total
from verify.checks.facts import Facts
from verify.checks.reckoned import amount, of_sentence, stretch
from verify.checks.related import related
from verify.model.exact import percent
from verify.model.finding import Finding
from verify.model.quantity import Form, Quantity
from verify.model.stage import Stage
from verify.model.wording import described

CODES = {"V502": "a part is above its whole"}


def check(facts: Facts) -> Stage[Finding]:
    """Return a finding for each part, or row of parts, that lies wholly above its whole."""
    return Stage(tuple(_wrong(facts)))


def _wrong(facts: Facts) -> Iterator[Finding]:
    for one in related(facts, "part"):
        whole, part = one.quantity("whole"), one.quantity("part")
        listed = [part] if part is not None else [m.value for m in one.parts]
        parts = [value for value in listed if isinstance(value, Quantity)]
        if whole is None or not parts or not _of_one_sort(whole, parts):
            continue
        together = total([sets(value) for value in parts])
        low, high = together.hard.lower, sets(whole).hard.upper
        if low is None or high is None or low <= high:
            continue
        apart = together.number - whole.base_number
        far = f"too high by {amount(apart, whole, level=False)}"
        named = " + ".join(value.stated for value in parts)
        more = "" if part is not None else f" gives {stretch(together.hard, whole)}"
        yield of_sentence(
            facts,
            one,
            "V502",
            f"{CODES['V502']}: {named}{more} of {whole.stated}: {far}",
            expected=f"at most {described(whole)}",
            found=described(parts[0]) if part is not None else named,
            gap=percent(apart / together.number),
        )


def _of_one_sort(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Say whether parts and whole count or measure one thing, and none is a change."""
    return all(alike(part, whole) for part in parts) and Form.CHANGE not in {
        value.form for value in (whole, *parts)
    }
