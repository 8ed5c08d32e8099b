"""Read the figures of common shapes from what was read before.

Comes in: folded text and the place of a numeral.  Goes out: the ``Reading`` that ``quantities`` would
give, or None where its grammar must read the place itself.  The shape of a figure is the words beside
its numeral.  ``borders`` says how far they reach, and that no word of the rules reaches farther; so
what the grammar reads in a text of these words alone holds wherever they stand, for every numeral
written alike.  The grammar stays the definition: each shape is read by it once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from verify.catalog.catalog import Catalog
from verify.extract.borders import Borders
from verify.extract.mantissas import ARABIC, NumeralError, fraction
from verify.extract.quantities import QuantityReader, Reading
from verify.model.quantity import Form, Hedge, Numeral, Quantity, Unit
from verify.model.span import Span

_MOST_DIGITS = 15
_MOST_SHAPES = 1 << 14
_SPECIMEN = "。"
"""Stands for whatever closes a figure."""


class _Written(NamedTuple):
    """A numeral as written."""

    text: str
    worth: int
    """Of its digits, the decimal point left out."""
    decimals: int
    zeros: int
    """So many zeros end its digits."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """A figure without the digits of its numeral; places are told from the begin or end of these."""

    begin: int
    scale: int
    """Of the numeral, below zero for one under zero."""
    tail: int
    """Characters of the scale."""
    numeral: str
    """Kind of the numeral."""
    form: Form
    measured: Unit
    hedge: Hedge
    hedge_words: tuple[str, ...]
    emphasis: str
    unit_words: str
    kind: str
    unit: tuple[int, int] | None
    """Place of its spelling, None for none."""
    end: int
    rules: tuple[str, ...]


class Shapes:
    """Reads figures of common shapes with the knowledge of a catalogue."""

    def __init__(self, catalog: Catalog, quantities: QuantityReader) -> None:
        self._quantities = quantities
        self._borders = Borders(catalog, quantities)
        self._shapes: dict[tuple[str, str, bool], _Shape | None] = {}
        self._nouns: dict[str, tuple[Unit, str]] = {}

    def read(self, text: str, start: int, floor: int) -> Reading | None:
        """Return the figure whose numeral begins at ``start``; nothing before ``floor`` belongs to it."""
        match = ARABIC.match(text, start)
        if match is None:
            return None
        written = _written(match.group())
        if written is None:
            return None
        end = match.end()
        right = self._borders.right(text, end)
        if right is None:
            return None
        low = self._borders.left(text, start, floor)
        if low is None:
            return None
        left, behind = text[low:start], text[end : right.end]
        key = (left, behind, written.decimals > 0)
        shape = self._shapes[key] if key in self._shapes else self._learn(key, written)
        if shape is None:
            return None
        if shape.measured.base.startswith("flop/") and self._borders.tells_precision(
            text, start + shape.begin, right.end
        ):
            return None
        return _figure(shape, text, start, end, written)

    def _learn(self, key: tuple[str, str, bool], written: _Written) -> _Shape | None:
        if len(self._shapes) >= _MOST_SHAPES:
            self._shapes.clear()
        shape = self._shapes[key] = self._shape(key[0], written, key[1])
        return shape

    def _shape(self, left: str, written: _Written, behind: str) -> _Shape | None:
        """Return what the grammar reads in these words alone; None where it is no shape."""
        text = left + written.text + behind + _SPECIMEN
        start = len(left)
        try:
            reading = self._quantities.read(text, start, 0)
        except NumeralError:
            return None
        if reading is None or reading.measure or reading.guessed or len(reading.quantity.numerals) != 1:
            return None
        shape = _shape_of(reading, start, len(written.text), written)
        made = _figure(shape, text, start, start + len(written.text), written) if shape else None
        return shape if made == reading and reading.span.end == len(text) - 1 else None


def _written(text: str) -> _Written | None:
    """Return an Arabic numeral, or None for one that is written in another way, or is 0."""
    clean = text if text.isdigit() else text.replace(",", "")
    whole, _, decimals = clean.partition(".")
    digits = whole + decimals
    if len(digits) > _MOST_DIGITS or not digits.isdigit():
        return None
    worth = int(digits)
    return _Written(text, worth, len(decimals), len(digits) - len(digits.rstrip("0"))) if worth else None


def _shape_of(reading: Reading, start: int, length: int, written: _Written) -> _Shape | None:
    quantity = reading.quantity
    (numeral,) = quantity.numerals
    scale = numeral.value * 10**written.decimals / written.worth
    if scale.denominator != 1 or numeral.hard is not None:
        return None
    end = start + length
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
        (reading.unit_span.start - end, reading.unit_span.end - end) if reading.unit_span.end else None,
        reading.span.end - end,
        reading.rules,
    )


def _figure(shape: _Shape, text: str, start: int, end: int, written: _Written) -> Reading:
    """Return the figure of a shape whose digits stand at ``[start, end)``."""
    _, worth, decimals, zeros = written
    scale = abs(shape.scale)
    ten = 10**decimals
    last = fraction(scale, ten)
    number = Span(start, end + shape.tail)
    numeral = Numeral(
        number,
        text[start : end + shape.tail],
        fraction(worth * shape.scale, ten),
        last,
        last if decimals else fraction(scale * 10**zeros, 1),
        decimals > 0,
        shape.numeral,
    )
    span = Span(start + shape.begin, end + shape.end)
    quantity = Quantity(
        text[span.start : span.end],
        shape.form,
        (numeral,),
        shape.measured,
        shape.hedge,
        shape.hedge_words,
        shape.emphasis,
        shape.unit_words,
        shape.kind,
    )
    unit = Span(0, 0) if shape.unit is None else Span(end + shape.unit[0], end + shape.unit[1])
    return Reading(span, quantity, number, unit, shape.rules)
