"""A corpus, and small copies of its figures.

Comes in: a folder of sources.  Goes out: for each figure two short documents that give it under the
key that it has in the corpus, one of which ``sweep`` then changes; so the corpus is extracted once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from verify import pipeline
from verify.catalog.catalog import Catalog
from verify.model.claim import Claim
from verify.model.document import Block, Document, Section
from verify.model.extraction import Extraction
from verify.model.group import Comparison, Group
from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.model.report import Report
from verify.model.span import OffsetMap, Span
from verify.read import read

ORIGINAL, COPY = "original.md", "copy.md"
OPENING = "以下内容由本报综合整理。"
NAMES = (
    ("商汤", "远岭"),
    ("AIDC", "YLDC"),
    ("杭州", "温州"),
    ("南京", "合肥"),
    ("鲲鹏・昇腾", "鸿鹄・飞云"),
    ("江北新区", "湖东新区"),
    ("滨江", "临湖"),
    ("阿里巴巴", "青禾集团"),
    ("达摩院", "青禾院"),
    ("华为", "云杉"),
)
"""What a thing is called in the sources, and another name for each."""


@dataclass(frozen=True)
class Corpus:
    """Sources read and extracted once."""

    name: str
    catalog: Catalog
    documents: tuple[Document, ...]
    extractions: tuple[Extraction, ...]
    report: Report

    @classmethod
    def of(cls, folder: Path, catalog: Catalog) -> Corpus:
        documents = read([folder], languages=catalog.languages, base=folder).documents
        extractions = tuple(pipeline.tools(catalog).extractor.extract(document) for document in documents)
        report = pipeline.judge(documents, extractions, catalog)
        return cls(folder.parent.name + "/" + folder.name, catalog, documents, extractions, report)

    def judged(
        self, documents: Sequence[Document], extractions: Sequence[Extraction], company: Sequence[int] = ()
    ) -> Report:
        """The report on some documents in the company of some of the corpus."""
        return pipeline.judge(
            [*documents, *(self.documents[n] for n in company)],
            [*extractions, *(self.extractions[n] for n in company)],
            self.catalog,
        )


@dataclass(frozen=True)
class Excerpt:
    """A document that holds a figure of a source: some of its blocks, put together anew."""

    source: Document
    name: str
    blocks: tuple[tuple[Block, str], ...]
    at: int
    """The block with the figure …"""
    start: int
    end: int
    """… and the figure's place in its text."""

    def document(self) -> tuple[Document, Span]:
        """The document, and the figure's place in its text."""
        text, placed, begin = "", [], 0
        for number, (block, words) in enumerate(self.blocks):
            begin = len(text) if number == self.at else begin
            placed.append(replace(block, text=words, offsets=OffsetMap.identity(len(words), len(text))))
            text += words + "\n"
        source = replace(
            self.source.source,
            id=self.name,
            path=self.name,
            publisher=self.name,
            author="",
            sha256="",
            own=True,
            credits=(),
        )
        return Document(source, text, tuple(placed)), Span(begin + self.start, begin + self.end)

    def with_words(self, words: str) -> Excerpt:
        """The same with other words for the figure."""
        blocks = list(self.blocks)
        block, text = blocks[self.at]
        blocks[self.at] = (block, text[: self.start] + words + text[self.end :])
        return replace(self, blocks=tuple(blocks), end=self.start + len(words))

    def with_names(self) -> Excerpt:
        """The same with other names for things; the figure keeps its words."""
        text = self.blocks[self.at][1]
        start = len(renamed(text[: self.start]))
        title = replace(
            self.source, source=replace(self.source.source, title=renamed(self.source.source.title))
        )
        blocks = tuple((b, renamed(t)) for b, t in self.blocks)
        return replace(self, source=title, blocks=blocks, start=start, end=start + self.end - self.start)


@dataclass(frozen=True)
class Pair:
    """A figure in two documents: its source, cut down, and the copy that will be changed."""

    original: Document
    extraction: Extraction
    company: tuple[int, ...]
    """Documents of the corpus that must be there for the thing to be known by its name."""
    copy: Excerpt
    size: str
    """How much had to be copied for the figure to keep its key: sentence, passage, paragraph or document."""
    original_id: str
    copy_id: str


def place_of(document: Document, claim: Claim) -> int:
    """The block in which a claim stands."""
    for number, block in enumerate(document.blocks):
        if block.text and block.offsets.span(0, len(block.text)).covers(claim.span):
            return number
    raise AssertionError(f"{claim.id} stands in no block")


def local(block: Block, claim: Claim) -> Span:
    """The place of a claim's words in the text of its block."""
    starts = [n for n in range(len(block.text)) if block.offsets.span(n, n + 1).start == claim.span.start]
    return Span(starts[0], starts[0] + len(claim.quote))


def excerpts(document: Document, claim: Claim) -> Iterator[tuple[str, Excerpt]]:
    """What may be copied, the least first: a figure takes its thing and time from what stands before it."""
    number = place_of(document, claim)
    block = document.blocks[number]
    place = local(block, claim)
    titles = tuple(
        (b, b.text) for n, b in enumerate(document.blocks) if b.section is Section.TITLE and n != number
    )
    begin = block.text.find(claim.sentence, max(0, place.end - len(claim.sentence)))
    end = begin + len(claim.sentence)

    def excerpt(before: tuple[tuple[Block, str], ...], text: str, cut: int) -> Excerpt:
        """The figure's block from ``cut`` on, or what ``text`` leaves of it, behind other blocks."""
        start = place.start - cut
        blocks = (*before, (block, text))
        return Excerpt(document, ORIGINAL, blocks, len(before), start, start + place.end - place.start)

    if 0 <= begin <= place.start and place.end <= end:
        yield "sentence", excerpt(titles, block.text[begin:end], begin)
        first = next((b for b in document.blocks if b.section in {Section.LEAD, Section.BODY}), block)
        opening = (*titles, (first, "".join(sentences(first.text)[:2])))
        yield "passage", excerpt(opening, block.text[begin:end], begin)
        time = claim.qualifiers.time
        when = [s for s in sentences(block.text[:begin]) if time and time.stated in s][-1:]
        for before in (when, sentences(block.text[:begin])[-1:], sentences(block.text[:begin])[-4:]):
            if before:
                told = "".join(before)
                yield "passage", excerpt(titles, told + block.text[begin:end], begin - len(told))
                yield "passage", excerpt(opening, told + block.text[begin:end], begin - len(told))
    yield "paragraph", excerpt(titles, block.text, 0)
    blocks = tuple((b, b.text) for b in document.blocks)
    yield "document", Excerpt(document, ORIGINAL, blocks, number, place.start, place.end)


def sentences(text: str) -> list[str]:
    """A text cut behind its full stops."""
    return re.findall(r"[^。！？]*[。！？]|[^。！？]+$", text)


def opened(excerpt: Excerpt) -> Excerpt:
    """The copy of an excerpt: another publisher, and a sentence of its own before the figure's."""
    blocks = list(excerpt.blocks)
    block, text = blocks[excerpt.at]
    blocks[excerpt.at] = (block, OPENING + text)
    more = len(OPENING)
    return replace(
        excerpt, name=COPY, blocks=tuple(blocks), start=excerpt.start + more, end=excerpt.end + more
    )


def paired(corpus: Corpus, number: int, claim: Claim) -> Pair | None:
    """The figure beside its copy, under the key that it has in the corpus; None where that cannot be had."""
    index = {document.source.id: n for n, document in enumerate(corpus.documents)}
    beside = {index[c.source_id] for c in corpus.report.claims if c.entity_id == claim.entity_id} - {number}
    company = ((), *((n,) for n in sorted(beside)))
    tried = [(size, excerpt) for size, excerpt in excerpts(corpus.documents[number], claim)]
    pairs = (_pair(corpus, claim, size, excerpt, others) for others in company for size, excerpt in tried)
    return next((pair for pair in pairs if pair is not None), None)


def _pair(corpus: Corpus, claim: Claim, size: str, excerpt: Excerpt, company: tuple[int, ...]) -> Pair | None:
    extract = pipeline.tools(corpus.catalog).extractor.extract
    original, place = excerpt.document()
    copy, there = opened(excerpt).document()
    extractions = extract(original), extract(copy)
    report = corpus.judged((original, copy), extractions, company)
    a, b = claim_at(report, ORIGINAL, place), claim_at(report, COPY, there)
    if a is None or b is None or a.quote != claim.quote or not key(claim) == key(a) == key(b):
        return None
    group = group_of(report, b)
    if group is None:
        paired = isinstance(claim.value, Period) and not claim.value.resolved
    else:
        paired = group is group_of(report, a) and line_between(group, b, twins(report, a)) in {1, None}
    return Pair(original, extractions[0], company, opened(excerpt), size, a.id, b.id) if paired else None


def key(claim: Claim) -> tuple[object, ...]:
    """Everything that the gate looks at; periods by their days."""
    q = claim.qualifiers
    days = tuple((p.earliest, p.latest) if p else None for p in (q.time, q.as_of))
    return (
        claim.entity_id,
        claim.attribute_id,
        claim.dimension,
        q.modality,
        q.scope,
        q.statistic,
        q.base,
        days,
    )


def twins(report: Report, claim: Claim) -> set[str]:
    """The claim, and those of its source that repeat it word for word."""
    return {
        c.id
        for c in report.claims
        if c.source_id == claim.source_id and c.quote == claim.quote and key(c) == key(claim)
    }


def claim_at(report: Report, source: str, place: Span) -> Claim | None:
    """The claim of a source whose words fill most of a place."""
    here = [
        c
        for c in report.claims
        if c.source_id == source and isinstance(c.value, Quantity | Period) and c.span.meets(place)
    ]
    return max(here, key=lambda c: min(c.span.end, place.end) - max(c.span.start, place.start), default=None)


def group_of(report: Report, claim: Claim) -> Group | None:
    for group in report.groups:
        if any(claim.id in cluster.claim_ids for cluster in group.clusters):
            return group
    return None


def between(group: Group, claim: Claim, others: set[str]) -> Comparison | None:
    """The comparison of a claim with one of the others, where the group shows it."""
    for comparison in group.comparisons:
        if claim.id in (comparison.a, comparison.b) and {comparison.a, comparison.b} & others:
            return comparison
    return None


def line_between(group: Group, claim: Claim, others: set[str]) -> int | None:
    found = between(group, claim, others)
    return found.line if found else None


def renamed(text: str) -> str:
    """The text with every name of ``NAMES`` replaced."""
    for old, new in NAMES:
        text = text.replace(old, new)
    return text
