"""Read the denominators of a figure: km/h, 每小时, per 100 g, 三块五一斤.

Comes in: folded text, and a unit with where it ends.  Goes out: the unit by what it is told for, and where
that ends.  What stands before the figure (每秒, 时速) is left to ``before``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verify.catalog.schema import LanguageEntry
from verify.catalog.units import UnitTable
from verify.extract.figures.contexts import Contexts
from verify.extract.figures.kinds import is_money
from verify.extract.figures.mantissas import Exact
from verify.extract.figures.numerals import NumeralReader
from verify.extract.figures.trailing import Trailing
from verify.extract.lexicon.words import Surfaces, is_latin, space_at
from verify.model.quantity import DIMENSIONLESS, Numeral, Unit

TIME = "second"
DAY = 86400
"""By such a time and longer ones a statistic is told, and no rate: 260 nights a year."""
_MOST_DENOMINATORS = 2
_WHOLE = frozenset({"arabic", "chinese", "mixed", "word"})
_MOST_BELOW = 10**9
"""Of more nothing is told."""
_ANYBODY = frozenset({"人", "户", "人次"})
_POWERS = frozenset("×^⁰¹²³⁴⁵⁶⁷⁸⁹")
_AREA = "meter**2"
_AGE = "岁"
_YIELDS = frozenset({"kilogram", "meter**3", "bushel"})
_SPACES = frozenset({"meter**3", "meter**2", "kilogram"})
_SLASH = "/"
_ROUND = frozenset("10")
_DOTS = "·⋅∙•"
_EACH = re.compile(r" ?(?:per|an?|each|/) ?([a-z]{3,12})(?: account)?")
"""Of everybody who pays so much a month."""


class Rate(NamedTuple):
    """A unit with its denominators."""

    unit: Unit
    below: list[Unit]
    """The denominators."""
    end: int


class Rates:
    """Reads denominators with the units and words of a catalogue."""

    def __init__(
        self,
        languages: Sequence[LanguageEntry],
        units: UnitTable,
        numerals: NumeralReader,
        contexts: Contexts,
        trailing: Trailing,
    ) -> None:
        self._units = units
        self._numerals = numerals
        self._contexts = contexts
        self._trailing = trailing
        self._per = Surfaces((word, word) for entry in languages for word in entry.per)
        self._prefixed = frozenset(word for entry in languages for word in entry.per if not word.isascii())
        """Those that stand before what is told for it as well: 每年398元."""
        self._per_unless = Surfaces((word, "") for entry in languages for word in entry.per_unless)
        self._articles = frozenset(word for entry in languages for word in entry.per_articles)
        self._priced = Surfaces((word, word) for entry in languages for word in entry.price_articles)
        self._suffixes = Surfaces((s, unit) for entry in languages for s, unit in entry.rate_suffixes.items())

    def __iter__(self) -> Iterator[str]:
        """Yield the words and signs that join a denominator."""
        yield from (*_DOTS, *self._per, *self._suffixes)

    def factors(self, text: str, unit: Unit, end: int) -> tuple[Unit, int]:
        """Read Pa·s, A·h: a unit goes on behind a dot between letters."""
        for _ in range(_MOST_DENOMINATORS):
            if not text[end:] or text[end] not in _DOTS or not is_latin(text[end - 1]):
                break
            other = self._units.match(text, end + 1) if is_latin(text[end + 1 : end + 2] or " ") else None
            if other is None:
                break
            unit, end = self._units.product(unit, self._units.unit(other[0])), other[1]
        return unit, end

    def counted(self, text: str, place: int) -> tuple[Unit, int] | None:
        """Read a limit of 100 per minute: so many of what is counted, in a time shorter than a day."""
        per = self._per.at(text, place)
        if per is None or per[1] in self._articles:
            return None
        below = time_at(self._units, text, space_at(text, per[0]))
        if below is None or below[0].factor >= DAY:
            return None
        return self._units.quotient(DIMENSIONLESS, below[0]), below[1]

    def slashed(self, text: str, numeral: Numeral, begin: int) -> tuple[Unit, int] | None:
        """Read 100/min and 18×10⁹/L: so many of what is counted, a minute or a litre."""
        below = time_at(self._units, text, begin)
        if below is None and not _POWERS.isdisjoint(numeral.text):
            found = self._units.match(text, begin) if text[begin:] else None
            unit = None if found is None else self._units.unit(found[0])
            below = (unit, found[1]) if found and unit and unit.base in _SPACES else None
        return None if below is None else (self._units.quotient(DIMENSIONLESS, below[0]), below[1])

    def goes_on(self, text: str, end: int) -> bool:
        """Say whether what ends at a place is a numeral before its scale or unit, and none: 两 of 每两年."""
        scaled = text[end : end + 1] in self._numerals.scales.characters
        return scaled or self._units.match(text, end) is not None

    def read(self, text: str, unit: Unit, end: int, start: int) -> Rate:
        """Read /s, 每小时, per minute after a unit that ends at ``end``; the figure begins at ``start``."""
        below: list[Unit] = []
        for _ in range(_MOST_DENOMINATORS):
            place = space_at(text, end)
            suffix = self._suffixes.at(text, place) if place > end else None
            if suffix and not _is_share(unit, self._units.unit(suffix[1])):
                return Rate(self._units.quotient(unit, self._units.unit(suffix[1])), below, suffix[0])
            end = self._of_each(text, unit, end)
            place = space_at(text, end)
            joint = self._joint(text, unit, end, place)
            found = None if joint is None else self.denominator(text, space_at(text, joint[0]), start)
            if joint is None or found is None or not self._is_told(text, unit, joint[1], found):
                break
            if joint[1] == _SLASH and set(str(found[1])) - _ROUND:
                break  # 200 MW/800 MWh and 128GB/256GB are two figures, mg/100 ml is one unit
            if joint[1] in self._prefixed and self._numerals.start.match(text, found[2]):
                break  # 18至40周岁每年398元
            unit, end = self._units.quotient(unit, found[0], found[1]), found[2]
            below.append(found[0])
            if found[1] > 1:
                break
            time = self._by_time(text, end)
            if time is not None:
                unit, end = self._units.quotient(unit, time[0]), time[1]
                below.append(time[0])
        return Rate(unit, below, end)

    def _by_time(self, text: str, end: int) -> tuple[Unit, int] | None:
        """Return the time behind a dot in a denominator, and its end: 月 of 元/平方米·月."""
        return time_at(self._units, text, end + 1) if text[end : end + 1] in _DOTS else None

    def _of_each(self, text: str, unit: Unit, end: int) -> int:
        """Return where a time is told for which everybody pays: $12 per user per month; else ``end``."""
        each = _EACH.match(text, end) if is_money(unit.base) else None
        found = None if each is None else self._units.match(text, each.start(1))
        if each is None or (found is not None and not self._units.unit(found[0]).counts):
            return end  # $30 a barrel a year
        joint = self._joint(text, unit, each.end(), space_at(text, each.end()))
        below = None if joint is None else time_at(self._units, text, space_at(text, joint[0]))
        if below is None or below[0].factor < DAY or self._per_unless.at(text, space_at(text, below[1])):
            return end
        return each.end()

    def _joint(self, text: str, unit: Unit, end: int, place: int) -> tuple[int, str] | None:
        """Return the end of what joins a denominator to a unit, and the word: /, 每, per, 一."""
        if text[place : place + 1] == _SLASH:
            return place + 1, _SLASH
        per = self._per.at(text, place)
        if per is None and place == end and is_money(unit.base):
            per = self._priced.at(text, place)
        return None if per is None or (is_latin(text[per[0] - 1]) and place == end) else per

    def _is_told(self, text: str, unit: Unit, word: str, found: tuple[Unit, int, int]) -> bool:
        """Say whether a unit is told for what a word joins to it."""
        below, _, end = found
        if word in self._articles and not _told_by(unit, below):
            return False  # $5 a month, $3 a gallon, 3 tonnes an acre, but not 5 km a lap
        if word in self._priced and below.counts:
            return False  # 5元一户 is the price of the thing itself
        if _is_share(unit, below) or unit.base == _AGE:
            return False
        article = word in self._articles or word in self._priced
        return not (article and self._per_unless.at(text, space_at(text, end)))  # $5 a year earlier

    def denominator(self, text: str, begin: int, start: int) -> tuple[Unit, int, int] | None:
        """Return the unit that an amount is told for, how many of it, and its end: per gram, per 100 g.

        ``start`` is where the figure begins.
        """
        if begin >= len(text):
            return None
        found = self._units.match(text, begin) or self._contexts.unit(text, start, begin)
        if found is not None:
            return self._units.unit(found[0]), 1, found[1]
        many: Exact
        many, end = self._numerals.scales.after_digits(text, begin)  # per million tokens
        if end == begin and self._numerals.start.match(text, begin):
            number = self._numerals.read(text, begin)
            if number is None or number.kind not in _WHOLE:
                return None
            number, end = self._trailing.letter_scale(text, number, number.span.end, money=False)
            many = number.value
        place = space_at(text, end)
        found = self._units.match(text, place) if place < len(text) and 1 < many <= _MOST_BELOW else None
        unit = None if found is None else self._units.unit(found[0])
        if found is None or unit is None or unit.base in _ANYBODY or unit.base == TIME or many != int(many):
            return None  # of people a statistic is told, and 24 per 30 seconds is no rate
        return unit, int(many), found[1]


def _is_share(unit: Unit, below: Unit) -> bool:
    """Say whether a percentage is told by a time, which makes no frequency of it: 2.65% a year."""
    return unit.base == DIMENSIONLESS.base and below.base == TIME and below.factor >= DAY


def _told_by(unit: Unit, below: Unit) -> bool:
    """Say whether so much of a unit is told for one of another with an article."""
    if below.base == TIME or is_money(unit.base):
        return True
    return below.base == _AREA and unit.base in _YIELDS


def time_at(units: UnitTable, text: str, place: int) -> tuple[Unit, int] | None:
    """Return the unit of time at a place, and its end."""
    found = units.match(text, place) if place < len(text) else None
    if found is None:
        return None
    unit = units.unit(found[0])
    return (unit, found[1]) if unit.base == TIME else None
