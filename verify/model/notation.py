"""Values in the way that a figure is written: its unit, its scale word, its sign before the number.

A figure comes in, and values or sets in its base unit; text goes out, such as an editor would write
it: ``17.5 to under 18.5 cables``, ``≈ 3.28亿元``.  Decimals only, ``≈`` where one is rounded; exact
fractions are left to ``exact``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from verify.model.exact import decimals, exponent_of, plain, readable
from verify.model.quantity import Interval, Quantity

_SCALED = re.compile(r"([0-9][0-9,，']*+(?:\.[0-9]++)?+)([^0-9]++)")
_ARABIC = re.compile(r"[-−+]?[0-9][0-9,，'.]*+")
_MARKS = str.maketrans("", "", ",，'")
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_POWER = re.compile(r"(?:(?<=10)\^|\*\*)(-?[0-9]+)")
_COUNTED = re.compile(r"\[(?:count of )?([^\]]*)\]")
_SIGNS = {"percent": "%", "permille": "‰", "dimensionless": ""}
_TEN = Fraction(10)
_FINER = 3
"""A rounded number is told to a thousandth of the last digit written, or to four digits."""
_MOST_DIGITS = 12
"""A finite decimal with more of them is rounded too."""
_LARGE = 10**4
_DIGITS_UP_TO = 15
"""Above that power of ten digits are counted by the reader no more: ``3.74 × 10¹⁸``."""


@dataclass(frozen=True, slots=True)
class Notation:
    """What stands around the digits of a figure, and what they are worth."""

    before: str
    """``$``, ``每秒``; hedges left out."""
    scale: str
    """``亿``, `` million``; empty where the digits say it all."""
    after: str
    """The unit: ``元``, `` knots``."""
    worth: Fraction
    """Of one, so written, in the base unit."""
    offset: Fraction
    """Added after the worth: temperatures."""
    last: Fraction
    """What the last digit written is worth, in the digits of this notation."""
    elided: bool
    """True where the figure itself leaves its unit to its surroundings."""

    def value(self, base_number: Fraction) -> str:
        """Return a number of the base unit as this figure would write it."""
        told, exact = self._number(base_number, self.last)
        return f"{'' if exact else '≈ '}{self.before}{told}{self.after}"

    def figure(self, quantity: Quantity) -> str:
        """Return another figure of the same base unit without its hedge: a range by its ends."""
        if quantity.numerals[0].hard is not None:
            return self.sets(quantity.hard)
        if quantity.ends:
            low, high = (end.base_number for end in quantity.ends)
            return self._between(low, high, " to ")
        if quantity.plus_minus:
            width = abs(quantity.numerals[1].value * quantity.unit.factor) + self.offset
            return self._between(quantity.base_number, width, " ± ")
        return self.value(quantity.base_number)

    def sets(self, both: Interval) -> str:
        """Return a set of numbers in words: ``17.5 to under 18.5 cables``, ``exactly 12 fathoms``."""
        low, high = both.lower, both.upper
        if low is None and high is None:
            return "any value"
        if high is None and low is not None:
            return f"{self.value(low)} or more" if both.lower_closed else f"over {self.value(low)}"
        if low is None and high is not None:
            return f"{self.value(high)} or less" if both.upper_closed else f"under {self.value(high)}"
        assert low is not None and high is not None
        if low == high:
            return f"exactly {self.value(low)}"
        over = "" if both.lower_closed else "over "
        return f"{over}{self._between(low, high, ' to ' if both.upper_closed else ' to under ')}"

    def _between(self, low: Fraction, high: Fraction, word: str) -> str:
        # A narrow set keeps its ends apart.
        last = min(self.last, abs(high - low) / self.worth * 100) or self.last
        (one, first), (other, second) = self._number(low, last), self._number(high, last)
        about = "" if first and second else "≈ "
        # A sign such as $ stands at both numbers, words such as 每秒 need be said once.
        again = self.before if len(self.before) == 1 else ""
        return f"{about}{self.before}{one}{word}{again}{other}{self.after}"

    def _number(self, base_number: Fraction, last: Fraction) -> tuple[str, bool]:
        told, exact = rounded((base_number - self.offset) / self.worth, last)
        return f"{told}{self.scale}", exact


def notation(quantity: Quantity) -> Notation:
    """Return the way in which a figure is written."""
    numeral, unit = quantity.numerals[0], quantity.unit
    worths = (numeral.value, numeral.last, unit.factor, unit.offset)
    integers = tuple([part for worth in worths for part in (worth.numerator, worth.denominator)])
    return _notation(_around(quantity), numeral.text, integers, unit.name, quantity.unit_words)


@lru_cache(maxsize=1 << 12)  # of integers: a Fraction takes longer to be hashed
def _notation(
    around: tuple[str, str], text: str, integers: tuple[int, ...], unit: str, written: str
) -> Notation:
    """Return the notation of a numeral with its unit; ``written`` is the unit as written.

    ``integers`` are above and below the line: of its worth, of its last digit's, of the unit's factor and
    of its offset.
    """
    before, after = around
    value, last, factor, offset = map(Fraction, integers[::2], integers[1::2])
    digits, scale = value, ""
    scaled = _SCALED.fullmatch(text)
    if scaled is not None and value:
        digits = Fraction(scaled[1].translate(_MARKS))
        scale = scaled[2]
    if not digits or abs(value / digits) <= 1:
        digits, scale = value, ""
    times = abs(value / digits) if scale else Fraction(1)
    elided = not (before or after) and unit != "dimensionless"
    if elided:
        after = _spaced(written or unit_words(unit))
    return Notation(before, scale, after, times * factor, offset, last / times, elided)


def common(a: Quantity, *others: Quantity) -> Notation:
    """Return the notation in which figures of one dimension are told: that of the coarsest one.

    A large number in words (三亿) gives way to one in digits, which has a scale for the others.
    """
    return notation(max(a, *others, key=lambda one: (not _in_words(one), _last(one))) if others else a)


def _last(quantity: Quantity) -> Fraction:
    return quantity.numerals[0].last * quantity.unit.factor


def _in_words(quantity: Quantity) -> bool:
    numeral = quantity.numerals[0]
    return abs(numeral.value) >= _LARGE and _ARABIC.match(numeral.text) is None


def beside(quantity: Quantity, told: Notation) -> str:
    """Return a figure in a notation; nothing where its own words say the same already."""
    own, numeral = notation(quantity), quantity.numerals[0]
    written = _ARABIC.fullmatch(numeral.text.removesuffix(own.scale)) and (
        numeral.value >= 0 or quantity.stated.find(numeral.text) > 0  # a fall of 10% is −10%
    )
    alike = (own.worth, own.offset) == (told.worth, told.offset)
    return "" if alike and written and not own.elided else told.figure(quantity)


def rounded(number: Fraction, last: Fraction) -> tuple[str, bool]:
    """Return a number as people write it, and whether that is all of it."""
    exact = decimals(number) and sum(char.isdigit() for char in plain(number).strip("0.")) <= _MOST_DIGITS
    if not exact:
        finest = exponent_of(number) - _FINER
        step = _TEN ** (min(finest, exponent_of(last) - _FINER) if last else finest)
        number = (number / step + Fraction(1, 2)).__floor__() * step
    return grouped(number), exact


def grouped(number: Fraction) -> str:
    """Return a finite decimal with its digits in threes, ``3.74 × 10¹⁸`` where they are too many."""
    far = number != 0 and exponent_of(number) >= _DIGITS_UP_TO
    return in_threes(readable(number) if far or abs(number) < 1 else plain(number))


def in_threes(text: str) -> str:
    """Return a decimal with a minus for its hyphen, and its digits in threes or its power raised."""
    sign, size = ("−", text[1:]) if text.startswith("-") else ("", text)
    if "^" in size:
        return sign + raised(size)
    whole, point, rest = size.partition(".")
    return f"{sign}{int(whole):,}{point}{rest}"


def raised(text: str) -> str:
    """Return the text with its powers set as such: ``10^18`` becomes ``10¹⁸``, ``meter**2`` ``meter²``."""
    return _POWER.sub(lambda power: power[1].translate(_RAISED), text) if "^" in text or "*" in text else text


@lru_cache(maxsize=1 << 10)
def unit_words(unit: str) -> str:
    """Return a canonical unit as people write it: ``meter²``, ``nautical mile``, ``高校``."""
    counted = _SIGNS.get(unit, _COUNTED.sub(r"\1", unit))
    return raised(counted).replace("*", "·").replace("_", " ")


def _spaced(unit: str) -> str:
    return f" {unit}" if unit[:1].isascii() and unit[:1].isalpha() else unit


def _around(quantity: Quantity) -> tuple[str, str]:
    """Return what is written before the first and after the last number of a figure, but for hedges."""
    first, last = quantity.numerals[0].text, quantity.numerals[-1].text
    begin, end = quantity.stated.find(first), quantity.stated.rfind(last)
    if begin < 0 or end < begin:
        return "", ""
    before, after = quantity.stated[:begin], quantity.stated[end + len(last) :]
    if not before and not after:
        return "", ""
    for word in sorted({*quantity.hedge_words, quantity.emphasis} - {""}, key=len, reverse=True):
        before, after = before.replace(word, ""), after.replace(word, "")
    if quantity.numerals[0].value < 0:  # -5°C, 零下5度: the number itself is told with its sign
        before = "" if after else before.strip("-−")
    return before.lstrip(), after.rstrip()
