"""How grave each line of the ladder is."""

from __future__ import annotations

from fractions import Fraction

import pytest

from verify.compare.rung import Rung, gravity
from verify.model.group import Relation

BY_GRAVITY = [
    Relation.IDENTICAL,
    Relation.EQUAL,
    Relation.ROUNDED,
    Relation.HEDGE_DIFFERS,
    Relation.ENTAILED,
    Relation.COMPATIBLE,
    Relation.POSSIBLE,
    Relation.UNIT_SLIP,
    Relation.CONFLICT,
]


def test_gravity_rises_to_conflict() -> None:
    assert [gravity(relation) for relation in BY_GRAVITY] == [1, 2, 3, 4, 5, 6, 7, 8, 9]


@pytest.mark.parametrize("relation", [Relation.NOT_COMPARED, Relation.SUPERSEDED])
def test_what_was_not_compared_weighs_nothing(relation: Relation) -> None:
    assert gravity(relation) == 0


def test_a_rung_names_its_line() -> None:
    assert Rung(0, Fraction(0), "").relation is Relation.UNIT_SLIP
    assert Rung(8, Fraction(0), "").relation is Relation.CONFLICT
