"""Which claims of one entity and attribute belong together (SEMANTICS §5).

The claims of one bucket (entity, attribute, dimension) come in; pools go out, each the makings
of one group.  First by the parts that keep claims apart for good (statistic, scope, time,
base): a claim with an unstated part joins the only key that it fits, and stands alone where
several fit.  Then by modality and as-of date: another one joins only where its values agree.

Where the page is silent: a claim without a modality (or as-of date) that fits several such
pools joins the one whose values agree with its own, if that is one only; and two keys that
each leave unstated what the other states join when neither fits any third.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from verify.compare.gate import OLD_PLAN, Part, Stated, Way, around, gate, hard_parts, planned_on, soft_parts
from verify.compare.judge import agree
from verify.compare.ladder import relative_gap
from verify.compare.nearby import Nearby
from verify.compare.values import signature, usable
from verify.model.claim import Modality, Value
from verify.model.period import Period
from verify.model.quantity import Quantity

_Key = tuple[Hashable, ...]


@dataclass
class Bundle:
    """Claims whose keys state the very same."""

    claims: list[Stated]

    @property
    def head(self) -> Stated:
        """The claim that stands for the key of all."""
        return self.claims[0]

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """The distinct values that can be compared."""
        if len(self.claims) == 1:
            alone = self.head.claim.value
            return (alone,) if usable(alone) else ()
        values = (one.claim.value for one in self.claims)
        found = {signature(value): value for value in values if usable(value)}
        return tuple(found[key] for key in sorted(found, key=repr))


@dataclass
class Pool:
    """The makings of one group; the first bundle gives it its key."""

    bundles: list[Bundle] = field(default_factory=list)
    heads: dict[_Key, Stated] = field(default_factory=dict)
    """One claim for each way of stating what keeps claims apart for good."""
    values: dict[Hashable, Value] = field(default_factory=dict)
    """The distinct values that can be compared, by their signatures."""

    def add(self, bundle: Bundle) -> None:
        """Take in claims."""
        self.bundles.append(bundle)
        head, value = bundle.head, bundle.head.claim.value
        hedge = value.hedge if isinstance(value, Quantity) else None
        self.heads.setdefault((*_hard_key(head), head.words, head.limits, hedge), head)
        self.values.update((signature(value), value) for value in bundle.values)

    @property
    def claims(self) -> list[Stated]:
        """Return all claims, in the order of their places."""
        return sorted((one for bundle in self.bundles for one in bundle.claims), key=lambda one: one.order)


def partition(claims: Sequence[Stated]) -> list[Pool]:
    """Return the pools of one bucket, in an order that depends on the claims alone."""
    bundles = _bundles(claims)
    if len(bundles) == 1:  # as most buckets are
        return [_alone(bundles[0])]
    pools: list[Pool] = []
    for together in _by_hard_key(bundles):
        pools.extend(_by_soft_key(together) if len(together) > 1 else [_alone(together[0])])
    return pools


def _alone(bundle: Bundle) -> Pool:
    """Return the pool of a bundle that meets no other."""
    pool = Pool()
    pool.add(bundle)
    return pool


def _bundles(claims: Sequence[Stated]) -> list[Bundle]:
    found: dict[_Key, list[Stated]] = defaultdict(list)
    dated = (planned_on(one) for one in claims if one.modality is Modality.NOT_YET)
    plans = sorted({day for day in dated if day is not None})
    for one in sorted(claims, key=lambda one: one.order):
        alone = one.claim.id if one.twin else None
        as_of = (_days(one, one.as_of), one.recent)
        found[(*_hard_key(one), one.modality, as_of, one.words, one.every, alone, _age(one, plans))].append(
            one
        )
    return [Bundle(found[key]) for key in sorted(found, key=repr)]


def _age(one: Stated, plans: Sequence[dt.date]) -> Hashable:
    """Return what tells which of the plans are old beside a claim, and of a plan when it was published."""
    if not plans or one.modality not in (None, Modality.NOT_YET):
        return None
    if one.modality is Modality.NOT_YET:
        day = planned_on(one)
        return day and day.isoformat()
    return bisect_right(plans, one.published - OLD_PLAN) if one.published else len(plans)


def _hard_key(one: Stated) -> _Key:
    return one.scope, one.statistic, _days(one, one.time), one.base


def _days(one: Stated, period: Period | None) -> Hashable:
    """Return what makes two periods one; an unresolved one is known in its own source only."""
    if period is None:
        return None
    if period.earliest is None or period.latest is None:
        return one.claim.source_id, period.stated
    return period.earliest.isoformat(), period.latest.isoformat(), period.hour


def _by_hard_key(bundles: Sequence[Bundle]) -> list[list[Bundle]]:
    """Return bundles together whose keys fit, those that fit several keys alone."""
    by_key: dict[_Key, list[Bundle]] = defaultdict(list)
    for bundle in bundles:
        by_key[_hard_key(bundle.head)].append(bundle)
    heads = {key: together[0].head for key, together in by_key.items()}
    fits = _fits(heads)
    states = {key: _stated_in(one) for key, one in heads.items()}
    above = {key: [other for other in fits[key] if states[other] > states[key]] for key in heads}
    home: dict[_Key, _Key] = {}
    for key in heads:
        if not above[key]:
            home[key] = min(key, _mate(key, fits, above), key=repr)
    joined: dict[_Key, list[_Key]] = defaultdict(list)
    for key, where in home.items():
        joined[where].append(key)
    for key in heads:
        if above[key]:
            homes = {home[other] for other in fits[key] if other in home}
            only = homes.pop() if len(homes) == 1 else key
            joined[only].append(key)
    return [
        [bundle for key in sorted(joined[where], key=repr) for bundle in by_key[key]]
        for where in sorted(joined, key=repr)
    ]


def _mate(key: _Key, fits: dict[_Key, list[_Key]], above: dict[_Key, list[_Key]]) -> _Key:
    """Return the only other most specific key that fits, where it fits no third either."""
    mates = [other for other in fits[key] if not above[other]]
    if len(mates) == 1 and [other for other in fits[mates[0]] if not above[other]] == [key]:
        return mates[0]
    return key


def _stated_in(one: Stated) -> frozenset[str]:
    """Return the names of the parts that are stated; an unresolved time is not."""
    time = one.time if one.time is not None and one.time.resolved else None
    parts = {"statistic": one.statistic, "time": time, "base": one.base}
    return frozenset(name for name, value in parts.items() if value is not None)


def _fits(heads: dict[_Key, Stated]) -> dict[_Key, list[_Key]]:
    """Return for each key the others that it fits: no part different.

    Keys are looked up by the parts that both state, so that a long series of months costs no
    comparison of month with month.
    """
    shapes: dict[frozenset[str], list[_Key]] = defaultdict(list)
    for key, one in heads.items():
        shapes[_stated_in(one)].append(key)
    fits: dict[_Key, list[_Key]] = {key: [] for key in heads}
    for shape, keys in shapes.items():
        for other_shape, others in shapes.items():
            index: dict[_Key, list[_Key]] = defaultdict(list)
            for other in others:
                index[_shown(heads[other], shape & other_shape)].append(other)
            for key in keys:
                fits[key].extend(
                    other
                    for other in index[_shown(heads[key], shape & other_shape)]
                    if other != key and _fit(heads[key], heads[other])
                )
    return fits


def _shown(one: Stated, parts: frozenset[str]) -> _Key:
    values = {"statistic": one.statistic, "time": _days(one, one.time), "base": one.base}
    return one.scope, *(values[name] for name in sorted(parts))


def _fit(a: Stated, b: Stated) -> bool:
    return all(part is not Part.DIFFERENT for _, part in hard_parts(a, b))


def _by_soft_key(bundles: Sequence[Bundle]) -> list[Pool]:
    """Return pools by modality and as-of date; what states most comes first."""
    pools = _Pools()
    for bundle in sorted(bundles, key=_stated_most_first):
        pools.take(bundle)
    return pools.pools


def _stated_most_first(bundle: Bundle) -> tuple[bool, int, int]:
    """Return a sort key; of bundles that state as much, the one with most values takes others in.

    Those with words that may be no scope come last: they join what is of the whole, never the reverse.
    """
    head = bundle.head
    return (
        head.words is not None or head.twin,
        (head.modality is None) + (head.as_of is None),
        -len(bundle.values),
    )


class _Pools:
    """Pools in the making.

    A bundle meets those bundles whose as-of dates touch its own, and those pools with
    a value near its own; of the others none can take it in, so that thousands of days cost no pairs.
    """

    def __init__(self) -> None:
        self.pools: list[Pool] = []
        self._bundles: list[tuple[int, Bundle]] = []
        """Each with the number of its pool."""
        self._whenever: list[int] = []
        """Numbers of the bundles without an as-of date."""
        self._days = Nearby()
        self._values = Nearby()

    def take(self, bundle: Bundle) -> None:
        """Put a bundle into the pool that it joins, or one of its own."""
        number = self._home(bundle)
        if number is None:
            number = len(self.pools)
            self.pools.append(Pool())
        pool, as_of = self.pools[number], around(bundle.head)
        if as_of is None or not as_of.resolved:
            self._whenever.append(len(self._bundles))
        else:
            self._days.add(len(self._bundles), as_of)
        for value in bundle.values:
            if signature(value) not in pool.values:
                self._values.add(number, value)
        self._bundles.append((number, bundle))
        pool.add(bundle)

    def _home(self, bundle: Bundle) -> int | None:
        """Return the number of the pool that a bundle joins, or None where it makes its own."""
        beside = self._beside(bundle)
        near = {*self._values.near(bundle.values[0], len(self.pools))} if bundle.values else set()
        pools = [number for number in sorted(near | beside.keys()) if self._fits(bundle, number)]
        same = [number for number in pools if any(_soft_same(bundle, one) for one in beside.get(number, ()))]
        if same:
            return same[0]
        open_to = [
            number for number in pools if any(_comparable(bundle, one) for one in beside.get(number, ()))
        ]
        if len(open_to) == 1:
            return open_to[0]
        agreeing = [number for number in (open_to or pools) if _all_agree(bundle, self.pools[number])]
        if open_to:
            return agreeing[0] if len(agreeing) == 1 else None
        return min(agreeing, key=lambda number: _distance(bundle, self.pools[number]), default=None)

    def _beside(self, bundle: Bundle) -> dict[int, list[Bundle]]:
        """Return the bundles whose as-of dates need not differ from that of one, by pool."""
        as_of = around(bundle.head)
        numbers: Iterable[int] = range(len(self._bundles))
        if as_of is not None and as_of.resolved:
            numbers = {*self._whenever, *self._days.near(as_of, len(self._bundles))}
        found: dict[int, list[Bundle]] = defaultdict(list)
        for pool, other in (self._bundles[number] for number in numbers):
            found[pool].append(other)
        return found

    def _fits(self, bundle: Bundle, number: int) -> bool:
        return all(_fit(bundle.head, head) for head in self.pools[number].heads.values())


def _soft_same(a: Bundle, b: Bundle) -> bool:
    return all(part is Part.SAME for _, part in soft_parts(a.head, b.head))


def _comparable(a: Bundle, b: Bundle) -> bool:
    return gate(a.head, b.head).way is Way.COMPARE


def _all_agree(bundle: Bundle, pool: Pool) -> bool:
    """Say whether each value of the bundle agrees with a value of the pool."""
    theirs = pool.values.values()
    return bool(bundle.values) and all(any(agree(mine, value) for value in theirs) for mine in bundle.values)


def _distance(bundle: Bundle, pool: Pool) -> Fraction:
    gaps = [
        relative_gap(mine, value)
        for value in pool.values.values()
        for mine in bundle.values
        if isinstance(mine, Quantity) and isinstance(value, Quantity)
    ]
    return min(gaps, default=Fraction(0))
