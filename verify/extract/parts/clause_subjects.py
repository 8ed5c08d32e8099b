"""Parts that the subject of an English sentence tells: Bakery made a profit of £61m; repairs to X cost €3m.

Comes in: a sentence and a figure with its attribute, whose thing is not the subject that stands there.  Goes
out: the last words of that subject, which may be no part at all.  Subjects that name a thing or refer to one
are left to ``subjects`` and ``references``, words at the attribute's own to ``worded_parts``.
"""

from __future__ import annotations

import re

from verify.catalog.catalog import Catalog
from verify.extract.figures.figure import Figure, Kind
from verify.extract.lexicon.words import lowered
from verify.extract.sentences.chosen import Chosen
from verify.extract.sentences.sentence import Sentence
from verify.model.span import Span
from verify.text.alternatives import either
from verify.text.fold import folded
from verify.text.script import is_western

_LONGEST = 2
"""So many words of a subject are kept, the last ones."""
_OF = len(" of")
_TELLS_ELSE = ("attribute", "statistic", "scope", "pronoun", "part", "rank", "modality", "base")
"""Kinds of words that make a subject none of a part: the average, the total, the other."""


class ClauseSubjects:
    """Finds such subjects with the words of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        languages = catalog.languages
        determiners = either(w for lang in languages for w in (*lang.determiners, *lang.demonstratives))
        definite = either(w for lang in languages for w in lang.definite)
        passive = either(w for lang in languages for w in lang.passives if w.isascii())
        verbs = either(w for lang in languages for w in lang.predicates)
        works = either(w for lang in languages for w in lang.works_on)
        words = r"((?:[a-z][a-z'-]+ ){0,2}[a-z][a-z'-]+)"
        self._subject = re.compile(
            rf"(?:and |but |while )?(?:(?:{determiners}) )?{words} (?:({passive})|{verbs})\b"
        )
        self._of = re.compile(rf" of (?:(?:{determiners}) )?{words} (?:{verbs})\b")
        """Behind what is measured: the length of the undersea section is."""
        self._bare = re.compile(rf"(?:and |but |while )?(?:{definite}) {words} ()")
        self._alone = re.compile(rf"(?:{definite}) {words}(),? ?")
        self._apposed = re.compile(rf"(?:{determiners}) ")
        self._work = re.compile(rf"(?:the (?:[a-z]+ )?)?({works}) (?:(?:{determiners}) )?$")
        """Before the name of what it is done to: repairs to the."""
        known = (
            *(w for lang in languages for w in (*lang.roles, *lang.stop, *lang.copulas, *lang.pronouns)),
        )
        bodies = (noun for kind in catalog.kinds if kind.body for noun in kind.nouns)
        self._no_part = frozenset(lowered(folded(word)) for word in known)
        self._bodies = frozenset(lowered(folded(word)) for word in bodies)
        self._divisions = frozenset(lowered(word) for lang in languages for word in lang.divisions)

    def part(self, sentence: Sentence, figure: Figure, chosen: Chosen, *, named: bool) -> str | None:
        """Return the part that the subject of a figure's clause tells; ``named``: it names the thing."""
        clause = sentence.clause_of(figure.span.start)
        if not is_western(sentence.lower[clause.start : figure.span.end]):
            return None
        if named:
            return self._done_to(sentence, clause, figure)
        told = self._subject.match(sentence.lower, clause.start, figure.span.start)
        told = told or self._without_verb(sentence, clause, figure)
        if told is None or (
            told[2] and chosen.place is not None and 0 <= chosen.place.start - told.end() <= 1
        ):
            return None  # deliveries are retried 8 times: what befalls anything of the sort
        return self._words(sentence, told, chosen)

    def of_what(self, sentence: Sentence, figure: Figure, chosen: Chosen) -> str | None:
        """Return what the words behind the attribute's own tell that is measured, but for what is counted."""
        if chosen.place is None or figure.reading is None or figure.reading.quantity.unit.counts:
            return None
        end = chosen.place.end - _OF * sentence.lower.endswith(" of", 0, chosen.place.end)
        told = self._of.match(sentence.lower, end, figure.span.start)
        return self._words(sentence, told, chosen) if told is not None else None

    def _words(self, sentence: Sentence, told: re.Match[str], chosen: Chosen) -> str | None:
        """Return the last words of what a match tells, where they may be a part."""
        place = Span(*told.span(1))
        words = told[1].split(" ")
        body = words[-1] not in self._divisions and not self._bodies.isdisjoint(words)
        if body or not self._no_part.isdisjoint(words) or self._tells_else(sentence, place, chosen):
            return None
        return " ".join(words[-_LONGEST:])

    def _without_verb(self, sentence: Sentence, clause: Span, figure: Figure) -> re.Match[str] | None:
        """Return a subject before a figure (the lower dam 76 metres), or before what it is: X, a cavern."""
        starts = {f.span.start for f in sentence.figures if f.kind is Kind.QUANTITY}
        before = [one for one in sentence.clauses if one.end <= clause.start]
        plain = self._bare.match(sentence.lower, clause.start, figure.span.end) if before else None
        if plain is not None and plain.end() in starts:
            return plain
        if len(before) != 1 or not self._apposed.match(sentence.lower, clause.start):
            return None
        return self._alone.fullmatch(sentence.lower, *before[0])

    def _done_to(self, sentence: Sentence, clause: Span, figure: Figure) -> str | None:
        """Return the work on what a clause names that it begins with: repairs to the Ridge Bridge cost …."""
        first = next((one for one in sentence.names if clause.start <= one[0] < figure.span.start), None)
        told = self._work.fullmatch(sentence.lower, clause.start, first[0]) if first is not None else None
        return told[1] if told is not None else None

    @staticmethod
    def _tells_else(sentence: Sentence, place: Span, chosen: Chosen) -> bool:
        """Say whether words tell what is measured, or the rules know one for something else."""
        if chosen.place is not None and chosen.place.start < place.end and place.start < chosen.place.end:
            return True
        hits = (hit for hit in sentence.hits if hit.kind in _TELLS_ELSE)
        named = any(start < place.end and place.start < end for start, end, _ in sentence.names)
        return named or any(hit.start < place.end and place.start < hit.end for hit in hits)
