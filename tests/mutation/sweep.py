"""Corpora with one figure changed in one source, judged, and held against the oracle.

Comes in: a folder of sources.  Goes out: for every mutation of every figure what the program said of
it, and where that is not what the oracle says.  A figure's partner is a copy of its sentence in a
document of another publisher: the copy is what is changed, so that the figures of the corpus are
extracted once.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

from figures import Figure, figure
from mutations import Kind, Mutation, of_date, of_figure
from oracle import AGREE, CONFLICTS, POSSIBLE, Days, Set, Value, date, dates, ladder

from verify import pipeline
from verify.catalog.catalog import Catalog
from verify.model.claim import Claim, Confidence
from verify.model.document import Block, Document, Section
from verify.model.extraction import Extraction
from verify.model.group import Comparison, Group, Verdict
from verify.model.period import Period
from verify.model.quantity import Interval, Quantity
from verify.model.report import Report
from verify.model.span import OffsetMap, Span
from verify.read import read

ORIGINAL, COPY = "original.md", "copy.md"
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
            self.source.source, id=self.name, path=self.name, publisher=self.name, author="", sha256="", own=True, credits=()
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
        title = replace(self.source, source=replace(self.source.source, title=renamed(self.source.source.title)))
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
    """What may be copied, the least first: a figure takes its thing and its time from what stands before it."""
    number = place_of(document, claim)
    block = document.blocks[number]
    place = local(block, claim)
    titles = tuple((b, b.text) for n, b in enumerate(document.blocks) if b.section is Section.TITLE and n != number)
    begin = block.text.find(claim.sentence, max(0, place.end - len(claim.sentence)))
    end = begin + len(claim.sentence)

    def excerpt(before: tuple[tuple[Block, str], ...], text: str, cut: int) -> Excerpt:
        """The figure's block from ``cut`` on, or what ``text`` leaves of it, behind other blocks."""
        start = place.start - cut
        blocks = (*before, (block, text))
        return Excerpt(document, ORIGINAL, blocks, len(before), start, start + place.end - place.start)

    if 0 <= begin <= place.start and place.end <= end:
        yield "sentence", excerpt(titles, block.text[begin:end], begin)
        first = next(b for b in document.blocks if b.section is not Section.TITLE)
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
    return replace(excerpt, name=COPY, blocks=tuple(blocks), start=excerpt.start + more, end=excerpt.end + more)


def paired(corpus: Corpus, number: int, claim: Claim) -> Pair | None:
    """The figure beside its copy, under the key that it has in the corpus; None where that cannot be had."""
    company: list[tuple[int, ...]] = [(), *((n,) for n in range(len(corpus.documents)) if n != number)]
    extract = pipeline.tools(corpus.catalog).extractor.extract
    for size, excerpt in excerpts(corpus.documents[number], claim):
        original, place = excerpt.document()
        copy, there = opened(excerpt).document()
        extractions = extract(original), extract(copy)
        for beside in company:
            report = corpus.judged((original, copy), extractions, beside)
            a, b = claim_at(report, ORIGINAL, place), claim_at(report, COPY, there)
            if a is None or b is None or a.quote != claim.quote or not key(claim) == key(a) == key(b):
                continue
            group = group_of(report, b)
            unresolved = isinstance(claim.value, Period) and not claim.value.resolved
            together = group is not None and group is group_of(report, a)
            if unresolved if group is None else together and line_between(group, b, twins(report, a)) in {1, None}:
                return Pair(original, extractions[0], beside, opened(excerpt), size, a.id, b.id)
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


def claim_at(report: Report, source: str, place: Span) -> Claim | None:
    """The claim of a source whose words fill most of a place."""
    here = [
        c for c in report.claims
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
    pair: Pair | None = field(init=False)

    def __post_init__(self) -> None:
        self.pair = paired(self.corpus, self.number, self.claim)

    @property
    def published(self) -> dt.date | None:
        return self.corpus.documents[self.number].source.published

    def mutations(self) -> Iterator[Mutation]:
        """What is tried; dates that the oracle cannot read are left out."""
        if isinstance(self.claim.value, Period):
            if date(self.claim.quote, self.published):
                yield from (m for m in of_date(self.claim.quote, self.published) if date(m.text, self.published))
        elif found := figure(self.claim.quote):
            yield from (m for m in of_figure(found) if not self._joins(m))
        if self._has_other_names():
            yield Mutation(Kind.NAME, self.claim.quote)

    def _joins(self, mutation: Mutation) -> bool:
        """Whether a new 近 comes to stand behind 将, which is then no longer the 将 of a plan."""
        assert self.pair is not None
        before = self.pair.copy.blocks[self.pair.copy.at][1][: self.pair.copy.start]
        return before.endswith("将") and mutation.text.startswith("近")

    def _has_other_names(self) -> bool:
        """Whether the source calls its thing by names, all of which have another."""
        assert self.pair is not None
        claim = next(c for c in self.pair.extraction.claims if c.id == self.pair.original_id)
        thing = next((c for c in self.pair.extraction.candidates if c.id == claim.entity_id), None)
        return thing is not None and bool(thing.names) and all(renamed(name) != name for name in thing.names)

    def outcome(self, mutation: Mutation) -> Outcome:
        """Judge one mutation and hold it against the oracle."""
        pair = self.pair
        assert pair is not None
        copy = pair.copy.with_names() if mutation.kind is Kind.NAME else pair.copy.with_words(mutation.text)
        document, place = copy.document()
        extraction = pipeline.tools(self.corpus.catalog).extractor.extract(document)
        report = self.corpus.judged((pair.original, document), (pair.extraction, extraction), pair.company)
        changed = claim_at(report, COPY, place)
        original = next(c for c in report.claims if c.id == pair.original_id)
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
        return Outcome(mutation, self.claim.source_id, self.claim.quote, said, fault)

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
        # 估计约 is a hedge too, which a new 约 may come to be part of.
        if not changed.quote.endswith(mutation.text):
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
            pair = [date(words, self.published) or Days(None, None) for words in (self.claim.quote, mutation.text)]
            line = dates(*pair)
            return None if line is None else {1, 2} if line in {1, 2} else {line}
        mine = figure(self.claim.quote)
        assert mine is not None
        assert mutation.figure is not None
        return self.line(mine, mutation.figure, changed)

    def line(self, a: Figure, b: Figure, changed: Claim) -> set[int]:
        """The oracle's line between two figures under the rules of a claim's attribute."""
        line = ladder(*(oracle_value(found, changed, self.corpus.catalog) for found in (a, b)))
        # docs/semantics.md: a claim of low confidence is never in conflict, only in possible conflict.
        return {POSSIBLE} if line in CONFLICTS and changed.confidence is Confidence.LOW else {line}

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
        expected = Verdict.AGREEMENT if agree else Verdict.POSSIBLE if lines == {POSSIBLE} else Verdict.CONFLICT
        alone = {i for c in group.clusters for i in c.claim_ids} == {changed.id, *twins(report, original)}
        if (group.verdict is not expected) if alone else WORST.index(group.verdict) < WORST.index(expected):
            return f"verdict {group.verdict}, oracle says {expected}"
        return ""


def _said(group: Group, changed: Claim, originals: set[str]) -> str:
    line = line_between(group, changed, originals)
    if line is None:
        return str(group.verdict)
    return "agreement" if line in AGREE else "possible-conflict" if line == POSSIBLE else "conflict"


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


# --- a figure changed in its own file


@dataclass(frozen=True)
class Partnered:
    """A figure of one source that another source gives too."""

    number: int
    claim: Claim
    partner: Claim
    company: tuple[int, ...]
    """The sources that speak of the same thing."""


def partnered(corpus: Corpus) -> list[Partnered]:
    """The figures that stand beside one of another source, each once a source and wording."""
    found: dict[tuple[int, str], Partnered] = {}
    claims = {claim.id: claim for claim in corpus.report.claims}
    index = {document.source.id: number for number, document in enumerate(corpus.documents)}
    for group in corpus.report.groups:
        members = [claims[i] for cluster in group.clusters for i in cluster.claim_ids]
        company = tuple(sorted({index[c.source_id] for c in claims.values() if c.entity_id == group.key.entity_id}))
        for claim in members:
            number = index[claim.source_id]
            others = [c for c in members if c.source_id != claim.source_id and key(c) == key(claim)]
            if others and isinstance(claim.value, Quantity | Period):
                found.setdefault((number, claim.quote), Partnered(number, claim, others[0], company))
    return [found[place] for place in sorted(found)]


def in_its_file(corpus: Corpus, figures: Partnered, mutation: Mutation, folder: Path) -> str:
    """Change a figure in its file, read and judge anew; return what is not as the oracle says, or nothing."""
    document, claim, partner = corpus.documents[figures.number], figures.claim, figures.partner
    words = document.text[claim.span.start : claim.span.end]
    if words != claim.quote:
        return f"the file says {words!r} where {claim.quote!r} was read"
    file = folder / document.source.path
    text = document.text[: claim.span.start] + mutation.text + document.text[claim.span.end :]
    file.write_text(text, "utf-8")
    changed = read([file], languages=corpus.catalog.languages, base=folder).documents[0]
    extraction = pipeline.tools(corpus.catalog).extractor.extract(changed)
    report = corpus.judged((changed,), (extraction,), tuple(n for n in figures.company if n != figures.number))
    place = Span(claim.span.start, claim.span.start + len(mutation.text))
    found = claim_at(report, changed.source.id, place)
    group = group_of(report, found) if found else None
    if found is None or group is None or group is not group_of(report, partner):
        return "" if mutation.kind is Kind.DIMENSION else "it is no longer beside its partner"
    line = oracle_line(corpus, figures, mutation, found)
    if line is None:
        return "" if mutation.kind is not Kind.DIMENSION else "two dimensions in one group"
    pair = between(group, found, twins(report, partner))
    if pair is not None and pair.line != line:
        return f"line {pair.line} ({pair.relation}) with {partner.quote}, oracle says {line}"
    if pair is None and line not in AGREE and any({found.id, partner.id} <= set(c.claim_ids) for c in group.clusters):
        return f"in one cluster with {partner.quote}, oracle says line {line}"
    expected = Verdict.AGREEMENT if line in AGREE else Verdict.POSSIBLE if line == POSSIBLE else Verdict.CONFLICT
    if WORST.index(group.verdict) < WORST.index(expected):
        return f"verdict {group.verdict}, oracle says {expected}"
    return ""


def oracle_line(corpus: Corpus, figures: Partnered, mutation: Mutation, found: Claim) -> int | None:
    """The oracle's line between the new words and the partner's; None where that is not in question."""
    if mutation.kind is Kind.DATE:
        published = [corpus_date(corpus, claim) for claim in (figures.claim, figures.partner)]
        pair = [date(words, day) for words, day in zip((mutation.text, figures.partner.quote), published, strict=True)]
        return dates(*pair) if pair[0] and pair[1] else None
    theirs = figure(figures.partner.quote)
    if mutation.figure is None or theirs is None:
        return None
    return ladder(*(oracle_value(one, found, corpus.catalog) for one in (mutation.figure, theirs)))


def corpus_date(corpus: Corpus, claim: Claim) -> dt.date | None:
    return next(d.source.published for d in corpus.documents if d.source.id == claim.source_id)
