"""Look-ups of rule words at a place of a text.

Comes in: surfaces of the language files.  Goes out: ``Surfaces``, which finds the longest
surface that begins, or ends, at a given place.  Each look-up is bounded by the longest surface
that shares the character at that place, so that reading stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from verify.text.fold import folded

T = TypeVar("T")

_ASCII_LETTER = re.compile(r"[A-Za-z]")
_ANY = "surrogatepass"
"""How half a character, as a broken file may hold one, is encoded."""


def lowered(text: str) -> str:
    """Return the text with ASCII letters in lower case, of the same length: itself where it has no other."""
    # of bytes, ASCII letters alone
    found = text.lower() if text.isascii() else text.encode(errors=_ANY).lower().decode(errors=_ANY)
    return text if found == text else found


def is_latin(char: str) -> bool:
    """Say whether a character belongs to a word that white space delimits."""
    return char.isascii() and char.isalpha()


def space_at(text: str, place: int) -> int:
    """Return the place after a space that may stand at ``place``."""
    return place + 1 if text[place : place + 1] == " " else place


def whole_words(words: Iterable[str]) -> list[str]:
    """Return expressions of words for lower-case text, the longest first, Latin ones as whole words."""
    folded_words = sorted({lowered(folded(word)) for word in words}, key=lambda word: (-len(word), word))
    return [rf"\b{re.escape(word)}\b" if word[0].isascii() else re.escape(word) for word in folded_words]


def alternation(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for lower-case text that finds the longest of the words, Latin ones as whole words."""
    rests: dict[str, list[str]] = {}
    for word in sorted({lowered(folded(word)) for word in words}, key=lambda word: (-len(word), word)):
        end = r"\b" if word[0].isascii() else ""
        rests.setdefault(word[0], []).append(re.escape(word[1:]) + end)
    return after_first(
        (rf"\b{re.escape(first)}" if first.isascii() else re.escape(first), first, rest)
        for first, rest in rests.items()
    )


def after_first(groups: Iterable[tuple[str, str, Sequence[str]]]) -> re.Pattern[str]:
    """Return a pattern of words that is tried only at the places of their first characters.

    Takes, for words that begin alike, an expression of their first character with what must stand before,
    the characters that it matches, and expressions of the rest, the preferred first.
    """
    found = list(groups)
    if not found:
        return re.compile(r"(?!)")
    firsts = "".join(sorted({re.escape(char) for _, chars, _ in found for char in chars}))
    body = "|".join(f"(?<={begin})(?:{'|'.join(rest)})" for begin, _, rest in found)
    return re.compile(f"[{firsts}](?:{body})")


class Surfaces(Generic[T]):
    """A dictionary of surfaces with what each means; ASCII letters match in any case."""

    def __init__(self, meanings: Mapping[str, T] | Iterable[tuple[str, T]]) -> None:
        pairs = meanings.items() if isinstance(meanings, Mapping) else meanings
        self._meanings: dict[str, T] = {}
        for surface, meaning in pairs:
            self._meanings.setdefault(lowered(folded(surface)), meaning)
        self._first = _lengths((surface[0], len(surface)) for surface in self._meanings)
        self._last = _lengths((surface[-1], len(surface)) for surface in self._meanings)

        self._key = lowered if any(_ASCII_LETTER.search(surface) for surface in self._meanings) else str
        """What a piece of text is looked up as."""
        self.firsts, self.lasts = frozenset(self._first), frozenset(self._last)
        """Every character that a surface begins, or ends, with, in both cases."""

    def __bool__(self) -> bool:
        return bool(self._meanings)

    def __iter__(self) -> Iterator[str]:
        """Yield the surfaces, ASCII letters in lower case."""
        return iter(self._meanings)

    def before(self, text: str, end: int, start: int = 0) -> tuple[int, T] | None:
        """Return begin and meaning of the longest surface that ends at ``end``."""
        lengths = self._last.get(text[end - 1 : end]) if end > 0 else None
        if lengths is None:
            return None
        for length in lengths:
            begin = end - length
            if begin < start:
                continue
            meaning = self._meanings.get(self._key(text[begin:end]))
            if meaning is not None and not _inside_word(text, begin):
                return begin, meaning
        return None

    def at(self, text: str, start: int, end: int | None = None) -> tuple[int, T] | None:
        """Return end and meaning of the longest surface that begins at ``start``."""
        lengths = self._first.get(text[start : start + 1])
        if lengths is None:
            return None
        limit = len(text) if end is None else end
        for length in lengths:
            stop = start + length
            if stop > limit:
                continue
            meaning = self._meanings.get(self._key(text[start:stop]))
            if meaning is not None and not (
                is_latin(text[stop - 1]) and stop < len(text) and is_latin(text[stop])
            ):
                return stop, meaning
        return None


def _inside_word(text: str, begin: int) -> bool:
    """Say whether a Latin surface that begins there is only the end of a word (``over`` of ``moreover``)."""
    return is_latin(text[begin]) and begin > 0 and (is_latin(text[begin - 1]) or text[begin - 1] == "-")


def _lengths(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """Return the lengths for each character, in both cases, the longest first."""
    found: dict[str, set[int]] = {}
    for char, length in pairs:
        for case in {char, char.upper()} if char.isascii() else {char}:
            found.setdefault(case, set()).add(length)
    return {char: tuple(sorted(lengths, reverse=True)) for char, lengths in found.items()}
