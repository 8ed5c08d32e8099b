"""The sentences of a document with their figures, ready for the templates of ``rules/relations``.

Comes in: documents and mentions, as the pipeline has them.  Goes out: ``Statement``: the folded
sentence in lower case in which every figure is one character (its skeleton), and which figure each
stands for.  What the words between the figures mean is left to ``checks.related``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from verify.catalog.relations import DAY, FIGURE
from verify.model.claim import Mention
from verify.model.document import Block, Document, Section
from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.model.span import OffsetMap, Span
from verify.text.fold import folded
from verify.text.sentences import sentences

_SILENT = frozenset({Section.METADATA, Section.BOILERPLATE, Section.TABLE})


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, with the one before it where there is one."""

    document: Document
    skeleton: str
    """Of both sentences."""
    begin: int
    """Where the sentence itself begins in ``skeleton``."""
    figures: Mapping[int, Mention]
    """By their places in ``skeleton``."""
    characters: frozenset[str]
    """Of ``skeleton``."""


def statements(documents: Sequence[Document], mentions: Sequence[Mention]) -> Iterator[Statement]:
    """Yield every sentence that holds a figure or date, in the order of the documents."""
    by_source: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda one: (one.source_id, one.span)):
        if isinstance(mention.value, Quantity | Period):
            by_source.setdefault(mention.source_id, []).append(mention)
    for document in documents:
        mine = by_source.get(document.source.id, [])
        starts = [mention.span.start for mention in mine]
        for block in document.blocks:
            if block.section not in _SILENT and block.text:
                whole = block.offsets.span(0, len(block.text))
                inside = mine[bisect_left(starts, whole.start) : bisect_left(starts, whole.end)]
                yield from _block(document, block, inside)


def _block(document: Document, block: Block, mentions: Sequence[Mention]) -> Iterator[Statement]:
    if not mentions:
        return
    skeleton, figures = _skeleton(block, mentions)
    places = sorted(figures)
    before: Span | None = None
    for span in sentences(skeleton):
        start = span.start if before is None else before.start
        begin, before = span.start - start, span
        own = places[bisect_left(places, span.start) : bisect_left(places, span.end)]
        if own:
            mine = places[bisect_left(places, start) : bisect_left(places, span.end)]
            held = {place - start: figures[place] for place in mine}
            both = skeleton[start : span.end]
            yield Statement(document, both, begin, held, frozenset(both))


def _skeleton(block: Block, mentions: Sequence[Mention]) -> tuple[str, dict[int, Mention]]:
    """Return the block with each figure as one character, and the figures by place."""
    parts: list[str] = []
    figures: dict[int, Mention] = {}
    at = length = 0
    for mention in mentions:
        start, end = (_seen(block.offsets, place) for place in (mention.span.start, mention.span.end - 1))
        if start < at:
            continue
        plain = folded(block.text[at:start] + _emphasis(mention)).lower()
        figures[length + len(plain)] = mention
        parts += [plain, FIGURE if isinstance(mention.value, Quantity) else DAY]
        length += len(plain) + 1
        at = end + 1
    parts.append(folded(block.text[at:]).lower())
    return "".join(parts), figures


def _emphasis(mention: Mention) -> str:
    """Return the words of a figure that bind nothing (达到, a total of): they belong to what is around it."""
    emphasis = mention.value.emphasis if isinstance(mention.value, Quantity) else ""
    return f"{emphasis} " if emphasis.isascii() and emphasis else emphasis


def _seen(offsets: OffsetMap, place: int) -> int:
    """Return where a character of the file stands in the text that a map was made for."""
    piece = max(0, bisect_right(offsets.origins, place) - 1)
    begin, origin, end = offsets.starts[piece], offsets.origins[piece], offsets.ends[piece]
    length = offsets.starts[piece + 1] - begin if piece + 1 < len(offsets.starts) else end - origin
    return begin + (place - origin if length == end - origin else 0)
