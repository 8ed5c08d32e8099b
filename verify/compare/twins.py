"""Figures of one sentence that share a key and differ: two facts, of which the difference was not read.

The claims of one bucket (entity, attribute, dimension) come in; the same go out, those marked that
cannot be one fact: nobody contradicts himself in one breath, so what tells the two apart stands in words
that were not understood.  Each may still agree with another document, and conflicts with none.
A title, a table or another sentence that contradicts is no such case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from verify.compare.gate import Stated, Way, gate
from verify.compare.judge import agree
from verify.compare.values import usable

_IN_FULL = 30
"""Up to so many claims of a sentence are compared with each other; of more, all are marked."""


def marked(claims: Iterable[Stated]) -> list[Stated]:
    """Return the claims of a bucket, those of one sentence that differ under one key as twins."""
    kept = list(claims)
    together: dict[tuple[str, int, str], list[int]] = defaultdict(list)
    for number, one in enumerate(kept):
        if one.claim.sentence and usable(one.claim.value):
            together[one.claim.source_id, one.claim.line, one.claim.sentence].append(number)
    for numbers in together.values():
        for number in _differing(kept, numbers):
            kept[number] = replace(kept[number], twin=True)
    return kept


def _differing(claims: Sequence[Stated], numbers: Sequence[int]) -> set[int]:
    if len(numbers) > _IN_FULL:
        return set(numbers)
    found: set[int] = set()
    for a, b in combinations(numbers, 2):
        one, other = claims[a], claims[b]
        if gate(one, other).way is Way.COMPARE and not agree(one.claim.value, other.claim.value):
            found |= {a, b}
    return found
