"""The documents, figure by figure: each text cut at its figures, each figure with what became of it.

Comes in: ``schema.Report`` with its texts and mentions, and its views.  Goes out: the texts one by one, in
the order of the sources; lists of figures by their fate.  Markup is left to the templates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verify.report import schema
from verify.report.marked import Block, apart, block
from verify.report.page import SourceView
from verify.report.view import Views

FATES = ("qualifier", "gloss", "unresolved", "unclaimed", "ignored")
"""What becomes of a figure that states no fact, in the order of the lists."""
STATES = ("conflict", "possible-conflict", "agreement", "single-source", "rank", *FATES)
"""How figures are underlined, in the order of the legend."""
_LONGEST = 40
"""Characters of a figure in a list; addresses are longer."""


@dataclass(frozen=True, slots=True)
class SpotView:
    """One figure in its text."""

    number: int
    """Of the mention in the report, from 0."""
    state: str
    claim_id: str
    """Empty for a figure that states no fact."""
    group_id: str
    """Empty for a claim in no group too."""
    told: str
    """What it is about; of a figure without a claim, the rule that read it."""


@dataclass(frozen=True, slots=True)
class TextView:
    """One document."""

    source: SourceView
    blocks: tuple[Block[SpotView], ...]
    counts: tuple[tuple[str, int], ...]
    """States with how many figures are in each, those with none left out."""


class Texts:
    """Texts of a report."""

    def __init__(self, views: Views, paragraphs: Sequence[schema.Paragraph]) -> None:
        self._views, self._mentions = views, views.report.mentions
        self._group_of = {
            claim: (group.id, group.verdict)
            for group in views.report.groups
            for cluster in group.clusters
            for claim in cluster.claim_ids
        } | {
            claim: (group.id, "unresolved")
            for group in views.report.groups
            for claim in group.unresolved_claim_ids
        }
        self._blocks: dict[str, list[schema.Paragraph]] = defaultdict(list)
        for paragraph in paragraphs:
            self._blocks[paragraph.source_id].append(paragraph)

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of the sources whose texts there are."""
        return frozenset(self._views.sources[ident].number for ident in self._blocks)

    def marked(self) -> frozenset[int]:
        """Return the numbers of the figures that stand underlined in a text."""
        return frozenset(
            mark.figure
            for paragraphs in self._blocks.values()
            for paragraph in paragraphs
            for mark in apart(paragraph.marks)
        )

    def __iter__(self) -> Iterator[TextView]:
        """Yield the texts in the order of the sources."""
        for ident, source in self._views.sources.items():
            if ident in self._blocks:
                yield self._text(source, self._blocks[ident])

    def text(self, source: SourceView) -> TextView:
        """Return the text of one source."""
        ident = self._views.report.sources[source.number - 1].id
        return self._text(source, self._blocks[ident])

    def _text(self, source: SourceView, paragraphs: Sequence[schema.Paragraph]) -> TextView:
        blocks = tuple(block(each, self._spot) for each in paragraphs)
        counts = dict.fromkeys(STATES, 0)
        for stretch in (stretch for one in blocks for stretch in one.stretches):
            if stretch.figure:
                counts[stretch.figure.state] += 1
        return TextView(source, blocks, tuple((state, count) for state, count in counts.items() if count))

    def _spot(self, number: int) -> SpotView:
        mention = self._mentions[number]
        claim = self._views.claims.get(mention.claim_id or "")
        if claim is None:
            fate = "unclaimed" if mention.role == "claim" else mention.role
            return SpotView(number, fate, "", "", mention.rule)
        group_id, state = self._group_of.get(claim.id, ("", "rank"))
        return SpotView(number, state, claim.id, group_id, self._views.subject(claim))


@dataclass(frozen=True, slots=True)
class FateView:
    """The figures of one fate."""

    fate: str
    count: int
    rules: tuple[tuple[str, tuple[tuple[int, int, str], ...]], ...]
    """Rule, and its figures: number, number of the source, as written."""


def fate_lists(views: Views, mentions: Iterable[int] | None = None) -> Iterator[FateView]:
    """Yield the figures that state no fact, by fate and rule, the fates with none left out.

    ``mentions`` are the numbers of those to be listed, by default of all.
    """
    found: dict[str, dict[str, list[tuple[int, int, str]]]] = {fate: defaultdict(list) for fate in FATES}
    every = views.report.mentions
    for number in range(len(every)) if mentions is None else mentions:
        mention = every[number]
        if mention.role in found and mention.source_id in views.sources:
            source = views.sources[mention.source_id].number
            found[mention.role][mention.rule].append((number, source, _short(mention.quote)))
    for fate, rules in found.items():
        if rules:
            listed = tuple((rule, tuple(items)) for rule, items in sorted(rules.items()))
            yield FateView(fate, sum(len(items) for _, items in listed), listed)


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
