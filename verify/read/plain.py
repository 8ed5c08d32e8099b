"""Plain text: a paragraph a line, or between empty lines.

Comes in: any text that no other format recognises.  Goes out: one document; its first line is the
title where it is short and ends no sentence.
"""

from __future__ import annotations

from verify.model.document import Document, Section
from verify.model.stage import Stage
from verify.read.fields import Labels
from verify.read.prose import paragraphs
from verify.read.raw import Raw
from verify.read.record import finished
from verify.read.runs import Run
from verify.read.words import SHORT, ends_sentence

SUFFIXES = frozenset({".txt", ".text"})
ORDER = 9
"""Asked last."""


def recognise(text: str, suffix: str, labels: Labels) -> bool:
    """Take everything."""
    return True


def read(raw: Raw) -> Stage[Document]:
    """Return the document of a plain text."""
    drafts = paragraphs(Run.whole(raw.text), raw.words)
    for first in drafts[:1]:
        if len(drafts) > 1 and len(first.run.text) < SHORT and not ends_sentence(first.run.text):
            first.section = Section.TITLE
    return finished(raw, raw.path, drafts, {})
