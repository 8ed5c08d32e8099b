"""Look-ups of rule words at a place of a text.

Comes in: surfaces of the language files.  Goes out: ``Surfaces``, which finds the longest
surface that begins, or ends, at a given place.  Each look-up is bounded by the longest surface
that shares the character at that place, so that reading stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from verify.text.fold import folded

T = TypeVar("T")

_ASCII_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def lowered(text: str) -> str:
    """Return the text with ASCII letters in lower case, of the same length."""
    return text.translate(_ASCII_LOWER)


def is_latin(char: str) -> bool:
    """Say whether a character belongs to a word that white space delimits."""
    return char.isascii() and char.isalpha()


def space_at(text: str, place: int) -> int:
    """Return the place after a space that may stand at ``place``."""
    return place + 1 if text[place : place + 1] == " " else place


def alternation(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for lower-case text that finds the longest of the words, Latin ones as whole words."""
    surfaces = sorted({lowered(folded(word)) for word in words}, key=lambda word: (-len(word), word))
    if not surfaces:
        return re.compile(r"(?!)")
    return re.compile("|".join(rf"\b{re.escape(w)}\b" if w[0].isascii() else re.escape(w) for w in surfaces))


class Surfaces(Generic[T]):
    """A dictionary of surfaces with what each means; ASCII letters match in any case."""

    def __init__(self, meanings: Mapping[str, T] | Iterable[tuple[str, T]]) -> None:
        pairs = meanings.items() if isinstance(meanings, Mapping) else meanings
        self._meanings: dict[str, T] = {}
        for surface, meaning in pairs:
            self._meanings.setdefault(lowered(folded(surface)), meaning)
        self._first = _lengths((surface[0], len(surface)) for surface in self._meanings)
        self._last = _lengths((surface[-1], len(surface)) for surface in self._meanings)

    def __bool__(self) -> bool:
        return bool(self._meanings)

    def before(self, text: str, end: int, start: int = 0) -> tuple[int, T] | None:
        """Return begin and meaning of the longest surface that ends at ``end``."""
        if end <= 0:
            return None
        for length in self._last.get(text[end - 1].lower(), ()):
            begin = end - length
            if begin < start:
                continue
            meaning = self._meanings.get(lowered(text[begin:end]))
            if meaning is not None and not _inside_word(text, begin):
                return begin, meaning
        return None

    def at(self, text: str, start: int, end: int | None = None) -> tuple[int, T] | None:
        """Return end and meaning of the longest surface that begins at ``start``."""
        limit = len(text) if end is None else end
        if start >= limit:
            return None
        for length in self._first.get(text[start].lower(), ()):
            stop = start + length
            if stop > limit:
                continue
            meaning = self._meanings.get(lowered(text[start:stop]))
            if meaning is not None and not (
                is_latin(text[stop - 1]) and stop < len(text) and is_latin(text[stop])
            ):
                return stop, meaning
        return None


def _inside_word(text: str, begin: int) -> bool:
    """Say whether a Latin surface that begins there is only the end of a word (``over`` of ``moreover``)."""
    return is_latin(text[begin]) and begin > 0 and (is_latin(text[begin - 1]) or text[begin - 1] == "-")


def _lengths(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """Return the lengths for each character, the longest first."""
    found: dict[str, set[int]] = {}
    for char, length in pairs:
        found.setdefault(char, set()).add(length)
    return {char: tuple(sorted(lengths, reverse=True)) for char, lengths in found.items()}
