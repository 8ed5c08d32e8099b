"""Tell figures that only say which things are counted: 年销售额超1亿元的品牌有38个, 38个品牌销售额超1亿元.

Comes in: a sentence, one of its figures and where the word of what it measures stands.  Goes out: whether
the figure is a condition on what another figure counts, and so tells nothing of what the text is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from verify.catalog.catalog import Catalog
from verify.extract.figures.figure import Figure, Kind
from verify.extract.lexicon.nouns import cut
from verify.extract.lexicon.words import lowered
from verify.extract.sentences.sentence import Sentence
from verify.model.quantity import Hedge
from verify.model.span import Span
from verify.text.fold import folded
from verify.text.script import is_western

_OF = "的"
_THING = re.compile(r"[\u3400-\u9fff]{1,10}")
_NOUN_TAGS = frozenset({"n", "nz", "vn", "an", "j", "b", "ng", "nrt", "l"})
_AGE = "age"
_DURATION = "duration"
_PER = "per "
_STOPS = "，,。.；; "
_PER_UNIT = "per unit"
_WORDS = re.compile(r"[a-z -]{1,40}")
_BOUNDS = frozenset({Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.LESS_THAN, Hedge.AT_MOST, Hedge.BETWEEN})


class Conditions:
    """Finds conditions with the words of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        words = {lowered(folded(word)) for lang in catalog.languages for word in lang.copulas}
        self._having = frozenset(word for word in words if not word.isascii())
        self._being = tuple(f" {word}" for word in sorted(words) if word.isascii())
        scopes = [entry for lang in catalog.languages for entry in lang.scopes]
        self._people = tuple(sorted({e.value.partition("{")[0] for e in scopes if e.people}))
        self._sorts = tuple(sorted({e.value.rpartition("}")[2] for e in scopes if e.sorts}))

    def is_condition(self, sentence: Sentence, figure: Figure, place: Span | None) -> bool:
        """Say whether a figure is a condition; ``place`` is that of its attribute's word."""
        if self._of_people(sentence, figure, place) or _by_time(sentence, figure):
            return True
        if self._tells_sort(sentence, figure):
            return True
        return (
            self._of_counted(sentence, figure) or _beyond(sentence, figure, place) or _each(sentence, figure)
        )

    def _tells_sort(self, sentence: Sentence, figure: Figure) -> bool:
        """Say whether a number only says which sort is meant: 三居室, ten-year bonds."""
        hits = (hit for hit in sentence.by_kind.get("scope", ()) if hit.value.endswith(self._sorts))
        return any(hit.start <= figure.span.start and figure.span.start < hit.end for hit in hits)

    def _of_people(self, sentence: Sentence, figure: Figure, place: Span | None) -> bool:
        """Say whether an age only says which people are meant: 65岁及以上老人, adults aged 60 and over.

        One that is said of somebody is no such: 献血者年龄为18至55岁, members must be aged 18 or over.
        """
        if figure.reading is None or figure.reading.quantity.kind != _AGE:
            return False
        start, end = figure.span
        hits = (h for h in sentence.by_kind.get("scope", ()) if h.start < end and start < h.end)
        told = next((hit for hit in hits if hit.value.startswith(self._people)), None)
        if told is None:
            return False
        before = sentence.lower[:start].rstrip()
        if is_western(sentence.lower[start:end]):
            return not before.endswith(self._being)
        own = place is not None and place.end <= start
        return not own and told.end < len(sentence.lower[: sentence.clause_of(start).end].rstrip(_STOPS))

    def _of_counted(self, sentence: Sentence, figure: Figure) -> bool:
        """Say whether what is counted next is what has the figure: 超1亿元的品牌有38个."""
        if not sentence.lower.startswith(_OF, figure.span.end):
            return False
        following = (one for one in sentence.figures if one.span.start >= figure.span.end)
        counted = next(following, None)
        if counted is None or not _counts(counted) or _THING.match(sentence.lower, counted.span.end):
            return False  # 总投资3亿元的商场有210家店铺: shops are counted, and the mall has the figure
        between = sentence.lower[figure.span.end + len(_OF) : counted.span.start]
        words = cut(between) if _THING.fullmatch(between) else ()
        if words and words[-1][0] in self._having:
            words = words[:-1]
        return _nouns(words)


def _beyond(sentence: Sentence, figure: Figure, place: Span | None) -> bool:
    """Say whether what was counted right before goes beyond the figure: 38个品牌销售额超1亿元."""
    bound = figure.reading is not None and figure.reading.quantity.hedge in _BOUNDS
    before = [one for one in sentence.figures if one.span.end <= figure.span.start]
    if not bound or place is None or not before or not _counts(before[-1]):
        return False
    between = sentence.lower[before[-1].span.end : place.start]
    return _THING.fullmatch(between) is not None and _nouns(cut(between))


def _each(sentence: Sentence, figure: Figure) -> bool:
    """Say whether each of what was counted right before passes the figure: 38 brands each sold over €1m."""
    bound = figure.reading is not None and figure.reading.quantity.hedge in _BOUNDS
    before = [one for one in sentence.figures if one.span.end <= figure.span.start]
    if not bound or not before or not _counts(before[-1]):
        return False
    between = Span(before[-1].span.end, figure.span.start)
    each = any(hit.value == _PER_UNIT for hit in sentence.hits_in(between, "statistic"))
    return each and _WORDS.fullmatch(sentence.lower, between.start, between.end) is not None


def _counts(figure: Figure) -> bool:
    return figure.reading is not None and figure.reading.quantity.kind == "count"


def _nouns(words: Iterable[tuple[str, str]]) -> bool:
    tags = [tag for _, tag in words]
    return bool(tags) and all(tag in _NOUN_TAGS for tag in tags)


def _by_time(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a time only tells by what another figure of its clause is told: 一年收回玻璃3万吨."""
    if figure.reading is None or figure.reading.quantity.kind != _DURATION:
        return False
    start, end = figure.span
    hits = (h for h in sentence.by_kind.get("statistic", ()) if h.start == start and h.end == end)
    if not any(hit.value.startswith(_PER) for hit in hits):
        return False
    clause = sentence.clause_of(start)
    return any(
        one is not figure and one.kind is Kind.QUANTITY and end < one.span.start < clause.end
        for one in sentence.figures
    )
