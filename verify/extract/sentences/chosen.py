"""What was chosen as the attribute of a figure, and how it was found."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from verify.catalog.schema import AttributeEntry
from verify.model.claim import Confidence
from verify.model.span import Span

MEASURE_ONLY = re.compile(r"\[count of .\]")
"""A measure word that counts nobody knows what: 12台."""
GROWTH = "growth of "
RATE_OF_GROWTH = "rate.growth"
"""The attribute of a rate whose words name nothing that grows."""
COUNT = "count of "


@dataclass(frozen=True, slots=True)
class Chosen:
    """The attribute of a figure and how it was found."""

    id: str
    name: str
    confidence: Confidence
    place: Span | None
    """Where its word stands; None where no word names it."""
    entry: AttributeEntry | None = None
    origin: str = "clause"

    @classmethod
    def of(cls, entry: AttributeEntry, place: Span) -> Chosen:
        """Return an attribute of the catalogue whose word stands at a place."""
        return cls(entry.id, entry.name.en, Confidence.HIGH, place, entry)


def growth_of(grown: Chosen) -> Chosen:
    """Return the growth of an attribute; that of a growth is the growth itself."""
    id_, name = (one.removeprefix(GROWTH) for one in (grown.id, grown.name))
    return replace(grown, id=f"{GROWTH}{id_}", name=f"{GROWTH}{name}", entry=None)
