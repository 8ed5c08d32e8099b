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
from collections.abc import Iterator
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
        self._text = f"\n{content.decode('utf-8').strip()}\n"
        counted = Counter(_COUNT.findall(content))
        self.unknown = -log(sum(int(count) * times for count, times in counted.items()))
        """The likelihood of a character that is no word: as of one that was counted once."""
        self._places: dict[str, list[tuple[int, int]]] = {}
        for lines in _ALIKE.finditer(self._text):
            self._places.setdefault(lines[1], []).append(lines.span())
        self.likelihoods: dict[str, float] = {}
        """Of the words that were asked for, and of their beginnings: the logarithm of how often a word was
        counted among all words, ``BEGINNING`` for what is no word itself."""
        self._tags: dict[str, str] = {}
        self.asked: set[str] = set()
        """Beginnings of two characters whose words stand in ``likelihoods``."""

    def ask(self, chars: str) -> None:
        """Read the words that begin with two characters, or with one at the end of a text, and its first."""
        self.asked.add(chars)
        first, second = chars[:1], chars[1:]
        if second and first not in self.asked:
            self.ask(first)
        if not second and first in self._places:
            self.likelihoods.setdefault(first, BEGINNING)
        for line in self._lines(first, f"\n{first}{second or ' '}"):
            self._keep(line, len(chars))

    def tag(self, word: str) -> str:
        """Return the tag of a word; an unknown word is a noun (x), or Latin (eng)."""
        if word[:2] not in self.asked:
            self.ask(word[:2])
        return self._tags.get(word) or ("eng" if word.isascii() else "x")

    def joins(self, text: str, place: int) -> bool:
        """Say whether a word begins before a place of a text and ends behind it."""
        likelihoods, asked, length = self.likelihoods, self.asked, len(text)
        for start in range(place - 1, -1, -1):
            if text[start : start + 2] not in asked:
                self.ask(text[start : start + 2])
            end = place + 1
            while end <= length and (alone := likelihoods.get(text[start:end])) is not None:
                if alone != BEGINNING:
                    return True
                end += 1
        return False

    def _lines(self, first: str, beginning: str) -> Iterator[str]:
        """Yield the lines of words that begin with a character, with so much before and behind it."""
        text = self._text
        for start, end in self._places.get(first, ()):
            found = text.find(beginning, start - 1, end)
            while found >= 0:
                stop = text.index("\n", found + 1)
                yield text[found + 1 : stop]
                found = text.find(beginning, stop, end)

    def _keep(self, line: str, known: int) -> None:
        """Keep the word of a line, and its beginnings but those of up to ``known`` characters."""
        word, count, tag = line.split(" ", 2)
        self._tags[word] = tag
        self.likelihoods[word] = log(int(count)) + self.unknown if count != "0" else BEGINNING
        for length in range(known, len(word)):
            self.likelihoods.setdefault(word[:length], BEGINNING)


@cache
def dictionary() -> Dictionary:
    """Return the dictionary, read once a process."""
    return Dictionary(path().read_bytes())
