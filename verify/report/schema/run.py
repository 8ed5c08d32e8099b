"""What a report tells of the run: what was read, counted and left out, and what the command asked for."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from verify.report.schema.parts import Day, Part, Span


class Mark(Part):
    """The place of a figure in a paragraph."""

    figure: int
    """Its index in ``drafts``; in ``texts``, in ``mentions``."""
    start: int
    end: int


class Paragraph(Part):
    """Visible text of a document, a block of it."""

    source_id: str
    section: str
    text: str
    marks: tuple[Mark, ...]
    row: int | None = None
    """In a table, from 1."""


class Issue(Part):
    """Trouble with reading, not with the facts."""

    code: str
    message: str
    source_id: str
    span: Span | None
    incomplete: bool = Field(default=False, exclude=True)
    """True where something was left unread."""


class Census(Part):
    """Where the numerals of a source went."""

    source_id: str
    figures: int
    claim: int
    qualifier: int
    gloss: int
    unresolved: int
    ignored: dict[str, int]
    unclaimed: int


class Summary(Part):
    """Counts for a first look."""

    sources: int
    claims: int
    groups: int
    agreements: int
    conflicts: int
    possible_conflicts: int
    single_source: int
    findings: int
    skipped: int
    """Files in no known format."""


class Outcome(Part):
    """What ``verify check`` makes of the findings; those that it does not show are counted here alone."""

    fail_on: Literal["error", "warning", "note", "never"]
    show: Literal["error", "warning", "note"]
    failing: int
    """New findings as bad as ``fail_on``, shown or not."""
    shown: dict[Literal["error", "warning", "note"], int]
    """New findings as bad as ``show``, by severity; severities without any are left out."""
    hidden: dict[Literal["error", "warning", "note"], int]
    """The other new findings, by severity."""
    suppressed: int
    baseline: int | None = None
    """Findings in the baseline; null where there is none."""
    oldest: Day | None = None
    """Since when the oldest of them stands there."""
    gone: int = 0
    """Entries of the baseline that are found no more."""
    before: int | None = None
    """Findings that were there at ``since``, baseline apart; null where nothing is compared with."""
    since: str | None = None
    """The revision or file that is compared with."""


class Page(Part):
    """What the manual says of a code."""

    code: str
    name: str
    summary: str
    text: str
    markdown: str


class Call(Part):
    """What a command was asked for, as far as a format shows it."""

    explain: str = ""
    """What is typed behind ``verify explain ID`` for a finding of the report; empty where nobody knows."""
    colour: bool = False
    """For a terminal, with its escapes for colours."""
    lang: Literal["en", "zh"] = "en"
    """Of the pages for people."""
