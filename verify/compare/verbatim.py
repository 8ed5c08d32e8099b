"""Words and characters of a text, for finding what two texts share word for word.

Visible text comes in; tokens without punctuation and spaces go out, a Chinese character each
or a word of any other script, with their places.  Also: how long a run of tokens is, in the
measure of its script.  Finding the runs is left to ``lineage`` and ``passages``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(f"[{_HAN}]|[^\\W_{_HAN}]+")
_IS_HAN = re.compile(f"[{_HAN}]")
_NUMERAL = re.compile("[〇零一二两三四五六七八九十百千万亿]$")


class Token(NamedTuple):
    """A Chinese character, or a word of another script."""

    text: str
    """Folded: width and case do not matter."""
    start: int
    end: int
    """In the text it came from."""

    @property
    def numeral(self) -> bool:
        """True for what is, or holds, a number."""
        return _is_numeral(self.text)


@lru_cache(maxsize=1 << 14)
def _is_numeral(word: str) -> bool:
    return any(char.isdigit() for char in word) or _NUMERAL.match(word) is not None


@lru_cache(maxsize=1 << 14)
def _is_han(word: str) -> bool:
    return _IS_HAN.match(word) is not None


@dataclass(frozen=True, slots=True)
class Length:
    """A run in the measures of both kinds of script."""

    chinese: bool
    """True where Chinese characters outnumber words of other scripts."""
    characters: int
    words: int

    def reaches(self, characters: int, words: int) -> bool:
        """Say whether the run has so many characters, or words outside Chinese."""
        return self.characters >= characters if self.chinese else self.words >= words


@lru_cache(maxsize=1 << 10)  # a block is asked for once for each of its figures
def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text in order; punctuation and spaces are dropped."""
    found = _TOKEN.finditer(text)
    return tuple([Token(word, *match.span()) for word, match in zip(words(text), found, strict=True)])


def words(text: str) -> list[str]:
    """Return the texts of the tokens alone."""
    # Between the two stand the Chinese characters that have no other form.
    return [word if "\u3400" <= word <= "\u9fff" else _folded(word) for word in _TOKEN.findall(text)]


def words_meeting(text: str, start: int, end: int) -> list[str]:
    """Return the words that share a character with a stretch of a text, whole."""
    while 0 < start < len(text) and _goes_on(text, start):
        start -= 1
    while 0 < end < len(text) and _goes_on(text, end):
        end += 1
    return words(text[start:end])


def _goes_on(text: str, place: int) -> bool:
    """Say whether one word stands on both sides of a place."""
    found = _TOKEN.match(text, place - 1)
    return found is not None and found.end() > place


def _folded(word: str) -> str:
    return word.lower() if word.isascii() else unicodedata.normalize("NFKC", word).casefold()


def length(run: Sequence[str], script: Sequence[str] | None = None) -> Length:
    """Return the length of a run of words; ``script``, where given, is what tells the kind of script."""
    judged = run if script is None else script
    han = sum(map(_is_han, judged))
    return Length(han > len(judged) - han, sum(map(len, run)), len(run))
