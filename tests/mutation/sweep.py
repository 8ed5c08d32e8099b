"""Corpora with one figure changed in one source, judged, and held against the oracle.

Comes in: a folder of sources.  Goes out: for every mutation of every figure what the program said of
it, and where that is not what the oracle says.  A figure's partner is a copy of its sentence in a
document of another publisher: the copy is what is changed, so that the figures of the corpus are
extracted once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

from figures import Figure, figure
from mutations import Kind, Mutation, of_date, of_figure
from oracle import AGREE, Days, Set, Value, date, dates, ladder

from verify import pipeline
from verify.catalog.catalog import Catalog
from verify.model.claim import Claim
from verify.model.document import Block, Document, Section
from verify.model.extraction import Extraction
from verify.model.group import Comparison, Group, Verdict
from verify.model.period import Period
from verify.model.quantity import Interval, Quantity
from verify.model.report import Report
from verify.model.span import OffsetMap, Span
from verify.read import read

OPENING = "以下内容由本报综合整理。"
NAMES = (
    ("商汤", "远岭"), ("AIDC", "YLDC"), ("杭州", "温州"), ("南京", "合肥"), ("鲲鹏・昇腾", "鸿鹄・飞云"),
    ("江北新区", "湖东新区"), ("滨江", "临湖"), ("阿里巴巴", "青禾集团"), ("达摩院", "青禾院"), ("华为", "云杉"),
)
"""What a thing is called in the sources, and another name for each."""

WORST = (Verdict.SINGLE, Verdict.AGREEMENT, Verdict.POSSIBLE, Verdict.CONFLICT)


# --- a corpus, and a copy of one of its figures


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


@dataclass(frozen=True)
class Copy:
    """A document that repeats a figure; the text around it can be put together anew."""

    document: Document
    extraction: Extraction
    claim: Claim
    """The figure's claim here, once the two are judged together."""
    blocks: tuple[tuple[Block, str], ...]
    at: int
    """The block with the figure …"""
    start: int
    end: int
    """… and the figure's place in its text."""
    size: str
    """How much had to be copied for the figure to keep its key: sentence, paragraph or document."""


def build(source: Document, blocks: Sequence[tuple[Block, str]]) -> tuple[Document, tuple[int, ...]]:
    """Put texts together to a document of another publisher; also return where each begins."""
    text, placed, starts = "", [], []
    for block, words in blocks:
        starts.append(len(text))
        placed.append(replace(block, text=words, offsets=OffsetMap.identity(len(words), len(text))))
        text += words + "\n"
    origin = replace(
        source.source, id="copy.md", path="copy.md", publisher="别处日报", author="", sha256="", own=True, credits=()
    )
    return Document(origin, text, tuple(placed)), tuple(starts)


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


def sizes(document: Document, claim: Claim) -> Iterator[tuple[str, list[tuple[Block, str]], int, int]]:
    """The copies that may serve, the smallest first: blocks with their texts, which of them, where in it."""
    number = place_of(document, claim)
    block = document.blocks[number]
    place = local(block, claim)
    titles = [(b, b.text) for n, b in enumerate(document.blocks) if b.section is Section.TITLE and n != number]
    begin = block.text.find(claim.sentence, max(0, place.end - len(claim.sentence)))
    if 0 <= begin <= place.start and place.end <= begin + len(claim.sentence):
        yield "sentence", [*titles, (block, OPENING + claim.sentence)], len(titles), place.start - begin + len(OPENING)
    yield "paragraph", [*titles, (block, OPENING + block.text)], len(titles), place.start + len(OPENING)
    whole = [(b, OPENING + b.text if n == number else b.text) for n, b in enumerate(document.blocks)]
    yield "document", whole, number, place.start + len(OPENING)


def copied(corpus: Corpus, number: int, claim: Claim) -> Copy | None:
    """A copy in which the figure has the key that it has in its source; None where there is none."""
    document = corpus.documents[number]
    for size, blocks, at, start in sizes(document, claim):
        end = start + len(claim.quote)
        copy, starts = build(document, blocks)
        extraction = pipeline.tools(corpus.catalog).extractor.extract(copy)
        report = pipeline.judge(
            [document, copy], [corpus.extractions[number], extraction], corpus.catalog
        )
        found = claim_at(report, starts[at] + start, starts[at] + end)
        partner = next(c for c in report.claims if c.id == claim.id)
        if found is None or found.quote != claim.quote or key(found) != key(partner):
            continue
        group = group_of(report, found)
        if isinstance(claim.value, Period) and not claim.value.resolved and group is None:
            return Copy(copy, extraction, found, tuple(blocks), at, start, end, size)
        if group is not None and line_between(group, found, twins(report, partner)) in {1, None}:
            return Copy(copy, extraction, found, tuple(blocks), at, start, end, size)
    return None


def key(claim: Claim) -> tuple[object, ...]:
    """Everything that the gate looks at; periods by their days."""
    q = claim.qualifiers
    days = tuple((p.earliest, p.latest) if p else None for p in (q.time, q.as_of))
    return claim.entity_id, claim.attribute_id, claim.dimension, q.modality, q.scope, q.statistic, q.base, days


def twins(report: Report, claim: Claim) -> set[str]:
    """The claim, and those of its source that repeat it word for word."""
    return {
        c.id for c in report.claims
        if c.source_id == claim.source_id and c.quote == claim.quote and key(c) == key(claim)
    }


def claim_at(report: Report, start: int, end: int) -> Claim | None:
    """The copy's claim whose words fill most of a place."""
    here = [
        c for c in report.claims
        if c.source_id == "copy.md" and isinstance(c.value, Quantity | Period) and c.span.meets(Span(start, end))
    ]
    return max(here, key=lambda c: min(c.span.end, end) - max(c.span.start, start), default=None)


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


# --- what the oracle expects


def oracle_value(found: Figure, claim: Claim, catalog: Catalog) -> Value:
    """The oracle's value of a figure, with what the rule of its attribute adds."""
    value = found.value
    entry = next((a for a in catalog.attributes if a.id == claim.attribute_id), None)
    quantity = claim.value
    assert isinstance(quantity, Quantity)
    if quantity.base_number < 0:
        value = replace(value, down=True)
    if entry is None:
        counted = claim.attribute_id.startswith("count of ")
        return replace(value, range=Set(Fraction(0), None)) if counted else value
    worth = Fraction(1, 100) if entry.units[0] == "percent" else Fraction(1)
    low, high = (None if end is None else Fraction(end) * worth for end in (entry.minimum, entry.maximum))
    counted = entry.units[0] == "count" or entry.id.startswith("count.")
    if low is None and counted:
        low = Fraction(0)
    return replace(value, exact=entry.exact, tolerance=Fraction(entry.tolerance or 0), range=Set(low, high))


def same_set(mine: Set, theirs: Interval) -> bool:
    """Whether the program's interval is the oracle's; an end at infinity is neither open nor closed."""
    return (mine.low, mine.high) == (theirs.lower, theirs.upper) and all(
        end is None or a == b
        for end, a, b in (
            (mine.low, mine.low_in, theirs.lower_closed), (mine.high, mine.high_in, theirs.upper_closed)
        )
    )


# --- one mutation


@dataclass(frozen=True)
class Outcome:
    """What became of one mutation."""

    mutation: Mutation
    source: str
    words: str
    said: str
    """Of the program: agreement, possible-conflict, conflict, apart, unresolved, lost."""
    fault: str = ""
    """What is not as the oracle says; empty where nothing is."""

    def __str__(self) -> str:
        return f"{self.source} {self.words} → {self.mutation.text} [{self.mutation.kind}]: {self.fault}"


@dataclass
class Bench:
    """One figure with its copy, and everything that is tried on it."""

    corpus: Corpus
    number: int
    claim: Claim
    copy: Copy | None = field(init=False)

    def __post_init__(self) -> None:
        self.copy = copied(self.corpus, self.number, self.claim)

    @property
    def published(self) -> object:
        return self.corpus.documents[self.number].source.published

    def mutations(self) -> Iterable[Mutation]:
        if isinstance(self.claim.value, Period):
            yield from of_date(self.claim.quote, self.corpus.documents[self.number].source.published)
        elif found := figure(self.claim.quote):
            yield from of_figure(found)
        if self.copy is not None and self._renamed():
            yield Mutation(Kind.NAME, self.claim.quote)

    def _renamed(self) -> bool:
        """Whether the copy calls its thing by names, all of which have another."""
        assert self.copy is not None
        local_claim = next(c for c in self.copy.extraction.claims if c.id == self.copy.claim.id)
        thing = next(c for c in self.copy.extraction.candidates if c.id == local_claim.entity_id)
        return bool(thing.names) and all(renamed(name) != name for name in thing.names)

    def judged(self, mutation: Mutation) -> tuple[Report, Claim | None]:
        """The report on the source and the changed copy, and the changed claim."""
        copy, document = self.copy, self.corpus.documents[self.number]
        assert copy is not None
        blocks = list(copy.blocks)
        block, text = blocks[copy.at]
        before, after = text[: copy.start], text[copy.end :]
        if mutation.kind is Kind.NAME:
            blocks = [(b, renamed(t)) for b, t in blocks]
            before, after = renamed(before), renamed(after)
        blocks[copy.at] = (block, before + mutation.text + after)
        changed, starts = build(document, blocks)
        extraction = pipeline.tools(self.corpus.catalog).extractor.extract(changed)
        report = pipeline.judge([document, changed], [self.corpus.extractions[self.number], extraction], self.corpus.catalog)
        start = starts[copy.at] + len(before)
        return report, claim_at(report, start, start + len(mutation.text))

    def outcome(self, mutation: Mutation) -> Outcome:
        """Judge one mutation and hold it against the oracle."""
        report, changed = self.judged(mutation)
        original = next(c for c in report.claims if c.id == self.claim.id)
        group = group_of(report, changed) if changed else None
        together = group is not None and group is group_of(report, original)
        if changed is None:
            said = "lost"
        elif group is None:
            said = "unresolved"
        elif not together:
            said = "apart"
        else:
            said = _said(group, changed, twins(report, original))
        fault = self._fault(mutation, report, original, changed, group if together else None, said)
        return Outcome(mutation, original.source_id, self.claim.quote, said, fault)

    def _fault(
        self, mutation: Mutation, report: Report, original: Claim, changed: Claim | None, group: Group | None, said: str
    ) -> str:
        if mutation.kind in {Kind.DIMENSION, Kind.NAME}:
            return "" if group is None else f"still in one group, {said}"
        if changed is None:
            return "the figure is lost"
        lines = self._expected(mutation, changed)
        if lines is None:
            return "" if said == "unresolved" else f"{said} where nothing can be compared"
        if changed.quote != mutation.text:
            return f"read as {changed.quote!r}"
        if group is None:
            parts = [f"{a} / {b}" for a, b in zip(key(original), key(changed), strict=True) if a != b]
            return f"{said}: not in one group, oracle says line {sorted(lines)}; {', '.join(parts)}"
        return self._sets(mutation, changed) or self._relation(lines, mutation, report, original, changed, group)

    def _expected(self, mutation: Mutation, changed: Claim) -> set[int] | None:
        """The lines that the oracle allows; None where the two cannot be compared."""
        if mutation.kind is Kind.REWRITING:
            return {1, 2}
        if mutation.kind is Kind.DATE:
            published = self.corpus.documents[self.number].source.published
            pair = [date(words, published) or Days(None, None) for words in (self.claim.quote, mutation.text)]
            line = dates(*pair)
            return None if line is None else {1, 2} if line in {1, 2} else {line}
        mine = figure(self.claim.quote)
        assert mine is not None
        assert mutation.figure is not None
        values = [oracle_value(f, changed, self.corpus.catalog) for f in (mine, mutation.figure)]
        return {ladder(*values)}

    def _sets(self, mutation: Mutation, changed: Claim) -> str:
        """H and S of the changed figure against the oracle's."""
        if mutation.figure is None or not isinstance(changed.value, Quantity):
            return ""
        value = oracle_value(mutation.figure, changed, self.corpus.catalog)
        for name, mine, theirs in (("H", value.hard, changed.value.hard), ("S", value.soft, changed.value.soft)):
            if not same_set(mine, theirs):
                return f"{name} is {theirs}, oracle says {mine}"
        return ""

    def _relation(
        self, lines: set[int], mutation: Mutation, report: Report, original: Claim, changed: Claim, group: Group
    ) -> str:
        pair = between(group, changed, twins(report, original))
        agree = lines <= AGREE
        if pair is None:
            together = any({changed.id, original.id} <= set(c.claim_ids) for c in group.clusters)
            if together and not agree:
                return f"in one cluster, oracle says line {sorted(lines)}"
        elif pair.line not in lines:
            return f"line {pair.line} ({pair.relation}, {pair.bound}), oracle says {sorted(lines)}"
        elif not agree and mutation.flag and mutation.flag not in pair.flags:
            return f"flags {pair.flags}, without {mutation.flag}"
        expected = Verdict.AGREEMENT if agree else Verdict.POSSIBLE if lines == {7} else Verdict.CONFLICT
        alone = {i for c in group.clusters for i in c.claim_ids} == {changed.id, *twins(report, original)}
        if (group.verdict is not expected) if alone else WORST.index(group.verdict) < WORST.index(expected):
            return f"verdict {group.verdict}, oracle says {expected}"
        return ""


def _said(group: Group, changed: Claim, originals: set[str]) -> str:
    line = line_between(group, changed, originals)
    if line is None:
        return str(group.verdict)
    return "agreement" if line in AGREE else "possible-conflict" if line == 7 else "conflict"


def renamed(text: str) -> str:
    """The text with every name of ``NAMES`` replaced."""
    for old, new in NAMES:
        text = text.replace(old, new)
    return text


def benches(corpus: Corpus, number: int) -> list[Bench]:
    """The figures and dates of one source that are claims, each with its copy."""
    return [
        Bench(corpus, number, claim)
        for claim in corpus.report.claims
        if claim.source_id == corpus.documents[number].source.id and isinstance(claim.value, Quantity | Period)
    ]
