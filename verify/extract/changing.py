"""Which of two figures tells how it was before a change: 从300家增至360家, from 300 to 346 employees.

Comes in: a sentence and one of its figures.  Goes out: whether the figure is the former of two that a word of
``transitions`` joins, or one behind a word of ``formerly`` (was 20 seconds) or, without a date of its own, of
``earlier`` (up from 280), and the former before a figure.  What the two make together (a rate of growth) is
left to ``checks``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from verify.catalog.schema import LanguageEntry
from verify.extract.figures import Figure, Kind
from verify.extract.sentence import Sentence
from verify.extract.times import own_of_compared
from verify.extract.vocabulary import Hit
from verify.extract.words import Surfaces, lowered
from verify.model.quantity import Form
from verify.model.span import Span
from verify.text.alternatives import either
from verify.text.fold import folded

_MOST_BETWEEN = 12
_ENDS = 2
"""A date at either end."""
_OF_DATE = re.compile(r"的?")
"""Between a date and the figure behind it."""
_IN_DATE = re.compile(r" (?:in|for|during|at|as of|on)(?: the)? ")
"""Between a figure and the date behind it."""
_MOST_TOLD = 100
"""Characters before a figure that hold the verb which tells that something has become so much."""
_MOST_TURNED = 40
"""Characters of what changed, between the verb and by."""


class Changes:
    """Tells former figures by the words of the given languages."""

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
        more = "|".join(re.escape(lowered(w)) for e in languages for w in e.added if w.isascii())
        self._more = re.compile(rf"[\d\w]+ (?:{more}) [a-z]" if more else r"(?!)")
        origins = "|".join(re.escape(lowered(w)) for e in languages for w in e.origins)
        self._behind = re.compile(rf"[a-z0-9 ,-]{{0,{_MOST_TURNED}}} (?:{origins})" if origins else r"(?!)")
        self._become = re.compile(rf"\b(?:{latin})\b.* (?:{body})\Z" if latin and body else r"(?!)")
        self._joint = re.compile(rf" ?(?:{body}) ?\Z" if body else r"(?!)")
        come_to = either(word for word in words if word.isascii())
        self._come_to = re.compile(rf"\b(?:{come_to}) \Z")
        told = {lowered(folded(word)) for entry in languages for word in entry.comparing}
        self.earlier = frozenset(lowered(folded(word)) for entry in languages for word in entry.earlier)
        """Words before what a figure has come from or is held against."""
        self._from = {f" {word} ": word for word in self.earlier - told}

    def comparing(self, lower: str, figures: Sequence[Figure]) -> Iterator[Hit]:
        """Yield the words between what something has come to and what it has come from: to 15 from 12."""
        told = [figure for figure in figures if figure.kind is Kind.QUANTITY]
        for now, then in pairwise(told):
            word = self._from.get(lower[now.span.end : then.span.start])
            if word is None or now.reading is None or then.reading is None:
                continue
            bases = now.reading.quantity.unit.base, then.reading.quantity.unit.base
            clause = lower[max(now.span.start - _MOST_BETWEEN, 0) : now.span.start]
            if bases[0] == bases[1] and self._come_to.search(clause):
                yield Hit(then.span.start - len(word) - 1, then.span.start - 1, "comparing", word)

    def is_earlier(self, sentence: Sentence, figure: Figure) -> bool:
        """Say whether a figure is what that before it has come from, or is held against."""
        return any(
            hit.value in self.earlier and 0 <= figure.span.start - hit.end <= 1
            for hit in sentence.by_kind.get("comparing", ())
        )

    def is_former(self, sentence: Sentence, figure: Figure) -> bool:
        """Say whether the next figure is what this one has become, or a word says that it was."""
        if own_of_compared(sentence, figure) is not None:
            return False
        if self.is_earlier(sentence, figure):
            return True
        place = figure.span.start - (sentence.lower[figure.span.start - 1 : figure.span.start] == " ")
        if self._former.before(sentence.lower, place, sentence.span.start):
            return True
        if self.became(sentence, figure) is not None:
            return True
        following = next((f for f in _quantities(sentence) if f.span.start >= figure.span.end), None)
        return following is not None and self._joined(sentence, figure, following)

    def is_change(self, sentence: Sentence, figure: Figure, place: Span) -> bool:
        """Say whether a word at a place tells a change itself (减排), and not what changes (人口增加)."""
        start, end = place.end, figure.span.start
        return start <= end and self._turn.search(sentence.lower, start, end) is None

    def tells_difference(self, sentence: Sentence, figure: Figure) -> bool:
        """Say whether a figure is by how much something changed: cut its staff by 3,000, 300 more staff."""
        clause = sentence.clause_of(figure.span.start)
        if self._by.search(sentence.lower, clause.start, figure.span.start) is not None:
            return True
        return self._more.match(sentence.lower, figure.span.start) is not None

    def former(self, sentence: Sentence, figure: Figure) -> Figure | None:
        """Return the figure that this one has come from, or None."""
        before = [f for f in _quantities(sentence) if f.span.end <= figure.span.start]
        return before[-1] if before and self._joined(sentence, before[-1], figure) else None

    def origin(self, sentence: Sentence, figure: Figure) -> Figure | None:
        """Return the figure behind this one that tells what it was: 91 of rose to 98 from 91."""
        behind = next((f for f in _quantities(sentence) if f.span.start >= figure.span.end), None)
        became = self.became(sentence, behind) if behind is not None else None
        return behind if became is not None and became.span == figure.span else None

    def became(self, sentence: Sentence, figure: Figure) -> Figure | None:
        """Return the figure before this one that tells what it has become: 98 of rose to 98 from 91."""
        before = [f for f in _quantities(sentence) if f.span.end <= figure.span.start]
        first = before[-1] if before else None
        if first is None or first.reading is None or figure.reading is None:
            return None
        units = first.reading.quantity.unit.base, figure.reading.quantity.unit.base
        alike = units[0] == units[1] or figure.reading.quantity.kind == "number"
        between = sentence.lower[first.span.end : figure.span.start].rstrip()
        if not alike or self._behind.fullmatch(between) is None:
            return None
        clause = sentence.clause_of(first.span.start)
        begin = max(clause.start, first.span.start - _MOST_TOLD)
        told = sentence.lower[begin : first.span.start].rstrip()
        return first if self._become.search(told) else None

    def _joined(self, sentence: Sentence, first: Figure, second: Figure) -> bool:
        if first.reading is None or second.reading is None:
            return False
        between = _without_dates(sentence, first.span.end, second.span.start)
        if len(between) > _MOST_BETWEEN:
            return False
        forms = {first.reading.quantity.form, second.reading.quantity.form}
        bases = first.reading.quantity.unit.base, second.reading.quantity.unit.base
        alike = bases[0] == bases[1] or bases[0].startswith(f"{bases[1]}/")  # 每小时0.1元降至0.09元
        return alike and Form.CHANGE not in forms and self._joint.match(between) is not None


def _without_dates(sentence: Sentence, start: int, end: int) -> str:
    """Return what stands between two figures without the dates of either: 11.4%降至2023年的6.2%."""
    dates = [f.span for f in sentence.figures if f.period is not None and start <= f.span.start < end]
    if not dates:
        return sentence.lower[start:end]
    head, tail = sentence.lower[start : dates[0].start], sentence.lower[dates[-1].end : end]
    if len(dates) > _ENDS or _IN_DATE.fullmatch(sentence.lower, start, dates[0].start):
        head = ""
    middle = sentence.lower[dates[0].end : dates[-1].start] if len(dates) == _ENDS else ""
    return f"{head}{middle}{'' if _OF_DATE.fullmatch(tail) else tail}"


def _quantities(sentence: Sentence) -> list[Figure]:
    return [figure for figure in sentence.figures if figure.kind is Kind.QUANTITY]
