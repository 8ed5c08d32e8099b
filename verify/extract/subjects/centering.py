"""What a sentence that names nothing is about: the thing that was spoken of last.

Comes in: the sentence before, a question, or the headings above, with the names of the document.  Goes out:
the number of that thing, or None.  What a sentence that names things is about is left to ``subject``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from verify.extract.names.mentions import Names
from verify.extract.names.models import same_row
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.state import State
from verify.extract.subjects.references import BEFORE_SUBJECT
from verify.model.span import Span
from verify.text.script import is_western

_OPENS = 8
_POINTED = re.compile(r"(?:the|this) (?:whole |entire )?|[该本全]|这[座家个]")
"""Before the noun that a clause begins with."""
_NAMES_BEGIN = 2
"""A name that begins within so many characters of a sentence is its subject."""


def spoken_of(sentence: Sentence, names: Names, carried: int | None) -> int | None:
    """Return the thing that the next sentence is about when it names none: this one's subject."""
    topic = names.candidates[names.topic] if names.topic is not None else None
    for start, end, number in sentence.names:
        kind = names.candidates[number].kind
        alike = topic is None or number == names.topic or (kind and kind == topic.kind)
        alike = alike or (topic is not None and same_row(topic.names, names.candidates[number].names))
        first = sentence.clauses[0]
        if end <= first.end and start - first.start <= _NAMES_BEGIN and alike:
            return number
    return carried


def referred_to(state: State, before: int) -> int | None:
    """Return the thing that the next sentence is about where this one refers to it: 该厂, 本县.

    ``before`` is the number of the claims that were made before this sentence.
    """
    referring = [
        claim
        for claim in state.claims[before:]
        if any(step.part == "entity" and step.origin == "reference" for step in claim.trace)
    ]
    if not referring:
        return state.carried
    told = {candidate.id: number for number, candidate in enumerate(state.names.candidates)}
    return told.get(referring[-1].entity_id, state.carried)


def asked_of(question: Sentence, carried: int | None = None) -> int | None:
    """Return the one thing that a question names, which the answer is about."""
    things = {number for _, _, number in question.names}
    return things.pop() if len(things) == 1 else carried


def headed(headings: Sequence[str], names: Names) -> int | None:
    """Return the one thing that the nearest heading names, which what stands below it is about.

    A name that only begins that of the topic is short for it: 星野 of 星野集团.
    """
    for heading in reversed(headings):
        things = {number for _, _, number in names.mentions(heading)}
        if things:
            thing = things.pop() if len(things) == 1 else None
            return None if thing is not None and _begins_topic(thing, names) else thing
    return None


def _begins_topic(thing: int, names: Names) -> bool:
    """Say whether the name of a thing begins that of the topic."""
    topic = names.candidates[names.topic] if names.topic is not None else None
    told = names.candidates[thing].names
    return topic is not None and any(
        one != other and one.startswith(other) for one in topic.names for other in told
    )


def unless_another(
    sentence: Sentence, clause: Span, names: Names, carried: int | None, kinds: Mapping[str, bool]
) -> int | None:
    """Return what was spoken of before, unless a clause begins with a noun for a thing of another kind.

    The resort, behind a sentence on its gondola, is what a document on Harrow Fell is about.  ``kinds`` are
    those of what stands somewhere, each with whether it is natural, as Harrow Fell is by its noun.
    """
    if carried is None or carried == names.topic or names.topic is None:
        return carried
    topic, own = names.candidates[names.topic].kind, names.candidates[carried].kinds
    opened = next(
        (hit for hit in sentence.hits_in(clause, "noun") if hit.start - clause.start <= _OPENS), None
    )
    if opened is None or opened.value in own or not own or (topic and not kinds.get(topic)):
        return carried
    pointed = _POINTED.fullmatch(sentence.lower, clause.start, opened.start)
    return None if pointed and opened.value in kinds else carried


def begins(sentence: Sentence, names: Names) -> int | None:
    """Return the thing of a kind that a sentence in Latin script begins with, as its subject."""
    first = next(iter(sentence.names), None)
    if first is None or not names.candidates[first[2]].kind:
        return None
    begins = BEFORE_SUBJECT.fullmatch(sentence.lower, sentence.span.start, first[0])
    return first[2] if begins and is_western(sentence.lower[first[0] : first[1]]) else None
