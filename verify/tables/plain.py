"""Rows of a table as claims, to be judged as those of a text are.

Comes in: rows, and what their texts mean.  Goes out: claims with sources, entities and attributes.  Rows
that say the same for the same source are one claim.
"""

from __future__ import annotations

from dataclasses import dataclass

from verify.model.claim import Claim, Qualifiers
from verify.model.document import Section
from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.model.span import Span
from verify.normalize.attributes import Normalizer


@dataclass(frozen=True, slots=True)
class Row:
    """One statement of a table."""

    number: int
    """Of the row, from 1, its head not counted."""
    source: str
    entity: str
    """Its id."""
    attribute: str
    """Its id."""
    value: Quantity | Period
    time: Period | None
    quote: str


def claim(row: Row, normalizer: Normalizer) -> Claim:
    """Return the claim that a row makes: its line is the row, since a table has no text."""
    place = Span(row.number, row.number + 1)
    read = Claim(
        id=f"{row.source}#{row.number}",
        source_id=row.source,
        section=Section.TABLE,
        span=place,
        line=row.number,
        column=1,
        quote=row.quote,
        sentence="",
        entity_id=row.entity,
        attribute_id=row.attribute,
        value=row.value,
        qualifiers=Qualifiers(time=row.time),
    )
    return normalizer.claim(read)._replace(derivation=())
