"""A span of time that does not fit its two dates.

Why: from 1 March to 15 August are 167 days, or 168 with both of them; ``历时268天`` is neither.

Passes: ``工程2020年3月1日开工，2020年8月15日封顶，历时168天。``
Fails: ``工程2020年3月1日开工，2020年8月15日封顶，历时268天。`` (V310)

Each date is the interval of days that it names, and both ends may be counted, so ``2019年`` to
``2021年`` are one to three years.

Severity: error.
Options: ``kind: span`` in ``rules/relations``.
To silence it: mend the span or a date; where work paused, say so.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from fractions import Fraction

from verify.checks.arithmetic import Sets
from verify.checks.facts import Facts
from verify.checks.reckoned import of_related, plain
from verify.checks.related import Related, related
from verify.model.finding import Finding
from verify.model.period import Period
from verify.model.quantity import Hedge, Interval
from verify.model.stage import Stage

CODES = {"V310": "span does not fit its two dates"}
_RANGE = re.compile(r"[至到~—–-]|\bto\b")
_DAY = Fraction(86400)
_SLACK = {"month": 3, "year": 2}
"""Days by which months and years of the calendar differ from the mean ones that units hold."""


def check(facts: Facts) -> Stage[Finding]:
    """Return a finding for each span that its dates exclude."""
    return Stage(tuple(_wrong(facts)))


def _wrong(facts: Facts) -> Iterator[Finding]:
    for one in related(facts, "span"):
        (start, end), span = _ends(one), one.quantity("span")
        if start is None or end is None or span is None or span.unit.base != "second":
            continue
        if not start.hedge is end.hedge is Hedge.BARE:
            continue
        expected = _between(start, end, _SLACK.get(span.unit.name, 0))
        if expected is None:
            continue
        how = start.stated if start.stated == end.stated else f"{start.stated} to {end.stated}"
        reckoning = plain(expected, span, how)
        if reckoning.off:
            yield of_related(facts, one, "V310", CODES["V310"], reckoning)


def _ends(one: Related) -> tuple[Period | None, Period | None]:
    """Return the two dates; of dates written as one (5月1日至5月31日) its first and last day."""
    both = one.day("dates")
    if both is None:
        return one.day("start"), one.day("end")
    if both.hedge is not Hedge.BARE or not _RANGE.search(both.stated):
        return None, None
    if both.precision == "years":
        first = both._replace(latest=_end_of_year(both.earliest))
        return first, both._replace(earliest=_start_of_year(both.latest))
    return both._replace(latest=both.earliest), both._replace(earliest=both.latest)


def _end_of_year(day: dt.date | None) -> dt.date | None:
    return None if day is None else dt.date(day.year, 12, 31)


def _start_of_year(day: dt.date | None) -> dt.date | None:
    return None if day is None else dt.date(day.year, 1, 1)


def _between(start: Period, end: Period, slack: int) -> Sets | None:
    """Return the seconds from one date to the other, in days of which both ends may count."""
    if start.earliest is None or start.latest is None or end.earliest is None or end.latest is None:
        return None
    low, high = (end.earliest - start.latest).days, (end.latest - start.earliest).days
    if high <= 0:
        return None
    both = Interval(max(0, low - slack) * _DAY, (high + 1 + slack) * _DAY)
    middle = Fraction(low + high, 2).__floor__() * _DAY
    return Sets(middle, both, both)
