"""Rows of a table as claims, to be judged as those of a text are.

Comes in: rows, and what their texts mean.  Goes out: their claims, with the sets of their values.  What rows
have in common is left to ``parts``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from verify.model.claim import Claim, Qualifiers
from verify.model.document import Section
from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.model.span import Span
from verify.normalize.attributes import Normalizer
from verify.tables.reading import Plain


class Row(NamedTuple):
    """One statement of a table.  A tuple, for there are many."""

    number: int
    """Of the row, from 1, its head not counted."""
    source: str
    entity: str
    """Its id."""
    attribute: str
    """Its id."""
    value: str
    """As written."""
    spelling: str
    """Of the unit."""
    meaning: Plain | Quantity | Period
    """What both say; of a value in plain digits, what its unit makes of such."""
    time: Period | None


def claims(rows: Iterable[Row], normalizer: Normalizer) -> Iterator[Claim]:
    """Yield the claim that each row makes: its line is the row, since a table has no text.

    Rows that say the same of one attribute share its value, which is worked out once.
    """
    known: dict[tuple[str, str, str], Quantity | Period] = {}
    for row in rows:
        said = row.value, row.spelling, row.attribute
        value = known.get(said)
        if value is None:
            known[said] = value = _value(row, normalizer)
        yield Claim(
            id=f"{row.source}#{row.number}",
            source_id=row.source,
            section=Section.TABLE,
            span=Span(row.number, row.number + 1),
            line=row.number,
            column=1,
            quote=f"{row.value}{row.spelling}",
            sentence="",
            entity_id=row.entity,
            attribute_id=row.attribute,
            value=value,
            qualifiers=Qualifiers(time=row.time),
        )


def _value(row: Row, normalizer: Normalizer) -> Quantity | Period:
    read = row.meaning.quantity(row.value) if isinstance(row.meaning, Plain) else row.meaning
    return normalizer.value(read, row.attribute)
