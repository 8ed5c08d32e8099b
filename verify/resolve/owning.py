"""Which things that texts tell as something's own may be one: its library, 学校图书馆 and 云汀大学图书馆.

Comes in: candidates without a name that have a kind and an owner, and what is known of all things by then.
Goes out: pairs to be judged: things of one kind in one folder with figures in common, those of the same owner
and else the one with most of them.  Whether two are joined is left to ``weights``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from verify.model.entity import Candidate
from verify.resolve.figures import Value
from verify.resolve.nameless import folder
from verify.resolve.profile import Profile

_MOST = 8
"""A value that more things of a kind have tells nothing."""
_Key = tuple[str, str, Value]
"""Folder, kind and a value: candidates that share one are looked at."""


class Owning:
    """Pairs what is owned; ``root`` tells of a candidate the thing that it is by now."""

    def __init__(
        self, candidates: Mapping[str, Candidate], profiles: Mapping[str, Profile], root: Callable[[str], str]
    ) -> None:
        self._candidates, self._profiles, self._root = candidates, profiles, root
        self._owned = [one for one, c in sorted(candidates.items()) if c.whole and not c.names]

    def pairs(self, order: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Yield the id of each thing without a name with that of one which it may be."""
        if not self._owned:
            return
        self._tell_owners()
        blocks = self._blocks(order)
        for one in self._owned:
            candidate = self._candidates[one]
            place = folder(candidate.source_id), candidate.kind
            values = self._profiles[self._root(one)].told.values
            near = (blocks.get((*place, value), set()) for value in values)
            met = {self._root(other) for others in near if len(others) <= _MOST for other in others}
            yield from ((one, other) for other in self._fitting(self._root(one), met))

    def _tell_owners(self) -> None:
        """Let all names of an owner be known of what it owns, also where a name begins with them."""
        local = {(c.source_id, c.names): c.id for c in self._candidates.values() if c.names}
        for one in self._owned:
            owner = local.get((self._candidates[one].source_id, self._candidates[one].whole))
            if owner is not None:
                self._profiles[self._root(one)].wholes |= self._profiles[self._root(owner)].names.keys()

    def _blocks(self, order: Sequence[str]) -> dict[_Key, set[str]]:
        kinds = {self._candidates[one].kind for one in self._owned}
        blocks: dict[_Key, set[str]] = {}
        for one in order:
            candidate = self._candidates[one]
            for kind in candidate.kinds & kinds:
                for value in self._profiles[self._root(one)].told.values:
                    blocks.setdefault((folder(candidate.source_id), kind, value), set()).add(one)
        return blocks

    def _fitting(self, root: str, met: set[str]) -> Iterator[str]:
        """Yield the things of the same owner, by their ids, or the one of an unknown owner that fits best."""
        mine = self._profiles[root]
        shared: dict[str, int] = {}
        for other in sorted(met - {root}):
            theirs = self._profiles[other]
            weight = mine.told.shared(theirs.told)
            if mine.sources & theirs.sources or not weight:
                continue
            if not theirs.wholes and any(
                name.startswith(owner) for owner in mine.wholes for name in theirs.names
            ):
                theirs.wholes |= mine.wholes
            if mine.wholes & theirs.wholes:
                yield other
            elif not theirs.wholes:
                shared[other] = weight
        best = sorted(shared, key=lambda other: (-shared[other], other))
        if best and (len(best) < 2 or shared[best[0]] > shared[best[1]]):
            yield best[0]
