"""The attribute of a figure that no word of one tells: by its clause before, its noun, or its unit alone.

Comes in: a sentence and a figure.  Goes out: ``Chosen``, with less confidence than a word gives: the
attribute that a clause without a figure sets (电力：…), the one that its dimension has where no word names
one, the one that a noun alone counts, else the noun before the figure itself (``head_nouns``) or the bare
dimension.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from verify.catalog.catalog import Catalog
from verify.catalog.schema import AttributeEntry
from verify.catalog.units import UnitTable
from verify.extract.attributes.allowing import allowed, refused
from verify.extract.attributes.copulas import Copulas
from verify.extract.attributes.head_nouns import HeadNouns
from verify.extract.figures.figure import Figure
from verify.extract.sentences.chosen import MEASURE_ONLY, Chosen
from verify.extract.sentences.dimensions import ANYONE, DATE, Dimensions, counted_noun
from verify.extract.sentences.sentence import Sentence
from verify.lang.en_words import VERB_ENDINGS, stem
from verify.model.claim import Confidence
from verify.model.quantity import Form, Quantity
from verify.model.span import Span
from verify.text.alternatives import either
from verify.text.fold import folded
from verify.text.script import is_western

_UNIT_PRICE = "money.price"
_INVESTMENT = "money.investment"
_EACH = re.compile(r" (?:each\b|apiece\b|a piece\b|(?:a|an|per) [a-z]+)")
_ASKING = (" at ", " for ")
"""Before the price of one: tickets at £30 each, for $4 a cup."""
_COMPOUND = re.compile(r"[0-9a-z]-[a-z]")
_ATTRIBUTIVE = re.compile(r"[ -]([a-z]{3,})")
ARTICLES = (" a ", " an ", " the ", " its ")
_BESIDE = 1
_TOPIC = 12
"""A clause that only says what follows is about has no more characters."""
_LABEL_ENDS = "：:"
_OWNS = re.compile(r"\b(?:has|have|had|with)(?: [a-z]+)?$")
"""Behind the noun of whose the count is: the company has some 860 vehicles."""
_FROM = re.compile("[由从自]$")
_SHARE_BASE = "dimensionless"
_OF_THEM = "的"
_PRICED = 8
"""Characters before a price in which 每张 stands."""
_PIECE = "个"
"""The measure word of people that is of things as well."""
_NOTHING = frozenset(["", "的"])


class Fallback:
    """Finds such attributes with the words and units of a catalogue."""

    def __init__(self, catalog: Catalog, dimensions: Dimensions, nouns: HeadNouns, copulas: Copulas) -> None:
        self._units: UnitTable = catalog.units
        self._entries: Mapping[str, AttributeEntry] = {entry.id: entry for entry in catalog.attributes}
        self._dimensions = dimensions
        self._nouns = nouns
        self._copulas = copulas.words
        self._stop = frozenset(folded(w).lower() for lang in catalog.languages for w in lang.stop)
        told: dict[str, set[str]] = {}
        for entry in catalog.attributes:
            for word in entry.words if "count" in entry.units and not entry.measures else ():
                lower = folded(word).lower()
                told.setdefault(self._units.noun(lower) or lower, set()).add(entry.id)
        self._counting = {noun: next(iter(ids)) for noun, ids in told.items() if len(ids) == 1}
        """Nouns that one attribute alone counts."""
        self._verbs: dict[str, list[str]] = {}
        """What English words have in common with their other forms, to the attributes told by them."""
        for entry in catalog.attributes:
            words = {word.lower() for word in entry.words if word.isascii() and word.isalpha()}
            for verb in sorted({stem(word) for word in words if not word.endswith(VERB_ENDINGS)}):
                self._verbs.setdefault(verb, []).append(entry.id)
        topical = sorted(
            (folded(w) for lang in catalog.languages for w in lang.topical), key=len, reverse=True
        )
        self._topical = re.compile(rf"(?:{'|'.join(map(re.escape, topical))})?[，,：:\s]*$")
        per = either(folded(word) for lang in catalog.languages for word in lang.per if not word.isascii())
        alone = (measure for lang in catalog.languages for measure in lang.measures_alone)
        things = either((*self._dimensions.of_things, *alone, _PIECE))
        self._priced = re.compile(rf"(?:{per})(?:{things}) ?$")
        rising = sorted(catalog.attributes, key=lambda entry: -catalog.over.get(entry.id, 0))[::-1]
        """The entry that is meant before the others comes last."""
        self._described = {
            base: entry for entry in rising if entry.described for base in self._dimensions.bases[entry.id]
        }
        price = self._entries.get(_UNIT_PRICE)
        self._moneys = frozenset(self._dimensions.bases[price.id]) if price is not None else frozenset()
        self._defaults = {
            base: entry for entry in rising if entry.default for base in self._dimensions.bases[entry.id]
        }

    def choose(self, sentence: Sentence, figure: Figure) -> Chosen:
        """Return the attribute of a figure that no word tells."""
        quantity = figure.reading.quantity if figure.reading else None
        left = sentence.left_of(figure)
        topic = self._topic(sentence, figure, quantity)
        if topic is not None and (quantity is None or quantity.form is not Form.CHANGE):
            return topic
        noun, start = self._noun_before(sentence, figure, left, quantity)
        if quantity is not None and quantity.form is not Form.CHANGE:
            entry = self._default(sentence, figure, quantity.unit.base)
            if entry is not None and refused(entry, sentence, figure.span.start):
                entry = None
            if entry is not None and not self._nouns.measured(noun):
                behind = start + len(noun)
                at = Span(behind, behind) if noun and not is_western(noun) else None  # 机房则有5.2公顷
                sure = Confidence.LOW if entry.doubtful else Confidence.MEDIUM
                return Chosen(entry.id, entry.name.en, sure, at, entry, "dimension")
        counted = self._counted(quantity, noun) if quantity is not None and quantity.kind == "count" else None
        if counted is not None:
            return counted
        made = self._nouns.made_of(sentence, figure) if not self._nouns.names(noun) else None
        if made is not None:
            return made
        if noun:
            return self._inflected(noun, start, quantity) or self._nouns.named(noun, start)
        base = quantity.unit.base if quantity else DATE
        return Chosen(f"~[{base}]", base, Confidence.LOW, None, origin="dimension")

    def _noun_before(
        self, sentence: Sentence, figure: Figure, left: Span, quantity: Quantity | None
    ) -> tuple[str, int]:
        """Return the noun before a figure that may tell what it measures, empty for none, and its place."""
        text = sentence.lower[left.start : left.end].rstrip(" ,，、:：")
        noun, place = self._nouns.head_noun(text)
        start = left.start
        date = self._date_from(sentence, left) if not noun else None
        if date is not None:
            before = sentence.left_of(date)
            noun, place = self._nouns.head_noun(_FROM.sub("", sentence.lower[before.start : before.end]))
            start = before.start
        if _OWNS.search(text):
            return "", start  # the city has 126 km of bus lanes
        if quantity is not None and quantity.kind == "count" and self._units.noun(noun) == quantity.unit.base:
            return "", start  # 车辆860辆
        if noun and is_western(noun) and _ends_name(sentence, start + place, len(noun)):
            return "", start  # trains leave Yunlu Station every
        share = quantity is not None and quantity.unit.base == _SHARE_BASE and not self._nouns.measured(noun)
        if share and sentence.lower.startswith(_OF_THEM, figure.span.end):
            return "", start  # 某集团31%的产品
        return noun, start + place

    def _counted(self, quantity: Quantity, noun: str) -> Chosen | None:
        """Return what a count is of by its own noun; None where that says less than the noun before it."""
        base = quantity.unit.base
        anyone = base in ANYONE or MEASURE_ONLY.fullmatch(base) is not None
        if anyone and noun:
            return None
        sure = Confidence.LOW if anyone else Confidence.MEDIUM
        known = self._entries.get(self._counting.get(counted_noun(base), ""))
        if known is not None and self._dimensions.fits(known.id, quantity):
            return Chosen(known.id, known.name.en, sure, None, known, "dimension")
        return Chosen(f"count of {base}", f"number of {counted_noun(base)}", sure, None)

    def _topic(self, sentence: Sentence, figure: Figure, quantity: Quantity | None) -> Chosen | None:
        """Return the attribute that a clause without a figure sets for this one.

        So do the label of a sentence (电力：…) and what the clause before is about (农损部分，约4亿元).
        """
        before = [clause for clause in sentence.clauses if clause.end <= figure.span.start]
        labelled = bool(before) and sentence.lower[before[0].end - 1] in _LABEL_ENDS
        for clause in [*before[-1:], *(before[:1] if labelled else ())]:
            length = clause.end - clause.start
            told = [f for f in sentence.figures if clause.start <= f.span.start < clause.end]
            dated = bool(told) and all(f.period is not None for f in told) and not labelled
            latin = is_western(sentence.lower[clause.start])
            if (
                (told and not dated)
                or length > _TOPIC * (1 + dated + 2 * latin)
                or (latin and not (labelled and clause is before[0]))
            ):
                continue
            text = self._topical.sub("", sentence.lower[clause.start : clause.end])
            for hit in sentence.hits_in(clause, "attribute"):
                ends = hit.start == clause.start if dated else hit.end - clause.start == len(text)
                if (
                    ends
                    and self._dimensions.fits(hit.value, quantity)
                    and allowed(self._entries[hit.value], sentence, hit)
                ):
                    place = Span(figure.span.start, figure.span.start)
                    return replace(
                        Chosen.of(self._entries[hit.value], place),
                        confidence=Confidence.MEDIUM,
                        origin="sentence",
                    )
        return None

    def _inflected(self, noun: str, start: int, quantity: Quantity | None) -> Chosen | None:
        """Return the one attribute that a word tells in another form of an English verb: is costing."""
        ids = self._verbs.get(stem(noun), ()) if is_western(noun) and noun.endswith(VERB_ENDINGS) else ()
        fitting = [attribute for attribute in ids if self._dimensions.fits(attribute, quantity)]
        if len(fitting) != 1:
            return None
        place = Span(start, start + len(noun))
        return replace(
            Chosen.of(self._entries[fitting[0]], place), confidence=Confidence.MEDIUM, origin="form"
        )

    @staticmethod
    def _date_from(sentence: Sentence, left: Span) -> Figure | None:
        """Return the date that alone stands before a figure, behind 由 or 从: 贫血率由2019年的11.4%降至…."""
        if sentence.lower[left.start : left.end] not in _NOTHING:
            return None
        dates = (f for f in sentence.figures if f.period is not None and f.span.end == left.start)
        found = next(dates, None)
        before = sentence.lower[: found.span.start] if found is not None else ""
        return found if _FROM.search(before[-1:]) else None

    def _default(self, sentence: Sentence, figure: Figure, base: str) -> AttributeEntry | None:
        """Return the attribute that a figure of a dimension has where no word names one."""
        described = self._described.get(base)
        if described is not None:
            starts = [hit.start for hit in sentence.hits if hit.kind == "noun"]
            starts += [start for start, _, _ in sentence.names]
            if any(0 <= start - figure.span.end <= _BESIDE for start in starts):
                return described
            noun = _ATTRIBUTIVE.match(sentence.lower, figure.span.end)
            article = sentence.lower[: figure.span.start].endswith(ARTICLES)
            if noun is not None and article and noun[1] not in self._stop and noun[1] not in self._copulas:
                return described
        if base.partition("/")[0] in self._moneys and "/" in base:
            return self._defaults.get(base) or self._entries.get(_UNIT_PRICE)  # €15 a month, €15 a kilo
        if base in self._moneys and _EACH.match(sentence.lower, figure.span.end):
            asked = any(sentence.lower.endswith(word, 0, figure.span.start) for word in _ASKING)
            return self._entries.get(_UNIT_PRICE) if asked else self._defaults.get(base)
        if base in self._moneys and self._priced.search(
            sentence.lower, max(0, figure.span.start - _PRICED), figure.span.start
        ):
            return self._entries.get(_UNIT_PRICE)  # 品茗券每张250元
        if base in self._moneys and _COMPOUND.search(sentence.lower, *figure.span):
            return self._entries.get(_INVESTMENT)  # the 20-million-yuan bridge
        return self._defaults.get(base)


def _ends_name(sentence: Sentence, start: int, size: int) -> bool:
    """Say whether a noun at a place ends a name, which tells of whom and not what."""
    return any(a < start and start + size <= b for a, b, _ in sentence.names)
