"""A gloss that explains a unit: ``1 Petaflop = 1000万亿次每秒``."""

from __future__ import annotations

from dataclasses import dataclass

from verify.model.group import Comparison
from verify.model.quantity import Quantity
from verify.model.span import Span


@dataclass(frozen=True, slots=True)
class Definition:
    """Two values that a document states to be one and the same."""

    source_id: str
    span: Span
    """In the decoded text of the file: both values."""
    line: int
    column: int
    left: Quantity
    right: Quantity
    stated: str
    """The words."""
    comparison: Comparison | None = None
    """Left against right, set by ``compare``; None where their dimensions differ."""
