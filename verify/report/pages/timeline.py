"""The dates that sources give, on one axis of days.

Comes in: the facts of a page and the claims behind them.  Goes out: a row for each fact whose values are
dates, its marks between 0 and ``WIDTH``; what nothing could be read of is left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from verify.report import schema
from verify.report.language import ENGLISH, Language
from verify.report.page import GroupView

WIDTH = 1000
_TICKS = 8
"""At most so many years are named on the axis."""
_MARGIN = 40
"""Of the axis that stays empty at either end, in units of the drawing."""


@dataclass(frozen=True, slots=True)
class MarkView:
    """A day or period that a source names."""

    left: int
    width: int
    """0 for a day."""
    cluster: int


@dataclass(frozen=True, slots=True)
class DateRow:
    """One fact."""

    group: GroupView
    days: tuple[str, ...]
    """The days in words, each once: the text twin of the marks."""
    marks: tuple[MarkView, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The whole drawing."""

    rows: tuple[DateRow, ...]
    ticks: tuple[tuple[int, str], ...]
    """Place and year."""


_Dated = tuple[dt.date, dt.date, int]


def timeline(
    groups: Iterable[GroupView], claims: Mapping[str, schema.Claim], say: Language = ENGLISH
) -> TimelineView | None:
    """Return the dated facts, the earliest first; None where there is none."""
    found = [(_dates(group, claims), group) for group in groups]
    dated = sorted(((dates, group) for dates, group in found if dates), key=lambda one: (one[0], one[1].id))
    if not dated:
        return None
    first = min(dates[0][0] for dates, _ in dated)
    last = max(end for dates, _ in dated for _, end, _ in dates)
    axis = _Axis(first, last)
    return TimelineView(tuple(_row(group, dates, axis, say) for dates, group in dated), axis.ticks())


def _dates(group: GroupView, claims: Mapping[str, schema.Claim]) -> list[_Dated]:
    """Return the days that a fact's sources name, with the number of their cluster, sorted."""
    found: set[_Dated] = set()
    for number, cluster in enumerate(group.clusters):
        for member in cluster.members:
            value = claims[member.claim_id].value
            if isinstance(value, schema.DateValue) and value.earliest and value.latest:
                begin, end = dt.date.fromisoformat(value.earliest), dt.date.fromisoformat(value.latest)
                found.add((begin, end, number))
    return sorted(found)


class _Axis:
    """Maps days to places."""

    def __init__(self, first: dt.date, last: dt.date) -> None:
        self._first, self._last = first, last
        self._days = max((last - first).days, 1)

    def at(self, day: dt.date) -> int:
        return _MARGIN + (day - self._first).days * (WIDTH - 2 * _MARGIN) // self._days

    def ticks(self) -> tuple[tuple[int, str], ...]:
        """Return the turns of years, as many as there is room for; the first day where there is none."""
        years = range(self._first.year + 1, self._last.year + 1)
        step = max(-(-len(years) // _TICKS), 1)
        told = [year for year in years if year % step == 0]
        if not told:
            return ((self.at(self._first), self._first.isoformat()),)
        return tuple((self.at(dt.date(year, 1, 1)), str(year)) for year in told)


def _row(group: GroupView, dates: list[_Dated], axis: _Axis, say: Language) -> DateRow:
    marks = tuple(
        MarkView(axis.at(begin), axis.at(end) - axis.at(begin), number) for begin, end, number in dates
    )
    told = (say.days(begin.isoformat(), end.isoformat()) for begin, end, _ in dates)
    return DateRow(group, tuple(dict.fromkeys(told)), marks)
