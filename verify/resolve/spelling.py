"""Whether a name in Latin script spells one in Chinese: Changhe Bridge and 长河大桥.

Comes in: the names of a thing.  Goes out: keys under which a name and its spelling meet: the letters of what
stands before the category nouns, and the number, else the kind that the last noun tells.  How characters are
read, the ``syllables`` of a language tell.  Whether two things that meet are one is left to ``weights``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice, product

from verify.catalog.catalog import Catalog
from verify.text.fold import folded
from verify.text.script import is_western

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_HAN_NUMBER = re.compile(r"([0-9]{1,3}|[一二三四五六七八九十]{1,3})号?$")
_ONLY_NUMBER = re.compile(r"(?:第|[a-zA-Z])?([0-9]{1,3}|[一二三四五六七八九十])号?")
_DIGITS = {char: str(number) for number, char in enumerate("一二三四五六七八九十", start=1)}
_CALLED = "号"
_SHORTEST = 2
_LONGEST = 6
"""Characters of a stem; longer ones are descriptions."""
_LEADING = (3, 2)
"""Characters of a noun that stands before a name."""
_SYLLABLE = 6
"""Letters of the longest one: zhuang."""
_MOST = 64
"""Readings of one stem: characters that are read in several ways multiply."""

_SMALL = frozenset(["the", "of", "and"])
"""Words that neither begin nor end a short name."""


class Speller:
    """Spells names with the readings and nouns of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._readings: dict[str, list[str]] = {}
        for language in catalog.languages:
            for syllable, chars in language.syllables.items():
                for char in chars:
                    self._readings.setdefault(char, []).append(syllable)
        nouns = {
            folded(noun).lower(): kind.id for kind in catalog.kinds for noun in (*kind.nouns, *kind.endings)
        }
        self._known = frozenset(one for language in catalog.languages for one in language.syllables)
        levels = {folded(word).lower(): "" for language in catalog.languages for word in language.levels}
        self._nouns = {**nouns, **levels}
        """Words that no spelling tells, with the kind of those that tell one."""
        self._under = {kind.id: kind.under for kind in catalog.kinds if kind.under}
        self._han = frozenset(noun for noun in self._nouns if not noun.isascii())
        self._latin = frozenset(noun for noun in self._nouns if noun.isascii())
        self._longest = max(map(len, self._han), default=0)

    def keys(self, names: Iterable[str]) -> Iterator[str]:
        """Yield the keys under which names of a thing meet their spelling."""
        for name in names:
            text = folded(name).strip()
            yield from self._of_latin(text) if _LATIN.search(text) else self._of_han(text)

    def numbered(self, names: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield kind and number of names that are only a noun with a number: Terminal 2, T2航站楼."""
        for name in names:
            text = folded(name).strip()
            if _LATIN.match(text) and is_western(text):
                noun, mark, number = _plain(text).rpartition(" ")
                if mark and number.isdigit() and noun in self._latin and self._nouns[noun]:
                    yield self._nouns[noun], number
                continue
            ending = self._ending(f"  {text}")
            found = _ONLY_NUMBER.fullmatch(text.removesuffix(ending)) if ending else None
            if found and self._nouns[ending]:
                yield self._nouns[ending], _DIGITS.get(found.group(1), found.group(1))

    def differ(self, names: Iterable[str]) -> bool:
        """Say whether a name in Latin script is spelled in syllables, and no name in Chinese holds them."""
        texts = [folded(name).strip() for name in names]
        spelled = [stem for text in texts if _LATIN.search(text) if self._syllables(stem := self._stem(text))]
        return bool(spelled) and not any(
            self._spells(stem, text[at:])
            for text in texts
            if not _LATIN.search(text)
            for at in range(len(text))
            for stem in spelled
        )

    def spells(self, letters: str, text: str) -> bool:
        """Say whether letters are how all of some characters are read."""
        return self._spells(letters, text, whole=True)

    def spellings(self, text: str) -> Iterator[str]:
        """Yield the letters that some characters may be read as, of many readings the first."""
        spelled = [self._readings.get(char, []) for char in text]
        yield from ("".join(letters) for letters in islice(product(*spelled), _MOST))

    def without_noun(self, name: str) -> str:
        """Return a name without the noun that ends it and tells its kind; empty where none does."""
        text = folded(name).strip()
        if not is_western(text):
            return text.removesuffix(ending) if (ending := self._ending(text)) else ""
        words = _plain(text).split()
        size = next((n for n in (3, 2, 1) if n < len(words) and " ".join(words[-n:]) in self._latin), 0)
        return " ".join(words[:-size]) if size else ""

    def beginnings(self, name: str) -> Iterator[str]:
        """Yield what a name in Latin script begins with before words of which one is a noun.

        So do Fennimore, of the Fennimore Museum of Glass, and Fenland and Fenland County, of its library.
        """
        words = _plain(folded(name).strip()).split() if is_western(name) else []
        last = max((place for place, word in enumerate(words) if word in self._latin), default=0)
        for size in range(1, last + 1):
            if not _SMALL.intersection((words[0], words[size - 1])):
                yield " ".join(words[:size])

    def readings(self, text: str) -> list[list[str]]:
        """Return how each of some characters may be read."""
        return [self._readings.get(char, []) for char in text]

    def is_spelled(self, letters: str) -> bool:
        """Say whether letters may be a spelling of characters."""
        return self._syllables(letters)

    def alike(self, han: str, latin: str) -> bool:
        """Say whether two nouns, one in each script, tell one kind."""
        kind = self._nouns.get(han, "")
        return kind != "" and kind == self._nouns.get(latin)

    def nouns_like(self, han: str) -> frozenset[str]:
        """Return the nouns in Latin script that tell the kind which a noun in Chinese does."""
        return self._by_kind.get(self._nouns.get(han, ""), frozenset())

    @cached_property
    def _by_kind(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for noun in self._latin:
            found.setdefault(self._nouns[noun], set()).add(noun)
        return {kind: frozenset(nouns) for kind, nouns in found.items() if kind}

    def _syllables(self, letters: str) -> bool:
        """Say whether letters may be two syllables or more and nothing else."""
        ends = {0: 0}
        for end in range(1, len(letters) + 1):
            begins = [at for at in range(max(0, end - _SYLLABLE), end) if at in ends]
            told = [ends[at] + 1 for at in begins if letters[at:end] in self._known]
            if told:
                ends[end] = max(told)
        return ends.get(len(letters), 0) >= _SHORTEST

    def _spells(self, letters: str, text: str, *, whole: bool = False) -> bool:
        """Say whether the characters that a text begins with are read as some letters, or all are."""
        reached = {0}
        for number, char in enumerate(text, start=1):
            reached = {
                at + len(one)
                for at in reached
                for one in self._readings.get(char, ())
                if letters.startswith(one, at)
            }
            if len(letters) in reached and (not whole or number == len(text)):
                return True
            if not reached:
                return False
        return False

    def _of_han(self, name: str) -> Iterator[str]:
        stem, number, kind = name, "", ""
        leading = next((n for n in _LEADING if name[:n] in self._han and len(name) - n >= _SHORTEST), 0)
        if leading:
            stem, kind = name[leading:], self._nouns[name[:leading]]  # 台风海葵
        while len(stem) > _SHORTEST:
            ending = self._ending(stem)
            found = None if number else _HAN_NUMBER.search(stem)
            if ending:
                stem, kind = stem.removesuffix(ending), kind or self._nouns[ending]
            elif found and found.start() >= _SHORTEST:
                number = _DIGITS.get(found.group(1), found.group(1))
                stem = stem[: found.start()]
            elif stem.endswith(_CALLED):
                stem = stem.removesuffix(_CALLED)
            else:
                break
        if not _SHORTEST <= len(stem) <= _LONGEST:
            return
        spelled = [self._readings.get(char, []) for char in stem]
        for number_of, letters in enumerate(product(*spelled)):
            if number_of >= _MOST:
                return
            yield from self._keys("".join(letters), number, kind)

    def _keys(self, letters: str, number: str, kind: str) -> Iterator[str]:
        """Yield the keys of a spelling; a number tells enough, so that 晨光二号 is the Chenguang-2 rocket."""
        if number:
            yield f"{letters}|{number}"
            return
        yield f"{letters}|{kind}"
        if kind in self._under:
            yield f"{letters}|{self._under[kind]}"

    def _ending(self, stem: str) -> str:
        lengths = range(min(self._longest, len(stem) - _SHORTEST), 0, -1)
        return next((stem[-length:] for length in lengths if stem[-length:] in self._han), "")

    def _of_latin(self, name: str) -> Iterator[str]:
        letters, number, kind = self._parts(name)
        if letters.isalpha():
            yield from self._keys(letters, number, kind)
            if _plain(name).partition(" ")[0] in self._latin and not number:
                yield from self._keys(letters, "", "")  # Typhoon Haikui is 海葵 as well

    def _stem(self, name: str) -> str:
        return self._parts(name)[0]

    def _parts(self, name: str) -> tuple[str, str, str]:
        """Return the letters of a name in Latin script before its nouns, its number, and their kind."""
        words = _plain(name).replace("-", " ").split()
        number, kind = "", ""
        while len(words) > 1:
            size = next((n for n in (3, 2, 1) if n < len(words) and " ".join(words[-n:]) in self._latin), 0)
            if size:
                kind = kind or self._nouns[" ".join(words[-size:])]
                words = words[:-size]
            elif words[-1].isdigit() and not number:
                number = words.pop()
            elif words[0] in self._latin and not kind:
                kind = self._nouns[words.pop(0)]  # Lake Yunxi
            else:
                break
        return "".join(words), number, kind


def _plain(name: str) -> str:
    """Return a name in small letters without accents, apostrophes and articles."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return bare.lower().replace("'", "").replace("’", "").removeprefix("the ")
