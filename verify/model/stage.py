"""What every stage returns: its items, and the issues it met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from verify.model.document import Issue

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stage(Generic[T]):
    """Items in the order of the input, and trouble as data."""

    items: Sequence[T]
    issues: tuple[Issue, ...] = ()
