"""Read the heads of a table's cell: which attribute it measures, and which part or case it is of.

Comes in: a cell with the heads of its row and column before it, and its figure.  Goes out: the
attribute, and what the heads say beside attribute, period, name and statistic.  The period itself is
read by ``qualifiers``, as it is in prose; whom a row is about is left to ``subjects``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from verify.catalog.catalog import Catalog
from verify.extract.attributes.choice import AttributeChooser
from verify.extract.attributes.event_verbs import VERB as EVENT
from verify.extract.figures.figure import Figure
from verify.extract.figures.scanner import Scanner
from verify.extract.lexicon.words import lowered
from verify.extract.sentences.chosen import GROWTH, MEASURE_ONLY, Chosen
from verify.extract.sentences.state import Reading
from verify.extract.sentences.vocabulary import Hit, Vocabulary
from verify.extract.tables.change_cells import ChangeCells, column_of, remembered
from verify.model.claim import Confidence
from verify.model.document import Section
from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.model.span import Span
from verify.text.fold import folded
from verify.text.script import is_western

_WHOLE = "whole"
_DATES = frozenset({"day", "month", "year"})
_TOLD = frozenset({"attribute", "statistic", "base", "modality", "part"})
_Rank = tuple[bool, int, int, int]
_RATE = re.compile(r"(?: per | ?/ ?)[a-z]+$|^ ?per [a-z]+$")
"""Behind what a head counts: queues per account."""
_OPENED = re.compile(r"[(（]")
_ENDING = re.compile(r"\s*(?:[(（][^()（）]*[)）])?[\s:：]*$")
_WORD = re.compile(r"[A-Za-z\u3400-\u9fff]{2}")
_IN_PERIOD = re.compile(r"(?:,| in| during| for| of) (?:the )?[^,()]*\b(?:19|20)\d\d$")
"""A period behind what an English head tells: boats in 2023."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_NAME = 12
"""Characters of a head that names what is measured; twice as many in Latin script."""
_BRACKETED = re.compile(r"([^()（）]+?) ?[(（]([^()（）]+)[)）] ?")
_PAIR = re.compile(r"\s*\d{1,4}\s?/\s?\d{1,4}\s*")
"""Two numbers that fill a cell, of which nothing tells what they are to each other: 12/33."""
EDGES = " :：,，、;；·-—()（）的"


class CellReader:
    """Reads cells with the words of a catalogue."""

    def __init__(
        self, catalog: Catalog, vocabulary: Vocabulary, scanner: Scanner, attributes: AttributeChooser
    ) -> None:
        self._vocabulary = vocabulary
        self._scanner = scanner
        self._attributes = attributes
        self._counting = tuple(lowered(folded(w)) for lang in catalog.languages for w in lang.count_heads)
        self._uncounted = tuple(
            lowered(folded(w)) for lang in catalog.languages for w in lang.uncounted_heads
        )
        self._labels = frozenset(lowered(folded(w)) for lang in catalog.languages for w in lang.label_heads)
        self.changes = ChangeCells(catalog)
        self._sizes = frozenset(lowered(folded(w)) for lang in catalog.languages for w in lang.sizes)
        dating = {lowered(folded(w)) for lang in catalog.languages for w in lang.dating}
        self._dating = sorted((word for word in dating if len(word) > 1), key=lambda word: (-len(word), word))
        self._plain = frozenset(lowered(folded(w)) for lang in catalog.languages for w in lang.heads)

    def choose(self, reading: Reading, figure: Figure) -> Chosen:
        """Return the attribute of a cell: of its heads' words, of its own, else a head's last noun."""
        sentence = reading.sentence
        quantity = figure.reading.quantity if figure.reading else None
        found = max(self._named(reading, quantity), key=lambda one: one[0], default=None)
        if found is not None:
            hit = found[1]
            return self._attributes.of(hit.value, Span(hit.start, hit.end))
        above = self._above(reading, quantity)
        if above is not None:
            return above
        chosen = self._attributes.choose(sentence, figure)
        if chosen.entry is not None:
            return chosen
        for place in self._measured(reading):
            head = _IN_PERIOD.sub("", _RATE.sub("", sentence.lower[place.start : place.end]))
            noun, at = self._attributes.nouns.head_noun(head, label=True)
            if noun:
                named = self._attributes.nouns.named(noun, place.start + at)
                return named if self._attributes.nouns.measured(noun) else self._over_table(reading) or named
        part = self._part_beside(reading, quantity) if chosen.place is None else None
        return part or (self._by_its_head(reading) if chosen.place is None else None) or chosen

    def _over_table(self, reading: Reading) -> Chosen | None:
        """Return what the line over a table says that it measures, where a head names none: 氨氮浓度."""
        if not reading.view.captioned:
            return None
        line = _ENDING.sub("", reading.view.headings[-1])
        noun, _ = self._attributes.nouns.head_noun(line, label=True)
        if not noun or not self._attributes.nouns.measured(noun):
            return None
        at = reading.view.shift
        return replace(self._attributes.nouns.named(noun, at), place=Span(at, at), origin="heading")

    def _by_its_head(self, reading: Reading) -> Chosen | None:
        """Return what a head names that is no noun of the dictionary: 总磷."""
        for place in self._measured(reading):
            head = reading.sentence.lower[place.start : place.end]
            name = self._without_words(head, None)
            if len(name) <= _LONGEST_NAME * (1 + is_western(name)) and _WORD.search(name):
                return self._attributes.nouns.named(name, place.start + head.index(name))
        return None

    def remember(self, reading: Reading, chosen: Chosen, quantity: Quantity, time: Period | None) -> None:
        """Keep what a figure measures, for the cells beside it and for the parts of it in the rows below."""
        state = reading.state
        state.beside = remembered(reading, chosen, quantity, time)
        if reading.view.places and not self._is_part(reading):
            state.above[column_of(reading)] = state.beside

    def event(self, reading: Reading, figure: Figure) -> Chosen | None:
        """Return the event that a head names, of a date that fills its cell: 下水日期 | 2022年11月18日."""
        view, sentence = reading.view, reading.sentence
        filled = view.text[view.shift : view.shift + view.length].strip() == view.text[slice(*figure.span)]
        if not filled or figure.period is None or figure.period.precision not in _DATES:
            return None
        for place in reversed(view.places):
            hits = [
                h
                for h in sentence.hits_in(place, "attribute")
                if self._attributes.dimensions.fits(h.value, None)
            ]
            if hits:
                over = self._attributes.over
                best = max(hits, key=lambda hit: (hit.end - hit.start, over(hit.value), hit.value))
                return self._attributes.of(best.value, Span(best.start, best.end))
        for place in self._measured(reading):
            name = self._without_dating(sentence.lower[place.start : place.end].strip(EDGES))
            if name and len(name) <= _LONGEST_NAME * (1 + is_western(name)):
                return Chosen(f"{EVENT}{name}", name, Confidence.MEDIUM, place)
        return None

    def _without_dating(self, head: str) -> str:
        """Return a head without the words that say that a date stands below it; empty where it says no more.

        A head of none of these words is no event where it is of a sort of date itself: 统计期间.
        """
        for word in self._dating:
            if head.endswith(word) and (not word.isascii() or head.endswith(f" {word}") or head == word):
                return head.removesuffix(word).strip(EDGES)
        for word in self._dating:
            if word.isascii() and head.startswith(f"{word} "):
                return head.removeprefix(word).removeprefix(" of").strip(EDGES)
        return head if is_western(head) else ""

    def _is_part(self, reading: Reading) -> bool:
        """Say whether a row is a part of one above it: 其中：露天矿区."""
        places = reading.view.places
        parts = reading.sentence.hits_in(places[0], "part") if places else ()
        return any(hit.start - places[0].start <= 1 for hit in parts)

    def _above(self, reading: Reading, quantity: Quantity | None) -> Chosen | None:
        """Return what the row above measures, where this one is a part of it and names nothing else."""
        if quantity is None or not self._is_part(reading):
            return None
        above = reading.state.above.get(column_of(reading))
        if above is None or above.row >= reading.view.row or above.base != quantity.unit.base:
            return None
        return replace(above.chosen, place=None, confidence=Confidence.MEDIUM, origin="table")

    def _part_beside(self, reading: Reading, quantity: Quantity | None) -> Chosen | None:
        """Return what the cell before measures, of which a head with no word of its own names a part.

        So are 露天 and 地下 behind 铜产量.
        """
        before = reading.state.beside
        if before is None or quantity is None or before.chosen.entry is None:
            return None
        if before.row != reading.view.row or before.base != quantity.unit.base:
            return None
        return replace(before.chosen, place=None, confidence=Confidence.MEDIUM, origin="table")

    def counts(self, reading: Reading, quantity: Quantity, chosen: Chosen) -> bool:
        """Say whether a bare number, or one with a measure word only, counts what its head names."""
        if chosen.entry is not None or chosen.place is None:
            return False
        if quantity.kind == "count" and MEASURE_ONLY.fullmatch(quantity.unit.base):
            return True
        nouns = self._attributes.nouns
        if quantity.kind != "number" or quantity.number.denominator != 1 or reading.view.text.endswith("%"):
            return False  # of 34 (16.0) only the share is of what the heads name
        head = reading.sentence.lower[chosen.place.start : chosen.place.end + 1].rstrip()
        if nouns.numbered(head) or head.endswith(self._uncounted):
            return False
        return head.endswith(self._counting) or nouns.is_noun(chosen)

    def is_label(self, reading: Reading, figure: Figure) -> bool:
        """Say whether a number in a table is none to check: of a note, a code or a pair, or a head's own."""
        view = reading.view
        if figure.reading is None or not view.row:
            return False
        if _PAIR.fullmatch(view.text[view.shift : view.shift + view.length]):
            return True
        if not view.places:
            if view.text[figure.span.start - 1 : figure.span.start] == "/":
                return True  # L/100 km
            return _YEAR.fullmatch(view.text, *figure.reading.number_span) is not None
        column = view.places[-1]
        return view.lower[column.start : column.end].strip() in self._labels

    def scope(
        self, reading: Reading, figure: Figure, chosen: Chosen, thing: int | None
    ) -> tuple[str | None, bool]:
        """Return what the heads say beside attribute, period, name and statistic.

        The second is True where that is only words in the attribute's own head, which may be no part.
        """
        kept: list[str] = []
        loose = True
        meant = chosen.entry.scope if chosen.entry is not None else None
        quantity = figure.reading.quantity if figure.reading else None
        # of what only its unit measures, the head tells what it is: 新增入库(份)
        headless = all(_inside(chosen.place, place) is None for place in reading.view.places)
        for place in reading.view.places:
            lower = reading.sentence.lower[place.start : place.end]
            told = [value for value in self._told(reading, lower) if value != meant]
            if told or self._scanner.names_period(lower):
                parts = [value for value in told[-1:] if value != _WHOLE]
                loose, kept = loose and not parts, [*kept, *parts]
                continue
            taken = _inside(chosen.place, place)
            parts = list(self._parts(reading, lower, taken, thing, quantity, chosen.id.removeprefix(GROWTH)))
            itself = headless or (chosen.place is not None and chosen.place.start >= reading.view.shift)
            loose = loose and (not parts or taken is not None or itself)  # 车辆 | B型车，配属34列
            kept += parts
        left = reading.sentence.left_of(figure)
        own = [hit for hit in reading.sentence.hits_in(left, "scope") if hit.start >= reading.view.shift]
        if own and own[-1].value != _WHOLE:
            kept, loose = [*kept, own[-1].value], False  # 22座（换乘站8座）
        return " · ".join(dict.fromkeys(kept)) or None, loose and bool(kept)

    def part(self, reading: Reading) -> str | None:
        """Return the one part that the heads of a date's cell name: 一期, of 投产时间."""
        places = reading.view.places if reading.view.section is Section.TABLE else ()
        lower = reading.sentence.lower
        told = {value for place in places for value in self._told(reading, lower[place.start : place.end])}
        told -= {_WHOLE}
        return told.pop() if len(told) == 1 else None

    def _told(self, reading: Reading, lower: str) -> list[str]:
        """Return the parts that words of a head tell, but for those within a name (水电 of 白练水电站)."""
        named = [(start, end) for start, end, _ in reading.state.names.mentions(lower)]
        hits = (hit for hit in self._vocabulary.find(lower) if hit.kind == "scope")
        held = tuple(self._vocabulary.holding)  # 一期 of 远山电厂(一期)
        inside = (
            h
            for h in hits
            if not any(a <= h.start and h.end < b for a, b in named) or h.value.startswith(held)
        )
        return [h.value for h in inside]

    def _named(self, reading: Reading, quantity: Quantity | None) -> Iterator[tuple[_Rank, Hit]]:
        """Yield the attributes that the heads name, with how well: a word that ends its head is best."""
        sentence = reading.sentence
        for number, place in enumerate(reading.view.places):
            for hit in sentence.hits_in(place, "attribute"):
                if _OPENED.search(sentence.lower, place.start, hit.start):
                    continue  # 院区 of 江宁医院(东院区)
                if self._attributes.dimensions.fits(hit.value, quantity) and self._attributes.allowed(
                    sentence, hit
                ):
                    rest = sentence.lower[hit.end : place.end].strip(EDGES)
                    alone = not rest or rest in self._plain or rest in self._counting
                    yield (alone, hit.end - hit.start, -number, self._attributes.over(hit.value)), hit

    def _measured(self, reading: Reading) -> list[Span]:
        """Return the heads that may name what is measured: the column's, else the row's.

        The words of a part alone (Women | 48%) do so where no other head does.
        """
        lower, names = reading.sentence.lower, reading.state.names
        found, parts = list[Span](), list[Span]()
        places = reading.view.places
        for place in places[-2::-1] if reading.state.by_rows else reversed(places):
            head = lower[place.start : place.end].strip()
            hits = [hit for hit in self._vocabulary.find(head) if hit.end - hit.start == len(head)]
            told = {hit.kind for hit in hits} & {"statistic", "base", "modality", "scope"}
            if told == {"scope"}:
                parts.append(place)
            named = any(end - start == len(head) for start, end, _ in names.mentions(head))
            if not (told or named or head in self._plain or self._only_period(head)):
                found.append(place)
        return found or parts

    def _only_period(self, head: str) -> bool:
        """Say whether a head names a period and nothing that is counted or measured: boats in 2023 are."""
        if not self._scanner.names_period(head):
            return False
        rest = _IN_PERIOD.sub("", head)
        if rest == head or self._scanner.names_period(rest):
            return True
        noun, _ = self._attributes.nouns.head_noun(rest, label=True)
        return not noun

    def _parts(
        self,
        reading: Reading,
        lower: str,
        taken: Span | None,
        thing: int | None,
        quantity: Quantity | None,
        own: str,
    ) -> Iterator[str]:
        """Yield the parts or cases that a head names, ``taken`` being the attribute's word in it.

        The name of the thing itself is none, that of another is one.
        """
        if thing is not None and any(
            end == len(lower.rstrip()) and one == thing for _, end, one in reading.state.names.mentions(lower)
        ):
            return  # 江北集团白石电厂, of what the text calls 白石电厂
        pieces = [lower] if taken is None else [lower[: taken.start], lower[taken.end :]]
        apart = _BRACKETED.fullmatch(lower) if taken is None else None
        if apart is not None and any(
            a == 0 and b == apart.end(1) for a, b, _ in reading.state.names.mentions(lower)
        ):
            pieces = [apart[2]]  # 东院区 of 江宁医院(东院区)
        for piece in pieces:
            left = self._without_words(_RATE.sub("", piece), quantity, own)
            timed = quantity is not None and quantity.unit.name.endswith(f"/{left}")  # requests per minute
            timed = timed or (taken is not None and _YEAR.fullmatch(left) is not None)  # Population 2021
            left = "" if timed or left in self._counting or self.changes.is_change(left) else left
            told = [one for start, end, one in reading.state.names.mentions(left) if end - start == len(left)]
            named = bool(told) and (thing is None or thing in told)
            plain = left in self._plain and piece.strip() == lower.strip()
            alone = len(left) == 1 and not left.isascii()  # 川 of 川金丝猴, as in text
            if left and not named and not plain and not alone:
                yield left

    def _fits(self, hit: Hit, quantity: Quantity | None) -> bool:
        return self._attributes.dimensions.fits(hit.value, quantity)

    def _without_words(self, piece: str, quantity: Quantity | None, own: str = "") -> str:
        """Return a head without the words at its ends that tell another part of the key.

        One within a word is a piece of it: 用电 of 家用电器.  So is that of an attribute which the figure
        cannot have (历史 of 历史类), and is not the ``own`` that grows.
        """
        left = piece.strip(EDGES)
        while left:
            hits = [hit for hit in self._vocabulary.find(left) if hit.kind in _TOLD]
            hits = [h for h in hits if h.kind != "attribute" or h.value == own or self._fits(h, quantity)]
            ends = [hit for hit in hits if hit.start == 0 or hit.end == len(left)]
            if not ends:
                break
            longest = max(ends, key=lambda hit: (hit.end - hit.start, hit.start))
            left = f"{left[: longest.start]}{left[longest.end :]}".strip(EDGES)
        return "" if left in self._sizes else left


def _inside(taken: Span | None, place: Span) -> Span | None:
    """Return a stretch relative to the head that holds it; None where another does."""
    if taken is None or taken.start < place.start or taken.end > place.end:
        return None
    return Span(taken.start - place.start, taken.end - place.start)
