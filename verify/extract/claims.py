"""From the figures of a sentence to claims.

Comes in: a sentence with everything that was found in it.  Goes out, into the document's state: for
each figure what became of it, and for each that states a fact a claim with attribute, thing, part
and qualifiers, and the steps that tell where each came from.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from verify.catalog.catalog import Catalog
from verify.extract.amounts import Amounts
from verify.extract.attributes import AttributeChooser
from verify.extract.carrying import QUESTION, Carrier
from verify.extract.cells import CellReader
from verify.extract.changing import Changes
from verify.extract.chosen import COUNT, GROWTH, Chosen
from verify.extract.conditions import Conditions
from verify.extract.counting import Counting
from verify.extract.events import EventChooser
from verify.extract.figures import Figure, Kind
from verify.extract.glosses import glosses
from verify.extract.names import Names
from verify.extract.parting import OPENS, Parting
from verify.extract.qualifiers import as_asked, as_designed, qualifiers
from verify.extract.quantities import Reading as FigureReading
from verify.extract.ranks import RankFinder
from verify.extract.refusing import Refusals
from verify.extract.scanner import Scanner
from verify.extract.sentence import Sentence
from verify.extract.state import Made, Reading
from verify.extract.subjects import Subject, SubjectChooser
from verify.extract.vocabulary import Vocabulary
from verify.extract.voices import Voices
from verify.extract.worded_parts import SHARE
from verify.extract.wordless import by_its_words, is_by_its_words
from verify.extract.year_cells import YearCells
from verify.model.claim import AFTER, Claim, Confidence, Modality, Qualifiers, Role, Step, Value
from verify.model.document import Section
from verify.model.quantity import Form, Quantity
from verify.model.span import Span
from verify.text.script import is_western

_NEEDS_WORD = frozenset({"duration", "number", "ordinal", "ratio"})
"""Kinds that state nothing without a word for what they measure."""
_CONTEXT = 400
"""So many characters on each side of a figure are kept, to tell whether a passage was copied."""
_VERSIONED = re.compile(r" ?[vV]?([0-9]{1,4}(?:\.[0-9]{1,4}){1,3})(?= [a-z]{2,8} (?!dollars|yuan)| ?版)")
"""Behind a name: Harbour 2.4 was released, Harbour 2.4 版."""
_SHARES = re.compile(r"per ([0-9]{1,4}) shares")
_PER_SHARE = "per share"
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_RANK = Chosen("rank", "rank", Confidence.HIGH, None, origin="clause")
_IN_NAME = "name"
_YEAR = "year"
_BARE = "dimensionless"
_BY_TIME = re.compile(r"per (day|week|month|year)")
_RATE_OF_GROWTH = "rate.growth"
_RELEASED = "date.released"
_AT = "在于"
_IN = (["in"],)
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
        self._changes = Changes(catalog.languages)
        self._conditions = Conditions(catalog)
        self._refusals = Refusals(catalog.languages)
        self._voices = Voices(catalog)
        self._carrier = Carrier(catalog, vocabulary, self._attributes)
        self._counting = Counting(catalog, scanner, self._attributes, self._carrier)
        self._cells = CellReader(catalog, vocabulary, scanner, self._attributes)
        self._years = YearCells(catalog, self._attributes)
        self._parts = Parting(catalog, vocabulary, self._cells, self.subjects.scopes)
        self._amounts = Amounts(catalog, scanner, self._attributes)
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
        if figure.reading is None:
            return figure
        chosen = self._attributes.choose(reading.sentence, figure)
        quantity = self._amounts.meant(figure.reading.quantity, chosen)
        return figure._replace(reading=figure.reading._replace(quantity=quantity))

    # --- what becomes of figures

    def _glosses(self, reading: Reading, roles: dict[Span, Role]) -> None:
        for gloss in glosses(reading.sentence, self._reads):
            roles.update(dict.fromkeys((figure.span for figure in gloss.figures), Role.GLOSS))
            reading.define(gloss.span, gloss.left, gloss.right)

    def _quantities(self, reading: Reading, roles: dict[Span, Role], claimed: dict[Span, str]) -> None:
        previous = self._told_in_parts(reading)
        events = self._events.dated(reading.sentence, reading.state.document.source.published)
        for figure in reading.sentence.figures:
            if figure.kind is not Kind.QUANTITY or figure.span in roles or _is_unit_of_head(reading, figure):
                continue
            made = self._quantity(reading, figure, previous, events)
            if made is None:
                continue
            roles[figure.span], claimed[figure.span] = Role.CLAIM, made.claim.id
            grows = made.claim.attribute_id.startswith(GROWTH)
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
        self, reading: Reading, figure: Figure, previous: Made | None, events: Container[Span]
    ) -> Made | None:
        sentence, state = reading.sentence, reading.state
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
        chosen, quantity = self._measured(reading, figure, quantity, previous, turned=turned)
        chosen, quantity = self._amounts.each(
            sentence, figure, chosen, self._amounts.local(quantity, state.money)
        )
        chosen = chosen if first is None else _of_former(chosen, quantity, previous)
        stated = chosen if _states_something(quantity, chosen) else _by_its_words(reading, figure, quantity)
        if stated is None:
            return None
        chosen = stated
        if self._conditions.is_condition(sentence, figure, chosen.place):
            return None
        if quantity.form is Form.CHANGE or chosen.id == _RATE_OF_GROWTH:
            chosen = self._growth(reading, figure, chosen, previous)
        elif self._added(sentence, figure, chosen, quantity):
            chosen = _growth_of(chosen)
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
            chosen = self._of_thing(chosen, subject, state.names)
        chosen, quantity = self._of_old(chosen, quantity, known, subject, state.names)
        chosen, quantity = self._by_time(chosen, quantity, known)
        scope, loose = self._parts.scope(reading, figure, chosen, subject, previous, known.time)
        if scope is not None and _counted_itself(sentence, chosen, scope):
            scope, loose = self._counting.modifier(sentence, figure, chosen) or None, True
        if into and known.modality is Modality.NOT_YET and scope is None:
            scope = AFTER
        part = self._canonical(self._parts.with_part(subject.part, scope), loose=loose)
        part, quantity = _per_share(part, quantity)
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
        """Return words that may be a part under the first name that ``rules/nouns`` gives them."""
        if part is None or not loose or self.subjects.scopes.is_doubtful(part):
            return part
        return self._units.noun(part) or part

    def _of_thing(self, chosen: Chosen, subject: Subject, names: Names) -> Chosen:
        """Return what an attribute is of a thing that is neither a body nor a place."""
        other = chosen.entry.of_things if chosen.entry is not None else None
        if other is None or not self.subjects.suiting.is_thing(subject.candidate, names):
            return chosen
        entry = self._attributes.entry(other)
        return replace(chosen, id=entry.id, name=entry.name.en, entry=entry)

    def _of_old(
        self, chosen: Chosen, quantity: Quantity, known: Qualifiers, subject: Subject, names: Names
    ) -> tuple[Chosen, Quantity]:
        """Return the age of a thing as how long it has been there: the temple is 1,300 years old."""
        other = chosen.entry.of_old if chosen.entry is not None else None
        kind = names.candidates[subject.candidate].kind if subject.candidate is not None else ""
        if other is None or not kind or known.statistic is not None or not is_western(quantity.stated):
            return chosen, quantity
        entry = self._attributes.entry(other)
        chosen = replace(chosen, id=entry.id, name=entry.name.en, entry=entry)
        return chosen, quantity._replace(kind="duration", unit=self._units.unit(_YEAR))

    def _by_time(self, chosen: Chosen, quantity: Quantity, known: Qualifiers) -> tuple[Chosen, Quantity]:
        """Return an amount that other words tell by the month as a rate: $36 below Price per year."""
        other = chosen.entry.by_time if chosen.entry is not None else None
        time = _BY_TIME.fullmatch(known.statistic or "")
        if other is None or time is None or "/" in quantity.unit.name:
            return chosen, quantity
        entry = self._attributes.entry(other)
        unit = self._units.unit(f"{quantity.unit.name}/{time[1]}")
        return replace(chosen, id=entry.id, name=entry.name.en, entry=entry), quantity._replace(unit=unit)

    def _growth(self, reading: Reading, figure: Figure, chosen: Chosen, previous: Made | None) -> Chosen:
        """Return the growth of what grows: 交付10万辆，同比增长20% is the growth of deliveries.

        So is a rate (营收10亿元，增速8%), where no other word beside it may tell what grows.  Some words
        tell a change themselves (减排).
        """
        rate = chosen.id == _RATE_OF_GROWTH
        if chosen.entry is not None and not rate:
            itself = chosen.place is None or self._changes.is_change(reading.sentence, figure, chosen.place)
            return chosen if itself else _growth_of(chosen)
        left = _left_of_dates(reading.sentence, figure)
        hits = reading.sentence.hits_in(left, "attribute")
        near = [hit for hit in hits if not hit.value.startswith("date.") and hit.value != _RATE_OF_GROWTH]
        if rate and (chosen.place is None or (chosen.place.start > left.start + OPENS and not near)):
            return chosen
        quantity = figure.reading.quantity if figure.reading is not None else None
        if quantity is not None and quantity.unit.base != _BARE:  # 缩短0.4天: no length grows by days
            near = [hit for hit in near if self._attributes.dimensions.fits(hit.value, quantity)]
        if near:
            grown = self._attributes.entry(max(near, key=lambda hit: (hit.end, hit.end - hit.start)).value)
            return Chosen(f"{GROWTH}{grown.id}", f"{GROWTH}{grown.id}", Confidence.HIGH, None)
        base = quantity.unit.base if quantity is not None else _BARE
        if previous is not None and base in {_BARE, previous.quantity.unit.base}:
            return replace(_growth_of(previous.chosen), place=None, origin="clause")
        return chosen if previous is None or chosen.place is None else _growth_of(chosen)

    def _added(self, sentence: Sentence, figure: Figure, chosen: Chosen, quantity: Quantity) -> bool:
        """Say whether a figure is how much more there is of what varies or is counted: 新增充电桩4万个."""
        varies = chosen.entry is not None and bool(chosen.entry.varies)
        if not varies and quantity.kind != "count":
            return False
        return self._changes.tells_difference(sentence, figure, chosen.place, varies=varies)

    def _measured(
        self,
        reading: Reading,
        figure: Figure,
        quantity: Quantity,
        previous: Made | None,
        *,
        turned: bool = False,
    ) -> tuple[Chosen, Quantity]:
        """Return what a figure measures, and the figure as that reads it.

        ``turned`` says that it is what the figure before was, or has become.
        """
        if turned and previous is not None:
            return _as_before(quantity, previous)
        in_table = reading.view.section is Section.TABLE
        if in_table:
            chosen = self._cells.changes.growth(reading, quantity) or self._cells.choose(reading, figure)
        else:
            chosen = self._attributes.choose(reading.sentence, figure)
        listed = None if in_table else self._carrier.part_of(reading, figure, chosen, quantity, previous)
        told = self._counting.chosen(reading.sentence, figure, chosen, quantity)
        if told is not None and listed is None:
            return told[0], quantity._replace(kind="count", unit=told[1])
        if listed is not None:
            chosen = listed
        elif chosen.entry is None or chosen.place is None or _is_likely(chosen):
            carried = None if in_table else self._carrier.before(reading, figure, chosen, quantity, previous)
            answers = previous is None or previous.chosen.origin == QUESTION
            asked = self._carrier.asked(reading, figure, quantity) if answers else None
            if asked is not None and asked.entry is None and chosen.entry is not None:
                asked = None  # a word that no rule knows says no more than the unit does
            worth = None if in_table else self._carrier.worth(reading, figure, quantity, previous)
            chosen = asked or worth or carried or self._carrier.heading(reading, figure, quantity) or chosen
        quantity = self._amounts.meant(quantity, chosen)
        if in_table and self._cells.counts(reading, quantity, chosen):
            unit = self._scanner.quantities.counted(chosen.name)
            quantity = quantity._replace(kind="count", unit=unit)
            chosen = replace(chosen, id=f"count of {unit.base}")
        return chosen, quantity

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
        scope = _version(reading, anchor) or self._parts.with_part(subject.part, subject.scope)
        scope = scope or (_market(sentence, anchor) if chosen.id == _RELEASED else None)
        known = Qualifiers(modality, scope)
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


def _per_share(part: str | None, quantity: Quantity) -> tuple[str | None, Quantity]:
    """Return money that is told for several shares as worth so much for one: 每10股派1.2元."""
    several = _SHARES.fullmatch(part or "")
    if several is None or quantity.kind != "money" or not int(several[1]):
        return part, quantity
    unit = quantity.unit
    name = f"{unit.name}/{several[1]} shares"
    return _PER_SHARE, quantity._replace(unit=unit._replace(name=name, factor=unit.factor / int(several[1])))


def _of_former(chosen: Chosen, quantity: Quantity, previous: Made | None) -> Chosen:
    """Return the attribute of the figure that one has come from, where its own words name none."""
    if previous is None or chosen.entry is not None or previous.chosen.id.startswith(GROWTH):
        return chosen
    same = previous.quantity.unit.base == quantity.unit.base
    return replace(previous.chosen, place=None, origin="clause") if same else chosen


def _in_name(sentence: Sentence, figure: Figure, parts: Sequence[Span]) -> bool:
    """Say whether a numeral begins inside a name or a part, and is a piece of it: Route 66, Berth 3."""
    within = (*((start, end) for start, end, _ in sentence.names), *parts)
    return figure.period is None and any(start <= figure.span.start < end for start, end in within)


def _by_its_words(reading: Reading, figure: Figure, quantity: Quantity) -> Chosen | None:
    """Return what the words of a clause say of a figure; the heads of a cell are no clause."""
    return None if reading.view.places else by_its_words(reading.sentence, figure, quantity)


def _states_something(quantity: Quantity, chosen: Chosen) -> bool:
    """Say whether a figure states a fact: a bare 5年 or 30% that no word explains does not."""
    named = quantity.kind == "duration" and chosen.place is not None
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


def _as_before(quantity: Quantity, previous: Made) -> tuple[Chosen, Quantity]:
    """Return what the figure before measures, of what it was, or has become: 91 of rose to 98 from 91."""
    if quantity.kind == "number":
        quantity = quantity._replace(kind=previous.quantity.kind, unit=previous.quantity.unit)
    return replace(previous.chosen, place=None, origin="sentence"), quantity


def _left_of_dates(sentence: Sentence, figure: Figure) -> Span:
    """Return what stands before a figure, after the last quantity of its clause: 总资产较年初增长5.8%."""
    clause = sentence.clause_of(figure.span.start)
    ends = (f.span.end for f in sentence.figures if f.kind is Kind.QUANTITY)
    start = max((end for end in ends if clause.start <= end <= figure.span.start), default=clause.start)
    return Span(start, figure.span.start)


def _counted_itself(sentence: Sentence, chosen: Chosen, scope: str) -> bool:
    """Say whether the word of a part is in the noun that is counted: 公交车3180辆 are no part of it."""
    place = chosen.place if chosen.entry is None and chosen.id.startswith(COUNT) else None
    return place is not None and any(
        hit.value == scope and place.start <= hit.start and hit.end <= place.end
        for hit in sentence.by_kind.get("scope", ())
    )


def _is_likely(chosen: Chosen) -> bool:
    """Say whether nothing but its dimension tells what a figure measures, and not for certain."""
    return chosen.origin == "dimension" and chosen.confidence is Confidence.LOW


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


def _growth_of(grown: Chosen) -> Chosen:
    """Return the growth of an attribute; that of a growth is the growth itself."""
    id_, name = (one.removeprefix(GROWTH) for one in (grown.id, grown.name))
    return replace(grown, id=f"{GROWTH}{id_}", name=f"{GROWTH}{name}", entry=None)


def _market(sentence: Sentence, event: Figure) -> str | None:
    """Return the region right beside the word of a release: 在北美公映, released in North America."""
    for hit in sentence.by_kind.get("region", ()):
        behind = sentence.lower[event.span.end : hit.start].split()
        before = sentence.lower[hit.end : event.span.start]
        if hit.end <= event.span.start and not before.strip() and sentence.lower[hit.start - 1] in _AT:
            return hit.value
        if event.span.end <= hit.start and behind[-1:] in _IN and len(behind) <= OPENS + 1:
            return hit.value
    return None


def _version(reading: Reading, figure: Figure) -> str | None:
    """Return the version that an event is about: Harbour 2.4.1 came out; 2.4.1 (2024-05-02) as a heading."""
    if figure.span in (date.span for date in reading.sentence.figures):
        found = _NUMBER.search(reading.sentence.text, reading.sentence.span.start, figure.span.start)
        return _release(found.group()) if found else None
    for other in reversed(reading.sentence.figures):
        behind = 0 <= other.span.start - figure.span.end <= OPENS  # 发布3.2版
        if "id.version" in other.rules and (behind or other.span.end <= figure.span.start):
            found = _NUMBER.search(reading.sentence.text, other.span.start, other.span.end)
            return _release(found.group()) if found else None
    ends = [end for _, end, _ in reading.sentence.names if end <= figure.span.start]
    told = _VERSIONED.match(reading.sentence.text, ends[-1]) if ends else None
    return _release(told[1]) if told and told.end() <= figure.span.start else None


def _release(number: str) -> str:
    """Return the scope of a version; 2.4.0 is 2.4."""
    parts = number.split(".")
    return f"version {'.'.join(parts[:-1] if len(parts) > OPENS and parts[-1] == '0' else parts)}"
