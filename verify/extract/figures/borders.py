"""Tell how far the words beside a numeral reach.

Comes in: folded text and the place of a numeral.  Goes out: where the words begin that may belong to its
figure, and where its scale, unit and hedge end; None where a word of the rules may reach farther, or what
stands there needs the grammar of ``quantities``.  Every answer is on the safe side: what the words mean is
not told here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from verify.catalog.catalog import Catalog
from verify.extract.figures.before import PER_REACH
from verify.extract.figures.mantissas import GROUPING, SIGNS
from verify.extract.figures.quantities import QuantityReader
from verify.extract.lexicon.words import is_latin, lowered, space_at
from verify.text.charsets import DIGITS, LETTERS
from verify.text.fold import folded

_MOST_LEFT = 16
_MOST_SCALES = 3


class Right(NamedTuple):
    """What stands behind the digits of a numeral."""

    end: int
    measure: tuple[int, int, str] | None = None
    """Begin and end of a measure word and the noun that it implies, or None."""

    def moved(self, by: int) -> Right:
        """Return the same in a text in which it stands so much farther."""
        if self.measure is None:
            return Right(self.end + by)
        begin, end, noun = self.measure
        return Right(self.end + by, (begin + by, end + by, noun))


class Borders:
    """Tells the words beside numerals by the characters of all words that a reader looks for."""

    def __init__(self, catalog: Catalog, reader: QuantityReader) -> None:
        self._units = catalog.units
        self._overlaps = reader.after.overlaps
        self._hedge_at, self._measures = reader.after.hedge_at, reader.after.measures
        self._hedge_firsts = reader.after.hedges.firsts | {" "}
        self._contexts = reader.after.contexts
        self._scales = frozenset(reader.numerals.scales.characters)
        numerals = frozenset(DIGITS) | frozenset(reader.numerals.characters)
        self._places = numerals - self._scales
        before = [*reader.before.words, *reader.changes.words]
        beside = {char for word in before for char in word} | set(LETTERS)
        self._left = frozenset(char for char in beside - numerals if _joins(char))
        self._stops = (beside - self._left) | numerals | _before_numerals(before, numerals)
        self._stops |= set(SIGNS) - set(LETTERS)
        """Characters that may belong to the words before a numeral in a way that is not told here."""
        self._per = re.compile("|".join(map(re.escape, reader.before.per_ends)) or r"(?!)")
        behind = [lowered(folded(word)) for word in reader.words_behind]
        spellings = [*catalog.units.spellings, *catalog.units.caseless]
        self._open = {word[0] for word in behind} - {" "} | numerals | set(LETTERS) | set(SIGNS)
        """Characters that may go on a figure."""
        known = {pair for word in (*before, *behind, *self._measures, *spellings) for pair in pairwise(word)}
        self._pairs = frozenset((a, b) for one, other in known for a in _cases(one) for b in _cases(other))
        """Two characters that follow each other in a word: one that ends between them may go on."""

    def left(self, text: str, start: int, floor: int) -> int | None:
        """Return where the words begin that end at ``start``, not before ``floor``."""
        low, least = start, max(floor, start - _MOST_LEFT)
        while low > least and text[low - 1] in self._left:
            low -= 1
        outside = text[low - 1 : low]
        if outside in self._stops or outside in self._left:
            return None
        return None if self._per.search(text, max(0, low - PER_REACH), start) else low

    def right(self, text: str, end: int) -> Right | None:
        """Return what stands behind the digits that end at ``end``."""
        place, char = end, text[end : end + 1]
        while char in self._scales:
            place += 1
            char = text[place : place + 1]
            if place - end > _MOST_SCALES:
                return None
        begin = place + 1 if char == " " else place
        if self._contexts.asks(text, begin):
            return None
        found = self._units.match(text, begin)
        told = None
        if found is not None:
            if self._overlaps(text, begin, found[1]):
                return None
            place = found[1]
        elif (measure := self._measures.at(text, begin)) is not None:
            place, told = measure[0], (begin, *measure)
        else:
            alone = begin == place and self._stands_alone(text, place)
            return Right(place) if alone and self._closed(text, place) else None
        if text[place : place + 1] in self._hedge_firsts:
            hedge = self._hedge_at(text, space_at(text, place))
            if hedge is not None and not is_latin(text[hedge[0] - 1]):
                place = hedge[0]
        return Right(place, told) if self._closed(text, place) else None

    def tells_precision(self, text: str, start: int, end: int) -> bool:
        """Say whether a precision (FP16) stands beside a figure."""
        return self._contexts.precision(text, start, end) is not None

    def _stands_alone(self, text: str, place: int) -> bool:
        """Say whether what stands behind a numeral without a unit is no part of it or of what it counts."""
        char = text[place : place + 1]
        grouped = char in GROUPING and text[place + 1 : place + 2].isdigit()
        return not (char.isalnum() or char in self._places or grouped)

    def _closed(self, text: str, place: int) -> bool:
        """Say whether no word may begin at a place, or reach over it."""
        char = text[place : place + 1]
        if char in self._open or (text[place - 1], char) in self._pairs:
            return False
        if char != " ":
            return True
        behind = text[place + 1 : place + 2]
        return behind != " " and behind not in self._open


def _joins(char: str) -> bool:
    """Say whether a character ends no clause and is no sign between numbers."""
    return char.isalnum() or char == " " or unicodedata.category(char) == "Sc"


def _cases(char: str) -> set[str]:
    return {char, char.lower(), char.upper()}


def _before_numerals(words: Iterable[str], numerals: frozenset[str]) -> set[str]:
    """Return the characters before a numeral inside a word: it may reach into the figure itself."""
    return {a for word in words for a, b in pairwise(word) if b in numerals}
