"""From groups to the report.

Comes in: documents and their extractions.  Goes out: the ``Report``: what they say together, and what the
checks find.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from verify import checks
from verify.catalog.catalog import Catalog
from verify.catalog.chinese import chinese_words
from verify.checks.facts import Facts
from verify.compare.drafts import Sources
from verify.engine import Engine
from verify.model.claim import Mention, Role
from verify.model.document import Document, Issue
from verify.model.draft import DraftFigure, Status
from verify.model.extraction import Extraction
from verify.model.finding import Finding
from verify.model.judgement import Amendment, Decided
from verify.model.report import Census, Report
from verify.model.stage import Stage
from verify.pipeline.gathering import Gathered, group_all, link_all, only
from verify.pipeline.linked import Linked


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
    others = {document.source.id for document in documents} - {*drafts}
    gathered = group_all(only(linked, others) if drafts else linked, catalog, engine, checked=not drafts)
    facts = gathered.facts
    parts = _drafted(linked, drafts, facts, catalog) if drafts else (facts,)
    found = checks.run(*parts) if drafts else _found(gathered)
    read_issues = (issue for extraction in linked.extractions for issue in extraction.issues)
    trouble = [*issues, *read_issues, *gathered.issues, *found.issues]
    known = {one.id for one in facts.groups}
    return Report(
        documents=linked.documents,
        entities=linked.entities,
        attributes=linked.attributes,
        claims=linked.claims,
        mentions=linked.mentions,
        groups=facts.groups,
        findings=tuple(one if one.group_id in known else replace(one, group_id=None) for one in found.items),
        issues=tuple(sorted(trouble, key=_issue_order)),
        census=tuple(_census(extraction) for extraction in linked.extractions),
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


def _found(gathered: Gathered) -> Stage[Finding]:
    """Return the findings of the groups, of the sentences, and of things against each other."""
    facts = gathered.facts
    sentences = checks.found(replace(facts, groups=(), claims=(), read=facts.claims))
    across = checks.found(facts, across=True)
    every = (*gathered.findings, *sentences.items, *across.items)
    return Stage(checks.settled(every, facts), (*sentences.issues, *across.issues))


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


def _census(extraction: Extraction) -> Census:
    roles = Counter(mention.role for mention in extraction.mentions)
    ignored = Counter(mention.rule for mention in extraction.mentions if mention.role is Role.IGNORED)
    return Census(
        extraction.source_id,
        len(extraction.mentions),
        roles[Role.CLAIM],
        roles[Role.QUALIFIER],
        roles[Role.GLOSS],
        roles[Role.UNRESOLVED],
        tuple(sorted(ignored.items())),
        roles[Role.UNCLAIMED],
    )
