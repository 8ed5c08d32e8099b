"""Which heads of a table name what its cells measure: those of its rows or those of its columns.

Comes in: the blocks of a document.  Goes out: the places in their order of those cells whose row, and not
column, says what is measured, as in a table with a thing or a year a column.  What a head names,
``cells`` reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verify.extract.lexicon.block import View
from verify.extract.sentences.vocabulary import Vocabulary
from verify.model.document import Section

_BOTH = 2


def told_by_rows(views: Sequence[View], vocabulary: Vocabulary) -> frozenset[int]:
    """Return the places of the cells in tables whose rows alone are headed by words of attributes."""
    found: set[int] = set()
    for table in _tables(views):
        inside = [place for place in table if len(views[place].places) >= _BOTH]
        rows = {_head(views[place], -2) for place in inside}
        columns = {_head(views[place], -1) for place in inside}
        if _any_named(rows, vocabulary) and not _any_named(columns, vocabulary):
            found.update(inside)
    return frozenset(found)


def _tables(views: Sequence[View]) -> Iterator[list[int]]:
    """Yield the places of the cells of each table."""
    table: list[int] = []
    for place, one in enumerate(views):
        inside = one.section is Section.TABLE
        if table and (not inside or one.row < views[table[-1]].row):
            yield table
            table = []
        if inside:
            table.append(place)
    if table:
        yield table


def _head(one: View, number: int) -> str:
    place = one.places[number]
    return one.lower[place.start : place.end]


def _any_named(heads: set[str], vocabulary: Vocabulary) -> bool:
    return any(hit.kind == "attribute" for head in sorted(heads) for hit in vocabulary.find(head))
