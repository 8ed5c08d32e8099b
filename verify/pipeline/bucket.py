"""The second half of a run: what the claims about some things come to, without anything of the others.

Comes in: linked claims, dealt to buckets by a hash of what they are about, with the sources, attributes and
shared passages that they need.  Goes out: the groups of each bucket, and what those checks find that look at
one thing.  A bucket is a plain record and ``check_bucket`` a function of it, so that it may run anywhere.

Claims meet in a group, and in nearly all checks, only where they are about one thing, so that a bucket holds
all that they need.  What does not fit in one is left to ``judging``: checks of sentences need a document, and
those that hold things against each other (ranks, values that only one thing can have, terms) the few claims
of that sort from all buckets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from verify import checks
from verify.catalog.catalog import Catalog
from verify.checks.facts import Facts
from verify.compare.group import group
from verify.engine.shelf import named, ordered
from verify.model.bucket import CLAIMS, place
from verify.model.claim import Claim
from verify.model.document import Issue, Source
from verify.model.entity import Attribute, Entity
from verify.model.finding import Finding
from verify.model.group import Group, Passage

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Bucket:
    """All claims about some things, and what is needed to judge them."""

    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]
    attributes: tuple[Attribute, ...]
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a bucket."""

    groups: Sequence[Group]
    issues: tuple[Issue, ...]
    findings: Sequence[Finding]
    """As each check gives them; to be settled with those of all buckets."""
    across: Facts
    """What is to be held against what other buckets hold."""


def check_bucket(catalog: Catalog, checked: bool, buckets: Iterator[Bucket]) -> Iterator[Judged]:
    """Yield the groups of each bucket and, where they are to be ``checked``, what is found in them."""
    for bucket in buckets:
        grouped = group(
            bucket.claims,
            bucket.attributes,
            bucket.sources,
            entries=catalog.sources,
            passages=bucket.passages,
        )
        facts = Facts(
            groups=grouped.items,
            claims=bucket.claims,
            sources=bucket.sources,
            entities=bucket.entities,
            attributes=bucket.attributes,
            regions=catalog.regions,
            catalog=catalog,
        )
        found = checks.found(facts) if checked else checks.NOTHING
        across = checks.across(facts) if checked else Facts()
        bare = Facts(groups=across.groups, claims=across.claims)
        yield Judged(grouped.items, (*grouped.issues, *found.issues), found.items, bare)


def bucketed(
    claims: Sequence[Claim],
    entities: Sequence[Entity],
    attributes: Sequence[Attribute],
    sources: Sequence[Source],
    passages: Sequence[Passage],
) -> Iterator[Bucket]:
    """Yield the claims, in their order, dealt to as many buckets as they need, one in memory at a time."""
    number = len(claims) // CLAIMS + 1

    def at(claim: Claim) -> int:
        return place(claim.entity_id, number)

    entity_of = named(entities, lambda entity: entity.id)
    attribute_of = named(attributes, lambda attribute: attribute.id)
    source_of = named(sources, lambda source: source.id)
    shared: dict[str, list[int]] = defaultdict(list)
    for place_of, passage in enumerate(passages):
        for source_id in passage.source_ids:
            shared[source_id].append(place_of)
    for _, dealt in groupby(ordered(claims, at), at):
        held = [*dealt]
        present = {claim.source_id for claim in held}
        yield Bucket(
            claims=tuple(held),
            entities=_some(entity_of, {claim.entity_id for claim in held}),
            attributes=_some(attribute_of, {claim.attribute_id for claim in held}),
            sources=_some(source_of, present),
            passages=tuple(
                passages[one] for one in sorted({one for each in present for one in shared.get(each, ())})
            ),
        )


def _some(records: Mapping[str, T], ids: Iterable[str]) -> tuple[T, ...]:
    """Return the records of some ids, those that there are, in the order of the ids."""
    found = (records.get(one) for one in sorted(ids))
    return tuple(one for one in found if one is not None)
