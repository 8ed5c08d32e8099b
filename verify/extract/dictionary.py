"""jieba's dictionary, read as far as a text needs it.

Comes in: the first two characters of words.  Goes out: the words that begin with them, how likely each is,
and its tag.  The file is read whole, once, and kept as text; the words of two characters become a dictionary
when the first text holds those.  jieba itself is not imported: it would build a dictionary of all half a
million words and their beginnings, and keep it in a file of the temporary folder that anybody may write.
Cutting texts is left to ``nouns``.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.util import find_spec
from math import log
from pathlib import Path

BEGINNING = 0.0
"""In place of a likelihood, which is below it: no word, but words begin so."""
_ALIKE = re.compile(r"(.).*\n(?:\1.*\n)*")
"""Lines that begin with one character."""
_COUNT = re.compile(rb" (\d+) ")


def path() -> Path:
    """Return where the dictionary lies."""
    found = find_spec("jieba")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("jieba is not installed; it brings the dictionary of Chinese words")
    return Path(found.origin).with_name("dict.txt")


class Dictionary:
    """Words by their first two characters."""

    def __init__(self, content: bytes) -> None:
        """Take the file: a line for each word, with how often it was counted and its tag."""
        self._text = f"\n{content.decode('utf-8').rstrip()}\n"
        counted = Counter(_COUNT.findall(content))
        self.unknown = -log(sum(int(count) * times for count, times in counted.items()))
        """The likelihood of a character that is no word: as of one that was counted once."""
        self._places: dict[str, list[tuple[int, int]]] = {}
        for lines in _ALIKE.finditer(self._text, 1):
            self._places.setdefault(lines[1], []).append(lines.span())
        self._words: dict[str, dict[str, float]] = {}
        self._tags: dict[str, str] = {}

    def beginning(self, chars: str) -> dict[str, float]:
        """Return the words that begin with two characters, and all their beginnings, with their likelihoods.

        A likelihood is the logarithm of how often a word was counted among all words; ``BEGINNING`` for what
        is no word itself.  Of one character alone it is that word; a dictionary without any is empty.
        """
        words = self._words.get(chars)
        if words is None:
            words = self._words[chars] = self._read(chars)
        return words

    def tag(self, word: str) -> str:
        """Return the tag of a word; an unknown word is a noun (x), or Latin (eng)."""
        self.beginning(word[:2])
        return self._tags.get(word) or ("eng" if word.isascii() else "x")

    def _read(self, chars: str) -> dict[str, float]:
        words: dict[str, float] = {}
        first = "\n" + (chars if len(chars) > 1 else f"{chars} ")
        for start, end in self._places.get(chars[:1], ()):
            place = start - 1
            if not words and len(chars) == 1:
                words[chars] = BEGINNING
            while (place := self._text.find(first, place, end)) >= 0:
                stop = self._text.index("\n", place + 1)
                word, count, tag = self._text[place + 1 : stop].split(" ", 2)
                self._tags[word] = tag
                words[word] = log(int(count)) + self.unknown if count != "0" else BEGINNING
                for length in range(len(chars), len(word)):
                    words.setdefault(word[:length], BEGINNING)
                place = stop
        return words


@cache
def dictionary() -> Dictionary:
    """Return the dictionary, read once a process."""
    return Dictionary(path().read_bytes())
