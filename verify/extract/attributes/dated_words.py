"""What a date tells of where no verb is found for it: by the words of its clause.

Comes in: a sentence and one of its dates.  Goes out: an attribute of its own, named by the words that the
date stands with, with little confidence: put to sea on March 10.  Only the same words tell the same then;
whether other words with the same date tell it as well is left to ``resolve``.  A date that frames figures, or
tells when something was said, tells of no event.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.catalog.schema import LanguageEntry
from verify.extract.attributes.event_verbs import clock_end
from verify.extract.attributes.wordless import plain_words, worth
from verify.extract.figures.figure import Figure, Kind
from verify.extract.lexicon.nouns import cut
from verify.extract.lexicon.words import alternation, lowered
from verify.extract.sentences.chosen import Chosen
from verify.extract.sentences.sentence import Sentence
from verify.model.claim import Confidence, Modality
from verify.model.span import Span
from verify.text.fold import folded

DATED = "~[date]"
"""Begins the id of what only the words beside a date tell."""
_DAY = "day"
_LONGER = frozenset({"month", "quarter"})
"""Stretches short enough to be when something happened; in a year much else did."""
_REACH = 60
_ENOUGH = 4
_FEW = 2
_SHORT = 8
"""Characters of what comes about in a month, and no more: a longer clause only lies in it."""
_LETTER = re.compile(r"[a-z]")
_SPACES = " ,，"
_STOPS = " ,，。;；.!！"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
_OPENS = re.compile(rf"\s*(?:(?:on|in|from|since) )?(?:the )?{_WEEKDAY}")
_THEN = re.compile(
    r"\b(?:on|from|since|in|at)(?: the)?"
    r"(?: (?:early |late )?(?:morning|afternoon|evening|night|hours|dawn|noon)(?: of| on)?)?"
    rf" {_WEEKDAY}\Z"
)
"""Right before an English date on which something comes about; by and until bound it, of tells which one."""
_ITSELF = re.compile(r"(?:yester|to|mon|tues|wednes|thurs|fri|satur|sun)day|last night|tonight|tomorrow")
"""English dates that need no preposition."""
_FRAMED = re.compile(r"(?: itself)? (?:was|were|is|are|had|has|stood|came) |:")
"""Right behind an English date that tells when a figure holds: capacity on Monday was 54 GW."""
_COORDINATE = re.compile(r".* (?:and|but) ")
"""Before the second verb of a clause: plans 40,000 wafers and expects production in 2025."""
_COMES_ABOUT = re.compile(r"\b(?:was|were|been|be) (?:[a-z]+ly )?[a-z]{2,}(?:ed|en|t|ne|un|wn)\b")
_AT = ("于", "於", "在")
_NO_EVENT = "的是为為有"
"""Right behind a Chinese date that only tells which one, or what there is."""
_CLOCK = "order.clock"


class DatedWords:
    """Finds the words of dates with the words of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry]) -> None:
        pasts = (lowered(word) for one in languages for word in (*one.past_verbs, *one.irregular_pasts))
        verbs = "|".join(word.replace("*", "[a-z]{3,}") for word in pasts)
        self._past = re.compile(rf"\b(?:{verbs})\b" if verbs else r"(?!)")
        self._telling = alternation(
            word for one in languages for telling in one.telling if len(word := lowered(folded(telling))) > 1
        )
        self._says = tuple(lowered(folded(word)) for one in languages for word in one.telling)
        tails = "|".join(re.escape(folded(word)) for one in languages for word in one.date_tails)
        self._tails = re.compile(f"(?:[{_SPACES}]|{tails})*+" if tails else f"[{_SPACES}]*+")

    def of(self, sentence: Sentence, date: Figure) -> Chosen | None:
        """Return what the words beside a date say that happened then; None where they say nothing."""
        period = date.period
        if period is None or not period.resolved or period.precision not in {_DAY, *_LONGER}:
            return None
        clause = sentence.clause_of(date.span.start)
        latin = _LETTER.search(sentence.lower, *date.span) is not None
        place = self._latin(sentence, date, clause) if latin else self._han(sentence, date, clause)
        if place is None or self._telling.search(sentence.lower, *place):
            return None
        # the name of a thing in the other script stands beside its name
        words = " ".join(w for w in plain_words(sentence, place).split() if w.isascii() == latin)
        if worth(words) < (_FEW if period.precision in _LONGER else _ENOUGH):
            return None
        last = Span(max(place.start, place.end - _FEW), place.end)
        return Chosen(f"{DATED} {words}", words, Confidence.LOW, last)

    def _latin(self, sentence: Sentence, date: Figure, clause: Span) -> Span | None:
        """Return the words before a date that ends what they tell, or behind one that opens its sentence."""
        text = sentence.lower
        others = _others(sentence, date, clause)
        before = Span(max([clause.start, *(f.span.end for f in others)]), date.span.start)
        lead = _THEN.search(text, before.start, before.end)
        long = date.period is not None and date.period.precision in _LONGER
        if _FRAMED.match(text, date.span.end):
            return None
        if lead is not None or _ITSELF.match(text, date.span.start):
            before = Span(before.start, lead.start() if lead else before.end)
            joint = _COORDINATE.match(text, *before) if others else None
            before = Span(joint.end(), before.end) if joint is not None else before
            happened = not long or _COMES_ABOUT.search(text, *before) or _is_planned(sentence, before)
            counted = joint is None and any(f.kind is Kind.QUANTITY for f in others)
            if happened and not counted and worth(plain_words(sentence, before)) >= _ENOUGH:
                return Span(*_trimmed(text, before))
        if long or _OPENS.fullmatch(text, sentence.span.start, date.span.start) is None:
            return None
        place = self._behind(sentence, date, clause)
        return place if place is not None and self._past.search(text, *place) else None

    def _behind(self, sentence: Sentence, date: Figure, clause: Span) -> Span | None:
        """Return what stands behind a date in its clause, or in the next where the date is all of its own."""
        start, end = clock_end(sentence, date), clause.end
        start = found.end() if (found := self._tails.match(sentence.lower, start, end)) else start
        if start >= len(sentence.lower[:end].rstrip(_STOPS)):
            following = next((one for one in sentence.clauses if one.start >= end), None)
            if following is None:
                return None
            start, end = following
        if any(_counts(f) and start <= f.span.start < end for f in sentence.figures):
            return None
        return Span(*_trimmed(sentence.lower, Span(start, min(end, start + _REACH))))

    def _han(self, sentence: Sentence, date: Figure, clause: Span) -> Span | None:
        """Return the words behind a date, or before one that ends its clause: 出现在8月5日."""
        text = sentence.lower
        if date.period is not None and date.period.precision in _LONGER:
            return self._planned(sentence, date, clause)
        ends = not text[date.span.end : clause.end].strip(_STOPS)
        if ends and text.endswith(_AT, clause.start, date.span.start):
            begin = max([clause.start, *(f.span.end for f in _others(sentence, date, clause))])
            if date.span.start - begin <= _ENOUGH:
                begin = max(
                    sentence.span.start, date.span.start - _REACH
                )  # 最大负荷为4872万千瓦，出现在8月5日
            return Span(*_trimmed(text, Span(begin, date.span.start - 1)))
        place = self._behind(sentence, date, clause)
        told = place is None or text[place.start] in _NO_EVENT or text.endswith(self._says, *place)
        return None if told or not _has_verb(text, place) else place

    def _planned(self, sentence: Sentence, date: Figure, clause: Span) -> Span | None:
        """Return what comes about in a month or more: 预计2025年第四季度量产, 于2022年11月交付."""
        text = sentence.lower
        before = Span(clause.start, date.span.start)
        at = text.endswith(_AT, clause.start, date.span.start)
        if not at and not _is_planned(sentence, before):
            return None
        if any(_counts(f) and clause.start <= f.span.start < clause.end for f in sentence.figures):
            return None
        place = Span(*_trimmed(text, Span(date.span.end, clause.end)))
        short = _FEW <= place.end - place.start <= _SHORT
        return place if short and text[place.start] not in _NO_EVENT else None


def _others(sentence: Sentence, date: Figure, clause: Span) -> list[Figure]:
    """Return the figures of a clause before a date, without hours."""
    before = (f for f in sentence.figures if clause.start <= f.span.start and f.span.end <= date.span.start)
    return [f for f in before if f.kind in {Kind.QUANTITY, Kind.PERIOD} and _CLOCK not in f.rules]


def _counts(figure: Figure) -> bool:
    """Say whether a figure tells a number: 一只 is an article."""
    if figure.kind is not Kind.QUANTITY or figure.reading is None:
        return False
    quantity = figure.reading.quantity
    return not (quantity.kind == "count" and quantity.stated[:1] in "一")


def _has_verb(text: str, place: Span | None) -> bool:
    """Say whether a word of some Chinese tells what happens: 某省首个设施 is no event."""
    return place is not None and any(tag.startswith("v") for _, tag in cut(text[place.start : place.end]))


def _is_planned(sentence: Sentence, before: Span) -> bool:
    """Say whether something is planned before a date in its clause."""
    return any(hit.value == Modality.NOT_YET.value for hit in sentence.hits_in(before, "modality"))


def _trimmed(text: str, span: Span) -> tuple[int, int]:
    """Return where the words of a stretch begin and end."""
    said = text[span.start : span.end]
    return span.start + len(said) - len(said.lstrip(_STOPS)), span.start + len(said.rstrip(_STOPS))
