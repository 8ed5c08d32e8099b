"""What is found in a block of text: figures, and doubtful places.

``scanner`` finds them; what a figure is about is left to ``extractor``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.model.span import Span


class Kind(StrEnum):
    """What stands at a place."""

    QUANTITY = "quantity"
    PERIOD = "period"
    IGNORED = "ignored"
    NUMERAL = "numeral"


class Reading(NamedTuple):
    """A figure in folded text: a tuple, for there are many."""

    span: Span
    quantity: Quantity
    number_span: Span
    """The numeral alone."""
    unit_span: Span
    """The unit after the numeral; empty where it has none."""
    rules: tuple[str, ...]
    measure: str = ""
    """Measure word of a count whose noun is still unknown."""
    guessed: bool = False
    """True where the unit's spelling has several meanings and nothing near tells which."""


class Figure(NamedTuple):
    """One numeral of the text, read: a tuple, for there are many."""

    kind: Kind
    span: Span
    rules: tuple[str, ...]
    reading: Reading | None = None
    period: Period | None = None


class Turn(NamedTuple):
    """What something was, and what it has become: from 91 in 2020 to 98; to 98 from 91."""

    then: Figure
    now: Figure | None
    """None where a word alone tells that it was: was 20 seconds, compared with 400."""
    date: Figure | None
    """When it was: that dates no other figure."""

    @property
    def first(self) -> Figure | None:
        """The figure that stands before the other; None where only one is told."""
        return None if self.now is None else min(self.then, self.now, key=lambda one: one.span)

    @property
    def second(self) -> Figure:
        """The figure that stands behind the other, or alone."""
        return self.then if self.now is None else max(self.then, self.now, key=lambda one: one.span)


@dataclass(frozen=True, slots=True)
class Trouble:
    """A doubtful place: code, what it is, span in the folded text."""

    code: str
    message: str
    span: Span


@dataclass(slots=True)
class Scan:
    """All figures of a block, and what was doubtful."""

    figures: list[Figure] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
