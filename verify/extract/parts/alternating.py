"""Words that are a part because the clause beside has others in their place.

Comes in: a sentence, and the place of an attribute's word with the words before it.  Goes out:
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

_FEW = re.compile(r"(?=.*[\u3400-\u9fff])[\u3400-\u9fffa-z]{2,8}")
_VERB = "v"
Refers = Callable[[Sentence, str], bool]
SET_APART = frozenset({"part", "demonstrative", "pronoun", "modality", "as_of", "base", "statistic"})
"""Words of another part of the key, behind which those of a part begin."""
_WHOLE = "whole"


def alternates(sentence: Sentence, words: Span, place: Span, joints: tuple[str, ...], refers: Refers) -> bool:
    """Say whether the same is said of something else beside the ``words`` before the attribute's word.

    They open their clause, or stand behind a name or figure in it: 松岭乳业常温奶销量3万吨，低温奶销量1万吨.
    ``joints`` join members of a list; ``refers`` says whether words only refer to a thing.
    """
    lower, here = sentence.lower, sentence.clause_of(place.start)
    if words.start != _begin(sentence, place.start, joints) or not _is_case(sentence, words, refers):
        return False
    word = lower[place.start : place.end]
    number = sentence.clauses.index(here) if here in sentence.clauses else 0
    for clause in sentence.clauses[max(number - 1, 0) : number + 2]:
        at = lower.find(word, clause.start, clause.end)
        while at >= 0:
            other = Span(_begin(sentence, at, joints), at)
            told = any(at < f.span.start < clause.end and f.kind is Kind.QUANTITY for f in sentence.figures)
            if (
                at != place.start
                and told
                and (_is_known(sentence, other) or _is_case(sentence, other, refers))
            ):
                return lower[other.start : at] != lower[words.start : words.end]
            at = lower.find(word, at + 1, clause.end)
    return False


def _begin(sentence: Sentence, place: int, joints: tuple[str, ...]) -> int:
    """Return where words before a place begin: with their clause, or behind the last name or figure in it."""
    start = sentence.clause_of(place).start
    start = max([start, *(end for _, end, _ in sentence.names if end <= place)])
    ends = (f.span.end for f in sentence.figures if f.kind is Kind.QUANTITY and f.span.end <= place)
    start = max([start, *ends])
    return start + next((len(one) for one in joints if sentence.lower.startswith(one, start)), 0)


def _is_known(sentence: Sentence, words: Span) -> bool:
    """Say whether a rule names a part by just these words."""
    hits = (hit for hit in sentence.by_kind.get("scope", ()) if hit.value != _WHOLE)
    return any((hit.start, hit.end) == words for hit in hits)


def _is_case(sentence: Sentence, words: Span, refers: Refers) -> bool:
    """Say whether words that open a clause may be one of several cases, and tell nothing else."""
    text = sentence.lower[words.start : words.end]
    if _FEW.fullmatch(text) is None or cut(text)[0] == (text, _VERB) or refers(sentence, text):
        return False
    inside = [h for h in sentence.hits if words.start <= h.start < words.end]
    apart = any(h.kind in SET_APART or h.value == _WHOLE for h in inside)
    named = any(a < words.end and words.start < b for a, b, _ in sentence.names)
    dated = any(f.span.start < words.end and words.start < f.span.end for f in sentence.figures)
    return not (apart or named or dated)
