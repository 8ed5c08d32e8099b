"""Find the noun that a count counts, where its unit does not say it.

Comes in: a sentence with one of its figures, whose unit is a measure word, a bare number, or says only
what sort of thing is counted (名, 头, 辆).  Goes out: the figure as a count of the noun behind it
(62名修复师), before it (巡护员12名, 红外相机共布设640台), in the list that it goes on (动物320种、9400只), in
the words that tell a part (310 of them engineers) or in the question that it answers; and for
people, animals and vehicles the attribute that counts them.  Nouns of phrases are cut by ``nouns``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.catalog.catalog import Catalog
from verify.catalog.schema import ChangeWords
from verify.catalog.units import count_of
from verify.extract.attributes.carrying import Carrier, part_like, referring, with_measure
from verify.extract.attributes.choice import AttributeChooser
from verify.extract.figures.figure import Figure, Kind
from verify.extract.figures.numerals import below_zero
from verify.extract.figures.scanner import Scanner
from verify.extract.lexicon.nouns import cut, last_word, noun_after, noun_of_verb
from verify.extract.lexicon.words import lowered
from verify.extract.sentences.chosen import Chosen
from verify.extract.sentences.dimensions import PEOPLE, SORTS, counted_noun
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.state import Made, Reading
from verify.model.claim import Confidence
from verify.model.quantity import Form, Quantity, Unit
from verify.model.span import Span
from verify.text.alternatives import either
from verify.text.script import is_western

_RUN = re.compile(r"[\u3400-\u9fff]{1,12}")
_LISTED = re.compile(r"[、，,]\s?")
"""All that stands between a count and the next measure of the same: 动物320种、9400只."""
_HAS = "有"
"""Between the noun of whoever has something and its count."""
_PART_REACH = 16
_PERSON = "person"
_THAN = " than "
_TO = " to "
_COUNT = re.compile(r"(?:[a-z]+ ){0,3}(?:\d{1,3}(?:,\d{3})+|\d[\d.]* (?:million|billion|thousand))\b")
"""A bare number that is no year and no mark."""
_SUBJECT = re.compile(
    r"(?:(?:the|its|their|total|maximum|minimum|average|overall|combined|current|number of) )*"
    r"(?:[a-z-]+ ){0,2}?([a-z]{3,}[^s\W]s)(?: (?:of|for|to|at|in|from|per|on|within|across) [^,;]{1,60})?"
)
"""A plural with what it is of."""
_REACHES = re.compile("reach|exceed|surpass|top|pass|hit")
"""Verbs that a figure begins with, as they may tell how it is meant."""
_GOODS = re.compile(r" of (?:[a-z-]+ ){0,2}?([a-z]{3,}[^s\W]s)(?=$| (?:for|to|at|in|from) )")
"""The products that such a plural is of."""
"""Base of the unit of people."""
_VERBS = frozenset({"v", "vn"})
_MODIFIES = frozenset(
    {"n", "nz", "nr", "nrt", "ns", "nt", "vn", "a", "b", "j", "l", "f", "s", "x", "ng", "i"}
)
"""jieba's tags of words that may stand before the noun of people."""


def _than(catalog: Catalog) -> Iterator[tuple[str, ChangeWords]]:
    """Yield the words that tell a difference from another time: fewer than in."""
    for lang in catalog.languages:
        for change in lang.changes:
            yield from ((lowered(word), change) for word in change.behind if _THAN in word)


class Counting:
    """Tells what is counted with the nouns of a catalogue."""

    def __init__(
        self,
        catalog: Catalog,
        scanner: Scanner,
        attributes: AttributeChooser,
        carrier: Carrier,
    ) -> None:
        self._units = catalog.units
        self._scanner = scanner
        self._attributes = attributes
        self._carrier = carrier
        self._ends = attributes.dimensions.sort_ends
        self._anyone = frozenset(word for lang in catalog.languages for word in lang.anyone)
        self._implied = {m: noun for lang in catalog.languages for m, noun in lang.measures.items() if noun}
        self._heads = frozenset(word for lang in catalog.languages for word in lang.count_heads)
        self._stop = frozenset(word for lang in catalog.languages for word in lang.stop)
        self._bodies = frozenset(noun for kind in catalog.kinds for noun in kind.nouns)

        than = [(word, change.value) for word, change in _than(catalog)]
        self._fewer = frozenset(word for word, value in than if value == "down")
        self._than = re.compile(rf"(?: [a-z-]+){{0,2}}? ({either(word for word, _ in than)})\b")

    # --- the unit

    def told(self, reading: Reading, figure: Figure, previous: Made | None) -> Figure:
        """Return a figure as a count of what the words around it, or the question that it answers, count."""
        sentence = reading.sentence
        noun = self._before(sentence, figure) or self._case(sentence, figure)
        if self._units.noun(noun) is not None or not part_like(sentence, figure, previous):
            figure = self._as(figure, noun)
        figure = self._as(figure, self._listed(sentence, figure, previous))
        figure = with_measure(figure, previous)
        apart = self._apart(sentence, figure, previous)
        if apart is not figure:
            return apart
        part = referring(reading, figure, previous, earlier=sentence.was(figure) is not None)
        if part is not figure:
            return self._as(part, self._of_part(reading, figure))
        noun = self._carrier.counted(reading, figure) if previous is None else ""
        noun = noun or self._befallen(sentence, figure, previous)
        return self._as(figure, noun or self._subject(sentence, figure))

    def _as(self, figure: Figure, noun: str) -> Figure:
        """Return a figure as a count of a noun; as it is where there is none."""
        if figure.reading is None or not noun:
            return figure
        unit = self._scanner.quantities.counted(noun)
        quantity = figure.reading.quantity._replace(kind="count", unit=unit)
        return figure._replace(reading=figure.reading._replace(measure="", quantity=quantity))

    def _apart(self, sentence: Sentence, figure: Figure, previous: Made | None) -> Figure:
        """Return a figure that is told as a difference as a change: 73 leopards, 11 more than in 2020.

        A bare number is one of what the figure before counts.
        """
        read = figure.reading
        found = self._than.match(sentence.lower, figure.span.end) if read is not None else None
        if read is None or found is None or read.quantity.form is not Form.POINT:
            return figure
        quantity = read.quantity
        if quantity.kind == "number":
            if previous is None or previous.quantity.kind != "count":
                return figure
            quantity = quantity._replace(kind="count", unit=previous.quantity.unit)
        if quantity.kind not in {"count", "money", "quantity"}:
            return figure
        first = quantity.numerals[0]
        numerals = (below_zero(first),) if found[1] in self._fewer else quantity.numerals
        quantity = quantity._replace(form=Form.CHANGE, numerals=numerals)
        return figure._replace(reading=read._replace(quantity=quantity))

    def _befallen(self, sentence: Sentence, figure: Figure, previous: Made | None) -> str:
        """Return what a bare number counts whom something befell: and twelve have been injured.

        They are people, where the figure before counts nothing else.
        """
        if figure.reading is None or figure.reading.quantity.kind != "number":
            return ""
        place = figure.span.end
        right = sentence.right_of(figure)
        told = any(
            hit.start > place
            and "人" in self._attributes.entry(hit.value).units
            and self._attributes.entry(hit.value).befalls
            and sentence.lower[place : hit.start].strip()
            and not self._attributes.copulas.without(sentence.lower[place : hit.start])
            for hit in sentence.hits_in(right, "attribute")
        )
        before = previous.quantity if previous is not None else None
        if not told or before is None or before.kind != "count" or before.unit.base in PEOPLE:
            return _PERSON if told else ""
        return counted_noun(before.unit.base)

    def _subject(self, sentence: Sentence, figure: Figure) -> str:
        """Return the plural that is the subject of a bare number: visitors rose 8% to 78,000."""
        read = figure.reading
        if read is None or read.quantity.kind != "number" or not _COUNT.match(sentence.lower, *figure.span):
            return ""
        clause, end = sentence.clause_of(figure.span.start), figure.span.start
        dates = (f.span.end for f in sentence.figures if f.period and f.span.end <= end)
        begin = max([clause.start, *dates])
        before = (f for f in sentence.figures if begin <= f.span.start and f.span.end <= end)
        shares = [f.span for f in before if f.kind is Kind.QUANTITY]
        if len(shares) == 1 and sentence.lower[shares[0].end : end] == _TO:
            end = shares[0].start
        elif shares:
            return ""
        text = sentence.lower[begin:end].strip(" ,")
        told = self._attributes.nouns.without_copulas(text)
        linked = told != text or _REACHES.match(sentence.lower, figure.span.start)
        found = _SUBJECT.fullmatch(told) if linked else None
        if found is None or found[1] in self._stop:
            return ""
        goods = _GOODS.match(told, found.end(1))
        if goods is not None and self._attributes.handled(sentence, Span(begin, end), found[1]):
            return goods[1]  # shipments of robots count robots
        counted = read.quantity._replace(kind="count", unit=self._scanner.quantities.counted(found[1]))
        named = [
            hit.value
            for hit in sentence.hits_in(Span(begin, end), "attribute")
            if sentence.lower[hit.start : hit.end].endswith(found[1])
            and self._attributes.dimensions.counts(hit.value)
        ]
        # the attribute of "number of transactions" tells what it counts, and has no unit of its own
        fits = not named or any(self._attributes.dimensions.fits(value, counted) for value in named)
        return found[1] if fits else ""

    def _before(self, sentence: Sentence, figure: Figure) -> str:
        """Return the noun before a measure word that none follows: 签约企业共10家, 红外相机共布设640台."""
        if figure.reading is None or not figure.reading.measure or "/" in figure.reading.quantity.unit.base:
            return ""  # 频率为600次/分钟 counts no 频率
        noun = self._attributes.nouns.noun_before(sentence, figure)
        noun = "" if noun in self._heads else noun
        if not noun:
            left = sentence.left_of(figure)
            noun = noun_of_verb(sentence.lower[left.start : left.end].rstrip(" ,，、:："), self._units.noun)
            noun = "" if noun in self._bodies else noun
        nobody = figure.reading.measure in self._attributes.dimensions.of_things  # 本国人申请5件
        return "" if nobody and self._units.noun(noun) in PEOPLE else noun

    def _case(self, sentence: Sentence, figure: Figure) -> str:
        """Return the known noun before a measure word that implies another: 不良反应87例 are no 病例."""
        read = figure.reading
        if read is None or read.quantity.unit_words not in self._implied:
            return ""
        noun = self._attributes.nouns.noun_before(sentence, figure)
        known = self._units.noun(noun)
        # No measure word that implies a noun counts people: 工人分三班, 员工12例.
        return "" if known is None or self._units.counted(known).base == _PERSON else noun

    def _listed(self, sentence: Sentence, figure: Figure, previous: Made | None) -> str:
        """Return the noun of the count before, which a list measures once more: 动物320种、9400只."""
        if figure.reading is None or not figure.reading.measure or previous is None:
            return ""
        if figure.reading.measure == previous.measure or previous.quantity.kind != "count":
            return ""
        before = [f for f in sentence.figures if f.span.end <= figure.span.start and f.kind is Kind.QUANTITY]
        if not before or not _LISTED.fullmatch(sentence.lower, before[-1].span.end, figure.span.start):
            return ""
        noun = self._attributes.nouns.noun_before(sentence, before[-1])
        return noun if self._units.noun(noun) is not None else ""

    def _of_part(self, reading: Reading, figure: Figure) -> str:
        """Return the noun behind the words that tell a part: 62 of them restorers."""
        behind = Span(figure.span.end, min(figure.span.end + _PART_REACH, len(reading.sentence.lower)))
        for hit in reading.sentence.hits_in(behind, "part"):
            noun = noun_after(reading.sentence.lower, hit.end, self._stop, known=self._units.noun)
            plural = noun.endswith("s") and not noun.endswith("ss")
            told = reading.sentence.hits_in(Span(hit.end, hit.end + 1 + len(noun)), "scope")
            if hit.start - behind.start <= 1 and plural and not told:
                return noun
        return ""

    # --- people, animals, vehicles

    def chosen(
        self, sentence: Sentence, figure: Figure, chosen: Chosen, quantity: Quantity
    ) -> tuple[Chosen, Unit] | None:
        """Return the count of the noun that tells which people, animals or vehicles a figure counts.

        None where no noun tells more than the unit, or a rule knows what is measured.
        """
        base = quantity.unit.base
        if chosen.entry is not None or quantity.form is Form.CHANGE:
            return None
        if base not in SORTS:
            return self._whose(sentence, figure, chosen, quantity) if base in PEOPLE else None
        place = self._behind(sentence, figure, base) or chosen.place or self._ahead(sentence, figure, base)
        told = place if place == chosen.place and base in PEOPLE else None
        if told is not None and self._is_part(sentence, told):
            return Chosen(f"count of {base}", base, Confidence.LOW, None), quantity.unit  # 妇女3200名
        noun = "" if place is None else sentence.lower[place.start : place.end]
        noun = noun if self._may_be(noun, base) else ""
        if not noun and base in PEOPLE:
            noun, place = self._said(quantity.unit_words.lower()), None
        if not noun:
            return self._whose(sentence, figure, chosen, quantity)
        if place is not None and base in PEOPLE and self._tells_part(sentence, place):
            return None
        unit = count_of(noun) if self._units.noun(noun) == base else self._units.counted(noun)
        return Chosen(f"count of {unit.base}", noun, Confidence.MEDIUM, place), unit._replace(name=base)

    @staticmethod
    def _whose(
        sentence: Sentence, figure: Figure, chosen: Chosen, quantity: Quantity
    ) -> tuple[Chosen, Unit] | None:
        """Return a count of anyone where the noun before it is whose they are: 剧团有78人."""
        base = quantity.unit.base
        place = chosen.place
        if place is None or _HAS not in sentence.lower[place.end : figure.span.start]:
            return None
        return Chosen(f"count of {base}", base, Confidence.LOW, None), quantity.unit

    def _said(self, words: str) -> str:
        """Return the English noun of a unit, where it says more than that people are counted: soldiers."""
        named = words.isascii() and words.replace(" ", "").isalpha()
        return words if named and words not in self._anyone else ""

    @staticmethod
    def _tells_part(sentence: Sentence, place: Span) -> bool:
        """Say whether a noun is a part of all that is counted, and no other count: 研究生 of students."""
        return any(
            hit.start <= place.start and place.end <= hit.end and hit.value != "whole"
            for hit in sentence.by_kind.get("scope", ())
        )

    @staticmethod
    def _is_part(sentence: Sentence, place: Span) -> bool:
        """Say whether the noun before people says only which of them are meant: 妇女3200名."""
        hits = (hit for hit in sentence.by_kind.get("scope", ()) if hit[:2] == tuple(place))
        return not is_western(sentence.lower[place.start]) and any(hit.value != "whole" for hit in hits)

    def _may_be(self, noun: str, base: str) -> bool:
        """Say whether a noun tells which of the things that a unit counts are meant."""
        meant = self._units.noun(noun)
        whole = len(noun) > 1 or meant is not None
        return whole and noun.endswith(self._ends.get(base, ())) and meant != base

    def _behind(self, sentence: Sentence, figure: Figure, base: str) -> Span | None:
        """Return the place of the noun behind a figure: 62名修复师, 14位客席指挥, 3200头奶牛."""
        run = _RUN.match(sentence.lower, figure.span.end)
        if run is None:
            return None
        place, words = run.start(), []
        for word, tag in cut(run.group()):
            words.append((Span(place, place + len(word)), word, tag))
            place += len(word)
        found: Span | None = None
        for number, (span, word, tag) in enumerate(words):
            joined = number > 0 and word in self._ends[base]
            whole = Span(words[number - 1][0].start, span.end) if joined else span
            if self._may_be(sentence.lower[whole.start : whole.end], base):
                found = whole
            elif found is not None or (
                tag not in _MODIFIES
                and not self._ends_next(words[number + 1 : number + 2], base)
                and not (number == 0 and self._is_for(words, base))
            ):
                break
        if found is not None and base not in PEOPLE:
            return Span(run.start(), found.end)  # 442辆氢燃料公交车 are no buses at large
        return found

    def _ahead(self, sentence: Sentence, figure: Figure, base: str) -> Span | None:
        """Return the place of the word before a figure, which the dictionary has for no noun: 焊工46人."""
        left = sentence.left_of(figure)
        text = self._attributes.nouns.without_copulas(
            sentence.lower[left.start : left.end].rstrip(" ,，、:：")
        )
        word = last_word(text, self._ends[base])
        return Span(left.start + len(text) - len(word), left.start + len(text)) if word else None

    @staticmethod
    def modifier(sentence: Sentence, figure: Figure, chosen: Chosen) -> str:
        """Return what modifies the noun that is counted, which may tell a part: 氢燃料公交车424辆."""
        start = sentence.left_of(figure).start
        if chosen.place is None or chosen.place.start <= start:
            return ""
        words: list[str] = []
        for word, tag in reversed(cut(sentence.lower[start : chosen.place.start])):
            if tag not in _MODIFIES or word[0] < "\u4e00":
                break
            words.insert(0, word)
        return "".join(words)

    def _is_for(self, words: list[tuple[Span, str, str]], base: str) -> bool:
        """Say whether a verb tells what vehicles are for, whose noun follows: 86辆运输车, 1.2万辆共享单车."""
        verb = base not in PEOPLE and words[0][2] in _VERBS and len(words) > 1
        return verb and self._may_be(words[1][1], base)

    def _ends_next(self, following: list[tuple[Span, str, str]], base: str) -> bool:
        """Say whether the next word is an end that makes a noun of the word before it: 师 of 修复师."""
        return bool(following) and following[0][1] in self._ends[base]
