"""Two claims against each other: the gate, then the ladder, then what may be made of it.

Two ``Stated`` claims come in, a ``Comparison`` goes out.  A would-be conflict is at most a
possible one where a part of the key is unstated on one side, a link is of low confidence, or a document tells
several values (``twins``).
Forming groups is left to ``partition`` and ``group``.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from verify.compare.dates import date_rung
from verify.compare.gate import AS_OF, Gate, Stated, Way, above_designed_maximum, gate
from verify.compare.ladder import line_of, relative_gap, rung
from verify.compare.rung import AGREEING, DISAGREEING, EQUAL, HEDGE_DIFFERS, IDENTICAL, POSSIBLE, Rung
from verify.model.claim import Confidence, Value
from verify.model.group import Comparison, Relation
from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.model.rank import Rank

_NEAR = Fraction(1, 20)


def value_rung(a: Value, b: Value) -> Rung | None:
    """Return the rung of two values, or None where they cannot be compared.

    Ranks agree when superlative, category and region are equal, 最大 and 最大之一 in other words, and are
    judged no further here.
    """
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return rung(a, b) if a.unit.base == b.unit.base else None
    if isinstance(a, Period) and isinstance(b, Period):
        return date_rung(a, b)
    if isinstance(a, Rank) and isinstance(b, Rank) and rank_key(a) == rank_key(b):
        if a.strict != b.strict:
            return Rung(HEDGE_DIFFERS, Fraction(0), "the same rank, one of them as one of several")
        if a.stated == b.stated:
            return Rung(IDENTICAL, Fraction(0), "the same words")
        return Rung(EQUAL, Fraction(0), "the same rank, written otherwise")
    return None


Rungs = Callable[[Value, Value], Rung | None]
"""``value_rung``, or what keeps its answers."""


def judge(a: Stated, b: Stated, rungs: Rungs = value_rung, *, told_both: bool = False) -> Comparison:
    """Return what two claims are to each other, ``a`` the one that stands first.

    ``told_both`` says that some document tells both values under the same key.
    """
    first, second = sorted((a, b), key=lambda one: one.order)
    answer = gate(first, second)
    found = None if answer.way is Way.DIFFERENT else rungs(first.claim.value, second.claim.value)
    if found is None:
        bound = f"{answer.part} differs" if answer.part else "an unresolved date, or another rank"
        return _comparison(first, second, None, Relation.NOT_COMPARED, bound)
    if answer.way is Way.AGREE_ONLY:
        return _across(first, second, answer, found)
    doubts = _doubts(first, second, answer, told_both=told_both)
    if found.line in DISAGREEING and doubts:
        alone = f"line {found.line}, {found.relation}, by the values alone"
        return _possible(first, second, found, f"{alone}; {doubts}")._replace(doubtful=True)
    return _comparison(first, second, found, found.relation, found.bound)


def agree(a: Value, b: Value) -> bool:
    """Say whether two values agree (lines 1 to 6)."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        far = relative_gap(a, b) > max(_NEAR, a.tolerance, b.tolerance)
        if far and not a.hard.meets(b.hard):
            return False
        return line_of(a, b) in AGREEING
    found = value_rung(a, b)
    return found is not None and found.line in AGREEING


def rank_key(rank: Rank) -> tuple[str, str, str]:
    """Return what makes two ranks one, but for 之一."""
    return rank.superlative, rank.category, rank.region


def _across(a: Stated, b: Stated, answer: Gate, found: Rung) -> Comparison:
    """Compare claims of different modality or as-of date, or with words that may be no scope."""
    if found.line in AGREEING:
        said = f"{found.bound}; {_named(answer.part)} differs"
        return _comparison(a, b, found, found.relation, said)
    if answer.part == AS_OF:
        return _comparison(a, b, None, Relation.SUPERSEDED, "another as-of date")
    if above_designed_maximum(a, b):
        return _possible(a, b, found, "a measured value above the designed maximum")
    return _comparison(a, b, None, Relation.NOT_COMPARED, f"another {answer.part}")


def _doubts(a: Stated, b: Stated, answer: Gate, *, told_both: bool) -> str:
    doubts = [f"{_named(part)} unstated on one side" for part in answer.unstated]
    one, other = a.claim, b.claim
    grades = {one.confidence, other.confidence}
    if Confidence.LOW in grades:
        doubts.append("a reading or link of low confidence")
    elif Confidence.MEDIUM in grades and one.source_id == other.source_id:
        doubts.append("a reading of medium confidence, and one document")
    if one.source_id != other.source_id and (a.several or b.several or told_both):
        doubts.append("a source says several things of it")
    return ", ".join(doubts)


def _possible(a: Stated, b: Stated, found: Rung, why: str) -> Comparison:
    """Turn what the values alone make a conflict into a possible one."""
    plain = _comparison(a, b, found, Relation.POSSIBLE, why)
    said = f"line {POSSIBLE}, {Relation.POSSIBLE}: {why}"
    return plain._replace(line=POSSIBLE, derivation=(*plain.derivation, said))


def _comparison(a: Stated, b: Stated, found: Rung | None, relation: Relation, bound: str) -> Comparison:
    if found is None:
        return Comparison(a.claim.id, b.claim.id, None, relation, Fraction(0), bound)
    return Comparison(
        a.claim.id, b.claim.id, found.line, relation, found.gap, bound, found.flags, found.derivation
    )


def _named(part: str) -> str:
    return "as-of date" if part == AS_OF else part
