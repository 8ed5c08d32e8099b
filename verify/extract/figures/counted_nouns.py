"""Find the noun that a figure counts beside it: 3家企业, 机柜数量达5000个, 四大板块, 3 new routes.

Comes in: folded text, and a numeral or the measure word behind it.  Goes out: the noun, or the unit of a
count of it.  What is counted where no noun stands beside the figure is left to ``counting``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verify.catalog.schema import LanguageEntry
from verify.catalog.units import UnitTable
from verify.extract.lexicon.nouns import noun_after, noun_before
from verify.extract.lexicon.words import Surfaces, is_latin, lowered
from verify.model.quantity import Numeral, Unit

_COUNTED_FROM = 10000
"""A noun right behind a Chinese numeral is what it counts only from here (10000亿参数)."""
_MOST_SORTS = 20
_SHORT = 2
_PERSON = "人"
"""Longer nouns of the units are not left to the dictionary."""
_SORT = re.compile(r"\d[A-Z] [a-z]")
"""A sort between a count and its noun: 628,000 5G base stations."""
_WORD = re.compile(r"[A-Za-z]{3,20}(?![A-Za-z])")


class CountedNouns:
    """Finds nouns with the units and words of a catalogue."""

    def __init__(self, languages: Sequence[LanguageEntry], units: UnitTable) -> None:
        self._units = units
        self._sorts = Surfaces((word, True) for entry in languages for word in entry.sorts)
        self._no_sorts = Surfaces((w, True) for e in languages for longer in e.sorts.values() for w in longer)
        self._per = Surfaces((word, word) for entry in languages for word in entry.per)
        self._stop = frozenset(word for entry in languages for word in entry.stop)
        self._passed = frozenset(word for entry in languages for word in entry.before_counted)
        self._generic = frozenset(word for entry in languages for word in entry.sizes)
        self._headcounts = {
            word: frozenset(not_of) for e in languages for word, not_of in e.headcounts.items()
        }
        self._heads = frozenset(word for entry in languages for word in entry.count_heads)
        self._sizes = tuple(word for word in self._heads if len(word) > 1)
        self._between = self._stop | {
            word for entry in languages for word in (*entry.copulas, *entry.emphasis)
        }

    def __iter__(self) -> Iterator[str]:
        """Yield the words between a number and the noun whose sorts it counts."""
        return iter(self._sorts)

    def count(self, text: str, begin: int, measure: tuple[int, int, str]) -> tuple[Unit, str]:
        """Return the unit of a count whose figure begins at ``begin``, and its measure word.

        The word is empty where the noun behind it is known.  ``measure`` is begin and end of the word, and
        the noun that it implies.
        """
        place, end, implied = measure
        named = self.behind(text, end, implied)
        if named:
            return self.counted(named), ""
        word = text[place:end]
        noun = self.before(text, begin)
        return self.counted(noun) if noun else self._units.counted(word), word

    def before(self, text: str, begin: int) -> str:
        """Return the noun before a figure; 次数 says no more than the measure word, nor does 算力规模."""
        noun = noun_before(text, begin, self._between, self._units.noun, self._generic)
        return "" if noun in self._heads or noun.endswith(self._sizes) else noun

    def behind(self, text: str, end: int, implied: str) -> str:
        """Return what is counted behind a measure word that ends at ``end``."""
        if implied:
            behind = noun_after(text, end, self._stop, known=self._units.noun)
            return (
                behind if self._units.noun(behind) and self.counted(behind).name.startswith("[") else implied
            )
        return self._listed(text, end) or (
            "" if self._per.at(text, end) else noun_after(text, end, self._stop, known=self._units.noun)
        )

    def counted(self, noun: str) -> Unit:
        """Return the unit of a count of ``noun``, by the table of nouns where it is in it."""
        found = self._units.match(noun, 0)
        if found is not None and found[1] == len(noun):
            unit = self._units.unit(found[0])
            if unit.counts or unit.base == unit.name != "dimensionless":
                return unit
        return self._units.counted(noun)

    def sorts(self, text: str, numeral: Numeral, place: int) -> tuple[Unit, int] | None:
        """Read 四大板块: return the unit of so many sorts of what the noun names, and where 大 ends."""
        found = self._sorts.at(text, place)
        if found is None or not 1 < numeral.value <= _MOST_SORTS or self._no_sorts.at(text, place):
            return None
        noun = noun_after(text, found[0], self._stop, known=self._units.noun)
        return (self.counted(noun), found[0]) if noun else None

    def compound(self, text: str, place: int) -> tuple[Unit, int] | None:
        """Read the singular of a compound and its end: a six-lane road, the 12-storey tower.

        A 9,000-strong workforce is so many people.
        """
        word = _WORD.match(text, place)
        noun = word and lowered(word.group())
        things = self._headcounts.get(noun) if word and noun else None
        if word and things is not None:
            of = noun_after(text, word.end(), self._stop, known=self._units.noun)
            return None if of in things else (self._units.unit(_PERSON), word.end())
        if not word or not noun or self._units.match(text, place) or self._units.noun(noun) is None:
            return None
        return self.counted(noun), word.end()

    def bare(self, text: str, numeral: Numeral, end: int, place: int) -> str:
        """Return the noun that is counted without measure word: 10000亿参数, 3 new routes.

        The figure ends at ``end``, and ``place`` is behind the space there.
        """
        ahead = text[place]
        if "\u3400" <= ahead <= "\u9fff" and place == end:
            if numeral.kind not in {"mixed", "arabic"} or numeral.value < _COUNTED_FROM:
                return ""
        elif not (is_latin(ahead) or _SORT.match(text, place)) or place == end or is_part(numeral):
            return ""
        return noun_after(text, end, self._stop, self._passed, self._units.noun)

    def follows(self, text: str, place: int) -> bool:
        """Say whether a noun stands at a place."""
        return bool(noun_after(text, place, self._stop))

    def _listed(self, text: str, place: int) -> str:
        """Return a longer noun of the units that stands at a place: 38个研究中心 counts no 中心."""
        found = self._units.match(text, place) if place < len(text) else None
        listed = found is not None and found[1] - place > _SHORT and self._units.unit(found[0]).counts
        return text[place : found[1]] if found is not None and listed else ""


def is_part(numeral: Numeral) -> bool:
    """Say whether a numeral is a part of one: two thirds."""
    return numeral.kind == "fraction" and numeral.value < 1
