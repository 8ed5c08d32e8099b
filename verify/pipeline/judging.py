"""From groups to the report.

Comes in: documents and their extractions.  Goes out: the ``Report``: what they say together, and what the
checks find.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from verify import checks
from verify.catalog.catalog import Catalog
from verify.catalog.chinese import chinese_words
from verify.checks.facts import Facts
from verify.compare.drafts import Sources
from verify.engine import Engine, chunks
from verify.engine.shelf import DOCUMENTS, Stretches, arranged, kept
from verify.model.claim import Mention, Role
from verify.model.definition import Definition
from verify.model.document import Document, Issue
from verify.model.draft import DraftFigure, Status
from verify.model.extraction import Extraction
from verify.model.finding import Finding
from verify.model.group import Group
from verify.model.judgement import Amendment, Decided
from verify.model.report import Census, Report
from verify.model.stage import Stage
from verify.pipeline.gathering import Gathered, group_all, link_all, only
from verify.pipeline.linked import Linked

_CHUNK = 1 << 18
"""Characters of the documents whose sentences are checked together."""


def judge(
    documents: Sequence[Document],
    extractions: Sequence[Extraction],
    catalog: Catalog,
    *,
    drafts: Collection[str] = (),
    issues: Iterable[Issue] = (),
    skipped: int = 0,
    decided: Sequence[Decided] = (),
    engine: Engine | None = None,
) -> Report:
    """Return the report on documents whose claims are extracted.

    ``drafts`` are the ids of those that are held against the others: the groups are of the others alone,
    the findings about the drafts alone.  ``decided`` are decisions of editors, whose rereadings count.
    ``engine`` judges the groups; without one this process does.
    """
    linked, amendments = _amended(link_all(documents, extractions, catalog), decided, catalog)
    sources = _beside(linked, drafts) if drafts else linked
    gathered = group_all(sources, catalog, engine, checked=not drafts)
    facts = gathered.facts
    parts = _drafted(linked, drafts, facts, catalog) if drafts else (facts,)
    told = Stretches(linked.mentions, lambda mention: mention.source_id)
    found = checks.run(*parts) if drafts else _found(gathered, told)
    trouble = chain(issues, linked.issues, gathered.issues, found.issues)
    return Report(
        documents=linked.documents,
        entities=linked.entities,
        attributes=linked.attributes,
        claims=linked.claims,
        mentions=linked.mentions,
        groups=facts.groups,
        findings=_without(found.items, facts.groups) if drafts else found.items,
        issues=arranged(trouble, _issue_order),
        census=kept(_census(linked, told), DOCUMENTS),
        passages=gathered.passages,
        skipped=skipped,
        links=gathered.links,
        drafts=tuple(sorted(drafts)),
        drafted=tuple(figure for part in parts for figure in part.drafted or ()),
        amendments=amendments,
        chinese=chinese_words(catalog),
    )


def _amended(
    linked: Linked, decided: Sequence[Decided], catalog: Catalog
) -> tuple[Linked, tuple[Amendment, ...]]:
    if not decided:
        return linked, ()
    from verify.pipeline.amending import amend  # noqa: PLC0415 - pydantic, for whoever has decisions

    return amend(linked, decided, catalog)


def _found(gathered: Gathered, told: Stretches[Mention]) -> Stage[Finding]:
    """Return the findings of the groups, of the sentences, and of things against each other.

    ``told`` are the figures by document.
    """
    facts = gathered.facts
    issues: list[Issue] = []

    def every() -> Iterator[Finding]:
        yield from gathered.findings
        shared = [gathered.across]
        for part in _sentences(facts, told):
            sentences = checks.found(part)
            yield from sentences.items
            issues.extend(sentences.issues)
            shared.append(checks.across(part))
        across = checks.found(checks.joined(shared, facts), across=True)
        yield from across.items
        issues.extend(across.issues)

    findings = checks.settled(every(), facts)
    return Stage(findings, tuple(issues))


def _without(findings: Iterable[Finding], groups: Iterable[Group]) -> tuple[Finding, ...]:
    """Return the findings about drafts, without groups of the drafts themselves, which no report tells."""
    known = {one.id for one in groups}
    return tuple(one if one.group_id in known else one._replace(group_id=None) for one in findings)


def _sentences(facts: Facts, told: Stretches[Mention]) -> Iterator[Facts]:
    """Yield the documents, some at a time, with their figures and how sure these are read."""
    claims = Stretches(facts.claims, lambda claim: claim.source_id)
    definitions: dict[str, list[Definition]] = defaultdict(list)
    for one in facts.definitions:
        definitions[one.source_id].append(one)
    for documents in chunks(facts.documents, lambda document: len(document.text), _CHUNK):
        ids = sorted(document.source.id for document in documents)
        yield replace(
            facts,
            groups=(),
            claims=(),
            read=[claim for one in ids for claim in claims.of(one)],
            sources=[document.source for document in documents],
            documents=documents,
            mentions=[mention for one in ids for mention in told.of(one)],
            definitions=tuple(definition for one in ids for definition in definitions[one]),
        )


def _beside(linked: Linked, drafts: Collection[str]) -> Linked:
    """Return what all but the drafts say."""
    return only(linked, {document.source.id for document in linked.documents} - {*drafts})


def _drafted(linked: Linked, drafts: Collection[str], facts: Facts, catalog: Catalog) -> tuple[Facts, ...]:
    """Return for each draft what it says by itself, and what the sources say of its figures."""
    attributes, every = linked.attributes, tuple(document.source for document in linked.documents)
    sources = Sources(facts.claims, facts.groups, attributes, every, catalog.sources)
    found = []
    for draft in sorted(drafts):
        own = group_all(only(linked, (draft,)), catalog).facts
        figures = (*sources.figures(own.claims), *_unasked(own.mentions))
        ordered = tuple(sorted(figures, key=lambda figure: figure.span))
        found.append(replace(own, sources=every, drafted=ordered))
    return tuple(found)


def _unasked(mentions: Iterable[Mention]) -> Iterator[DraftFigure]:
    """Yield the figures that no statement was read from, so that nobody takes them for checked."""
    for mention in mentions:
        lost = mention.role in (Role.UNCLAIMED, Role.UNRESOLVED) and mention.claim_id is None
        if lost and mention.value is not None:
            yield DraftFigure(mention.source_id, mention.span, None, Status.UNSUPPORTED)


def _issue_order(issue: Issue) -> tuple[str, int, str, str]:
    return issue.source_id, issue.span.start if issue.span else -1, issue.code, issue.message


def _census(linked: Linked, told: Stretches[Mention]) -> Iterator[Census]:
    """Yield where the figures of each document went."""
    for document in linked.documents:
        source = document.source.id
        mentions = told.of(source)
        roles = Counter(mention.role for mention in mentions)
        ignored = Counter(mention.rule for mention in mentions if mention.role is Role.IGNORED)
        yield Census(
            source,
            roles.total(),
            roles[Role.CLAIM],
            roles[Role.QUALIFIER],
            roles[Role.GLOSS],
            roles[Role.UNRESOLVED],
            tuple(sorted(ignored.items())),
            roles[Role.UNCLAIMED],
        )
