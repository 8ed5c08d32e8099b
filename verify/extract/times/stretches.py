"""Which stretch of time a period is: what a figure is counted over, months on end, the days of an event.

Comes in: a period.  Goes out: whether it is such a stretch.
"""

from __future__ import annotations

import datetime as dt

from verify.model.period import Period

_REPORT_PRECISIONS = frozenset({"month", "quarter", "half", "year", "years", "part", "season", "plan"})
_HOURS = ("小时", "hours")
"""In the words of a day that something is counted over: the past 24 hours."""
_STRETCHES = ("年", "季", "月", "year", "quarter", "month")
_QUARTER = dt.timedelta(days=89)
_YEAR = dt.timedelta(days=360)
_LONGEST_EVENT = dt.timedelta(days=190)
"""A show of half a year."""


def is_stretch(period: Period) -> bool:
    """Say whether a period is one that a figure is counted over, no day."""
    if period.resolved:
        hours = any(word in period.stated for word in _HOURS)
        return hours or period.precision in _REPORT_PRECISIONS
    return any(word in period.stated for word in _STRETCHES)


def is_of_months(period: Period) -> bool:
    """Say whether a period is of three to eleven months from the first day of one to the last of another.

    So is 1至9月.  A business year is left to its own sentence: tables call it by the year in which it ends.
    """
    if period.precision != "part" or period.earliest is None or period.latest is None:
        return False
    after = period.latest + dt.timedelta(days=1)
    return period.earliest.day == after.day == 1 and _QUARTER <= after - period.earliest < _YEAR


def is_days(period: Period) -> bool:
    """Say whether a period is from one day to another, as an event is held."""
    if period.earliest is None or period.latest is None or period.precision != "part":
        return False
    return dt.timedelta() < period.latest - period.earliest <= _LONGEST_EVENT
