"""Whether a name in Latin script tells one in Chinese, part by part: Xiwan Logistics and 汐湾物流.

Comes in: names.  Goes out: whether each part of the Chinese one is spelled by a word of the other (汐湾), has
its number, or means words of it (物流: a dictionary, and the nouns of kinds), so that nothing of either is
left and the last part means the noun; and the words by which such names meet, since none is held against
all.  Whether two things are one is left to ``weights``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import lru_cache

from verify.lang import meaning
from verify.lang.cedict import Gloss, glosses
from verify.lang.en_words import content
from verify.resolve.spelling import Speller
from verify.resolve.transcribing import keys, latin_key, writes
from verify.text.fold import folded

_NUMBER = re.compile(r"第?([0-9]{1,4}|[一二三四五六七八九十])号?")
_APOSTROPHE = re.compile(r"(?<=[a-z])['\u2019](?=[aeo])")
"""Between two syllables: Xi'an."""
_ORDINAL = re.compile(r"\bno\.? ?(?=[0-9])")
_CODE = re.compile(r"([a-z]?)([0-9]{1,4})")
"""T2 of 航站楼 is 2 of Terminal."""
_DIGITS = {char: str(number) for number, char in enumerate("一二三四五六七八九十", start=1)}
_LONGEST = 12
"""Characters of a name; a longer one is a description."""
_MOST_WORDS = 6
_PREFIX = 6
"""Characters of a first part that meets."""
_SPELLED = range(2, 5)
"""Characters that one or two words spell."""
_HEARD = range(2, 7)
"""Characters that write one or two words by their sound."""
_SOUNDS = "~"
"""Before what is met by its sound."""
_DOT = "·"
_MANY = 64
"""A first word that more names in Latin script have tells nothing."""
_NOUN_WORDS = (3, 2, 1)


class Told(IntEnum):
    """How a name tells another one."""

    NOT = 0
    TRANSLATED = 1
    """By what its parts mean alone, which other things may be called as well."""
    TRANSCRIBED = 2
    """A part is written by its sound, the others are translated."""
    SPELLED = 3
    """A part is spelled, the others are translated, the noun by one of its kind."""
    NAMED = 4
    """The same, and the noun is translated too."""


class Translator:
    """Holds names in two scripts against each other."""

    def __init__(self, speller: Speller) -> None:
        self._speller = speller
        self._rest = lru_cache(maxsize=1 << 12)(self._rest_of)

    def beginnings_of(self, latin: str) -> Iterator[str]:
        """Yield what a name in Latin script meets one in Chinese by: its first word, and how that sounds."""
        first = next((word for word in _words(latin) if not word.isdigit()), "")
        yield first
        if first and not self._speller.is_spelled(first):
            yield _SOUNDS + latin_key(first)

    def beginnings(self, chinese: str) -> Iterator[str]:
        """Yield the words by which a name in Chinese may meet: what may be told first in the other script."""
        text = _plain(chinese)
        code = _NUMBER.match(text) or _CODE.match(text)
        for start in {0, code.end()} if code else (0,):
            for end in range(start + 1, min(len(text), start + _PREFIX) + 1):
                yield from (gloss[0] for gloss in glosses(text[start:end]))
                if end - start in _SPELLED:
                    yield from self._speller.spellings(text[start:end])
                if end - start in _HEARD:
                    yield from (_SOUNDS + key for key in keys(self._speller.readings(text[start:end])))
            yield from (content(noun)[0] for noun in self._speller.nouns_like(text[start:]))

    def told(self, chinese: str, latin: str) -> Told:
        """Say how a name in Latin script tells one in Chinese; a noun and a number tell nothing."""
        text, words = _plain(chinese), _words(latin)
        if not 1 < len(text) <= _LONGEST or not 0 < len(words) <= _MOST_WORDS:
            return Told.NOT
        if self._sounds("".join(words), text.replace(_DOT, "")):
            return Told.TRANSCRIBED
        return max(self._with_noun(text, words), default=Told.NOT)

    def _with_noun(self, text: str, words: Gloss) -> Iterator[Told]:
        """Yield how words tell a name, by each of its ends that one or some of them tell."""
        number = words[-1:] if words[-1].isdigit() and len(words) > 1 else ()
        words = words[: len(words) - len(number)]
        for at in range(len(text)):
            for size in _NOUN_WORDS:
                grade = self._noun(text[at:], words[-size:]) if size < len(words) else Told.NOT
                before = words[: -size if grade is Told.NAMED else -1] + number
                if grade is not Told.NOT:
                    yield min(grade, self._rest(text[:at], before, words[-1][0]))

    def told_of(
        self, chinese: Iterable[tuple[int, set[str]]], latin: Iterable[tuple[int, set[str]]]
    ) -> dict[tuple[int, int], Told]:
        """Return which things of Chinese names those of names in Latin script tell, and how.

        Those of Chinese names are gone through once, and none is held.
        """
        named: dict[int, set[str]] = {}
        meeting: dict[str, set[int]] = {}
        for other, names in latin:
            named[other] = names
            for word in {word for name in names for word in self.beginnings_of(name)}:
                meeting.setdefault(word, set()).add(other)
        common = {word for word, others in meeting.items() if len(others) > _MANY}
        found: dict[tuple[int, int], Told] = {}
        for one, names in chinese if meeting else ():
            begin = {word for name in names for word in self.beginnings(name)} - common
            for other in {other for word in begin for other in meeting.get(word, ())}:
                found[one, other] = max(self.told(x, y) for x in names for y in named[other])
        return found

    def _noun(self, text: str, words: Gloss) -> Told:
        """Say whether words mean a noun (``NAMED``), or only tell its kind (``SPELLED``).

        Then all but the last are to be told themselves: 局 is of the kind of a wildfire service, and 山火 is
        wildfire; 铁矿 is no copper mine.
        """
        if words in glosses(text):
            return Told.NAMED
        return Told.SPELLED if self._speller.alike(text, " ".join(words)) else Told.NOT

    def _sounds(self, letters: str, text: str) -> bool:
        """Say whether characters write letters by their sound, which are no spelling of any."""
        return not self._speller.is_spelled(letters) and writes(letters, self._speller.readings(text))

    def _rest_of(self, text: str, words: Gloss, initial: str) -> Told:
        """Say how words tell what stands before a noun, whose word begins with a letter, in any order."""
        if not text or not words:
            return Told.NOT if text or words else Told.TRANSLATED
        ways = (
            max(how, found)
            for end, left, how in self._steps(text, words, initial)
            if (found := self._rest(text[end:], left, initial)) is not Told.NOT
        )
        return max(ways, default=Told.NOT)

    def _steps(self, text: str, words: Gloss, initial: str) -> Iterator[tuple[int, Gloss, Told]]:
        """Yield the ways in which the beginning of a text is told, with what words are left then."""
        for end in range(1, len(text) + 1):
            for left in meaning.left(text[:end], words):
                yield end, left, Told.TRANSLATED
        for size in (1, 2):
            for at in range(len(words) - size + 1):
                letters = "".join(words[at : at + size])
                for end in _HEARD:
                    if end > len(text):
                        break
                    if end in _SPELLED and self._speller.spells(letters, text[:end]):
                        yield end, words[:at] + words[at + size :], Told.NAMED
                    elif self._sounds(letters, text[:end]):
                        yield end, words[:at] + words[at + size :], Told.TRANSCRIBED
        code, number = _CODE.match(text), _NUMBER.match(text)
        if code and code.group() in words:
            yield code.end(), _without(words, code.group()), Told.TRANSLATED
        if code and code[1] in {"", initial} and code[2] in words:
            yield code.end(), _without(words, code[2]), Told.TRANSLATED
        if number and (digits := _DIGITS.get(number[1], number[1])) in words:
            yield number.end(), _without(words, digits), Told.TRANSLATED


def _words(name: str) -> Gloss:
    return content(_ORDINAL.sub("", _APOSTROPHE.sub("", folded(name).lower())))


def _plain(name: str) -> str:
    return "".join(folded(name).lower().split())


def _without(words: Gloss, word: str) -> Gloss:
    at = words.index(word)
    return words[:at] + words[at + 1 :]


def lone(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of which neither end stands in another."""
    found = sorted(set(pairs))
    ends: dict[tuple[int, int], int] = {}
    for pair in found:
        for side in enumerate(pair):
            ends[side] = ends.get(side, 0) + 1
    yield from (pair for pair in found if all(ends[side] == 1 for side in enumerate(pair)))
