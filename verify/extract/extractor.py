"""From a document to its claims.

Comes in: a document as the reader left it.  Goes out: an ``Extraction``: every figure with what
became of it, and the claims, each with entity, attribute and qualifiers as this document alone
tells them.  Here stands the order: blocks and their headings, the sentences of each (``sentence_reader``),
what carries over from one to the next (``centering``), the claims of each (``claims``).  Which things of
several documents are one is left to ``resolve``, the sets of values to ``normalize``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from verify.catalog.catalog import Catalog
from verify.extract.claims import ClaimMaker
from verify.extract.figures.figure import Figure, Kind, Trouble
from verify.extract.figures.moneys import Moneys
from verify.extract.figures.scanner import Scanner
from verify.extract.figures.tree import tree
from verify.extract.lexicon.block import View, view
from verify.extract.lexicon.words import lowered
from verify.extract.names.editions import Editions
from verify.extract.names.known import Declared, Known
from verify.extract.names.listed import Text
from verify.extract.names.mentions import NameFinder, Names
from verify.extract.names.owned import OwnedFinder
from verify.extract.sentence_reader import OPENED, SentenceReader, asks, by_sentence
from verify.extract.sentences.state import Reading, Running, State, note
from verify.extract.sentences.vocabulary import Vocabulary
from verify.extract.subjects.centering import asked_of, begins, headed, referred_to, spoken_of
from verify.extract.tables.axes import told_by_rows
from verify.extract.tables.framing import framed as told_in
from verify.extract.tables.framing import in_days
from verify.extract.times.periods import remember
from verify.lang.calendar import Days
from verify.lang.heads import Heads
from verify.model.claim import Role
from verify.model.document import Block, Document, Issue, Section
from verify.model.extraction import Extraction
from verify.model.part import Part
from verify.model.period import Period
from verify.model.span import Span
from verify.model.stage import Stage
from verify.text.fold import folded
from verify.text.script import is_western

_SILENT = frozenset({Section.METADATA, Section.BOILERPLATE})
"""Sections that state nothing about the document's subject."""


@dataclass(frozen=True, slots=True)
class Read:
    """A figure of a lone text."""

    figure: Figure
    quote: str
    place: Span
    number: Span | None
    """Place of the numeral alone; None for a date."""
    tree: Part | None = None
    """How it was read, with places in the visible text; None for what is no figure."""


class Extractor:
    """Reads documents with the knowledge of a catalogue; built once for many documents."""

    def __init__(self, catalog: Catalog) -> None:
        self._heads = Heads(catalog.units, catalog.languages)
        self._scanner = Scanner(catalog)
        self._vocabulary = Vocabulary(catalog)
        self._names = NameFinder(catalog)
        self._owned = OwnedFinder(catalog)
        self._editions = Editions(catalog)
        self._moneys = Moneys(catalog)
        self._sentences = SentenceReader(catalog, self._vocabulary)
        self._maker = ClaimMaker(catalog, self._vocabulary, self._scanner)

    def declared(self, document: Document) -> Declared:
        """Return what a document declares to others, for ``Known``."""
        title = folded(document.source.title)
        return self._names.declared(title, _told(_views(document, self._heads), title), _publishers(document))

    def known(self, documents: Iterable[Document]) -> Known:
        """Return the names that documents declare, for extracting all of them."""
        return Known.of(map(self.declared, documents))

    def extract(self, document: Document, known: Known | None = None) -> Extraction:
        """Return everything that a document says; ``known`` are names that its corpus declares."""
        views = _views(document, self._heads)
        state = State(document, self._find(document, views, known), self._moneys.of(document))
        title = folded(document.source.title)
        state.titled = self._reported(title, document.source.published)
        place = len(title) + 1
        by_rows = told_by_rows(views, self._vocabulary)
        for number, one in enumerate(views):
            state.by_rows = number in by_rows
            self._block(self._maker.lent.kept(one), state, place)
            place += one.length + 1 if _tells(one, title) else 0
        return Extraction(
            document.source.id,
            tuple(sorted(state.claims, key=lambda claim: (claim.span, claim.id))),
            state.names.candidates,
            tuple(sorted(state.mentions, key=lambda mention: mention.span)),
            tuple(state.definitions),
            tuple(state.issues),
            tuple(sorted(state.attributes.items())),
        )

    def read(self, text: str, published: dt.date | None) -> Stage[Read]:
        """Return every figure of a lone text, relative dates held against ``published``."""
        one = view(Block.of(text), self._heads)
        scan, _ = self._scanner.scan(one.text, "en" if is_western(one.text) else "zh", published)
        document = Document.of(text)
        nothing = State(document, Names.none(), self._moneys.of(document))
        found = []
        for span, inside in by_sentence(one.text, scan.figures):
            sentence = self._sentences.read(one, span, inside, nothing.names, None)
            for whole in inside:
                figure = self._maker.in_context(Reading(one, sentence, nothing), whole)
                number = one.seen(figure.reading.number_span) if figure.reading else None
                told = None
                if figure.kind not in {Kind.IGNORED, Kind.NUMERAL}:
                    told = _seen(one, tree(one.text, figure))
                found.append(Read(figure, one.quote(figure.span), one.seen(figure.span), number, told))
        issues = (Issue(t.code, t.message, "", one.seen(t.span)) for t in _doubtful(one, scan.troubles))
        return Stage(tuple(found), tuple(issues))

    def _find(self, document: Document, views: Sequence[View], known: Known | None) -> Names:
        source = document.source
        title, by = folded(source.title), _publishers(document)
        told = _told(views, title)
        names = self._names.find(source.id, title, told, known, by)
        names = self._editions.told(names, [title, *(one.text for one in told)], source.published)
        return self._owned.added(names, source.id, title, told)

    # --- blocks and sentences

    def _block(self, one: View, state: State, place: int) -> None:
        source = state.document.source
        in_table = one.section is Section.TABLE
        framed = self._scanner.period_of((folded(source.title).lower(), *one.headings)) if in_table else None
        if framed is not None and framed.earliest and framed.latest:
            state.told = Days(framed.earliest, framed.latest, framed.precision)  # 12月 of a yearly report
        held = framed if framed is not None and framed.latest and not in_days(framed) else None
        published = held.latest if held is not None else source.published
        scan, state.told = self._scanner.scan(one.text, source.language, published, state.told)
        if held is not None:
            scan.figures = told_in(one.text, scan.figures, held)
        for trouble in _doubtful(one, scan.troubles):
            if one.holds(trouble.span):
                state.issues.append(Issue(trouble.code, trouble.message, source.id, one.place(trouble.span)))
        figures = [f for f in scan.figures if one.holds(f.span) or (one.shift and f.period is not None)]
        if one.section in _SILENT:
            for figure in figures:
                note(one, state, figure, Role.IGNORED, f"section.{one.section}")
            return
        until = framed is not None and self._tells_until(one.headings, framed.stated)
        days = state.running.days
        state.running = Running(as_of=framed, days=days) if until else Running(framed, days=days)
        state.running.titled = state.titled
        if in_table:
            state.asked = None  # else a question that ended the block before is answered here
        title = lowered(folded(source.title))
        below = [heading for heading in one.headings if heading != title]
        state.held = self._part_of(one.headings)
        state.carried = headed(below, state.names) if state.asked is None else asked_of(state.asked)
        telling = self._sentences.telling(one, figures)
        state.asked = state.asked if telling else None
        state.made = None
        begun: int | None = None
        for span, inside in telling:
            plain = not inside and state.held is None and self._sentences.is_plain(one, span)
            sentence = self._sentences.read(
                one, span, inside, state.names, source.published, place - one.shift, plain=plain
            )
            sentence, begun = replace(sentence, begun=begun), begins(sentence, state.names)
            if plain:
                state.made = None
                state.asked, state.carried = None, spoken_of(sentence, state.names, state.carried)
                continue
            reading = Reading(one, sentence, state)
            before = len(state.claims)
            state.made = state.made if inside else None
            if inside:
                remember(sentence, state.running, self._maker.figures(reading), source.published)
            self._maker.ranks(reading)
            state.asked = sentence if asks(one, span) else None
            state.carried = spoken_of(sentence, state.names, referred_to(state, before))
            if state.asked is not None:
                state.carried = asked_of(sentence, state.carried)
            state.held = self._maker.subjects.scopes.held.carried_on(sentence, span.end, state.held)

    def _reported(self, title: str, published: dt.date | None) -> Period | None:
        """Return the month, quarter, half or year on which a document reports, as its title says."""
        period = self._scanner.period_of((lowered(title),), published)
        if period is None or period.latest is None or in_days(period):
            return None
        return period if published is None or period.latest < published else None

    def _tells_until(self, headings: Sequence[str], date: str) -> bool:
        """Say whether a heading has a date as that until which its figures are: progress (as of May 3)."""
        for heading in headings:
            place = heading.find(lowered(folded(date)))
            hits = (hit for hit in self._vocabulary.find(heading) if hit.kind == "as_of")
            if place >= 0 and any(0 <= place - hit.end <= 1 for hit in hits):
                return True
        return False

    def _part_of(self, headings: Sequence[str]) -> str | None:
        """Return the one part that the nearest heading which names a part sets for what stands below it."""
        for heading in reversed(headings):
            told = {hit.value for hit in self._vocabulary.find(heading) if hit.kind == "scope"}
            parts = {value for value in told if value.startswith(tuple(self._vocabulary.holding))}
            if parts:
                return parts.pop() if len(parts) == 1 else None
        return None


def _publishers(document: Document) -> tuple[str, ...]:
    """Return who publishes and who writes a document, as it says, folded."""
    source = document.source
    return tuple(dict.fromkeys(folded(name) for name in (source.publisher, source.author) if name))


def _doubtful(one: View, troubles: Sequence[Trouble]) -> list[Trouble]:
    """Return what is doubtful in a block, in order of place."""
    told = [
        Trouble("foreign-digits", f"'{one.quote(span)}' is written in digits of another script", span)
        for span in one.foreign
    ]
    return sorted([*troubles, *told], key=lambda trouble: trouble.span)


def _seen(one: View, part: Part) -> Part:
    """Return a part with places in the visible text."""
    return Part(part.rule, one.seen(part.span), tuple(_seen(one, inner) for inner in part.parts))


def _views(document: Document, heads: Heads) -> list[View]:
    return [view(block, heads) for block in document.blocks]


def _told(views: Iterable[View], title: str) -> list[Text]:
    """Return the texts of a document that tell names, beside its title."""
    told = []
    for one in views:
        if _tells(one, title):
            head = one.heads[0] if len(one.heads) == 1 else ""
            text = one.text[one.shift : one.shift + one.length]
            told.append(Text(text, one.section is Section.TABLE, head))
    return told


def _tells(one: View, title: str) -> bool:
    """Say whether a block tells names, and is no title, which is held apart.

    A page may have a second one, which tells by a bracket what the first names: Tour of X 2023 (…自行车赛).
    """
    if one.section is Section.TITLE:
        return OPENED.search(one.text) is not None and one.text not in title
    return one.section not in _SILENT
