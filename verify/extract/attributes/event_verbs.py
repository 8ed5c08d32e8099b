"""Find the verb that a date stands with, where no rule knows the event.

Comes in: a sentence and one of its dates.  Goes out: ``Chosen`` with the verb for its attribute, or None.  In
English the verb stands mostly before the date, in Chinese behind it.  Events that rules know are left to
``events``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.catalog.schema import LanguageEntry
from verify.extract.figures.figure import Figure, Kind
from verify.extract.lexicon.nouns import cut
from verify.extract.lexicon.words import lowered
from verify.extract.sentences.chosen import Chosen
from verify.extract.sentences.sentence import Sentence
from verify.model.claim import Confidence
from verify.model.span import Span
from verify.text.fold import folded
from verify.text.script import is_western

VERB = "~date:"
"""Begins the id of an event that no rule names."""
_REACH = 60
_VERB_REACH = 40
_VERB_LENGTH = 2
_TWO = 2
_OF = "的"
_LETTER = re.compile(r"[a-z]")
"""In an English date, as in June 18, 2023."""
_CLOCK = "order.clock"
_OPENING = re.compile(r"\s*(?:on |by )?(?:the )?")
_NOUNS = re.compile(r"[\u3400-\u9fff]+")
_SPACES = " ,，"
_STOPS = " ,，。;；"


class EventVerbs:
    """Finds verbs with the words of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry]) -> None:
        self._telling = frozenset(lowered(folded(w)) for entry in languages for w in entry.telling)
        self._says = tuple(sorted(self._telling))
        tails = "|".join(re.escape(folded(w)) for entry in languages for w in entry.date_tails)
        self._tails = re.compile(f"(?:[{_SPACES}]|{tails})*+" if tails else f"[{_SPACES}]*+")
        verbs = "|".join(lowered(w).replace("*", "[a-z]{3,}") for e in languages for w in e.past_verbs)
        self._past = re.compile(rf"\b({verbs})\b" if verbs else r"(?!)")

    def of(self, sentence: Sentence, figure: Figure) -> Chosen | None:
        """Return the verb of a date's clause, where no rule knows the event."""
        if figure.period is None or figure.period.precision != "day" or not figure.period.resolved:
            return None
        clause = sentence.clause_of(figure.span.start)
        english = _LETTER.search(sentence.lower, *figure.span) is not None
        if english or is_western(sentence.lower[clause.start : clause.end]):
            begin = max(clause.start, figure.span.start - _VERB_REACH)
            found = list(self._past.finditer(sentence.lower, begin, figure.span.start))
            place = Span(*found[-1].span(1)) if found else self._behind(sentence, figure, clause)
        else:
            place = self._han(sentence, figure, clause)
        if place is None:
            return None
        verb = sentence.lower[place.start : place.end]
        return Chosen(f"{VERB}{verb}", verb, Confidence.MEDIUM, place)

    def _behind(self, sentence: Sentence, figure: Figure, clause: Span) -> Span | None:
        """Return the verb behind a date that opens its sentence: On May 5, 2023, the museum welcomed …."""
        opens = _OPENING.fullmatch(sentence.lower, sentence.span.start, figure.span.start) is not None
        following = [one for one in sentence.clauses if one.start >= figure.span.end]
        comma = sentence.lower[figure.span.end : figure.span.end + 1] == ","
        if not (opens and comma and following):
            return None
        end = min(following[0].end, following[0].start + _VERB_REACH)
        found = self._past.search(sentence.lower, following[0].start, end)
        first = next((f.span.start for f in sentence.figures if f.span.start >= figure.span.end), end)
        return Span(*found.span(1)) if found is not None and found.start() < first else None

    def _han(self, sentence: Sentence, figure: Figure, clause: Span) -> Span | None:
        """Return the last verb after a date, in its clause or, after 3月1日，, in the next.

        Where no word there is a verb by itself, it is the word that ends the clause: 昨天在江州下线.
        """
        start, end = clock_end(sentence, figure), clause.end
        if self._tails.fullmatch(sentence.lower, start, end):
            following = [c for c in sentence.clauses if c.start >= clause.end]
            if not following:
                return None
            start, end = following[0].start, following[0].end
        if any(f.kind is Kind.QUANTITY and start <= f.span.start < end for f in sentence.figures):
            return None
        place, found = start, None
        for word, tag in cut(sentence.lower[start : min(end, start + _REACH)]):
            if tag == "v" and len(word) >= _VERB_LENGTH and word not in self._telling:
                found = Span(place, place + len(word))
            place += len(word)
        return found or self._last_word(sentence, start, end)

    def _last_word(self, sentence: Sentence, start: int, end: int) -> Span | None:
        """Return the word of two characters that ends a clause behind a thing, where it may be a verb."""
        text = sentence.lower[start:end].rstrip(_STOPS)
        words = cut(text) if len(text) <= _REACH else ()
        clause = sentence.clause_of(start)
        told = any(first < start + len(text) for first, _, _ in sentence.names)
        told = told or bool(sentence.hits_in(Span(clause.start, start), "modality"))  # 已于4月18日开卖
        if not words or not told or _OF in text or text.endswith(self._says):
            return None
        last = words[-1][0] if len(words[-1][0]) > 1 else "".join(word for word, _ in words[-_TWO:])
        place = Span(start + len(text) - len(last), start + len(text))
        named = any(first < place.end and place.start < stop for first, stop, _ in sentence.names)
        return place if len(last) == _VERB_LENGTH and _NOUNS.fullmatch(last) and not named else None


def clock_end(sentence: Sentence, date: Figure) -> int:
    """Return where a date ends, with the time of day behind it: 9月16日上午10时."""
    clocks = (f.span for f in sentence.figures if _CLOCK in f.rules)
    return next((s.end for s in clocks if 0 <= s.start - date.span.end <= _TWO), date.span.end)
