"""What was judged, in the shape of ``report.json``: things, properties, groups, links, findings.

Comes in: records of ``model`` about what claims come to.  Goes out: the same of ``schema``.  Values are
left to ``values``, lines and columns to ``places``.
"""

from __future__ import annotations

from collections.abc import Mapping

from verify.model import exact
from verify.model import finding as findings
from verify.model import group as groups
from verify.model.claim import Claim, Value
from verify.model.entity import Attribute, Entity, Link
from verify.model.notation import beside, common, notation
from verify.model.quantity import Quantity
from verify.report import schema, values
from verify.report.numbers import plain_or_none
from verify.report.places import Places


def entity_record(item: Entity) -> schema.Entity:
    """Return a thing."""
    return schema.Entity(
        id=item.id, name=item.name, aliases=item.aliases, kind=item.kind, catalogued=item.catalogued
    )


def attribute_record(item: Attribute) -> schema.Attribute:
    """Return a property with what its rule allows."""
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


def group_record(group: groups.Group, known: Mapping[str, Claim]) -> schema.Group:
    """Return a group; ``known`` are its claims, by id, as a file shows it."""
    members = (known[claim] for cluster in group.clusters for claim in cluster.claim_ids)
    figures = {claim.id: claim.value for claim in members if isinstance(claim.value, Quantity)}
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
        passages=tuple(passage_record(item) for item in group.passages),
        not_compared=tuple(
            schema.NotCompared(a=item.a, b=item.b, part=item.part) for item in group.not_compared
        ),
        unresolved_claim_ids=group.unresolved_claim_ids,
        relation=group.relation.value,
        explanation=group.explanation,
        lineages=tuple(schema.Lineage(a=item.a, b=item.b, why=item.why) for item in group.lineages),
        shown=_shown(figures),
        ends=_ends(figures),
    )


def _shown(figures: Mapping[str, Quantity]) -> dict[str, str]:
    """Return the values in the notation of the coarsest, where their own words say it otherwise."""
    if not figures:
        return {}
    told = common(*figures.values())
    found = ((ident, beside(figure, told)) for ident, figure in sorted(figures.items()))
    return {ident: words for ident, words in found if words}


def _ends(figures: Mapping[str, Quantity]) -> tuple[str, ...]:
    """Return the smallest and the largest number in the notation of the coarsest; one for both."""
    if not figures:
        return ()
    told, numbers = common(*figures.values()), [figure.base_number for figure in figures.values()]
    return tuple(told.value(number) for number in sorted({min(numbers), max(numbers)}))


def _cluster(cluster: groups.Cluster, head: Value) -> schema.Cluster:
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


def passage_record(passage: groups.Passage) -> schema.Passage:
    """Return a run of text that documents share."""
    return schema.Passage(source_ids=passage.source_ids, text=passage.text)


def link_record(link: Link) -> schema.Link:
    """Return why names are one thing, or might be."""
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
