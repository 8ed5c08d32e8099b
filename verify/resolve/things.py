"""Which candidates are one thing, by now, and what is known of each thing.

Comes in: candidates, and pairs of them that met.  Goes out: the thing of each candidate, the number of its
first one; what is known of it; why candidates were joined, and what met and was not.  Who meets is left to
``joining``, what a feature counts to ``weights``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from verify.engine.changing import Changing
from verify.engine.shelf import RECORDS, Sorter, ordered
from verify.model.ascending import disjoint
from verify.model.entity import Candidate, Evidence
from verify.model.unions import NumberUnions
from verify.resolve.candidates import Candidates
from verify.resolve.figures import Told
from verify.resolve.profile import Profile, Profiler, total
from verify.resolve.weights import JOIN, POINTS

_ALONE = 1 << 10
"""So many things of one candidate are known without being worked out again."""
_KNOWN = 1 << 12
"""What is known of so many others is held, and of as many that were asked for last."""

Pair = tuple[int, int]
Reasons = tuple[Evidence, ...]


def _itself(pair: Pair) -> Pair:
    return pair


class Group(NamedTuple):
    """The candidates of one thing."""

    candidates: Candidates
    root: int
    faces: Mapping[Candidate, int]
    """What they are but for their documents, in their order, and how many are so."""

    @property
    def first(self) -> Candidate:
        """The first of them; its source may wait on disk."""
        return self.candidates[self.root]


class Things:
    """The things that candidates are."""

    def __init__(self, candidates: Candidates, profiler: Profiler) -> None:
        """Begin with no candidate known."""
        self.candidates = candidates
        self._profiler = profiler
        self._unions = NumberUnions(len(candidates))
        self.root = self._unions.root
        """Of a candidate, the thing that it is."""
        self._profiles: Changing[Profile] = Changing(_KNOWN)
        """What is known of each thing of which several candidates, or figures, tell."""
        self._alone: dict[int, Profile] = {}
        """Of the others, which say what their candidates say, those that were asked for last."""
        self._ties: set[Pair] = set()
        """The last candidates that met and were not joined."""
        self._tied: Sorter[Pair] = Sorter(_itself)
        """Those before them, some several times."""
        self._reasons: Sorter[tuple[int, Reasons]] = Sorter(itemgetter(0))
        """Candidates with what they were joined by, the last counts."""
        self._why = bytearray(len(candidates))
        """1 for each that was joined."""

    def add(self, number: int, profile: Profile) -> None:
        """Take in what is known of a candidate."""
        if profile.told.values or profile.told.stated:
            self._profiles[number] = profile
        else:
            self._put(number, profile)

    def roots(self) -> Iterator[int]:
        """Yield all things, in order."""
        return self._unions.roots()

    def members(self, root: int) -> list[int]:
        """Return the candidates of a thing, in order."""
        return self._unions.members(root)

    def group(self, root: int) -> Group:
        """Return what documents say of a thing."""
        return Group(self.candidates, root, self.candidates.faces(self.members(root)))

    def known(self, number: int) -> Profile:
        """Return what is known of the thing of a candidate."""
        root = self.root(number)
        found = self._alone.get(root) or self._profiles.get(root)
        return found or self._put(root, self._profiler.profile(root, Told()))

    def _put(self, root: int, profile: Profile) -> Profile:
        """Keep for a while what is known of a thing that one candidate without figures tells of."""
        if len(self._alone) >= _ALONE:
            self._alone.clear()
        self._alone[root] = profile
        return profile

    def held(self, number: int) -> Profile:
        """Return what is known of the thing of a candidate, to be added to."""
        root = self.root(number)
        found = self._profiles[root] = self.known(root)
        self._alone.pop(root, None)  # which another one may stand for once it was put down
        return found

    def together(self, one: int, other: int) -> bool:
        """Say whether a document names both."""
        return not disjoint(self.known(one).documents, self.known(other).documents)

    def attempt(self, one: int, other: int, told: str = "") -> None:
        """Join two things by the evidence; ``told`` is a feature of it that the profiles do not show."""
        a, b = self.root(one), self.root(other)
        if a == b:
            return
        evidence = self._profiler.evidence(self.known(b), self.known(a))
        if told:
            evidence = (*evidence, Evidence(told, POINTS[told], ""))
        if total(evidence) < JOIN:
            self.tie(a, b)
        elif self._why[one]:
            self._join(a, b)
        else:
            self.join(one, other, evidence)

    def join(self, one: int, other: int, reasons: Reasons) -> None:
        """Make two candidates one thing, and remember why the first is."""
        self._why[one] = 1
        self._reasons.extend([(one, reasons)])
        self._join(one, other)

    def _join(self, one: int, other: int) -> None:
        root, gone = sorted((self.root(one), self.root(other)))
        if root != gone:
            self.held(root).add(self.known(gone))
            self._profiles.pop(gone)
            self._unions.join(root, gone)

    def tie(self, one: int, other: int) -> None:
        """Remember that two things met and were not joined."""
        self._ties.add((min(one, other), max(one, other)))
        if len(self._ties) >= RECORDS:
            self._tied.extend(self._ties)
            self._ties.clear()

    def apart(self) -> Iterator[tuple[Pair, Reasons]]:
        """Yield the pairs of things that stayed apart to the end, with the evidence as it stands then."""
        root = self.root
        self._tied.extend(self._ties)
        pairs = ((root(a), root(b)) for a, b in self._tied.once())
        for (a, b), _ in groupby(ordered(((min(pair), max(pair)) for pair in pairs), _itself)):
            if a != b:
                yield (a, b), self._profiler.evidence(self.known(a), self.known(b))

    def reasons(self) -> Iterator[tuple[int, Reasons]]:
        """Yield the candidates that were joined, in order, each with the reasons."""
        return (deque(same, 1)[0] for _, same in groupby(self._reasons.once(), itemgetter(0)))
