"""Read the figures of common shapes from what was read before.

Comes in: folded text and the place of a numeral.  Goes out: the ``Reading`` that ``quantities`` would
give, or None where its grammar must read the place itself.  The shape of a figure is the words beside
its numeral.  ``borders`` says how far they reach, and that no word of the rules reaches farther; so
what the grammar reads in a text of these words alone holds wherever they stand, for every numeral
written alike.  The grammar stays the definition: it reads the words behind once, those before once, and
both together where what stands before changes the unit or the sign.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from verify.catalog.catalog import Catalog
from verify.extract.figures.borders import Borders, Right
from verify.extract.figures.directions import Changes, is_difference
from verify.extract.figures.far_hedges import FarHedges
from verify.extract.figures.figure import Reading
from verify.extract.figures.hedging import STRENGTH
from verify.extract.figures.kinds import kind_of
from verify.extract.figures.mantissas import NumeralError, fraction
from verify.extract.figures.quantities import Left, QuantityReader
from verify.extract.figures.written import CommonNumerals, Written
from verify.model.quantity import Form, Hedge, Numeral, Quantity, Unit
from verify.model.span import Span
from verify.text.remembered import Remembered

_MOST_SHAPES = 1 << 14
_CLOSED = "。"
"""Stands for whatever closes a figure."""
_OPERATIONS = "flop/"


_Key = tuple[str, str, int]
"""The words before and behind a numeral, and how it is written: 0 in Chinese, 1 whole, 2 with decimals."""


class _Shape(NamedTuple):
    """A figure without the digits of its numeral; places are told from their begin or end."""

    begin: int
    scale: int
    """Of the numeral, below zero for one under zero."""
    tail: int
    """Characters of the scale."""
    numeral: str
    """Kind of the numeral."""
    form: Form
    unit: Unit
    hedge: Hedge
    hedge_words: tuple[str, ...]
    emphasis: str
    unit_words: str
    kind: str
    unit_place: tuple[int, int] | None
    """None where it has no unit."""
    end: int
    rules: tuple[str, ...]


class Shapes:
    """Reads figures of common shapes with the knowledge of a catalogue."""

    def __init__(self, catalog: Catalog, quantities: QuantityReader) -> None:
        self._quantities = quantities
        self._numerals = CommonNumerals(quantities.numerals)
        self._borders = Borders(catalog, quantities)
        self._after = quantities.after
        self._shapes: dict[_Key, _Shape | None] = {}
        self._lefts = Remembered(quantities.left)

    def read(self, text: str, start: int, floor: int) -> Reading | None:
        """Return the figure whose numeral begins at ``start``; nothing before ``floor`` belongs to it."""
        written = None if self._quantities.may_be_money(text, start) else self._numerals.read(text, start)
        if written is None:
            return None
        right = self._borders.right(text, written.end)
        if right is None:
            return None
        low = self._borders.left(text, start, floor)
        if low is None:
            return None
        way = (2 if written.decimals else 1) if written.arabic else 0
        key = (text[low:start], text[written.end : right.end], way)
        shape = (
            self._shapes[key]
            if key in self._shapes
            else self._learn(key, text[start : written.end], right.moved(-start))
        )
        if shape is None:
            return None
        if (
            shape.form is Form.POINT
            and not shape.unit.counts
            and self._quantities.changes.of_object(text, start + shape.begin, shape.unit)
        ):
            return None
        if shape.form is Form.POINT and self._quantities.changes.compares(text, start + shape.begin):
            return None
        begin = start + shape.begin
        if FarHedges.asked(text, begin, shape.unit) or self._after.told_apart.find(text, begin, shape.unit):
            return None
        end = written.end + shape.end
        if shape.form is Form.CHANGE and (
            Changes.is_term(text, end, shape.unit)
            or self._quantities.changes.is_none(text, start + shape.begin, shape.unit, end)
        ):
            return None
        unit, measure = (
            (shape.unit, "") if right.measure is None else self._counted(shape, text, start, right)
        )
        if unit.base.startswith(_OPERATIONS) and (
            right.measure or self._borders.tells_precision(text, start + shape.begin, right.end)
        ):
            return None
        return _figure(shape, text, start, written, unit, measure)

    def _learn(self, key: _Key, digits: str, right: Right) -> _Shape | None:
        """Return the shape of the words beside a numeral, ``right`` told from where its digits begin."""
        if len(self._shapes) >= _MOST_SHAPES:
            self._shapes.clear()
        before, behind, way = key
        shape = None
        if before:
            alone = ("", behind, way)
            bare = self._shapes[alone] if alone in self._shapes else self._learn(alone, digits, right)
            left = self._lefts[before]
            shape = None if bare is None or left is None else _joined(left, bare)
        if shape is None:
            shape = self._shape(key, digits, right.moved(len(before)))
        self._shapes[key] = shape
        return shape

    def _shape(self, key: _Key, digits: str, right: Right) -> _Shape | None:
        """Return what the grammar reads in these words alone; None where it is no shape."""
        left, behind, _ = key
        text = left + digits + behind + _CLOSED
        start = len(left)
        written = self._numerals.read(text, start)
        try:
            reading = self._quantities.read(text, start, 0)
        except NumeralError:
            return None
        if written is None or reading is None or reading.guessed or len(reading.quantity.numerals) != 1:
            return None
        shape = _shape_of(reading, start, written)
        if shape is None or reading.span.end != len(text) - 1:
            return None
        unit, measure = self._counted(shape, text, start, right)
        made = _figure(shape, text, start, written, unit, measure)
        return shape if made == reading else None

    def _counted(self, shape: _Shape, text: str, start: int, right: Right) -> tuple[Unit, str]:
        """Return the unit and, where nothing tells what is counted, its measure word."""
        if right.measure is None:
            return shape.unit, ""
        return self._after.count(text, start + shape.begin, right.measure)


def _shape_of(reading: Reading, start: int, written: Written) -> _Shape | None:
    quantity = reading.quantity
    (numeral,) = quantity.numerals
    scale = numeral.value * 10**written.decimals / written.worth
    if scale.denominator != 1 or numeral.hard is not None:
        return None
    end, unit = written.end, reading.unit_span
    return _Shape(
        reading.span.start - start,
        scale.numerator,
        numeral.span.end - end,
        numeral.kind,
        quantity.form,
        quantity.unit,
        quantity.hedge,
        quantity.hedge_words,
        quantity.emphasis,
        quantity.unit_words,
        quantity.kind,
        (unit.start - end, unit.end - end) if unit.end else None,
        reading.span.end - end,
        reading.rules,
    )


def _joined(left: Left, shape: _Shape) -> _Shape | None:
    """Return the shape with the words before its numeral; None where both tell a change."""
    change = left.of_share if is_difference(shape.unit) else left.change
    if change and shape.form is not Form.POINT:
        return None
    hedge = max(left.hedge, shape.hedge, key=STRENGTH.__getitem__)
    known = shape.rules if shape.hedge is Hedge.BARE else shape.rules[:-1]
    return shape._replace(
        begin=left.begin,
        scale=-shape.scale if change == "down" else shape.scale,
        form=Form.CHANGE if change else shape.form,
        hedge=hedge,
        hedge_words=left.hedge_words + shape.hedge_words,
        emphasis=left.emphasis,
        rules=known if hedge is Hedge.BARE else (*known, f"hedge.{hedge}"),
    )


def _figure(shape: _Shape, text: str, start: int, written: Written, unit: Unit, measure: str) -> Reading:
    """Return the figure of a shape whose numeral begins at ``start``."""
    end, scale, ten = written.end, abs(shape.scale), 10**written.decimals
    number = Span(start, end + shape.tail)
    numeral = Numeral(
        number,
        text[start : end + shape.tail],
        Fraction(written.worth * shape.scale) if ten == 1 else fraction(written.worth * shape.scale, ten),
        fraction(written.last * scale, ten),
        fraction(written.nonzero * scale, ten),
        ten > 1,
        shape.numeral,
    )
    kind, rules = shape.kind, shape.rules
    if unit is not shape.unit:
        kind = kind_of(unit, counted=bool(measure))
        rules = (rules[0], f"unit.{unit.name}", *rules[2:])
    span = Span(start + shape.begin, end + shape.end)
    quantity = Quantity(
        text[span.start : span.end],
        shape.form,
        (numeral,),
        unit,
        shape.hedge,
        shape.hedge_words,
        shape.emphasis,
        shape.unit_words,
        kind,
    )
    place = shape.unit_place
    unit_span = Span(0, 0) if place is None else Span(end + place[0], end + place[1])
    return Reading(span, quantity, number, unit_span, rules, measure)
