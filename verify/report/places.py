"""Lines, columns and table cells of places in a document, looked up quickly.

Comes in: documents and spans.  Goes out: spans as ``report.json`` shows them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from verify.model.document import Cell, Document
from verify.model.span import Span
from verify.report import schema


class Places:
    """The places of one document.  Building it reads the text once, a look-up is a bisection."""

    def __init__(self, document: Document) -> None:
        lengths = (len(line) + 1 for line in document.text.split("\n"))
        self._lines = array("q", [0, *accumulate(lengths)])
        cells = [
            (block.offsets.span(0, len(block.text)), block.cell)
            for block in document.blocks
            if block.cell is not None and block.text
        ]
        cells.sort(key=lambda item: item[0])
        self._starts = [span.start for span, _ in cells]
        self._cells = cells

    def show(self, span: Span) -> schema.Span:
        """Return the span with its line and column, and with row and field inside a table."""
        line = bisect_right(self._lines, span.start)
        last = bisect_right(self._lines, max(span.start, span.end - 1))
        cell = self._cell(span)
        return schema.Span(
            start=span.start,
            end=span.end,
            line=line,
            column=span.start - self._lines[line - 1] + 1,
            end_line=last if last > line else None,
            end_column=span.end - self._lines[last - 1] + 1 if last > line else None,
            row=cell.row if cell else None,
            field=cell.field if cell else None,
        )

    def heads(self, span: Span) -> tuple[str, ...]:
        """Return the heads of column and row, inside a table."""
        cell = self._cell(span)
        return cell.heads if cell else ()

    def _cell(self, span: Span) -> Cell | None:
        index = bisect_right(self._starts, span.start) - 1
        if index < 0:
            return None
        extent, cell = self._cells[index]
        return cell if extent.covers(span) else None


def places_of(documents: Iterable[Document]) -> dict[str, Places]:
    """Return the places of every document by the id of its source."""
    return {document.source.id: Places(document) for document in documents}
