"""Read the other end of a range, or the d of x ± d.

Comes in: folded text and what stands around the first numeral.  Goes out: what stands at the second (3万至
5万, 5000元以上2万元以下, 30T~40T), and the numerals of both.  The words that join ends stand in ``ranges``;
``assembling`` makes a figure of both ends.
"""

from __future__ import annotations

from dataclasses import replace

from verify.catalog.units import UnitTable
from verify.extract.figures.after import After, AfterReader
from verify.extract.figures.before import Before, BeforeReader
from verify.extract.figures.directions import Changes
from verify.extract.figures.kinds import SHARES
from verify.extract.figures.numerals import NumeralReader, below_zero, scaled
from verify.extract.figures.ranges import RangeWords, around, carried, carried_scale, ends_meet
from verify.extract.figures.scale_or_unit import ScaleOrUnit
from verify.extract.lexicon.words import space_at
from verify.model.quantity import Hedge, Numeral

_BRACKETS = (frozenset("(（"), frozenset(")）"))
_YEAR = "year"
_PERCENT = "percent"
_HUNDRED = 100
_FAR_APART = 10
"""Ends of a range of changes are nearer to each other."""
_APART = 4
"""So are those behind by: rose by 2 to 3 points, but extended by 5 years to 25 years."""


class RangeEnds:
    """Reads second ends with the readers that read the first."""

    def __init__(
        self,
        units: UnitTable,
        numerals: NumeralReader,
        scale_or_unit: ScaleOrUnit,
        before: BeforeReader,
        after: AfterReader,
        words: RangeWords,
        changes: Changes,
    ) -> None:
        self._units = units
        self._numerals = numerals
        self._scale_or_unit = scale_or_unit
        self._before = before
        self._after = after
        self._words = words
        self._changes = changes

    def read(self, text: str, before: Before, after: After) -> tuple[After | None, bool]:
        """Return what stands at the other end, and whether it is the d of x ± d; None where there is none."""
        margin = self._words.margin(text, after.end)
        other = self._other(text, margin, before, after)
        if other is not None and margin is not None:
            self._bracketed(text, before, other)
        return other, margin is not None

    def _other(self, text: str, margin: int | None, before: Before, after: After) -> After | None:
        """Read the second end of a range, or the d of x ± d."""
        limit = self._limit(text, after)
        if limit is not None:
            return limit
        place = margin
        if place is None:
            place = self._prefixed(text, after) or self._words.after(
                text, after.end, opened=before.opening is not None
            )
            if place is None or self._turns(text, before, after):
                return None  # rose from 3 to 5
        if before.over:
            place = self._before.over_at(text, place, before.over)  # 百分之三至百分之五
        begun, place = place, self._before.currency_at(text, place)
        place = (
            space_at(text, place) if place > begun else place
        )  # between RMB 1.1 billion and RMB 1.25 billion
        if place > begun and after.unit is not None and not before.currency:
            return None  # up 12% to $4.6 billion
        sign = self._before.sign_at(text, place) if margin is None else None
        place = place if sign is None else space_at(text, sign[0])
        if place >= len(text) or not self._numerals.start.match(text, place):
            return None
        numeral = self._numerals.read(text, place)
        if numeral is None:
            return None
        other = self._after.read(text, self._scale_or_unit.without_unit(text, numeral), before.currency)
        other.negative = None if sign is None else sign[1]
        other.backwards = _are_years(other) and self._words.runs_down(text, before.begin, other.end)
        if margin is not None:
            _of_the_whole(after, other)
        both = _told_for_both(after, other)
        if not ends_meet(both, other) or (margin is None and self._comes_to(text, before, both, other)):
            return None
        after.unit = both.unit
        return other

    def _bracketed(self, text: str, before: Before, width: After) -> None:
        """Read the unit behind the brackets around x ± d: (12.3±0.4)%."""
        opened = text[before.begin - 1 : before.begin] in _BRACKETS[0]
        if (
            not opened
            or before.begin == 0
            or width.unit is not None
            or text[width.end : width.end + 1] not in _BRACKETS[1]
        ):
            return
        place = space_at(text, width.end + 1)
        found = self._units.match(text, place) if place < len(text) else None
        if found is not None:
            before.begin -= 1
            width.take(self._units.unit(found[0]), place, found[1])

    def _comes_to(self, text: str, before: Before, after: After, other: After) -> bool:
        """Say whether a change is told with what it comes to: 上涨1.2元至15.6元, cut by $5 to $45."""
        if after.unit is None:
            return self._comes_to_number(text, before, after, other)
        told = bool(before.currency)
        if (after.unit_start == after.unit_end and not told) or after.unit.name in SHARES:
            return False
        if before.hedges or before.negative:
            return False
        parted = self._changes.apart(text, before.begin - (text[before.begin - 1 : before.begin] == " "))
        if not (parted or told) and (other.unit is None or other.unit_start == other.unit_end):
            return False
        if not parted and not self._changes.before(text, before.begin, after.unit):
            return False
        last = other.numeral.value * (other.unit or after.unit).factor
        return after.numeral.value * after.unit.factor * (_APART if parted else _FAR_APART) <= last

    def _comes_to_number(self, text: str, before: Before, after: After, other: After) -> bool:
        """Say whether bare numbers tell a change and what it comes to: fell by 1,140 to 18,360."""
        if other.unit is not None and not other.unit.counts:
            return False
        if not self._changes.before(text, before.begin) and not self._changes.apart(text, before.begin):
            return False
        first = carried_scale(after.numeral, other.numeral)
        return first.value * _FAR_APART <= other.numeral.value

    def _limit(self, text: str, after: After) -> After | None:
        """Read the upper of two limits that stand together: 5000元以上2万元以下."""
        least = None if after.unit is None else self._after.hedge_at(text, after.end)
        if least is None or least[1] is not Hedge.AT_LEAST:
            return None
        place = least[0]
        numeral = self._numerals.read(text, place) if self._numerals.start.match(text, place) else None
        if numeral is None:
            return None
        other = self._after.read(text, self._scale_or_unit.without_unit(text, numeral))
        most = self._after.hedge_at(text, other.end)
        if other.unit is None or most is None or most[1] is not Hedge.AT_MOST or not ends_meet(after, other):
            return None
        if carried(after, other) is None:
            return None
        other.end = most[0]
        return other

    def _prefixed(self, text: str, after: After) -> int | None:
        """Return where the second end begins behind the letter of a prefix told twice: 30T~40T FLOPS."""
        letter = text[after.end : after.end + 1]
        if after.unit is not None or not letter.isascii() or not letter.isupper():
            return None
        place = self._words.after(text, after.end + 1, opened=False)
        if place is None or not self._numerals.start.match(text, place):
            return None
        second = self._numerals.read(text, place)
        return place if second is not None and text.startswith(letter, second.span.end) else None

    def _turns(self, text: str, before: Before, after: After) -> bool:
        """Say whether a change opens what looks like a range: rose from 3 to 5 (not: between 3 and 5)."""
        if before.opening is None or self._words.after(text, after.end, opened=False) is None:
            return False
        return self._changes.turns(text, before.opening - 1)


def _told_for_both(after: After, other: After) -> After:
    """Return the first end with what only the second is told for: €5 to €8 a tonne."""
    if after.unit is None or other.unit is None or after.below or not other.below:
        return after
    return replace(after, unit=other.unit) if other.unit.name.startswith(f"{after.unit.name}/") else after


def _of_the_whole(after: After, width: After) -> None:
    """Turn a margin in per cent into one of what it is a share of: 400V±10%; 12.5±0.3% is itself a share."""
    if width.unit is None or width.unit.name != _PERCENT:
        return
    if after.numeral.value > _HUNDRED if after.unit is None else after.unit.name not in SHARES:
        end = width.end
        width.numeral = scaled(width.numeral, after.numeral.value / _HUNDRED)
        width.unit, width.unit_start, width.unit_end = after.unit, after.unit_start, after.unit_end
        width.end = end


def _are_years(after: After) -> bool:
    return after.unit is not None and after.unit.name == _YEAR


def numerals_of(
    before: Before, after: After, other: After, *, margin: bool
) -> tuple[Numeral, Numeral] | None:
    """Return both ends of a range with their signs, or x and d of x ± d; None where they are no range."""
    if margin:
        first, width = around(after, other)
        return (below_zero(first) if before.negative else first), width
    if not before.negative and not other.negative:
        return carried(after, other)
    both = before.throughout and other.negative is None and after.unit is None
    if before.negative and (other.negative or both):
        down = carried(after, other)  # 零下10至15℃ runs down, -15℃至-10℃ up
        up = None if down else carried(other, after)
        pair = down or (up[::-1] if up else None)
        return (below_zero(pair[0]), below_zero(pair[1])) if pair else None
    return carried(replace(after, numeral=below_zero(after.numeral)), other) if before.negative else None
