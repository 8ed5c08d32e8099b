"""From claims to groups with their verdicts (SEMANTICS §5).

Claims of all sources come in, with attributes, sources and the passages that documents share;
groups go out, sorted by id, the same for any order of the claims.  Claims meet only within a
bucket of one entity, attribute and dimension.  Turning groups into findings is left to
``checks``.

Where the page is silent: dates that stay unresolved are listed in the group of their key; a
group of nothing else has no cluster and is single-source.  Ranks form a group for each
superlative, category and region.  Pairs that were kept apart are listed by the representatives
of their clusters; in a bucket of more than a dozen groups, neighbours only.  Where no pair
conflicts, a group is an agreement when one of its clusters has two origins.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from verify.catalog.schema import SourceEntry
from verify.compare.cluster import Agreeing, clusters
from verify.compare.explanation import explain
from verify.compare.far_apart import facts
from verify.compare.gate import AS_OF, MODALITY, Gate, Stated, Way, gate, stated_in
from verify.compare.judge import judge, rank_key, value_rung
from verify.compare.lineage import Names, Origins, origins
from verify.compare.partition import Pool, partition
from verify.compare.passages import SharedPassages
from verify.compare.rung import Rung, gravity
from verify.compare.scoped import scoped
from verify.compare.twins import marked
from verify.compare.values import usable
from verify.model.claim import Claim, Value
from verify.model.document import Source
from verify.model.entity import Attribute
from verify.model.group import Cluster, Comparison, Group, Key, NotCompared, Passage, Relation, Verdict
from verify.model.period import Period
from verify.model.quantity import Interval, Quantity
from verify.model.rank import Rank
from verify.model.stage import Stage

SUPERSEDED = "superseded"
_ALL_PAIRS = 12
"""Up to so many groups of a bucket, each pair kept apart is listed; beyond, neighbours only."""
_CLUSTERS_IN_FULL = 60
"""Up to so many clusters, each is compared with each; beyond, with its neighbours."""
_VARIANTS = 12
"""So many ways of stating a cluster's values are looked at for the worst pair."""
_CONFLICTS = (Relation.CONFLICT, Relation.UNIT_SLIP)
_ANY = Interval(None, None)


@dataclass
class _Judged:
    """A pool with its clusters and comparisons."""

    pool: Pool
    agreeing: list[Agreeing]
    comparisons: list[Comparison] = field(default_factory=list)
    apart: list[NotCompared] = field(default_factory=list)


def group(
    claims: Sequence[Claim],
    attributes: Iterable[Attribute],
    sources: Iterable[Source],
    *,
    entries: Iterable[SourceEntry] = (),
    passages: Sequence[Passage] = (),
) -> Stage[Group]:
    """Return the groups of all claims.

    ``entries`` are the catalogue's sources (aliases, who reprints whom), ``passages`` the long
    runs that ``compare.passages`` found in the documents.
    """
    attribute_of = {attribute.id: attribute for attribute in attributes}
    source_of = {source.id: source for source in sources}
    buckets: dict[tuple[Hashable, ...], list[Stated]] = defaultdict(list)
    for claim in claims:
        source = source_of.get(claim.source_id)
        buckets[bucket(claim)].append(stated_in(source, claim, attribute_of.get(claim.attribute_id)))
    names, shared = Names(entries), SharedPassages(passages)
    found: list[Group] = []
    for key in sorted(buckets, key=repr):
        pools = partition(marked(scoped(buckets[key])))
        judged = [_judged(fact) for pool in pools for fact in facts(pool)]
        _list_pairs_apart(judged)
        found.extend(_group(one, source_of, names, shared) for one in judged)
    return Stage(tuple(sorted(_distinct(found), key=lambda one: one.id)))


def bucket(claim: Claim) -> tuple[Hashable, ...]:
    """Return what two claims have in common before any part of their keys is looked at."""
    rank = rank_key(claim.value) if isinstance(claim.value, Rank) else ()
    return claim.entity_id, claim.attribute_id, claim.dimension, *rank


def _judged(pool: Pool) -> _Judged:
    one = _Judged(pool, clusters([each for each in pool.claims if usable(each.claim.value)]))
    found: dict[tuple[str, str], Comparison] = {}
    judged = _Judge(one.agreeing)
    for pair in _pairs_to_judge(one.agreeing, judged):
        comparison = judged(*pair)
        found[comparison.a, comparison.b] = comparison
    for comparison in found.values():
        if comparison.line is None:
            part = SUPERSEDED if comparison.relation is Relation.SUPERSEDED else MODALITY
            one.apart.append(NotCompared(comparison.a, comparison.b, part))
        else:
            one.comparisons.append(comparison)
    return one


class _Judge:
    """Judges each pair once, however often it is asked for, and values that claims share once."""

    def __init__(self, agreeing: Sequence[Agreeing]) -> None:
        self._known: dict[tuple[str, str], Comparison] = {}
        self._rungs: dict[tuple[int, int], Rung | None] = {}
        self._telling: dict[str, set[Hashable]] = {}
        """By a claim, the documents that tell its value and another under the same key."""
        for cluster in agreeing:
            told = [one.claim for one in cluster.claims if one.several]
            telling: set[Hashable] = {(claim.source_id, claim.section) for claim in told}
            self._telling |= {one.claim.id: telling for one in cluster.claims}

    def __call__(self, a: Stated, b: Stated) -> Comparison:
        """Return what two claims are to each other."""
        pair = a.claim.id, b.claim.id
        if pair not in self._known:
            told_both = self._telling[a.claim.id] & self._telling[b.claim.id]
            self._known[pair] = judge(a, b, self._rung, told_both=bool(told_both))
        return self._known[pair]

    def _rung(self, a: Value, b: Value) -> Rung | None:
        """Return the rung of two values; to ask which objects they are is quicker than what they say."""
        pair = id(a), id(b)
        if pair not in self._rungs:
            self._rungs[pair] = value_rung(a, b)
        return self._rungs[pair]


def _pairs_to_judge(agreeing: Sequence[Agreeing], judged: _Judge) -> Iterator[tuple[Stated, Stated]]:
    """Yield each member with its representative, then of each two clusters the pair that tells most."""
    for cluster in agreeing:
        yield from ((cluster.head, member) for member in cluster.claims[1:])
    few = len(agreeing) <= _CLUSTERS_IN_FULL
    for one, other in combinations(agreeing, 2) if few else pairwise(agreeing):
        yield one.head, other.head
        yield _worst_pair(one, other, judged)


def _worst_pair(one: Agreeing, other: Agreeing, judged: _Judge) -> tuple[Stated, Stated]:
    """Return the pair of two clusters that differs most gravely.

    A doubt about the representative must not hide that others conflict without doubt.
    """
    if judged(one.head, other.head).relation in _CONFLICTS:
        return one.head, other.head
    pairs = [(a, b) for a in one.variants[:_VARIANTS] for b in other.variants[:_VARIANTS]]
    return max(pairs, key=lambda pair: gravity(judged(*pair).relation))


def _list_pairs_apart(judged: Sequence[_Judged]) -> None:
    """List, in both groups, the pairs of a bucket that were not put together."""
    few = len(judged) <= _ALL_PAIRS
    for one, other in combinations(judged, 2) if few else pairwise(judged):
        for a in _heads(one):
            for b in _heads(other):
                first, second = sorted((a, b), key=lambda each: each.order)
                pair = NotCompared(first.claim.id, second.claim.id, part_apart(gate(first, second)))
                one.apart.append(pair)
                other.apart.append(pair)


def _heads(one: _Judged) -> list[Stated]:
    return [cluster.head for cluster in one.agreeing][:_ALL_PAIRS] or [one.pool.bundles[0].head]


def part_apart(answer: Gate) -> str:
    """Return the part of the key that kept two claims apart."""
    if answer.way is Way.COMPARE:
        return answer.unstated[0] if answer.unstated else "value"
    return SUPERSEDED if answer.way is Way.AGREE_ONLY and answer.part == AS_OF else answer.part


def _group(one: _Judged, sources: Mapping[str, Source], names: Names, passages: SharedPassages) -> Group:
    claims = [each.claim for each in one.pool.claims]
    judged = [claim for claim in claims if usable(claim.value)] or claims
    grouped, runs, lineages = origins(judged, sources, names)
    long = passages.of({claim.source_id for claim in judged})
    comparisons = sorted(one.comparisons, key=lambda each: (each.a, each.b))
    relation = _relation(comparisons, one.agreeing)
    made = tuple(_cluster(cluster, grouped) for cluster in one.agreeing)
    found = Group(
        id=_id(one.pool),
        key=_key(one.pool),
        verdict=_verdict(relation, made),
        clusters=made,
        comparisons=tuple(comparisons),
        origins=grouped,
        passages=tuple(sorted({*runs, *long}, key=lambda passage: (passage.source_ids, passage.text))),
        not_compared=tuple(sorted(set(one.apart), key=lambda pair: (pair.a, pair.b, pair.part))),
        unresolved_claim_ids=tuple(sorted(claim.id for claim in claims if not usable(claim.value))),
        relation=relation,
        explanation="",
        lineages=lineages,
    )
    return found._replace(explanation=explain(found, {claim.id: claim for claim in claims}, sources))


def _relation(comparisons: Sequence[Comparison], agreeing: Sequence[Agreeing]) -> Relation:
    if not agreeing:
        return Relation.NOT_COMPARED
    return max((each.relation for each in comparisons), key=gravity, default=Relation.IDENTICAL)


def _verdict(relation: Relation, made: Sequence[Cluster]) -> Verdict:
    if relation in _CONFLICTS:
        return Verdict.CONFLICT
    if relation is Relation.POSSIBLE:
        return Verdict.POSSIBLE
    return Verdict.AGREEMENT if any(each.independent_origins > 1 for each in made) else Verdict.SINGLE


def _cluster(cluster: Agreeing, grouped: Origins) -> Cluster:
    head = cluster.head.claim
    sure = [each.claim for each in cluster.claims if each.claim.perhaps == head.perhaps]
    present = {claim.source_id for claim in sure}  # what is perhaps another thing supports nothing
    value = head.value
    quantity = isinstance(value, Quantity)
    return Cluster(
        claim_ids=(head.id, *sorted(each.claim.id for each in cluster.claims[1:])),
        number=value.base_number if isinstance(value, Quantity) else None,
        interval=value.hard if isinstance(value, Quantity) else _ANY,
        unit=head.dimension if quantity else "",
        independent_origins=sum(1 for origin in grouped if present & set(origin)),
    )


def _key(pool: Pool) -> Key:
    heads = [bundle.head for bundle in pool.bundles]
    first = heads[0].claim
    return Key(
        first.entity_id,
        first.attribute_id,
        first.dimension,
        heads[0].scope,
        next((head.every or head.statistic for head in heads if head.statistic), None),
        next((head.time for head in heads if head.time), None),
        next((head.base for head in heads if head.base), None),
    )


def _id(pool: Pool) -> str:
    """Return the fingerprint of the key, with modality and as-of date of the first bundle."""
    key, head = _key(pool), pool.bundles[0].head
    rank = rank_key(head.claim.value) if isinstance(head.claim.value, Rank) else ()
    hard = (key.scope, key.statistic, _days(key.time), key.base)
    soft = (head.modality.value if head.modality else None, _days(head.as_of))
    return _fingerprint(repr((key.entity_id, key.attribute_id, key.dimension, *hard, *soft, *rank)))


def _days(period: Period | None) -> str | None:
    if period is None:
        return None
    return f"{period.earliest}/{period.latest}" if period.resolved else period.stated


def _fingerprint(text: str) -> str:
    return f"g-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def _distinct(groups: Sequence[Group]) -> Iterator[Group]:
    """Give groups of equal keys (several that stand alone for unresolved times) ids of their own."""
    met: dict[str, int] = defaultdict(int)
    for one in groups:
        met[one.id] += 1
        yield one if met[one.id] == 1 else one._replace(id=_fingerprint(f"{one.id}#{met[one.id]}"))
