"""Read the digits of a numeral, before any scale.

Comes in: folded text and a place.  Goes out: a ``Mantissa``: Arabic digits with separators,
decimals and a power of ten (3,740; 3 740; 3.74×10^18), or Chinese digits with places (三百二十,
二〇二一, 三点五).  Scales that follow (万, million) are left to ``numerals``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from verify.catalog.schema import LanguageEntry
from verify.extract.lexicon.words import Surfaces
from verify.text.fold import folded

MOST_DIGITS = 40
ARABIC = re.compile(
    r"(?=[0-9])(?:\d{1,3}(?:\.\d{3}(?!\d)){2,}+(?!\.\d|/\d|-[\dkK](?![\d.]))(?:,\d{1,2}(?![\d,]))?+"
    r"|(?:\d{1,3}(?:[,，]\d{3}(?!\d))++|\d{1,3}(?:[ '’]\d{3}(?!\d))++|\d++)(?:\.\d++)?+)"
)
"""Digits: 1,250,000.5; 1 250 000; 1.250.000,50, as much of Europe has it, from two groups of three on."""
GROUPING = frozenset(",，")
_OTHERWISE_GROUPED = re.compile(r"(?:,\d{2})+,\d{3}(?![\d,])(?:\.\d{1,2}(?!\d))?")
"""What follows the first digits of 1,23,456: grouped as in India, or mistyped."""
_MOST_LAKHS = 2
"""Digits before the first comma of such a number."""
_SEPARATORS = str.maketrans("", "", ",， '’")
_POINTS_FOR_COMMAS = str.maketrans(".,", ",.")
_POWER = re.compile(
    r"\s?[×xX*·]\s?10(?:(?:\^|\*\*)\s?([-+]?\d{1,3})|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))(?![\d⁰¹²³⁴⁵⁶⁷⁸⁹])"
    r"|[eE]([-+]?\d{1,2})(?![0-9A-Za-z])"
)
_SUPERSCRIPT = str.maketrans("⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹", "-+0123456789")
_LOOKALIKES = frozenset("lIO〇○ОоΟο")
_DOUBTFUL = re.compile(r"[\d.,lIO〇○ОоΟο]++")
_OPENING = re.compile(r"(?<![^\W\u3400-\u9fff])[lIOОоΟο](?=\d)")
"""A letter for the first digit of a number: l00万元."""
_CLOSING = re.compile(r"[OoОоΟο]{1,4}+(?=[%\u3400-\u9fff])")
"""Letters for the last digits of a number: 10O吨; l may be litres."""
SIGNS = "".join(sorted({*_LOOKALIKES, *"OolI'′×xX*·eE^⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹:：/±+-−"}))
"""What may join digits, or go on a numeral, in a way that no word of the rules tells."""
_LEAST_COLLOQUIAL = 100


class NumeralError(ValueError):
    """A numeral that cannot be read without guessing; ``end`` is where it ends."""

    def __init__(self, code: str, message: str, end: int) -> None:
        super().__init__(message)
        self.code = code
        self.end = end


Exact = int | Fraction
"""A worth while a numeral is being read: whole numbers stay ``int``, whose arithmetic is far quicker."""
fraction = lru_cache(maxsize=1 << 12)(Fraction)
"""The same as ``Fraction`` of whole numbers; most numerals of a text are small and come again."""


class Mantissa(NamedTuple):
    """Digits with their worth."""

    value: Exact
    last: Exact
    """Worth of the last digit."""
    point: bool
    """True where decimals are written."""
    end: int
    chinese: bool
    digits: int
    """How many digit characters it has; 0 for places alone (千 of 千万亿)."""


def power_of_ten(text: str) -> Exact:
    """Return ten to an exponent written with plain or raised digits."""
    exponent = int(text.translate(_SUPERSCRIPT))
    return 10**exponent if exponent >= 0 else Fraction(1, 10**-exponent)


class Mantissas:
    """Reads digits with the numeral characters of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry]) -> None:
        self._digits = {folded(k): int(v) for entry in languages for k, v in entry.digits.items()}
        self.places = {folded(k): int(v) for entry in languages for k, v in entry.places.items()}
        """十百千 with their worth."""
        self._above = 10 * max(self.places.values(), default=1)
        """Worth of what stands above every place: 万."""
        self.points = frozenset(word for entry in languages for word in entry.points if len(word) == 1)
        self._counting = frozenset(folded(word) for entry in languages for word in entry.counting)
        self.pairs = frozenset(folded(word) for entry in languages for word in entry.pairs)
        """Two digits that mean either (三五), beside those next to each other."""
        self._lakhs = Surfaces((word, True) for entry in languages for word in entry.lakh_money)
        self.characters = "".join(sorted({*self._digits, *self.places}))
        """Every character that a numeral in words may begin with."""
        self._run = re.compile(f"[{self.characters}]++" if self.characters else r"(?!)")

    def digit(self, text: str, place: int) -> int | None:
        """Return the worth of the digit in words that stands at a place, or None."""
        return self._digits.get(text[place]) if place < len(text) else None

    def counts(self, word: str) -> bool:
        """Say whether a digit only counts: 两."""
        return word in self._counting

    def row(self, digits: str) -> int:
        """Return the worth of digits in words that stand in a row: 二〇二一."""
        return int("".join(str(self._digits[char]) for char in digits))

    def read(self, text: str, start: int, *, first: bool) -> Mantissa | None:
        """Return the digits at ``start``; ``first`` where nothing of the numeral stands before them.

        Raises ``NumeralError`` for too many digits, or letters that look like digits among them.
        """
        match = ARABIC.match(text, start)
        if match is None:
            return self._in_words(text, start, first=first)
        grouped = _OTHERWISE_GROUPED.match(text, match.end()) if first and match.group().isdigit() else None
        if grouped is not None:
            return self._by_lakhs(text, start, match.end(), grouped)
        return _arabic(text, match, first=first)

    def _by_lakhs(self, text: str, start: int, first: int, grouped: re.Match[str]) -> Mantissa:
        """Return a number in groups of two behind money that is told so: Rs 12,34,567."""
        number = text[start : grouped.end()]
        money = self._lakhs.before(text, start - (text[start - 1 : start] == " "))
        if money is None or first - start > _MOST_LAKHS:
            raise NumeralError("doubtful-digits", f"'{number}' is not grouped by thousands", grouped.end())
        digits, _, decimals = number.replace(",", "").partition(".")
        last = Fraction(1, 10 ** len(decimals))
        value = int(digits + decimals) * last
        return Mantissa(value, last, bool(decimals), grouped.end(), False, len(digits + decimals))

    def _in_words(self, text: str, start: int, *, first: bool) -> Mantissa | None:
        run = self._run.match(text, start)
        if run is None:
            return None
        if run.end() - start > MOST_DIGITS:
            raise too_long(start, run.end())
        value, end, last = self._with_places(text, start, run.end())
        digits = sum(text[i] in self._digits for i in range(start, end))
        if not digits and not first:
            return None  # 300万千瓦: 千 belongs to the unit
        if text[end : end + 1] in self.points and self.digit(text, end + 1) is not None:
            return self._decimals(text, end, value)
        return Mantissa(value, last, False, end, True, digits)

    def _decimals(self, text: str, point: int, value: int) -> Mantissa:
        stop, written = point + 1, ""
        while (digit := self.digit(text, stop)) is not None:
            written += str(digit)
            stop += 1
            if len(written) > MOST_DIGITS:
                raise too_long(point, stop)
        last = Fraction(1, 10 ** len(written))
        return Mantissa(value + int(written) * last, last, True, stop, True, len(written))

    def _with_places(self, text: str, start: int, stop: int) -> tuple[int, int, int]:
        """Return value, end and worth of the last digit of 三百二十, 二〇二一, 十二."""
        if not any(text[i] in self.places for i in range(start, stop)):
            counting = (i for i in range(start, stop) if text[i] in self._counting)
            stop = min(stop, max(start + 1, next(counting, stop)))  # 三两 is no row of digits
            return self.row(text[start:stop]), stop, 1
        total, digit, worth, position = 0, None, self._above, start
        while position < stop:
            char = text[position]
            if char in self._digits:
                if digit not in {None, 0}:
                    break
                digit = self._digits[char]
            else:
                place = self.places[char]
                taken = _take(total, digit, worth, place)
                if taken is None:
                    break
                total, worth = taken
                digit = None
            position += 1
        if digit:
            short = _LEAST_COLLOQUIAL <= worth < self._above and text[position - 2] in self.places  # 三百二
            return total + digit * (worth // 10 if short else 1), position, worth // 10 if short else 1
        return total, position, 1


def _take(total: int, digit: int | None, worth: int, place: int) -> tuple[int, int] | None:
    """Return total and worth after a place character; None where it cannot follow."""
    if place in {20, 30}:  # 廿, 卅
        return (total + place, 10) if worth > 10 and not digit else None
    if place >= worth or (digit == 0 and place != 10):
        return None
    return total + (digit or 1) * place, place


def _arabic(text: str, match: re.Match[str], *, first: bool) -> Mantissa:
    start, end = match.span()
    if text[end : end + 1] in _LOOKALIKES and text[end + 1 : end + 2].isdigit():
        doubtful = _DOUBTFUL.match(text, start)
        raise _doubtful(text[end], "inside", doubtful.end() if doubtful else end)
    if closing := _CLOSING.match(text, end):
        raise _doubtful(text[end], "behind", closing.end())
    if first and start and _OPENING.match(text, start - 1):
        raise _doubtful(text[start - 1], "before", end)
    clean = match.group()
    if clean.count(".") > 1:
        clean = clean.translate(_POINTS_FOR_COMMAS)
    if not clean.isdigit():
        clean = clean.translate(_SEPARATORS)
    whole, _, decimals = clean.partition(".")
    if len(whole) + len(decimals) > MOST_DIGITS:
        raise too_long(start, end)
    value: Exact = int(whole + decimals)
    last: Exact = 1
    if decimals:
        value, last = Fraction(value, 10 ** len(decimals)), fraction(1, 10 ** len(decimals))
    power = _POWER.match(text, end) if first else None
    if power:
        worth = power_of_ten(power[1] or power[2] or power[3])
        value, last, end = value * worth, last * worth, power.end()
    return Mantissa(value, last, bool(decimals), end, False, len(whole) + len(decimals))


def _doubtful(char: str, where: str, end: int) -> NumeralError:
    return NumeralError("doubtful-digits", f"'{char}' {where} a number looks like a digit", end)


def too_long(start: int, end: int) -> NumeralError:
    """Return the error for more digits than can be meant: arithmetic on them would not be linear."""
    return NumeralError("numeral-too-long", f"a numeral of {end - start} characters is not read", end)
