"""Read a figure: numeral, unit, hedge and form, and exactly the characters they take.

Comes in: folded text and the place of a numeral.  Goes out: a ``Reading`` with the quantity and
its span (value with unit and hedge, nothing else), or None.  Around the numeral ``before`` looks
left and ``after`` right; ``range_ends`` reads the other end of a range, and ``assembling`` makes one
figure of them.  Here stands which of these a numeral needs, and how shares and halves are told (七成,
3 in 10, 过半).  What a figure is about is left to ``claims``.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from verify.catalog.catalog import Catalog
from verify.extract.figures.after import After, AfterReader
from verify.extract.figures.assembling import Assembler, ratio_of
from verify.extract.figures.before import Before, BeforeReader
from verify.extract.figures.directions import Changes
from verify.extract.figures.far_hedges import FarHedges
from verify.extract.figures.figure import Reading
from verify.extract.figures.hedging import strongest
from verify.extract.figures.mantissas import NumeralError
from verify.extract.figures.numerals import LEAST_ODDS, NumeralReader, decimals, scaled
from verify.extract.figures.parts import PartReader
from verify.extract.figures.range_ends import RangeEnds
from verify.extract.figures.ranges import RangeWords, odds, ratio, share
from verify.extract.figures.scale_or_unit import ScaleOrUnit
from verify.extract.lexicon.words import Surfaces, is_latin, space_at
from verify.model.quantity import Hedge, Numeral, Unit
from verify.model.span import Span
from verify.text.fold import folded

_BRACKETS = "()"
_MOST_SIGN = 4
"""Characters of the sign of a currency."""
_MOST_OF = 100
_YEARS = 1900
"""From here on, up to those of odds, a number may be a year: 1 in 1995."""
_ROUND = 10
_SCALES_TOGETHER = 2


class Left(NamedTuple):
    """What words before a numeral tell of its figure."""

    begin: int
    """Where the figure begins, told from the numeral."""
    hedge: Hedge
    hedge_words: tuple[str, ...]
    emphasis: str
    of_share: str
    """``up`` or ``down`` where they tell a change of a share, else empty."""
    change: str
    """The same of any other figure."""


class QuantityReader:
    """Reads figures with the units and words of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        languages = catalog.languages
        self._units = catalog.units
        self.numerals = NumeralReader(languages)
        self.after = AfterReader(languages, catalog.units, self.numerals)
        self.before = BeforeReader(languages, catalog.units, self.after.contexts)
        self._parts = PartReader(languages, catalog.units, self.numerals, self.after)
        self.ranges = RangeWords(languages)
        self._no_half = Surfaces((word, True) for entry in languages for word in entry.not_indefinite)
        self._halves_told = Surfaces((w, Hedge(h)) for e in languages for w, h in e.halves_told.items())
        self._not_halves_told = Surfaces((word, True) for e in languages for word in e.not_halves_told)
        self._scales_of_money = {
            folded(scale): {money: Fraction(worth) for money, worth in worths.items()}
            for entry in languages
            for scale, worths in entry.scales_of_money.items()
        }
        self.changes = Changes(languages)
        self._scale_or_unit = ScaleOrUnit(catalog.units, self.numerals, self.after.contexts)
        self._ends = RangeEnds(
            catalog.units,
            self.numerals,
            self._scale_or_unit,
            self.before,
            self.after,
            self.ranges,
            self.changes,
        )
        self._assembler = Assembler(
            catalog.units, self.before, self.after, self.changes, FarHedges(languages)
        )

    @property
    def words_behind(self) -> list[str]:
        """Every word that is looked for behind a numeral, but units and measure words."""
        return [
            *self.numerals.words_behind,
            *self.after.words,
            *self.ranges.words,
            *self.changes.words_behind,
        ]

    def read(self, text: str, start: int, floor: int) -> Reading | None:
        """Return the figure whose numeral begins at ``start``; nothing before ``floor`` is touched.

        Raises ``NumeralError`` for a numeral that cannot be read without guessing.
        """
        if self.before.is_sign(text, start):
            return None  # 零下5度: the sign stands here, the numeral follows
        half = self.after.half(text, start)
        if half is not None:
            return self._half(text, start, floor, half)
        told = self._half_told(text, start, floor)
        if told is not None:
            return told
        numeral = self.numerals.read(text, start)
        if numeral is None:
            return None
        if text[start - 1 : start] == "." and start > floor:
            numeral = decimals(text, numeral)
            start = numeral.span.start
        if numeral.kind == "fraction" and numeral.value < 1:
            more = self._unit_and_part(text, numeral, floor)
            if more is not None:
                return more
        before = self.before.read(text, start, floor)
        if numeral.kind == "odds":
            return ratio_of(text, before, numeral)
        loss = self._loss(text, numeral, start - 1) if text[start - 1 : start] == _BRACKETS[0] else None
        if loss is not None:
            return loss
        tenths = self._tenths(text, before, numeral)
        if tenths is not None:
            return tenths
        numeral = self._scale_or_unit.without_unit(text, numeral)
        after = self.after.read(text, numeral, before.currency)
        of_one = after.unit is None and self.after.of_one(text, numeral)  # half a tablet
        if of_one or self._scale_alone(numeral, before, after) or _is_name(text, numeral, after):
            return None
        told_before = after.unit is None or after.unit_start == after.unit_end
        if told_before and self.numerals.scales.is_ambiguous(text, after.end):
            return self._scaled_by_money(text, before, after)
        return self._whole(text, before, after)

    def may_be_money(self, text: str, start: int) -> bool:
        """Say whether a numeral may be money by what stands behind it as well: $(12.4) million, R12.5m."""
        last = text[start - 1 : start]
        loss = last == _BRACKETS[0] and text[start - 2 : start - 1] in self.before.money_ends
        return loss or last in self.before.money_letters

    def _scaled_by_money(self, text: str, before: Before, after: After) -> Reading | None:
        """Read 1.2兆日圓 and 新台幣1兆2000億元, whose money tells what the scale is worth.

        Raises ``NumeralError`` where none does.
        """
        worths = self._scales_of_money.get(text[after.end], {})
        end = after.end + 1
        rest = self.numerals.read(text, end) if self.numerals.digit_at(text, end) else None
        stop = end if rest is None else rest.span.end  # 1兆2000亿
        number = after.numeral._replace(span=Span(after.numeral.span.start, stop))
        found = self.after.read(text, number, before.currency)
        worth = worths.get("" if found.unit is None else found.unit.base)
        if worth is None or found.more or found.hedge:
            words = text[after.numeral.span.start : stop]
            message = f"'{words}' is worth different numbers in different regions"
            raise NumeralError("ambiguous-scale", message, stop)
        whole = scaled(after.numeral, worth, stop, text)
        if rest is not None:
            whole = whole._replace(value=whole.value + rest.value, last=rest.last, nonzero=rest.nonzero)
        found.numeral = whole
        return self._assembler.figure(text, before, found)

    def _loss(self, text: str, numeral: Numeral, bracket: int) -> Reading | None:
        """Read $(12.4) million, as accounts tell what was lost: the currency stands before the bracket."""
        if not text.startswith(_BRACKETS[1], numeral.span.end):
            return None
        before = self.before.read(text, bracket, max(0, bracket - _MOST_SIGN))
        if not before.currency or text[before.begin - 1 : before.begin].isalnum():
            return None
        close = numeral.span.end + 1
        scale, end = self.numerals.scales.after_digits(text, close)
        whole = scaled(numeral, Fraction(scale), end if scale != 1 else close, text)
        before.negative = True
        return self._assembler.figure(text, before, After(whole.span.end, whole))

    def _unit_and_part(self, text: str, part: Numeral, floor: int) -> Reading | None:
        """Read a mile and a half, an hour and a quarter: one of the unit and a part of it."""
        one = self.after.one_before(text, part.span.start, floor)
        if one is None:
            return None
        begin, unit, place = one
        span = Span(begin, part.span.end)
        last = Fraction(1, part.value.denominator)
        numeral = Numeral(span, text[begin : span.end], 1 + part.value, last, last, kind="word")
        after = After(span.end, numeral)
        after.take(unit, *place)
        after.end = span.end
        return self._assembler.figure(text, self.before.read(text, begin, floor), after)

    def _tenths(self, text: str, before: Before, numeral: Numeral) -> Reading | None:
        """Read 七成, 七成到八成 and 三到四成."""
        first = self.numerals.tenths(text, numeral)
        end = numeral.span.end if first is None else first.span.end
        last = self._last_tenths(text, before, end)
        if first is None and last is not None and 0 < numeral.value < _ROUND:
            first = scaled(numeral, Fraction(_ROUND))
        if first is None:
            return None
        after = After(end, first)
        after.take(self._units.unit("percent"), numeral.span.end, end)
        if last is None or first.kind == "indefinite" or not first.value < last.value:
            return self._assembler.figure(text, before, after)
        after.numeral = _definite(first)
        other = After(last.span.end, _definite(last))
        other.take(self._units.unit("percent"), last.span.end - 1, last.span.end)
        return self._assembler.figure(text, before, after, other)

    def _last_tenths(self, text: str, before: Before, end: int) -> Numeral | None:
        """Return the second end of a range in tenths whose first ends at a place."""
        place = self.ranges.after(text, end, opened=before.opening is not None)
        if place is None or not self.numerals.start.match(text, place):
            return None
        numeral = self.numerals.read(text, place)
        found = None if numeral is None else self.numerals.tenths(text, numeral)
        return None if found is None or found.kind == "indefinite" else found

    def left(self, words: str) -> Left | None:
        """Return what words tell of the figure whose numeral follows; None where they change more."""
        text, place = f"{words}1", len(words)
        try:
            self.numerals.read(text, place)
        except NumeralError:
            return None  # l1: a letter that looks like a digit
        before = self.before.read(text, place, 0)
        if before.over or before.currency or before.per or before.negative:
            return None
        if self.changes.of_level(word for _, word in before.hedges):
            return None
        if self.changes.apart(text, before.begin):
            return None  # by 30 percent: which change, words farther away tell
        hedge, told = strongest(before.hedges)
        share = self._units.unit("percent")
        changes = self.changes.before(text, before.begin, share), self.changes.before(text, before.begin)
        return Left(before.begin - place, hedge, told, before.emphasis, *changes)

    def _whole(self, text: str, before: Before, after: After) -> Reading | None:
        """Return the figure with the other numeral that may belong to it."""
        lone = after.unit is None and not after.more
        joint = None
        if lone:
            opened = before.opening is not None
            joint = self.ranges.ratio(text, after.numeral, after.end, opened=opened)
        if joint is not None:
            second = self.numerals.read(text, joint)
            if second is None or not second.value:
                return None
            return ratio_of(text, before, ratio(text, after.numeral, second))
        of = self._all_of(text, after)
        if of is not None and (_is_round(of) or _is_odds(after.numeral, of)):
            part = After(of.span.end, share(text, after.numeral, of))
            return self._assembler.figure(text, before, part)
        if of is not None and after.numeral.value == 1 and of.value > LEAST_ODDS:
            return ratio_of(text, before, odds(text, after.numeral, of))  # odds of 1 in 13,983,816
        self._parts.join(text, after)
        other, margin = self._ends.read(text, before, after)
        return self._assembler.figure(text, before, after, other, margin=margin)

    def _all_of(self, text: str, after: After) -> Numeral | None:
        """Return the 10 of 3 in 10 adults; what stands behind it is counted, not measured (3 in 10 days)."""
        place = self.ranges.share(text, after.end)
        if place is None or (after.unit and not after.bare_noun) or after.more:
            return None
        if not self.numerals.start.match(text, place):
            return None
        of = self.numerals.read(text, place)
        if of is None or not 0 < after.numeral.value < of.value:
            return None
        behind = self.after.read(text, of)
        if behind.unit is not None and not (behind.unit.counts or behind.measure or behind.bare_noun):
            return None
        return of

    def counted(self, noun: str) -> Unit:
        """Return the unit of a count of ``noun``."""
        return self.after.counted(noun)

    # --- what is no figure by itself, or only a part of one

    def _half(self, text: str, start: int, floor: int, half: tuple[Unit, int, str]) -> Reading | None:
        """Read 半小时 and half an hour, but not 上半年."""
        unit, end, more = half
        if self._no_half.before(text, start + 1, floor):
            return None
        word = (
            text[start : start + 1]
            if not is_latin(text[start])
            else text[start : text.rfind(" ", start, end)]
        )
        span = Span(start, start + len(word))
        numeral = Numeral(span, word, Fraction(1, 2), Fraction(1), None, kind="fraction")
        after = After(end, numeral)
        after.take(unit, space_at(text, span.end), end)
        after.more = more
        return self._assembler.figure(text, self.before.read(text, start, floor), after)

    def _half_told(self, text: str, start: int, floor: int) -> Reading | None:
        """Read 过半受访者 and 占比过半 as a share; no 过半个操场 and no 年过半百."""
        found = self._halves_told.before(text, start + 1, floor)
        if found is None or self._not_halves_told.before(text, start + 1) or self.after.goes_on(text, start):
            return None
        begin, (hedge, end) = found[0], (found[1], start + 1)
        numeral = Numeral(
            Span(start, end), text[start:end], Fraction(1, 2), Fraction(1), None, kind="fraction"
        )
        before = Before(begin, [(hedge, text[begin:start])])
        return self._assembler.figure(text, before, After(end, numeral))

    def _scale_alone(self, numeral: Numeral, before: Before, after: After) -> bool:
        """Say whether a place or scale alone is no numeral (千瓦, 亿元), as in 百余家, 近万人 and 千人."""
        if (
            numeral.kind != "chinese"
            or after.more
            or before.over
            or (before.hedges and after.unit is not None)
        ):
            return False  # also 百分之百
        if not set(numeral.text) - set(self.numerals.scales.characters):
            return len(set(numeral.text)) != _SCALES_TOGETHER  # 万人次 at the head of a column, but 万亿次
        if len(numeral.text) > 1 or numeral.value <= 10:
            return False
        return after.unit is None or not after.unit.counts


def _definite(tenths: Numeral) -> Numeral:
    """Return tenths as an end of a range: its own last digit bounds it."""
    return tenths._replace(kind="chinese", nonzero=tenths.last)


def _is_round(numeral: Numeral) -> bool:
    """Say whether shares are told of such a number: a small one, or 1000, but no year."""
    return numeral.value <= _MOST_OF or not set(str(numeral.value)) - set("10")


def _is_odds(one: Numeral, of: Numeral) -> bool:
    """Say whether one in so many is told, and no year: 1 in 500, 1 in 2,000."""
    return one.value == 1 and (of.value < _YEARS or (of.value <= LEAST_ODDS and not of.text.isdigit()))


def _is_name(text: str, numeral: Numeral, after: After) -> bool:
    """Say whether number word and noun are capital inside a sentence: made by Nine Lanterns."""
    start, noun = numeral.span.start, space_at(text, numeral.span.end)
    if numeral.kind != "word" or not after.bare_noun or not (text[start].isupper() and text[noun].isupper()):
        return False
    return text[:start].rstrip(' “"(')[-1:].isalnum() or text[:start].rstrip()[-1:] == ","
