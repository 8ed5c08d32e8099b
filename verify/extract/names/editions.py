"""Of which year an event is that a text tells of as this year's: 今年惠民节, this year's Lakeside Marathon.

Comes in: the names of a document, its texts, and when it was published.  Goes out: ``Names``, where such an
event has its year.  A year that stands beside the name itself is read with it (``spotting``).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from verify.catalog.catalog import Catalog
from verify.extract.lexicon.words import lowered
from verify.extract.names.mentions import Names
from verify.text.alternatives import either
from verify.text.fold import folded

_YEAR = "year"
_REACH = 12


class Editions:
    """Tells years of events with the words of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        periods = (one for lang in catalog.languages for one in lang.relative_periods)
        now = (word for one in periods if one.unit == _YEAR and one.offset == 0 for word in one.words)
        self._now = re.compile(rf"(?:{either(lowered(folded(word)) for word in now)})(?:的|'s )?[“《\"]?$")
        self._recurring = frozenset(kind.id for kind in catalog.kinds if kind.recurs)

    def told(self, names: Names, texts: Sequence[str], published: dt.date | None) -> Names:
        """Return the names with the year of publication for each event without one that is this year's."""
        open_ = {
            n for n, one in enumerate(names.candidates) if one.kind in self._recurring and not one.edition
        }
        if not open_ or published is None:
            return names
        lower = (lowered(text) for text in texts)
        now = {
            number
            for text in lower
            for start, _, number in names.mentions(text)
            if number in open_ and self._now.search(text, max(0, start - _REACH), start)
        }
        if not now:
            return names
        candidates = tuple(
            replace(one, edition=str(published.year)) if n in now else one
            for n, one in enumerate(names.candidates)
        )
        return replace(names, candidates=candidates)
