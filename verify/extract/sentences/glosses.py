"""Tell a gloss from a second value.

Comes in: the figures of a sentence.  Goes out: pairs (left, right) that the text states to be one:
1Petaflop等于每秒1000万亿次, or 3740Petaflops（每秒千万亿次）, where the bracket explains the unit.
Whether the equation holds is left to ``checks``.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from verify.extract.figures.figure import Figure, Kind
from verify.extract.sentences.sentence import Sentence
from verify.model.quantity import Form, Hedge, Numeral, Quantity, Unit
from verify.model.span import Span

_EQUALS = re.compile(r"\s?(?:等于|相当于|即|＝|=|is equal to|equals|约等于|合|为|就是|is)\s?$")
_OPENING = re.compile(r"^\s?[(（]\s?(?:即|合|约合|相当于|or|about)?\s?$")
_UNIT_FACTOR = 100
"""A bracket whose value is further than this from the figure explains the unit, not the figure."""


@dataclass(frozen=True, slots=True)
class Gloss:
    """Two values stated to be equal, and the figures that are no claims because of it."""

    span: Span
    left: Quantity
    right: Quantity
    figures: tuple[Figure, ...]


def glosses(sentence: Sentence, reads: Container[tuple[str, str]]) -> Iterator[Gloss]:
    """Yield the glosses of a sentence.

    ``reads`` are bases with the units that they may stand for beside one of that dimension (次/秒:
    flop/second).
    """
    figures = [f for f in sentence.figures if f.kind is Kind.QUANTITY and f.reading is not None]
    for first, second in pairwise(figures):
        between = sentence.text[first.span.end : second.span.start]
        if first.reading is None or second.reading is None or len(between) > 16:
            continue
        left, right = first.reading.quantity, second.reading.quantity
        right = _read_as(right, left.unit, reads)
        left = _read_as(left, right.unit, reads)
        if (
            left.unit.base != right.unit.base
            or left.unit.base == "dimensionless"
            or left.unit.name == right.unit.name
        ):
            continue
        span = Span(first.span.start, second.span.end)
        if _EQUALS.search(between) and left.numerals[0].value == 1:
            yield Gloss(span, left, right, (first, second))
        elif _OPENING.match(between):
            closing = sentence.text[second.span.end : second.span.end + 2]
            if closing[:1] not in {")", "）"}:
                continue
            ratio = abs(left.base_number / right.base_number) if right.base_number else Fraction(0)
            if ratio > _UNIT_FACTOR:
                yield Gloss(span, _one(left), right, (second,))
            else:
                yield Gloss(span, left, right, (second,))


def _read_as(quantity: Quantity, other: Unit, reads: Container[tuple[str, str]]) -> Quantity:
    if quantity.unit.base != other.base and (quantity.unit.base, other.base) in reads:
        return quantity._replace(unit=Unit(other.base, other.base, quantity.unit.factor))
    return quantity


def _one(quantity: Quantity) -> Quantity:
    """Return one of the unit of a quantity."""
    numeral = quantity.numerals[0]
    one = Numeral(numeral.span, "1", Fraction(1), Fraction(1), Fraction(1))
    return quantity._replace(
        stated=f"1 {quantity.unit_words}",
        form=Form.POINT,
        numerals=(one,),
        hedge=Hedge.BARE,
        hedge_words=(),
        emphasis="",
    )
