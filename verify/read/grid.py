"""Rows of cells to blocks that know their heads.

Comes in: rows as a table format found them.  Goes out: one draft a paragraph of a cell, with row,
field, heads and caption.  Finding the cells is left to the formats.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from verify.model.document import Cell, Section
from verify.read.drafts import Draft
from verify.read.runs import Run

_CAPTION_LENGTH = 60
_PAIR = 2
_MOST_KEYS = 3
_FIGURE = re.compile(r"\s*[-+~约]?[0-9][0-9,.]*+\s?(?![年月季日期])[^0-9\s]{0,4}\s*")
_YEAR = re.compile(r"\s*(?:19|20)[0-9]{2}\s*")
_CAPTION = re.compile(
    r"^\s*(?:表|附表|table\b)|单位|\bunits?\b|[:：]\s*$|^\s*[（(].{0,40}[）)]\s*$", re.IGNORECASE
)


@dataclass(slots=True)
class GridCell:
    """One cell as written."""

    drafts: list[Draft] = field(default_factory=list)
    head: bool = False
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        """Return the visible text of the cell."""
        return " ".join(draft.run.text for draft in self.drafts)


def lone(run: Run) -> GridCell:
    """Return a cell that holds one run, or nothing where the run is blank."""
    run = run.strip()
    return GridCell([Draft(run)] if run.text else [])


def caption_above(drafts: Sequence[Draft]) -> str:
    """Return the title or unit line that stands right above a table, else an empty text."""
    lines: list[str] = []
    for draft in reversed(drafts[-2:]):
        text = draft.run.text
        if draft.cell is not None or len(text) > _CAPTION_LENGTH or not _CAPTION.search(text):
            break
        lines.insert(0, text)
    return " ".join(lines)


def grid(rows: Sequence[Sequence[GridCell]], caption: str = "", first_row: int = 1) -> list[Draft]:
    """Return the drafts of a table; its first rows are its head."""
    placed = _placed(rows)
    head_rows = _head_rows(rows)
    width = 1 + max((column for _, column in placed), default=-1)
    heads = [_column_head(placed, column, head_rows) for column in range(width)]
    keys = _keys(placed, head_rows, len(rows), width)
    drafts: list[Draft] = []
    shown: set[int] = set()
    for (row, column), cell in sorted(placed.items(), key=lambda item: item[0]):
        if id(cell) in shown:
            continue
        shown.add(id(cell))
        own_heads: tuple[str, ...] = ()
        if row >= head_rows:
            before = [placed.get((row, number)) for number in range(min(keys, column))]
            row_heads = [one.text for one in reversed(before) if one is not None and one is not cell]
            own_heads = tuple(head for head in (heads[column], *row_heads) if head)
        place = Cell(row + first_row, heads[column] or str(column + 1), own_heads, caption)
        drafts.extend(Draft(draft.run, Section.TABLE, cell=place) for draft in cell.drafts)
    return drafts


def _placed(rows: Sequence[Sequence[GridCell]]) -> dict[tuple[int, int], GridCell]:
    """Give every cell its columns and rows, as spans push later cells aside."""
    placed: dict[tuple[int, int], GridCell] = {}
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in placed:
                column += 1
            for down in range(min(cell.rows, len(rows) - row)):
                for right in range(cell.columns):
                    placed.setdefault((row + down, column + right), cell)
            column += cell.columns
    return placed


def _head_rows(rows: Sequence[Sequence[GridCell]]) -> int:
    """Count the rows made of head cells; without any, the first of several rows is the head."""
    count = 0
    for cells in rows:
        if not cells or not all(cell.head for cell in cells):
            break
        count += 1
    return count or int(len(rows) > 1 and not _pairs(rows))


def _pairs(rows: Sequence[Sequence[GridCell]]) -> bool:
    """Say whether the rows are labels with their values: 建校时间, 1953年."""
    return all(len(cells) == _PAIR for cells in rows) and any(char.isdigit() for char in rows[0][1].text)


def _keys(placed: dict[tuple[int, int], GridCell], head_rows: int, height: int, width: int) -> int:
    """Count the first columns that it takes to tell the rows apart (机场, 年份), none of them of figures."""
    for count in range(1, min(_MOST_KEYS, width - 1) + 1):
        told = [
            tuple(cell.text if (cell := placed.get((row, column))) else "" for column in range(count))
            for row in range(head_rows, height)
        ]
        if any(_FIGURE.fullmatch(row[-1]) and not _YEAR.fullmatch(row[-1]) for row in told):
            break
        if len(set(told)) == len(told):
            return count
    return 1


def _column_head(placed: dict[tuple[int, int], GridCell], column: int, head_rows: int) -> str:
    texts: list[str] = []
    for row in range(head_rows):
        cell = placed.get((row, column))
        if cell is not None and cell.text and cell.text not in texts:
            texts.append(cell.text)
    return " ".join(texts)
