"""jieba's dictionary, read as far as a text needs it.

Comes in: first characters of words.  Goes out: for each, the words that begin with it, how likely each is,
and its tag.  The file is read whole, once, and kept as text; the words of a character become a dictionary
when the first text holds that character.  jieba itself is not imported: it would build a dictionary of all
half a million words and their beginnings, and keep it in a file of the temporary folder that anybody may
write.  Cutting texts is left to ``nouns``.
"""

from __future__ import annotations

import re
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
    """Words by their first character."""

    def __init__(self, content: bytes) -> None:
        """Take the file: a line for each word, with how often it was counted and its tag."""
        self._text = content.decode("utf-8")
        self._text += "" if self._text.endswith("\n") else "\n"
        self.unknown = -log(sum(map(int, _COUNT.findall(content))))
        """The likelihood of a character that is no word: as of one that was counted once."""
        self._places: dict[str, list[tuple[int, int]]] = {}
        for lines in _ALIKE.finditer(self._text):
            self._places.setdefault(lines[1], []).append(lines.span())
        self._words: dict[str, dict[str, float]] = {}
        self._tags: dict[str, str] = {}

    def beginning(self, char: str) -> dict[str, float]:
        """Return the words that begin with a character, and all their beginnings, with their likelihoods.

        A likelihood is the logarithm of how often a word was counted among all words; ``BEGINNING`` for what
        is no word itself.
        """
        words = self._words.get(char)
        if words is None:
            words = self._words[char] = self._read(char)
        return words

    def tag(self, word: str) -> str:
        """Return the tag of a word; an unknown word is a noun (x), or Latin (eng)."""
        if word and word[0] not in self._words:
            self.beginning(word[0])
        return self._tags.get(word) or ("eng" if word.isascii() else "x")

    def _read(self, char: str) -> dict[str, float]:
        words: dict[str, float] = {}
        for start, end in self._places.get(char, ()):
            for line in self._text[start : end - 1].split("\n"):
                word, count, tag = line.rstrip().split(" ", 2)
                self._tags[word] = tag
                words[word] = log(int(count)) + self.unknown if count != "0" else BEGINNING
                for length in range(1, len(word)):
                    words.setdefault(word[:length], BEGINNING)
        return words


@cache
def dictionary() -> Dictionary:
    """Return the dictionary, read once a process."""
    return Dictionary(path().read_bytes())
