"""From extractions to groups.

Comes in: documents and their extractions.  Goes out: claims of all documents with one id for each thing,
normalized, and their groups, as ``Facts`` for the checks.  What is joined or equal is left to ``resolve``,
``normalize`` and ``compare``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from verify.catalog.catalog import Catalog
from verify.checks.facts import Facts
from verify.compare.definitions import judge_definitions
from verify.compare.group import group
from verify.compare.passages import passages
from verify.model.definition import Definition
from verify.model.document import Document, Issue
from verify.model.entity import Link
from verify.model.extraction import Extraction
from verify.model.group import Passage
from verify.normalize.attributes import Normalizer
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


def gather(documents: Sequence[Document], extractions: Sequence[Extraction], catalog: Catalog) -> Gathered:
    """Link, normalize and group the claims of documents."""
    return group_all(link_all(documents, extractions, catalog), catalog)


def link_all(documents: Sequence[Document], extractions: Sequence[Extraction], catalog: Catalog) -> Linked:
    """Align the things that documents speak of, and normalize their claims and mentions."""
    normalizer = tools(catalog).normalizer
    linked = link(extractions, catalog)
    claims = tuple(normalizer.claim(claim) for claim in linked.claims)
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


def group_all(linked: Linked, catalog: Catalog) -> Gathered:
    """Group the claims of documents, and judge what they define."""
    normalizer = tools(catalog).normalizer
    sources = tuple(document.source for document in linked.documents)
    shared = passages(linked.documents)
    groups = group(linked.claims, linked.attributes, sources, entries=catalog.sources, passages=shared)
    definitions = judge_definitions(
        _normal(definition, normalizer)
        for extraction in linked.extractions
        for definition in extraction.definitions
    )
    facts = Facts(
        groups=groups.items,
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
    return Gathered(facts, (*groups.issues, *definitions.issues), shared, linked.links)


def _normal(definition: Definition, normalizer: Normalizer) -> Definition:
    return replace(
        definition, left=normalizer.quantity(definition.left), right=normalizer.quantity(definition.right)
    )
