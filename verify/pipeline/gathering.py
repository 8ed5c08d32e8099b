"""From extractions to groups.

Comes in: documents and their extractions.  Goes out: claims of all documents with one id for each thing,
normalized, and their groups, as ``Facts`` for the checks.  What is joined or equal is left to ``resolve``,
``normalize`` and ``compare``, a bucket of claims to ``bucket``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from verify.catalog.catalog import Catalog
from verify.checks.facts import Facts
from verify.compare.definitions import judge_definitions
from verify.compare.passages import passages
from verify.engine import Engine, Here, Lost
from verify.errors import VerifyError
from verify.model.definition import Definition
from verify.model.document import Document, Issue
from verify.model.entity import Link
from verify.model.extraction import Extraction
from verify.model.finding import Finding
from verify.model.group import Passage
from verify.normalize.attributes import Normalizer
from verify.pipeline.bucket import Bucket, Judged, bucketed, check_bucket
from verify.pipeline.linked import Linked
from verify.pipeline.tools import tools
from verify.resolve.link import link


@dataclass(frozen=True, slots=True)
class Gathered:
    """What documents say together, before the checks."""

    facts: Facts
    issues: tuple[Issue, ...]
    passages: tuple[Passage, ...]
    links: tuple[Link, ...]
    findings: tuple[Finding, ...] = ()
    """Of the checks of one thing, where they were asked for; to be settled."""


def gather(documents: Sequence[Document], extractions: Sequence[Extraction], catalog: Catalog) -> Gathered:
    """Link, normalize and group the claims of documents."""
    return group_all(link_all(documents, extractions, catalog), catalog)


def link_all(documents: Sequence[Document], extractions: Sequence[Extraction], catalog: Catalog) -> Linked:
    """Align the things that documents speak of, and normalize their claims and mentions."""
    normalizer = tools(catalog).normalizer
    linked = link(extractions, catalog)
    kinds = {entity.id: entity.kind for entity in linked.entities}
    claims = tuple(normalizer.claim(claim, kinds.get(claim.entity_id)) for claim in linked.claims)
    names = dict(pair for extraction in extractions for pair in extraction.attributes)
    values = {claim.id: claim.value for claim in claims}
    mentions = [
        replace(mention, value=values[mention.claim_id]) if mention.claim_id else normalizer.mention(mention)
        for extraction in extractions
        for mention in extraction.mentions
    ]
    return Linked(
        documents=tuple(documents),
        extractions=tuple(extractions),
        claims=claims,
        mentions=tuple(sorted(mentions, key=lambda m: (m.source_id, m.span))),
        entities=linked.entities,
        attributes=normalizer.attributes(claims, names),
        links=linked.joined,
    )


def only(linked: Linked, ids: Collection[str]) -> Linked:
    """Return what some of the documents say; what a thing is called is known from all."""
    return replace(
        linked,
        documents=tuple(document for document in linked.documents if document.source.id in ids),
        extractions=tuple(one for one in linked.extractions if one.source_id in ids),
        claims=tuple(claim for claim in linked.claims if claim.source_id in ids),
        mentions=tuple(mention for mention in linked.mentions if mention.source_id in ids),
    )


def group_all(
    linked: Linked, catalog: Catalog, engine: Engine | None = None, *, checked: bool = False
) -> Gathered:
    """Group the claims of documents, and judge what they define; check them, thing by thing, if asked to."""
    normalizer = tools(catalog).normalizer
    sources = tuple(document.source for document in linked.documents)
    shared = passages(linked.documents)
    buckets = bucketed(linked.claims, linked.entities, linked.attributes, sources, shared)
    judged = [*judged_buckets(buckets, engine or Here(catalog), checked=checked)]
    groups = sorted((one for each in judged for one in each.groups), key=lambda one: one.id)
    definitions = judge_definitions(
        _normal(definition, normalizer)
        for extraction in linked.extractions
        for definition in extraction.definitions
    )
    facts = Facts(
        groups=tuple(groups),
        claims=linked.claims,
        sources=sources,
        entities=linked.entities,
        attributes=linked.attributes,
        definitions=definitions.items,
        regions=catalog.regions,
        documents=linked.documents,
        mentions=linked.mentions,
        catalog=catalog,
    )
    issues = (*(issue for each in judged for issue in each.issues), *definitions.issues)
    findings = tuple(finding for each in judged for finding in each.findings)
    return Gathered(facts, issues, shared, linked.links, findings)


def judged_buckets(buckets: Iterable[Bucket], engine: Engine, *, checked: bool) -> Iterator[Judged]:
    """Yield what becomes of each bucket.  Raises VerifyError where one ends its worker."""
    for found in engine.run(check_bucket, checked, ([bucket] for bucket in buckets)):
        for one in found:
            if isinstance(one, Lost):
                raise VerifyError(f"claims could not be judged: {one.why}; use --jobs 1, and report it")
            yield one


def _normal(definition: Definition, normalizer: Normalizer) -> Definition:
    return replace(
        definition, left=normalizer.quantity(definition.left), right=normalizer.quantity(definition.right)
    )
