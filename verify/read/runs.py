"""Visible text under construction, and the way back into the file.

Comes in: stretches of an original text, copied or rewritten (an entity, an escape).  Goes out: a
``Run``, the derived text with its ``OffsetMap``.  Runs can be cut from runs, so that a Markdown
paragraph inside a JSON string still knows its place in the file.  What the text means is left to
others.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from verify.model.span import OffsetMap, Span


@dataclass(frozen=True, slots=True)
class Run:
    """A derived text and its map into the decoded text of the file."""

    text: str
    offsets: OffsetMap

    @classmethod
    def whole(cls, text: str) -> Run:
        """Return the run that shows a file as it stands."""
        return cls(text, OffsetMap.identity(len(text)))

    def cut(self, start: int, end: int) -> Run:
        """Return the stretch ``[start, end)`` as a run of its own."""
        if start <= 0 and end >= len(self.text):
            return self
        builder = Builder()
        builder.copy(self, max(start, 0), min(end, len(self.text)))
        return builder.run()

    def strip(self) -> Run:
        """Return the run without white space at its ends."""
        return self.cut(*edges(self.text, 0, len(self.text)))

    def lines(self) -> list[tuple[int, int]]:
        """Return begin and end of each line, line breaks left out."""
        return line_spans(self.text)

    def span(self) -> Span:
        """Return the place of the whole run in the file."""
        return self.offsets.span(0, len(self.text))


def edges(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch ``[start, end)`` of a text narrowed by the white space at its ends."""
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    return start + left, start + max(left, len(part.rstrip()))


def line_spans(text: str) -> list[tuple[int, int]]:
    """Return begin and end of each line of a text, without its line feed and carriage return."""
    spans = []
    start = 0
    for line in text.split("\n"):
        spans.append((start, start + len(line) - line.endswith("\r")))
        start += len(line) + 1
    return spans


class Builder:
    """Collects the pieces of a run in the order in which a reader sees them."""

    __slots__ = ("_ends", "_length", "_origins", "_parts", "_starts", "_straight")

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._origins: list[int] = []
        self._ends: list[int] = []
        self._length = 0
        self._straight = False

    def __len__(self) -> int:
        """Return the number of characters so far."""
        return self._length

    def blank(self) -> bool:
        """Say whether nothing visible was added so far."""
        return not any(part.strip() for part in self._parts)

    def copy(self, source: Run, start: int, end: int) -> None:
        """Add the stretch ``[start, end)`` of another run, unchanged."""
        if end <= start:
            return
        offsets = source.offsets
        piece = bisect_right(offsets.starts, start) - 1
        self._parts.append(source.text[start:end])
        position = start
        while position < end:
            begin, origin, stop = offsets.starts[piece], offsets.origins[piece], offsets.ends[piece]
            last = piece + 1 == len(offsets.starts)
            until = len(source.text) if last else offsets.starts[piece + 1]
            take = min(end, until) - position
            if until - begin == stop - origin:
                place = origin + position - begin
                self._piece(take, place, place + take)
            else:
                self._piece(take, origin, stop)
            position += take
            piece += 1

    def add(self, text: str, place: Span) -> None:
        """Add a text that stands for the stretch ``place`` of the file."""
        if text:
            self._parts.append(text)
            self._piece(len(text), place.start, place.end)

    def rewrite(
        self, source: Run, place: Span, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str]
    ) -> None:
        """Add the stretch ``place`` of another run, what the pattern finds replaced."""
        position = place.start
        for match in pattern.finditer(source.text, place.start, place.end):
            self.copy(source, position, match.start())
            self.add(replace(match), source.offsets.span(match.start(), match.end()))
            position = match.end()
        self.copy(source, position, place.end)

    def _piece(self, length: int, origin: int, end: int) -> None:
        if not length:
            return
        straight = length == end - origin
        if straight and self._straight and self._ends[-1] == origin:
            self._ends[-1] = end
        else:
            self._starts.append(self._length)
            self._origins.append(origin)
            self._ends.append(end)
        self._straight = straight
        self._length += length

    def run(self) -> Run:
        """Return what was collected."""
        if not self._starts:
            return Run("", OffsetMap.identity(0))
        if not self._straight:
            # The map takes the length of its last piece from its original, so a piece that
            # stands for a longer one is closed by an empty one.
            self._starts.append(self._length)
            self._origins.append(self._ends[-1])
            self._ends.append(self._ends[-1])
            self._straight = True
        offsets = OffsetMap(tuple(self._starts), tuple(self._origins), tuple(self._ends))
        return Run("".join(self._parts), offsets)


def joined(runs: list[Run]) -> Run:
    """Return several runs as one."""
    builder = Builder()
    for run in runs:
        builder.copy(run, 0, len(run.text))
    return builder.run()
