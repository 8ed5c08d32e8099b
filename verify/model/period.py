"""A date or period: the interval of days that the words name."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from verify.model.quantity import Hedge


class Period(NamedTuple):
    """Days from ``earliest`` to ``latest``, both included: a tuple, for there are many."""

    stated: str
    earliest: dt.date | None
    """None, with ``latest``, where a relative date has nothing to hold on to."""
    latest: dt.date | None
    precision: str
    """day month quarter half season year years decade part (年初, 月底 …) five-year-plan."""
    hedge: Hedge = Hedge.BARE
    hour: int | None = None
    """Of one day, the hour that the text tells with it: 截至12日20时."""

    def at_other_hour(self, other: Period) -> bool:
        """Say whether both tell an hour of the same day, and not the same."""
        return None not in (self.hour, other.hour) and self.hour != other.hour and self.same_days(other)

    @property
    def resolved(self) -> bool:
        """True when the days are known."""
        return self.earliest is not None and self.latest is not None

    def covers(self, other: Period) -> bool:
        """Say whether the other lies inside; False where one of them is unresolved."""
        if self.earliest is None or self.latest is None or other.earliest is None or other.latest is None:
            return False
        return self.earliest <= other.earliest and other.latest <= self.latest

    def same_days(self, other: Period) -> bool:
        """Say whether both are resolved and name the same days."""
        return self.resolved and self.earliest == other.earliest and self.latest == other.latest
