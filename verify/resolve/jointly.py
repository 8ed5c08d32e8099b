"""Which claims tell one fact of two things that their documents name together.

Comes in: how the claims of a corpus tell their figures, and what else each document names.  Goes out: claims
that take the key of another document's claim with the very same number, told of another thing: the contract
for trains, of their maker here and of the metro line there; the prize, of the winner and of the tournament.
A document that tells of a happening takes one of those who have part in it for its subject and leaves out the
others.  One of the two documents at least names both things, and they are no rivals: two of one kind (ships,
towns) have figures of their own, and so have two of which one document tells the same sort of figure.  The
more numbers two things have in common the likelier it is that each is one fact; two of no known kind need
that.  As with ``retold`` the two figures agree, and nothing else comes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations, groupby, product
from typing import NamedTuple

from verify.engine.shelf import Sorter, kept
from verify.model.entity import Entity
from verify.resolve.figures import far
from verify.resolve.likeness import Likeness, apart
from verify.resolve.nameless import folder
from verify.resolve.vocabulary import Told
from verify.resolve.ways import DAY, Heard, Number, Way
from verify.resolve.weights import ENOUGH, RETOLD_POINTS

_MANY = 8
"""A number that is told of more things of a folder, or more often, tells nothing."""
_CLEAR = 10
"""By so many points the best thing is better than any other."""
_SPEAKS = 5
"""From so many points on a number is one that two things have in common."""
_OTHER = "another number of both things"
_MOST = 2
"""So many other numbers count."""
_BOTH = "two things that both documents name"
_ONE = "two things that one document names"

Named = Callable[[str], Collection[str]]
"""The things that a document names."""


class Retelling(NamedTuple):
    """A claim that takes the key of another one, and what speaks for it."""

    claim_id: str
    told: Heard
    why: str
    slip: str = ""
    """What made another number of the one that it tells; empty where it tells the same."""
    sure: bool = False
    """Whether what speaks for it is strong enough to contradict the other."""


class _Pair(NamedTuple):
    """Two things of which one number is told, and who tells it."""

    one: Sequence[Heard]
    other: Sequence[Heard]


class _Weighed(NamedTuple):
    """Two claims that tell one number of two things, and what speaks for it that they tell one fact."""

    points: int
    why: str
    told: Heard
    to: Heard
    pair: _Pair
    unlike: bool
    """Whether the things are known to be of two kinds."""
    bare: bool
    """Whether nothing but the number speaks for it."""

    @property
    def things(self) -> tuple[str, ...]:
        """The things, in order."""
        return tuple(sorted((self.told.thing, self.to.thing)))


class Jointly:
    """Hears how figures are told, and then tells which are told of two things that are named together."""

    def __init__(self, likeness: Likeness) -> None:
        self._likeness = likeness
        self._heard: Sorter[Heard] = Sorter(lambda one: (folder(one.source_id), one.number, one.claim_id))

    def hear(self, told: Iterable[Heard]) -> None:
        """Take note of figures that tell something."""
        # Two things may well open on one day.
        self._heard.extend(one for one in told if one.digits and not one.number[0].startswith(DAY))

    def retellings(
        self, meant: Callable[[Heard], Way], named: Named, things: Mapping[str, Entity]
    ) -> Iterator[Retelling]:
        """Yield which claims are told of another thing by another document."""
        every = kept(one._replace(way=meant(one)) for one in self._heard.once())
        # of most pairs no document names both, so that they need not be held
        pairs = kept(pair for pair in self._pairs(every, things) if _together(pair, named, things))
        if not pairs:
            return
        crossed = (way for one, other in pairs for way in ((one, other), (other, one)))
        stems = _stems(every, {(told.source_id, other[0].thing) for one, other in crossed for told in one})
        every_pair = (self._weighed(pair, named, things, stems) for pair in pairs)
        weighed = kept(one for several in every_pair for one in several)
        common = _in_common(weighed)
        contested = _contested(every, (told for one in weighed for told in (one.told, one.to)))
        found: dict[str, list[tuple[int, Heard, str]]] = {}
        for one in weighed:
            others = common.get(one.things, set()) - {one.told.number} - (one.told.near & one.to.near)
            worth = 0 if one.bare else RETOLD_POINTS[_OTHER] * min(_MOST, len(others))
            if (worth or one.unlike) and one.points + worth >= ENOUGH:
                less, more = sorted((one.told, one.to), key=lambda h: _weight(h, contested, *one.pair))
                if less.claim_id in contested:
                    continue  # what documents tell differently stays where it is
                why = f"{one.why}, {_OTHER} {worth:+}" if worth else one.why
                found.setdefault(less.claim_id, []).append((one.points + worth, more, why))
        moved = set(found)
        for claim_id, several in sorted(found.items()):
            best = max(several, key=lambda one: (one[0], one[1].claim_id))
            near = [one for one in several if best[0] - one[0] < _CLEAR]
            if len({one[1].thing for one in near}) == 1 and best[1].claim_id not in moved:
                yield Retelling(claim_id, best[1], best[2])

    def _pairs(self, every: Iterable[Heard], entities: Mapping[str, Entity]) -> Iterator[_Pair]:
        """Yield the things of a folder of which different documents tell one number."""
        for _, same in groupby(every, key=lambda one: (folder(one.source_id), one.number)):
            things = _few(same)
            # What a rule file names is told apart from others there, not by figures.
            found = sorted(thing for thing in things if not entities[thing].catalogued)
            for a, b in combinations(found, 2):
                apart = {one.source_id for one in things[a]}.isdisjoint(one.source_id for one in things[b])
                kinds = {entities[a].kind, entities[b].kind}
                if apart and (len(kinds) > 1 or kinds == {""}):
                    yield _Pair(things[a], things[b])

    def _weighed(
        self,
        pair: _Pair,
        named: Named,
        things: Mapping[str, Entity],
        stems: Set[tuple[str, str, Told]],
    ) -> Iterator[_Weighed]:
        """Yield the claims of two things, one of each, that may tell one fact, and how much speaks for it."""
        both = {side[0].thing for side in pair}
        unlike = len({things[one].kind for one in both}) > 1
        for one, other in product(*pair):
            together = [_names_both(told, both, named, things) for told in (one, other)]
            rivals = any(
                (a.source_id, b.thing, told) in stems
                for a, b in ((one, other), (other, one))
                for told in {one.way.told, other.way.told}
            )
            if any(together) and not rivals:
                feature = _BOTH if all(together) else _ONE
                points = self._likeness.apart(one, other) + RETOLD_POINTS[feature]
                why = f"{self._likeness.told(one, other)}, {feature} {RETOLD_POINTS[feature]:+}"
                bare = not self._likeness.by_words(one, other)
                yield _Weighed(points, why, one, other, pair, unlike, bare)


def _in_common(weighed: Iterable[_Weighed]) -> Mapping[tuple[str, ...], Set[Number]]:
    """Return the numbers that two things have in common."""
    found: dict[tuple[str, ...], set[Number]] = {}
    for one in weighed:
        if one.points >= _SPEAKS:
            found.setdefault(one.things, set()).add(one.told.number)
    return found


def _contested(every: Iterable[Heard], asked: Iterable[Heard]) -> Set[str]:
    """Return the claims of those asked for that another document contradicts in the same way."""
    ways: dict[tuple[str, Way], dict[str, Heard]] = {}
    for one in asked:
        ways.setdefault((one.thing, one.way.stem), {})[one.claim_id] = one
    return {
        one.claim_id
        for other in every
        for one in ways.get((other.thing, other.way.stem), {}).values()
        if one.source_id != other.source_id
        and far(one.number[1], other.number[1])
        and not apart(one.time, other.time)
    }


def _few(same: Iterable[Heard]) -> Mapping[str, Sequence[Heard]]:
    """Return what tells one number, by thing; nothing where there are many, of which no more is held."""
    things: dict[str, list[Heard]] = {}
    for one in same:
        told = things.setdefault(one.thing, [])
        told.append(one)
        if len(things) > _MANY or len(told) > _MANY:
            return {}
    return things


def _together(pair: _Pair, named: Named, things: Mapping[str, Entity]) -> bool:
    """Say whether any document that tells of one of two things names both."""
    both = {side[0].thing for side in pair}
    return any(_names_both(told, both, named, things) for side in pair for told in side)


def _names_both(told: Heard, both: Set[str], named: Named, things: Mapping[str, Entity]) -> bool:
    """Say whether the document that tells of one of two things names both, or its name the other."""
    return both <= {*named(told.source_id)} or _begins(things[told.thing], both, things)


def _begins(thing: Entity, both: Iterable[str], things: Mapping[str, Entity]) -> bool:
    """Say whether the name of a thing begins with that of the other: 青禾县春苗计划 names the county."""
    return any(thing.name != things[one].name and thing.name.startswith(things[one].name) for one in both)


def _weight(one: Heard, contested: Set[str], *sides: Sequence[Heard]) -> tuple[int, bool, int, int, str]:
    """Return a sort key: how many documents tell the number of the same thing, and how surely."""
    mine = next(side for side in sides if side[0].thing == one.thing)
    tellers = len({told.source_id for told in mine})
    return tellers, one.claim_id in contested, one.way.worth, one.sure, one.thing


def _stems(every: Iterable[Heard], asked: Set[tuple[str, str]]) -> Set[tuple[str, str, Told]]:
    """Return what documents tell of which thing, where that is asked: document, thing and attribute."""
    return {(one.source_id, one.thing, one.way.told) for one in every if (one.source_id, one.thing) in asked}
