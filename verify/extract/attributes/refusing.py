"""Tell limits by what is refused beyond them: more than 10 segments are rejected, 超过5MB的请求将被拒绝.

Comes in: a sentence, one of its figures and how it is read.  Goes out: the figure as a limit, where words
of ``refusals`` say behind it what is not allowed: *more than 10* as *at most 10*, *fewer than 8* as *at
least 8*.  What a limit allows in numbers is left to ``normalize.bounds``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.catalog.schema import LanguageEntry
from verify.extract.figures.figure import Kind, Reading
from verify.extract.lexicon.words import alternation
from verify.extract.sentences.sentence import Sentence
from verify.model.quantity import Hedge
from verify.model.span import Span

_REACH = 60
"""Characters between a figure and what is said of what goes beyond it."""
_LEFT_OVER = {
    Hedge.MORE_THAN: Hedge.AT_MOST,
    Hedge.AT_LEAST: Hedge.LESS_THAN,
    Hedge.LESS_THAN: Hedge.AT_LEAST,
    Hedge.AT_MOST: Hedge.MORE_THAN,
}
"""By what is refused, what is left."""
_HALF_STOP = re.compile("[;；]")


class Refusals:
    """Finds refusals with the words of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry]) -> None:
        self._refused = alternation(word for entry in languages for word in entry.refusals)

    def limit(self, sentence: Sentence, figure: Span, reading: Reading) -> Reading:
        """Return a figure that is refused as the limit that this sets, any other as it is."""
        quantity = reading.quantity
        left_over = _LEFT_OVER.get(quantity.hedge)
        if left_over is None:
            return reading
        end = min(sentence.span.end, figure.end + _REACH)
        ends = (other.span.start for other in sentence.figures if other.kind is Kind.QUANTITY)
        end = min([end, *(start for start in ends if start >= figure.end)])
        refused = self._refused.search(sentence.lower, figure.end, end)
        if refused is None or _HALF_STOP.search(sentence.lower, figure.end, refused.start()):
            return reading
        words = (*quantity.hedge_words, refused[0])
        return reading._replace(quantity=quantity._replace(hedge=left_over, hedge_words=words))
