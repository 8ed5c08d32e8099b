"""Words that are a part because the clause beside has others in their place.

Comes in: a sentence, and the place of an attribute's word with the words that open its clause.  Goes out:
whether they tell one of several cases: 男装 of 男装销售额3亿元，女装销售额2亿元.  What they are called is
left to ``scopes``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from verify.extract.figures.figure import Kind
from verify.extract.lexicon.nouns import cut
from verify.extract.sentences.sentence import Sentence
from verify.model.span import Span

_FEW = re.compile(r"[\u3400-\u9fff]{2,8}")
_VERB = "v"
SET_APART = frozenset({"part", "demonstrative", "pronoun", "modality", "as_of", "base", "statistic"})
"""Words of another part of the key, behind which those of a part begin."""
_WHOLE = "whole"


def alternates(sentence: Sentence, start: int, place: Span, refers: Callable[[Sentence, str], bool]) -> bool:
    """Say whether a clause beside says the same of something else as the clause of ``place``.

    ``start`` is where the words before the attribute's word begin; ``refers`` says whether words only refer
    to a thing.
    """
    lower, here = sentence.lower, sentence.clause_of(place.start)
    if start != here.start or not _is_case(sentence, Span(start, place.start), refers):
        return False
    word = lower[place.start : place.end]
    number = sentence.clauses.index(here) if here in sentence.clauses else 0
    for clause in (
        *sentence.clauses[max(number - 1, 0) : number],
        *sentence.clauses[number + 1 : number + 2],
    ):
        at = lower.find(word, clause.start, clause.end)
        told = any(at < f.span.start < clause.end and f.kind is Kind.QUANTITY for f in sentence.figures)
        if at >= 0 and told and _is_case(sentence, Span(clause.start, at), refers):
            return lower[clause.start : at] != lower[start : place.start]
    return False


def _is_case(sentence: Sentence, words: Span, refers: Callable[[Sentence, str], bool]) -> bool:
    """Say whether words that open a clause may be one of several cases, and tell nothing else."""
    text = sentence.lower[words.start : words.end]
    if _FEW.fullmatch(text) is None or cut(text)[0] == (text, _VERB) or refers(sentence, text):
        return False
    inside = [h for h in sentence.hits if words.start <= h.start < words.end]
    apart = any(h.kind in SET_APART or h.value == _WHOLE for h in inside)
    named = any(a < words.end and words.start < b for a, b, _ in sentence.names)
    dated = any(f.span.start < words.end and words.start < f.span.end for f in sentence.figures)
    return not (apart or named or dated)
