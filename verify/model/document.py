"""What a reader hands on: a source, and its visible text in blocks that know their place."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from verify.model.span import OffsetMap, Span


class Section(StrEnum):
    """The role of a block in its document."""

    TITLE = "title"
    LEAD = "lead"
    SUMMARY = "summary"
    BODY = "body"
    CAPTION = "caption"
    TABLE = "table"
    METADATA = "metadata"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Source:
    """Who published what, when.  Provenance: never part of a claim's key."""

    id: str
    """Unique in a run: the path, so that it reads well and does not depend on the order."""
    path: str
    """Relative, with forward slashes."""
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: dt.date | None = None
    """In the document's own zone; None where the document has no date."""
    language: str = ""
    """``zh`` or ``en``."""
    sha256: str = ""
    """Of the file's bytes."""
    own: bool = False
    """True for the user's own documents, each an origin of its own."""
    credits: tuple[str, ...] = ()
    """Other media or offices that the document names as where its text comes from."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a block of a table stands."""

    row: int
    """From 1, head included."""
    field: str
    """Head of the column, or its number where the table has no head."""
    heads: tuple[str, ...] = ()
    """What holds for the cell: head of its column, head of its row."""
    caption: str = ""
    """Title or unit line above the table."""
    corner: str = ""
    """What stands above the heads of the rows, where it may tell the unit of all cells: US$ million."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption or cell: visible text without markup."""

    section: Section
    text: str
    """As a reader sees it: tags dropped, entities decoded, otherwise as written."""
    offsets: OffsetMap
    """From ``text`` to the decoded text of the file."""
    headings: tuple[str, ...] = ()
    """Headings above the block, outermost first."""
    cell: Cell | None = None

    @classmethod
    def of(cls, text: str) -> Block:
        """Return a lone text as a block of its own."""
        return cls(Section.BODY, text, OffsetMap.identity(len(text)))


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark to this program in a document: ``<!-- verify: … -->``."""

    span: Span
    """With its marks, in the decoded text of the file."""
    text: str
    """What stands behind ``verify:``."""


@dataclass(frozen=True, slots=True)
class Document:
    """One source, read."""

    source: Source
    text: str
    """The decoded text of the file; every span of a claim counts its code points."""
    blocks: tuple[Block, ...]
    """In the order of the file."""
    comments: tuple[Comment, ...] = ()
    """In the order of the file."""

    @classmethod
    def of(cls, text: str) -> Document:
        """Return a lone text as a document without name or date."""
        return cls(Source("", ""), text, (Block.of(text),))

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both from 1."""
        line = self.text.count("\n", 0, offset) + 1
        return line, offset - (self.text.rfind("\n", 0, offset) + 1) + 1


@dataclass(frozen=True, slots=True)
class Issue:
    """Trouble with reading a document: shown and counted, never raised."""

    code: str
    """Short and stable, such as ``unreadable`` or ``unknown-unit``."""
    message: str
    """What, why, and the way out."""
    source_id: str
    span: Span | None = None
    """None where the whole document is meant."""
    incomplete: bool = False
    """True when something was not read, which the exit status tells (3)."""
