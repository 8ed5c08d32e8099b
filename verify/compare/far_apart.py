"""What one document tells so differently under one key that it can be no slip: several facts.

The makings of a group (``partition``) come in; as many go out as there are facts in it.  Nobody
contradicts himself threefold: where the body of one document says 160 metres here and 18.4 km there, what
tells the two apart was not read.  A figure of another document is of the fact whose value is nearest, and
is compared with that one alone, so that a slip in it is found all the same.

A slip of the pen keeps its group, however far it leads: a power of ten, digits that changed places, the
same numeral in another unit, or two sentences that are one but for the figure.  Three values of one key are
three facts, however near.  So are two values of any documents of which one is fifty times the other or
more: 5 doctors, 3,920 doctors.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from fractions import Fraction
from itertools import chain, combinations, pairwise

from verify.compare.flags import MAGNITUDE, SWAPPED, flags
from verify.compare.gate import Stated, Way, gate
from verify.compare.judge import agree, value_rung
from verify.compare.partition import Bundle, Pool
from verify.model.group import Relation
from verify.model.quantity import Quantity

_Figure = tuple[Fraction, Stated]
_FAR = 3
"""So many times another figure of its document is no slip of it."""
_VERY_FAR = 50
"""Nor is so many times a figure of whichever document."""
_IN_FULL = 12
"""Up to so many values of one document are compared with each other; of more, neighbours only."""


def facts(pool: Pool) -> list[Pool]:
    """Return the pool, cut where one of its documents tells values that are far apart."""
    if len(pool.values) == 1:
        return [pool]
    cuts = _cuts(pool.claims)
    if not cuts:
        return [pool]
    parts: dict[int, Pool] = defaultdict(Pool)
    for bundle in pool.bundles:
        held: dict[int, list[Stated]] = defaultdict(list)
        for one in bundle.claims:
            held[_place(one, cuts)].append(one)
        for place, claims in held.items():
            parts[place].add(Bundle(claims))
    return [parts[place] for place in sorted(parts)]


def _place(one: Stated, cuts: Sequence[Fraction]) -> int:
    """Return the number of the fact that a claim is of; what has no value is of the first."""
    number = _number(one)
    return bisect_right(cuts, number) if number is not None else 0


def _cuts(claims: Sequence[Stated]) -> list[Fraction]:
    """Return the numbers at which facts begin, in order.

    Two that are far apart are cut in the widest gap between them, where no cut lies there yet.
    """
    told = ((number, one) for one in claims if (number := _number(one)) is not None)
    figures = sorted(told, key=lambda figure: (figure[0], figure[1].order))
    numbers = sorted({number for number, _ in figures})
    cuts: list[Fraction] = []
    for low, high in chain(_very_far(figures), _far_apart(figures)):
        if bisect_right(cuts, low) == bisect_right(cuts, high):
            between = numbers[bisect_left(numbers, low) : bisect_right(numbers, high)]
            insort(cuts, max(pairwise(between), key=lambda pair: pair[1] / pair[0])[1])
    return cuts


def _very_far(figures: Sequence[_Figure]) -> Iterator[tuple[Fraction, Fraction]]:
    """Yield values, next to each other, that are no slip of each other in whichever documents."""
    for (low, one), (high, other) in pairwise(figures):
        if (
            high >= _VERY_FAR * low
            and not _slip(one, other)
            and not agree(one.claim.value, other.claim.value)
        ):
            yield low, high


def _far_apart(figures: Sequence[_Figure]) -> Iterator[tuple[Fraction, Fraction]]:
    """Yield the values of each document that are of two facts, the nearest pairs first."""
    told: dict[Hashable, list[_Figure]] = defaultdict(list)
    for number, one in figures:
        told[one.claim.source_id, one.claim.section].append((number, one))
    found: set[tuple[Fraction, Fraction]] = set()
    for alone in told.values():
        pairs = combinations(alone, 2) if len(alone) <= _IN_FULL else pairwise(alone)
        apart = [(a, b) for a, b in pairs if _differ(a[1], b[1])]
        many = len({number for pair in apart for number, _ in pair}) > 2
        found |= {
            (a, b) for (a, one), (b, other) in apart if many or (b >= _FAR * a and not _slip(one, other))
        }
    yield from sorted(found, key=lambda pair: (pair[1] / pair[0], pair))


def _differ(a: Stated, b: Stated) -> bool:
    return gate(a, b).way is Way.COMPARE and not agree(a.claim.value, b.claim.value)


def _slip(a: Stated, b: Stated) -> bool:
    one, other = a.claim.value, b.claim.value
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)):
        return False
    if _around(a) == _around(b) != "":
        return True
    rung = value_rung(one, other)
    unit = rung is not None and rung.relation is Relation.UNIT_SLIP  # 30 seconds, 30 minutes
    return unit or not {MAGNITUDE, SWAPPED}.isdisjoint(flags(one, other))


def _around(one: Stated) -> str:
    """Return the sentence of a claim without its figure."""
    return one.claim.sentence.replace(one.claim.quote, "", 1)


def _number(one: Stated) -> Fraction | None:
    """Return the number of a figure above 0; None of anything else."""
    value = one.claim.value
    return value.base_number if isinstance(value, Quantity) and value.base_number > 0 else None
