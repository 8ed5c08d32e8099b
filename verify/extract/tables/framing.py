"""Read the periods of a table by the one that its title or the line over it tells: Q1 and 上年同期 of 2023.

Comes in: the figures of a cell with its heads, read as of the last day of the table's own period.  Goes out:
the same, a quarter, month or day without a year in that of the table, and the same period of the year before.
Periods of running text, and those with a year of their own, are left as ``dating`` reads them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from verify.extract.figures.figure import Figure
from verify.model.period import Period

_YEAR = re.compile(r"(?:19|20)\d\d")
_FINER = frozenset({"day", "month", "quarter", "half", "part"})
_FRAMES = frozenset({"month", "quarter", "half", "year"})
_SAME = re.compile(r"同期|same period")
"""Behind the year before: it is as long as the table's own period."""


def in_days(frame: Period) -> bool:
    """Say whether a table tells only of a day, which says nothing of the year of its quarters."""
    return frame.precision not in _FRAMES


def framed(text: str, figures: Sequence[Figure], frame: Period) -> list[Figure]:
    """Return the figures of a cell, its periods told by that of its table."""
    return [
        figure._replace(period=_told(text, figure, figure.period, frame)) if figure.period else figure
        for figure in figures
    ]


def _told(text: str, figure: Figure, period: Period, frame: Period) -> Period:
    if frame.latest is None or frame.earliest is None or period.earliest is None or period.latest is None:
        return period
    if _YEAR.search(period.stated):
        return period
    if _SAME.match(text, figure.span.end) and period.latest.year == frame.latest.year - 1:
        return period._replace(
            earliest=_year_before(frame.earliest),
            latest=_year_before(frame.latest),
            precision=frame.precision,
        )
    if period.precision in _FINER and period.earliest > frame.latest:
        return period._replace(earliest=_year_before(period.earliest), latest=_year_before(period.latest))
    return period


def _year_before(day: dt.date) -> dt.date:
    """Return the same day a year before; the last of February stays the last."""
    following = day + dt.timedelta(days=1)
    if following.day == 1:
        return following.replace(year=following.year - 1) - dt.timedelta(days=1)
    return day.replace(year=day.year - 1)
