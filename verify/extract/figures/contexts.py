"""Read a unit by what stands near it.

Comes in: folded text, the place of a figure, the unit that its spelling names.  Goes out: the
unit that is meant: 度 is a temperature after 气温, an angle after 旋转, energy after 用电; FLOPS
beside FP16 are operations of that precision.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.catalog.schema import LanguageEntry, UnitReading
from verify.catalog.units import UnitTable
from verify.extract.lexicon.words import lowered
from verify.model.quantity import Unit
from verify.text.fold import folded

_REACH_BEFORE = 24
_REACH_AFTER = 16
_DECIMALS = re.compile(r"\d+\.\d+ ?")
"""Nothing is counted in such: 1.6 times Earth's radius."""
_BESIDE = 4
"""Characters right behind a unit: a word there tells before any other."""
_PRECISION_REACH = 12
_SENTENCE = re.compile(r"[。！？；\n]|[.;!?]\s")
_CLAUSE = re.compile(r"[，,、。！？；\n]|[.;!?](?:\s|$)")
_OPERATION = "flop"
_MULTIPLIED = re.compile(r"[x×]\s?\d")


class Contexts:
    """Reads units by their surroundings, with the words of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry], units: UnitTable) -> None:
        self._units = units
        self._readings: dict[str, list[tuple[re.Pattern[str], UnitReading]]] = {}
        for language in languages:
            for reading in language.readings:
                pattern = _any_of(reading.words)
                self._readings.setdefault(folded(reading.spelling), []).append((pattern, reading))
        self._primes = [(_any_of(one.words), one.units) for entry in languages for one in entry.primes]
        self._spellings: dict[str, list[str]] = {}
        """By first character, the longest first."""
        for spelling in sorted(self._readings, key=lambda spelling: (-len(spelling), spelling)):
            self._spellings.setdefault(spelling[0], []).append(spelling)
        precisions = {lowered(folded(s)): unit for entry in languages for s, unit in entry.precisions.items()}
        self._precisions = precisions
        self._precision = _any_of(tuple(precisions)) if precisions else None

    def unit(self, text: str, start: int, place: int) -> tuple[str, int, bool] | None:
        """Return canonical unit and end of a spelling at ``place`` that its surroundings explain.

        ``start`` is where the numeral begins.  The third item is True where nothing near tells and this
        reading is only a guess.  None where no spelling here needs its surroundings.
        """
        spelling = self._spelling(text, place)
        if spelling is None:
            return None
        end = place + len(spelling)
        told = self._told(text, start, end, spelling)
        if told:
            return told, end, False
        longer = self._units.match(text, place)
        if longer is None:
            return None
        readings = [reading for _, reading in self._readings[spelling]]
        guess = next((reading.means for reading in readings if reading.otherwise), longer[0])
        several = len({longer[0], *(reading.means for reading in readings)}) > 1
        doubtful = several or not spelling.isascii()  # 50 K is kelvin, and 5节 may be lessons
        return guess, end, doubtful and any(reading.means == guess for reading in readings)

    def tells(self, text: str, start: int, place: int) -> bool:
        """Say whether what stands near explains a spelling at ``place``; the numeral begins at ``start``."""
        spelling = self._spelling(text, place)
        return spelling is not None and bool(self._told(text, start, place + len(spelling), spelling))

    def _spelling(self, text: str, place: int) -> str | None:
        """Return the spelling at a place that needs its surroundings, where no longer unit begins there."""
        candidates = self._spellings.get(text[place : place + 1], ())
        spelling = next((s for s in candidates if text.startswith(s, place)), None)
        if spelling is None:
            return None
        end = place + len(spelling)
        longer = self._units.match(text, place)
        goes_on = _goes_on(text, end) or _MULTIPLIED.match(text, place)
        return None if goes_on or (longer is not None and longer[1] > end) else spelling

    def _told(self, text: str, start: int, end: int, spelling: str) -> str:
        """Return the unit that the surroundings of a spelling tell; empty where nothing near does."""
        behind = _after(text, end)
        for pattern, reading in self._readings[spelling]:
            if reading.behind and (
                pattern.match(behind) or _DECIMALS.fullmatch(text, start, end - len(spelling))
            ):
                return reading.means
        nearby = ((behind[:_BESIDE], False), (_before(text, start), True), (behind, False))
        return next(filter(None, (self._nearest(spelling, near, last=last) for near, last in nearby)), "")

    def _nearest(self, spelling: str, near: str, *, last: bool) -> str:
        """Return the unit told by the word that stands last, or first, in what is near; empty for none."""
        found: list[tuple[int, str]] = []
        for pattern, reading in self._readings[spelling]:
            if not reading.behind:
                found += [(match.start(), reading.means) for match in pattern.finditer(near)]
        return "" if not found else (max(found) if last else min(found))[1]

    def primes(self, text: str, start: int, end: int) -> tuple[Unit, Unit] | None:
        """Return the units of two numbers with primes, feet and inches of 6'2", or None."""
        for near, last in ((_after(text, end), False), (_before(text, start), True)):
            found = [(m.start(), units) for words, units in self._primes for m in words.finditer(near)]
            if found:
                one, other = (max(found) if last else min(found))[1]
                return self._units.unit(one), self._units.unit(other)
        return None

    def asks(self, text: str, place: int) -> bool:
        """Say whether a spelling may begin at a place that needs its surroundings."""
        candidates = self._spellings.get(text[place : place + 1], ())
        return any(text.startswith(s, place) and not _goes_on(text, place + len(s)) for s in candidates)

    def precise(self, unit: Unit, text: str, start: int, end: int) -> Unit:
        """Return the unit at the precision that stands beside the figure (FP16)."""
        if not unit.base.startswith(f"{_OPERATION}/"):
            return unit
        found = self.precision(text, start, end)
        return unit if found is None else self._units.unit(unit.name.replace(_OPERATION, found, 1))

    def precision(self, text: str, start: int, end: int) -> str | None:
        """Return the operation of the precision that stands beside a figure, or None."""
        if self._precision is None:
            return None
        near = lowered(text[max(0, start - _PRECISION_REACH) : start])
        after = lowered(text[end : end + _PRECISION_REACH])
        found = self._precision.match(after.lstrip(" (（@")) or _last(self._precision, near)
        return None if found is None else self._precisions[found.group()]


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    surfaces = sorted({lowered(folded(word)) for word in words}, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, surfaces)))


def _before(text: str, start: int) -> str:
    """Return what stands before a figure in its sentence."""
    return lowered(_SENTENCE.split(text[max(0, start - _REACH_BEFORE) : start])[-1])


def _after(text: str, end: int) -> str:
    """Return what stands after a figure in its clause."""
    return lowered(_CLAUSE.split(text[end : end + _REACH_AFTER], maxsplit=1)[0])


def _goes_on(text: str, end: int) -> bool:
    """Say whether a Latin spelling goes on as a word."""
    return text[end - 1].isascii() and text[end : end + 1].isalpha() and text[end].isascii()


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return found[-1] if found else None
