"""Read the half of a unit: 半小时, half an hour, 一年半, 两个半月.

Comes in: folded text, and a place or a numeral with its unit.  Goes out: the unit that is halved, or the
numeral with a half more, and where it ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from verify.catalog.schema import LanguageEntry
from verify.catalog.units import UnitTable
from verify.extract.figures.counted_nouns import CountedNouns
from verify.extract.figures.numerals import NumeralReader, scaled
from verify.extract.figures.rates import TIME, time_at
from verify.extract.figures.trailing import Trailing
from verify.extract.lexicon.measures import Measures
from verify.extract.lexicon.words import Surfaces, is_latin, space_at
from verify.model.quantity import Numeral, Unit

_LEAST_HALVED = 2
"""A unit of one character behind 半 is mostly a piece of a word (半块, 半节)."""
_HALF = Fraction(1, 2)
_HALVED = frozenset({TIME, "dimensionless"})


class Halves:
    """Reads halves with the units and words of a catalogue."""

    def __init__(
        self,
        languages: Sequence[LanguageEntry],
        units: UnitTable,
        numerals: NumeralReader,
        measures: Measures,
        trailing: Trailing,
        nouns: CountedNouns,
    ) -> None:
        self._units = units
        self._numerals = numerals
        self._measures = measures
        self._trailing = trailing
        self._nouns = nouns
        self._words = Surfaces((word, True) for entry in languages for word in entry.halves)
        self._not_halves = Surfaces((word, True) for entry in languages for word in entry.not_halves)
        self._halved = Surfaces((word, True) for entry in languages for word in entry.halved)

    def __iter__(self) -> Iterator[str]:
        """Yield the words for a half."""
        return iter(self._words)

    def at(self, text: str, start: int) -> tuple[Unit, int, str] | None:
        """Return the unit after 半, its end, and 多 before it: 半小时, half a percentage point, 半个多月."""
        found = self._words.at(text, start)
        if found is None:
            return None
        place = space_at(text, found[0])
        vessel = self._halved.at(text, place)
        if vessel is not None:
            known = self._units.match(text, place)
            if known is not None and known[1] == vessel[0]:
                return self._units.unit(known[0]), known[1], ""
            return self._nouns.count(text, start, (place, vessel[0], ""))[0], vessel[0], ""
        measured = self._measured(text, place)
        more = self._trailing.more_at(text, measured) if measured > place else None
        for begin in (place, measured, *(() if more is None else (more,))):
            unit = self._units.match(text, begin) if begin < len(text) else None
            if unit is None:
                continue
            halved = self._units.unit(unit[0])
            if halved.base == TIME or (unit[1] - begin >= _LEAST_HALVED and not halved.counts):
                return halved, unit[1], text[measured:begin] if begin > measured else ""
        return None

    def goes_on(self, text: str, start: int) -> bool:
        """Say whether 半 begins a word, or a measure word or number stands behind it: 半导体, 半个, 半百."""
        end = start + 1
        if self._not_halves.at(text, start) is not None or self._measures.at(text, end) is not None:
            return True
        return self._numerals.digit_at(text, end)

    def time_behind(
        self, text: str, numeral: Numeral, end: int
    ) -> tuple[Numeral, str, Unit, tuple[int, int]] | None:
        """Read the unit of time behind a measure word with 多 or 半: 3个多小时, 两个半月.

        ``end`` is where the measure word ends.  Returned are the numeral, 多 as written, and the unit with
        its place.
        """
        half = self._words.at(text, end)
        more = None if half else self._trailing.more_at(text, end)
        place = half[0] if half else more
        unit = None if place is None else time_at(self._units, text, place)
        if unit is None:
            return None
        if half:
            return _with_half(text, numeral, half[0]), "", unit[0], (half[0], unit[1])
        return numeral, text[end:place], unit[0], (end, unit[1])

    def behind(self, text: str, numeral: Numeral, unit: Unit, place: tuple[int, int]) -> tuple[Numeral, int]:
        """Read 半 behind a unit of time or 倍, and what closes behind any other: 一年半, 一吨半.

        ``place`` is begin and end of the unit; the numeral is returned with the end of the figure.
        """
        start, end = place
        half = self._words.at(text, end)
        if half is None or is_latin(text[end]) or self._not_halves.at(text, end) is not None:
            return numeral, end  # 30年半导体产业
        if unit.base not in _HALVED and (unit.counts or not self._closes(text, half[0])):
            return numeral, end
        if self._units.match(text, end) or time_at(self._units, text, half[0]):
            return numeral, end  # 3天半小时 is no half day
        longer = text[start:end] + text[half[0] : half[0] + 1]
        same = len(longer) > end - start and self._units.spellings.get(longer) == unit.name  # 1分半钟
        return _with_half(text, numeral, numeral.span.end), half[0] + same

    def _closes(self, text: str, place: int) -> bool:
        """Say whether no word goes on at a place: the text, its clause or a hedge behind the figure."""
        return not text[place : place + 1].isalnum() or self._trailing.hedge_at(text, place) is not None

    def _measured(self, text: str, place: int) -> int:
        """Return the place after a measure word."""
        found = self._measures.at(text, place)
        return found[0] if found else place


def _with_half(text: str, numeral: Numeral, end: int) -> Numeral:
    """Return a numeral that ends at a place with a half of its last digit more."""
    numeral = scaled(numeral, Fraction(1), end, text)
    half = numeral.last * _HALF
    return Numeral(numeral.span, numeral.text, numeral.value + half, half, half, numeral.point, numeral.kind)
