"""By what time an amount is told, where its own words do not say so: 每年节煤53万吨，减排142万吨.

Comes in: a sentence and a figure with its attribute, beside which no such word stands.  Goes out: the word of
the clause before that this one goes on with a verb of its own, or of the figure that it is joined to by "and"
(saves 280 million yuan and cuts emissions by 163,000 tonnes a year).  Only what adds up over time is told so:
energy, mass, visits, and money that is earned or spent by the period.
"""

from __future__ import annotations

import re

from verify.extract.figures.figure import Figure, Kind
from verify.extract.lexicon.nouns import cut
from verify.extract.sentences.chosen import Chosen
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.vocabulary import Hit
from verify.model.span import Span
from verify.text.script import is_western

_TIMES = frozenset({"per hour", "per day", "per week", "per month", "per year"})
_ADD_UP = frozenset({"joule", "kilogram", "kilogram_co2e", "meter**3", "人次"})
_VERBS = frozenset({"v", "vn"})
_BEGINS = 1
_AFTER_VERB = 2
"""A clause that goes on begins with a verb of at least so many characters: 减排, not 设 of 设车站12座."""
_STOPS = " ，,、"
_AND = " and "
NOUN = re.compile(r"(?: [a-z-]{3,20})? (?:of (?:[a-z-]{3,20} ){1,2})?")
"""What is counted or measured, between a figure and by what time it is told."""


def told_elsewhere(sentence: Sentence, figure: Figure, chosen: Chosen) -> Hit | None:
    """Return the word by what time a figure is told, as the clause before or the figure behind tells."""
    if "statistic" not in sentence.by_kind or not _adds_up(figure, chosen):
        return None
    if is_western(sentence.lower[figure.span.end - 1 : figure.span.end + 2]):
        return _of_joined(sentence, figure)
    return _of_before(sentence, figure)


def of_figure_before(sentence: Sentence, left: Span, hit: Hit) -> bool:
    """Say whether a word ends what is told of the figure before: makes 18,000 tonnes a year on six lines."""
    if hit.value not in _TIMES or not any(other.span.end == left.start for other in sentence.figures):
        return False
    return NOUN.fullmatch(sentence.lower, left.start, hit.start) is not None


def _adds_up(figure: Figure, chosen: Chosen) -> bool:
    entry, reading = chosen.entry, figure.reading
    if entry is None or reading is None or entry.varies or "time" in entry.ignores:
        return False
    return entry.periodic if reading.quantity.kind == "money" else reading.quantity.unit.base in _ADD_UP


def _of_before(sentence: Sentence, figure: Figure) -> Hit | None:
    """Return the word of an earlier clause, where each clause since begins with a verb and tells no time."""
    clause = sentence.clause_of(figure.span.start)
    before = [one for one in sentence.clauses if one.end <= clause.start]
    while before and _goes_on(sentence, clause):
        clause = before.pop()
        told = [hit for hit in sentence.hits_in(clause, "statistic") if hit.value in _TIMES]
        if told:
            first = min((f.span.start for f in _told_in(sentence, clause)), default=clause.end)
            return told[-1] if told[-1].end <= first else None
    return None


def _goes_on(sentence: Sentence, clause: Span) -> bool:
    """Say whether a clause begins with a verb, and so has the subject and the time of that before."""
    figures = [f for f in sentence.figures if clause.start <= f.span.start < clause.end]
    if not figures or any(f.period is not None for f in figures):
        return False
    if sentence.hits_in(clause, "part", "present", "as_of", "base"):
        return False
    words = cut(sentence.lower[clause.start : figures[0].span.start].lstrip(_STOPS))
    return bool(words) and words[0][1] in _VERBS and len(words[0][0]) >= _AFTER_VERB


def _told_in(sentence: Sentence, clause: Span) -> list[Figure]:
    return [
        f for f in sentence.figures if clause.start <= f.span.start < clause.end and f.kind is Kind.QUANTITY
    ]


def _of_joined(sentence: Sentence, figure: Figure) -> Hit | None:
    """Return the word behind the next figure of the clause, which is joined to this one by "and"."""
    clause = sentence.clause_of(figure.span.start)
    dated = any(f.period is not None for f in sentence.figures if clause.start <= f.span.start < clause.end)
    behind = [f for f in _told_in(sentence, clause) if f.span.start >= figure.span.end]
    if dated or len(behind) != 1 or _AND not in sentence.lower[figure.span.end : behind[0].span.start]:
        return None
    other = behind[0].span
    told = sentence.hits_in(Span(other.start, sentence.right_of(behind[0]).end), "statistic")
    told = [hit for hit in told if hit.value in _TIMES]
    near = (
        h
        for h in told
        if h.start - other.end <= _BEGINS or NOUN.fullmatch(sentence.lower, other.end, h.start)
    )
    return next(near, None)
