"""Look-ups of rule words at a place of a text.

Comes in: surfaces of the language files.  Goes out: ``Surfaces``, which finds the longest
surface that begins, or ends, at a given place.  Each look-up is bounded by the longest surface,
so that reading stays linear.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from verify.text.fold import folded

T = TypeVar("T")


def is_latin(char: str) -> bool:
    """Say whether a character belongs to a word that white space delimits."""
    return char.isascii() and char.isalpha()


class Surfaces(Generic[T]):
    """A dictionary of surfaces with what each means."""

    def __init__(self, meanings: Mapping[str, T] | Iterable[tuple[str, T]]) -> None:
        pairs = meanings.items() if isinstance(meanings, Mapping) else meanings
        self._meanings: dict[str, T] = {}
        for surface, meaning in pairs:
            self._meanings.setdefault(folded(surface).lower(), meaning)
        self.lengths: tuple[int, ...] = tuple(sorted({len(s) for s in self._meanings}, reverse=True))

    def __bool__(self) -> bool:
        return bool(self._meanings)

    def before(self, text: str, end: int, start: int = 0) -> tuple[int, T] | None:
        """Return begin and meaning of the longest surface that ends at ``end`` (lower-case text)."""
        for length in self.lengths:
            begin = end - length
            if begin < start:
                continue
            meaning = self._meanings.get(text[begin:end])
            if meaning is not None and not (
                is_latin(text[begin]) and begin > 0 and (is_latin(text[begin - 1]) or text[begin - 1] == "-")
            ):
                return begin, meaning
        return None

    def at(self, text: str, start: int, end: int | None = None) -> tuple[int, T] | None:
        """Return end and meaning of the longest surface that begins at ``start`` (lower-case text)."""
        limit = len(text) if end is None else end
        for length in self.lengths:
            stop = start + length
            if stop > limit:
                continue
            meaning = self._meanings.get(text[start:stop])
            if meaning is not None and not (
                is_latin(text[stop - 1]) and stop < len(text) and is_latin(text[stop])
            ):
                return stop, meaning
        return None
