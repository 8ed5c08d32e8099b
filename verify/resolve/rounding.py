"""Which claims tell one fact in other words, by a figure and its rounded form.

Comes in: what is told of one thing, by dimension and number.  Goes out: claims that take the key of another
document's claim: 2316 plants here, some 2300 species there.  It goes on from ``retold``, where the number is
the very same one: what agrees with anything told in its own words, and what was joined already, stays as it
is; a document that tells something in both words tells two things; and where two numbers may be meant,
neither is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import groupby, islice
from typing import NamedTuple

from verify.resolve.jointly import Retelling
from verify.resolve.likeness import Likeness
from verify.resolve.ways import DAY, Heard, Way
from verify.resolve.weights import ENOUGH, RETOLD_POINTS

_MANY = 8
"""Where more claims lie near a number one of them does so by chance."""
_MOST = 2000
"""Where so many claims of one dimension are told of a thing, any number is near another one."""
_CLEAR = 10
"""By so many points is the better of two that cannot both be meant."""
_ROUNDED = "a number and its rounded form"


class Joined(NamedTuple):
    """What is joined already, by the ids of claims: those that took a key, and those whose key it was."""

    moved: Set[str]
    held: Set[str]


def roundings(
    told: Iterable[Heard], likeness: Likeness, shared: Set[Way], exact: Set[str], joined: Joined
) -> Iterator[Retelling]:
    """Yield which claims on one thing, by dimension and number, are told in the way of another one.

    ``shared`` are the ways in which several documents tell something, ``exact`` the attributes that nobody
    rounds: limits, prices.
    """
    for dimension, same in groupby(told, key=lambda one: one.number[0]):
        claims = [*islice((one for one in same if one.way.told.attribute not in exact), _MOST + 1)]
        if not dimension.startswith(DAY) and len(claims) <= _MOST:
            yield from _apart(_best(claims, likeness, joined), likeness, shared, joined)


def _best(claims: Sequence[Heard], likeness: Likeness, joined: Joined) -> Iterator[tuple[int, Heard, Heard]]:
    """Yield, of each number that may be rounded, the claim that tells it best, with the points."""
    tellers: dict[Way, set[str]] = {}
    for one in claims:
        tellers.setdefault(_said(one), set()).add(one.source_id)
    for coarse in claims:
        if coarse.claim_id in joined.moved or coarse.claim_id in joined.held:
            continue
        near = _near(coarse, claims)
        if not near or len(near) > _MANY or any(_said(one) == _said(coarse) for one in near):
            continue
        rated = [
            (
                likeness.apart(coarse._replace(digits=max(1, coarse.digits)), one) + RETOLD_POINTS[_ROUNDED],
                one,
            )
            for one in near
            if one.claim_id not in joined.moved and tellers[_said(one)].isdisjoint(tellers[_said(coarse)])
        ]
        if not rated:
            continue
        points, best = max(rated, key=lambda pair: (pair[0], pair[1].claim_id))
        if points >= ENOUGH and all(
            _goes_with(one, best) or points - worth >= _CLEAR for worth, one in rated
        ):
            yield points, coarse, best


def _apart(
    pairs: Iterable[tuple[int, Heard, Heard]], likeness: Likeness, shared: Set[Way], joined: Joined
) -> Iterator[Retelling]:
    """Yield which claim of each pair takes the key of the other; none takes one that is given up."""
    moved, held = {*joined.moved}, {*joined.held}
    for _, coarse, fine in sorted(pairs, key=lambda pair: (-pair[0], pair[1].claim_id)):
        known = [one.way.stem in shared for one in (coarse, fine)]
        one, other = (fine, coarse) if known == [True, False] else (coarse, fine)
        if all(known) or one.claim_id in moved | held or other.claim_id in moved:
            continue
        moved.add(one.claim_id)
        held.add(other.claim_id)
        why = f"{likeness.told(coarse, fine)}, {_ROUNDED} {RETOLD_POINTS[_ROUNDED]:+}"
        yield Retelling(one.claim_id, other, why)


def _goes_with(one: Heard, best: Heard) -> bool:
    """Say whether a claim tells what another one tells, and is no second number of its document."""
    return one.way.stem == best.way.stem and (one.number == best.number or one.source_id != best.source_id)


def _said(one: Heard) -> Way:
    """Return how a figure is told, planned or not: the gate lets values that agree meet."""
    return one.way.stem._replace(modality=None)


def _near(coarse: Heard, claims: Sequence[Heard]) -> Sequence[Heard]:
    """Return the claims of other documents whose number, no shorter, may be rounded to that of a claim.

    Of many no more are returned than tell that they are many.
    """
    if coarse.around is None:
        return []
    low, high = coarse.around
    first = bisect_left(claims, low, key=lambda one: one.number[1])
    end = bisect_left(claims, high, key=lambda one: one.number[1])
    least = max(1, coarse.digits)
    near = (
        one
        for one in (claims[place] for place in range(first, end))
        if one.number != coarse.number and one.digits >= least and one.source_id != coarse.source_id
    )
    return [*islice(near, _MANY + 1)]
