"""The hour that a text tells with a day: 截至12日20时, as of 6 p.m. on 13 August.

Comes in: a text and the place of a date of one day.  Goes out: the hour from 0 to 23, or None.  What
counts grows in the course of a day, so that figures of two hours are of two moments.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.catalog.schema import LanguageEntry
from verify.extract.lexicon.words import lowered

_REACH = 32
_NOON = 12
_DAY = 24


class Hours:
    """Finds hours with the patterns of the languages."""

    def __init__(self, languages: Sequence[LanguageEntry]) -> None:
        self._behind = [re.compile(one) for entry in languages for one in entry.hours_behind]
        self._before = [re.compile(rf"(?:{one})$") for entry in languages for one in entry.hours_before]

    def beside(self, text: str, start: int, end: int) -> int | None:
        """Return the hour right behind or before a day."""
        following, preceding = (
            lowered(text[end : end + _REACH]),
            lowered(text[max(0, start - _REACH) : start]),
        )
        behind = (one.match(following) for one in self._behind)
        before = (one.search(preceding) for one in self._before)
        for found in (one for told in (behind, before) for one in told if one is not None):
            hour = int(found["hour"]) + _NOON * (found["later"] is not None and int(found["hour"]) < _NOON)
            return hour if hour < _DAY else None
        return None
