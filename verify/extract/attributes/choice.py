"""Choose the attribute that a figure measures.

Comes in: a sentence and one of its figures.  Goes out: ``Chosen``: an attribute of the catalogue
whose word stands at the figure (``nearness``), tells of no other one (``of_others``) and whose unit has its
dimension (``dimensions``).  A figure beside which there is none is left to ``fallback``.
"""

from __future__ import annotations

from verify.catalog.catalog import Catalog
from verify.catalog.schema import AttributeEntry
from verify.extract.attributes.allowing import allowed
from verify.extract.attributes.befalling import PRODUCTS, Befalling
from verify.extract.attributes.copulas import Copulas
from verify.extract.attributes.fallback import ARTICLES, Fallback
from verify.extract.attributes.head_nouns import HeadNouns
from verify.extract.attributes.nearness import ADJACENT, INSIDE, Nearness
from verify.extract.attributes.of_others import OfOthers
from verify.extract.figures.figure import Figure, Kind
from verify.extract.sentences.chosen import Chosen
from verify.extract.sentences.dimensions import PEOPLE, Dimensions
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.vocabulary import Hit
from verify.model.quantity import Form, Quantity
from verify.model.span import Span
from verify.text.fold import folded
from verify.text.script import is_western

_HUGE = 100_000_000
"""From such a number on what stands beside a word for money is money: 出口12亿."""
_BESIDE = 1


class AttributeChooser:
    """Chooses attributes with the words and units of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._entries = {entry.id: entry for entry in catalog.attributes}
        self._over = catalog.over
        self.dimensions = Dimensions(catalog)
        self.nouns = HeadNouns(catalog)
        self.copulas = Copulas(catalog)
        self._nearness = Nearness(catalog, self.copulas)
        self._of_others = OfOthers(catalog, self.nouns)
        self._fallback = Fallback(catalog, self.dimensions, self.nouns, self.copulas)
        passives = frozenset(word for lang in catalog.languages for word in lang.passives)
        stop = frozenset(folded(w).lower() for lang in catalog.languages for w in lang.stop)
        self._befalling = Befalling(self._entries, passives, stop - {word.strip() for word in ARTICLES})

    def choose(self, sentence: Sentence, figure: Figure) -> Chosen:
        """Return the attribute of a quantity."""
        quantity = figure.reading.quantity if figure.reading else None
        left, right = sentence.left_of(figure), sentence.right_of(figure)
        best: tuple[int, int, int] | None = None
        chosen: Hit | None = None
        for hit in sentence.hits:
            if hit.kind not in {"attribute", "after"} or not self.dimensions.fits(hit.value, quantity):
                continue
            score = self._nearness.score(sentence, figure, left, right, hit)
            if score is None or not self.allowed(sentence, hit) or _is_named(sentence, hit, score):
                continue
            if self._of_others.tells(sentence, figure, left, hit, score):
                continue
            if quantity is not None and not self._may_be_bare(sentence, figure, quantity, hit, score):
                continue
            rank = (score, hit.end - hit.start, self.over(hit.value))
            if (
                best is None
                or rank > best
                or (rank == best and chosen is not None and hit.value < chosen.value)
            ):
                best, chosen = rank, hit
        if quantity is not None:
            chosen = self._governing(sentence, figure, chosen, quantity)
        if chosen is not None:
            return self.of(chosen.value, Span(chosen.start, chosen.end))
        return self._fallback.choose(sentence, figure)

    def _governing(
        self, sentence: Sentence, figure: Figure, hit: Hit | None, quantity: Quantity
    ) -> Hit | None:
        """Return the word that tells what is counted of people or products, where it is no noun of theirs."""

        def fits(one: Hit) -> bool:
            return self.dimensions.fits(one.value, quantity) and self.allowed(sentence, one)

        if hit is not None and self._entries[hit.value].made:
            return self._befalling.handling(sentence, hit, fits)
        people = quantity.unit.base in PEOPLE or self.dimensions.are_people(quantity)
        if not people or quantity.form is Form.CHANGE:
            return hit
        return self._befalling.governing(sentence, figure, hit, fits)

    def _may_be_bare(
        self, sentence: Sentence, figure: Figure, quantity: Quantity, hit: Hit, score: int
    ) -> bool:
        """Say whether a number without a unit may be of a word: 乘客达1.2万, but not money (出口12万)."""
        if quantity.kind != "number":
            return True
        paid = self.dimensions.pays(hit.value, quantity)
        counted = paid or self.dimensions.counts(hit.value) or _tells_figure(sentence, figure, hit)
        if score < INSIDE and counted:
            return False
        return not paid or self._is_of_money(sentence, hit, quantity)

    def _is_of_money(self, sentence: Sentence, hit: Hit, quantity: Quantity) -> bool:
        """Say whether a word tells money alone: 出口12万 may be of cars, 出口额12万 and 出口12亿 are not."""
        word = sentence.lower[hit.start : hit.end]
        if hit.kind == "after" or (quantity.number < _HUGE and not self.nouns.measured(word)):
            return False
        same = (other for other in sentence.by_kind["attribute"] if other[:2] == hit[:2])
        return all(self.dimensions.is_money(other.value) for other in same)

    def of(self, attribute: str, place: Span) -> Chosen:
        """Return an attribute of the catalogue whose word stands at a place."""
        return Chosen.of(self._entries[attribute], place)

    def over(self, attribute: str) -> int:
        """Return how many folders of rules lie below the one that an attribute is of."""
        return self._over.get(attribute, 0)

    def entry(self, attribute: str) -> AttributeEntry:
        """Return the rule of an attribute."""
        return self._entries[attribute]

    def has(self, attribute: str) -> bool:
        """Say whether a rule names an attribute."""
        return attribute in self._entries

    def handled(self, sentence: Sentence, span: Span, word: str) -> bool:
        """Say whether a word of a span tells what is done with products: shipments, deliveries."""
        hits = (
            hit for hit in sentence.hits_in(span, "attribute") if sentence.lower[hit.start : hit.end] == word
        )
        return any(self._entries[hit.value].befalls == PRODUCTS for hit in hits)

    def allowed(self, sentence: Sentence, hit: Hit) -> bool:
        """Say whether the words around an attribute's word let it be meant."""
        return allowed(self._entries[hit.value], sentence, hit)


def _is_named(sentence: Sentence, hit: Hit, score: int) -> bool:
    """Say whether a word ends a name, which tells of whom and not what: Inkstone Storage.

    In Chinese one right before the figure may tell it all the same: 单个数据库最大2 TB.
    """
    if score >= ADJACENT and not is_western(sentence.lower[hit.start]):
        return False
    return any(a < hit.start and hit.end <= b for a, b, _ in sentence.names)


def _tells_figure(sentence: Sentence, figure: Figure, hit: Hit) -> bool:
    """Say whether a word stands right before another figure: the toll of the magnitude 5.8 quake is seven."""
    others = (f.span for f in sentence.figures if f.kind is Kind.QUANTITY and f.span.end <= figure.span.start)
    return any(span.start - _BESIDE <= hit.end <= span.end for span in others)
