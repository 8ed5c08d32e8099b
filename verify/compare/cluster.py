"""Clusters: claims of one group that agree pairwise (SEMANTICS §5).

The claims of a group come in, with values that can be compared; clusters go out, each with its
most precise claim first.  Equal values are compared once, however many claims state them.
Values that cannot agree never meet (``nearby``), so that a hundred thousand cost no more than their sorting.
Precise values are placed before coarse ones, so that a coarse value which fits two clusters
never joins what differs: it stands with the nearer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from verify.compare.gate import Stated
from verify.compare.judge import agree
from verify.compare.ladder import relative_gap
from verify.compare.nearby import Nearby, Reach, reach
from verify.compare.values import precision, signature
from verify.model.claim import Confidence, Value
from verify.model.period import Period
from verify.model.quantity import Quantity

_TRUST = {Confidence.HIGH: 0, Confidence.MEDIUM: 1, Confidence.LOW: 2}
_IN_FULL = 60
"""Up to so many different values of a cluster are all asked whether another agrees."""

_HOW_PRECISE = 3
"""Of two values as precise as each other the better stated one comes first, not the smaller."""


@dataclass
class Agreeing:
    """Claims that agree pairwise; the first represents them."""

    claims: list[Stated]
    values: list[Value]
    """The distinct values, the most precise first."""
    _ends: list[tuple[Reach, Value]] = field(default_factory=list)
    """Of very many values those that leave least room: whose reach ends first, and begins last."""

    def take(self, claims: Sequence[Stated], value: Value) -> None:
        """Take in the claims that state another value, which agrees with all."""
        self.claims.extend(claims)
        self.values.append(value)
        for one in self.values if len(self.values) == _IN_FULL + 1 else [value]:
            held = reach(one) if len(self.values) > _IN_FULL else None
            if held is not None:
                low, high = self._ends or ((held, one), (held, one))
                low = (held, one) if held[1] < low[0][1] else low
                high = (held, one) if held[0] > high[0][0] else high
                self._ends = [low, high]

    @property
    def head(self) -> Stated:
        """The claim that represents the cluster."""
        return self.claims[0]

    @property
    def asked(self) -> list[Value]:
        """Return the values that another must agree with: of very many those that leave least room."""
        return [value for _, value in self._ends] + self.values[:_IN_FULL]

    @property
    def variants(self) -> list[Stated]:
        """Return one claim for each value, way of stating the key, and confidence."""
        found: dict[Hashable, Stated] = {}
        for one in self.claims:
            parts = (one.statistic, one.time is None, one.base, one.modality, str(one.as_of), one.several)
            low = one.claim.confidence is Confidence.LOW
            found.setdefault((signature(one.claim.value), parts, low), one)
        return list(found.values())


def clusters(claims: Sequence[Stated]) -> list[Agreeing]:
    """Return the clusters, sorted by the value of their representatives."""
    if len(claims) == 1:
        return [Agreeing(list(claims), [claims[0].claim.value])]
    stating: dict[Hashable, list[Stated]] = defaultdict(list)
    for one in sorted(claims, key=_standing):
        stating[signature(one.claim.value)].append(one)
    found: list[Agreeing] = []
    nearby = Nearby()
    for together in sorted(stating.values(), key=_precise_first):
        value = together[0].claim.value
        near = [found[number] for number in nearby.near(value, len(found))]
        fitting = [cluster for cluster in near if all(agree(value, other) for other in cluster.asked)]
        if fitting:
            home = min(fitting, key=lambda cluster: _distance(value, cluster.values[0]))
            home.take(together, value)
        else:
            nearby.add(len(found), value)
            found.append(Agreeing(list(together), [value]))
    return sorted(found, key=lambda cluster: (_position(cluster.values[0]), cluster.head.order))


def _precise_first(same: Sequence[Stated]) -> tuple[object, ...]:
    told = precision(same[0].claim.value)
    trust, unstated, content, order = _standing(same[0])
    # Where it stands comes last, so that renaming a document changes nothing.
    return told[:_HOW_PRECISE], trust, unstated, content, told, order


def _standing(one: Stated) -> tuple[int, int, tuple[str, ...], tuple[str, int, int, str]]:
    """Return a sort key: the best read, best stated claim first, of such one that tells the same anywhere."""
    unstated = sum(part is None for part in (one.statistic, one.time, one.base, one.modality, one.as_of))
    return _TRUST[one.claim.confidence], unstated, _content(one), one.order


def _content(one: Stated) -> tuple[str, ...]:
    """Return what its key tells, and no place, so that the names of documents decide nothing."""
    times = (part and (part.earliest, part.latest) for part in (one.time, one.as_of))
    parts = (one.words, one.scope, one.statistic, one.base, one.modality, *times, one.published)
    return *(str(part or "") for part in parts), str((one.twin, not one.several, one.over, one.recent))


def _distance(a: Value, b: Value) -> Fraction:
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return relative_gap(a, b)
    if isinstance(a, Period) and isinstance(b, Period) and a.earliest and b.earliest:
        return Fraction(abs((a.earliest - b.earliest).days))
    return Fraction(0)


def _position(value: Value) -> Fraction:
    if isinstance(value, Quantity):
        return value.base_number
    if isinstance(value, Period) and value.earliest is not None:
        return Fraction(value.earliest.toordinal())
    return Fraction(0)
