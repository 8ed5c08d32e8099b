"""Lines, columns and table cells of places in a document, looked up quickly.

Comes in: documents and spans.  Goes out: spans as ``report.json`` shows them.  Of a document no more stays
than where its lines begin, on disk where documents are many, and its table cells.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from verify.engine.shelf import DOCUMENTS, kept, named
from verify.model.document import Cell, Document
from verify.model.span import Span
from verify.report import schema

_HELD = 256
"""So many documents are kept at hand of those whose lines wait on disk."""

_Cells = tuple[list[int], list[tuple[Span, Cell]]]
"""Where the cells of a document begin, and the cells, in order."""


class Places:
    """The places of one document; a look-up is a bisection."""

    __slots__ = ("_cells", "_lines")

    def __init__(self, lines: array[int], cells: _Cells) -> None:
        """Take the begins of lines, and what stands in cells."""
        self._lines, self._cells = lines, cells

    def show(self, span: Span) -> schema.Span:
        """Return the span with its line and column, and with row and field inside a table."""
        line, start = self._line(span.start)
        last, last_start = self._line(max(span.start, span.end - 1))
        cell = self._cell(span)
        return schema.Span(
            start=span.start,
            end=span.end,
            line=line,
            column=span.start - start + 1,
            end_line=last if last > line else None,
            end_column=span.end - last_start + 1 if last > line else None,
            row=cell.row if cell else None,
            field=cell.field if cell else None,
        )

    def heads(self, span: Span) -> tuple[str, ...]:
        """Return the heads of column and row, inside a table."""
        cell = self._cell(span)
        return cell.heads if cell else ()

    def _line(self, place: int) -> tuple[int, int]:
        """Return the number of a line, from 1, and where it begins."""
        found = bisect_right(self._lines, place)
        return found, self._lines[found - 1]

    def _cell(self, span: Span) -> Cell | None:
        starts, cells = self._cells
        index = bisect_right(starts, span.start) - 1
        if index < 0:
            return None
        extent, cell = cells[index]
        return cell if extent.covers(span) else None


class _Lines(NamedTuple):
    """Where the lines of a document begin."""

    source_id: str
    begins: array[int]


class _Corpus(Mapping[str, Places]):
    """The places of many documents by the ids of their sources."""

    def __init__(self, documents: Iterable[Document]) -> None:
        """Read each text once."""
        self._cells: dict[str, _Cells] = {}
        lines = kept(map(self._lines_of, documents), DOCUMENTS, part=1)
        self._lines = named(lines, lambda one: one.source_id)
        self._found = lru_cache(maxsize=_HELD)(self._find)

    def _lines_of(self, document: Document) -> _Lines:
        if cells := sorted(_cells(document), key=lambda item: item[0]):
            self._cells[document.source.id] = [span.start for span, _ in cells], cells
        lengths = (len(line) + 1 for line in document.text.split("\n"))
        return _Lines(document.source.id, array("I", accumulate(lengths, initial=0)))

    def __getitem__(self, source_id: str) -> Places:
        """Return the places of a document.  Raises KeyError."""
        return self._found(source_id)

    def _find(self, source_id: str) -> Places:
        return Places(self._lines[source_id].begins, self._cells.get(source_id, ([], [])))

    def __iter__(self) -> Iterator[str]:
        """Yield the ids."""
        return iter(self._lines)

    def __len__(self) -> int:
        """Return how many documents there are."""
        return len(self._lines)


def _cells(document: Document) -> Iterator[tuple[Span, Cell]]:
    for block in document.blocks:
        if block.cell is not None and block.text:
            yield block.offsets.span(0, len(block.text)), block.cell


def places_of(documents: Iterable[Document]) -> Mapping[str, Places]:
    """Return the places of every document by the id of its source."""
    return _Corpus(documents)
