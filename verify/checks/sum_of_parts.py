"""Parts that do not add up to their whole.

Why: ``男120人、女200人，共350人`` is a slip of the pen or a lost part; either way the reader is
told something that cannot be.

Passes: ``320名代表出席会议，男、女代表分别为200人和120人。``
Fails: ``350名代表出席会议，男、女代表分别为200人和120人。`` (V303)

Only parts that make up the whole by the words (分别为, 由…组成, 男 and 女, 城镇 and 农村, 共计) are
added; what 其中 and including name may be some of it.  The sum is an interval carried from the
written digits of all parts.  Parts that stand in different sentences or documents are added where
a constraint of the kind ``sum_of_parts`` names their attributes.

Severity: error where one sentence says it all; as the constraint says otherwise.
Options: ``kind: sum`` in ``rules/relations``, ``kind: sum_of_parts`` in ``rules/constraints``.
To silence it: mend the figure; where parts overlap or are left out, say so (部分, 等).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from verify.checks.arithmetic import alike, both_counted, sets, total
from verify.checks.bundles import bundles, constraints
from verify.checks.facts import Facts
from verify.checks.reckoned import Reckoning, of_reckoning, of_related, plain
from verify.checks.related import related
from verify.model.finding import Finding
from verify.model.quantity import Form, Quantity
from verify.model.stage import Stage

CODES = {"V303": "parts do not add up to the whole"}
_LEAST = 2
_NEAR = Fraction(3, 2)


def check(facts: Facts) -> Stage[Finding]:
    """Return a finding for each whole that its parts exclude."""
    return Stage((*_told(facts), *_across(facts)))


def _told(facts: Facts) -> Iterator[Finding]:
    for one in related(facts, "sum"):
        parts = [mention.value for mention in one.parts if isinstance(mention.value, Quantity)]
        reckoning = _reckoning(parts, one.quantity("whole"))
        if reckoning is not None and reckoning.off:
            yield of_related(facts, one, "V303", CODES["V303"], reckoning)


def _across(facts: Facts) -> Iterator[Finding]:
    for entry in constraints(facts, "sum_of_parts"):
        names = [*entry.parts, *([entry.whole] if entry.whole else [])]
        for bundle in bundles(facts, entry, *names):
            values = [bundle.quantity(name) for name in entry.parts]
            parts = [value for value in values if value is not None]
            if len(parts) < len(values):
                continue
            reckoning = _reckoning(parts, bundle.quantity(entry.whole))
            if reckoning is not None and reckoning.off:
                yield of_reckoning(
                    facts, bundle, [bundle.claims[name] for name in names], "V303", CODES["V303"], reckoning
                )


def _reckoning(parts: Sequence[Quantity], whole: Quantity | None) -> Reckoning | None:
    if whole is None or len(parts) < _LEAST:
        return None
    if any(not both_counted(one, whole) or one.form is Form.CHANGE for one in (*parts, whole)):
        return None
    how = " + ".join(part.stated for part in parts)
    expected = total([sets(part) for part in parts])
    return plain(expected, whole, how) if _one_thing(parts, whole, expected.number) else None


def _one_thing(parts: Sequence[Quantity], whole: Quantity, expected: Fraction) -> bool:
    """Say whether the whole counts what the parts count.

    Where the nouns differ it may (cars and vans, vehicles) or not (boys and girls, classes): only a
    whole that is near the sum is taken for it.
    """
    if all(alike(part, whole) for part in parts):
        return True
    largest = max(part.base_number for part in parts)
    return largest <= whole.base_number <= expected * _NEAR
