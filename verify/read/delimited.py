"""CSV and its kin: a table, or an article a row.

Comes in: the text of a ``.csv`` or ``.tsv`` file.  Goes out: one document whose blocks are cells
with row, field, heads and caption; or, where a column of the head is a body by its label, a
document a row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verify.model.document import Document, Issue
from verify.model.span import Span
from verify.model.stage import Stage
from verify.read.fields import Field, Labels, field_of
from verify.read.grid import grid, lone
from verify.read.raw import Raw
from verify.read.record import document, finished, value
from verify.read.runs import Builder, Run

SUFFIXES = frozenset({".csv", ".tsv"})
ORDER = 1

_DELIMITERS = ",\t;|，"
_SAMPLE = 20_000
_QUOTED = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"')
_DOUBLED = re.compile('""')
_BREAK = re.compile(r"\r?\n|\r")


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: list[Run]


def recognise(text: str, suffix: str, labels: Labels) -> bool:
    """Take the suffix; a table without it looks like any text."""
    return suffix in SUFFIXES


def read(raw: Raw) -> Stage[Document]:
    """Return the table as a document, or its rows as documents."""
    rows, issues = _rows(raw)
    caption, rows = _captioned(rows)
    head = [cell.text for cell in rows[0].cells] if rows else []
    if any(field_of(name, raw.labels) is Field.BODY for name in head):
        stages = [_row_document(raw, head, row) for row in rows[1:]]
        return Stage(
            tuple(item for stage in stages for item in stage.items),
            (*issues, *(issue for stage in stages for issue in stage.issues)),
        )
    cells = [[lone(cell) for cell in row.cells] for row in rows]
    drafts = grid(cells, " ".join(line.text for line in caption), rows[0].number if rows else 1)
    return finished(raw, raw.path, drafts, {Field.TITLE: caption[0].text} if caption else {}, issues)


def _row_document(raw: Raw, head: list[str], row: _Row) -> Stage[Document]:
    pairs = zip(head, row.cells, strict=False)
    return document(raw, [value(name, cell, raw) for name, cell in pairs if cell.text], row.number)


def _captioned(rows: list[_Row]) -> tuple[list[Run], list[_Row]]:
    """Split off the lines above the head, which fill one cell only."""
    count = 0
    width = max((len(row.cells) for row in rows), default=0)
    while width > 1 and count < len(rows) and sum(bool(cell.text) for cell in rows[count].cells) == 1:
        count += 1
    return [cell for row in rows[:count] for cell in row.cells if cell.text], rows[count:]


def _delimiter(text: str, suffix: str) -> str:
    """Return the mark that splits the lines most evenly: most often by the line that has it least."""
    if suffix == ".tsv":
        return "\t"
    sample = text[:_SAMPLE]
    # The last line may be cut off by the sample.
    lines = [line for line in _QUOTED.sub("", sample).splitlines() if line.strip()][:-1] or [sample]
    counts = {mark: [line.count(mark) for line in lines] for mark in _DELIMITERS}
    return max(_DELIMITERS, key=lambda mark: (min(counts[mark]), sum(counts[mark])))


def _rows(raw: Raw) -> tuple[list[_Row], list[Issue]]:
    """Cut the text into rows; empty ones are left out and keep their number."""
    reader = _Cells(raw.text, _delimiter(raw.text, raw.suffix))
    rows: list[_Row] = []
    number = 1
    while reader.position < len(raw.text):
        cells = reader.row()
        if any(cell.text for cell in cells):
            rows.append(_Row(number, cells))
        number += 1
    if reader.stray is None:
        return rows, []
    message = (
        "the quotes of a cell do not pair; what stands there is read as text; double a quote inside a cell"
    )
    return rows, [Issue("csv-quote", message, raw.path, Span(reader.stray, reader.stray + 1))]


class _Cells:
    """Reads cell after cell; a quote that does not enclose its cell is a character like any other."""

    def __init__(self, text: str, delimiter: str) -> None:
        self.run = Run.whole(text)
        self.delimiter = delimiter
        self.position = 0
        self.stray: int | None = None
        """Place of the first quote that does not pair."""
        self.quotes_hold = True
        """False once a quote is open to the end of the text, so that the search for its end happens once."""
        mark = re.escape(delimiter)
        self.unquoted = re.compile(rf"[^{mark}\r\n]*+")
        self.after = re.compile(rf"[ \t]*+(?=[{mark}\r\n]|\Z)")

    def row(self) -> list[Run]:
        text = self.run.text
        cells = [self.cell()]
        while text.startswith(self.delimiter, self.position):
            self.position += 1
            cells.append(self.cell())
        line_break = _BREAK.match(text, self.position)
        self.position = line_break.end() if line_break else len(text)
        return cells

    def cell(self) -> Run:
        text, start = self.run.text, self.position
        if text.startswith('"', start) and self.quotes_hold:
            quoted = _QUOTED.match(text, start)
            after = self.after.match(text, quoted.end()) if quoted else None
            if quoted and after:
                self.position = after.end()
                builder = Builder()
                builder.rewrite(self.run, Span(*quoted.span(1)), _DOUBLED, lambda match: '"')
                return builder.run().strip()
            self.quotes_hold = quoted is not None
            self.stray = start if self.stray is None else self.stray
        rest = self.unquoted.match(text, start)
        self.position = rest.end() if rest else start
        return self.run.cut(start, self.position).strip()
