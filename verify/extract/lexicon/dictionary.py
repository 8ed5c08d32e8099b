"""jieba's dictionary, read as far as a text needs it.

Comes in: the first two characters of words.  Goes out: the words that begin with them, how likely each is,
and its tag.  The file is read whole, once, and kept as sorted lines; the words of two characters become a
dictionary when the first text holds those.  jieba itself is not imported: it would build a dictionary of all
half a million words and their beginnings, and keep it in a file of the temporary folder that anybody may
write.
Cutting texts is left to ``nouns``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from math import log
from pathlib import Path

NEVER = 0.0
"""In place of a likelihood, which is below it: what was never counted is no word."""
_COUNT = re.compile(rb" (\d+) ")
_LAST = b"\xff"
"""Behind every character of a text."""
_ASKED = 1 << 15
"""Of so many beginnings the words are held: some 20 MB."""


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
        self._lines = sorted(content.split(b"\n"))
        """In order, so that the words which begin alike stand together."""
        self._ranges: dict[str, tuple[int, int]] = {}
        """Of the characters that were asked for, where their lines begin and end."""
        self._likelihood = cache(self._told)
        counted = Counter(_COUNT.findall(content))
        self.unknown = -log(sum(int(count) * times for count, times in counted.items()))
        """The likelihood of a character that is no word: as of one that was counted once."""
        self.likelihoods: dict[str, float] = {}
        """Of the words that were asked for: the logarithm of how often each was counted among all words."""
        self._tags: dict[str, str] = {}
        self.longest: dict[str, int] = {}
        """By two characters that were asked for, or one at the end of a text: characters of the longest word
        that begins with them, 1 where none does."""

    def ask(self, chars: str) -> int:
        """Read the words that begin with two characters, and the first alone, or one at the end of a text.

        Returns how many characters the longest has.  What was read before is forgotten when it is too much:
        whoever looks words up asks for their beginning first.
        """
        if len(self.longest) >= _ASKED:
            for read in (self.longest, self.likelihoods, self._tags, self._ranges):
                read.clear()
        first = chars[:1]
        if first not in self._ranges:
            self._ranges[first] = self._range(first)
            self._read(first)
        return self._read(chars)

    def _read(self, chars: str) -> int:
        lines = self._lines
        low, high = self._ranges[chars[:1]]
        begin = chars.encode("utf-8", "surrogatepass")
        if len(chars) == 1:
            begin += b" "  # the word itself, and none of the thousand that begin with it
        start = bisect_left(lines, begin, low, high)
        self.longest[chars] = 1
        if start < high and lines[start].startswith(begin):
            self.longest[chars] = self._keep(lines[start : bisect_left(lines, begin + _LAST, start, high)])
        return self.longest[chars]

    def _range(self, first: str) -> tuple[int, int]:
        """Return where the lines begin and end whose words begin with a character."""
        begin = first.encode("utf-8", "surrogatepass")
        low = bisect_left(self._lines, begin)
        return low, bisect_left(self._lines, begin + _LAST, low)

    def tag(self, word: str) -> str:
        """Return the tag of a word; an unknown word is a noun (x), or Latin (eng)."""
        if word[:2] not in self.longest:
            self.ask(word[:2])
        return self._tags.get(word) or ("eng" if word.isascii() else "x")

    def joins(self, text: str, place: int) -> bool:
        """Say whether a word begins before a place of a text and ends behind it."""
        likelihoods, longest = self.likelihoods, self.longest
        for start in range(place - 1, -1, -1):
            chars = text[start : start + 2]
            reach = start + (longest.get(chars) or self.ask(chars))
            if reach > place:
                for end in range(place + 1, min(reach, len(text)) + 1):
                    if likelihoods.get(text[start:end], NEVER) != NEVER:
                        return True
        return False

    def begins(self, text: str, start: int, place: int) -> bool:
        """Say whether a word begins at ``start`` that ends behind ``place``."""
        chars = text[start : start + 2]
        reach = min(start + (self.longest.get(chars) or self.ask(chars)), len(text))
        ends = range(place + 1, reach + 1)
        return any(self.likelihoods.get(text[start:end], NEVER) != NEVER for end in ends)

    def _told(self, count: str) -> float:
        """Return how likely a word is that was counted so often."""
        return log(int(count)) + self.unknown if count != "0" else NEVER

    def _keep(self, lines: Sequence[bytes]) -> int:
        """Keep the words of lines; return how many characters the longest has."""
        parts = b" ".join(lines).decode().split(" ")
        words = parts[::3]
        self._tags.update(zip(words, parts[2::3], strict=True))
        self.likelihoods.update(zip(words, map(self._likelihood, parts[1::3]), strict=True))
        return max(map(len, words))


@cache
def dictionary() -> Dictionary:
    """Return the dictionary, read once a process."""
    return Dictionary(path().read_bytes())
