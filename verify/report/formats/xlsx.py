"""``xlsx``: findings, facts, claims and sources as the sheets of a workbook, for a spreadsheet.

Office Open XML (ECMA-376), written by XlsxWriter.  Every cell is a text or a number, none a formula or a
link, whatever a source says: nothing is guessed from what a text looks like.  A number is written as one
where a spreadsheet keeps all of its digits (15, IEEE 754), as a text elsewhere.  What goes beyond the
characters of a cell or the rows of a sheet ("Excel specifications and limits") is cut, and said to be.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from verify.model.report import MARKER
from verify.report import schema
from verify.report.findings import finding_views
from verify.report.formats import csv_
from verify.report.view import Views
from verify.text.visible import legal_xml

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

NAME = "xlsx"
SUFFIX = ".xlsx"
STEM = ""

ROWS = 1_048_576
"""Of a sheet."""
CHARACTERS = 32_767
"""Of a cell."""
DIGITS = 15
"""Of a number."""
FINDINGS = ("severity", "code", "means", "state", "message", "places", "id")
FACTS = ("verdict", "entity", "attribute", "parts", "values", "documents", "sources", "places", "id")
SOURCES = ("path", "title", "publisher", "author", "published", "language", "own", "id")

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:[.][0-9]+)?")
_WIDE, _NARROW = 60, 16
_EPOCH = dt.datetime(2000, 1, 1)
"""For the properties of the file: the same report gives the same bytes."""

Row = Sequence[str]


def render(report: schema.Report) -> bytes:
    """Return the workbook."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - 'verify run' need not wait for it

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, options) as book:
        book.set_properties({"created": _EPOCH, "comments": MARKER})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        for name, columns, rows in _sheets(report):
            _fill(book, name, columns, rows, (head, body))
    return out.getvalue()


def _sheets(report: schema.Report) -> Iterable[tuple[str, Row, Iterable[Row]]]:
    yield "Findings", FINDINGS, _findings(report)
    yield "Facts", FACTS, _facts(report)
    yield "Claims", csv_.COLUMNS, ([row[name] for name in csv_.COLUMNS] for row in csv_.rows(report))
    yield "Sources", SOURCES, _sources(report)


def _findings(report: schema.Report) -> Iterable[Row]:
    for view in finding_views(report):
        finding, places = view.finding, "\n".join(side.place for side in view.sides)
        yield finding.severity, finding.code, view.name, finding.state, view.message, places, finding.id


def _facts(report: schema.Report) -> Iterable[Row]:
    views = Views(report)
    for group in report.groups:
        view = views.group(group)
        members = view.members
        yield (
            view.verdict,
            view.entity,
            view.attribute,
            "; ".join(view.parts),
            "\n".join(dict.fromkeys(member.stated for member in members)),
            view.headline,
            "\n".join(dict.fromkeys(member.source.publisher for member in members)),
            "\n".join(member.place for member in members),
            view.id,
        )


def _sources(report: schema.Report) -> Iterable[Row]:
    for one in report.sources:
        published, own = one.published or "", "own" if one.own else ""
        yield one.path, one.title, one.publisher, one.author, published, one.language, own, one.id


def _fill(
    book: Workbook, name: str, columns: Row, rows: Iterable[Row], formats: tuple[Format, Format]
) -> None:
    sheet = book.add_worksheet(name)
    head, body = formats
    for column, title in enumerate(columns):
        sheet.write_string(0, column, title, head)
        sheet.set_column(column, column, _WIDE if title in ("message", "sentence") else _NARROW, body)
    kept, left = 0, 0
    for row in rows:
        if kept < ROWS - 2:
            kept += 1
            _row(sheet, kept, row)
        else:
            left += 1
    if left:
        sheet.write_string(ROWS - 1, 0, f"and {left:,} more")
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(kept, 1), len(columns) - 1)


def _row(sheet: Worksheet, number: int, row: Row) -> None:
    for column, text in enumerate(row):
        if _NUMBER.fullmatch(text) and len(text.strip("-0").replace(".", "")) <= DIGITS:
            sheet.write_number(number, column, Decimal(text))
        elif text:
            sheet.write_string(number, column, _cut(legal_xml(text)))


def _cut(text: str) -> str:
    return text if len(text) <= CHARACTERS else f"{text[: CHARACTERS - 1]}…"
