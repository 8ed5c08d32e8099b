"""Join two numerals into one value: a range, x ± d, a ratio.

Comes in: both numerals with what was read after them.  Goes out: the numerals of the whole, the
scale and unit of the second carried back to the first (5-10万, 3~5公里); None where they are no
range.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from verify.catalog.schema import LanguageEntry
from verify.extract.figures.after import After
from verify.extract.figures.numerals import scaled
from verify.extract.lexicon.words import Surfaces, space_at
from verify.model.quantity import Numeral
from verify.model.span import Span

_RATIO = (":", "：")
_HANGING = "- "
_MARGIN = ("±", "+/-")
_FIT = 100
"""A first end this much smaller than the second takes its scale (5-10万)."""
_SHARES = frozenset({"percent", "percentage_point"})
_NO_ENDS = frozenset({"indefinite", "fraction"})


class RangeWords:
    """The words between the ends of a range, in the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry]) -> None:
        opened = [(word, True) for entry in languages for word in entry.range_words_opened]
        told = [word for entry in languages for word in entry.ratio_words]
        self._ratio = _joint([*_RATIO, *told])
        to_one = [pattern for entry in languages for pattern in entry.ratio_to_one]
        self._to_one = re.compile("|".join(to_one), re.IGNORECASE) if to_one else None
        digits = "".join(sorted({digit for entry in languages for digit in entry.digits}))
        self._told_ratio = _joint(told, digits) if told and digits else None
        self._ago_before = Surfaces((word, True) for entry in languages for word in entry.ago_before)
        self._ago_behind = Surfaces((word, True) for entry in languages for word in entry.ago_behind)
        self._share = Surfaces((word, True) for entry in languages for word in entry.share_words)
        self._margin = _joint([*_MARGIN, *(word for entry in languages for word in entry.margin_words)])
        self.words = [*told, *_RATIO, *_MARGIN, *self._share]
        self.words += [w for e in languages for w in (*e.margin_words, *e.range_words, *e.range_words_opened)]
        """Every word that is looked for between two numerals."""
        self._words = Surfaces([*opened, *((w, False) for entry in languages for w in entry.range_words)])

    def ratio(self, text: str, first: Numeral, end: int, *, opened: bool) -> int | None:
        """Return where the second number of a ratio begins, or None: 1:10, 三比一, 17.4 to 1.

        ``opened`` after between or from: cut from 9 to 1.
        """
        found = self._ratio.match(text, end)
        if found is None and first.value > 1 and not opened and self._to_one is not None:
            found = self._to_one.match(text, end)
        if found is None and first.kind == "chinese" and self._told_ratio is not None:
            found = self._told_ratio.match(text, end)
        return found.end() if found else None

    def runs_down(self, text: str, begin: int, end: int) -> bool:
        """Say whether years told from ``begin`` to ``end`` are told back from now: 距今5300年至4300年."""
        return self._ago_before.before(text, begin) is not None or self._ago_behind.at(text, end) is not None

    def share(self, text: str, end: int) -> int | None:
        """Return where the whole of a share begins, or None: 3 in 10."""
        place = space_at(text, end)
        found = self._share.at(text, place) if place > end else None
        return space_at(text, found[0]) if found else None

    def margin(self, text: str, end: int) -> int | None:
        """Return where the d of x ± d begins, or None."""
        found = self._margin.match(text, end)
        return found.end() if found else None

    def after(self, text: str, end: int, *, opened: bool) -> int | None:
        """Return where the second end may begin; ``opened`` after between or from."""
        hanging = text.startswith(_HANGING, end)  # 20- to 30-minute
        found = self._words.at(text, end + len(_HANGING) if hanging else space_at(text, end))
        if found is None or (found[1] and not opened):
            return None
        return space_at(text, found[0])


def _joint(words: Sequence[str], digits: str = "0-9") -> re.Pattern[str]:
    """Return a pattern of words between two numbers in such digits."""
    return re.compile(rf"\s?(?:{'|'.join(map(re.escape, words))})\s?(?=[{digits}])", re.IGNORECASE)


def ends_meet(first: After, second: After) -> bool:
    """Say whether two figures can be the ends of one range."""
    if first.numeral.kind in _NO_ENDS or second.numeral.kind in _NO_ENDS:
        return False
    if first.unit is not None and second.unit is None and first.unit.name in _SHARES:
        return False  # rose 12 percent to 78,000
    return first.unit is None or second.unit is None or first.unit.base == second.unit.base


def carried(first: After, second: After) -> tuple[Numeral, Numeral] | None:
    """Return both ends in the unit of the second; None where they run backwards and are no years ago."""
    low, high = in_one_unit(first, second)
    return (low, high) if low.value <= high.value or second.backwards else None


def in_one_unit(first: After, second: After) -> tuple[Numeral, Numeral]:
    """Return two numerals in the unit of the second: 3.2 m ± 5 mm."""
    low, high = first.numeral, second.numeral
    if first.unit is None or first.unit_start == first.unit_end:  # $5-10 million
        low = carried_scale(low, high)
    elif second.unit is not None and first.unit.factor != second.unit.factor:
        low = scaled(low, first.unit.factor / second.unit.factor)
    return low, high


def around(first: After, width: After) -> tuple[Numeral, Numeral]:
    """Return x and d of x ± d in the unit of d, and x with the scale that is written behind both: 5±1万元."""
    middle, margin = in_one_unit(first, width)
    scale = _scale_of(margin)
    if first.unit is None and _scale_of(middle) == 1 and middle.value < scale:
        middle = scaled(middle, scale)
    return middle, margin


def carried_scale(low: Numeral, high: Numeral) -> Numeral:
    """Return the first numeral with the scale that is written only after the second."""
    scale = _scale_of(high)
    if scale > 1 and _scale_of(low) == 1 and low.value * _FIT < high.value >= low.value * scale:
        return scaled(low, scale)
    return low


def _scale_of(numeral: Numeral) -> Fraction:
    """Return the worth of the scale words of a numeral: 10万 and 10.5万 have 10^4."""
    if numeral.kind not in {"mixed", "arabic"}:
        return Fraction(1)
    decimals = re.search(r"\.(\d+)", numeral.text)
    return numeral.last * Fraction(10) ** (len(decimals[1]) if decimals else 0)


def ratio(text: str, first: Numeral, second: Numeral) -> Numeral:
    """Return the numeral of 1:10: it has no last digit."""
    span = Span(first.span.start, second.span.end)
    value = first.value / second.value
    return first._replace(
        span=span,
        text=text[span.start : span.end],
        value=value,
        last=Fraction(0),
        nonzero=None,
        kind="ratio",
    )


def odds(text: str, one: Numeral, of: Numeral) -> Numeral:
    """Return the numeral of 1 in 292 million: its last digit is worth what that of the other leaves open."""
    return ratio(text, one, of)._replace(last=_left_open(of))


def _left_open(of: Numeral) -> Fraction:
    """Return by how much one in so many differs as its last digit does; nothing where that counts ones."""
    return of.last / of.value**2 if of.last > 1 else Fraction(0)


def share(text: str, part: Numeral, of: Numeral) -> Numeral:
    """Return the numeral of 3 in 10: a fraction in words."""
    span = Span(part.span.start, of.span.end)
    words = text[span.start : span.end]
    return Numeral(span, words, part.value / of.value, Fraction(1), None, kind="fraction")
