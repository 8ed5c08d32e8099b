"""An age or anniversary that does not fit its two dates.

Why: who was born in 1960 is not 72 in 2022.

Passes: ``王先生1960年出生，2022年他62岁。``
Fails: ``王先生1960年出生，2022年他72岁。`` (V505)

The later date is the one beside the age, else the day of publication.  Before the birthday one year
less is right, and by the old way of counting (虚岁) one more.

Severity: error.
Options: ``kind: age`` in ``rules/relations``.
To silence it: mend the age or the date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from verify.checks.arithmetic import between
from verify.checks.facts import Facts
from verify.checks.reckoned import of_related, plain
from verify.checks.related import Related, related
from verify.model.finding import Finding
from verify.model.stage import Stage

CODES = {"V505": "age does not fit its dates"}
_UNITS = ("岁", "second")


def check(facts: Facts) -> Stage[Finding]:
    """Return a finding for each age that its dates exclude."""
    return Stage(tuple(_wrong(facts)))


def _wrong(facts: Facts) -> Iterator[Finding]:
    for one in related(facts, "age"):
        born, age, when = one.day("born"), one.quantity("age"), _when(one)
        if born is None or born.earliest is None or born.latest is None or age is None or when is None:
            continue
        if age.unit.base not in _UNITS:  # 20周年 is a span
            continue
        low, high = when[0].year - born.latest.year, when[1].year - born.earliest.year
        if high < 0:
            continue
        expected = between(max(0, low - 1), high + 1).scaled(age.unit.factor)
        reckoning = plain(expected, age, f"{born.stated} to {when[1].year}")
        if reckoning.off:
            yield of_related(facts, one, "V505", CODES["V505"], reckoning)


def _when(one: Related) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day at which the age holds."""
    if "when" in one.slots:
        when = one.day("when")
        return (when.earliest, when.latest) if when and when.earliest and when.latest else None
    published = one.statement.document.source.published
    return (published, published) if published else None
