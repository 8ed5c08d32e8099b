"""What a figure is of that no word of the rules and no noun before it tells: by the words around it.

Comes in: a figure in its sentence.  Goes out: an attribute of its own, named by the words of its clause,
with little confidence: 约三成的出租车已换成纯电动.  Only the same words tell the same then; whether other
words with the same figure tell it as well is left to ``resolve``.
"""

from __future__ import annotations

import re

from verify.extract.figures.figure import Figure
from verify.extract.sentences.chosen import Chosen
from verify.extract.sentences.sentence import Sentence
from verify.lang.en_words import content
from verify.model.claim import Confidence
from verify.model.quantity import Quantity
from verify.model.span import Span

_KINDS = frozenset({"percent", "duration"})
"""Figures that state something of a thing in any clause; a bare number may be of anything."""
_WORDS = re.compile(r"[^\W\d_]+")
_REACH = 48
_SHORT = 2
"""So short an English word tells nothing."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_ENOUGH = 4
"""Characters in Chinese that tell something, or half as many words of some length."""


def by_its_words(sentence: Sentence, figure: Figure, quantity: Quantity) -> Chosen | None:
    """Return the attribute that the words beside a share or duration are; None where there are none."""
    if quantity.kind not in _KINDS:
        return None
    first, last = figure.span
    clause, told = sentence.clause_of(first), sentence.span
    near = Span(sentence.left_of(figure).start, sentence.right_of(figure).end)
    for start, end in (near, (clause.start, near.end), (told.start, near.end), told):
        before = plain_words(sentence, Span(max(start, first - _REACH), first))
        behind = plain_words(sentence, Span(last, min(end, last + _REACH)))
        if worth(before) + worth(behind) >= _ENOUGH:
            break
    else:
        return None
    name = f"{before} … {behind}".strip()
    return Chosen(f"~[{quantity.unit.base}] {name}", name, Confidence.LOW, None, origin="clause")


def worth(words: str) -> int:
    """Return how much words tell: "it won in" tells less than won the women's freestyle."""
    return len(_HAN.findall(words)) + 2 * sum(len(word) > _SHORT for word in content(words))


def is_by_its_words(chosen: Chosen) -> bool:
    """Say whether nothing but the words around a figure tell what it is of."""
    return chosen.id.startswith("~[") and " " in chosen.id


def plain_words(sentence: Sentence, span: Span) -> str:
    """Return the words of a stretch without those of names, which tell of whom and not what."""
    text = sentence.lower[span.start : span.end]
    for start, end, _ in sentence.names:
        low, high = max(start, span.start) - span.start, min(end, span.end) - span.start
        if low < high:
            text = f"{text[:low]}{' ' * (high - low)}{text[high:]}"
    return " ".join(_WORDS.findall(text))
