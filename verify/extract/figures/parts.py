"""Read a figure told in several parts: 2小时31分5秒, 4 hours and 12 minutes, 5 feet 11 inches, 3元5角, 9秒83.

Comes in: folded text, and what stands after the first numeral.  Goes out: the same, with the numeral of the
whole in the smallest unit written.  Ranges, hedges and what stands before are left to ``quantities``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from string import digits

from verify.catalog.schema import LanguageEntry
from verify.catalog.units import UnitTable
from verify.extract.figures.after import After, AfterReader
from verify.extract.figures.numerals import NumeralReader, scaled
from verify.extract.lexicon.words import Surfaces, space_at
from verify.model.quantity import Numeral, Unit

_TIME = "second"
_MOST = 3
"""Parts behind the first."""
_PLAIN = frozenset({"arabic", "chinese", "mixed", "word"})
_MOST_DECIMALS = 3
"""Digits behind the unit: 1米75 is a length, 100米2024 is none."""
_PRIMES = ("'", "′")
_PRIME = re.compile(r"""['′]\s?(\d{1,2}(?:\.\d{1,2})?)(?:"|″|''|′′|(?=\s))""")
_SIGNS = "-~:./×+"
"""What makes digits behind a unit a number of their own: 100米1-3号."""


class PartReader:
    """Reads the parts of a figure with the units and words of a catalogue."""

    def __init__(
        self,
        languages: Sequence[LanguageEntry],
        units: UnitTable,
        numerals: NumeralReader,
        after: AfterReader,
    ) -> None:
        self._units = units
        self._numerals = numerals
        self._after = after
        self._splits = frozenset(word for entry in languages for word in entry.splits)
        self._parts = Surfaces((w, unit) for entry in languages for w, unit in entry.part_units.items())
        self._digits = frozenset(digit for entry in languages for digit in entry.digits) | set(digits)
        self._echoes = Surfaces((word, True) for entry in languages for word in entry.echoes)
        joints = (word for e in languages for word in (*e.range_words, *e.ratio_words))
        self._joints = Surfaces((word, True) for word in (*joints, *_SIGNS))
        self._hyphens = {word: unit for entry in languages for word, unit in entry.hyphen_parts.items()}
        self._articles = Surfaces((word, True) for entry in languages for word in entry.price_articles)
        self._between = Surfaces((word, True) for entry in languages for word in entry.time_joints)

    def join(self, text: str, after: After) -> None:
        """Add the smaller parts that stand behind the first one."""
        if after.unit is None and text[after.end : after.end + 1] in _PRIMES:
            self._primes(text, after)
            return
        self._echo(text, after)
        if self._hyphened(text, after):
            return
        for _ in range(_MOST):
            unit = after.unit
            if unit is None or unit.counts or after.bare_noun or after.more or after.hedge:
                return
            joint = self._between.at(text, after.end) if unit.base == _TIME else None
            place = joint[0] if joint else space_at(text, after.end)
            begins = self._numerals.start.match if joint else self._numerals.digit_at
            if not begins(text, place) or self._priced(text, after, place):
                return
            part = self._numerals.read(text, place)
            if part is not None and part.kind == "indefinite" and place == after.unit_end:
                part = self._numerals.pair(part)
            if part is None or part.kind not in _PLAIN:
                return
            begin = space_at(text, part.span.end)
            found = self._units.match(text, begin) or self._part_of(text, begin, unit)
            if found is None:
                self._decimals(text, after, part)
                return
            smaller = self._units.unit(found[0])
            if smaller.base != unit.base:
                smaller = self._meant(text, begin, found[1], unit) or smaller
                unit = self._meant(text, after.unit_start, after.unit_end, smaller) or unit
            if smaller.base != unit.base or part.value * smaller.factor >= unit.factor:
                return
            whole = scaled(after.numeral, unit.factor / smaller.factor, part.span.end, text)
            after.numeral = whole._replace(
                value=whole.value + part.value, last=part.last, nonzero=part.nonzero, point=part.point
            )
            after.take(smaller, begin, found[1])

    def _hyphened(self, text: str, after: After) -> bool:
        """Read a six-foot-two forward: behind a unit between hyphens stands a part of it without one."""
        unit, end = after.unit, after.end
        name = None if unit is None else self._hyphens.get(unit.name)
        if unit is None or name is None or text[end : end + 1] != "-" or text[after.unit_start - 1] != "-":
            return False
        smaller = self._units.unit(name)
        part = self._numerals.read(text, end + 1) if text[end + 1 : end + 2].isalnum() else None
        if part is None or part.kind not in _PLAIN or part.value * smaller.factor >= unit.factor:
            return False
        if text[part.span.end : part.span.end + 1].isalnum():
            return False
        whole = scaled(after.numeral, unit.factor / smaller.factor, part.span.end, text)
        after.numeral = whole._replace(value=whole.value + part.value, last=part.last, nonzero=part.last)
        after.take(smaller, part.span.end, part.span.end)
        return True

    def _meant(self, text: str, start: int, end: int, other: Unit) -> Unit | None:
        """Return what a spelling means beside another unit, if it may: 成绩3分15秒, 5m42s."""
        own, part = self._units.match(text, start), self._parts.at(text, start)
        names = [found[0] for found in (own,) if found and found[1] == end]
        names[:0] = [found[1] for found in (part,) if found and found[0] == end]
        units = (self._units.unit(name) for name in names)
        return next((unit for unit in units if unit.base == other.base), None)

    def _echo(self, text: str, after: After) -> None:
        """Read 三天三夜: the number once more, with a word that adds nothing."""
        said = after.numeral.text
        if after.unit is None or after.unit.base != _TIME or not text.startswith(said, after.end):
            return
        found = self._echoes.at(text, after.end + len(said))
        after.end = found[0] if found else after.end

    def _part_of(self, text: str, place: int, unit: Unit) -> tuple[str, int] | None:
        """Return what a spelling that is no unit alone means behind a larger one, and its end: 5ft 11in."""
        found = self._parts.at(text, place) if place < len(text) else None
        return None if found is None or self._units.unit(found[1]).base != unit.base else found[::-1]

    def _primes(self, text: str, after: After) -> None:
        """Read 6'2" as feet and inches, or as minutes and seconds, where a word near it tells which."""
        part = _PRIME.match(text, after.end)
        number = after.numeral
        if part is None or number.kind != "arabic" or number.point:
            return
        units = self._after.contexts.primes(text, number.span.start, part.end())
        if units is None:
            return
        large, small = units
        whole = scaled(number, large.factor / small.factor, part.end(1), text)
        last = Fraction(1, 10 ** len(part[1].partition(".")[2]))
        value = whole.value + Fraction(part[1])
        after.numeral = whole._replace(value=value, last=last, nonzero=last, point=True)
        after.take(small, part.end(1), part.end())

    def _decimals(self, text: str, after: After, part: Numeral) -> None:
        """Read the digits right behind a unit as its decimals: 9秒83, 一米八, but not 2米3层."""
        end, written = part.span.end, part.text
        if part.span.start != after.unit_end or text[after.unit_start : after.unit_end] not in self._splits:
            return
        if after.numeral.point or len(written) > _MOST_DECIMALS or not self._digits.issuperset(written):
            return
        if self._joints.at(text, end) or self._numerals.tenths(text, part) or self._measured(text, part):
            return
        last = after.numeral.last / 10 ** len(written)
        whole = scaled(after.numeral, Fraction(1), end, text)
        after.numeral = whole._replace(
            value=whole.value + part.value * last, last=last, nonzero=last, point=True
        )
        after.end = end

    def _priced(self, text: str, after: After, place: int) -> bool:
        """Read 三块五一斤: the digit behind the money is its decimal, the next is one of what it buys.

        Of what is only counted (两块五一瓶) the money alone is read.
        """
        article = self._articles.at(text, place + 1)
        number, unit = after.numeral, after.unit
        if article is None or place != after.unit_end or number.point or unit is None:
            return False
        digit = self._numerals.read(text[: place + 1], place)
        if digit is None or text[after.unit_start : place] not in self._splits:
            return False
        last = number.last / 10
        whole = scaled(number, Fraction(1), place + 1, text)
        told = After(
            place + 1,
            whole._replace(value=whole.value + digit.value * last, last=last, nonzero=last, point=True),
        )
        told.take(unit, after.unit_start, after.unit_end)
        told.end = place + 1
        if not self._after.told_for(text, told) and not self._after.buys(text, place + 1, unit):
            return False
        after.numeral = told.numeral
        after.take(told.unit or unit, told.unit_start, told.unit_end)
        after.end = told.end
        return True

    def _measured(self, text: str, part: Numeral) -> bool:
        """Say whether a unit or a measure word stands behind a number: 2米3层."""
        after = self._after.read(text, part)
        return bool(after.measure or after.more or (after.unit is not None and not after.bare_noun))
