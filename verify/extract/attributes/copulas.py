"""What stands between a word for an attribute and its figure without saying anything: is, 为, 达到.

Comes in: the words between them.  Goes out: what is left of them.  Copulas that end the words before a
figure are left to ``head_nouns``, which passes statistics and changes as well.
"""

from __future__ import annotations

from verify.catalog.catalog import Catalog
from verify.extract.lexicon.words import is_latin
from verify.extract.sentences.sentence import Sentence
from verify.model.span import Span
from verify.text.fold import folded

_BESIDE = 1


class Copulas:
    """The copulas of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self.words = frozenset(folded(w).lower() for lang in catalog.languages for w in lang.copulas)
        self._longest = max(map(len, self.words), default=0)

    def without(self, gap: str) -> str:
        """Return what is left of the words between attribute and figure without copulas."""
        gap = gap.strip(" ,，、:：的“”\"'()")
        changed = True
        while gap and changed:
            changed = False
            for length in range(min(self._longest, len(gap)), 0, -1):
                if gap[:length] in self.words and not (
                    is_latin(gap[length - 1]) and is_latin(gap[length : length + 1] or " ")
                ):
                    gap = gap[length:].strip(" ,，、:：的")
                    changed = True
                    break
        return gap

    def only_statistics(self, sentence: Sentence, left: Span) -> bool:
        """Say whether the words before a figure tell a statistic and nothing else: 默认30秒，最长12小时."""
        hits = sentence.hits_in(left, "statistic")
        rest = sentence.lower[left.start : left.end]
        for hit in hits:
            rest = rest.replace(sentence.lower[hit.start : hit.end], " ")
        return bool(hits) and not self.without(rest)

    def only_period(self, sentence: Sentence, left: Span) -> bool:
        """Say whether a period stands before a figure and no other word: 第二季度则为17.4%."""
        clause = sentence.clause_of(left.start)
        ends = (f.span.end for f in sentence.figures if f.period and f.span.start - clause.start <= _BESIDE)
        return left.start in ends and not self.without(sentence.lower[left.start : left.end])
