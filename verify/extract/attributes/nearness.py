"""How near a word for an attribute stands to a figure, and so how likely it tells what that measures.

Comes in: a sentence, one of its figures and a word.  Goes out: a score, higher for a word that only copulas
part from the figure than for one with other words between, lower again across the figure beside it; none
where the word belongs to another clause or figure.  Words that stand near and yet tell of another figure are
left to ``of_others``.
"""

from __future__ import annotations

import re

from verify.catalog.catalog import Catalog
from verify.extract.attributes.copulas import Copulas
from verify.extract.figures.figure import Figure, Kind
from verify.extract.lexicon.words import lowered
from verify.extract.sentences.dimensions import ANYONE
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.vocabulary import Hit
from verify.model.span import Span
from verify.text.alternatives import either
from verify.text.fold import folded
from verify.text.script import is_western

ADJACENT = 100
_STATED = 99
"""The attendance at Millrace Park was 31,254: only of whom, where and when stands before the copula."""
_AFTER = 101
_TAKEN_UP = 102
"""A word that one behind the figure only takes up: a main span 800 m long."""
_WITHIN = 103
"""Between a bound and its number: 返回 of 最多返回100条."""
INSIDE = 90
_FOLLOWS = 80
_LEFT = 60
_RIGHT = 40
SHARED = 20
"""So much at most for a word across the figure beside this one, which both may share."""
_FAR = 40
_NO_CLAUSE = r"\s(?!(?:that|which|who|whom|whose|to|and)\b)[^\s,;:]+"
_ANEW = re.compile(r"[,，、；;]|and\b|和|与|及")
"""What begins the words of the next figure."""
_ANEW_AT_END = re.compile(r"(?:[,，、；;]|\band|和|与|及)\Z")
_HAS = re.compile(r"\b(?:has|have|had|with|boasts|features) (?:an?|the|its)(?: [a-z-]+)?\Z")
"""What a thing has is of the next figure: the 18.3-kilometre bridge has a main span of 1,160 metres."""
_PLURAL = re.compile(r" ([a-z]{4,}s)(?=[ .,;]|$)")
_OWN_VERB = re.compile(r"(?:^|\s)(?!estimat)[a-z]{2,}ed\Z")
"""A figure right behind a verb of its own shares no word with the figure before."""
_OWN_NOUN = re.compile(r"[\u3400-\u9fff]{2}")
"""In Chinese a word behind what is counted is of the figure that it leads on to."""
_DIRECT = frozenset(["", "的", "of", "in", "for"])
_OF_ALL = re.compile(r" of (?:the|its|their|all|our)(?: the)? ")
"""Between a share and how many there are in all."""


class Nearness:
    """Scores words with those of a catalogue."""

    def __init__(self, catalog: Catalog, copulas: Copulas) -> None:
        self._copulas = copulas
        self._beside = {entry.id: frozenset(map(lowered, entry.beside)) for entry in catalog.attributes}
        stating = "|".join(word for lang in catalog.languages for word in lang.stating) or "(?!)"
        of_whom = either(word for lang in catalog.languages for word in lang.circumstances)
        self._stating = re.compile(rf"(?:\s(?:{of_whom})(?:{_NO_CLAUSE}){{1,9}})?\s(?:{stating})\s*")
        nameless = frozenset(lowered(w) for lang in catalog.languages for w in lang.nameless)
        stop = frozenset(folded(w).lower() for lang in catalog.languages for w in lang.stop)
        self._no_plurals = nameless | stop | copulas.words
        """Words that end as a plural does and name nothing that is counted."""

    def score(self, sentence: Sentence, figure: Figure, left: Span, right: Span, hit: Hit) -> int | None:
        """Return how near a word stands to a figure; None where it is not of it."""
        span = figure.span
        if hit.kind == "after":
            near = right.start <= hit.start and hit.start - right.start <= 1 and hit.end <= right.end
            return _AFTER if near else None
        if span.start <= hit.start and hit.end <= span.end + 1:
            number = figure.reading.number_span if figure.reading else span
            return _WITHIN if span.start < hit.start and hit.end <= number.start else INSIDE
        if hit.start < span.start < hit.end or span.start <= hit.start < span.end < hit.end:
            return ADJACENT  # the 90-minute film
        bare = figure.reading is not None and figure.reading.quantity.kind == "number"
        if bare and hit.end <= left.end and self._states(sentence, hit.end, left):
            return _STATED
        if left.start <= hit.start and hit.end <= left.end:
            gap = sentence.lower[hit.end : left.end]
            rest = self._copulas.without(gap)
            if not rest and self._taken_up(sentence, right, hit):
                return _TAKEN_UP
            if rest and self._counts_plural(sentence, figure, hit):
                return None  # runners ate 62,000 bananas
            return ADJACENT if not rest else _LEFT - min(len(rest), _FAR)
        if right.start <= hit.start and hit.end <= right.end:
            gap = sentence.lower[right.start : hit.start].strip(" -")
            if gap not in _DIRECT and _is_all(sentence, span):
                return None  # 91% of the 1,860 lots were sold
            anew = _ANEW.match(gap) or _ANEW_AT_END.search(gap) or _OWN_NOUN.match(gap) or _HAS.search(gap)
            if anew and self._leads_on(sentence, hit, right):
                return None  # 4 KB and the default cache size is 64 MB; 三家医院共开放床位1200张
            return _FOLLOWS if gap in _DIRECT else _RIGHT - min(len(gap), _FAR // 2) * 2
        clause = sentence.clause_of(span.start)
        if left.end < span.start and left.end <= hit.start and hit.end <= span.start:
            return SHARED - min(span.start - hit.end, SHARED - 1)  # 一期、二期投资分别为…
        before = clause.start <= hit.start and hit.end <= left.start
        bored = _OWN_VERB.search(self._copulas.without(sentence.lower[left.start : left.end]))
        if not before or bored or self._counts_plural(sentence, figure, hit):
            return None  # with a diameter of 15.8 m, bored 3.9 km
        return SHARED - min(left.start - hit.end, SHARED - 1)

    def _states(self, sentence: Sentence, start: int, left: Span) -> bool:
        """Say whether only of whom, where and when stands between a word and the verb before a figure."""
        if not self._stating.fullmatch(sentence.lower, start, left.end):
            return False
        return all(f.period is not None for f in sentence.figures if start <= f.span.start < left.end)

    def _taken_up(self, sentence: Sentence, right: Span, hit: Hit) -> bool:
        """Say whether the word behind a figure adds nothing to one before it: a crest 800 m long."""
        told = (other for other in sentence.by_kind.get("after", ()) if 0 <= other.start - right.start <= 1)
        words = self._beside.get(hit.value, ())
        return any(sentence.lower[other.start : other.end] in words for other in told)

    def _counts_plural(self, sentence: Sentence, figure: Figure, hit: Hit) -> bool:
        """Say whether a plural stands behind a number, and a word for the measure is another plural."""
        read = figure.reading
        if read is None or read.quantity.kind not in {"number", "count"} or read.quantity.unit.base in ANYONE:
            return False
        counted = _PLURAL.match(sentence.lower, figure.span.end)
        word = sentence.lower[hit.start : hit.end]
        if counted is None or not word.endswith("s") or not is_western(word):
            return False
        return counted[1] not in self._no_plurals and counted[1] not in word

    def _leads_on(self, sentence: Sentence, hit: Hit, right: Span) -> bool:
        """Say whether nothing but copulas stands between a word and the next quantity."""
        following = any(f.kind is Kind.QUANTITY and f.span.start == right.end for f in sentence.figures)
        return following and not self._copulas.without(sentence.lower[hit.end : right.end])


def _is_all(sentence: Sentence, span: Span) -> bool:
    """Say whether a count tells of how many a share before it is, of which alone the verb behind tells."""
    shares = (f for f in sentence.figures if f.reading is not None and f.span.end < span.start)
    return any(_OF_ALL.fullmatch(sentence.lower, f.span.end, span.start) is not None for f in shares)
