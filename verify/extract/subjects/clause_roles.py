"""What a name is in its clause: its subject, what something is measured of, or one that is told of besides.

Comes in: a sentence with its names, a figure with its attribute.  Goes out: the role of each name, and the
sentence without the names of those who only speak for what the text is about, or during what it happens.
Whom of the subjects the figure is about, ``subject`` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum
from itertools import pairwise

from verify.catalog.catalog import Catalog
from verify.extract.figures.figure import Figure, Kind
from verify.extract.names.mentions import Names
from verify.extract.sentences.chosen import Chosen
from verify.extract.sentences.sentence import Mention, Sentence
from verify.text.alternatives import either

_OWNS = ("的", "'s ", "' ", "’s ")
"""Behind an owner: of Marlow's Avon plant the plant is spoken of."""
_ENUMERATES = "、"
_LISTED = frozenset([_ENUMERATES, "等"])
"""After a name that is one of a list, and so no subject."""
_AGE = "age."
"""Begins the ids of attributes of somebody himself."""
_MODIFIER_REACH = 10
_BEFORE = 32
_SAYS_WITHIN = 8
"""So near behind a name stands what it says, with a date between: 管理局14日公布."""


class ClauseRole(Enum):
    """What a name is in its clause."""

    SUBJECT = 1
    COMPLEMENT = 2
    """Of what is measured: the length of X, demand on X."""
    OTHER = 3


class ClauseRoles:
    """Tells roles with the words of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        languages = catalog.languages
        self._not_subject = tuple(f" {w}" if w.isascii() else w for e in languages for w in e.not_subject)
        self._complement = tuple(w for lang in languages for w in lang.complement)
        self._routes = [re.compile(one) for lang in languages for one in lang.routes]
        equating = either(w for lang in languages for w in lang.equating)
        self._equates = re.compile(
            rf"(?:[“”》]|[（(][^（）()]{{1,40}}[)）])?(?:{equating})[\u3400-\u9fff“《]{{0,12}}"
        )
        """Between a name and that of another thing by which it is told what it is."""
        article = either(w for lang in languages for w in lang.demonstratives)
        position = either(w for lang in languages for w in lang.positions)
        self._between = re.compile(rf"(?:\b(?:{article})\s)?(?:\b(?:{position})\s){{0,2}}$")
        self._says = re.compile(either(w for lang in languages for w in lang.anew if not w.isascii()))
        self._bodies = frozenset(kind.id for kind in catalog.kinds if kind.body)
        self._recurring = frozenset(kind.id for kind in catalog.kinds if kind.recurs)
        roles = either(w for lang in languages for w in lang.spokespeople)
        self._role_before = re.compile(rf"(?:\b|(?<=[\u3400-\u9fff]))(?:{roles}),?\s?$")
        self._role_first = re.compile(rf"(?:{roles})\s")
        self._role_behind = re.compile(rf", (?:[a-z'’-]+ ){{0,4}}?(?:{roles})\b")
        self._adverbials = [re.compile(one) for lang in languages for one in lang.adverbials]

    def of(self, sentence: Sentence, figure: Figure, names: Sequence[Mention]) -> dict[Mention, ClauseRole]:
        """Return the role of each of some names of a sentence."""
        begins = {end: start for start, end, _ in sentence.names}
        roles = {one: self._role(sentence, one, begins.get(one[0], one[0])) for one in names}
        roles |= {one: ClauseRole.OTHER for one in self._told_by(sentence) if one in roles}
        return roles | dict.fromkeys(_counted(sentence, figure, names), ClauseRole.OTHER)

    def _told_by(self, sentence: Sentence) -> Iterator[Mention]:
        """Yield the names by which a clause only tells what the one before is: A是B最大的工厂."""
        for one, other in pairwise(sentence.names):
            if self._equates.fullmatch(sentence.lower, one[1], other[0]):
                yield other

    def _role(self, sentence: Sentence, mention: Mention, start: int) -> ClauseRole:
        """Return what a name is in its clause: X of 由X运营 is no subject, the length of X is of X.

        ``start`` is where it begins with the name right before it: 在江州临湖区.
        """
        before = sentence.lower[max(sentence.span.start, start - _BEFORE) : start]
        before = self._between.sub("", before, count=1)
        end = min(mention[1] + _MODIFIER_REACH, sentence.clause_of(mention[0]).end)
        modifies = sentence.lower.startswith(_OWNS, mention[1]) and any(
            mention[1] < other[0] < end for other in sentence.names
        )
        if modifies or sentence.lower[mention[1] : mention[1] + 1] in _LISTED:
            return ClauseRole.OTHER
        if any(one.search(before) for one in self._routes):
            return ClauseRole.OTHER
        if before.endswith(self._complement):
            return ClauseRole.COMPLEMENT
        glosses = before.endswith(("(", "（")) and sentence.lower[mention[1] : mention[1] + 1] in {")", "）"}
        return ClauseRole.OTHER if glosses or f" {before}".endswith(self._not_subject) else ClauseRole.SUBJECT

    def without_bystanders(self, sentence: Sentence, chosen: Chosen, names: Names) -> Sentence:
        """Return a sentence without the names of those who speak, and of during what they do."""
        return self._without_circumstances(self._without_speakers(sentence, chosen, names), names)

    def _without_speakers(self, sentence: Sentence, chosen: Chosen, names: Names) -> Sentence:
        """Return a sentence without the names of those who only speak for what the text is about.

        So does director Hal Prior for his museum; his age is his own.
        """
        if names.topic is None or chosen.id.startswith(_AGE):
            return sentence
        telling = tuple(one for one in sentence.names if not self._speaks(sentence, one, names))
        return sentence if len(telling) == len(sentence.names) else replace(sentence, names=telling)

    def _speaks(self, sentence: Sentence, mention: Mention, names: Names) -> bool:
        """Say whether a name stands beside an office that speaks for something."""
        start, end, number = mention
        if number == names.topic or names.candidates[number].kind:
            return False
        before = sentence.lower[max(sentence.span.start, start - _BEFORE) : start]
        told = self._role_before.search(before) or self._role_behind.match(sentence.lower, end)
        return told is not None or self._role_first.match(sentence.lower, start, end) is not None

    def _without_circumstances(self, sentence: Sentence, names: Names) -> Sentence:
        """Return a sentence without names in what opens a clause and tells during what: 在西太平洋海山航次中.

        What is spoken of is what the text is about, where that is another thing.
        """
        openings = [one.match(sentence.lower, c.start) for one in self._adverbials for c in sentence.clauses]
        spans = [found.span() for found in openings if found]
        if not spans or names.topic is None:
            return sentence
        kept = tuple(
            one
            for one in sentence.names
            if one[2] == names.topic or not any(start <= one[0] and one[1] < end for start, end in spans)
        )
        return replace(sentence, names=kept)

    def tells(self, sentence: Sentence, mention: Mention, names: Names) -> bool:
        """Say whether a body only tells of what the document is about: 某某管理局公布监测结果：….

        So does somebody of no kind of an event.
        """
        if names.topic is None or mention[2] == names.topic:
            return False
        body, topic = names.candidates[mention[2]].kind, names.candidates[names.topic].kind
        told = self._says.search(
            sentence.lower, mention[1], min(mention[1] + _SAYS_WITHIN, sentence.span.end)
        )
        tells = body in self._bodies or (not body and topic in self._recurring)
        return told is not None and tells and topic not in self._bodies


def _counted(sentence: Sentence, figure: Figure, names: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the last name in each piece of a list with its count behind: 有宁海大学、江州大学2所高校."""
    start, end = sentence.clause_of(figure.span.start).start, figure.span.start
    pieces = sentence.lower[start:end].split(_ENUMERATES)
    if len(pieces) == 1 or figure.kind is not Kind.QUANTITY:
        return
    if not any(mention[1] == end for mention in names):
        return
    for piece in pieces:
        inside = [mention for mention in names if start <= mention[0] < start + len(piece)]
        yield from inside[-1:]
        start += len(piece) + len(_ENUMERATES)
