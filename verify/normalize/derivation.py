"""How a figure came to its value, line by line: ``374亿亿 = 374 × 10^8 × 10^8 = 3.74 × 10^18``.

A figure with its sets comes in, with what digits, places and scales are worth in the languages of the
catalogue; lines of text go out, in the order of the working: numeral, unit, last digit, hedge.  The
working of a numeral is told only where it comes to the very value that was read; elsewhere the value is
told alone.  Reading numerals is left to ``extract``, H and S to ``bounds``, dates tell themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from verify.catalog.schema import LanguageEntry
from verify.model.exact import exponent_of, interval, plain, readable
from verify.model.period import Period
from verify.model.quantity import Hedge, Numeral, Quantity
from verify.model.wording import days
from verify.text.fold import folded

_ARABIC = re.compile(r"[0-9]++(?:[,， '’][0-9]{3}(?![0-9]))*+(?:\.[0-9]++)?+")
_MARKS = str.maketrans("", "", ",， '’")
_SPACES = " -\u00a0"
_LONGEST_WORD = 12
_MOST = 80
"""Longer numerals are told by their value alone."""
_LEAST_SCALE = 1000
"""A scale word closes what stands before it; below it a word is a place (百, hundred)."""


@dataclass(frozen=True, slots=True)
class _Worked:
    """A part of the working: its text, its value, and whether it is a bare sum."""

    text: str
    value: Fraction
    total: bool = False
    said: bool = False
    """True where the text is the number itself."""

    def times(self, worth: Fraction, told: str) -> _Worked:
        text = f"({self.text})" if self.total else self.text
        return _Worked(f"{text} × {told}", self.value * worth)

    def plus(self, other: _Worked) -> _Worked:
        return _Worked(f"{self.text} + {other.text}", self.value + other.value, True)


class Derivations:
    """Tells workings with the number words of the given languages."""

    def __init__(self, languages: Iterable[LanguageEntry]) -> None:
        self._digits: dict[str, Fraction] = {}
        self._places: dict[str, Fraction] = {}
        self._scales: dict[str, Fraction] = {}
        for language in languages:
            tables = (
                (self._digits, language.digits | language.number_words),
                (self._places, language.places),
                (self._scales, language.scales),
            )
            for known, words in tables:
                known.update((folded(word).lower(), Fraction(worth)) for word, worth in words.items())

    def lines(self, value: Quantity | Period) -> tuple[str, ...]:
        """Return the working of a figure or date, a step a line."""
        if isinstance(value, Period):
            return (f"{value.stated} = {days(value)}",)
        numerals = [line for numeral in value.numerals if (line := self.numeral(numeral))]
        return (*numerals, *_unit(value), *_digits(value), *_sets(value))

    def numeral(self, numeral: Numeral) -> str:
        """Return how a numeral comes to its value; nothing where it says it itself (374, 22.0)."""
        if numeral.hard is not None:
            return f"{numeral.text} = {interval(numeral.hard)}"
        size = abs(numeral.value)
        arabic = _ARABIC.fullmatch(numeral.text) if len(numeral.text) <= _MOST else None
        if arabic and size == Fraction(numeral.text.translate(_MARKS)):
            return ""
        worked = self._worked(folded(numeral.text).lower(), size)
        said = worked is not None and worked.said
        steps = [] if worked is None or said else [worked.text]
        told = " = ".join([numeral.text, *steps, readable(size)])
        return f"{told}, with its sign {readable(numeral.value)}" if numeral.value < 0 else told

    def _worked(self, text: str, value: Fraction) -> _Worked | None:
        worked = self._total(text) if len(text) <= _MOST else None
        return worked if worked is not None and worked.value == value else None

    def _total(self, text: str) -> _Worked | None:
        """Work out sums of products; a scale above all before it holds for all of it (3万4千亿)."""
        done: _Worked | None = None
        section: _Worked | None = None
        closed = Fraction(0)
        position = 0
        while position < len(text):
            if text[position] in _SPACES:
                position += 1
                continue
            scale = _longest(self._scales, text, position)
            if scale is not None and scale[1] >= _LEAST_SCALE:
                position, worth = scale
                if section is not None and done is not None and worth > closed:
                    section, done = done.plus(section), None
                if section is None:
                    section = _Worked(_worth(worth), worth)
                else:
                    section = section.times(worth, _worth(worth))
                closed = worth if not closed else min(closed, worth)
                continue
            if section is not None and section.value >= _LEAST_SCALE and closed:
                done = section if done is None else done.plus(section)
                section, closed = None, Fraction(0) if done is None else done.value
            term = self._term(text, position)
            if term is None:
                return None
            position, worked = term
            section = worked if section is None else section.plus(worked)
        if section is None or done is None:
            return section or done
        return done.plus(section)

    def _term(self, text: str, start: int) -> tuple[int, _Worked] | None:
        """Read digits with the place that follows them (320, 三百, two hundred), or a lone place."""
        arabic = _ARABIC.match(text, start)
        if arabic is not None:
            raw = arabic.group().translate(_MARKS)
            end, worked = arabic.end(), _Worked(raw, Fraction(raw), said=True)
        else:
            end, worked = self._written(text, start)
        stop, worth = _longest(self._places, text, end) or self._small_scale(text, end)
        if worth == 1:
            return (end, worked) if worked.text else None
        return stop, worked.times(worth, plain(worth)) if worked.text else _Worked(plain(worth), worth)

    def _small_scale(self, text: str, end: int) -> tuple[int, Fraction]:
        """Read hundred and dozen, which are places; 1 for none."""
        found = _longest(self._scales, text, end + 1 if text[end : end + 1] in {" ", "-"} else end)
        return found if found is not None and found[1] < _LEAST_SCALE else (end, Fraction(1))

    def _written(self, text: str, start: int) -> tuple[int, _Worked]:
        """Read digits in words one after the other; 二〇二一 is 2021, twenty-five is 20 + 5."""
        end, figures = start, ""
        while (found := _longest(self._digits, text, end)) is not None:
            word = plain(found[1])
            if figures and (len(word) > 1 or text[end].isascii()):
                break
            figures, end = figures + word, found[0]
            if len(word) > 1 or text[start].isascii():
                break
        return end, _Worked(figures, Fraction(figures or 0), said=True)


def _longest(words: dict[str, Fraction], text: str, start: int) -> tuple[int, Fraction] | None:
    """Return end and worth of the longest word at a place."""
    for end in range(min(len(text), start + _LONGEST_WORD), start, -1):
        worth = words.get(text[start:end])
        if worth is not None:
            return end, worth
    return None


def _worth(worth: Fraction) -> str:
    """Return ``10^8`` for a power of ten of a thousand and more, else the number."""
    power = exponent_of(worth) if worth.denominator == 1 and worth.numerator >= _LEAST_SCALE else 0
    return f"10^{power}" if power and worth.numerator == 10**power else readable(worth)


def _unit(value: Quantity) -> list[str]:
    """Return the step from the stated unit to the base unit; nothing where they are one."""
    unit = value.unit
    if unit.factor == 1 and unit.offset == 0:
        return []
    factor = "" if unit.factor == 1 else f" × {_worth(unit.factor)}"
    offset = "" if unit.offset == 0 else f" + {readable(unit.offset)}"
    lines = []
    for numeral in value.numerals[: 1 if value.plus_minus else None]:
        number, told = readable(numeral.value), readable(numeral.value * unit.factor + unit.offset)
        lines.append(f"{number} {unit.name} = {number}{factor}{offset} = {told}{_named(unit.base)}")
    return lines


def _digits(value: Quantity) -> list[str]:
    """Return what the last digit is worth, on which the sets of most hedges rest."""
    numeral = value.numerals[0]
    without = numeral.hard is not None or numeral.kind == "fraction" or numeral.last == 0
    if len(value.numerals) > 1 or without or value.exact:
        return []
    unit = _named(value.unit.name)
    told = f"the last digit is worth u = {_worth(numeral.last)}{unit}"
    if numeral.nonzero is not None and numeral.nonzero != numeral.last:
        told += f", the last that is not zero p = {_worth(numeral.nonzero)}{unit}"
    return [told]


def _sets(value: Quantity) -> list[str]:
    """Return H and S with the hedge that made them."""
    words = " … ".join(value.hedge_words)
    name = "as written" if value.hedge is Hedge.BARE else value.hedge.replace("_", " ")
    hedge = f"{words} ({name})" if words and value.hedge is not Hedge.BARE else name
    rule = ", exact by the attribute's rule" if value.exact else ""
    told = f"H = {interval(value.hard)}"
    told += ", S = H" if value.soft == value.hard else f", S = {interval(value.soft)}"
    told += "" if value.wide == value.hard else f", W = {interval(value.wide)}"
    return [f"{hedge}{rule}: {told}{_named(value.unit.base)}"]


def _named(unit: str) -> str:
    return "" if unit == "dimensionless" else f" {unit}"
