"""A group on a number line: a lane for each claim, its interval drawn with open and closed ends.

Comes in: a group of ``schema.Report`` with its claims.  Goes out: places between 0 and ``WIDTH`` and ready
words; the drawing is left to the templates.  What is drawn is S, what a reader takes a figure to mean; an
arrow says that H, what the words allow, goes on beyond.  Where values lie far apart the axis is logarithmic.
Numbers become floats here for drawing alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from verify.report import schema
from verify.report.language import ENGLISH, Language
from verify.report.numbers import exactly
from verify.report.wording import notation_words

__all__ = ["WIDTH", "Lane", "NumberLine", "Tick", "number_line", "percent"]

WIDTH = 1000
"""Of the axis, in units of the drawing."""

_FAR = 50
"""The largest value is so many times the smallest: a logarithmic axis."""
_MARGIN = Fraction(1, 12)
"""Of the axis that stays empty at either end."""
_NARROW = 16
"""An interval is drawn at least so wide, or its two ends would hide each other."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One claim."""

    claim_id: str
    label: str
    """As the source writes it."""
    left: int
    right: int
    """Ends of the drawn interval."""
    at: int
    """The number itself."""
    left_end: str
    right_end: str
    """``closed``, ``open``, ``arrow``, or ``none`` where the value is one point."""
    cluster: int
    """From 0: claims that agree have one number."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis."""

    at: int
    label: str


@dataclass(frozen=True, slots=True)
class NumberLine:
    """The whole drawing."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    common: tuple[int, int] | None
    """What all lanes share; None where nothing is."""
    logarithmic: bool


def number_line(
    group: schema.Group, claims: dict[str, schema.Claim], say: Language = ENGLISH
) -> NumberLine | None:
    """Return the drawing of a group; None where its values are no quantities or one source stands alone."""
    members = [
        (number, claim, claim.value)
        for number, cluster in enumerate(group.clusters)
        for claim in (claims[ident] for ident in cluster.claim_ids)
        if isinstance(claim.value, schema.QuantityValue)
    ]
    if len(members) < 2:
        return None
    spans = [_span(value) for _, _, value in members]
    axis = _Axis([end for span in spans for end in span])
    lanes = tuple(
        _lane(axis, number, claim, value, span)
        for (number, claim, value), span in zip(members, spans, strict=True)
    )
    low, high = max(span[0] for span in spans), min(span[1] for span in spans)
    common = (axis.at(low), axis.at(high)) if low <= high else None
    numbers = [exactly(value.base_number) for _, _, value in members]
    ticks = tuple(
        Tick(axis.at(number), notation_words(label, say))
        for number, label in zip(sorted({min(numbers), max(numbers)}), group.ends, strict=False)
    )
    return NumberLine(lanes, ticks, common, axis.logarithmic)


def percent(place: int) -> str:
    """Return a place as a share of the width, as drawings have it."""
    return f"{place // 10}.{place % 10}%"


class _Axis:
    """Maps values to places."""

    def __init__(self, ends: Sequence[Fraction]) -> None:
        low, high = min(ends), max(ends)
        self.logarithmic = low > 0 and high / low > _FAR
        room = (high - low) * _MARGIN or abs(high) * _MARGIN or Fraction(1)
        self._low = low - room
        self._scale = WIDTH / (high - low + 2 * room)
        if self.logarithmic:
            begin, end = math.log10(low), math.log10(high)
            self._begin, self._length = begin - (end - begin) / 12, (end - begin) * 7 / 6

    def at(self, value: Fraction) -> int:
        if self.logarithmic:
            return round((math.log10(value) - self._begin) / self._length * WIDTH)
        return round((value - self._low) * self._scale)


def _span(value: schema.QuantityValue) -> tuple[Fraction, Fraction]:
    """Return the ends of what is drawn: of S, and of H or the number where S has none."""
    number = exactly(value.base_number)
    low = value.soft_lower if value.soft_lower is not None else value.lower
    high = value.soft_upper if value.soft_upper is not None else value.upper
    return (exactly(low) if low is not None else number, exactly(high) if high is not None else number)


def _lane(
    axis: _Axis,
    cluster: int,
    claim: schema.Claim,
    value: schema.QuantityValue,
    span: tuple[Fraction, Fraction],
) -> Lane:
    left, right = axis.at(span[0]), axis.at(span[1])
    point = value.lower is not None and value.lower == value.upper
    if right - left < _NARROW:
        middle = (left + right) // 2
        left, right = middle - _NARROW // 2, middle + _NARROW // 2
    return Lane(
        claim_id=claim.id,
        label=claim.value.stated,
        left=left,
        right=right,
        at=axis.at(exactly(value.base_number)),
        left_end="none" if point else _end(value.lower, value.soft_lower, closed=value.lower_closed),
        right_end="none" if point else _end(value.upper, value.soft_upper, closed=value.upper_closed),
        cluster=cluster,
    )


def _end(hard: str | None, soft: str | None, *, closed: bool) -> str:
    if hard is None or (soft is not None and exactly(hard) != exactly(soft)):
        return "arrow"
    return "closed" if closed else "open"
