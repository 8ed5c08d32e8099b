"""What something was, and what it has become: 从300家增至360家, to 98 from 91 in 2020, up from 280.

Comes in: the figures of a sentence with its words.  Goes out: its turns.  A figure is what was where a word
of ``transitions`` joins it to the one behind it, a word of ``origins`` to the one before it, or a word of
``earlier`` or ``formerly`` stands before it: (was 20 seconds).  What the two make together (a rate of growth)
is left to ``checks``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from verify.catalog.schema import LanguageEntry
from verify.extract.figures.figure import Figure, Kind, Turn
from verify.extract.lexicon.words import Surfaces, lowered
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.vocabulary import Hit
from verify.extract.times.periods import BACK
from verify.extract.times.stretches import is_stretch
from verify.model.quantity import Form
from verify.model.span import Span
from verify.text.fold import folded

_GAP = 2
_MOST_BETWEEN = 12
_ENDS = 2
"""A date at either end."""
_OF_DATE = re.compile(r"的?")
"""Between a date and the figure behind it."""
_OF_COMPARED = re.compile(r"[^，,、。；;0-9]{0,12}的")
"""Between a period that is compared with and what there was then: 较2023年的, 与2010年普查的."""
_OF_WAS = re.compile(r"[^，,、。；;0-9]{0,12}的|的?|['’]s ")
"""The same of what something was: 由2021年普查的, from 2021's 80."""
_OPENING = re.compile(r"[^()（）。]{0,40}[(（](?:in )?(?:the )?")
"""Between a figure and the date of what it was, in brackets behind it."""
_COLON = re.compile(r" ?(?:[:：]|为|was) ?")
_CLOSING = (")", "）", ",", "，", ";", "；")
_DAY = dt.timedelta(days=1)
_IN = re.compile(r" (?:in|for|during|at|as of|on)(?: the)? ")
_BEHIND = re.compile(r" (?:in|for|during|over|at|on|as of)? ?(?:the )?")
"""Between a figure and the date behind it."""
_MOST_TOLD = 100
"""Characters before a figure that hold the verb which tells that something has become so much."""
_MOST_TURNED = 40
"""Characters of what changed, between the verb and by."""


class _Added(NamedTuple):
    """Words that tell how much more there is: those that text before it ends with, and what stands behind."""

    opening: tuple[str, ...]
    before: tuple[str, ...]
    behind: re.Pattern[str]

    @classmethod
    def of(cls, words: Iterable[str]) -> _Added:
        """Return how the words open a noun, stand before it or a figure, and between a number and a noun."""
        told = [lowered(folded(word)) for word in words]
        more = "|".join(re.escape(word) for word in told if word.isascii())
        pattern = re.compile(rf"\w[\w,.]* (?:{more}) [a-z]" if more else r"(?!)")
        before = tuple(f" {word}" if word.isascii() else word for word in told)
        return cls(tuple(told), before, pattern)


class Changes:
    """Tells what something was by the words of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry]) -> None:
        words = {lowered(folded(word)) for entry in languages for word in entry.transitions}
        body = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
        self._former = Surfaces((word, True) for entry in languages for word in entry.formerly)
        turned = {lowered(folded(w)) for e in languages for change in e.changes for w in change.words}
        latin = "|".join(re.escape(word) for word in sorted(turned) if word.isascii())
        by = rf"\b(?:{latin}) [^,;.]{{1,{_MOST_TURNED}}} by (?:about |some |over )?\Z"
        self._by = re.compile(by if latin else r"(?!)")
        self._turn = re.compile(
            "|".join([rf"\b(?:{latin})\b", *map(re.escape, sorted(turned))]) if latin else r"(?!)"
        )
        added = [word for entry in languages for word in entry.added]
        varied = [*added, *(word for entry in languages for word in entry.added_to_what_varies)]
        self._added, self._varied = _Added.of(added), _Added.of(varied)
        self._origins = tuple(f" {lowered(w)}" for e in languages for w in e.origins)
        self._between = re.compile(rf"[a-z0-9 ,-]{{0,{_MOST_TURNED}}}")
        self._become = re.compile(rf"\b(?:{latin})\b.* (?:{body})\Z" if latin and body else r"(?!)")
        self._joint = re.compile(rf" ?(?:{body}) ?\Z" if body else r"(?!)")
        self._earlier = frozenset(lowered(folded(word)) for entry in languages for word in entry.earlier)
        """Words before what a figure has come from or is held against."""

    def turns(
        self,
        lower: str,
        figures: Sequence[Figure],
        clauses: Sequence[Span],
        hits: Iterable[Hit],
        published: dt.date | None,
    ) -> tuple[Turn, ...]:
        """Return what something was, and what it has become, of a sentence with its clauses and words.

        ``published`` is the document's own day.
        """
        told = [figure for figure in figures if figure.kind is Kind.QUANTITY and figure.reading is not None]
        if not told:
            return ()
        dates = [figure for figure in figures if figure.period is not None]
        found = list(self._pairs(lower, told, dates, clauses, published))
        paired = {turn.then.span for turn in found}
        comparing = [hit for hit in hits if hit.kind == "comparing"]
        alone = (self._alone(lower, one, dates, comparing) for one in told if one.span not in paired)
        return (*found, *filter(None, alone))

    def _pairs(
        self,
        lower: str,
        told: Sequence[Figure],
        dates: Sequence[Figure],
        clauses: Sequence[Span],
        published: dt.date | None,
    ) -> Iterator[Turn]:
        """Yield those of which both ends are told."""
        for first, second in pairwise(told):
            if self._joined(lower, first, second, dates):
                before = (f for f in dates if _OF_WAS.fullmatch(lower, f.span.end, first.span.start))
                yield Turn(first, second, next(before, None) or _right_behind(lower, first, dates))
            elif self._has_become(lower, first, second, clauses):
                behind = _right_behind(lower, second, dates)
                others = [date for date in dates if date is not behind]
                if behind is not None and not others and _is_current(behind, published):
                    behind = None  # rose to 98 from 91 in the half-year that was just over
                yield Turn(second, first, behind)
            else:
                date = _in_bracket(lower, first, second, dates)
                if date is not None:
                    yield Turn(second, first, date)

    def _alone(
        self, lower: str, figure: Figure, dates: Sequence[Figure], comparing: Sequence[Hit]
    ) -> Turn | None:
        """Return what a figure was by the word before it alone: up from 280 in 2020, 较2023年的780万."""
        for date in dates:
            between = _OF_COMPARED.fullmatch(lower, date.span.end, figure.span.start)
            if between and date.period and is_stretch(date.period) and _follows(date, comparing, _GAP):
                return Turn(figure, None, date)
        behind = _right_behind(lower, figure, dates)
        begin = lower[: figure.span.start].rstrip()
        origin = begin.endswith(self._origins) and begin[: begin.rfind(" ")].endswith(",")
        if behind is not None and (origin or _follows(figure, comparing, _GAP)):
            return Turn(figure, None, behind)  # it was 98, from 91 in 2020
        place = figure.span.start - (lower[figure.span.start - 1 : figure.span.start] == " ")
        told = [hit for hit in comparing if hit.value in self._earlier]
        former = _follows(figure, told, 1) or self._former.before(lower, place) is not None
        return Turn(figure, None, None) if former else None

    def _joined(self, lower: str, first: Figure, second: Figure, dates: Sequence[Figure]) -> bool:
        """Say whether a figure has become the one behind it: 11.4%降至6.2%."""
        between = _without_dates(lower, first.span.end, second.span.start, dates)
        if len(between) > _MOST_BETWEEN or self._joint.match(between) is None:
            return False
        if first.reading is None or second.reading is None:
            return False
        forms = {first.reading.quantity.form, second.reading.quantity.form}
        bases = first.reading.quantity.unit.base, second.reading.quantity.unit.base
        alike = bases[0] == bases[1] or bases[0].startswith(f"{bases[1]}/")  # 每小时0.1元降至0.09元
        return alike and Form.CHANGE not in forms

    def _has_become(self, lower: str, first: Figure, second: Figure, clauses: Sequence[Span]) -> bool:
        """Say whether a figure is what the one behind it has become: rose to 98 from 91."""
        between = lower[first.span.end : second.span.start].rstrip()
        if not between.endswith(self._origins) or self._between.fullmatch(between) is None:
            return False
        if first.reading is None or second.reading is None:
            return False
        bases = first.reading.quantity.unit.base, second.reading.quantity.unit.base
        if bases[0] != bases[1] and second.reading.quantity.kind != "number":
            return False
        begins = [clause.start for clause in clauses if clause.start <= first.span.start < clause.end]
        begin = max(*begins, first.span.start - _MOST_TOLD, 0)
        return self._become.search(lower[begin : first.span.start].rstrip()) is not None

    def is_change(self, sentence: Sentence, figure: Figure, place: Span) -> bool:
        """Say whether a word at a place tells a change itself (减排), and not what changes (人口增加)."""
        start, end = place.end, figure.span.start
        turned = self._turn.search(sentence.lower, start, end) is not None
        return start <= end and not turned and not self._by_how_much(sentence, end)

    def _by_how_much(self, sentence: Sentence, end: int) -> bool:
        """Say whether a verb tells before a place how much more or less there is: cut its staff by."""
        return self._by.search(sentence.lower, sentence.clause_of(end).start, end) is not None

    def tells_difference(
        self, sentence: Sentence, figure: Figure, place: Span | None, *, varies: bool
    ) -> bool:
        """Say whether a figure is by how much something changed: cut its staff by 3,000, 新增充电桩4万个.

        ``place`` is where the word of what it measures stands, maybe that very word (opened 53 shelters);
        ``varies`` says that it is what changes with time, of which *300 more staff* tells so too.
        """
        lower, start = sentence.lower, figure.span.start
        if self._by_how_much(sentence, start):
            return True
        words = self._varied if varies else self._added
        if not varies and place is not None and lower.startswith(self._varied.opening, place.start):
            return False  # the word is that of what is added itself: adds 12 new features, 新增保单
        if words.behind.match(lower, start) is not None:
            return True
        starts = {start, start if place is None else place.start}
        ends = [
            len(lower[:begin].rstrip())
            for begin in starts
            if place is None or not place.start < begin < place.end
        ]
        return any(lower.endswith(words.before, 0, end) for end in ends)


def _is_current(date: Figure, published: dt.date | None) -> bool:
    """Say whether a period is the last of its kind that a text could report on."""
    period = date.period
    if period is None or published is None or BACK in date.rules or not is_stretch(period):
        return False
    if period.earliest is None or period.latest is None:
        return False
    return period.latest + (period.latest - period.earliest) + _DAY >= published


def _in_bracket(lower: str, first: Figure, second: Figure, dates: Iterable[Figure]) -> Figure | None:
    """Return the date that tells in brackets what something was then: €4.2bn (2022: €3.9bn)."""
    if first.reading is None or second.reading is None:
        return None
    quantities = first.reading.quantity, second.reading.quantity
    if quantities[0].unit.base != quantities[1].unit.base and quantities[1].kind != "number":
        return None
    if lower[second.span.end : second.span.end + 1] not in _CLOSING:
        return None
    for date in dates:
        opens = first.span.end <= date.span.start and date.span.end <= second.span.start
        if (
            opens
            and _OPENING.fullmatch(lower, first.span.end, date.span.start)
            and _COLON.fullmatch(lower, date.span.end, second.span.start)
        ):
            return date
    return None


def _follows(figure: Figure, words: Iterable[Hit], reach: int) -> bool:
    """Say whether a figure follows one of the words at once."""
    return any(0 <= figure.span.start - hit.end <= reach for hit in words)


def _right_behind(lower: str, figure: Figure, dates: Iterable[Figure]) -> Figure | None:
    """Return the date right behind a figure: 91 in 2020."""
    behind = (date for date in dates if date.span.start >= figure.span.end)
    return next((f for f in behind if _BEHIND.fullmatch(lower, figure.span.end, f.span.start)), None)


def _without_dates(lower: str, start: int, end: int, dates: Iterable[Figure]) -> str:
    """Return what stands between two figures without the dates of either: 11.4%降至2023年的6.2%."""
    told = [date.span for date in dates if start <= date.span.start < end]
    if not told:
        return lower[start:end]
    head, tail = lower[start : told[0].start], lower[told[-1].end : end]
    if len(told) > _ENDS or _IN.fullmatch(lower, start, told[0].start):
        head = ""
    middle = lower[told[0].end : told[-1].start] if len(told) == _ENDS else ""
    return f"{head}{middle}{'' if _OF_DATE.fullmatch(tail) else tail}"
