"""Which claims tell one fact in words that nothing else joins, by the figure that they share.

Comes in: the claims of aligned things, by document and place, and what their wordings mean.  Goes out: the
same claims, where one that a document alone tells in its words takes the key of another document's claim with
the very same number.  That documents on one thing tell a long figure twice says which of their words are
one, as equal values of duplicates say which columns of two tables are (A. Bilke, F. Naumann: Schema matching
using duplicates, ICDE 2005).  ``likeness`` weighs what else speaks for it and against it.  The two figures
agree, and nothing else comes of it: what is told in those words elsewhere stays as it is.  Where documents
differ in what they tell in the other's words, it stands beside the one with its number, and the conflict
between them is there without it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from fractions import Fraction
from itertools import chain, combinations, groupby

from verify.catalog.catalog import Catalog
from verify.engine.shelf import Sorter, kept, named
from verify.model.claim import RETOLD, SLIPPED, Claim, Confidence, Modality, Step
from verify.model.entity import Entity
from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.resolve.figures import far
from verify.resolve.jointly import Jointly, Named, Retelling
from verify.resolve.likeness import Likeness
from verify.resolve.rounding import Joined, roundings
from verify.resolve.slipped import Slipped
from verify.resolve.ways import COMMON, DAY, Heard, Meant, Way, heard
from verify.resolve.weights import ENOUGH
from verify.resolve.wordings import Meanings, counting

_MANY = 8
"""A number that is told of one thing in more ways tells nothing; so many claims of each are looked at."""
_CLEAR = 10
"""By so many points is the better of two that cannot both be meant."""
_LONG = 2
"""Digits of a number that tells a time by itself."""
_FEW = 8
"""So many numbers of one dimension, told of one thing, are few."""
_GRADES = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)


Retellings = Mapping[str, Retelling]
"""By the id of the claim that takes it."""
_Days = tuple[dt.date | None, dt.date | None] | None
_SEVERAL = 2
_SETTLED = (Modality.NOT_YET, Modality.DESIGNED)
"""What is planned or designed does not vary with the day on which it is told."""
_Sources = Mapping[Way, Set[str]]


class Retold:
    """Hears claims, and then tells which of them tell the same in other words."""

    def __init__(self, catalog: Catalog, meant: Meant) -> None:
        """Take what a reader takes a hedged figure to mean, too."""
        self._meant = meant
        self._likeness = Likeness(catalog)
        self._exact = {attribute.id for attribute in catalog.attributes if attribute.exact}
        self._heard: Sorter[Heard] = Sorter(lambda one: one.order)
        self._jointly = Jointly(self._likeness)
        self._slipped = Slipped(self._likeness, catalog)

    def hear(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        """Take note of claims, by document and place, and yield them."""
        for _, sentence in groupby(claims, key=lambda claim: (claim.source_id, claim.sentence)):
            together = [*sentence]
            told = [*heard(together, _GRADES, self._meant)]
            self._heard.extend(told)
            self._jointly.hear(told)
            yield from together

    def retellings(self, meanings: Meanings, together: Named, things: Mapping[str, Entity]) -> Retellings:
        """Return which claims are told in the way of another one.

        ``together`` knows which of the ``things`` a document names.
        """
        own = kept(self._retellings(meanings))
        across = [*self._jointly.retellings(lambda one: _meant(one, meanings), together, things)]
        taken = {one.claim_id for one in across}
        known = {claim for one in own if not one.slip for claim in _claims(one) if claim in taken}
        rest = kept(one for one in across if one.claim_id not in known)
        joined = {claim for one in rest for claim in _claims(one)}
        # The very same number tells more than one that slipped.
        mine = (one for one in own if not one.slip or joined.isdisjoint(_claims(one)))
        return named(kept(chain(mine, rest)), lambda one: one.claim_id)

    def _retellings(self, meanings: Meanings) -> Iterator[Retelling]:
        for _, of_thing in groupby(self._heard.once(), key=lambda one: one.thing):
            told = kept(one._replace(way=_meant(one, meanings)) for one in of_thing)
            seldom = _seldom(told)
            mine = kept(one._replace(seldom=one.number[0] in seldom) for one in told)
            joined = {one.claim_id: one for one in self._of_thing(mine)}
            held = Joined(joined.keys(), {one.told.claim_id for one in joined.values()})
            rounded = roundings(mine, self._likeness, _spread(mine)[0], self._exact, held)
            joined |= {one.claim_id: one for one in rounded}
            now = kept(_after(one, joined) for one in mine)
            shared, contested = _spread(now)
            several = {way for way, days in _times(now).items() if len(days) >= _SEVERAL}
            slipped = self._slipped.retellings(now, contested, shared, several)
            yield from (joined | {one.claim_id: one for one in slipped}).values()

    def _of_thing(self, mine: Sequence[Heard]) -> Iterator[Retelling]:
        """Yield which claims of one thing tell one number in another way, or at the one time of others."""
        shared, contested = _spread(mine)
        times, untimed = _times(mine), _untimed(mine)
        for _, several in groupby(mine, key=lambda one: one.number):
            by_way: dict[Way, list[Heard]] = {}
            for one in several:
                if one.digits:
                    by_way.setdefault(one.way, []).append(one)
            if 1 < len(by_way) <= _MANY:
                yield from self._joined(by_way, shared, contested)
            elif len(by_way) == 1:
                yield from self._timed(next(iter(by_way.values())), times, untimed)

    def _timed(
        self, told: Sequence[Heard], times: Mapping[Way, Set[_Days]], untimed: Set[Way]
    ) -> Iterator[Retelling]:
        """Yield which claims that tell no time are of the one time of which others tell their number.

        Where all that is told is of one time, the gate lets them meet without it; nor does it where several
        numbers are told without one (``untimed``), which meet each other.
        """
        if len(times.get(told[0].way.stem, ())) < _SEVERAL or told[0].way.stem in untimed:
            return
        if told[0].digits < _LONG:
            return
        dated = [one for one in told if one.time is not None and one.time.resolved and not one.carried]
        carried = [one for one in told if one.time is not None and one.carried]
        if not dated and carried:
            dated = [one for one in carried if _days(one.time) == _days(carried[0].time)]
        undated = [one for one in told if one.time is None and one.as_of is None]
        undated += [one for one in carried if one not in dated]
        if len({_days(one.time) for one in dated}) != 1:
            return
        for one in undated:
            others = [to for to in _some(dated) if to.source_id != one.source_id]
            points = [self._likeness.apart(one, to) for to in others]
            if points and max(points) >= ENOUGH:
                to = others[points.index(max(points))]
                yield Retelling(one.claim_id, to, self._likeness.told(one, to))

    def _joined(
        self, by_way: Mapping[Way, Sequence[Heard]], shared: Set[Way], contested: Set[Way]
    ) -> Iterator[Retelling]:
        """Yield which claims with one number are told in another way, and by which claim.

        What documents tell differently in one way (``contested``) keeps it, and others join it: whoever tells
        the number of the one contradicts the other.
        """
        for ways in self._sets(by_way, shared):
            best = max(
                ways,
                key=lambda way: (
                    way.stem in contested,
                    way.stem in shared,
                    way.worth,
                    *_told(by_way[way]),
                    repr(way),
                ),
            )
            tellings = _some(by_way[best])
            moved = (way for way in ways if way != best and way.stem not in contested)
            for one in (one for way in moved for one in by_way[way]):
                points = [self._likeness.points(one, to) for to in tellings]
                to = tellings[points.index(max(points))]
                yield Retelling(one.claim_id, to, self._likeness.told(one, to))

    def _sets(self, by_way: Mapping[Way, Sequence[Heard]], shared: Set[Way]) -> list[list[Way]]:
        """Return the ways of telling one number that tell one fact, those together that do.

        The best pairs come first; one that a pair nearly as good speaks against joins nothing.
        """
        ways = sorted(by_way, key=repr)
        sources = {way: {one.source_id for one in told} for way, told in by_way.items()}
        some = {way: _some(told) for way, told in by_way.items()}
        points = {
            (a, b): max(self._likeness.points(x, y) for x in some[a] for y in some[b])
            for a, b in combinations(ways, 2)
            if _may_be_one((a, b), sources, shared)
        }
        pairs = sorted((pair for pair in points if points[pair] >= ENOUGH), key=lambda pair: -points[pair])
        sets = {way: [way] for way in ways}
        for pair in pairs:
            one, other = (sets[way] for way in pair)
            if one is other or not _may_be_one((*one, *other), sources, shared):
                continue
            rivals = (
                rival
                for rival in pairs
                if len({*pair, *rival}) == 3 and points[pair] - points[rival] < _CLEAR
            )
            if all(_may_be_one({*pair, *rival}, sources, shared) for rival in rivals):
                one += other
                sets |= dict.fromkeys(other, one)
        return [ways for way, ways in sets.items() if way == ways[0] and len(ways) > 1]


def retold(claim: Claim, retellings: Retellings) -> Claim:
    """Return a claim with the key of the one that tells its figure in other words; any other as it is."""
    found = retellings.get(claim.id)
    if found is None:
        return claim
    way, value, own = found.told.way, claim.value, claim.qualifiers
    rule = SLIPPED if found.slip else RETOLD
    step = Step("attribute", f"{way.told.attribute} ({found.why})", "other documents", rule)
    if isinstance(value, Quantity) and way.told.dimension != claim.dimension:
        value = counting(value, way.told.dimension)
    return claim._replace(
        entity_id=found.told.thing,
        attribute_id=way.told.attribute,
        value=value,
        qualifiers=own._replace(
            as_of=found.told.as_of if found.slip and own.modality not in _SETTLED else own.as_of,
            scope=way.scope,
            loose=way.loose,
            statistic=way.statistic,
            base=way.base,
            time=found.told.time,
        ),
        confidence=Confidence.MEDIUM if found.sure else Confidence.LOW,
        trace=(*claim.trace, step),
    )


def _claims(one: Retelling) -> tuple[str, str]:
    return one.claim_id, one.told.claim_id


def _after(one: Heard, joined: Retellings) -> Heard:
    """Return a claim as it is told once it tells its figure in the words of another one."""
    found = joined.get(one.claim_id)
    return one if found is None else one._replace(way=found.told.way, time=found.told.time, sure=0)


def _days(time: Period | None) -> _Days:
    return None if time is None else (time.earliest, time.latest)


def _times(told: Iterable[Heard]) -> Mapping[Way, Set[_Days]]:
    """Return of which times something is told in each way."""
    found: dict[Way, set[_Days]] = {}
    for one in told:
        if one.time is not None and one.time.resolved:
            found.setdefault(one.way.stem, set()).add(_days(one.time))
    return found


def _seldom(told: Iterable[Heard]) -> Set[str]:
    """Return the dimensions in which few numbers are told of a thing, so that few are one by chance."""
    numbers: dict[str, set[Fraction]] = {}
    for one in told:
        dimension, number = one.number
        if not dimension.startswith(COMMON):
            numbers.setdefault(dimension, set()).add(number)
    return {dimension for dimension, several in numbers.items() if len(several) <= _FEW}


def _untimed(told: Iterable[Heard]) -> Set[Way]:
    """Return the ways in which several numbers are told without a time."""
    numbers: dict[Way, object] = {}
    several = set()
    for one in told:
        if (
            one.time is None
            and one.as_of is None
            and numbers.setdefault(one.way.stem, one.number) != one.number
        ):
            several.add(one.way.stem)
    return several


def _meant(one: Heard, meanings: Meanings) -> Way:
    """Return how a figure is told where a dictionary says what its words mean."""
    found = meanings.get(one.thing, {}).get(one.way.told)
    return one.way if found is None else one.way._replace(told=found.told)


def _some(told: Sequence[Heard]) -> list[Heard]:
    """Return the claims that are held against others: so many, whatever their documents are called."""
    different = {
        (repr(one.time), one.words, tuple(sorted(one.near, key=repr))): one for one in reversed(told)
    }
    return [different[key] for key in sorted(different, key=repr)[:_MANY]]


def _told(told: Sequence[Heard]) -> tuple[int, bool, int]:
    """Return how well some claims tell what is meant: surely, with a part that is known, by several."""
    scope, loose = told[0].way.scope, told[0].way.loose
    return max(one.sure for one in told), bool(scope) and not loose, len({one.source_id for one in told})


def _may_be_one(ways: Iterable[Way], sources: _Sources, shared: Set[Way]) -> bool:
    """Say whether no document tells two of some ways, and others tell in no more than one of them."""
    several = [*ways]
    apart = all(sources[a].isdisjoint(sources[b]) for a, b in combinations(several, 2))
    return apart and len({way.stem for way in several} & shared) <= 1


def _spread(told: Iterable[Heard]) -> tuple[Set[Way], Set[Way]]:
    """Return the ways in which several documents tell something of a thing, and those where they differ.

    What is told by no word at all is told of whatever it may be.
    """
    sources: dict[Way, str] = {}
    numbers: dict[tuple[Way, object], tuple[str, Fraction]] = {}
    shared, contested = set(), set()
    for one in told:
        way = one.way.stem
        if not way.worth:
            continue
        if sources.setdefault(way, one.source_id) != one.source_id:
            shared.add(way)
        when = one.time or one.as_of
        days = when and (when.earliest, when.latest, when.stated)
        source, number = numbers.setdefault((way, days), (one.source_id, one.number[1]))
        other = one.number[1]
        if source != one.source_id and (
            number != other if one.number[0].startswith(DAY) else far(number, other)
        ):
            contested.add(way)
    return shared, contested
