"""What a figure takes from the words before its clause: the heading, or the figure before it.

Comes in: a figure whose own clause names no attribute.  Goes out: the attribute of the heading above
(奖金), or of the figure before it in the sentence where the clause names only another case of the same
(标准版售价298元，豪华版则为398元), a part (其中一期800张) or refers to it (800 of them).
"""

from __future__ import annotations

import re
from dataclasses import replace

from verify.catalog.catalog import Catalog
from verify.extract.attributes.choice import AttributeChooser
from verify.extract.attributes.wordless import is_by_its_words
from verify.extract.figures.figure import Figure
from verify.extract.lexicon.words import lowered
from verify.extract.sentences.chosen import MEASURE_ONLY, Chosen
from verify.extract.sentences.dimensions import ANYONE
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.state import Made, Reading
from verify.extract.sentences.vocabulary import Vocabulary
from verify.model.claim import Confidence
from verify.model.quantity import Form, Quantity
from verify.model.span import Span
from verify.text.alternatives import either
from verify.text.fold import folded

_PARTS = "sentence, in parts"
_HOW = "how "
"""How long asks for no length."""
_CARRIED = frozenset({_PARTS, "sentence"})
_LIST_WORDS = ("、", "和", "与", "及", " and ", ", ")
_OF = "of "
_FOR = re.compile(r" (?:for|to|from) (?:[a-z-]+ )?")
QUESTION = "question"


def with_measure(figure: Figure, previous: Made | None) -> Figure:
    """Return a count without a noun as a count of what the figure before counts: 1500张床位，其中800张."""
    reading = figure.reading
    if reading is None or previous is None or not reading.measure:
        return figure
    if reading.measure != previous.measure or previous.quantity.kind != "count":
        return figure
    quantity = reading.quantity._replace(unit=previous.quantity.unit)
    return figure._replace(reading=reading._replace(measure="", quantity=quantity))


def part_like(sentence: Sentence, figure: Figure, previous: Made | None) -> bool:
    """Say whether the words before a figure may tell a part: 门店368家，其中直营226家、加盟142家.

    Words that begin a sentence may tell what there is besides: 手镯126件。另有玉镯37件.
    """
    if figure.reading is None or previous is None or previous.quantity.kind != "count":
        return False
    if not figure.reading.measure or figure.reading.measure != previous.measure:
        return False
    left = sentence.left_of(figure)
    begins = left.start == sentence.span.start
    return (bool(sentence.hits_in(left, "part")) and not begins) or (
        previous.chosen.origin in _CARRIED and _goes_on(sentence, left)
    )


def referring(reading: Reading, figure: Figure, previous: Made | None, *, earlier: bool) -> Figure:
    """Return a bare number that refers to what was counted before: 1,500 beds, 800 of them.

    ``earlier`` says that it is what that has come from: up 17% from 126,700.
    """
    read = figure.reading
    if read is None or previous is None:
        return figure
    kind = previous.quantity.kind
    if kind not in ({"count", "money"} if earlier else {"count"}) or read.quantity.kind != "number":
        return figure
    behind = Span(figure.span.end, min(figure.span.end + len(" of them "), len(reading.sentence.lower)))
    left = reading.sentence.left_of(figure)
    before = reading.sentence.hits_in(left, "part")  # of which 92,000 were small
    told = any(hit.start - behind.start <= 1 for hit in reading.sentence.hits_in(behind, "part"))
    if not (earlier or before or told or of_all(reading.sentence, figure)):
        return figure
    quantity = read.quantity._replace(kind=kind, unit=previous.quantity.unit)
    return figure._replace(reading=read._replace(quantity=quantity))


def of_all(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a figure opens its clause behind what it is of: Of its 420 buses, 310 are electric."""
    clause = sentence.clause_of(figure.span.start)
    before = [one for one in sentence.clauses if one.end <= clause.start]
    opens = bool(before) and not sentence.lower[clause.start : figure.span.start].strip()
    return opens and sentence.lower.startswith(_OF, before[-1].start)


class Carrier:
    """Finds what is carried with the words of a catalogue."""

    def __init__(self, catalog: Catalog, vocabulary: Vocabulary, attributes: AttributeChooser) -> None:
        self._vocabulary = vocabulary
        self._attributes = attributes
        worths = (lowered(folded(word)) for lang in catalog.languages for word in lang.worths)
        self._worth = re.compile(rf"(?:^|[,，、;；(（]|\band\b|以及)\s*({either(worths)})\Z")
        self._no_sort = {scope.value for lang in catalog.languages for scope in lang.scopes if scope.done}
        self._no_sort.add("whole")
        self._asking = [re.compile(pattern) for lang in catalog.languages for pattern in lang.asking]

    def counted(self, reading: Reading, figure: Figure) -> str:
        """Return what the question right before a bare number counts, or nothing: How many trucks? 68."""
        question, read = reading.state.asked, figure.reading
        if question is None or read is None or read.quantity.kind != "number":
            return ""
        place = question.span
        found = (pattern.search(question.lower, place.start, place.end) for pattern in self._asking)
        return next((match[1] for match in found if match), "")

    def heading(self, reading: Reading, figure: Figure, quantity: Quantity) -> Chosen | None:
        """Return the attribute that the nearest heading names, where the figure may have it."""
        if quantity.kind == "number" or self._counts_its_own(quantity):
            return None  # a telephone number below "Computers", 212 buildings below "Campuses"
        for heading in reversed(reading.view.headings[1:]):
            named = [
                hit
                for hit in self._vocabulary.find(heading)
                if hit.kind == "attribute" and self._attributes.dimensions.fits(hit.value, quantity)
            ]
            if named:
                best = max(named, key=lambda hit: (hit.end == len(heading), hit.end - hit.start, hit.value))
                chosen = self._attributes.of(best.value, _at(figure))
                return replace(chosen, confidence=Confidence.MEDIUM, origin="heading")
        return None

    @staticmethod
    def _counts_its_own(quantity: Quantity) -> bool:
        """Say whether a noun behind a figure tells what it counts."""
        base = quantity.unit.base
        return quantity.kind == "count" and base not in ANYONE and MEASURE_ONLY.fullmatch(base) is None

    def asked(self, reading: Reading, figure: Figure, quantity: Quantity) -> Chosen | None:
        """Return the attribute that the question right before asks for.

        So is 16 MB of a value: How large can a value be? Up to 16 MB.
        """
        question = reading.state.asked
        if question is None:
            return None
        lasts = quantity.kind == "duration"
        hits = [
            hit
            for hit in (*question.by_kind.get("attribute", ()), *question.by_kind.get("after", ()))
            if not (lasts and question.lower.endswith(_HOW, question.span.start, hit.start))
            and self._attributes.dimensions.fits(hit.value, quantity)
            and self._attributes.allowed(question, hit)
        ]
        if hits:
            best = max(hits, key=lambda hit: (hit.end - hit.start, hit.end, hit.value))
            return replace(self._attributes.of(best.value, _at(figure)), origin=QUESTION)
        text = question.lower[question.span.start : question.span.end].rstrip(" ?？")
        noun, _ = self._attributes.nouns.head_noun(text)
        if not noun or quantity.kind == "count":
            return None
        return replace(
            self._attributes.nouns.named(noun, figure.span.start), place=_at(figure), origin=QUESTION
        )

    def worth(
        self, reading: Reading, figure: Figure, quantity: Quantity, previous: Made | None
    ) -> Chosen | None:
        """Return what the money behind an amount is of it: sold 900 tonnes, worth $3m; 出口9万吨，创汇3亿."""
        entry = previous.chosen.entry if previous is not None else None
        if entry is None or entry.worth is None or quantity.kind != "money":
            return None
        left = reading.sentence.left_of(figure)
        words = reading.sentence.lower[left.start : left.end].rstrip()
        told = (words, self._attributes.nouns.without_copulas(words))  # worth is a copula itself
        found = next((match for match in map(self._worth.search, told) if match), None)
        if found is None:
            return None
        place = Span(left.start + found.start(1), left.start + found.end(1))
        chosen = self._attributes.of(entry.worth, place)
        return replace(chosen, confidence=Confidence.MEDIUM, origin="sentence")

    def part_of(
        self, reading: Reading, figure: Figure, chosen: Chosen, quantity: Quantity, previous: Made | None
    ) -> Chosen | None:
        """Return the attribute of the figure before, of which this one tells a part.

        So is 录取新生9,846人，其中本科生5,612人 of the new ones.

        The part is told by a word that names parts as well; those that follow it are parts like it.  What was
        done to some is measured itself: 进出口986亿元，其中出口712亿元.
        """
        if previous is None or previous.chosen.entry is None or chosen.place is None:
            return None
        if previous.quantity.unit.base != quantity.unit.base or quantity.form is Form.CHANGE:
            return None
        left = reading.sentence.left_of(figure)
        named = [hit for hit in reading.sentence.hits_in(left, "scope") if hit.value not in self._no_sort]
        if not any(hit.start < chosen.place.end and chosen.place.start < hit.end for hit in named):
            return None
        if not reading.sentence.hits_in(left, "part") and previous.chosen.origin != _PARTS:
            return None
        return replace(previous.chosen, place=Span(chosen.place.end, chosen.place.end), origin=_PARTS)

    def before(
        self, reading: Reading, figure: Figure, chosen: Chosen, quantity: Quantity, previous: Made | None
    ) -> Chosen | None:
        """Return the attribute of the figure before, where this clause names another case of it."""
        if previous is None or quantity.form is Form.CHANGE or previous.quantity.form is Form.CHANGE:
            return None
        if previous.quantity.unit.base != quantity.unit.base:
            return None
        own = previous.chosen.entry is not None or not is_by_its_words(previous.chosen)
        dated = self._attributes.copulas.only_period(reading.sentence, reading.sentence.left_of(figure))
        if previous.chosen.entry is None and not (own and dated and previous.chosen.place is not None):
            return None
        around = Span(reading.sentence.left_of(figure).start, reading.sentence.right_of(figure).end)
        named = [hit for hit in reading.sentence.hits_in(around, "scope") if hit.value != "whole"]
        listed = bool(named or reading.sentence.hits_in(around, "part"))
        listed = listed or reading.sentence.was(figure) is not None
        left = reading.sentence.left_of(figure)
        listed = listed or self._attributes.copulas.only_statistics(reading.sentence, left)
        listed = listed or dated
        listed = listed or (previous.chosen.origin in _CARRIED and _goes_on(reading.sentence, left))
        place = chosen.place
        if place is not None and (
            place.start >= figure.span.end or _of_previous(reading.sentence, left, place)
        ):
            place = None  # 14,800 tonnes of white tea; £40 for adults and £20 for children
        if place is None and not listed:
            return None
        if not listed and chosen.entry is None and self._attributes.nouns.is_noun(chosen):
            return None  # 学生3万人，教授300人: another thing is counted
        if place is not None and self._attributes.nouns.measured(
            reading.sentence.lower[place.start : place.end]
        ):
            return None
        place = place or _at(figure)
        return replace(
            previous.chosen,
            place=Span(place.end, place.end),
            confidence=min(previous.chosen.confidence, Confidence.MEDIUM, key=list(Confidence)[::-1].index),
            origin="sentence",
        )


def _of_previous(sentence: Sentence, left: Span, place: Span) -> bool:
    """Say whether words between two English figures are of the first: £40 for adults and £20."""
    return _FOR.fullmatch(sentence.lower, left.start, place.start) is not None


def _goes_on(sentence: Sentence, left: Span) -> bool:
    """Say whether the words before a figure go on a list: 、白茶 of 绿茶3万吨、白茶1万吨."""
    return sentence.lower.startswith(_LIST_WORDS, left.start)


def _at(figure: Figure) -> Span:
    return Span(figure.span.start, figure.span.start)
