"""Give the figures of a list what is written once for all of them.

Comes in: the readings of a stretch of text, in order.  Goes out: the same readings; in 3、5和8万吨, in
162.3 × 77.2 × 8.9 mm and in 从3万增至8万吨 the earlier numbers have the unit, and the scale where they have
none, of the last, and in 增长5%、6%和7% and "fell 12
points, or 0.5%" the later shares are changes like the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from verify.catalog.schema import LanguageEntry
from verify.extract.figures.figure import Reading
from verify.extract.figures.kinds import SHARES
from verify.extract.figures.numerals import below_zero
from verify.extract.figures.ranges import carried_scale
from verify.extract.lexicon.words import lowered
from verify.model.quantity import Form, Quantity
from verify.text.fold import folded

_MOST_BETWEEN = 12
_CROSS = re.compile(r" ?[x×*] ?")
_NO_PAIRS = frozenset({"dimensionless", "second"})
_PIXEL = "pixel"
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
"""A bare whole number between them may be a year: in 2021, 5 people."""


class Sharing:
    """Passes units back, by the words of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry]) -> None:
        self._gloss = _whole([w for entry in languages for w in entry.change_glosses])
        """Between a change and the share that it comes to."""
        self._list = _whole([w for entry in languages for w in entry.list_words])
        self._whole = _whole([w.strip() for entry in languages for w in entry.whole_words])
        """Between a part of what is counted and all of it."""
        self._joint = _whole([w for entry in languages for w in (*entry.list_words, *entry.transitions)])

    def pass_back(self, text: str, readings: list[Reading]) -> list[Reading]:
        """Return the readings, each bare number joined to the next with the unit of that."""
        shared = list(readings)
        for at in range(len(shared) - 2, -1, -1):
            third = at > 0 and _CROSS.fullmatch(text, shared[at - 1].span.end, shared[at].span.start)
            shared[at] = self._joined(text, shared[at], shared[at + 1], of_three=bool(third))
        return shared

    def pass_on(self, text: str, readings: list[Reading]) -> list[Reading]:
        """Return the readings, each share in a list behind a change as such a change."""
        shared = list(readings)
        for at in range(1, len(shared)):
            shared[at] = self._changed(text, shared[at - 1], shared[at])
        return shared

    def _changed(self, text: str, first: Reading, second: Reading) -> Reading:
        left, right = first.quantity, second.quantity
        if left.form is not Form.CHANGE or right.form is not Form.POINT or right.unit.name not in SHARES:
            return second
        between = text[first.span.end : second.span.start]
        joint = self._list if left.unit == right.unit else self._gloss
        if len(between) > _MOST_BETWEEN or (joint is self._gloss and left.unit.name in SHARES):
            return second
        if joint.match(lowered(between)) is None:
            return second
        down = left.numerals[0].value < 0 < right.numerals[0].value
        numerals = (below_zero(right.numerals[0]),) if down else right.numerals
        quantity = right._replace(form=Form.CHANGE, numerals=numerals)
        return second._replace(quantity=quantity, rules=(*second.rules, "shared"))

    def _part(self, part: Quantity, whole: Quantity, between: str) -> bool:
        """Say whether a number counts some of what is counted next: 196 of their 252 caves."""
        if self._whole.match(between) is None or not _counts(whole):
            return False
        return 1 < part.numerals[0].value < whole.numerals[0].value

    def _joined(self, text: str, first: Reading, second: Reading, *, of_three: bool) -> Reading:
        left, right = first.quantity, second.quantity
        if left.kind != "number" or left.form is Form.CHANGE or not _has_unit(second):
            return first
        if second.span.start - first.span.end > _MOST_BETWEEN:
            return first
        between = lowered(text[first.span.end : second.span.start])
        listed = self._joint.match(between) is not None or self._part(left, right, between)
        listed = listed and not _may_be_year(left.numerals[0].value)
        if not listed and not _paired(first, second, between, of_three=of_three):
            return first
        numerals = left.numerals
        if len(numerals) == 1:
            numerals = (carried_scale(numerals[0], right.numerals[0]),)
        rules = (*first.rules, f"unit.{right.unit.name}", "shared")
        return first._replace(
            quantity=left._replace(numerals=numerals, unit=right.unit, kind=right.kind),
            measure=second.measure,
            rules=rules,
        )


def _counts(quantity: Quantity) -> bool:
    return quantity.kind == "count" and quantity.form is Form.POINT


def _paired(first: Reading, second: Reading, between: str, *, of_three: bool) -> bool:
    """Say whether two numbers are sizes of one thing (162.3 × 77.2 mm), or two values of one (50/60 Hz).

    A whole number before a cross may multiply as well (3 × 200 m), unless there are three of them.
    """
    unit, number = second.quantity.unit, first.quantity.numerals[0]
    if between == "/":
        return not unit.counts and unit.base not in _NO_PAIRS
    if not _CROSS.fullmatch(between):
        return False
    return number.point or of_three or "shared" in second.rules or unit.base == _PIXEL


def _may_be_year(number: Fraction) -> bool:
    return number.denominator == 1 and _FIRST_YEAR <= number.numerator <= _LAST_YEAR


def _has_unit(reading: Reading) -> bool:
    return reading.quantity.unit.name != "dimensionless" and reading.quantity.kind != "ratio"


def _whole(words: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern of any of the words with white space around it, or a hyphen before: 10- or 12-hour."""
    surfaces = sorted({lowered(folded(word)) for word in words}, key=lambda word: (-len(word), word))
    body = "|".join(re.escape(word) for word in surfaces)
    return re.compile(rf"-? ?(?:{body}) ?\Z" if body else r"(?!)")
