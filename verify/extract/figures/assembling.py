"""Put a figure together of what was read around its numerals.

Comes in: folded text, what stands before the numeral and behind it, and the other end of a range.  Goes out:
a ``Reading``: numerals with their sign, unit, form, hedge, direction of a change (``directions``), and
exactly the characters that they take.  What belongs to a figure is found before (``before``, ``after``,
``range_ends``); here its hedges (``hedging``, ``far_hedges``) are added.
"""

from __future__ import annotations

from fractions import Fraction

from verify.catalog.units import UnitTable
from verify.extract.figures.after import After, AfterReader
from verify.extract.figures.before import Before, BeforeReader
from verify.extract.figures.directions import Changes
from verify.extract.figures.far_hedges import FarHedges
from verify.extract.figures.figure import Reading
from verify.extract.figures.hedging import bound, strongest
from verify.extract.figures.kinds import SHARES, kind_of
from verify.extract.figures.numerals import below_zero, scaled
from verify.extract.figures.range_ends import numerals_of
from verify.extract.lexicon.words import is_latin, space_at
from verify.model.quantity import DIMENSIONLESS, Form, Hedge, Interval, Numeral, Quantity, Unit
from verify.model.span import Span

_MOST_HEDGES_AFTER = 2


class Assembler:
    """Puts figures together with the units and words of a catalogue."""

    def __init__(
        self,
        units: UnitTable,
        before: BeforeReader,
        after: AfterReader,
        changes: Changes,
        far_hedges: FarHedges,
    ) -> None:
        self._units = units
        self._told_apart = after.told_apart
        self._after = after
        self._changes = changes
        self._far_hedges = far_hedges

    def figure(
        self, text: str, before: Before, after: After, other: After | None = None, *, margin: bool = False
    ) -> Reading | None:
        """Return the figure; None for a lone character of a word.  ``margin``: the other is d of x ± d."""
        pair = None if other is None else numerals_of(before, after, other, margin=margin)
        last = after if other is None or pair is None else other
        numerals: tuple[Numeral, ...] = (after.numeral,) if pair is None else pair
        if last.measure:
            self._after.name_count(text, before.begin, last)
        hedges = list(before.hedges)
        end = self._behind(text, after, last, hedges)
        unit, named = self._unit(text, last.unit or after.unit, before, numerals[0])
        if not named and _alone(numerals[0], before, hedges):
            return None
        unit = self._after.contexts.precise(unit, text, before.begin, end)
        if _is_share(numerals[0]) and unit.name == "percent" and last.unit is None:
            numerals = tuple(scaled(numeral, Fraction(100)) for numeral in numerals)
        form = Form.POINT if pair is None else Form.RANGE
        change = ""
        far = None if hedges else self._far_hedges.find(text, before.begin, unit, numerals[0])
        hedges += [far] if far is not None else []
        whole = not margin and (pair is None or unit is not DIMENSIONLESS)
        if whole and not self._changes.is_term(text, end, unit):
            levelled = self._changes.of_level(word for _, word in before.hedges)
            change = "" if levelled else self._changes.before(text, before.begin, unit, behind=end)
            change = change or self._changes.behind(text, end, unit)
        told, words = strongest(hedges)
        hedge = bound(told, numerals[0], form)
        form = Form.CHANGE if change else form
        down = change == "down" and numerals[0].value > 0
        if down or (pair is None and before.negative):
            numerals = tuple(below_zero(numeral) for numeral in numerals)
        span = Span(before.begin, end)
        quantity = Quantity(
            text[span.start : span.end],
            form,
            numerals,
            unit,
            hedge,
            (*words, "±") if margin and pair else words,
            before.emphasis,
            text[last.unit_start : last.unit_end],
            kind_of(unit, counted=bool(last.measure or last.bare_noun or after.measure)),
        )
        rules = (
            f"numeral.{after.numeral.kind}",
            *((f"unit.{unit.name}",) if named else ()),
            *(() if hedge is Hedge.BARE else (f"hedge.{hedge}",)),
        )
        number = Span(numerals[0].span.start, numerals[-1].span.end)
        measure = last.measure or after.measure
        unit_span = Span(last.unit_start, last.unit_end)
        return Reading(span, quantity, number, unit_span, rules, measure, last.guessed)

    def _behind(self, text: str, after: After, last: After, hedges: list[tuple[Hedge, str]]) -> int:
        """Read 余 and the hedges behind a figure; return where it ends."""
        end = last.end
        part = self._after.part_hedge_at(text, end) if last.numeral.kind == "fraction" else None
        if part is not None:
            hedges.append((part[1], text[end : part[0]]))
            end = part[0]
        hedges += filter(None, (after.hedge, last.hedge if last is not after else None))
        more = last.more or after.more
        if not more and last.unit is not None and not last.bare_noun:
            stop = self._after.more_at(text, end)
            if stop is not None:
                more, end = text[end:stop], stop  # 三年多
        if more:
            hedges.append((Hedge.BETWEEN, more))
        for _ in range(_MOST_HEDGES_AFTER):
            place = space_at(text, end)
            found = self._after.hedge_at(text, place)
            if found is None or (is_latin(text[place]) and place == end):
                break
            hedges.append((found[1], text[place : found[0]]))
            end = found[0]
        return end

    def _unit(self, text: str, unit: Unit | None, before: Before, numeral: Numeral) -> tuple[Unit, bool]:
        """Return the unit with what stands before the figure (currency, 百分之, 每秒); False for none."""
        if before.over:
            unit = self._units.unit(before.over)
        elif unit is None and before.currency:
            unit = self._units.unit(before.currency)
        elif unit is None and _is_share(numeral):
            unit = self._units.unit("percent")
        if unit is None:
            return DIMENSIONLESS, False
        below = None
        if before.per and unit.name not in SHARES:
            below = self._units.unit(before.per), 1
        elif not before.per:
            below = self._told_apart.find(text, before.begin, unit)
        if below is not None and f"/{below[0].base}" not in unit.base:
            unit = self._units.quotient(unit, *below)
        return unit, True


def _is_share(numeral: Numeral) -> bool:
    """Say whether a numeral is a part of one (two thirds, but not half a million)."""
    return numeral.kind == "fraction" and numeral.value < 1


def _alone(numeral: Numeral, before: Before, hedges: list[tuple[Hedge, str]]) -> bool:
    """Say whether a numeral is a lone character of a word (两港, 九灯) or a name (Nine Lanterns)."""
    return numeral.kind == "chinese" and len(numeral.text) == 1 and not hedges and not before.negative


def ratio_of(text: str, before: Before, whole: Numeral) -> Reading:
    """Return the figure of a ratio: 3:1, 五比三, 1 in 13,983,816."""
    span = Span(before.begin, whole.span.end)
    hedge, words = strongest(before.hedges)
    exact = Interval(whole.value, whole.value)
    quantity = Quantity(
        text[span.start : span.end],
        Form.POINT,
        (whole,),
        Unit("ratio", "ratio"),
        hedge,
        words,
        before.emphasis,
        "",
        "ratio",
        exact,
        exact,
        exact,
    )
    return Reading(span, quantity, whole.span, Span(span.end, span.end), ("ratio",))
