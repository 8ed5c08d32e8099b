"""A workbook: texts and numbers, never a formula, never a link."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from typing import Any

import pytest
from openpyxl import load_workbook

import many
from payloads import payloads
from verify.model.entity import Entity
from verify.model.report import Report
from verify.report import schema
from verify.report.build import build
from verify.report.formats import csv_, xlsx
from verify.text.visible import visible


def read(report: schema.Report) -> Any:
    return load_workbook(io.BytesIO(xlsx.render(report)))


def rows(book: Any, name: str) -> list[dict[str, Any]]:
    head, *lines = book[name].iter_rows(values_only=True)
    return [dict(zip(head, line, strict=True)) for line in lines]


def test_the_sheets(sample_report: Report) -> None:
    book = read(build(sample_report))
    assert book.sheetnames == ["Findings", "Facts", "Claims", "Sources"]
    assert [len(rows(book, name)) for name in book.sheetnames] == [3, 5, 11, 3]
    first = rows(book, "Findings")[0]
    assert (first["code"], first["places"]) == ("V101", "lake/a.txt:2:16\nlake/b.txt:2:4")
    fact = next(row for row in rows(book, "Facts") if row["id"] == "g2")
    assert (fact["verdict"], fact["entity"], fact["values"]) == ("conflict", "镜湖水库", "86米\n68米")


def test_claims_are_those_of_the_table(sample_report: Report) -> None:
    report = build(sample_report)
    table = [{name: text or None for name, text in row.items()} for row in csv_.rows(report)]
    found = [
        {name: None if cell is None else str(cell) for name, cell in row.items()}
        for row in rows(read(report), "Claims")
    ]
    assert found == table


def test_numbers_are_numbers_where_all_digits_are_kept(sample_report: Report) -> None:
    report = build(sample_report)
    texts = {"1": 1, "-2.5": -2.5, "320000000": 320000000, "1234567890.12345": 1234567890.12345}
    texts |= {text: text for text in ("250/9", "1234567890123456", "007", "1e5", "+1", "12%", ".5")}
    sources = tuple(
        report.sources[0].model_copy(update={"title": text, "path": f"{n}"}) for n, text in enumerate(texts)
    )
    book = read(report.model_copy(update={"sources": (*report.sources, *sources)}))
    assert [row["title"] for row in rows(book, "Sources")[3:]] == list(texts.values())


def test_no_cell_is_a_formula_or_a_link(sample_report: Report) -> None:
    entities = [Entity(f"e{n}", words) for n, (_, words) in enumerate(payloads())]
    report = build(dataclasses.replace(sample_report, entities=(*sample_report.entities, *entities)))
    source = report.sources[0]
    sources = [
        source.model_copy(update={"id": one.id, "path": one.name, "title": one.name, "publisher": one.name})
        for one in entities
    ]
    told = xlsx.render(report.model_copy(update={"sources": (*report.sources, *sources)}))
    book = load_workbook(io.BytesIO(told))
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.value is not None]
    assert len(cells) > 3 * len(entities)
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not [cell for cell in cells if visible(str(cell.value)) != str(cell.value)]
    assert not [cell for cell in cells if cell.hyperlink]
    with zipfile.ZipFile(io.BytesIO(told)) as parts:
        sheets = "".join(parts.read(name).decode() for name in parts.namelist() if "sheet" in name.lower())
    assert not re.search(r"<f[ >]|hyperlink|externalLink", sheets)


@pytest.mark.parametrize(
    "text", ["_x0041_", "a\x00b", "\ufffe", "\ud800", "]]>", " a "], ids=["1", "2", "3", "4", "5", "6"]
)
def test_a_text_is_shown_as_it_is(text: str, sample_report: Report) -> None:
    report = build(sample_report)
    source = report.sources[0].model_copy(update={"title": text})
    row = rows(read(report.model_copy(update={"sources": (source, *report.sources[1:])})), "Sources")[0]
    shown = {"a\x00b": "a␀b", "\ufffe": "⟨U+FFFE⟩", "\ud800": "⟨U+D800⟩"}
    assert row["title"] == shown.get(text, text)


def test_the_limits_of_a_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "ROWS", 6)
    long = many.finding(0, message="x" * 40_000)
    found = rows(read(many.report(long, *(many.finding(number) for number in range(1, 10)))), "Findings")
    assert len(found) == 5
    assert (len(found[0]["message"]), found[0]["message"][-1]) == (32_767, "…")
    assert found[-1]["severity"] == "and 6 more"


def test_same_report_same_bytes(sample_report: Report) -> None:
    assert xlsx.render(build(sample_report)) == xlsx.render(build(sample_report))
