"""Comments of a document to this program: ``<!-- verify: ignore V202 until=2027-03-31 -- reason -->``.

Comes in: the documents of a run.  Goes out: one ``Remark`` a comment, read and with the places that it
covers, or with what is wrong with it.  Whether a remark counts is left to ``suppressing``.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from verify.catalog.suggest import did_you_mean
from verify.model.document import Comment, Document
from verify.model.finding import Location
from verify.model.span import Span

_IGNORE = "ignore"
_REASON = re.compile(r"(?:^|\s)--(?:\s|$)")
_UNTIL = "until="
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment, read."""

    document: Document
    location: Location
    text: str
    """What stands behind ``verify:``, white space evened out."""
    covered: Span
    """The stretch of the document that it speaks of."""
    codes: tuple[str, ...] = ()
    until: dt.date | None = None
    reason: str = ""
    mistakes: tuple[str, ...] = ()
    """What keeps it from being read; it suppresses nothing then."""


def remarks(documents: Sequence[Document], known: Collection[str]) -> Iterator[Remark]:
    """Yield the remarks of documents; ``known`` are the codes that can be ignored."""
    for document in documents:
        blocks = _Blocks(document) if document.comments else None
        line = begin = 0
        for comment in document.comments:
            # Counted on from the last one, so that many comments cost no more than the text.
            line += document.text.count("\n", begin, comment.span.start)
            begin = comment.span.start
            column = begin - document.text.rfind("\n", 0, begin)
            assert blocks is not None
            yield _read(
                document,
                comment,
                Location(document.source.id, comment.span, line + 1, column),
                blocks.covered(comment),
                known,
            )


def day(text: str) -> dt.date | None:
    """Return the day that is written as 2027-03-31, or None."""
    try:
        return dt.date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _read(
    document: Document, comment: Comment, location: Location, covered: Span, known: Collection[str]
) -> Remark:
    text = " ".join(comment.text.split())
    head, *rest = _REASON.split(text, maxsplit=1)
    reason = "".join(rest).strip()
    verb, *words = head.replace(",", " ").split() or [""]
    codes = tuple(word for word in words if not word.startswith(_UNTIL))
    days = [word.removeprefix(_UNTIL) for word in words if word.startswith(_UNTIL)]
    until = day(days[0]) if len(days) == 1 else None
    return Remark(
        document,
        location,
        text,
        covered,
        codes,
        until,
        reason,
        tuple(_mistakes(verb, codes, days, reason, known)),
    )


def _mistakes(
    verb: str, codes: Sequence[str], days: Sequence[str], reason: str, known: Collection[str]
) -> Iterator[str]:
    if verb != _IGNORE:
        yield f"it begins with '{verb}'{did_you_mean(verb, [_IGNORE]) or f', not with {_IGNORE!r}'}"
        return
    if not codes:
        yield "it names no code, such as V202"
    for code in codes:
        if code not in known:
            yield f"no code '{code}' can be ignored{did_you_mean(code, known)}"
    if not days:
        yield "it has no end: add until=YYYY-MM-DD"
    elif len(days) > 1:
        yield "it has more than one end"
    elif day(days[0]) is None:
        yield f"until takes a day such as 2027-03-31; found '{days[0]}'"
    if not reason:
        yield "it has no reason: end it with ' -- ' and why"


class _Blocks:
    """The blocks of a document by their places."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        placed = sorted(
            (block.offsets.span(0, len(block.text)), block.cell is not None)
            for block in document.blocks
            if block.text
        )
        self._places = [place for place, _ in placed]
        self._starts = [place.start for place in self._places]
        self._ends = [place.end for place in self._places]
        for number in range(len(placed) - 2, -1, -1):
            if placed[number][1] and placed[number + 1][1]:
                self._ends[number] = self._ends[number + 1]

    def covered(self, comment: Comment) -> Span:
        """Return the block that holds a comment or ends on its line; for one alone, the next block.

        Of a table the next block is the whole: a comment before it has no other way to speak of its cells.
        """
        start, end = comment.span
        line = self._text.rfind("\n", 0, start) + 1
        after = bisect_left(self._starts, end)
        if after and self._places[after - 1].end > line:
            return self._places[after - 1]
        if after < len(self._places):
            return Span(self._starts[after], self._ends[after])
        return comment.span
