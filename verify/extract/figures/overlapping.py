"""Tell a unit from the beginning of another word: 3座位于山区, 126 bus lanes.

Comes in: folded text, and where a spelling of a unit begins and ends.  Goes out: whether another word goes on
there, so that it is no unit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from verify.catalog.schema import LanguageEntry
from verify.catalog.units import UnitTable
from verify.extract.lexicon.measures import Measures
from verify.extract.lexicon.nouns import cut
from verify.extract.lexicon.words import Surfaces
from verify.lang.en_words import lemma

_OVERLAP = 4
"""Characters behind a unit that may hold the rest of a word begun in it."""
_TIMES = "x×"
_NUMBER = re.compile(r"\s?\d")
_MODEL = re.compile(r" [A-Z]-\d{1,4}(?:s\b|(?![\d.,]|\s?[A-Z]\b))")
"""The name of a model, no unit with another figure: two F-16s, but 3 V-5 V."""
_PLURAL = re.compile(r" ([A-Za-z]{3,}[^sS\W]s)\b")


class Overlapping:
    """Knows the words of the given languages that begin as units do."""

    def __init__(self, languages: Sequence[LanguageEntry], units: UnitTable, measures: Measures) -> None:
        self._units = units
        self._measures = measures
        self._not_units = Surfaces((word, True) for entry in languages for word in entry.not_units)

    def at(self, text: str, place: int, end: int) -> bool:
        """Say whether the unit there is the beginning of another word: 3座位于山区, 182亿升至188亿元."""
        longer = self._not_units.at(text, place)
        if longer is not None and longer[0] > end:
            return True
        if text[place] in _TIMES and end - place == 1:
            return text[place - 1] == " " or _NUMBER.match(text, end) is not None  # 3 x 5 m, 4x100 m
        if text[place].isascii():
            if text[end : end + 1] == "-" and end - place == 1 and _MODEL.match(text, place - 1):
                return True
            return self._modifies(text, place, end)
        measure = self._measures.at(text, place, end - 1)
        if measure is None:
            return False
        behind = self._units.match(text, measure[0])
        if behind is not None and behind[1] >= end:
            counts = self._units.unit(behind[0]).counts
            if counts and behind[1] > end:
                return True  # 63台风电机组
            if not counts and behind[1] == end:
                return False  # 15个工作日内
        borders = accumulate(len(word) for word, _ in cut(text[place : end + _OVERLAP]))
        return end - place not in borders

    def _modifies(self, text: str, place: int, end: int) -> bool:
        """Say whether an English noun in the singular only tells the sort of the next one: 126 bus lanes."""
        noun = text[place:end].lower()
        following = _PLURAL.match(text, end)
        if (
            following is None
            or not noun.isalpha()
            or lemma(noun) != noun
            or f"{noun}s" == following[1].lower()
        ):
            return False
        found = self._units.match(text, place)
        plural = any(f"{noun}{ending}" in self._units.spellings for ending in ("s", "es"))
        return found is not None and plural and self._units.unit(found[0]).counts
