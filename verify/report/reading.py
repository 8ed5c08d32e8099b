"""What was read, in the shape of ``report.json``: sources, claims, figures, trouble, the census.

Comes in: records of ``model`` about documents.  Goes out: the same of ``schema``.  Values are left to
``values``, lines and columns to ``places``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from verify.model.claim import Claim, Mention, Step
from verify.model.document import Issue, Source
from verify.model.report import Census
from verify.model.span import Span
from verify.report import schema, values
from verify.report.places import Places

_REMEMBERED = 1 << 12
"""Most claims of one thing come about in the same steps."""


def source_record(source: Source, draft: bool) -> schema.Source:
    """Return a source; a draft is held against the others."""
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


def claim_record(claim: Claim, places: Mapping[str, Places]) -> schema.Claim:
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
def _step(step: Step) -> schema.Step:
    return schema.Step(part=step.part, value=step.value, origin=step.origin, rule=step.rule)


def figure_in_sentence(claim: Claim) -> schema.Stretch | None:
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


def mention_record(
    mention: Mention,
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


def issue_record(issue: Issue, places: Mapping[str, Places]) -> schema.Issue:
    """Return trouble with reading, at its place where that is known."""
    known = places.get(issue.source_id)
    span = known.show(issue.span) if known and issue.span else None
    return schema.Issue(
        code=issue.code,
        message=issue.message,
        source_id=issue.source_id,
        span=span,
        incomplete=issue.incomplete,
    )


def census_record(census: Census) -> schema.Census:
    """Return what became of the figures of a source."""
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
