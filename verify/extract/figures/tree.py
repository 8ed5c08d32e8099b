"""Tell how a figure was read, part by part.

Comes in: folded text and a figure of it.  Goes out: a ``Part``, the root of a tree: the figure, in it the
hedges, what stands before the number (sign, currency, 百分之, 每秒), the numerals with their digits and
scales, the unit.  Every character of the figure but spaces belongs to a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.extract.figures.figure import Figure, Reading
from verify.model.part import Part
from verify.model.quantity import Form, Numeral, Quantity
from verify.model.span import Span

_PIECE = re.compile(
    r"(?P<power>\s?[×xX*·]\s?10\S+|[eE][-+]?\d+)|(?P<digits>\d(?:[\d.,， '’]*\d)?)|(?P<scale>[^\d\s]+)"
)


def tree(text: str, figure: Figure) -> Part:
    """Return how a figure was read."""
    if figure.reading is not None:
        return _quantity(text, figure.reading)
    inner = tuple(Part(rule, figure.span) for rule in figure.rules[1:])
    return Part(figure.rules[0], figure.span, inner)


def _quantity(text: str, reading: Reading) -> Part:
    quantity, span = reading.quantity, reading.span
    known = [_numeral(text, numeral) for numeral in quantity.numerals]
    if reading.unit_span.end > reading.unit_span.start:
        known.append(Part(f"unit.{quantity.unit.name}", reading.unit_span))
    known += _hedges(text, reading, known)
    known.sort(key=lambda part: (part.span, part.rule))
    filled = [*known, *_rest(text, reading, known)]
    filled.sort(key=lambda part: (part.span, part.rule))
    shared = () if "shared" not in reading.rules else (Part("shared", reading.number_span),)
    return Part(f"{quantity.form}.{quantity.kind}", span, (*filled, *shared))


def _numeral(text: str, numeral: Numeral) -> Part:
    """Return a numeral with its digits and scales, where both are written."""
    rule, span = f"numeral.{numeral.kind}", numeral.span
    if numeral.kind not in {"arabic", "mixed"}:
        return Part(rule, span)
    pieces = [
        Part(match.lastgroup or "", Span(*match.span()))
        for match in _PIECE.finditer(text, span.start, span.end)
    ]
    return Part(rule, span, tuple(pieces) if len(pieces) > 1 else ())


def _hedges(text: str, reading: Reading, known: list[Part]) -> Iterator[Part]:
    """Yield the hedges and the emphasis, each at the first place that nothing else has."""
    quantity = reading.quantity
    words = [(f"hedge.{quantity.hedge}", word) for word in quantity.hedge_words]
    if quantity.emphasis:
        words.append(("emphasis", quantity.emphasis))
    taken = [part.span for part in known]
    for rule, word in words:
        start = text.find(word, reading.span.start, reading.span.end)
        while start >= 0 and any(span.meets(Span(start, start + len(word))) for span in taken):
            start = text.find(word, start + 1, reading.span.end)
        if start >= 0:
            taken.append(Span(start, start + len(word)))
            yield Part(rule, taken[-1])


def _rest(text: str, reading: Reading, known: list[Part]) -> Iterator[Part]:
    """Yield what stands between the known parts, by where it stands."""
    first, last = reading.number_span.start, reading.number_span.end
    place = reading.span.start
    for end, after in [*((p.span.start, p.span.end) for p in known), (reading.span.end, reading.span.end)]:
        gap = text[place:end]
        if gap.strip():
            start = place + len(gap) - len(gap.lstrip())
            yield Part(_name(reading.quantity, start, first, last), Span(start, start + len(gap.strip())))
        place = max(place, after)


def _name(quantity: Quantity, start: int, first: int, last: int) -> str:
    """Return the rule of what stands between the known parts."""
    if start < first:
        negative = quantity.numerals[0].value < 0 and quantity.form is not Form.CHANGE
        return "sign" if negative else f"unit.{quantity.unit.name}"
    if start < last:
        return str(Form.RANGE)
    return f"unit.{quantity.unit.name}"
