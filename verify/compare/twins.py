"""What one document tells several times and differently: two facts more often than a mistake.

The claims of one bucket (entity, attribute, dimension) come in; the same go out, marked.  Where figures
differ under one key, how near they stand tells what they are:

- in one sentence, or in the tables of one document, they are two facts, and what tells the two apart was not
  read: each may agree with another claim, and conflicts with none (``twin``);
- so they are anywhere in a document where no word tells what they measure (its money: €220m, €1.9bn);
- in text of one sort (a body), they may contradict each other, and whoever tells another value in another
  document is in possible conflict with that document at most (``several``).

A title that contradicts its body is neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations

from verify.compare.gate import Stated, Way, gate
from verify.compare.judge import agree
from verify.compare.values import usable
from verify.model.claim import Claim, Confidence
from verify.model.document import Section

_BY_UNIT = "~["
_COUNT = "count of "
_SHARE = "rate.share"
"""Begin the ids of attributes that a unit alone tells, of counts that no rule names, and of shares."""
_IN_FULL = 30
"""Up to so many claims that stand together are compared with each other; of more, all are marked."""


def marked(claims: Iterable[Stated]) -> list[Stated]:
    """Return the claims of a bucket, those that their document tells differently marked."""
    kept = list(claims)
    for number in _differing(kept, _breath):
        kept[number] = kept[number]._replace(twin=True)
    several = _differing(kept, lambda one: (one.claim.source_id, one.claim.section))
    sources: dict[str, list[Stated]] = defaultdict(list)
    for number in several:
        sources[kept[number].claim.source_id].append(kept[number])
    for number, one in enumerate(kept):
        of_one = sources.get(one.claim.source_id, ())
        if number in several or any(gate(one, other).way is Way.COMPARE for other in of_one):
            kept[number] = one._replace(several=True)
    return kept


def _breath(one: Stated) -> Hashable:
    """Return what a claim was said in one breath with; None where that is not known."""
    claim = one.claim
    if claim.section is Section.TABLE or _is_wordless(claim):
        return claim.source_id, _is_wordless(claim)
    return (claim.source_id, claim.line, claim.sentence) if claim.sentence else None


def _is_wordless(claim: Claim) -> bool:
    """Say whether only its unit tells what a figure is: an amount of money, so many people.

    Wider than what makes a claim a twin by itself (``gate``): shares and any count in doubt are here too,
    since a claim is marked only where its own document tells another value.
    """
    if claim.attribute_id.startswith(_BY_UNIT):
        return True
    return claim.confidence is Confidence.LOW and claim.attribute_id.startswith((_COUNT, _SHARE))


def _differing(claims: Sequence[Stated], together: Callable[[Stated], Hashable]) -> set[int]:
    """Return the places of claims that stand together and differ under one key."""
    standing: dict[Hashable, list[int]] = defaultdict(list)
    for number, one in enumerate(claims):
        place = together(one)
        if place is not None and usable(one.claim.value):
            standing[place].append(number)
    found: set[int] = set()
    for numbers in standing.values():
        if len(numbers) > _IN_FULL:
            found.update(numbers)
            continue
        for a, b in combinations(numbers, 2):
            one, other = claims[a], claims[b]
            if gate(one, other).way is Way.COMPARE and not agree(one.claim.value, other.claim.value):
                found |= {a, b}
    return found
