"""The place of two values on the ladder, and how lines are ordered by gravity."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from verify.model.group import LADDER, Relation

UNIT_SLIP, IDENTICAL, EQUAL, ROUNDED, HEDGE_DIFFERS, ENTAILED, COMPATIBLE, POSSIBLE, CONFLICT = range(9)
AGREEING = range(IDENTICAL, POSSIBLE)
"""Lines 1 to 6."""
DISAGREEING = (UNIT_SLIP, CONFLICT)

_GRAVITY = {
    relation: weight
    for weight, relation in enumerate((*LADDER[IDENTICAL:CONFLICT], LADDER[UNIT_SLIP], LADDER[CONFLICT]), 1)
}


@dataclass(frozen=True, slots=True)
class Rung:
    """Where two values stand to each other (SEMANTICS §4)."""

    line: int
    gap: Fraction
    bound: str
    """The bound that decided, in words."""
    flags: tuple[str, ...] = ()
    derivation: tuple[str, ...] = ()
    relation: Relation = field(init=False)
    """The name of the line."""

    def __post_init__(self) -> None:
        """Name the line."""
        object.__setattr__(self, "relation", LADDER[self.line])


def gravity(relation: Relation) -> int:
    """Return how grave a relation is: identical 1 … possible conflict 7, unit slip, conflict.

    What was not compared weighs nothing.
    """
    return _GRAVITY.get(relation, 0)
