"""From the result of a run to the shape of ``report.json``.

Comes in: ``model.Report``, sorted by the stages.  Goes out: ``schema.Report``, in the same order.
Values are left to ``values``, lines and columns to ``places``, texts to ``formats``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from verify.model import claim as claims
from verify.model import exact
from verify.model import finding as findings
from verify.model import group as groups
from verify.model.document import Document, Issue, Source
from verify.model.entity import Attribute, Entity, Link
from verify.model.notation import beside, common, notation
from verify.model.quantity import Quantity
from verify.model.report import Census, Report
from verify.model.span import Span
from verify.report import schema, values
from verify.report.numbers import plain_or_none
from verify.report.paragraphs import figures, paragraphs, texts
from verify.report.places import Places, places_of

_REMEMBERED = 1 << 12
"""Most claims of one thing come about in the same steps."""


def build(report: Report) -> schema.Report:
    """Return the report as its files show it."""
    # all of it will be in memory: what waits in files is read once
    report = replace(
        report,
        documents=tuple(report.documents),
        claims=tuple(report.claims),
        mentions=tuple(report.mentions),
    )
    places = places_of(report.documents)
    paths = paths_of(report.documents)
    known = {claim.id: claim for claim in report.claims}
    told = {claim.id: claim_record(claim, places) for claim in report.claims}
    return frame(report).model_copy(
        update={
            **{name: tuple(records) for name, records in lists(report, places).items()},
            "claims": tuple(told[claim.id] for claim in report.claims),
            "groups": tuple(group_record(item, known) for item in report.groups),
            "findings": tuple(finding_record(item, places) for item in report.findings),
            "drafts": figures(report, places),
            "paragraphs": paragraphs(report),
            "texts": texts(report),
            "mentions": tuple(
                mention_record(item, places, paths, told.get(item.claim_id or "")) for item in report.mentions
            ),
        }
    )


def frame(report: Report) -> schema.Report:
    """Return the report without what grows with the documents: its summary and what it is told with."""
    return schema.Report(
        summary=_summary(report),
        sources=(),
        entities=(),
        attributes=(),
        claims=(),
        groups=(),
        findings=(),
        drafts=(),
        issues=(),
        passages=(),
        links=(),
        census=(),
        chinese=report.chinese,
        pages=tuple(
            schema.Page(
                code=page.code, name=page.name, summary=page.summary, text=page.text, markdown=page.markdown
            )
            for page in report.pages
        ),
    )


def lists(report: Report, places: Mapping[str, Places]) -> dict[str, Iterator[schema.Part]]:
    """Return the records that belong to no group, by the names of their lists, made as they are asked for."""
    return {
        "sources": (_source(one.source, one.source.id in report.drafts) for one in report.documents),
        "entities": (_entity(item) for item in report.entities),
        "attributes": (_attribute(item) for item in report.attributes),
        "issues": (_issue(item, places) for item in report.issues),
        "passages": (_passage(item) for item in report.passages),
        "links": (_link(item) for item in report.links),
        "census": (_census(item) for item in report.census),
    }


def paths_of(documents: Iterable[Document]) -> Mapping[str, str]:
    """Return the paths of sources by their ids."""
    found = _Paths()
    for document in documents:
        source = document.source
        if source.id != source.path:
            found[source.id] = source.path
    return found


class _Paths(dict[str, str]):
    """Paths by id; the id of most sources is their path, which needs no room."""

    def __missing__(self, source_id: str) -> str:
        """Return the id."""
        return source_id


def path_record(source_id: str, path: str) -> schema.Source:
    """Return a source of which nothing but its path is told."""
    return _source(Source(source_id, path), draft=False)


def _summary(report: Report) -> schema.Summary:
    verdicts = Counter(group.verdict for group in report.groups)
    return schema.Summary(
        sources=len(report.documents) - len(report.drafts),
        claims=len(report.claims),
        groups=len(report.groups),
        agreements=verdicts[groups.Verdict.AGREEMENT],
        conflicts=verdicts[groups.Verdict.CONFLICT],
        possible_conflicts=verdicts[groups.Verdict.POSSIBLE],
        single_source=verdicts[groups.Verdict.SINGLE],
        findings=len(report.findings),
        skipped=report.skipped,
    )


def _entity(item: Entity) -> schema.Entity:
    return schema.Entity(
        id=item.id, name=item.name, aliases=item.aliases, kind=item.kind, catalogued=item.catalogued
    )


def _attribute(item: Attribute) -> schema.Attribute:
    return schema.Attribute(
        id=item.id,
        name=item.name,
        dimension=item.dimension,
        catalogued=item.catalogued,
        chinese=item.chinese,
        allowed=schema.Allowed(
            exact=item.exact,
            varies=item.varies,
            tolerance=plain_or_none(item.tolerance),
            ignores=item.ignores,
        ),
    )


def _source(source: Source, draft: bool) -> schema.Source:
    return schema.Source(
        id=source.id,
        path=source.path,
        title=source.title,
        publisher=source.publisher,
        author=source.author,
        published=values.day(source.published),
        language=source.language,
        sha256=source.sha256,
        own=source.own,
        draft=draft,
    )


def claim_record(claim: claims.Claim, places: Mapping[str, Places]) -> schema.Claim:
    """Return a claim as a file shows it."""
    return schema.Claim(
        id=claim.id,
        source_id=claim.source_id,
        section=claim.section.value,
        span=places[claim.source_id].show(claim.span),
        quote=claim.quote,
        sentence=claim.sentence,
        sentence_span=figure_in_sentence(claim),
        entity_id=claim.entity_id,
        attribute_id=claim.attribute_id,
        value=values.value(claim.value),
        qualifiers=values.qualifiers(claim.qualifiers),
        speaker=claim.speaker,
        confidence=claim.confidence.value,
        rule=claim.rule,
        trace=tuple(map(_step, claim.trace)),
        derivation=claim.derivation,
        heads=places[claim.source_id].heads(claim.span),
        read_as=claim.read_as or None,
    )


@lru_cache(maxsize=_REMEMBERED)
def _step(step: claims.Step) -> schema.Step:
    return schema.Step(part=step.part, value=step.value, origin=step.origin, rule=step.rule)


def figure_in_sentence(claim: claims.Claim) -> schema.Stretch | None:
    """Find the figure in its sentence by its place in the block; by its words where that fails."""
    figure = claim.context_span
    begin = claim.context.rfind(claim.sentence, 0, figure.start + len(claim.sentence))
    if figure.start < figure.end and 0 <= begin <= figure.start:
        shifted = Span(figure.start - begin, figure.end - begin)
        if shifted.end <= len(claim.sentence):
            return schema.Stretch(start=shifted.start, end=shifted.end)
    for words in (claim.quote, claim.value.stated):
        place = claim.sentence.find(words)
        if words and place >= 0:
            return schema.Stretch(start=place, end=place + len(words))
    return None


def group_record(group: groups.Group, known: Mapping[str, claims.Claim]) -> schema.Group:
    """Return a group; ``known`` are its claims, by id, as a file shows it."""
    return schema.Group(
        id=group.id,
        key=schema.Key(
            entity_id=group.key.entity_id,
            attribute_id=group.key.attribute_id,
            dimension=group.key.dimension,
            scope=group.key.scope,
            statistic=group.key.statistic,
            time=values.date_or_none(group.key.time),
            base=group.key.base,
        ),
        verdict=group.verdict.value,
        clusters=tuple(_cluster(item, known[item.claim_ids[0]].value) for item in group.clusters),
        comparisons=tuple(comparison(item) for item in group.comparisons),
        origins=group.origins,
        passages=tuple(_passage(item) for item in group.passages),
        not_compared=tuple(
            schema.NotCompared(a=item.a, b=item.b, part=item.part) for item in group.not_compared
        ),
        unresolved_claim_ids=group.unresolved_claim_ids,
        relation=group.relation.value,
        explanation=group.explanation,
        lineages=tuple(schema.Lineage(a=item.a, b=item.b, why=item.why) for item in group.lineages),
        shown=_shown([known[claim] for cluster in group.clusters for claim in cluster.claim_ids]),
    )


def _shown(members: Sequence[claims.Claim]) -> dict[str, str]:
    """Return the values in the notation of the coarsest, where their own words say it otherwise."""
    figures = {claim.id: claim.value for claim in members if isinstance(claim.value, Quantity)}
    if not figures:
        return {}
    told = common(*figures.values())
    found = ((ident, beside(figure, told)) for ident, figure in sorted(figures.items()))
    return {ident: words for ident, words in found if words}


def _cluster(cluster: groups.Cluster, head: claims.Value) -> schema.Cluster:
    return schema.Cluster(
        claim_ids=cluster.claim_ids,
        number=plain_or_none(cluster.number),
        lower=plain_or_none(cluster.interval.lower),
        upper=plain_or_none(cluster.interval.upper),
        unit=cluster.unit,
        independent_origins=cluster.independent_origins,
        shown=notation(head).figure(head) if isinstance(head, Quantity) else "",
    )


def comparison(item: groups.Comparison) -> schema.Comparison:
    """Return two values against each other, as the report shows them."""
    return schema.Comparison(
        a=item.a,
        b=item.b,
        line=item.line,
        relation=item.relation.value,
        gap=None if item.line is None else exact.plain(item.gap),
        bound=item.bound,
        flags=item.flags,
        derivation=item.derivation,
    )


def _passage(passage: groups.Passage) -> schema.Passage:
    return schema.Passage(source_ids=passage.source_ids, text=passage.text)


def _link(link: Link) -> schema.Link:
    return schema.Link(
        source_id=link.source_id,
        names=link.names,
        entity_id=link.entity_id,
        tie=link.tie.value,
        other_id=link.other_id,
        points=link.points,
        evidence=tuple(
            schema.Evidence(feature=item.feature, points=item.points, told=item.told)
            for item in link.evidence
        ),
    )


def finding_record(finding: findings.Finding, places: Mapping[str, Places]) -> schema.Finding:
    """Return a finding as a file shows it."""
    return schema.Finding(
        id=finding.id,
        code=finding.code,
        severity=finding.severity.value,
        message=finding.message,
        expected=finding.expected,
        found=finding.found,
        gap=finding.gap,
        locations=tuple(
            schema.Location(source_id=item.source_id, span=places[item.source_id].show(item.span))
            for item in finding.locations
        ),
        claim_ids=finding.claim_ids,
        group_id=finding.group_id,
        rule=finding.rule,
        derivation=finding.derivation,
        state=finding.state.value,
        suppression=_suppression(finding.suppression) if finding.suppression else None,
    )


def _suppression(item: findings.Suppression) -> schema.Suppression:
    return schema.Suppression(
        reason=item.reason, until=values.day(item.until), place=item.place, in_document=item.in_document
    )


def _issue(issue: Issue, places: Mapping[str, Places]) -> schema.Issue:
    known = places.get(issue.source_id)
    span = known.show(issue.span) if known and issue.span else None
    return schema.Issue(
        code=issue.code,
        message=issue.message,
        source_id=issue.source_id,
        span=span,
        incomplete=issue.incomplete,
    )


def _census(census: Census) -> schema.Census:
    return schema.Census(
        source_id=census.source_id,
        figures=census.figures,
        claim=census.claim,
        qualifier=census.qualifier,
        gloss=census.gloss,
        unresolved=census.unresolved,
        ignored=dict(census.ignored),
        unclaimed=census.unclaimed,
    )


def mention_record(
    mention: claims.Mention,
    places: Mapping[str, Places],
    paths: Mapping[str, str],
    claim: schema.Claim | None = None,
) -> schema.Mention:
    """Return a figure as a file shows it; its ``claim``, where it has one, has the same value."""
    value = claim.value if claim else values.value(mention.value) if mention.value else None
    return schema.Mention(
        source_id=mention.source_id,
        path=paths[mention.source_id],
        section=mention.section.value,
        span=places[mention.source_id].show(mention.span),
        quote=mention.quote,
        value=value,
        role=mention.role.value,
        claim_id=mention.claim_id,
        rule=mention.rule,
        derivation=mention.derivation,
    )
