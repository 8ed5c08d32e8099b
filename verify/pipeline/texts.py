"""Answers about a lone text.

Comes in: a text, or two.  Goes out: every figure and date of it and how it was read, or one value against
another.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from verify.catalog.catalog import Catalog
from verify.compare.judge import value_rung
from verify.errors import FieldError, UsageError
from verify.model.exact import plain as decimal
from verify.model.group import Comparison, Relation
from verify.model.part import Part
from verify.model.period import Period
from verify.model.quantity import Form, Quantity
from verify.model.stage import Stage
from verify.normalize.attributes import Normalizer
from verify.pipeline.tools import tools

if TYPE_CHECKING:
    from verify.extract.extractor import Read


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure or date of a text, as ``verify parse`` shows it."""

    start: int
    end: int
    text: str
    kind: str
    value: Quantity | Period
    rule: str
    number: tuple[int, int, str, Fraction] | None
    """Place, text and worth of the numeral alone."""
    tree: Part | None = None
    """Which rules made it, with places in the text."""

    def as_dict(self) -> dict[str, Any]:
        """Return the item of ``quantities`` that CONTRACT.md names."""
        item: dict[str, Any] = {"start": self.start, "end": self.end, "text": self.text, "kind": self.kind}
        number = None
        if self.number is not None:
            start, end, text, worth = self.number
            number = {"start": start, "end": end, "text": text, "value": decimal(worth)}
        if isinstance(self.value, Period):
            days = {
                "earliest": self.value.earliest.isoformat() if self.value.earliest else None,
                "latest": self.value.latest.isoformat() if self.value.latest else None,
            }
            return {
                **item,
                "form": Form.POINT.value,
                "value": days,
                "unit": None,
                "base_unit": None,
                "lower": None,
                "upper": None,
                "hedge": self.value.hedge.value,
                "rule": self.rule,
                "number": number,
            }
        quantity = self.value
        hard = quantity.hard
        return {
            **item,
            "form": quantity.form.value,
            "value": decimal(quantity.number),
            "unit": quantity.unit.name,
            "base_unit": quantity.unit.base,
            "lower": None if hard.lower is None else decimal(hard.lower),
            "upper": None if hard.upper is None else decimal(hard.upper),
            "hedge": quantity.hedge.value,
            "rule": self.rule,
            "number": number,
        }


def parse(text: str, catalog: Catalog, *, date: dt.date | None = None) -> Stage[Reading]:
    """Return every figure and date of a text, and what is doubtful in it, each in order of place."""
    compiled = tools(catalog)
    told = compiled.extractor.read(text, date)
    found = (_reading(read, text, compiled.normalizer) for read in told.items)
    return Stage(tuple(reading for reading in found if reading is not None), told.issues)


def _reading(read: Read, text: str, normalizer: Normalizer) -> Reading | None:
    figure, rule = read.figure, "+".join(read.figure.rules)
    start, end = read.place.start, read.place.end
    if figure.period is not None:
        kind = "date" if figure.period.precision == "day" else "period"
        return Reading(start, end, read.quote, kind, figure.period, rule, None, read.tree)
    if figure.reading is None:
        return None
    value = normalizer.quantity(figure.reading.quantity)
    number = None
    if read.number is not None:
        worth = value.numerals[0].value
        number = (read.number.start, read.number.end, text[read.number.start : read.number.end], worth)
    return Reading(start, end, read.quote, value.kind, value, rule, number, read.tree)


def one_value(text: str, catalog: Catalog, date: dt.date | None = None) -> Quantity | Period:
    """Return the one figure that a text is, with its unit and hedge and nothing else.

    Raises FieldError, which says what is wrong with the text.
    """
    found = parse(text, catalog, date=date).items
    if not found:
        raise FieldError(
            "no figure can be read in “{text}”; write it as a source does: 1.2亿元, about 35 km", text=text
        )
    if len(found) > 1:
        told = ", ".join(f"“{one.text}”" for one in found)
        raise FieldError(
            "“{text}” holds {n} figures, {told}; write one, with its unit", text=text, n=len(found), told=told
        )
    rest = f"{text[: found[0].start]} {text[found[0].end :]}".strip()
    if rest:
        raise FieldError(
            "“{rest}” is no part of the figure “{figure}”; leave it out, or mend the unit",
            rest=rest,
            figure=found[0].text,
        )
    return found[0].value


def compare_texts(a: str, b: str, catalog: Catalog, *, exact: bool = False) -> Comparison:
    """Return two values against each other.

    Raises ``UsageError`` when a text does not hold exactly one figure.
    """
    normalizer = tools(catalog).normalizer
    left, right = (_one_value(text, catalog) for text in (a, b))
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        left, right = (normalizer.quantity(value, exact=exact) for value in (left, right))
        if left.unit.base != right.unit.base:
            return _uncompared(a, b, f"{left.unit.base} and {right.unit.base} are different dimensions")
    elif isinstance(left, Quantity) or isinstance(right, Quantity):
        return _uncompared(a, b, "a date and a quantity")
    rung = value_rung(left, right)
    if rung is None:
        return _uncompared(a, b, "a date without a day to hold on to")
    return Comparison(a, b, rung.line, rung.relation, rung.gap, rung.bound, rung.flags, rung.derivation)


def _uncompared(a: str, b: str, why: str) -> Comparison:
    return Comparison(a, b, None, Relation.NOT_COMPARED, Fraction(0), why)


def _one_value(text: str, catalog: Catalog) -> Quantity | Period:
    found = parse(text, catalog).items
    if len(found) != 1:
        held = f"{len(found)} figures" if found else "no figure"
        raise UsageError(f"'{text}' holds {held}; compare takes one value on each side, such as '25 MB'")
    return found[0].value
