"""Find the part or case of a thing that no rule names, by where its words stand.

Comes in: a sentence and a figure.  Goes out: the words of the part: the antenna of the Tamsin Tower,
最大的厅, the case that stands alone before one figure of several (江州4人、南浦1人), or the stretch of time
before an attribute's word (三年优惠55%).  Parts that rules name are left to ``scopes``.
"""

from __future__ import annotations

import re

from verify.catalog.catalog import Catalog
from verify.extract.figures.figure import Figure
from verify.extract.lexicon.nouns import cut
from verify.extract.lexicon.words import lowered
from verify.extract.sentences.sentence import Sentence
from verify.model.span import Span
from verify.text.fold import folded

CASE = re.compile("[\u3400-\u9fff]{2,8}")
_JOINTS = " 、，,（(和与及"
_NOUN_TAGS = frozenset({"n", "nz", "ns", "nt", "vn", "j", "b", "x", "an", "s", "nr", "l", "ng", "nrt", "i"})
_OF_NAME = re.compile(r"(?:the |its )([a-z]{3,})s? of (?:the )?")


class CaseFinder:
    """Finds parts with the words of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        languages = catalog.languages
        self._extreme = [re.compile(pattern) for lang in languages for pattern in lang.extremes]
        nouns = {lowered(folded(noun)) for kind in catalog.kinds for noun in kind.nouns}
        self._roles = frozenset(lowered(folded(word)) for lang in languages for word in lang.roles)
        plain = [w for lang in languages for w in (*lang.roles, *lang.stop, *lang.sizes, *lang.measuring)]
        self._plain = nouns | {lowered(folded(word)) for word in plain}
        self._known = frozenset(lowered(word) for e in languages for word in (*e.stop, *e.copulas))
        self._opening = [re.compile(pattern) for lang in languages for pattern in lang.opening_parts]
        self._own = [re.compile(pattern) for lang in languages for pattern in lang.own_parts]

    def found(self, sentence: Sentence, place: int) -> str | None:
        """Return the part that the clause of a figure at ``place`` begins with, or None."""
        clause = sentence.clause_of(place)
        extreme = (pattern.match(sentence.lower, clause.start) for pattern in self._extreme)
        told = next((one for one in extreme if one and one.end() <= place), None)
        return told[1] if told else self._of_named(sentence, clause, place)

    def _of_named(self, sentence: Sentence, clause: Span, place: int) -> str | None:
        """Return the part of what is named: the antenna of the Tamsin Tower is 31 metres tall."""
        for begin, end, _ in sentence.names:
            if clause.start <= begin and end <= place:
                part = _OF_NAME.fullmatch(sentence.lower, clause.start, begin)
                hits = sentence.hits_in(Span(clause.start, begin), "attribute", "scope")
                return part[1] if part and not hits and part[1] not in self._plain else None
        return None

    def own(self, sentence: Sentence, figure: Figure, told: Span | None) -> str | None:
        """Return the part that a figure measures: whose immersed section is 2 km long.

        ``told`` is where its attribute's word stands; behind the figure (its crest is 12 m wide), what is
        measured may be no part in other texts.
        """
        place = figure.span.start
        behind = told is not None and told.start >= figure.span.end
        clause = sentence.clause_of(place)
        for pattern in self._own:
            match = pattern.search(sentence.lower, clause.start, place)
            words = match[1].split(" ") if match else []
            if match is None or any(word in self._known for word in words) or words[-1] in self._roles:
                continue
            inside = Span(match.start(1), match.end(1))
            named = any(begin < inside.end and inside.start < end for begin, end, _ in sentence.names)
            kinds = ("scope",) if behind else ("attribute", "scope")
            if not named and not sentence.hits_in(inside, *kinds):
                return match[1]
        return None

    def going_on(self, sentence: Sentence, place: int) -> str | None:
        """Return the part of the clause before, where the one at ``place`` begins with what it measures.

        So it is of 过海段由11节沉管接合而成，长1.86公里.
        """
        clause = sentence.clause_of(place)
        before = [one for one in sentence.clauses if one.end <= clause.start]
        if place != clause.start or not before:
            return None
        while len(before) > 1 and any(
            h.start == before[-1].start for h in sentence.hits_in(before[-1], "attribute")
        ):
            del before[-1]  # …，长1.86公里，宽30米
        told = (pattern.match(sentence.lower, before[-1].start, before[-1].end) for pattern in self._opening)
        return next((match[1] for match in told if match), None)

    def listed(self, sentence: Sentence, left: Span) -> str | None:
        """Return the case before one of several figures: 死亡5人（江州4人、南浦1人）."""
        text = sentence.lower[left.start : left.end].strip(_JOINTS)
        if not CASE.fullmatch(text) or text in self._plain:
            return None
        if any(a < left.end and left.start < b for a, b, _ in sentence.names):
            return None
        return text if all(tag in _NOUN_TAGS for _, tag in cut(text)) else None


def window(sentence: Sentence, place: Span) -> str | None:
    """Return the stretch of time right before an attribute's word: 三年优惠55%, 24小时累积雨量."""
    for figure in sentence.figures:
        read = figure.reading
        if read is not None and read.quantity.kind == "duration" and figure.span.end == place.start:
            return f"{read.quantity.number} {read.quantity.unit.name}"
    return None
