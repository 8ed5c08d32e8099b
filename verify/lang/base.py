"""What the stages ask of a language."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, NamedTuple, Protocol

from verify.lang import calendar
from verify.lang.calendar import Days
from verify.text.alternatives import Alternatives

_FIRST_HALF = 6
"""Its last month: reports on the year before come out in these."""


class Anchor(NamedTuple):
    """What a relative date holds on to."""

    published: dt.date | None = None
    """The document's own date."""
    told: Days | None = None
    """The last date told in the text, for 那年 and 24日."""
    ahead: bool = False
    """True after 将, 预计, plans: a date without a year is the next one."""


class Groups(dict[str, Any]):
    """The named groups of a match; one that its pattern has not is None as one that took nothing."""

    __getitem__: Any = dict.get


class Periods(Protocol):
    """The grammar of a language's dates."""

    dates: Alternatives
    """Every date, for a folded text in lower case."""

    def days(self, match: re.Match[str], anchor: Anchor) -> Days | None:
        """Return the days that a match names; None where it has nothing to hold on to.

        Raises ``ValueError`` for a date that does not exist.
        """
        ...

    def goes_back(self, match: re.Match[str]) -> bool:
        """Say whether a match only looks back from the date told before: 前一年."""
        ...


def impossible(days: Days | None) -> Days:
    """Return the days, or raise ``ValueError`` where there are none in the calendar."""
    if days is None:
        raise ValueError("no such date")
    return days


def whole_year(anchor: Anchor) -> Days | None:
    """Return 全年, the full year: the year told; else, in a first half and not of a plan, the year before.

    Without a day of publication, the year of what was told last (behind its quarters).
    """
    told, published = anchor.told, anchor.published
    year = told.earliest.year if told is not None and told.precision == "year" else None
    if year is not None and (published is None or year in {published.year, published.year - 1}):
        return told
    if published is None:
        return calendar.whole_year(told.earliest.year) if told is not None else None
    early = published.month <= _FIRST_HALF and not anchor.ahead
    return calendar.whole_year(published.year - early)
