"""A block of a document made ready for matching.

Comes in: a block as the reader left it.  Goes out: ``View``: its folded text, with the heads of a
table cell before it and the unit of its column behind it, and the way back to the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from verify.extract.lexicon.words import lowered
from verify.lang.heads import Heads, as_text
from verify.model.document import Block, Cell, Section
from verify.model.span import OffsetMap, Span
from verify.text.fold import fold, folded
from verify.text.wrapping import unwrapped

_HEADS = 2
"""Of its column and its row: what has both is a value; a year at the head or the side is none."""
BETWEEN = " | "
"""Behind each head of a cell, so that no hedge or unit reaches from a head into the cell."""
_FOREIGN = re.compile(r"[^\D0-9０-９]+")
"""Decimal digits of another script."""
_MARKED = re.compile(
    r"^(\s*[-+−~约]?\d[\d,.]{0,30}%?)\s?(?:\*{1,3}|[†‡§]{1,2}|\[(?:\d{1,2}|[a-z]|注\d?)\]|[\(（](?:[a-z]|注\d?)[\)）]"
    r"|[①-⑳]|(?<=\d)[a-d])\s*$"
)
"""A number with the mark of a note at the foot of its table."""
_NUMBER_ONLY = re.compile(r"^\s*[-+−~约≈≤≥<>±]?\s?[\d,.\s]+%?\s*$")
_RANGE_ONLY = re.compile(
    r"^\s*[~约≈]?\s?(?!(?:19|20)\d\d\s?[-–—~～至])(?!0\d)\d[\d,.]*\s?(?:[-–—~～至±]|\+/-)\s?\d[\d,.]*\s*$"
)
"""Two bounds that share the unit of their head, and no two years or parts of a number to call."""
_SIZES_ONLY = re.compile(r"^\s*\d[\d.]{0,8}(?:\s?[x×*]\s?\d[\d.]{0,8}){1,2}\s*$", re.IGNORECASE)
"""Two or three lengths that share the unit of their head: 600×400×300."""
_CASES = re.compile(r"^\s*\d[\d,]{0,12} ?[(（]\s?(?:<\s?)?\d{1,3}(?:\.\d{1,3})?(?=\s?[)）]\s*$)")
"""How many, and their share in brackets: 34 (16.0)."""
_NEGATIVE = re.compile(r"^\s*\(\s?([$£€¥]?\d[\d,.]{0,30}\s?%?)\s?\)\s*$")
"""A negative as accounts write it: (1,234)."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_BOUNDED = re.compile(r"^(\d[\d,.]*) ?(\+|以上|及以上|以下|及以下|以内)$")
"""A number with a bound behind it, where the unit of its head would stand between them."""
_AT_LEAST = frozenset({"+", "以上", "及以上"})
_SIGNED = re.compile(r"^\s*\(?-?[A-Z]{0,3}[$€£¥]\s?\d[\d,.]*\s?$")
"""An amount with its currency and without its scale."""
_FALLS = re.compile(r"^\s*(?:[↓▼]\s?(\d[\d,.]*\s?%?)|(\d[\d,.]*\s?%?)\s?[↓▼])$")
_DECIMAL_COMMA = re.compile(r"^(\s*[-+−~约]?\d{1,9}),(\d{1,2}%?\s*)$")
"""No group of three stands behind its comma: 12,5."""


@dataclass(frozen=True, slots=True)
class View:
    """Folded text of a block and the way from it to the file."""

    section: Section
    text: str
    lower: str
    shift: int
    """Characters of table heads before the block's own text."""
    length: int
    """Length of the block's own folded text."""
    offsets: OffsetMap
    original: str
    """Visible text of the block."""
    visible: OffsetMap
    """From the folded to the visible text."""
    heads: tuple[str, ...] = ()
    """Folded heads of a table cell, the row's first; units dropped."""
    headings: tuple[str, ...] = ()
    """Folded headings above the block, in lower case, the nearest last."""
    captioned: bool = False
    """The last of the headings is the line over its table."""
    places: tuple[Span, ...] = ()
    """Where the heads stand in the folded text."""
    row: int = 0
    """The row of a table cell, from 1; 0 for what is none."""
    foreign: tuple[Span, ...] = ()
    """Digits of another script in the block's own text: they are read, and told."""
    closed: int = 0
    """Characters behind the folded own text that belong to its last figure: the bracket of (1,234)."""
    lent: int = 0
    """Characters at the end of the text that are the unit which the line above a table lends its cells."""

    def place(self, span: Span) -> Span:
        """Return the stretch of the file behind a stretch of the folded text."""
        return self.offsets.span(*self._own(span))

    def seen(self, span: Span) -> Span:
        """Return the stretch of the visible text behind a stretch of the folded text."""
        return self.visible.span(*self._own(span))

    def quote(self, span: Span) -> str:
        """Return the visible characters of a stretch."""
        seen = self.seen(span)
        return self.original[seen.start : seen.end]

    def holds(self, span: Span) -> bool:
        """Say whether a stretch belongs to the block itself, not to the heads put before it."""
        return span.start >= self.shift and span.start < self.shift + self.length

    def _own(self, span: Span) -> tuple[int, int]:
        start = min(max(span.start - self.shift, 0), self.length)
        end = max(min(span.end - self.shift, self.length), start)
        return start, end + self.closed if end == self.length > start else end

    def alone(self) -> View:
        """Return the same without the unit that the line above its table lends it."""
        end = len(self.text) - self.lent
        return replace(self, text=self.text[:end], lower=self.lower[:end], lent=0)


def view(block: Block, heads: Heads) -> View:
    """Return the view of a block; ``heads`` tell which words of a head are the unit of its cells."""
    shown = block.text if block.section is Section.TABLE else unwrapped(block.text)
    own, inner = fold(shown)
    straight = len(own) == len(shown)
    offsets = block.offsets if straight else block.offsets.then(inner, len(own))
    before = after = ""
    closed = 0
    lent = False
    names: list[str] = []
    if block.cell is not None:
        above = [folded(head) for head in reversed(block.cell.heads) if head]
        column = folded(block.cell.field)
        own = _hedged(_written_out(_without_mark(own)))
        negative = _NEGATIVE.match(own)
        cases = _CASES.match(own) if any(map(heads.counts_cases, above)) else None
        own = cases.group() if cases else own
        alone = cases is None and _is_alone(negative[1] if negative else own)
        parts = [_parted(head, heads, column) if alone or cases else (head, "") for head in above]
        bears = bool(column) and heads.bears(column)
        units = reversed(parts) if bears or not column else parts[-1:]
        given = next((unit for _, unit in units if unit), "") if alone else ""
        after = given or _unit_of(block.cell, heads) if alone and bears and len(above) >= _HEADS else given
        if _SIGNED.match(own) and not any(unit for _, unit in parts) and len(above) >= _HEADS:
            over = (folded(block.cell.corner), folded(block.cell.caption))
            after = next((scale for one in over if (scale := heads.scale_above(one))), "")
        after = "%" if cases else after
        lent = bool(after) and not (given or cases)
        if negative and (after or not _YEAR.fullmatch(negative[1])):
            own, closed = f"-{negative[1]}", len(own) - negative.end(1)
        names = [as_text(name, column=head == column) for head, (name, _) in zip(above, parts, strict=True)]
        names = [
            name for name, head in zip(names, above, strict=True) if name and head.strip() != own.strip()
        ]
        before = "".join(f"{name}{BETWEEN}" for name in names)
    text = f"{before}{own.rstrip() if after else own}{after}"
    return View(
        block.section,
        text,
        lowered(text),
        len(before),
        len(own),
        offsets,
        block.text,
        inner,
        tuple(names),
        _headings(block),
        block.cell is not None and bool(block.cell.caption),
        tuple(_places(names)),
        block.cell.row if block.cell is not None else 0,
        () if own is shown else tuple(_foreign(shown, len(before))),
        closed,
        len(after) if lent else 0,
    )


def _foreign(text: str, shift: int) -> Iterator[Span]:
    """Yield where digits of another script stand in the folded text."""
    place, length = 0, shift
    for match in _FOREIGN.finditer(text):
        start = length + len(folded(text[place : match.start()]))
        length, place = start + len(match.group()), match.end()
        yield Span(start, length)


def _places(names: list[str]) -> Iterator[Span]:
    """Yield where each head stands before the text of its cell."""
    start = 0
    for name in names:
        yield Span(start, start + len(name))
        start += len(name) + len(BETWEEN)


def _headings(block: Block) -> tuple[str, ...]:
    """Return the headings above a block, in lower case; what is written over a table is one of its cells."""
    headings = block.headings
    if block.cell is not None and block.cell.caption:
        headings = (*(headings or ("",)), block.cell.caption)  # the first is the document's own
    return tuple(lowered(folded(heading)) for heading in headings)


def _hedged(own: str) -> str:
    """Return a number with a bound behind it, as long as before, its sign before it: ≥ 120 for 120以上."""
    found = _BOUNDED.match(own)
    if found is None:
        return own
    sign = "≥" if found[2] in _AT_LEAST else "≤"
    return f"{sign}{found[1].rjust(len(own) - 1)}"


def _without_mark(own: str) -> str:
    """Return the text of a cell without the mark of a note behind its number: 1,204*, 11.2[1]."""
    found = _MARKED.match(own)
    return own if found is None else found[1]


def _written_out(own: str) -> str:
    """Return a cell, as long as before, as running text has its number: 12.5 for 12,5, -3 for ↓3 and 3↓."""
    found = _DECIMAL_COMMA.match(own)
    if found is not None:
        return f"{found[1]}.{found[2]}"
    found = _FALLS.match(own)
    if found is None:
        return own
    number = found[1] or found[2]
    return f"-{number}".rjust(len(own)) if found[1] else f"-{number}".ljust(len(own))


def _is_alone(own: str) -> bool:
    """Say whether a number, a range or sizes fill a cell, so that the unit of its head belongs behind it."""
    return any(one.match(own) for one in (_NUMBER_ONLY, _RANGE_ONLY, _SIZES_ONLY))


def _parted(head: str, heads: Heads, column: str) -> tuple[str, str]:
    """Return a head without the unit that it gives its cells, and the unit, which may be all of it."""
    if head != column and column.endswith(f" {head}") and (unit := heads.whole(head)):
        return "", unit
    return heads.parted(head, column=head == column)


def _unit_of(cell: Cell, heads: Heads) -> str:
    """Return the unit that the corner of a table, or the line above it, gives its cells; empty for none."""
    corner = folded(cell.corner)
    return (heads.above(corner) if corner else "") or heads.above(folded(cell.caption))
