"""HTML tables, and lists of definitions, under way.

Comes in: the tags of tables as ``page`` meets them.  Goes out: the list into which the next paragraph
belongs, and at the end of a table its drafts.  A table that only lays out a page is told from one that
holds figures: it has long cells, tables inside, or a single column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from verify.read.drafts import Draft
from verify.read.grid import GridCell, caption_above, grid
from verify.read.scan import Tag, attributes

_LAYOUT = 200
"""A cell with more characters is a page's layout, no figure."""
_SPAN_LIMIT = 30
_SMALL = re.compile(r"[0-9]{1,4}")
_DEEPEST = 30
"""Tables inside tables beyond this are read as text of the cell around them."""


@dataclass(slots=True)
class _Table:
    outer: list[Draft]
    """Where its drafts go at its end."""
    above: str
    """Title or unit line above it."""
    rows: list[list[GridCell]] = field(default_factory=list)
    caption: list[Draft] = field(default_factory=list)
    inner: list[Draft] | None = None
    """Where drafts go now: the open cell or the caption."""
    layout: bool = False
    head: bool = False
    """True inside thead."""

    def drafts(self) -> list[Draft]:
        cells = [cell for row in self.rows for cell in row]
        single = all(len(row) < 2 for row in self.rows)
        if self.layout or single or any(len(cell.text) > _LAYOUT for cell in cells):
            return [*self.caption, *(draft for cell in cells for draft in cell.drafts)]
        caption = " ".join(draft.run.text for draft in self.caption) or self.above
        return [*self.caption, *grid(self.rows, caption)]


class Tables:
    """The open tables, and below them the drafts of the page."""

    def __init__(self) -> None:
        """Begin outside of any table."""
        self.page: list[Draft] = []
        self._open: list[_Table] = []

    def __bool__(self) -> bool:
        """Say whether a table is open."""
        return bool(self._open)

    @property
    def target(self) -> list[Draft]:
        """Return the list into which the next draft belongs."""
        if not self._open:
            return self.page
        table = self._open[-1]
        return table.outer if table.inner is None else table.inner

    def tag(self, tag: Tag, text: str) -> None:
        """Take a block tag; ``text`` is its own, with the attributes."""
        if tag.name in ("table", "dl"):
            if tag.closing:
                self.close()
            elif len(self._open) < _DEEPEST:
                self._begin()
        elif self._open:
            self._part(self._open[-1], tag, text)

    def close(self) -> None:
        """Close the innermost table."""
        if self._open:
            table = self._open.pop()
            table.outer.extend(table.drafts())

    def _begin(self) -> None:
        if self._open:
            self._open[-1].layout = True
        outer = self.target
        self._open.append(_Table(outer, caption_above(outer)))

    @staticmethod
    def _defined(table: _Table, tag: Tag) -> None:
        """Take a term of a list of definitions, which heads a row, or what it is."""
        table.inner = None
        if tag.closing:
            return
        term = tag.name == "dt"
        if term or not table.rows:
            table.rows.append([])
        table.rows[-1].append(GridCell(head=term, columns=1, rows=1))
        table.inner = table.rows[-1][-1].drafts

    def _part(self, table: _Table, tag: Tag, text: str) -> None:
        if tag.name == "caption":
            table.inner = None if tag.closing else table.caption
        elif tag.name in ("thead", "tbody", "tfoot"):
            table.head = tag.name == "thead" and not tag.closing
        elif tag.name in ("dt", "dd"):
            self._defined(table, tag)
        elif tag.name in ("tr", "td", "th"):
            table.inner = None
            if tag.closing:
                return
            if tag.name == "tr" or not table.rows:
                table.rows.append([])
            if tag.name != "tr":
                table.rows[-1].append(_cell(tag.name == "th" or table.head, attributes(text)))
                table.inner = table.rows[-1][-1].drafts


def _cell(head: bool, told: dict[str, str]) -> GridCell:
    return GridCell(head=head, columns=_count(told.get("colspan")), rows=_count(told.get("rowspan")))


def _count(value: str | None) -> int:
    match = _SMALL.fullmatch(value or "")
    return min(int(match[0]), _SPAN_LIMIT) or 1 if match else 1
