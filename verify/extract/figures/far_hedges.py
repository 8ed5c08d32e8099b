"""Read the hedge of a share or multiple that its whole divides from it: 约占全国的30%, 不到去年同期的一半.

Comes in: folded text, and where a figure begins that is so much of something.  Goes out: the hedge before
what it is of.  Hedges beside a figure are read by ``before`` and ``hedging``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from verify.catalog.schema import LanguageEntry
from verify.extract.figures.kinds import SHARES
from verify.model.quantity import Hedge, Numeral, Unit
from verify.text.fold import folded

_OF = "的"
_REACH = 24
_MULTIPLE = "倍"


class FarHedges:
    """Finds them with the words of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry]) -> None:
        entries = [entry for language in languages for entry in language.hedges]
        self._shares = _before_whole((e.before_whole, e.hedge) for e in entries)
        """Before the whole of any share: 约占全国的30%."""
        self._parts = _before_whole((e.before_part, e.hedge) for e in entries)
        """Before that of a multiple or of a part in words: what is over last year's 5% may be any share."""

    @staticmethod
    def asked(text: str, begin: int, unit: Unit) -> bool:
        """Say whether a figure may have such a hedge."""
        return text[begin - 1 : begin] == _OF and (unit.name in SHARES or unit.name == _MULTIPLE)

    def find(self, text: str, begin: int, unit: Unit, numeral: Numeral) -> tuple[Hedge, str] | None:
        """Return the hedge before the whole of the share that begins at a place, and its words."""
        if not self.asked(text, begin, unit):
            return None
        some = self._shares
        if unit.name == _MULTIPLE or numeral.kind == "fraction":
            some = [*some, *self._parts]
        low = max(0, begin - _REACH)
        found = [(one, hedge) for words, hedge in some if (one := words.search(text, low, begin))]
        if not found:
            return None
        match, hedge = max(found, key=lambda pair: (pair[0].start(), pair[0].end(1)))
        return hedge, match[1]


def _before_whole(entries: Iterable[tuple[Sequence[str], str]]) -> list[tuple[re.Pattern[str], Hedge]]:
    """Return a pattern for each hedge that has such words, which reaches up to where it is searched."""
    found: list[tuple[re.Pattern[str], Hedge]] = []
    for words, hedge in entries:
        told = "|".join(re.escape(folded(word)) for word in sorted(words, key=lambda one: (-len(one), one)))
        if told:
            found.append((re.compile(rf"({told})[\u3400-\u9fff\d]{{1,14}}?{_OF}\Z"), Hedge(hedge)))
    return found
