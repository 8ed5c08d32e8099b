"""Figures, dates and claims built by hand: every number is given, nothing is read from text."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from verify.model.claim import Claim, Confidence, Modality, Qualifiers, Value
from verify.model.document import Block, Document, Section, Source
from verify.model.period import Period
from verify.model.quantity import Form, Hedge, Interval, Numeral, Quantity, Unit
from verify.model.span import OffsetMap, Span
from verify.normalize.bounds import bounded

M = Unit("meter", "meter")
KM = Unit("kilometer", "meter", Fraction(1000))
LI = Unit("里", "meter", Fraction(500))
FT = Unit("foot", "meter", Fraction("0.3048"))
MILE = Unit("mile", "meter", Fraction("1609.344"))
M2 = Unit("meter**2", "meter**2")
KM2 = Unit("kilometer**2", "meter**2", Fraction(10**6))
MU = Unit("亩", "meter**2", Fraction(2000, 3))
T = Unit("tonne", "kilogram", Fraction(1000))
YUAN = Unit("CNY", "CNY")
PEOPLE = Unit("[person]", "[person]")
FIRMS = Unit("[count of 企业]", "[count of 企业]")
CARS = Unit("[count of 汽车]", "[count of 汽车]")
SHARE = Unit("percent", "dimensionless", Fraction(1, 100))
FLOPS = Unit("flop/second", "flop/second")
PFLOPS = Unit("petaflop/second", "flop/second", Fraction(10**15))
MB = Unit("megabyte", "byte", Fraction(10**6))
MIB = Unit("mebibyte", "byte", Fraction(2**20))
KW = Unit("kilowatt", "watt", Fraction(1000))
GW = Unit("gigawatt", "watt", Fraction(10**9))
S = Unit("second", "second")
PER_MIN = Unit("1/minute", "1/second", Fraction(1, 60))
PER_H = Unit("1/hour", "1/second", Fraction(1, 3600))
CELSIUS = Unit("degree_Celsius", "kelvin", Fraction(1), Fraction("273.15"))


def num(value: str, u: str, p: str | None = None, *, text: str = "", **more: object) -> Numeral:
    """A numeral; ``p`` defaults to ``u``, and ``p=""`` means that it has none."""
    nonzero = None if p == "" else Fraction(p or u)
    text = text or value
    return Numeral(Span(0, len(text)), text, Fraction(value), Fraction(u), nonzero, **more)  # type: ignore[arg-type]


def raw(
    stated: str,
    numerals: Numeral | tuple[Numeral, ...],
    unit: Unit,
    hedge: Hedge = Hedge.BARE,
    form: Form = Form.POINT,
    **more: object,
) -> Quantity:
    """A figure as a reader of text leaves it."""
    numerals = (numerals,) if isinstance(numerals, Numeral) else numerals
    return Quantity(stated, form, numerals, unit, hedge, **more)  # type: ignore[arg-type]


def q(
    stated: str, value: str, u: str, p: str | None, unit: Unit, hedge: Hedge = Hedge.BARE, **more: object
) -> Quantity:
    """A single figure with its sets; a decimal point is what ``value`` has."""
    rules = {name: more.pop(name) for name in ("exact", "tolerance", "minimum", "maximum") if name in more}
    numeral = num(value, u, p, text=value if value in stated else stated, point="." in value)
    return bounded(raw(stated, numeral, unit, hedge, **more), **rules)  # type: ignore[arg-type]


def between(stated: str, low: Numeral, high: Numeral, unit: Unit, hedge: Hedge = Hedge.BETWEEN) -> Quantity:
    """A written range."""
    return bounded(raw(stated, (low, high), unit, hedge, Form.RANGE))


def span(text: str) -> Interval:
    """An interval as on the page: ``[3, 4)``, ``(5, ∞)``."""
    low, high = (part.strip() for part in text[1:-1].split(","))
    return Interval(
        None if low == "−∞" else Fraction(low),
        None if high == "∞" else Fraction(high),
        text[0] == "[" or low == "−∞",
        text[-1] == "]" or high == "∞",
    )


def day(text: str, **more: object) -> Period:
    """A day."""
    date = dt.date.fromisoformat(text)
    return Period(text, date, date, "day", **more)  # type: ignore[arg-type]


def period(stated: str, first: str, last: str, precision: str = "month", hedge: Hedge = Hedge.BARE) -> Period:
    """A period of days."""
    return Period(stated, dt.date.fromisoformat(first), dt.date.fromisoformat(last), precision, hedge)


def unresolved(stated: str) -> Period:
    """A date without days."""
    return Period(stated, None, None, "day")


def claim(
    source: str,
    value: Value,
    *,
    entity: str = "bridge",
    attribute: str = "length",
    at: int = 0,
    context: str = "",
    confidence: Confidence = Confidence.HIGH,
    speaker: str = "",
    credits_: tuple[str, ...] = (),
    **qualifiers: object,
) -> Claim:
    """A claim; its figure stands at the first place of its words in ``context``."""
    place = max(0, context.find(value.stated))
    return Claim(
        id=f"{source}@{at}",
        source_id=source,
        section=Section.BODY,
        span=Span(at, at + len(value.stated)),
        line=1,
        column=at + 1,
        quote=value.stated,
        sentence=context,
        entity_id=entity,
        attribute_id=attribute,
        value=value,
        qualifiers=Qualifiers(**qualifiers),  # type: ignore[arg-type]
        speaker=speaker,
        credits=credits_,
        confidence=confidence,
        context=context,
        context_span=Span(place, place + len(value.stated)) if context else Span(0, 0),
    )


def document(source: str, *texts: str, section: Section = Section.BODY) -> Document:
    """A document of a few paragraphs."""
    whole, blocks = "", []
    for text in texts:
        blocks.append(Block(section, text, OffsetMap.identity(len(text), len(whole))))
        whole += text + "\n"
    return Document(Source(source, source), whole, tuple(blocks))


PLANNED, DESIGNED, ACTUAL = Modality.NOT_YET, Modality.DESIGNED, Modality.IS
