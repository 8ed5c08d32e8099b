"""Drafts to blocks: which role each paragraph plays.

Comes in: drafts in the order of the file.  Goes out: blocks with section and headings.  The format
says what it knows (a heading, a cell, a labelled field); what only words and place can tell is
settled here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verify.model.document import Block, Section
from verify.read.drafts import Draft
from verify.read.pairs import with_pairs
from verify.read.words import BYLINE_BLOCKS, SHORT, Words, ends_sentence

_LEAD = 20
"""A bold opening with fewer characters is a label, no lead paragraph."""
_NO_CONTENT = frozenset(
    {Section.TITLE, Section.METADATA, Section.CAPTION, Section.BOILERPLATE, Section.SUMMARY}
)


def blocks(drafts: Iterable[Draft], words: Words) -> tuple[Block, ...]:
    """Return the blocks of a document."""
    settled = [part for draft in with_pairs(list(drafts), words) for part in _parted(draft, words)]
    for draft in settled[:BYLINE_BLOCKS]:
        if draft.section is None and not draft.level and words.is_byline(draft.run.text):
            draft.section = Section.METADATA
    settled = _with_lead(settled)
    return tuple(_with_headings(settled))


def _parted(draft: Draft, words: Words) -> Iterator[Draft]:
    """Split off the site's words at the end of a text, then settle the section."""
    tail = (
        None
        if draft.section in (Section.TITLE, Section.TABLE)
        else words.tail.search(draft.run.text[-SHORT:])
    )
    if tail is None:
        yield _settled(draft, words)
        return
    cut = max(0, len(draft.run.text) - SHORT) + tail.start()
    rest = draft.run.cut(0, cut).strip()
    if rest.text:
        draft_end = draft.run.cut(cut, len(draft.run.text)).strip()
        draft.run = rest
        yield _settled(draft, words)
        yield Draft(draft_end, Section.BOILERPLATE)
    else:
        yield Draft(draft.run.strip(), Section.BOILERPLATE)


def _settled(draft: Draft, words: Words) -> Draft:
    text = draft.run.text
    if draft.section in (None, Section.BODY) and not draft.level:
        if words.original_title.match(text):
            draft.section = Section.TITLE
        elif words.is_boilerplate(text) or (draft.linked and len(text) < SHORT):
            draft.section = Section.BOILERPLATE
        elif words.is_caption(text):
            draft.section = Section.CAPTION
        elif draft.section is None and words.summary.match(text):
            draft.section = Section.SUMMARY
    return draft


def _with_lead(drafts: list[Draft]) -> list[Draft]:
    """Find the lead: a quote, or a bold passage, that opens the text and is not all of it."""
    place = next(
        (i for i, draft in enumerate(drafts) if draft.section not in _NO_CONTENT and not draft.level), None
    )
    if place is None:
        return _with_titles(drafts)
    first = drafts[place]
    rest = any(draft.section in (None, Section.BODY) for draft in drafts[place + 1 :])
    if first.section is None and rest and first.quoted:
        for draft in drafts[place:]:
            if not draft.quoted:
                break
            draft.section = draft.section or Section.LEAD
    elif first.section is None and first.bold >= _LEAD:
        opening = first.run.cut(0, first.bold).strip()
        remainder = first.run.cut(first.bold, len(first.run.text)).strip()
        if not remainder.text and rest:
            first.section = Section.LEAD
        elif remainder.text and ends_sentence(opening.text):
            drafts[place : place + 1] = [Draft(opening, Section.LEAD), Draft(remainder)]
    return _with_titles(drafts)


def _with_titles(drafts: list[Draft]) -> list[Draft]:
    """The first heading of level 1 is the title; what is still open is body."""
    titled = False
    for draft in drafts:
        if draft.level == 1 and draft.section in (None, Section.TITLE):
            draft.section = Section.BODY if titled else Section.TITLE
            titled = True
        elif draft.section is None:
            draft.section = Section.BODY
    return drafts


def _with_headings(drafts: Iterable[Draft]) -> Iterator[Block]:
    above: list[tuple[int, str]] = []
    for draft in drafts:
        if draft.level:
            while above and above[-1][0] >= draft.level:
                above.pop()
        headings = tuple(text for _, text in above)
        yield Block(draft.section or Section.BODY, draft.run.text, draft.run.offsets, headings, draft.cell)
        if draft.level:
            above.append((draft.level, draft.run.text))
