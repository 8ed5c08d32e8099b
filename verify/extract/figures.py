"""What is found in a block of text: figures, and doubtful places.

``scanner`` finds them; what a figure is about is left to ``extractor``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from verify.extract.quantities import Reading
from verify.model.period import Period
from verify.model.span import Span


class Kind(StrEnum):
    """What stands at a place."""

    QUANTITY = "quantity"
    PERIOD = "period"
    IGNORED = "ignored"
    NUMERAL = "numeral"


class Figure(NamedTuple):
    """One numeral of the text, read: a tuple, for there are many."""

    kind: Kind
    span: Span
    rules: tuple[str, ...]
    reading: Reading | None = None
    period: Period | None = None


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
