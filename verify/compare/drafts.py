"""A draft against the sources: what they say of each of its figures.

The claims of a draft come in, with the claims and groups of the sources; a ``DraftFigure`` for each claim
goes out, in the order of the draft.  A figure meets the claims that it would share a group with
(SEMANTICS §5), and each figure meets them alone: a draft is no origin, so that neither it nor another draft
stands beside itself.  Findings are left to ``checks``.

Where the page is silent: a figure that some sources contradict and others state is contradicted where
these sources agree with each other (one of them words it loosely), and doubtful where they disagree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from heapq import nsmallest

from verify.catalog.schema import SourceEntry
from verify.compare.gate import Stated, gate, stated_in
from verify.compare.group import bucket, part_apart
from verify.compare.judge import agree, judge
from verify.compare.ladder import relative_gap
from verify.compare.lineage import Names, origins
from verify.compare.partition import partition
from verify.compare.rung import AGREEING, DISAGREEING
from verify.compare.twins import marked
from verify.compare.values import signature, usable
from verify.model.claim import Claim, Value
from verify.model.document import Source
from verify.model.draft import Apart, DraftFigure, Status, Witness
from verify.model.entity import Attribute
from verify.model.group import Group
from verify.model.quantity import Quantity

_VALUES = 12
"""So many values of the sources, the nearest, are held against a figure; a fact has a handful."""
_APART = 12
"""So many claims that were not compared are told of."""


class Sources:
    """The claims of the sources, ready to be asked after; built once for all drafts."""

    def __init__(
        self,
        claims: Iterable[Claim],
        groups: Iterable[Group],
        attributes: Iterable[Attribute],
        sources: Iterable[Source],
        entries: Iterable[SourceEntry] = (),
    ) -> None:
        self._attributes = {attribute.id: attribute for attribute in attributes}
        self._sources = {source.id: source for source in sources}
        self._names = Names(entries)
        self._buckets: dict[tuple[Hashable, ...], list[Stated]] = defaultdict(list)
        for claim in claims:
            if usable(claim.value):
                self._buckets[bucket(claim)].append(self._stated(claim))
        for key, held in self._buckets.items():
            self._buckets[key] = marked(held)
        self._group_of = {
            claim_id: group.id
            for group in groups
            for cluster in group.clusters
            for claim_id in cluster.claim_ids
        }

    def figures(self, claims: Iterable[Claim]) -> tuple[DraftFigure, ...]:
        """Return the claims of a draft with what the sources say of each, in the order of the draft."""
        ordered = sorted(claims, key=lambda claim: (claim.source_id, claim.span, claim.id))
        return tuple(self._figure(claim) for claim in ordered)

    def _stated(self, claim: Claim) -> Stated:
        source = self._sources.get(claim.source_id)
        attribute = self._attributes.get(claim.attribute_id)
        return stated_in(source, claim, attribute)

    def _figure(self, claim: Claim) -> DraftFigure:
        mine = self._stated(claim)
        around = self._buckets.get(bucket(claim), [])
        if not around or not usable(claim.value):
            return DraftFigure(claim.source_id, claim.span, claim, Status.UNSUPPORTED)
        together = next(
            [each for bundle in pool.bundles for each in bundle.claims if each is not mine]
            for pool in partition([mine, *around])
            if any(each is mine for bundle in pool.bundles for each in bundle.claims)
        )
        judged = [(other, judge(mine, other)) for other in _nearest(mine, together)]
        witnesses = tuple(
            Witness(other.claim, found, other.claim.perhaps == claim.perhaps)
            for other, found in judged
            if found.line is not None
        )
        met = {witness.claim.id for witness in witnesses}
        apart = [other for other in around if other.claim.id not in met][:_APART]
        backing = [witness.claim for witness in witnesses if supports(witness)]
        count = self._origins(backing)
        return DraftFigure(
            claim.source_id,
            claim.span,
            claim,
            _status(witnesses, count),
            next((self._group_of[one.claim.id] for one in witnesses), None),
            count,
            witnesses,
            tuple(Apart(other.claim, part_apart(gate(mine, other))) for other in apart),
        )

    def _origins(self, claims: Sequence[Claim]) -> int:
        return len(origins(claims, self._sources, self._names)[0]) if claims else 0


def _nearest(mine: Stated, others: Sequence[Stated]) -> list[Stated]:
    """Return the claims that are judged, by their places: of very many values the nearest."""
    stating: dict[Hashable, list[Stated]] = defaultdict(list)
    for other in others:
        stating[signature(other.claim.value)].append(other)
    value = mine.claim.value
    if len(stating) > _VALUES and isinstance(value, Quantity):
        near = nsmallest(_VALUES, stating.values(), key=lambda same: _gap(value, same[0].claim.value))
    else:
        near = list(stating.values())
    return sorted((each for same in near for each in same), key=lambda each: each.order)


def _gap(value: Quantity, other: Value) -> Fraction:
    return relative_gap(value, other) if isinstance(other, Quantity) else Fraction(1)


def supports(witness: Witness) -> bool:
    """Say whether a source states the figure (lines 1 to 6 of the ladder), and surely of the same thing."""
    return witness.sure and witness.comparison.line in AGREEING


def contradicts(witness: Witness) -> bool:
    """Say whether the values cannot both hold."""
    return witness.comparison.line in DISAGREEING


def _status(witnesses: Sequence[Witness], count: int) -> Status:
    if not witnesses:
        return Status.UNSUPPORTED
    backing = _values(witness.claim for witness in witnesses if supports(witness))
    against = _values(witness.claim for witness in witnesses if contradicts(witness))
    if against:
        disputed = any(not agree(one, other) for one in backing.values() for other in against.values())
        return Status.DOUBTFUL if disputed else Status.CONTRADICTED
    if not backing or not all(witness.comparison.line in AGREEING for witness in witnesses):
        return Status.DOUBTFUL
    return Status.SUPPORTED if count > 1 else Status.SINGLE


def _values(claims: Iterable[Claim]) -> Mapping[Hashable, Value]:
    return {signature(claim.value): claim.value for claim in claims}
