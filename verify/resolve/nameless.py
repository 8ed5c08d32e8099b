"""What is told of nothing with a name: which thing a table of figures, or a folder of documents, is about.

Comes in: the candidates of all documents, what is known of each thing, and which candidates are one.  Goes
out: the thing that a table without a name, or a folder of documents, is about.  Whether a claim needs it,
``link`` knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from verify.engine.shelf import Sorter
from verify.model.claim import Claim, Confidence
from verify.model.entity import Candidate
from verify.resolve.figures import Told, Value
from verify.resolve.profile import Profile
from verify.resolve.weights import SOME

BLOCK = 8
"""A key that more things share tells nothing: their pairs are not looked at."""
_ENOUGH = 2
"""So many documents of a folder that name one thing tell what the folder is about."""
_GRADES = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)


class Nameless:
    """Finds what figures without a name are of."""

    def __init__(
        self,
        candidates: Mapping[str, Candidate],
        profiles: Mapping[str, Profile],
        root: Callable[[str], str],
    ) -> None:
        self._candidates, self._profiles, self._root = candidates, profiles, root

    def by_table(self, tables: Sorter[tuple[str, Told]]) -> dict[str, str]:
        """Return the thing that each table without a name tells the figures of, by far the most."""
        roots: dict[Value, set[str]] = {}
        for root in {self._root(one) for one in self._candidates}:
            for value in self._profiles[root].told.values:
                roots.setdefault(value, set()).add(root)
        found: dict[str, str] = {}
        for unnamed, one in tables.once():
            mine = one.values
            shared = Counter({root: 0 for value in mine for root in roots.get(value, ())})
            for value, weight in mine.items():
                holders = roots.get(value, set())
                if len(holders) <= BLOCK:
                    shared.update(dict.fromkeys(holders, weight))
            best = shared.most_common(2)
            if best and best[0][1] >= SOME and (len(best) < 2 or best[0][1] > 2 * best[1][1]):
                found[unnamed] = best[0][0]
        return found

    def about(self) -> dict[str, str]:
        """Return the one thing that all documents of a folder are about which name what they are about.

        A table in it that names no thing (visits, seats) is taken to be about it as well; its claims
        stay as doubtful as they were.
        """
        topics: dict[str, list[str]] = {}
        for one in sorted(self._candidates):
            candidate = self._candidates[one]
            if candidate.topic:
                topics.setdefault(folder(candidate.source_id), []).append(self._root(one))
        return {
            folder: roots[0]
            for folder, roots in topics.items()
            if folder and len(roots) >= _ENOUGH and len(set(roots)) == 1
        }


def firmer(claim: Claim) -> Confidence:
    """Return how sure a claim of a table is whose thing its figures tell."""
    vague = claim.attribute_id.startswith(("~", "count of "))
    return claim.confidence if vague else max(claim.confidence, Confidence.MEDIUM, key=_GRADES.index)


def folder(source_id: str) -> str:
    """Return the folder of a source; empty for what lies in none."""
    return source_id.rpartition("/")[0]
