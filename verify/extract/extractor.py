"""From a document to its claims.

Comes in: a document as the reader left it.  Goes out: an ``Extraction``: every figure with what
became of it, and the claims, each with entity, attribute and qualifiers as this document alone
tells them.  Which things of several documents are one is left to ``resolve``, the sets of values
to ``normalize``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from verify.catalog.catalog import Catalog
from verify.extract.attributes import GROWTH, AttributeChooser, Chosen
from verify.extract.block import View, view
from verify.extract.figures import Figure, Kind, Scanner
from verify.extract.glosses import glosses
from verify.extract.names import Known, NameFinder, Names
from verify.extract.qualifiers import Running, new_paragraph, qualifiers, remember
from verify.extract.quantities import lowered
from verify.extract.ranks import RankFinder
from verify.extract.sentence import Sentence
from verify.extract.subjects import SubjectChooser
from verify.extract.vocabulary import Vocabulary
from verify.lang.calendar import Days
from verify.model.claim import Claim, Confidence, Mention, Modality, Qualifiers, Role, Step, Value
from verify.model.definition import Definition
from verify.model.document import Block, Document, Issue, Section
from verify.model.extraction import Extraction
from verify.model.quantity import Form, Quantity
from verify.model.span import Span
from verify.text.fold import folded
from verify.text.sentences import clauses, sentences

_SILENT = frozenset({Section.METADATA, Section.BOILERPLATE})
_SPEAKER = re.compile(r"(?:^|[，。；、“”\s])([\u3400-\u9fffA-Za-z·]{2,24}?)(?:表示|介绍说|介绍|透露|指出|称|说|告诉记者|解释)(?:[，：:“]|$)")
_CREDIT = re.compile(r"据([\u3400-\u9fffA-Za-z·]{2,16}?)(?:报道|消息|报导|通报|介绍)|(?i:according to (?:the )?)((?:[A-Z][\w&-]*\s?){1,5})")
_NOT_SPEAKERS = frozenset("记者 他 她 该负责人 相关负责人 负责人 据 业内人士 专家 有关负责人".split())
_NEEDS_WORD = frozenset({"duration", "number", "ordinal"})


@dataclass(slots=True)
class _State:
    """What one document has said so far."""

    document: Document
    names: Names
    claims: list[Claim] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)
    told: Days | None = None
    running: Running = field(default_factory=Running)


class Extractor:
    """Reads documents with the knowledge of a catalogue; built once for many documents."""

    def __init__(self, catalog: Catalog) -> None:
        self.scanner = Scanner(catalog)
        self._units = catalog.units
        self._vocabulary = Vocabulary(catalog)
        self._names = NameFinder(catalog)
        self._attributes = AttributeChooser(catalog)
        self._subjects = SubjectChooser(catalog)
        self._ranks = RankFinder(catalog)
        self._reads = {base: meant for (_, base), meant in self._attributes.reads.items()}

    def known(self, documents: Iterable[Document]) -> Known:
        """Return the names that documents declare, for extracting all of them."""
        return Known(pair for document in documents for pair in self._find(document, _views(document), None).declared)

    def extract(self, document: Document, known: Known | None = None) -> Extraction:
        """Return everything that a document says; ``known`` are names that its corpus declares."""
        views = _views(document)
        state = _State(document, self._find(document, views, known))
        for one in views:
            self._block(one, state)
        return Extraction(
            document.source.id,
            tuple(sorted(state.claims, key=lambda c: (c.span, c.id))),
            state.names.candidates,
            tuple(sorted(state.mentions, key=lambda m: m.span)),
            tuple(state.definitions),
            tuple(state.issues),
            tuple(sorted(state.attributes.items())),
        )

    def read_text(self, block: Block, published: dt.date | None) -> Iterator[tuple[Figure, str, Span, Span | None]]:
        """Yield every figure of a lone text with its words, its place and that of its numeral."""
        one = view(block)
        language = "en" if one.text.isascii() else "zh"
        scan, _ = self.scanner.scan(one.text, language, published)
        for figure in scan.figures:
            number = one.seen(figure.reading.number_span) if figure.reading else None
            yield self._with_context(one, figure), one.quote(figure.span), one.seen(figure.span), number

    def _with_context(self, one: View, figure: Figure) -> Figure:
        """Read a lone figure as its attribute's words around it say (每秒374亿亿次 of 算力)."""
        if figure.reading is None:
            return figure
        span = next((s for s in sentences(one.text) if s.start <= figure.span.start < s.end), None)
        if span is None:
            return figure
        sentence = self._sentence(one, span, (figure,), None)
        quantity = self._in_context(figure.reading.quantity, self._attributes.choose(sentence, figure))
        return replace(figure, reading=replace(figure.reading, quantity=quantity))

    def _find(self, document: Document, views: Sequence[View], known: Known | None) -> Names:
        told = [v.text for v in views if v.section not in _SILENT and v.section is not Section.TITLE]
        return self._names.find(document.source.id, folded(document.source.title), told, known)

    # --- blocks and sentences

    def _block(self, one: View, state: _State) -> None:
        source = state.document.source
        scan, state.told = self.scanner.scan(one.text, source.language, source.published, state.told)
        for trouble in scan.troubles:
            if one.holds(trouble.span):
                state.issues.append(Issue(trouble.code, trouble.message, source.id, one.place(trouble.span)))
        figures = [figure for figure in scan.figures if one.holds(figure.span)]
        if one.section in _SILENT:
            for figure in figures:
                self._mention(one, state, figure, Role.IGNORED, f"section.{one.section}")
            return
        if one.section is Section.TITLE:
            state.running = Running()
        new_paragraph(state.running)
        carried: int | None = None
        at = 0
        for span in sentences(one.text):
            inside: list[Figure] = []
            while at < len(figures) and figures[at].span.start < span.end:
                inside.append(figures[at])
                at += 1
            sentence = self._sentence(one, span, tuple(inside), state.names)
            if inside:
                claimed = self._figures(one, sentence, state, carried)
                remember(sentence, state.running, claimed)
            self._rank_claims(one, sentence, state, carried)
            carried = self._carry(sentence, state.names, carried)

    def _sentence(self, one: View, span: Span, figures: tuple[Figure, ...], names: Names | None) -> Sentence:
        lower = one.lower[span.start : span.end]
        hits = tuple(
            replace(hit, start=hit.start + span.start, end=hit.end + span.start) for hit in self._vocabulary.find(lower)
        )
        spoken = tuple((a + span.start, b + span.start, n) for a, b, n in names.mentions(lower)) if names else ()
        return Sentence(one.text, one.lower, span, tuple(clauses(one.text, span)), figures, hits, spoken, one.section)

    @staticmethod
    def _carry(sentence: Sentence, names: Names, carried: int | None) -> int | None:
        """Return the thing that the next sentence is about when it names none: this one's subject."""
        if not sentence.names or not sentence.clauses:
            return carried
        first = sentence.clauses[0]
        topic = names.candidates[names.topic] if names.topic is not None else None
        for start, end, number in sentence.names:
            candidate = names.candidates[number]
            alike = topic is None or number == names.topic or (candidate.kind and candidate.kind == topic.kind)
            if end <= first.end and start - first.start <= 2 and alike:
                return number
        return carried

    # --- figures

    def _figures(self, one: View, sentence: Sentence, state: _State, carried: int | None) -> dict[Span, str]:
        roles: dict[Span, Role] = {}
        claimed: dict[Span, str] = {}
        for gloss in glosses(sentence, self._reads, self._units.unit):
            for figure in gloss.figures:
                roles[figure.span] = Role.GLOSS
            state.definitions.append(self._definition(one, state, gloss.span, gloss.left, gloss.right))
        previous: Chosen | None = None
        for figure in sentence.figures:
            if figure.kind is Kind.QUANTITY and figure.span not in roles:
                made = self._quantity(one, sentence, state, figure, carried, previous)
                if made is not None:
                    claim, chosen, used = made
                    roles[figure.span], claimed[figure.span] = Role.CLAIM, claim.id
                    previous = chosen
                    for date in used:
                        roles.setdefault(date.span, Role.QUALIFIER)
        for figure in sentence.figures:
            if figure.kind is Kind.PERIOD and figure.period is not None:
                dated = self._date(one, sentence, state, figure, carried)
                if dated is not None:
                    claimed[figure.span] = dated.id
                    roles[figure.span] = Role.CLAIM
                if not figure.period.resolved:
                    roles[figure.span] = Role.UNRESOLVED
        for figure in sentence.figures:
            role = roles.get(figure.span) or (Role.IGNORED if figure.kind is Kind.IGNORED else Role.UNCLAIMED)
            self._mention(one, state, figure, role, "+".join(figure.rules), claimed.get(figure.span))
        return claimed

    def _quantity(
        self, one: View, sentence: Sentence, state: _State, figure: Figure, carried: int | None, previous: Chosen | None
    ) -> tuple[Claim, Chosen, list[Figure]] | None:
        if figure.reading is None:
            return None
        chosen = self._attributes.choose(sentence, figure)
        quantity = self._in_context(figure.reading.quantity, chosen)
        if chosen.entry is None and (quantity.kind in _NEEDS_WORD or quantity.unit.base == "dimensionless" and quantity.kind == "ratio"):
            return None
        if chosen.confidence is Confidence.LOW and quantity.unit.base == "dimensionless" and quantity.form is not Form.CHANGE:
            return None
        if quantity.form is Form.CHANGE:
            chosen = self._growth(sentence, figure, chosen, previous)
        subject = self._subjects.choose(sentence, figure, chosen, state.names, carried)
        known, steps, used = qualifiers(sentence, figure, chosen, state.running)
        known = replace(known, scope=self._cell_scope(one, state) if one.section is Section.TABLE else subject.scope)
        steps = [Step("attribute", chosen.name, chosen.origin), *subject.steps, *steps]
        confidence = _lower(chosen.confidence, subject.confidence)
        claim = self._claim(one, sentence, state, figure.span, chosen, quantity, known, subject.candidate, confidence, steps, figure.rules)
        return claim, (previous or chosen) if quantity.form is Form.CHANGE else chosen, used

    def _cell_scope(self, one: View, state: _State) -> str | None:
        """Return what a cell's heads say beside attribute, period and name: the part or case it is of."""
        kept: list[str] = []
        for head in one.heads:
            lower = lowered(head).strip()
            hits = self._vocabulary.find(lower)
            scope = [hit.value for hit in hits if hit.kind == "scope" and hit.end - hit.start == len(lower)]
            named = any(b - a == len(lower) for a, b, _ in state.names.mentions(lower))
            told = any(hit.kind in {"attribute", "statistic", "base"} for hit in hits) or self.scanner.names_period(lower)
            if scope:
                kept += [value for value in scope if value != "whole"]
            elif lower and not named and not told:
                kept.append(lower)
        return " · ".join(kept) or None

    @staticmethod
    def _growth(sentence: Sentence, figure: Figure, chosen: Chosen, previous: Chosen | None) -> Chosen:
        """Return the growth of what grows: 交付10万辆，同比增长20% is the growth of deliveries."""
        if chosen.entry is not None and chosen.place is not None and chosen.entry.id.startswith("growth"):
            return chosen
        left = sentence.left_of(figure)
        near = [h for h in sentence.hits_in(Span(left.start, figure.span.start), "attribute") if not h.value.startswith("date.")]
        if chosen.entry is None and near:
            return Chosen(f"{GROWTH}{near[-1].value}", f"{GROWTH}{near[-1].value}", Confidence.HIGH, None)
        if chosen.entry is None and previous is not None:
            return Chosen(f"{GROWTH}{previous.id}", f"{GROWTH}{previous.name}", previous.confidence, None)
        return chosen

    def _in_context(self, quantity: Quantity, chosen: Chosen) -> Quantity:
        """Read 次/秒 as flop/second where the attribute says so, and 5000个 as what its attribute counts."""
        if chosen.entry is None:
            return quantity
        if chosen.entry.units == ("count",) and quantity.kind == "count":
            return replace(quantity, unit=self._units.counted(chosen.entry.name.en))
        meant = self._attributes.reads.get((chosen.id, quantity.unit.base))
        return replace(quantity, unit=replace(self._units.unit(meant), factor=quantity.unit.factor)) if meant else quantity

    def _date(self, one: View, sentence: Sentence, state: _State, figure: Figure, carried: int | None) -> Claim | None:
        chosen = self._attributes.event(sentence, figure)
        if chosen is None or figure.period is None:
            return None
        anchor = replace(figure, span=Span(chosen.place.start, chosen.place.end)) if chosen.place else figure
        subject = self._subjects.choose(sentence, anchor, replace(chosen, place=None), state.names, carried)
        version = _version(sentence, anchor)
        clause = sentence.clause_of(anchor.span.start)
        planned = [h for h in sentence.hits_in(Span(clause.start, anchor.span.start), "modality") if h.value == "planned"]
        scope = version or subject.scope
        known = Qualifiers(Modality.NOT_YET if planned else None, scope)
        steps = [Step("attribute", chosen.name, chosen.origin), *subject.steps]
        return self._claim(
            one, sentence, state, figure.span, chosen, figure.period, known, subject.candidate,
            _lower(chosen.confidence, subject.confidence), steps, figure.rules,
        )

    def _rank_claims(self, one: View, sentence: Sentence, state: _State, carried: int | None) -> None:
        for span, rank in self._ranks.find(sentence):
            if not one.holds(span):
                continue
            figure = Figure(Kind.NUMERAL, span, ("rank",))
            chosen = Chosen("rank", "rank", Confidence.HIGH, None, origin="clause")
            subject = self._subjects.choose(sentence, figure, chosen, state.names, carried)
            steps = [*subject.steps]
            self._claim(
                one, sentence, state, span, chosen, replace(rank, stated=one.quote(span)), Qualifiers(), subject.candidate,
                subject.confidence, steps, ("rank",),
            )

    # --- records

    def _claim(
        self, one: View, sentence: Sentence, state: _State, span: Span, chosen: Chosen, value: Value, known: Qualifiers,
        candidate: int | None, confidence: Confidence, steps: list[Step], rules: tuple[str, ...],
    ) -> Claim:
        source = state.document.source
        place = one.place(span)
        line, column = state.document.place(place.start)
        entity = state.names.candidates[candidate].id if candidate is not None else f"{source.id}#"
        suffix = ":rank" if chosen.id == "rank" else ""
        if chosen.entry is None and chosen.id != "rank":
            state.attributes[chosen.id] = chosen.name
        claim = Claim(
            f"{source.id}:{place.start}-{place.end}{suffix}", source.id, one.section, place, line, column,
            one.quote(span), one.quote(sentence.span).strip(), entity, chosen.id, value, known,
            _speaker(sentence, span), _credits(sentence), confidence, "+".join((*rules, chosen.id)), tuple(steps),
            one.original, one.seen(span),
        )
        state.claims.append(claim)
        return claim

    @staticmethod
    def _mention(one: View, state: _State, figure: Figure, role: Role, rule: str, claim: str | None = None) -> None:
        value: Value | None = figure.reading.quantity if figure.reading else figure.period
        state.mentions.append(
            Mention(state.document.source.id, one.section, one.place(figure.span), one.quote(figure.span), value, role, rule, claim)
        )

    @staticmethod
    def _definition(one: View, state: _State, span: Span, left: Quantity, right: Quantity) -> Definition:
        place = one.place(span)
        line, column = state.document.place(place.start)
        return Definition(state.document.source.id, place, line, column, left, right, one.quote(span))


def _views(document: Document) -> list[View]:
    return [view(block) for block in document.blocks]


def _lower(a: Confidence, b: Confidence) -> Confidence:
    order = [Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH]
    return min(a, b, key=order.index)


def _speaker(sentence: Sentence, span: Span) -> str:
    before = sentence.text[sentence.span.start : span.start]
    found = [m.group(1) for m in _SPEAKER.finditer(before)]
    return found[-1] if found and found[-1] not in _NOT_SPEAKERS else ""


def _credits(sentence: Sentence) -> tuple[str, ...]:
    text = sentence.text[sentence.span.start : sentence.span.end]
    return tuple(sorted({(m.group(1) or m.group(2)).strip() for m in _CREDIT.finditer(text)}))


def _version(sentence: Sentence, figure: Figure) -> str | None:
    """Return the version that an event is about: Relay 2.4.1 came out."""
    near = [
        f for f in sentence.figures
        if f.kind is Kind.IGNORED and "id.version" in f.rules and f.span.end <= figure.span.start
    ]
    if not near:
        return None
    found = re.search(r"\d+(?:\.\d+)*", sentence.text[near[-1].span.start : near[-1].span.end])
    return f"version {found.group()}" if found else None
