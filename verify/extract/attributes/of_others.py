"""Words for attributes that stand near a figure and yet tell of another one, or of other things.

Comes in: a sentence, one of its figures and a word whose unit would fit it.  Goes out: whether the word is of
others: of the figure before, from which a comma parts this one (2人死亡、1人失踪), of things that the figure
does not count (medical stations), of those for whom something is done.  How near words stand is left to
``nearness``.
"""

from __future__ import annotations

import re

from verify.catalog.catalog import Catalog
from verify.catalog.units import UnitTable
from verify.extract.attributes.head_nouns import HeadNouns
from verify.extract.attributes.nearness import ADJACENT, SHARED
from verify.extract.figures.figure import Figure, Kind
from verify.extract.lexicon.words import lowered
from verify.extract.sentences.dimensions import ANYONE, counted_noun
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.vocabulary import Hit
from verify.model.quantity import Quantity
from verify.model.span import Span
from verify.text.fold import folded
from verify.text.script import is_western

_WITH = re.compile(r" (?:with|using|at|from|across) (?:a |an |the |some |about )?$")
_ONE_WORD = re.compile(r".?|\s[a-z-]{3,}\s")
_SET_OFF = re.compile(r"\s?[、，,]|\s(?:and|or|in|at|across|from|over|on)\s")
_WORD = 2
"""A noun of several characters tells what is counted; a measure word of one does not."""
_NOUN_REACH = 12
"""Characters of a phrase behind a count that its noun ends."""


class OfOthers:
    """Tells such words with the units and attributes of a catalogue."""

    def __init__(self, catalog: Catalog, nouns: HeadNouns) -> None:
        self._units: UnitTable = catalog.units
        self._nouns = nouns
        self._entries = {entry.id: entry for entry in catalog.attributes}
        self._for = tuple(w for lang in catalog.languages for w in lang.serving)

    def tells(self, sentence: Sentence, figure: Figure, left: Span, hit: Hit, score: int) -> bool:
        """Say whether a word that stands so near to a figure tells of others than that."""
        if _belongs_before(sentence, left, hit):
            return True
        quantity = figure.reading.quantity if figure.reading else None
        if quantity is None:
            return False
        if self._counts_other(sentence, hit, quantity) or self._is_served(sentence, figure, hit):
            return True
        if self._is_shared(sentence, figure, quantity, hit, score):
            return True
        beside = score == ADJACENT and is_western(sentence.lower[hit.start])  # shipped 3 million phones
        before = hit.end <= figure.span.start and not beside
        return before and self._counts_another(sentence, figure, quantity, hit)

    def _counts_other(self, sentence: Sentence, hit: Hit, quantity: Quantity) -> bool:
        """Say whether a word is the noun of other things: stations, of 26 medical stations."""
        counted = counted_noun(quantity.unit.base)
        noun = self._units.noun(sentence.lower[hit.start : hit.end])
        told = quantity.kind == "count" and counted not in ANYONE and self._units.noun(counted) == counted
        return told and noun not in {None, counted}

    def _is_served(self, sentence: Sentence, figure: Figure, hit: Hit) -> bool:
        """Say whether a word tells for whom those who are counted do something: 2300名演员为跑者加油."""
        end = figure.span.end
        return hit.start > end and sentence.lower.endswith(self._for, end, hit.start)

    def _is_shared(
        self, sentence: Sentence, figure: Figure, quantity: Quantity, hit: Hit, score: int
    ) -> bool:
        """Say whether a word behind a figure tells what another may share: 642 patients at 38 sites."""
        if score > SHARED:
            return False
        own = _names_its_noun(quantity) or self._has_noun(sentence, sentence.left_of(figure))
        return own or _of_another(sentence, figure, hit)

    def _has_noun(self, sentence: Sentence, left: Span) -> bool:
        """Say whether the words since the figure before name a thing: 12 KB and values up to 4 MB."""
        noun, _ = self._nouns.head_noun(sentence.lower[left.start : left.end].rstrip(" ,，、:："))
        return bool(noun) and self._units.noun(noun) is not None

    def _counts_another(self, sentence: Sentence, figure: Figure, quantity: Quantity, hit: Hit) -> bool:
        """Say whether a count has its own noun beside it, and the word before it is what another counts."""
        if quantity.kind != "count":
            return False
        others = (f.span for f in sentence.figures if f is not figure and f.kind is Kind.QUANTITY)
        if not any(span.start <= hit.start <= span.end + 1 for span in others):
            return False
        own = counted_noun(quantity.unit.base)
        if len(own) >= _WORD and own in sentence.lower[hit.end : figure.span.start]:
            return True  # 在12个城市运营冷库31座
        noun, words = quantity.unit_words.lower(), sentence.lower[figure.span.start : figure.span.end]
        if not (is_western(noun) and noun.isalpha()):  # 479家, whose noun stands behind it
            noun = counted_noun(quantity.unit.base)
            words = sentence.lower[figure.span.end : figure.span.end + _NOUN_REACH * (1 + is_western(noun))]
        stem = noun.removesuffix("s") if is_western(noun) else noun
        if len(stem) < _WORD or stem not in words:
            return False
        named = (lowered(folded(word)) for word in self._entries[hit.value].words)
        return not any(stem in word or word in noun for word in named)


def _belongs_before(sentence: Sentence, left: Span, hit: Hit) -> bool:
    """Say whether a word stands right behind the figure before, set off from this one: 2人死亡、1人失踪."""
    told = (f.span.end for f in sentence.figures if f.kind is Kind.QUANTITY and f.span.end <= hit.start)
    behind = any(_ONE_WORD.fullmatch(sentence.lower, end, hit.start) for end in told)  # 62 paid staff
    between = sentence.lower[hit.end : left.end]
    return behind and left.start <= hit.start and hit.end <= left.end and bool(_SET_OFF.match(between))


def _of_another(sentence: Sentence, figure: Figure, hit: Hit) -> bool:
    """Say whether a figure of another dimension stands between: handles 900 tonnes a day with 12 MW."""
    if not _WITH.search(sentence.lower, hit.end, figure.span.start):
        return False
    base = figure.reading.quantity.unit.base if figure.reading else ""
    between = [f.reading for f in sentence.figures if hit.start <= f.span.start < figure.span.start]
    return any(one is not None and one.quantity.unit.base != base for one in between)


def _names_its_noun(quantity: Quantity) -> bool:
    """Say whether a count tells by a noun of the units what it counts."""
    base = quantity.unit.base
    named = base not in ANYONE and not base.startswith("[count of ")
    return quantity.kind == "count" and quantity.unit.counts and named
