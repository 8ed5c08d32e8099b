"""What pages and the terminal show of drafts, in words, before any markup.

Comes in: ``schema.Report``.  Goes out: the text of each draft cut at its figures, and what the sources say of
each of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from verify.report import schema
from verify.report.language import ENGLISH, Language
from verify.report.marked import Block, block

_NAMED = 3
"""So many sources are named beside a figure; beyond, they are counted."""

MEANINGS = {
    "supported": "at least two independent origins state it",
    "single-source": "one origin states it",
    "doubtful": "the words leave room, or the sources disagree: needs review",
    "contradicted": "the sources state another value",
    "unsupported": "no source states it",
}
"""Every status, in the order of a legend."""


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure of a draft."""

    number: int
    """From 1, in the order of all drafts."""
    quote: str
    status: str
    word: str
    """The status in words."""
    told: str
    """What the sources say: ``contradicted by a.txt:3:7 (5000个)``."""
    place: str
    group_id: str
    """Empty where no fact of the sources stands beside it."""


@dataclass(frozen=True, slots=True)
class DraftView:
    """One draft."""

    path: str
    title: str
    language: str
    counts: str
    """``6 figures: 1 supported, 2 contradicted``."""
    paragraphs: tuple[Block[FigureView], ...]
    figures: tuple[FigureView, ...]


def draft_views(report: schema.Report, say: Language = ENGLISH) -> tuple[DraftView, ...]:
    """Return the drafts of a report, in its order."""
    figures = tuple(figure_views(report, say))
    of_draft = [item.source_id for item in report.drafts]
    return tuple(
        DraftView(
            path=source.path,
            title=source.title or source.path,
            language=source.language,
            counts=counts((item for item in report.drafts if item.source_id == source.id), say),
            paragraphs=tuple(
                block(each, figures.__getitem__) for each in report.paragraphs if each.source_id == source.id
            ),
            figures=tuple(
                figure for figure, owner in zip(figures, of_draft, strict=True) if owner == source.id
            ),
        )
        for source in report.sources
        if source.draft
    )


def counts(items: Iterable[schema.Draft], say: Language = ENGLISH) -> str:
    """Return how many figures there are of each status."""
    found: Counter[str] = Counter(item.status for item in items)
    parts = [
        say("told.count", n=f"{found[one]:,}", status=say(f"status.{one}")) for one in MEANINGS if found[one]
    ]
    whole = say.counted(found.total(), "count.figure")
    return say("told.counts", figures=whole, parts=say.listed(parts)) if parts else whole


def left_out(report: schema.Report) -> tuple[str, ...]:
    """Return the ids of the groups that no figure of a draft stands beside."""
    met = {item.group_id for item in report.drafts}
    return tuple(group.id for group in report.groups if group.id not in met)


def summary(report: schema.Report, say: Language = ENGLISH) -> str:
    """Return the first line of a report on drafts."""
    return say(
        "told.summary",
        drafts=say.counted(sum(source.draft for source in report.sources), "count.draft"),
        sources=say.counted(report.summary.sources, "count.source"),
        counts=counts(report.drafts, say),
    )


def figure_views(report: schema.Report, say: Language = ENGLISH) -> Iterator[FigureView]:
    """Yield every figure of the drafts, in their order."""
    paths = {source.id: source.path for source in report.sources}
    claims = {claim.id: claim for claim in report.claims}
    for number, item in enumerate(report.drafts, start=1):
        word = say(f"status.{item.status}")
        yield FigureView(
            number=number,
            quote=" ".join(item.quote.split()),
            status=item.status,
            word=word,
            told=_told(item, word, claims, paths, say),
            place=f"{paths[item.source_id]}:{item.span.line}:{item.span.column}",
            group_id=item.group_id or "",
        )


def _told(
    item: schema.Draft,
    word: str,
    claims: Mapping[str, schema.Claim],
    paths: Mapping[str, str],
    say: Language,
) -> str:
    if item.status == "supported":
        return say("told.supported", status=word, origins=say.counted(item.origins, "count.origin"))
    if item.status == "unsupported":
        return say("told.unsupported" if item.claim_id else "told.unread", status=word)
    agreeing = [one for one in item.witnesses if one.sure and one.line in range(1, 7)]
    others = [one for one in item.witnesses if one not in agreeing]
    conflicting = [one for one in others if one.line in (0, 8)]
    shown = agreeing if item.status == "single-source" else conflicting or others
    said = list(dict.fromkeys(_said(claims[one.claim_id], paths) for one in shown))
    more = [say("told.more", n=len(said) - _NAMED)] if len(said) > _NAMED else []
    return say(f"told.{item.status}", status=word, who=say.listed([*said[:_NAMED], *more]))


def _said(claim: schema.Claim, paths: Mapping[str, str]) -> str:
    return f"{paths[claim.source_id]}:{claim.span.line}:{claim.span.column} ({claim.value.stated})"
