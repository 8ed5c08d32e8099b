"""Read a figure: numeral, unit, hedge and form, and exactly the characters they take.

Comes in: folded text and the place of a numeral.  Goes out: a ``Reading`` with the quantity and
its span (value with unit and hedge, nothing else), or None.  Around the numeral ``before`` looks
left and ``after`` right; here the two are put together, with the hedges behind the figure
(``hedging``), the other end of a range, and the direction of a change (``directions``).  What is no figure
is decided before (``figures``), what a figure is about afterwards (``extractor``).
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from verify.catalog.catalog import Catalog
from verify.extract.after import After, AfterReader
from verify.extract.before import Before, BeforeReader
from verify.extract.directions import Changes
from verify.extract.far_hedges import FarHedges
from verify.extract.hedging import bound, strongest
from verify.extract.kinds import SHARES, kind_of
from verify.extract.numerals import NumeralError, NumeralReader, scaled
from verify.extract.parts import PartReader
from verify.extract.ranges import RangeWords, carried, ends_meet, ratio, share
from verify.extract.words import Surfaces, is_latin, lowered, space_at
from verify.model.quantity import DIMENSIONLESS, Form, Hedge, Interval, Numeral, Quantity, Unit
from verify.model.span import Span

__all__ = ["Changes", "NumeralError", "QuantityReader", "Reading", "lowered"]

_MOST_HEDGES_AFTER = 2
_MOST_OF = 100
_ROUND = 10
_BRACKETS = (frozenset("(（"), frozenset(")）"))
_SCALES_TOGETHER = 2
_FAR_APART = 10
"""Ends of a range of changes are nearer to each other."""


class Reading(NamedTuple):
    """A figure in folded text: a tuple, for there are many."""

    span: Span
    quantity: Quantity
    number_span: Span
    """The numeral alone."""
    unit_span: Span
    """The unit after the numeral; empty where it has none."""
    rules: tuple[str, ...]
    measure: str = ""
    """Measure word of a count whose noun is still unknown."""
    guessed: bool = False
    """True where the unit's spelling has several meanings and nothing near tells which."""


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
        self.changes = Changes(languages)
        self._far_hedges = FarHedges(languages)

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
        if numeral.kind == "fraction" and numeral.value < 1:
            more = self._unit_and_part(text, numeral, floor)
            if more is not None:
                return more
        before = self.before.read(text, start, floor)
        tenths = self._tenths(text, before, numeral)
        if tenths is not None:
            return tenths
        numeral = self._without_unit(text, numeral)
        after = self.after.read(text, numeral, before.currency)
        if self._scale_alone(numeral, before, after) or _is_name(text, numeral, after):
            return None
        if after.unit is None and self.numerals.scales.is_ambiguous(text, after.end):
            end = after.end + 1
            rest = self.numerals.read(text, end) if self.numerals.digit_at(text, end) else None
            end = end if rest is None else rest.span.end  # 1兆2000亿
            message = f"'{text[start:end]}' is worth different numbers in different regions"
            raise NumeralError("ambiguous-scale", message, end)
        return self._whole(text, before, after)

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
        return self._assemble(text, self.before.read(text, begin, floor), after)

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
            return self._assemble(text, before, after)
        after.numeral = _definite(first)
        other = After(last.span.end, _definite(last))
        other.take(self._units.unit("percent"), last.span.end - 1, last.span.end)
        return self._assemble(text, before, after, other)

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
        if self.changes.apart(text, before.begin):
            return None  # by 30 percent: which change, words farther away tell
        hedge, told = strongest(before.hedges)
        share = self._units.unit("percent")
        changes = self.changes.before(text, before.begin, share), self.changes.before(text, before.begin)
        return Left(before.begin - place, hedge, told, before.emphasis, *changes)

    def _whole(self, text: str, before: Before, after: After) -> Reading | None:
        """Return the figure with the other numeral that may belong to it."""
        lone = after.unit is None and not after.more
        joint = self.ranges.ratio(text, after.numeral, after.end) if lone else None
        if joint is not None:
            second = self.numerals.read(text, joint)
            return None if second is None or not second.value else _ratio(text, before, after.numeral, second)
        part = self._part_of(text, after)
        if part is not None:
            return self._assemble(text, before, part)
        self._parts.join(text, after)
        margin = self.ranges.margin(text, after.end)
        other = self._other(text, margin, before, after)
        if other is not None and margin is not None:
            self._bracketed(text, before, other)
        return self._assemble(text, before, after, other, margin=margin is not None)

    def _part_of(self, text: str, after: After) -> After | None:
        """Read 3 in 10 adults as a share; what stands behind it is counted, not measured (3 in 10 days)."""
        place = self.ranges.share(text, after.end)
        if place is None or (after.unit and not after.bare_noun) or after.more:
            return None
        if not self.numerals.start.match(text, place):
            return None
        of = self.numerals.read(text, place)
        if of is None or not 0 < after.numeral.value < of.value or not _is_round(of):
            return None
        behind = self.after.read(text, of)
        if behind.unit is not None and not (behind.unit.counts or behind.measure or behind.bare_noun):
            return None
        return After(of.span.end, share(text, after.numeral, of))

    def counted(self, noun: str) -> Unit:
        """Return the unit of a count of ``noun``."""
        return self.after.counted(noun)

    # --- what is no figure by itself, or only a part of one

    def _half(self, text: str, start: int, floor: int, half: tuple[Unit, int]) -> Reading | None:
        """Read 半小时 and half an hour, but not 上半年."""
        unit, end = half
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
        return self._assemble(text, self.before.read(text, start, floor), after)

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
        return self._assemble(text, before, After(end, numeral))

    def _without_unit(self, text: str, numeral: Numeral) -> Numeral:
        """Give 千 of 100千米 and 300千瓦 to the unit, and K of a 4000K that is a temperature."""
        end = numeral.span.end
        if numeral.kind == "arabic" and is_latin(text[end - 1]):
            start = numeral.span.start
            if not self.after.contexts.tells(text, start, end - 1):
                return numeral
            shorter = self.numerals.read(text[start : end - 1], 0)
            return numeral if shorter is None else shorter._replace(span=Span(start, end - 1))
        if numeral.kind != "mixed" or not self.numerals.is_place(text[end - 1]):
            return numeral
        found = self._units.match(text, end - 1)
        if found is None or found[1] <= end:
            return numeral
        start = numeral.span.start
        if set(text[start : end - 2]) & set(self.numerals.scales.characters):
            return numeral  # 25万6千吨: a place below 万
        shorter = self.numerals.read(text[start : end - 1], 0)
        return numeral if shorter is None else shorter._replace(span=Span(start, end - 1))

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

    # --- forms

    def _other(self, text: str, margin: int | None, before: Before, after: After) -> After | None:
        """Read the second end of a range, or the d of x ± d."""
        limit = self._limit(text, after)
        if limit is not None:
            return limit
        place = margin
        if place is None:
            place = self._prefixed(text, after) or self.ranges.after(
                text, after.end, opened=before.opening is not None
            )
            if place is None or self._turns(text, before, after):
                return None  # rose from 3 to 5
        begun, place = place, self.before.currency_at(text, place)
        place = (
            space_at(text, place) if place > begun else place
        )  # between RMB 1.1 billion and RMB 1.25 billion
        if place > begun and after.unit is not None and not before.currency:
            return None  # up 12% to $4.6 billion
        sign = self.before.sign_at(text, place) if margin is None else None
        place = place if sign is None else space_at(text, sign[0])
        if place >= len(text) or not self.numerals.start.match(text, place):
            return None
        numeral = self.numerals.read(text, place)
        if numeral is None:
            return None
        other = self.after.read(text, self._without_unit(text, numeral), before.currency)
        other.negative = None if sign is None else sign[1]
        if not ends_meet(after, other) or (margin is None and self._comes_to(text, before, after, other)):
            return None
        return other

    def _comes_to(self, text: str, before: Before, after: After, other: After) -> bool:
        """Say whether a change is told with what it comes to: 上涨1.2元至15.6元, fell 2 ft to 1,064 ft."""
        if after.unit is None or after.unit_start == after.unit_end or after.unit.name in SHARES:
            return False
        if other.unit is None or other.unit_start == other.unit_end or before.hedges or before.negative:
            return False
        if not self.changes.before(text, before.begin, after.unit):
            return False
        first, last = (one.numeral.value * one.unit.factor for one in (after, other) if one.unit)
        return first * _FAR_APART <= last

    def _bracketed(self, text: str, before: Before, width: After) -> None:
        """Read the unit behind the brackets around x ± d: (12.3±0.4)%."""
        opened = text[before.begin - 1 : before.begin] in _BRACKETS[0]
        if (
            not opened
            or before.begin == 0
            or width.unit is not None
            or text[width.end : width.end + 1] not in _BRACKETS[1]
        ):
            return
        place = space_at(text, width.end + 1)
        found = self._units.match(text, place) if place < len(text) else None
        if found is not None:
            before.begin -= 1
            width.take(self._units.unit(found[0]), place, found[1])

    def _limit(self, text: str, after: After) -> After | None:
        """Read the upper of two limits that stand together: 5000元以上2万元以下."""
        least = None if after.unit is None else self.after.hedge_at(text, after.end)
        if least is None or least[1] is not Hedge.AT_LEAST:
            return None
        place = least[0]
        numeral = self.numerals.read(text, place) if self.numerals.start.match(text, place) else None
        if numeral is None:
            return None
        other = self.after.read(text, self._without_unit(text, numeral))
        most = self.after.hedge_at(text, other.end)
        if other.unit is None or most is None or most[1] is not Hedge.AT_MOST or not ends_meet(after, other):
            return None
        if carried(after, other) is None:
            return None
        other.end = most[0]
        return other

    def _prefixed(self, text: str, after: After) -> int | None:
        """Return where the second end begins behind the letter of a prefix told twice: 30T~40T FLOPS."""
        letter = text[after.end : after.end + 1]
        if after.unit is not None or not letter.isascii() or not letter.isupper():
            return None
        place = self.ranges.after(text, after.end + 1, opened=False)
        if place is None or not self.numerals.start.match(text, place):
            return None
        second = self.numerals.read(text, place)
        return place if second is not None and text.startswith(letter, second.span.end) else None

    def _turns(self, text: str, before: Before, after: After) -> bool:
        """Say whether a change opens what looks like a range: rose from 3 to 5 (not: between 3 and 5)."""
        if before.opening is None or self.ranges.after(text, after.end, opened=False) is None:
            return False
        return self.changes.turns(text, before.opening - 1)

    def _assemble(
        self, text: str, before: Before, after: After, other: After | None = None, *, margin: bool = False
    ) -> Reading | None:
        pair = None if other is None else _ends(before, after, other, margin=margin)
        last = after if other is None or pair is None else other
        numerals: tuple[Numeral, ...] = (after.numeral,) if pair is None else pair
        if last.measure:
            self.after.name_count(text, before.begin, last)
        hedges = list(before.hedges)
        end = self._behind(text, after, last, hedges)
        unit, named = self._unit(last.unit or after.unit, before, numerals[0])
        if not named and _alone(numerals[0], before, hedges):
            return None
        unit = self.after.contexts.precise(unit, text, before.begin, end)
        if _is_share(numerals[0]) and unit.name == "percent" and last.unit is None:
            numerals = tuple(scaled(numeral, Fraction(100)) for numeral in numerals)
        form = Form.POINT if pair is None else Form.RANGE
        change = ""
        far = None if hedges else self._far_hedges.find(text, before.begin, unit, numerals[0])
        hedges += [far] if far is not None else []
        if form is Form.POINT and not self.changes.is_term(text, end, unit):
            change = self.changes.before(text, before.begin, unit, behind=end) or self.changes.behind(
                text, end, unit
            )
        form = Form.CHANGE if change else form
        if pair is None and (before.negative or (change == "down" and numerals[0].value > 0)):
            numerals = (scaled_sign(numerals[0]),)
        told, words = strongest(hedges)
        hedge = bound(told, numerals[0], form)
        span = Span(before.begin, end)
        quantity = Quantity(
            text[span.start : span.end],
            form,
            numerals,
            unit,
            hedge,
            (*words, "±") if margin and pair else words,
            before.emphasis,
            text[last.unit_start : last.unit_end],
            kind_of(unit, counted=bool(last.measure or last.bare_noun or after.measure)),
        )
        rules = (
            f"numeral.{after.numeral.kind}",
            *((f"unit.{unit.name}",) if named else ()),
            *(() if hedge is Hedge.BARE else (f"hedge.{hedge}",)),
        )
        number = Span(numerals[0].span.start, numerals[-1].span.end)
        measure = last.measure or after.measure
        unit_span = Span(last.unit_start, last.unit_end)
        return Reading(span, quantity, number, unit_span, rules, measure, last.guessed)

    def _behind(self, text: str, after: After, last: After, hedges: list[tuple[Hedge, str]]) -> int:
        """Read 余 and the hedges behind a figure; return where it ends."""
        end = last.end
        part = self.after.part_hedge_at(text, end) if last.numeral.kind == "fraction" else None
        if part is not None:
            hedges.append((part[1], text[end : part[0]]))
            end = part[0]
        hedges += filter(None, (after.hedge, last.hedge if last is not after else None))
        more = last.more or after.more
        if not more and last.unit is not None and not last.bare_noun:
            stop = self.after.more_at(text, end)
            if stop is not None:
                more, end = text[end:stop], stop  # 三年多
        if more:
            hedges.append((Hedge.BETWEEN, more))
        for _ in range(_MOST_HEDGES_AFTER):
            place = space_at(text, end)
            found = self.after.hedge_at(text, place)
            if found is None or (is_latin(text[place]) and place == end):
                break
            hedges.append((found[1], text[place : found[0]]))
            end = found[0]
        return end

    def _unit(self, unit: Unit | None, before: Before, numeral: Numeral) -> tuple[Unit, bool]:
        """Return the unit with what stands before the figure (currency, 百分之, 每秒); False for none."""
        if before.over:
            unit = self._units.unit(before.over)
        elif unit is None and before.currency:
            unit = self._units.unit(before.currency)
        elif unit is None and _is_share(numeral):
            unit = self._units.unit("percent")
        if unit is None:
            return DIMENSIONLESS, False
        below = self._units.unit(before.per) if before.per and unit.name not in SHARES else None
        if below is not None and f"/{below.base}" not in unit.base:
            unit = self._units.quotient(unit, below)
        return unit, True


def _ends(before: Before, after: After, other: After, *, margin: bool) -> tuple[Numeral, Numeral] | None:
    """Return both ends of a range with their signs, or x and d of x ± d; None where they are no range."""
    if margin:
        first, width = carried(after, other) or (after.numeral, other.numeral)
        return (scaled_sign(first) if before.negative else first), width
    if not before.negative and not other.negative:
        return carried(after, other)
    both = before.throughout and other.negative is None and after.unit is None
    if before.negative and (other.negative or both):
        down = carried(after, other)  # 零下10至15℃ runs down, -15℃至-10℃ up
        up = None if down else carried(other, after)
        pair = down or (up[::-1] if up else None)
        return (scaled_sign(pair[0]), scaled_sign(pair[1])) if pair else None
    return carried(replace(after, numeral=scaled_sign(after.numeral)), other) if before.negative else None


def _definite(tenths: Numeral) -> Numeral:
    """Return tenths as an end of a range: its own last digit bounds it."""
    return tenths._replace(kind="chinese", nonzero=tenths.last)


def _is_share(numeral: Numeral) -> bool:
    """Say whether a numeral is a part of one (two thirds, but not half a million)."""
    return numeral.kind == "fraction" and numeral.value < 1


def _is_round(numeral: Numeral) -> bool:
    """Say whether shares are told of such a number: a small one, or 1000, but no year."""
    return numeral.value <= _MOST_OF or not set(str(numeral.value)) - set("10")


def _is_name(text: str, numeral: Numeral, after: After) -> bool:
    """Say whether number word and noun are capital inside a sentence: made by Nine Lanterns."""
    start, noun = numeral.span.start, space_at(text, numeral.span.end)
    if numeral.kind != "word" or not after.bare_noun or not (text[start].isupper() and text[noun].isupper()):
        return False
    return text[:start].rstrip(' “"(')[-1:].isalnum() or text[:start].rstrip()[-1:] == ","


def scaled_sign(numeral: Numeral) -> Numeral:
    """Return the numeral below zero."""
    return numeral._replace(value=-numeral.value)


def _alone(numeral: Numeral, before: Before, hedges: list[tuple[Hedge, str]]) -> bool:
    """Say whether a numeral is a lone character of a word (两港, 九灯) or a name (Nine Lanterns)."""
    return numeral.kind == "chinese" and len(numeral.text) == 1 and not hedges and not before.negative


def _ratio(text: str, before: Before, first: Numeral, second: Numeral) -> Reading:
    whole = ratio(text, first, second)
    span = Span(before.begin, second.span.end)
    hedge, words = strongest(before.hedges)
    exact = Interval(whole.value, whole.value)
    quantity = Quantity(
        text[span.start : span.end],
        Form.POINT,
        (whole,),
        Unit("ratio", "ratio"),
        hedge,
        words,
        before.emphasis,
        "",
        "ratio",
        exact,
        exact,
        exact,
    )
    return Reading(span, quantity, whole.span, Span(span.end, span.end), ("ratio",))
