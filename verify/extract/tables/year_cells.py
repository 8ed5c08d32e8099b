"""Read a bare year as a date: that of a head (Population 2021) or of an event in a cell (投产年份 | 2016).

Comes in: a cell with the heads of its row and column before it.  Goes out: the same, the year a period
instead of a number.  Which event it dates is left to ``events``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from verify.catalog.catalog import Catalog
from verify.extract.attributes.choice import AttributeChooser
from verify.extract.figures.figure import Figure, Kind
from verify.extract.lexicon.words import lowered
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.state import Reading
from verify.extract.tables.cells import EDGES
from verify.lang import calendar
from verify.lang.base import impossible
from verify.lang.calendar import whole_year
from verify.model.period import Period
from verify.model.span import Span
from verify.text.fold import folded

_YEAR = re.compile(r"(?:1\d|20)\d\d")
_MONTH = re.compile(r"((?:19|20)\d\d)\.(0?[1-9]|1[0-2])")
"""A month as tables write it: 2019.11."""
_HEAD_YEAR = re.compile(r" ?((?:19|20)\d\d)(?![\d.,])")
"""A year bare behind the words of a head."""


class YearCells:
    """Reads years with the words of a catalogue."""

    def __init__(self, catalog: Catalog, attributes: AttributeChooser) -> None:
        self._attributes = attributes
        words = (word for lang in catalog.languages for word in lang.dating)
        self._dating = frozenset(["", *(lowered(folded(word)) for word in words)])
        heads = (word for lang in catalog.languages for word in lang.event_heads)
        self._heads = frozenset(lowered(folded(word)) for word in heads)

    def dated(self, reading: Reading) -> Reading:
        """Return a cell with the years of its heads, and its own where its column tells an event."""
        sentence, places = reading.sentence, reading.view.places
        read = {}
        if any(self._names_event(sentence, one) for one in places):
            years = (figure for figure in sentence.figures if _is_year(figure, reading))
            read = {figure.span: _as_year(figure, reading.view.quote(figure.span)) for figure in years}
        told = [*_of_heads(sentence, places), *(read.get(one.span, one) for one in sentence.figures)]
        if not read and len(told) == len(sentence.figures):
            return reading
        figures = tuple(sorted(told, key=lambda figure: figure.span))
        return replace(reading, sentence=replace(sentence, figures=figures))

    def _names_event(self, sentence: Sentence, head: Span) -> bool:
        """Say whether a head names an event, and nothing else but that it is dated: Year opened."""
        if sentence.lower[head.start : head.end].strip(EDGES) in self._heads:
            return True
        events = [
            h for h in sentence.hits_in(head, "attribute") if self._attributes.dimensions.fits(h.value, None)
        ]
        longest = max(events, key=lambda hit: hit.end - hit.start, default=None)
        if longest is None:
            return False
        before = sentence.lower[head.start : longest.start].strip(EDGES)
        behind = sentence.lower[longest.end : head.end].strip(EDGES)
        return {before, behind} <= self._dating


def _is_year(figure: Figure, reading: Reading) -> bool:
    """Say whether a bare number that fills a cell may be a year."""
    view, read = reading.view, figure.reading
    if read is None or read.quantity.kind != "number" or not view.holds(figure.span):
        return False
    alone = view.text[view.shift : view.shift + view.length].strip() == view.text[slice(*figure.span)]
    return alone and any(one.fullmatch(view.text, *figure.span) for one in (_YEAR, _MONTH))


def _of_heads(sentence: Sentence, heads: Iterable[Span]) -> Iterator[Figure]:
    """Yield the years that stand bare behind what a head measures: Population 2021, Revenue 2023 ($m)."""
    known = {figure.span.start for figure in sentence.figures}
    for head in heads:
        for end in {hit.end for hit in sentence.hits_in(head, "attribute")}:
            year = _HEAD_YEAR.match(sentence.lower, end, head.end)
            if year is not None and year.start(1) not in known:
                yield _as_year(Figure(Kind.NUMERAL, Span(*year.span(1)), ("date.head",)), year[1])


def _as_year(figure: Figure, stated: str) -> Figure:
    month = _MONTH.fullmatch(stated)
    days = impossible(calendar.month(int(month[1]), int(month[2])) if month else whole_year(int(stated)))
    period = Period(stated, days.earliest, days.latest, days.precision)
    return Figure(Kind.PERIOD, figure.span, figure.rules, period=period)
