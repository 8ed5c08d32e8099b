"""Running text to paragraphs.

Comes in: a run without front matter or labels.  Goes out: a draft a paragraph.  Text that holds
HTML goes through ``page``; in plain text an empty line ends a paragraph, and so does a line that a
full stop or its shortness ends, as news texts set a line a paragraph and English ones are often
wrapped.
"""

from __future__ import annotations

import re

from verify.model.document import Issue
from verify.read.drafts import Draft
from verify.read.page import page
from verify.read.runs import Run
from verify.read.words import Words, ends_sentence

_HTML = re.compile(
    r"</?(?:p|div|br|span|a|strong|b|em|table|ul|ol|li|h[1-6]|img|section|article)(?:\s[^<>]*+)?/?>",
    re.IGNORECASE,
)
_WRAPPED = 40
"""A line with fewer characters was not broken for want of room."""


def holds_html(text: str) -> bool:
    """Say whether a text is written in HTML, at least in part."""
    return _HTML.search(text) is not None


def prose(run: Run, source_id: str, words: Words) -> tuple[list[Draft], list[Issue]]:
    """Return the drafts of a labelled value or a field."""
    if holds_html(run.text):
        shown = page(run, source_id, mixed=False)
        return shown.drafts, shown.issues
    return paragraphs(run, words), []


def paragraphs(run: Run, words: Words) -> list[Draft]:
    """Return the drafts of plain text; no character but white space is lost."""
    drafts: list[Draft] = []
    first: int | None = None
    last = 0

    def close() -> None:
        nonlocal first
        if first is not None:
            drafts.append(Draft(run.cut(first, last).strip()))
        first = None

    for start, end in run.lines():
        line = run.text[start:end]
        if not line.strip() or words.is_byline(line):
            close()  # a long title above a byline is no line that was wrapped
        if not line.strip():
            continue
        first, last = start if first is None else first, end
        if len(line) < _WRAPPED or ends_sentence(line) or words.is_byline(line):
            close()
    close()
    return drafts
