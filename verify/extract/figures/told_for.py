"""Read what an amount is told for where words stand between: 每吨矿石含金3.82克, 每100毫升含糖5克.

Comes in: folded text and where a figure begins.  Goes out: the unit that it is told for, and how many of it.
What stands right beside the figure (每吨3.82克, per tonne) is left to ``before`` and ``rates``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.catalog.schema import LanguageEntry
from verify.extract.figures.kinds import is_money
from verify.extract.figures.rates import Rates
from verify.extract.lexicon.words import Surfaces
from verify.model.quantity import Unit

_REACH = 24
_WORDS = re.compile("(?!以|之|内|外|左右|上下)[\u3400-\u9fff]{1,12}")
_AMOUNTS = frozenset({"kilogram", "meter", "meter**2", "meter**3", "joule"})
"""So much is told for them: of 每人发放 and 每天销售 it is for one of what is counted, or a time."""
_DISTANCE = "meter"
_TOLD = frozenset({"kilogram", "meter**3", "joule", "kilogram_co2e", "吨标准煤"})


class ToldFor:
    """Reads it with the words of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry], rates: Rates) -> None:
        self._rates = rates
        self._per = Surfaces((w, True) for entry in languages for w in entry.per if not w.isascii())
        self._ends = sorted({word[-1] for e in languages for word in e.per if not word.isascii()})
        self._not_units = Surfaces((word, True) for entry in languages for word in entry.not_units)

    def find(self, text: str, end: int, unit: Unit) -> tuple[Unit, int] | None:
        """Return what an amount that begins at ``end`` is told for, and how many of it, or None."""
        begin = max((text.rfind(last, max(0, end - _REACH), end) for last in self._ends), default=-1)
        if begin < 0 or not (unit.base in _TOLD or is_money(unit.base)):
            return None
        below = None
        if self._per.before(text, begin + 1) is not None:
            below = self._rates.denominator(text, begin + 1, begin)
        if below is None or below[0].base not in _AMOUNTS or below[0].name == unit.name:
            return None
        if below[0].base == _DISTANCE and below[1] > 1:
            return None  # 每百公里油耗: what attributes are called by
        other = self._not_units.at(text, begin + 1)
        if other is not None and other[0] >= below[2]:
            return None
        if self._rates.goes_on(text, below[2]) or not _WORDS.fullmatch(text, below[2], end):
            return None  # 每两万元保额缴费120元
        return below[:2]
