"""The category nouns of names in Chinese: the kind that each tells, and what stands before it.

Comes in: a name, or lower-case text with a place.  Goes out: the nouns that stand in it, the kind that the
noun of a name tells, or one beside it (数据库Tidepool), and the name without its noun.  Where a name begins
is left to ``name_starts``, which nouns end one to ``phrases``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from verify.catalog.catalog import Catalog
from verify.extract.lexicon.alternation import alternation
from verify.extract.lexicon.longest import Longest
from verify.extract.lexicon.nouns import cut, ends_word
from verify.extract.names.hanzi import EDGE, NEW, SHORTEST

_NEWS_TAGS = frozenset(["n", "v", "vn", "ad", "d", "t", "b", "j"])
"""jieba's tags of what a title tells behind a name."""
_BEHIND = 8
_SAID = re.compile(r"[是系]([^，。；,;]{2,24})(?=[，。；,;]|$)")
_CALLED_BY_NUMBER = re.compile(r"(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})号$")
_BEFORE = 8


class Noun(NamedTuple):
    """A category noun at a place of a text."""

    word: str
    start: int
    end: int


class CategoryNouns:
    """The nouns of a catalogue in Chinese, and which kinds are of what sort."""

    def __init__(self, catalog: Catalog, nouns: Mapping[str, str], endings: Mapping[str, str]) -> None:
        """Take what ends names, with its kind: ``nouns`` refer back to things too, ``endings`` do not."""
        kinds = catalog.kinds
        self.places = frozenset(kind.id for kind in kinds if kind.omissible)
        self.natural = frozenset(kind.id for kind in kinds if kind.natural)
        self.works = frozenset(kind.id for kind in kinds if kind.undertaking)
        """Of undertakings on something else."""
        self.bodies = frozenset(kind.id for kind in kinds if kind.body)
        """Of what owns and runs things."""
        self.made = frozenset(kind.id for kind in kinds if kind.made)
        """Of what is made in numbers."""
        self.routes = frozenset(kind.id for kind in kinds if kind.runs)
        """Of what runs from one place to another."""
        self.recurring = frozenset(kind.id for kind in kinds if kind.recurs)
        """Of what is held again and again."""
        self.kinds = {noun: kind for noun, kind in nouns.items() if not noun.isascii()}
        self.endings = {word: kind for word, kind in endings.items() if not word.isascii()}
        self.ends = {**self.endings, **self.kinds}
        """What ends names, with its kind."""
        self.class_nouns = frozenset(noun for noun, kind in self.kinds.items() if kind not in self.bodies)
        self.nouns, self.noun_places = alternation(self.kinds), Longest(self.kinds)
        self._ending_places = Longest(self.endings)
        self._before = re.compile(f"(?:{self.nouns.pattern})$")
        self._ending = re.compile(f"(?:{alternation(self.ends).pattern})$")

    def find(self, lower: str) -> list[Noun]:
        """Return the nouns of a text, and words that end names where they meet none (光电 in 晨光电站)."""
        places = self.noun_places.find(lower)
        endings = self._ending_places.find(lower)
        if endings:
            taken = {place for start, end in places for place in range(start, end)}
            places += [one for one in endings if taken.isdisjoint(range(*one))]
        return [Noun(lower[start:end], start, end) for start, end in sorted(places)]

    def noun_before(self, lower: str, start: int) -> re.Match[str] | None:
        """Return the noun that ends right before a place."""
        return self._before.search(lower, max(0, start - _BEFORE), start)

    def kind_before(self, lower: str, start: int) -> str:
        """Return the kind of the noun right before a name (数据库Tidepool); empty for none."""
        before = self.noun_before(lower, start)
        return self.kinds[before.group()] if before else ""

    def kind_beside(self, lower: str, start: int, end: int) -> str:
        """Return the kind of the noun that ends before a stretch, or begins after it; empty for none."""
        noun = self.noun_before(lower, start) or self.nouns.match(lower, end)
        return self.kinds[noun.group()] if noun else ""

    def kind_behind(self, lower: str, end: int) -> str:
        """Return the kind that the words behind a name tell; empty for none.

        That is the noun behind it (晨光一号遥感卫星), or the last one of what it is said to be (是液体火箭).
        """
        said = _SAID.match(lower, end)
        if said:
            return self.kind_of(said.group(1))
        noun = self.nouns.search(lower, end, end + _BEHIND)
        if noun is None or EDGE.search(lower[end : noun.start()]):
            return ""
        between = cut(lower[end : noun.start()])
        told = ends_word(lower, noun.start(), noun.end()) and all(tag[0] in "anbj" for _, tag in between)
        return self.kinds[noun.group()] if told else ""

    def kind_of(self, name: str) -> str:
        """Return the kind that the last noun of a name tells; empty where none does."""
        found = self._ending.search(name)
        return self.ends[found.group()] if found else ""

    def modifier(self, name: str) -> str:
        """Return what stands before the last noun of a name."""
        found = self._ending.search(name)
        return name[: found.start()] if found else ""

    def stem(self, name: str) -> str:
        """Return what stands before the last noun of a name, or before the number that 号 ends."""
        called = _CALLED_BY_NUMBER.search(name)
        return name[: called.start()] if called else self.modifier(name)

    def without_new(self, name: str) -> str:
        """Return a name without a description behind it: 长河医院 of 长河医院新院区."""
        modifier = self.modifier(name)
        again = modifier[-1:] in NEW and len(modifier) > SHORTEST and self.kind_of(modifier[:-1])
        return modifier[:-1] if again else name

    def without_news(self, name: str) -> str:
        """Return an opening up to its last noun where common words follow: 引溪济平工程 + 全线通水."""
        ends = [end for _, end in self.noun_places.find(name) if end > SHORTEST]
        behind = cut(name[ends[-1] :]) if ends else ()
        common = all(len(word) > 1 and tag in _NEWS_TAGS for word, tag in behind)
        return name[: ends[-1]] if ends and common else name

    @staticmethod
    def contrasts(modifier: str) -> bool:
        """Say whether a modifier tells one of several kinds (全程, 半程), rather than size or rank (大型)."""
        return all(tag.startswith("n") and len(word) > 1 for word, tag in cut(modifier))
