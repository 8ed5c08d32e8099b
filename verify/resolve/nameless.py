"""What is told of nothing with a name: which thing a table of figures, or a folder of documents, is about.

Comes in: things, and what each document tells of nothing with a name.  Goes out: the thing that a table
without a name, or a folder of documents, is about.  Whether a claim needs it, ``link`` knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from verify.model.claim import Claim, Confidence
from verify.resolve.figures import Holders, Told, worth
from verify.resolve.things import Things
from verify.resolve.weights import SOME

BLOCK = 8
"""A key that more things share tells nothing: their pairs are not looked at."""
_ENOUGH = 2
"""So many documents of a folder that name one thing tell what the folder is about."""
_GRADES = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)


def by_table(tables: Iterable[tuple[str, Told]], things: Things) -> dict[str, int]:
    """Return the thing that each table without a name tells the figures of, by far the most."""
    found: dict[str, int] = {}
    holders: Holders | None = None
    for unnamed, one in tables:
        if holders is None:
            holders = Holders((root, things.known(root).told) for root in things.roots())
        shared: Counter[int] = Counter()
        for value in one.values:
            told = holders.of(value)
            if len(told) <= BLOCK:
                shared.update(dict.fromkeys(told, worth(value)))
        best = shared.most_common(2)
        if best and best[0][1] >= SOME and (len(best) < 2 or best[0][1] > 2 * best[1][1]):
            found[unnamed] = best[0][0]
    return found


def by_folder(things: Things, alike: Mapping[str, int]) -> dict[str, int]:
    """Return the one thing that all documents of a folder are about which name what they are about.

    Those which figures tell it of (``alike``) are about it too.  A table in it that names no thing (visits,
    seats) is taken to be about it as well; its claims stay as doubtful as they were.
    """
    topics: dict[str, Counter[int]] = {}
    for one in things.candidates.like(lambda face: face.topic):
        topics.setdefault(folder(things.candidates.source_id(one)), Counter())[things.root(one)] += 1
    for unnamed, root in alike.items():
        place = folder(unnamed)
        if root in topics.get(place, ()):
            topics[place][root] += 1
    return {
        folder: next(iter(roots))
        for folder, roots in topics.items()
        if folder and len(roots) == 1 and roots.total() >= _ENOUGH
    }


def firmer(claim: Claim) -> Confidence:
    """Return how sure a claim of a table is whose thing its figures tell."""
    vague = claim.attribute_id.startswith(("~", "count of "))
    return claim.confidence if vague else max(claim.confidence, Confidence.MEDIUM, key=_GRADES.index)


def folder(source_id: str) -> str:
    """Return the folder of a source; empty for what lies in none."""
    return source_id.rpartition("/")[0]
