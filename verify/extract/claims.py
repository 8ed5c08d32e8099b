"""From the figures of a sentence to claims.

Comes in: a sentence with everything that was found in it.  Goes out, into the document's state: for
each figure what became of it, and for each that states a fact a claim with attribute, thing, part
and qualifiers, and the steps that tell where each came from.  What a figure measures is left to
``deciding``, what grows to ``growths``.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from verify.catalog.catalog import Catalog
from verify.extract.attributes.amounts import Amounts
from verify.extract.attributes.carrying import QUESTION, Carrier
from verify.extract.attributes.choice import AttributeChooser
from verify.extract.attributes.counting import Counting
from verify.extract.attributes.events import EventChooser
from verify.extract.attributes.refusing import Refusals
from verify.extract.attributes.wordless import by_its_words, is_by_its_words
from verify.extract.deciding import Deciding, of_former
from verify.extract.figures.figure import Figure, Kind
from verify.extract.figures.figure import Reading as FigureReading
from verify.extract.figures.scanner import Scanner
from verify.extract.growths import Growths
from verify.extract.other_attributes import OtherAttributes, per_share, told_below_zero
from verify.extract.parting import OPENS, Parting
from verify.extract.parts.conditions import Conditions
from verify.extract.parts.worded_parts import SHARE
from verify.extract.releases import counted, market, version
from verify.extract.sentences.chosen import COUNT, GROWTH, Chosen
from verify.extract.sentences.glosses import glosses
from verify.extract.sentences.ranks import RankFinder
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.state import Made, Reading
from verify.extract.sentences.vocabulary import Vocabulary
from verify.extract.sentences.voices import Voices
from verify.extract.subjects.subject import Subject, SubjectChooser
from verify.extract.tables.cells import CellReader
from verify.extract.tables.lent_units import LentUnits
from verify.extract.tables.year_cells import YearCells
from verify.extract.times.qualifiers import as_asked, as_designed, qualifiers
from verify.lang.en_words import lemma
from verify.model.claim import AFTER, Claim, Confidence, Modality, Qualifiers, Role, Step, Value
from verify.model.document import Section
from verify.model.quantity import Form, Quantity
from verify.model.span import Span
from verify.text.script import is_western

_NEEDS_WORD = frozenset({"duration", "number", "ordinal", "ratio"})
"""Kinds that state nothing without a word for what they measure."""
_BARE = frozenset({"number", "ratio"})
_PEOPLE = "人"
"""People of no sort, who are no part of anything."""
_CONTEXT = 400
"""So many characters on each side of a figure are kept, to tell whether a passage was copied."""
_RANK = Chosen("rank", "rank", Confidence.HIGH, None, origin="clause")
_RELEASED = "date.released"
_GRADES = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)


class ClaimMaker:
    """Makes claims with the knowledge of a catalogue."""

    def __init__(self, catalog: Catalog, vocabulary: Vocabulary, scanner: Scanner) -> None:
        self._units = catalog.units
        self._vocabulary = vocabulary
        self._scanner = scanner
        self._attributes = AttributeChooser(catalog)
        self._events = EventChooser(catalog, vocabulary, self._attributes)
        self.subjects = SubjectChooser(catalog, vocabulary.holding)
        self._ranks = RankFinder(catalog)
        self._growths = Growths(catalog, self._attributes)
        self._others = OtherAttributes(catalog, self._attributes, self.subjects.suiting)
        self._conditions = Conditions(catalog)
        self._refusals = Refusals(catalog.languages)
        self._voices = Voices(catalog)
        self._carrier = Carrier(catalog, vocabulary, self._attributes)
        self._counting = Counting(catalog, scanner, self._attributes, self._carrier)
        self._cells = CellReader(catalog, vocabulary, scanner, self._attributes)
        self._years = YearCells(catalog, self._attributes)
        dimensions, changes = self._attributes.dimensions, self._cells.changes
        self.lent = LentUnits(catalog, vocabulary, scanner, dimensions, changes)
        self._parts = Parting(catalog, vocabulary, self._cells, self.subjects.scopes)
        self._amounts = Amounts(catalog, scanner, self._attributes)
        self._deciding = Deciding(
            scanner, self._attributes, self._carrier, self._counting, self._cells, self._amounts
        )
        self._reads = frozenset(
            (base, meant) for (_, base), meant in self._attributes.dimensions.reads.items()
        )

    def figures(self, reading: Reading) -> dict[Span, str]:
        """Record every figure of a sentence; return the claims by the places of their figures."""
        roles: dict[Span, Role] = {}
        claimed: dict[Span, str] = {}
        reading = self._years.dated(reading) if reading.view.section is Section.TABLE else reading
        parts = self.subjects.scopes.held.numbered(reading.sentence)
        named = {f.span for f in reading.sentence.figures if _in_name(reading.sentence, f, parts)}
        roles.update(dict.fromkeys(named, Role.IGNORED))
        self._glosses(reading, roles)
        self._quantities(reading, roles, claimed)
        self._dates(reading, roles, claimed)
        for figure in reading.sentence.figures:
            if not reading.view.holds(figure.span):
                continue  # a period in a head: it is told where it stands
            plain = Role.IGNORED if figure.kind is Kind.IGNORED else Role.UNCLAIMED
            reading.mention(figure, roles.get(figure.span, plain), claimed.get(figure.span))
        return claimed

    def in_context(self, reading: Reading, figure: Figure) -> Figure:
        """Return a figure as its attribute's words around it say (每秒374亿亿次 of 算力)."""
        return self._deciding.in_context(reading.sentence, figure)

    # --- what becomes of figures

    def _glosses(self, reading: Reading, roles: dict[Span, Role]) -> None:
        for gloss in glosses(reading.sentence, self._reads):
            roles.update(dict.fromkeys((figure.span for figure in gloss.figures), Role.GLOSS))
            reading.define(gloss.span, gloss.left, gloss.right)

    def _quantities(self, reading: Reading, roles: dict[Span, Role], claimed: dict[Span, str]) -> None:
        previous = self._told_in_parts(reading)
        events = self._events.dated(reading.sentence, reading.state.document.source.published)
        grown: Made | None = None
        for figure in reading.sentence.figures:
            if figure.kind is not Kind.QUANTITY or figure.span in roles or _is_unit_of_head(reading, figure):
                continue
            made = self._quantity(reading, figure, previous, events, grown)
            if made is None:
                continue
            roles[figure.span], claimed[figure.span] = Role.CLAIM, made.claim.id
            grows = made.claim.attribute_id.startswith(GROWTH)
            grown = made if grows else None
            if not is_by_its_words(made.chosen):  # what follows tells nothing of such a figure
                previous = previous if grows and previous is not None else made
            for date in made.dates:
                roles.setdefault(date.span, Role.QUALIFIER)
        reading.state.made = previous

    @staticmethod
    def _told_in_parts(reading: Reading) -> Made | None:
        """Return the last claim of the sentence before, where this one begins with parts of it: 其中.

        So does one whose first figure refers to it: A second visit was paid to 24 of them.
        """
        sentence, made = reading.sentence, reading.state.made
        if made is None or reading.view.section is Section.TABLE:
            return None
        parts = sentence.by_kind.get("part", ())
        opens = any(hit.start - sentence.span.start <= OPENS for hit in parts)
        first = sentence.figures[0].span.end
        refers = any(0 <= hit.start - first <= 1 for hit in parts)
        return made if opens or refers else None

    def _dates(self, reading: Reading, roles: dict[Span, Role], claimed: dict[Span, str]) -> None:
        for figure in reading.sentence.figures:
            if figure.period is None or not reading.view.holds(figure.span):
                continue
            claim = self._date(reading, figure)
            if claim is not None:
                roles[figure.span], claimed[figure.span] = Role.CLAIM, claim.id
            if not figure.period.resolved:
                roles[figure.span] = Role.UNRESOLVED

    # --- quantities

    def _quantity(
        self,
        reading: Reading,
        figure: Figure,
        previous: Made | None,
        events: Container[Span],
        grown: Made | None,
    ) -> Made | None:
        sentence, state = reading.sentence, reading.state
        if self._cells.is_label(reading, figure):
            return None
        turn = sentence.turned(figure)
        first = turn.first if turn is not None else None  # what stands before 从A增至B is of both
        into = turn is not None and turn.now is turn.second
        measure = figure.reading.measure or _measure(figure.reading.quantity) if figure.reading else ""
        figure = self._counting.told(reading, figure, previous)
        if figure.reading is None:
            return None
        read = self._refusals.limit(sentence, figure.span, _at_rate(figure.reading, first))
        figure, quantity = figure._replace(reading=read), self._amounts.local(read.quantity, state.money)
        turned = first is not None and (not into or quantity.kind == "number")
        chosen, quantity = self._deciding.of(reading, figure, quantity, previous, grown, turned=turned)
        chosen, quantity = self._amounts.each(
            sentence, figure, chosen, self._amounts.local(quantity, state.money)
        )
        chosen = chosen if first is None else of_former(chosen, quantity, previous)
        word = "" if chosen.place is None else sentence.lower[chosen.place.start : chosen.place.end]
        numbered = self._attributes.nouns.numbered(word)
        told = _states_something(quantity, chosen, numbered=numbered)
        stated = chosen if told else _by_its_words(reading, figure, quantity)
        if stated is None:
            return None
        chosen = stated
        if reading.view.row and read.quantity.kind == "number" and _is_part_of_one(quantity):
            return None
        if self._conditions.is_condition(sentence, figure, chosen.place):
            return None
        chosen = self._growths.of(reading, figure, chosen, quantity, previous)
        subject = self.subjects.choose(
            sentence, first or figure, chosen, state.names, state.carried, state.held
        )
        published = state.document.source.published
        known, steps, dates = qualifiers(sentence, figure, chosen, state.running, published, events)
        if chosen.origin == QUESTION and state.asked is not None:
            known = as_asked(known, state.asked, chosen, counted=quantity.kind == "count")
        known = self._cells.changes.compared(reading, chosen, known)
        known = as_designed(known, sentence, chosen, previous, steps)
        if known.time is None and known.as_of is None:
            chosen = self._others.of_thing(chosen, subject, state.names)
        chosen, quantity = self._others.of_old(chosen, quantity, known, subject, state.names)
        chosen, quantity = self._others.by_time(chosen, quantity, known)
        quantity = told_below_zero(chosen, quantity, word)
        scope, loose = self._parts.scope(reading, figure, chosen, subject, previous, known.time)
        if scope is not None and _counted_itself(sentence, chosen, scope):
            scope, loose = self._counting.modifier(sentence, figure, chosen) or None, True
        if into and known.modality is Modality.NOT_YET and scope is None:
            scope = AFTER
        part = self._canonical(self._parts.with_part(subject.part, scope), loose=loose)
        part, quantity = per_share(part, quantity)
        known = known._replace(scope=part, loose=loose and part is not None and not subject.part)
        if part is None:  # words that named the thing itself told no part
            subject = replace(subject, steps=tuple(s for s in subject.steps if s.part != "scope"))
        if chosen.id == SHARE and known.scope is None:
            chosen = replace(chosen, confidence=Confidence.LOW)  # a share of nobody knows what
        claim = self._claim(reading, figure, chosen, quantity, known, subject, steps)
        if not chosen.id.startswith(GROWTH):
            self._cells.remember(reading, chosen, quantity, known.time)
        return Made(claim, chosen, quantity, measure, tuple(dates))

    def _canonical(self, part: str | None, *, loose: bool) -> str | None:
        """Return words that may be a part under the first name that ``rules/nouns`` gives them.

        Of others, in English, their noun stands in the singular: query timeout, queries time out.
        """
        if (
            part is None
            or not loose
            or self.subjects.scopes.is_doubtful(part)
            or self._parts.places.are(part)
        ):
            return part
        before, _, noun = part.rpartition(" ")
        singular = f"{before} {lemma(noun)}".strip() if noun.isalpha() and noun.isascii() else part
        known = self._units.noun(part)
        return (known or singular) if known != _PEOPLE else None  # 居民 of 居民收入 says of whom anyway

    # --- dates and ranks

    def _date(self, reading: Reading, figure: Figure) -> Claim | None:
        """Return the claim that an event has this date, or None."""
        sentence, state = reading.sentence, reading.state
        chosen = self._events.choose(sentence, figure)
        asked = state.asked if chosen is None else None
        if asked is not None and figure.span == sentence.figures[0].span:
            chosen = self._events.asked(asked, figure)
        if chosen is None and reading.view.section is Section.TABLE:
            chosen = self._cells.event(reading, figure)
        elif chosen is None:
            chosen = self._events.in_words(sentence, figure)
        if chosen is None or chosen.place is None or figure.period is None:
            return None
        anchor = figure._replace(span=chosen.place)
        event = replace(chosen, place=None)
        subject = self.subjects.choose(sentence, anchor, event, state.names, state.carried, state.held)
        if subject.candidate is None and reading.view.places:  # a thing heads the column of an event's row
            named = self.subjects.choose(sentence, figure, event, state.names, state.carried, state.held)
            subject = replace(named, scope=subject.scope, loose=subject.loose, part=subject.part)
        before = Span(sentence.clause_of(anchor.span.start).start, anchor.span.start)
        told = {hit.value for hit in sentence.hits_in(before, "modality")}
        told |= {hit.value for hit in asked.by_kind.get("modality", ())} if asked is not None else set()
        modality = next((one for one in (Modality.NOT_YET, Modality.IS) if one.value in told), None)
        part = self._cells.part(reading) or subject.scope
        scope = version(reading.sentence, anchor) or self._parts.with_part(subject.part, part)
        scope = scope or (market(sentence, anchor) if chosen.id == _RELEASED else None)
        some = self._canonical(counted(sentence, anchor, figure), loose=True) if scope is None else None
        known = Qualifiers(modality, scope or some, loose=some is not None)
        return self._claim(reading, figure, chosen, figure.period, known, subject, [])

    def ranks(self, reading: Reading) -> None:
        """Record the rank claims of a sentence."""
        state = reading.state
        for span, rank in self._ranks.find(reading.sentence):
            if not reading.view.holds(span):
                continue
            figure = Figure(Kind.NUMERAL, span, ("rank",))
            subject = self.subjects.choose(reading.sentence, figure, _RANK, state.names, state.carried, None)
            value = replace(rank, stated=reading.view.quote(span))
            self._claim(reading, figure, _RANK, value, Qualifiers(), subject, [])

    # --- records

    def _claim(
        self,
        reading: Reading,
        figure: Figure,
        chosen: Chosen,
        value: Value,
        known: Qualifiers,
        subject: Subject,
        steps: list[Step],
    ) -> Claim:
        view, state, span = reading.view, reading.state, figure.span
        source = state.document.source
        place = view.place(span)
        line, column = state.document.place(place.start)
        entity = f"{source.id}#"
        if subject.candidate is not None:
            entity = state.names.candidates[subject.candidate].id
        if chosen.entry is None and chosen is not _RANK:
            state.attributes[chosen.id] = chosen.name
        seen = view.seen(span)
        begin = max(0, seen.start - _CONTEXT)
        context = view.original[begin : seen.end + _CONTEXT]
        claim = Claim(
            id=f"{source.id}:{place.start}-{place.end}{':rank' if chosen is _RANK else ''}",
            source_id=source.id,
            section=view.section,
            span=place,
            line=line,
            column=column,
            quote=view.quote(span),
            sentence=view.quote(reading.sentence.span).strip(),
            entity_id=entity,
            attribute_id=chosen.id,
            value=value,
            qualifiers=known,
            speaker=self._voices.speaker(reading.sentence, span),
            credits=self._voices.credits(reading.sentence),
            confidence=min(chosen.confidence, subject.confidence, key=_GRADES.index),
            rule="+".join((*figure.rules, chosen.id)),
            trace=(Step("attribute", chosen.name, chosen.origin), *subject.steps, *steps),
            context=context,
            context_span=Span(seen.start - begin, seen.end - begin),
        )
        state.claims.append(claim)
        return claim


def _in_name(sentence: Sentence, figure: Figure, parts: Sequence[Span]) -> bool:
    """Say whether a numeral begins inside a name or a part, and is a piece of it: Route 66, Berth 3."""
    within = (*((start, end) for start, end, _ in sentence.names), *parts)
    return figure.period is None and any(start <= figure.span.start < end for start, end in within)


def _by_its_words(reading: Reading, figure: Figure, quantity: Quantity) -> Chosen | None:
    """Return what the words of a clause say of a figure; the heads of a cell are no clause."""
    return None if reading.view.places else by_its_words(reading.sentence, figure, quantity)


def _states_something(quantity: Quantity, chosen: Chosen, *, numbered: bool) -> bool:
    """Say whether a figure states a fact: a bare 5年 or 30% that no word explains does not.

    ``numbered`` says that its attribute is one that has no unit: 饲料系数1.15.  What doubled is none.
    """
    bare = quantity.kind in _BARE and quantity.form is not Form.CHANGE
    measured = numbered and bare and chosen.origin == "clause"
    named = chosen.place is not None and (quantity.kind == "duration" or measured)
    if chosen.entry is None and quantity.kind in _NEEDS_WORD and not named:
        return False
    unexplained = chosen.confidence is Confidence.LOW and quantity.unit.base == "dimensionless"
    return not unexplained or quantity.form is Form.CHANGE


def _at_rate(reading: FigureReading, former: Figure | None) -> FigureReading:
    """Return a figure by what the figure that it has come from is told by: 每小时0.1元降至0.09元."""
    unit = former.reading.quantity.unit if former is not None and former.reading is not None else None
    own = reading.quantity.unit
    if unit is None or not unit.base.startswith(f"{own.base}/") or not unit.name.startswith(f"{own.name}/"):
        return reading
    return reading._replace(quantity=reading.quantity._replace(unit=unit))


def _is_part_of_one(quantity: Quantity) -> bool:
    """Say whether a bare number with a decimal point counts: 85.2 visitors, whose scale was not told."""
    return quantity.kind == "count" and "." in quantity.stated and quantity.stated[-1:].isdigit()


def _counted_itself(sentence: Sentence, chosen: Chosen, scope: str) -> bool:
    """Say whether the word of a part is in the noun that is counted: 公交车3180辆 are no part of it."""
    place = chosen.place if chosen.entry is None and chosen.id.startswith(COUNT) else None
    return place is not None and any(
        hit.value == scope and place.start <= hit.start and hit.end <= place.end
        for hit in sentence.by_kind.get("scope", ())
    )


def _is_unit_of_head(reading: Reading, figure: Figure) -> bool:
    """Say whether a figure is the unit in the head of a column: 月产能（千片）."""
    view = reading.view
    closed = view.text[figure.span.end : figure.span.end + 1] in {")", "）"}
    return view.section is Section.TABLE and not view.heads and closed


def _measure(quantity: Quantity) -> str:
    """Return the measure word right behind the numeral of a count, as written."""
    if quantity.kind != "count" or is_western(quantity.stated[-1:]):
        return ""
    return quantity.stated[-1:]
