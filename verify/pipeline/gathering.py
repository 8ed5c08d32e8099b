"""From extractions to groups.

Comes in: documents and their extractions.  Goes out: claims of all documents with one id for each thing,
normalized, and their groups, as ``Facts`` for the checks.  What is joined or equal is left to ``resolve``,
``normalize`` and ``compare``, a bucket of claims to ``bucket``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from verify import checks
from verify.catalog.catalog import Catalog
from verify.checks.facts import Facts
from verify.compare.definitions import judge_definitions
from verify.compare.passages import passages
from verify.engine import Engine, Here, Lost
from verify.engine.shelf import DOCUMENTS, Sorter, Stretches, kept, named
from verify.engine.work import Result
from verify.errors import VerifyError
from verify.lang import cedict
from verify.model.claim import Mention
from verify.model.definition import Definition
from verify.model.document import Document, Issue, Source
from verify.model.entity import Link
from verify.model.extraction import Extraction
from verify.model.finding import Finding
from verify.model.group import Group, Passage
from verify.normalize.attributes import Normalizer
from verify.normalize.bounds import bounded
from verify.pipeline.bucket import bucketed, check_bucket
from verify.pipeline.linked import Linked
from verify.pipeline.tools import tools
from verify.resolve.link import link

_first: Callable[[tuple[str, str]], str] = itemgetter(0)
_TOGETHER = 4
"""Sources that are read together: they are asked for one by one."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What documents say together, before the checks."""

    facts: Facts
    issues: tuple[Issue, ...]
    passages: tuple[Passage, ...]
    links: Sequence[Link]
    findings: Sequence[Finding]
    """Of the checks of one thing, where they were asked for; to be settled."""
    across: Facts
    """What of the groups is to be held against each other."""


def gather(documents: Sequence[Document], extractions: Sequence[Extraction], catalog: Catalog) -> Gathered:
    """Link, normalize and group the claims of documents."""
    return group_all(link_all(documents, extractions, catalog), catalog)


def link_all(documents: Sequence[Document], extractions: Sequence[Extraction], catalog: Catalog) -> Linked:
    """Align the things that documents speak of, and normalize their claims and mentions."""
    normalizer = tools(catalog).normalizer
    linked = link(extractions, catalog, normalizer.claim, lambda value: bounded(value).soft)
    if len(documents) > DOCUMENTS:  # they wait on disk, and memory is for what follows
        cedict.forget()
    claims = linked.claims
    called: Sorter[tuple[str, str]] = Sorter(_first)
    definitions: list[Definition] = []
    issues: Sorter[Issue] = Sorter(lambda _: 0)  # as they come
    mentions: Sorter[Mention] = Sorter(lambda mention: (mention.source_id, mention.span))
    held = Stretches(claims, lambda claim: claim.source_id)
    for extraction in extractions:
        called.extend(extraction.attributes)
        definitions += extraction.definitions
        issues.extend(extraction.issues)
        values = {claim.id: claim.value for claim in held.of(extraction.source_id)}
        mentions.extend(
            one._replace(value=values[one.claim_id]) if one.claim_id else normalizer.mention(one)
            for one in extraction.mentions
        )
    # each by the name that the last document gives it
    names = named(kept(deque(same, 1)[0] for _, same in groupby(called.once(), _first)), _first)
    return Linked(
        documents=documents,
        claims=claims,
        mentions=mentions.sorted(),
        definitions=tuple(definitions),
        issues=issues.sorted(),
        entities=linked.entities,
        attributes=normalizer.attributes(claims, names),
        names=names,
        links=linked.joined,
    )


def only(linked: Linked, ids: Collection[str]) -> Linked:
    """Return what some of the documents say; what a thing is called is known from all."""
    return replace(
        linked,
        documents=kept((one for one in linked.documents if one.source.id in ids), DOCUMENTS),
        claims=kept(claim for claim in linked.claims if claim.source_id in ids),
        mentions=kept(mention for mention in linked.mentions if mention.source_id in ids),
        definitions=tuple(one for one in linked.definitions if one.source_id in ids),
    )


def group_all(
    linked: Linked, catalog: Catalog, engine: Engine | None = None, *, checked: bool = False
) -> Gathered:
    """Group the claims of documents, and judge what they define; check them, thing by thing, if asked to."""
    normalizer = tools(catalog).normalizer
    sources = kept((_origin(document.source) for document in linked.documents), DOCUMENTS, _TOGETHER)
    shared = passages(linked.documents)
    buckets = bucketed(linked.claims, linked.entities, linked.attributes, sources, shared)
    groups: Sorter[Group] = Sorter(lambda group: group.id)
    issues: list[Issue] = []
    across: list[Facts] = []

    def found() -> Iterator[Finding]:
        parts = ([bucket] for bucket in buckets)
        for judged in surely((engine or Here(catalog)).run(check_bucket, checked, parts)):
            groups.extend(judged.groups)
            issues.extend(judged.issues)
            across.append(judged.across)
            yield from judged.findings

    findings = kept(found())
    definitions = judge_definitions(_normal(definition, normalizer) for definition in linked.definitions)
    facts = Facts(
        groups=groups.sorted(),
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
    return Gathered(
        facts,
        (*issues, *definitions.issues),
        shared,
        linked.links,
        findings,
        checks.joined(across, Facts()),
    )


def surely(chunks: Iterable[Sequence[Result | Lost]]) -> Iterator[Result]:
    """Yield the results of chunks of claims.  Raises VerifyError where one ends its worker."""
    for found in chunks:
        for one in found:
            if isinstance(one, Lost):
                raise VerifyError(f"claims could not be judged: {one.why}; use --jobs 1, and report it")
            yield one


def _origin(source: Source) -> Source:
    """Return of a source what it is judged by."""
    return replace(source, title="", author="", sha256="")


def _normal(definition: Definition, normalizer: Normalizer) -> Definition:
    return replace(
        definition, left=normalizer.quantity(definition.left), right=normalizer.quantity(definition.right)
    )
