"""Labelled values to a document: one way for labelled text, JSON Lines, rows of CSV and front matter.

Comes in: pairs of key and run.  Goes out: a document.  Where no label says that it is the body, the
longest text without a field of its own is.  Finding the pairs is left to the formats.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verify.model.document import Cell, Comment, Document, Issue, Section
from verify.model.stage import Stage
from verify.read.drafts import Draft
from verify.read.fields import Field, field_of
from verify.read.origin import source
from verify.read.prose import prose
from verify.read.raw import Raw
from verify.read.runs import Run
from verify.read.sections import blocks

_LONG = 100
"""A value without a known label that is longer tells of the subject, as a summary does."""
_SECTIONS = {Field.TITLE: Section.TITLE, Field.SUMMARY: Section.SUMMARY, Field.DIGEST: Section.SUMMARY}


@dataclass(frozen=True, slots=True)
class Value:
    """One labelled value."""

    key: str
    field: Field | None
    """None for a label that no language knows."""
    run: Run


def value(key: str, run: Run, raw: Raw) -> Value:
    """Return a value with the field that its key stands for."""
    return Value(key, field_of(key, raw.labels), run.strip())


def stated(values: Iterable[Value]) -> dict[Field, str]:
    """Return the first text of each field."""
    texts: dict[Field, str] = {}
    for item in values:
        if item.field and item.run.text:
            texts.setdefault(item.field, item.run.text)
    return texts


def document(raw: Raw, values: Sequence[Value], row: int | None = None) -> Stage[Document]:
    """Return the document of one record; ``row`` is its place in a file of many."""
    source_id = raw.path if row is None else f"{raw.path}#{row}"
    body = _body(values)
    drafts: list[Draft] = []
    issues: list[Issue] = []
    for item in values:
        shown, trouble = prose(item.run, source_id, raw.words)
        section = None if item is body or item.field is Field.BODY else _section(item)
        for draft in shown:
            draft.section = section or draft.section
            if row is not None and draft.cell is None:
                draft.cell = Cell(row, item.key)
        drafts.extend(shown)
        issues.extend(trouble)
    return finished(raw, source_id, drafts, stated(values), issues)


def finished(
    raw: Raw,
    source_id: str,
    drafts: list[Draft],
    texts: dict[Field, str],
    issues: Iterable[Issue] = (),
    comments: Iterable[Comment] = (),
) -> Stage[Document]:
    """Return a document of settled blocks, with its source."""
    shown = blocks(drafts, raw.words)
    origin, trouble = source(raw, source_id, texts, shown)
    return Stage((Document(origin, raw.text, shown, tuple(comments)),), (*issues, *trouble))


def _body(values: Sequence[Value]) -> Value | None:
    if any(item.field is Field.BODY and item.run.text for item in values):
        return None
    open_ended = [
        item for item in values if item.field in (None, Field.SUMMARY, Field.DIGEST) and item.run.text
    ]
    return max(open_ended, key=lambda item: len(item.run.text), default=None)


def _section(item: Value) -> Section:
    if item.field is None:
        return Section.SUMMARY if len(item.run.text) > _LONG else Section.METADATA
    return _SECTIONS.get(item.field, Section.METADATA)
