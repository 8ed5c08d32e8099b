"""The texts of a run as a page shows them: each figure of a draft, each paragraph with its figures.

Comes in: ``model.Report``.  Goes out: the parts of ``schema.Report`` about texts, in their order.  Words
and markup are left to ``drafts``, ``texts`` and the formats.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from verify.model import draft as drafts
from verify.model.document import Document, Section
from verify.model.report import Report
from verify.model.span import Span
from verify.report import schema
from verify.report.numbers import plain_or_none
from verify.report.places import Places


def figures(report: Report, places: Mapping[str, Places]) -> tuple[schema.Draft, ...]:
    """Return the figures of all drafts."""
    texts = {document.source.id: document.text for document in report.documents}
    return tuple(
        schema.Draft(
            source_id=figure.source_id,
            span=places[figure.source_id].show(figure.span),
            quote=texts[figure.source_id][figure.span.start : figure.span.end],
            claim_id=figure.claim.id if figure.claim else None,
            status=figure.status.value,
            group_id=figure.group_id,
            origins=figure.origins,
            witnesses=tuple(_witness(witness) for witness in figure.witnesses),
        )
        for figure in report.drafted
    )


def _witness(witness: drafts.Witness) -> schema.Witness:
    found = witness.comparison
    return schema.Witness(
        claim_id=witness.claim.id,
        line=found.line,
        relation=found.relation.value,
        gap=plain_or_none(found.gap),
        bound=found.bound,
        sure=witness.sure,
    )


def paragraphs(report: Report) -> tuple[schema.Paragraph, ...]:
    """Return the visible text of the drafts, with the places of their figures in it."""
    numbered: dict[str, list[tuple[int, Span]]] = {source_id: [] for source_id in report.drafts}
    for number, figure in enumerate(report.drafted):
        numbered[figure.source_id].append((number, figure.span))
    return _of_documents(report, numbered)


def texts(report: Report) -> tuple[schema.Paragraph, ...]:
    """Return the visible text of all documents but the drafts, with the places of their figures in it."""
    drafts = {*report.drafts}
    numbered: dict[str, list[tuple[int, Span]]] = {
        document.source.id: [] for document in report.documents if document.source.id not in drafts
    }
    for number, mention in enumerate(report.mentions):
        if mention.source_id in numbered:
            numbered[mention.source_id].append((number, mention.span))
    return _of_documents(report, numbered)


def _of_documents(
    report: Report, numbered: Mapping[str, list[tuple[int, Span]]]
) -> tuple[schema.Paragraph, ...]:
    return tuple(
        paragraph
        for document in report.documents
        if document.source.id in numbered
        for paragraph in _paragraphs(document, numbered[document.source.id])
    )


def _paragraphs(document: Document, numbered: list[tuple[int, Span]]) -> Iterator[schema.Paragraph]:
    """Yield the blocks that a reader sees; figures and blocks both stand in the order of the file."""
    starts = [span.start for _, span in numbered]
    for block in document.blocks:
        if not block.text or block.section is Section.METADATA:
            continue
        extent = block.offsets.span(0, len(block.text))
        first, last = bisect_left(starts, extent.start), bisect_left(starts, extent.end)
        yield schema.Paragraph(
            source_id=document.source.id,
            section=block.section.value,
            text=block.text,
            row=block.cell.row if block.cell else None,
            marks=tuple(
                schema.Mark(
                    figure=number,
                    start=block.offsets.inside(span.start),
                    end=block.offsets.inside(span.end - 1) + 1,
                )
                for number, span in numbered[first:last]
                if extent.covers(span)
            ),
        )
