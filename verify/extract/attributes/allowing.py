"""Whether the words around an attribute's word let it be meant.

Comes in: an attribute's rule, a sentence and where a word of the rule stands in it.  Goes out: whether its
clause holds no word of ``unless`` and the sentence one of ``within``.
"""

from __future__ import annotations

from functools import lru_cache

from verify.catalog.schema import AttributeEntry
from verify.extract.lexicon.words import lowered
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.vocabulary import Hit
from verify.text.fold import folded

_REACH = 8
"""Characters that the ``*`` of a word of the rules may stand for."""


def allowed(entry: AttributeEntry, sentence: Sentence, hit: Hit) -> bool:
    """Say whether the words around an attribute's word let it be meant."""
    if refused(entry, sentence, hit.start):
        return False
    whole = sentence.lower[sentence.span.start : sentence.span.end]
    return not entry.within or any(_found(word, whole) for word in entry.within)


def refused(entry: AttributeEntry, sentence: Sentence, at: int) -> bool:
    """Say whether the clause at a place holds a word that forbids an attribute there."""
    clause = sentence.clause_of(at)
    text = sentence.lower[clause.start : clause.end]
    return any(_found(word, text) for word in entry.unless)


@lru_cache(maxsize=1 << 12)
def _key(word: str) -> str:
    """Return a word of the rules as texts hold it."""
    return lowered(folded(word))


def _found(word: str, text: str) -> bool:
    key = _key(word)
    if "*" not in key:
        return key in text
    head, _, tail = key.partition("*")
    at = text.find(head)
    return at >= 0 and tail in text[at + len(head) : at + len(head) + _REACH + len(tail)]
