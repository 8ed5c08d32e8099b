"""From the result of a run to the shape of ``report.json``.

Comes in: ``model.Report``, sorted by the stages.  Goes out: ``schema.Report``, in the same order.  Its
records are left to ``reading`` and ``judged``, the visible texts to ``paragraphs``, files to ``formats``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from verify.model.document import Document, Source
from verify.model.group import Verdict
from verify.model.report import Report
from verify.report import schema
from verify.report.judged import (
    attribute_record,
    entity_record,
    finding_record,
    group_record,
    link_record,
    passage_record,
)
from verify.report.outcome import Level, at_least
from verify.report.paragraphs import figures, paragraphs, texts
from verify.report.places import Places, places_of
from verify.report.reading import census_record, claim_record, issue_record, mention_record, source_record


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


def brief(report: Report, level: Level) -> schema.Report:
    """Return the report for who tells its findings alone.

    It has no groups, figures, texts and links; of the claims it has those that findings as bad as ``level``
    name.
    """
    places = places_of(report.documents)
    findings = tuple(finding_record(item, places) for item in report.findings)
    named = {one for item in findings if at_least(item.severity, level) for one in item.claim_ids}
    held = lists(report, places)
    return frame(report).model_copy(
        update={
            **{name: tuple(held[name]) for name in ("sources", "issues")},
            "claims": tuple(claim_record(claim, places) for claim in report.claims if claim.id in named),
            "findings": findings,
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
        "sources": (source_record(one.source, one.source.id in report.drafts) for one in report.documents),
        "entities": (entity_record(item) for item in report.entities),
        "attributes": (attribute_record(item) for item in report.attributes),
        "issues": (issue_record(item, places) for item in report.issues),
        "passages": (passage_record(item) for item in report.passages),
        "links": (link_record(item) for item in report.links),
        "census": (census_record(item) for item in report.census),
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
    return source_record(Source(source_id, path), draft=False)


def _summary(report: Report) -> schema.Summary:
    verdicts = Counter(group.verdict for group in report.groups)
    return schema.Summary(
        sources=len(report.documents) - len(report.drafts),
        claims=len(report.claims),
        groups=len(report.groups),
        agreements=verdicts[Verdict.AGREEMENT],
        conflicts=verdicts[Verdict.CONFLICT],
        possible_conflicts=verdicts[Verdict.POSSIBLE],
        single_source=verdicts[Verdict.SINGLE],
        findings=len(report.findings),
        skipped=report.skipped,
    )
