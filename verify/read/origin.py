"""Who published a text, who wrote it, and whom it credits.

Comes in: the fields that the head of a file stated and the blocks.  Goes out: the ``Source``.
Whether two documents are of one origin is left to ``compare``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from verify.model.document import Block, Issue, Section, Source
from verify.read.dates import day_of
from verify.read.fields import Field
from verify.read.raw import Raw
from verify.read.words import BYLINE_BLOCKS, Words

_HAN = "一-鿿"
_WORDS = re.compile(r"[A-Za-z]+")
_LETTERS = re.compile(rf"[{_HAN}]")
_SAMPLE = 20_000
_TEXT = frozenset({Section.LEAD, Section.BODY, Section.SUMMARY, Section.BOILERPLATE, Section.METADATA})


def source(
    raw: Raw, source_id: str, stated: Mapping[Field, str], blocks: Sequence[Block]
) -> tuple[Source, list[Issue]]:
    """Return the source of a document, and an issue where its stated date is none."""
    spoken = language(blocks)
    credits = tuple(dict.fromkeys(_credits(blocks, raw.words)))
    reporter = next(_reporters(blocks, raw.words), "")
    publisher, author = stated.get(Field.PUBLISHER, ""), stated.get(Field.AUTHOR, "")
    if not publisher and author:
        # Front matter of collected news names the medium as its author.
        publisher, author = author, ""
    publisher = publisher or next(iter(credits), "")
    dated = stated.get(Field.PUBLISHED, "")
    published = day_of(dated, spoken)
    issues = []
    if dated and published is None:
        message = f"publication date not understood: {dated[:40]!r}; write it as 2022-01-24"
        issues.append(Issue("unknown-date", message, source_id))
    return (
        Source(
            id=source_id,
            path=raw.path,
            title=_one_line(stated.get(Field.TITLE, "") or _title(blocks, raw.words)),
            publisher=_one_line(publisher),
            author=_one_line(author or reporter),
            published=published or _byline_date(blocks, spoken, raw.words),
            language=spoken,
            sha256=raw.sha256,
            own=raw.own,
            credits=tuple(credit for credit in credits if credit != stated.get(Field.PUBLISHER)),
        ),
        issues,
    )


def language(blocks: Sequence[Block]) -> str:
    """Return ``zh`` where Chinese characters outnumber Latin words, else ``en``; empty without any."""
    han = latin = seen = 0
    for block in blocks:
        han += len(_LETTERS.findall(block.text))
        latin += len(_WORDS.findall(block.text))
        seen += len(block.text)
        if seen > _SAMPLE:
            break
    return "" if not han + latin else "zh" if han >= latin else "en"


def _credits(blocks: Sequence[Block], words: Words) -> Iterator[str]:
    for block in blocks:
        if block.section in _TEXT:
            yield from words.credits(block.text)


def _reporters(blocks: Sequence[Block], words: Words) -> Iterator[str]:
    for block in blocks:
        if block.section in _TEXT:
            yield from words.reporters(block.text)


def _title(blocks: Sequence[Block], words: Words) -> str:
    titles = [block.text for block in blocks if block.section is Section.TITLE]
    return words.original_title.sub("", titles[0], count=1) if titles else ""


def _byline_date(blocks: Sequence[Block], spoken: str, words: Words) -> dt.date | None:
    for block in blocks[:BYLINE_BLOCKS]:
        if block.section is Section.METADATA and words.is_byline(block.text):
            return day_of(block.text, spoken)
    return None


def _one_line(text: str) -> str:
    return " ".join(text.split())
