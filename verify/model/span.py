"""Places in a text.

Offsets count code points of the decoded text, half-open, as ``report.json`` shows them.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch ``[start, end)`` of a text: a tuple, for there are a dozen for each figure."""

    start: int
    end: int

    def meets(self, other: Span) -> bool:
        """Say whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Say whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Maps places of a derived text (visible, folded) back to the text it came from.

    The derived text is cut into pieces.  Piece *i* begins at ``starts[i]`` there and at
    ``origins[i]`` in the original; inside a piece both advance together, unless the piece
    stands for a longer or shorter original (``&amp;`` for ``&``), told by ``ends[i]``, the
    end of the piece in the original.
    """

    starts: tuple[int, ...]
    """Begin of each piece in the derived text, ascending, first 0."""
    origins: tuple[int, ...]
    """Begin of each piece in the original."""
    ends: tuple[int, ...]
    """End of each piece in the original."""

    @classmethod
    def identity(cls, length: int, origin: int = 0) -> OffsetMap:
        """Return the map of a text that stands unchanged at ``origin`` of the original."""
        return cls((0,), (origin,), (origin + length,))

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the original that ``[start, end)`` of the derived text shows.

        Takes a non-empty stretch; an empty one maps to the place before its next character.
        """
        if len(self.starts) == 1:  # one piece, as of most blocks: a shift
            shift = self.origins[0] - self.starts[0]
            return Span(start + shift, max(start, end) + shift)
        if end <= start:
            place = self._at(start)[0]
            return Span(place, place)
        return Span(self._at(start)[0], self._at(end - 1)[1])

    def inside(self, place: int) -> int:
        """Return where a place of the original stands in the derived text; the nearest before it, else 0.

        The pieces stand in the order of the original.
        """
        piece = max(bisect_right(self.origins, place) - 1, 0)
        begin, origin, end = self.starts[piece], self.origins[piece], self.ends[piece]
        following = self.starts[piece + 1] if piece + 1 < len(self.starts) else None
        length = end - origin if following is None else following - begin
        if length == end - origin:
            return begin + min(max(place - origin, 0), max(length - 1, 0))
        return begin

    def _at(self, position: int) -> tuple[int, int]:
        piece = bisect_right(self.starts, position) - 1
        begin, origin, end = self.starts[piece], self.origins[piece], self.ends[piece]
        length = self.starts[piece + 1] - begin if piece + 1 < len(self.starts) else end - origin
        if length == end - origin:
            place = origin + position - begin
            return place, place + 1
        return origin, end

    def then(self, inner: OffsetMap, length: int) -> OffsetMap:
        """Compose: ``inner`` maps a text of ``length`` into this map's derived text."""
        starts: list[int] = []
        origins: list[int] = []
        ends: list[int] = []
        for piece, begin in enumerate(inner.starts):
            stop = inner.starts[piece + 1] if piece + 1 < len(inner.starts) else length
            straight = stop - begin == inner.ends[piece] - inner.origins[piece]
            if not straight:
                whole = self.span(inner.origins[piece], inner.ends[piece])
                starts.append(begin)
                origins.append(whole.start)
                ends.append(whole.end)
                continue
            position = begin
            while position < stop:
                middle = inner.origins[piece] + position - begin
                mine = bisect_right(self.starts, middle) - 1
                until = self.starts[mine + 1] if mine + 1 < len(self.starts) else None
                take = stop - position if until is None else min(stop - position, until - middle)
                place = self.span(middle, middle + take)
                starts.append(position)
                origins.append(place.start)
                ends.append(place.end)
                position += take
        return OffsetMap(tuple(starts) or (0,), tuple(origins) or (0,), tuple(ends) or (0,))
