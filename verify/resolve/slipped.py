"""Which claims tell one fact of which a figure slipped on the way: digits changed places, a zero too many.

Comes in: how all claims of one thing tell their figures.  Goes out: claims that take the key of another
document's claim with nearly the same digits, so that the two contradict each other: 418 storks here, 481
there, in words that nothing joins.  Neither document tells the other's number, and none tells something in
the words of both; what else speaks for it is weighed as for one number in other words (``likeness``), and
more of it is needed, since a number that is nearly the same tells less than the same one.  What contradicts
each other without it is left alone, and so is a number that a third document nearly tells in the same words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations, groupby
from typing import NamedTuple

from verify.catalog.catalog import Catalog
from verify.engine.shelf import Sorter
from verify.model.exact import swapped
from verify.model.period import Period
from verify.resolve.figures import far
from verify.resolve.jointly import Retelling
from verify.resolve.likeness import Likeness, apart
from verify.resolve.vocabulary import GROWTH
from verify.resolve.ways import DAY, Heard, Number, Way
from verify.resolve.weights import ENOUGH, PERHAPS, RETOLD_POINTS

_MANY = 8
"""Numbers of the same digits that are more tell nothing; so many claims of each are looked at."""
_CLEAR = 10
"""By so many points one pair is better than another that shares a number with it."""
_SWAPPED, _TENS, _UNITS = "two digits changed places", "a power of ten", "the same numeral, another unit"


class _Pair(NamedTuple):
    """Two claims with nearly the same digits, and what speaks for it that they tell one fact."""

    points: int
    one: Heard
    other: Heard
    slip: str

    @property
    def numbers(self) -> frozenset[Number]:
        """Both numbers."""
        return frozenset((self.one.number, self.other.number))


class Slipped:
    """Holds claims of one thing with nearly the same number against each other."""

    def __init__(self, likeness: Likeness, catalog: Catalog) -> None:
        self._likeness = likeness
        self._ignored = {entry.id: entry.ignores for entry in catalog.attributes}

    def retellings(
        self, told: Sequence[Heard], contested: Set[Way], shared: Set[Way], several: Set[Way]
    ) -> Iterator[Retelling]:
        """Yield which claims of a thing tell the fact of another one, with a figure that slipped.

        ``contested`` ways tell different numbers, ``shared`` ones are of several documents, and ``several``
        of more than one time.
        """
        if len(told) == 1:
            return
        by_number: dict[Number, Sequence[Heard]] = {}
        pairs: dict[Number, list[_Pair]] = defaultdict(list)
        tellers: Mapping[Way, Set[str]] = {}
        for numbers in _alike(told):
            tellers = tellers or _tellers(told)
            for a, b in combinations(sorted(numbers, key=repr), 2):
                best = self._best(numbers[a], numbers[b], tellers)
                if best is not None:
                    pairs[a].append(best)
                    pairs[b].append(best)
                    by_number |= {a: numbers[a], b: numbers[b]}
        clear = [pair for a, several in pairs.items() for pair in several if pair.one.number == a]
        clear = [pair for pair in clear if _is_clear(pair, pairs)]
        near = _nearly_told(clear, told) if clear else ()
        for pair in clear:
            to, moved = sorted(
                (pair.one, pair.other),
                key=lambda one: (
                    one.claim_id not in near,
                    one.way.stem not in contested,
                    one.way.stem not in shared,
                    -one.way.worth,
                    one.time is None and one.as_of is None,
                    -one.sure,
                    repr(one.way),
                ),
            )
            plain = next((one for one in by_number[to.number] if one.way == to.way.stem), to)
            if moved.claim_id in near or (to.claim_id in near and plain.way.loose):
                continue  # the two that nearly tell one number may agree as they are told
            why = self._likeness.told(_without_name(moved), _without_name(to))
            why += f", {pair.slip} {RETOLD_POINTS[pair.slip]:+}"
            if [one.way.stem in several for one in (to, moved) if one.time is not None] == [True]:
                continue  # of which of several times the other is, no digits tell
            # a part that is known and what may be the whole contradict each other at most perhaps
            sure = pair.points >= ENOUGH and not _of_part(to, moved)
            for one in by_number[moved.number]:
                if one.way.stem == moved.way.stem:
                    yield Retelling(one.claim_id, plain, why, pair.slip, sure)
            for one in by_number[to.number]:  # what tells that they are one fact tells what each is of
                if sure and not one.sure and one.way.stem == to.way.stem:
                    yield Retelling(one.claim_id, one, why, pair.slip, sure)

    def _best(
        self, one: Sequence[Heard], other: Sequence[Heard], tellers: Mapping[Way, Set[str]]
    ) -> _Pair | None:
        """Return the two claims of two numbers that are most surely one fact; None where none are."""
        slip = _slip(one[0], other[0])
        if not slip or not {x.source_id for x in one}.isdisjoint(y.source_id for y in other):
            return None
        pairs = [
            _Pair(self._points(x, y) + RETOLD_POINTS[slip], x, y, slip)
            for x in one[:_MANY]
            for y in other[:_MANY]
            if _may_be_one(x, y, tellers)
            and (slip != _TENS or x.way.scope == y.way.scope)  # a tenth may well be a part of it
        ]
        if any(self._meet(pair.one, pair.other) for pair in pairs):
            return None
        best = max(pairs, key=lambda pair: (pair.points, pair.one.order, pair.other.order), default=None)
        if best is None:
            return None
        # what differs in unstated parts alone may contradict each other anyhow
        same = best.one.way.stem == best.other.way.stem
        enough = ENOUGH if same or _of_part(best.one, best.other) else PERHAPS
        return best if best.points >= enough else None

    def _points(self, one: Heard, other: Heard) -> int:
        """Return what speaks for it that two claims tell one fact; that both name their thing does not."""
        return self._likeness.apart(_without_name(one), _without_name(other))

    def _meet(self, one: Heard, other: Heard) -> bool:
        """Say whether two claims have one key anyhow, and contradict each other without any weighing."""
        a, b = one.way, other.way
        ignored = self._ignored.get(a.told.attribute, ())
        return a.told == b.told and all(
            (
                "scope" in ignored or a.scope == b.scope,
                "statistic" in ignored or a.statistic == b.statistic,
                "base" in ignored or a.base == b.base,
                "time" in ignored or _at_one_time(one.time, other.time),
                _at_one_time(one.as_of, other.as_of),
            )
        )


def _is_clear(pair: _Pair, pairs: Mapping[Number, Sequence[_Pair]]) -> bool:
    """Say whether no other pair that shares a number with one is nearly as good."""
    rivals = (rival for number in pair.numbers for rival in pairs[number] if rival is not pair)
    return all(pair.points - rival.points >= _CLEAR for rival in rivals)


def _alike(told: Iterable[Heard]) -> Iterator[Mapping[Number, Sequence[Heard]]]:
    """Yield the claims of numbers of one dimension that have the same digits, zeros apart, by number."""
    alike: Sorter[tuple[tuple[str, str], Heard]] = Sorter(lambda one: (one[0], one[1].order))
    alike.extend(
        ((one.number[0], "".join(sorted(_written(one).replace("0", "")))), one)
        for one in told
        if one.last and one.digits and one.number[0] != DAY
    )
    for _, same in groupby(alike.once(), key=lambda one: one[0]):
        numbers: dict[Number, list[Heard]] = defaultdict(list)
        for _, one in same:
            numbers[one.number].append(one)
            if len(numbers) > _MANY:
                break
        else:
            if len(numbers) > 1:
                yield numbers


def _of_part(one: Heard, other: Heard) -> bool:
    """Say whether only one of two claims is of a part that is known."""
    parts = [told.way.scope for told in (one, other) if not told.way.loose]
    return one.way.scope != other.way.scope and any(parts)


def _without_name(one: Heard) -> Heard:
    return one._replace(words=one.words.replace(one.name, "")) if one.name else one


def _written(one: Heard) -> str:
    """Return the digits of a number as they are written."""
    return str(abs(round(one.number[1] / one.last)))


def _slip(one: Heard, other: Heard) -> str:
    """Return what would make one of two numbers the other; empty where nothing does."""
    a, b = one.number[1], other.number[1]
    if a * b <= 0:
        return ""
    if swapped(a, b, min(one.last, other.last)):
        return _SWAPPED
    if _written(one).rstrip("0") != _written(other).rstrip("0"):
        return ""
    return _TENS if set(str(max(a / b, b / a))) == {"1", "0"} else _UNITS


def _may_be_one(one: Heard, other: Heard, tellers: Mapping[Way, Set[str]]) -> bool:
    """Say whether nothing in the words of two claims tells that they are two facts."""
    a, b = one.way, other.way
    if a.told.attribute.startswith(GROWTH) != b.told.attribute.startswith(GROWTH):
        return False
    if a.modality != b.modality or _at_other_times(one.as_of, other.as_of):
        return False
    return a.stem == b.stem or not (a.worth and b.worth) or tellers[a.stem].isdisjoint(tellers[b.stem])


def _at_other_times(a: Period | None, b: Period | None) -> bool:
    """Say whether two as-of dates are two moments; one inside the other may be the same."""
    return a is not None and b is not None and not (a.covers(b) or b.covers(a))


def _at_one_time(a: Period | None, b: Period | None) -> bool:
    """Say whether two times are one, also where none is told; what is told as of a year stands at its end."""
    if a is None or b is None:
        return a is b
    return a.resolved and a.latest == b.latest


def _nearly_told(pairs: Iterable[_Pair], told: Iterable[Heard]) -> Set[str]:
    """Return the claims of pairs of which another document tells nearly the number in the same words."""
    wanted: dict[tuple[Way, str], list[tuple[Heard, _Pair]]] = defaultdict(list)
    for pair in pairs:
        for one in (pair.one, pair.other):
            wanted[one.way.stem, one.number[0]].append((one, pair))
    return {
        one.claim_id
        for other in told
        for one, pair in wanted.get((other.way.stem, other.number[0]), ())
        if other.number not in pair.numbers
        and one.source_id != other.source_id
        and not far(one.number[1], other.number[1])
        and not apart(one.time, other.time)
    }


def _tellers(told: Iterable[Heard]) -> Mapping[Way, Set[str]]:
    """Return which documents tell something of a thing in each way."""
    found: dict[Way, set[str]] = defaultdict(set)
    for one in told:
        found[one.way.stem].add(one.source_id)
    return found
