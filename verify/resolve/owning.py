"""Which things that texts tell as something's own may be one: its library, 学校图书馆 and 云汀大学图书馆.

Comes in: candidates without a name that have a kind and an owner, and what is known of all things by then.
Goes out: pairs to be judged: things of one kind in one folder with figures in common, those of the same owner
and else the one with most of them.  Whether two are joined is left to ``weights``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from verify.model.ascending import disjoint
from verify.resolve.figures import Holders
from verify.resolve.nameless import folder
from verify.resolve.things import Things

_MOST = 8
"""A value that more things of a kind have tells nothing."""
_Place = tuple[str, str]
"""Folder and kind: candidates of both that share a value are looked at."""


class Owning:
    """Pairs what is owned with things as they are by then."""

    def __init__(self, things: Things) -> None:
        self._things, self._candidates = things, things.candidates
        self._owned = [*self._candidates.like(lambda face: face.whole and not face.names)]

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield each thing without a name with one which it may be."""
        if not self._owned:
            return
        self._tell_owners()
        places = self._places()
        held = {place: self._holders(many) for place, many in places.items()}
        for one in self._owned:
            place = self._place(one)
            many, holders = places[place], held[place]
            near = (holders.of(value) for value in self._things.known(one).told.values)
            few = (others for others in near if sum(many[other] for other in others[: _MOST + 1]) <= _MOST)
            met = {self._things.root(other) for others in few for other in others}
            yield from ((one, other) for other in self._fitting(self._things.root(one), met))

    def _place(self, one: int) -> _Place:
        return folder(self._candidates.source_id(one)), self._candidates.face(one).kind

    def _tell_owners(self) -> None:
        """Let all names of an owner be known of what it owns, also where a name begins with them."""
        for one in self._owned:
            whole = self._candidates.face(one).whole
            beside = self._candidates.of(self._candidates.document(one))
            owners = [other for other in beside if self._candidates.face(other).names == whole]
            if owners:
                names = self._things.known(owners[-1]).names
                self._things.held(one).wholes |= frozenset(names)

    def _places(self) -> dict[_Place, Counter[int]]:
        """Return how many candidates each thing has in the folders and of the kinds of what is owned."""
        places: dict[_Place, Counter[int]] = {self._place(one): Counter() for one in self._owned}
        kinds = {kind for _, kind in places}
        for one in self._candidates.like(lambda face: face.kinds & kinds):
            for kind in self._candidates.face(one).kinds & kinds:
                place = folder(self._candidates.source_id(one)), kind
                if place in places:
                    places[place][self._things.root(one)] += 1
        return places

    def _holders(self, roots: Iterable[int]) -> Holders:
        return Holders((root, self._things.known(root).told) for root in roots)

    def _fitting(self, root: int, met: set[int]) -> Iterator[int]:
        """Yield the things of the same owner, by their ids, or the one of an unknown owner that fits best."""
        mine = self._things.known(root)
        shared: dict[int, int] = {}
        for other in sorted(met - {root}):
            theirs = self._things.held(other)
            weight = mine.told.shared(theirs.told)
            named = any(name.startswith(owner) for owner in mine.wholes for name in theirs.names)
            if not (weight or named) or not disjoint(mine.documents, theirs.documents):
                continue  # 松陵校区图书馆 is that of the campus, though another figure of it differs
            if not theirs.wholes and named:
                theirs.wholes |= mine.wholes
            if mine.wholes & theirs.wholes:
                yield other
            elif not theirs.wholes:
                shared[other] = weight
        best = sorted(shared, key=lambda other: (-shared[other], other))
        if best and (len(best) < 2 or shared[best[0]] > shared[best[1]]):
            yield best[0]
