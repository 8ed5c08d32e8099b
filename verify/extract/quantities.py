"""Read a figure: numeral, unit, hedge and form, and exactly the characters they take.

Comes in: folded text and the place of a numeral.  Goes out: a ``Reading`` with the quantity and
its span (value with unit and hedge, nothing else), or None.  Around the numeral the reader looks
left (hedge, emphasis, currency, 每秒, 百分之, sign) and right (余, scale, unit, 每 …, hedge, the
other end of a range); every look-up is bounded.  What is no figure is decided before
(``mentions``), what a figure is about afterwards (``claims``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from verify.catalog.catalog import Catalog
from verify.catalog.schema import QualifierWords
from verify.extract.nouns import noun_after
from verify.extract.numerals import NumeralReader, TooLong
from verify.extract.words import Surfaces, is_latin
from verify.model.quantity import DIMENSIONLESS, Form, Hedge, Interval, Numeral, Quantity, Unit
from verify.model.span import Span

_ASCII_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
_OVER = {"百分之": "percent", "千分之": "permille"}
_RATIO = re.compile(r"\s?(?::|：|比)\s?(?=\d)")
_PLUS_MINUS = re.compile(r"\s?(?:±|\+/-)\s?(?=\d)")
_GAP = re.compile(r"[ -]?")
_STRENGTH = {
    Hedge.MORE_THAN: 5,
    Hedge.LESS_THAN: 5,
    Hedge.AT_LEAST: 4,
    Hedge.AT_MOST: 4,
    Hedge.NEARLY: 4,
    Hedge.BETWEEN: 3,
    Hedge.ABOUT: 2,
    Hedge.EXACTLY: 1,
    Hedge.BARE: 0,
}
_MORE = frozenset("余多几")
_LEFT_STEPS = 7
_COUNTED_FROM = 10000
_MONEY = re.compile(r"[A-Z]{3}(?:$|/)")


def lowered(text: str) -> str:
    """Return the text with ASCII letters in lower case, of the same length."""
    return text.translate(_ASCII_LOWER)


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure in folded text."""

    span: Span
    quantity: Quantity
    number_span: Span
    """The numeral alone."""
    unit_span: Span
    """The unit after the numeral; empty where it has none."""
    rules: tuple[str, ...]
    measure: str = ""
    """Measure word of a count whose noun is still unknown."""


@dataclass(slots=True)
class _Left:
    begin: int
    hedges: list[tuple[Hedge, str]]
    emphasis: str = ""
    currency: str = ""
    per: str = ""
    over: str = ""
    negative: bool = False
    opening: bool = False


@dataclass(slots=True)
class _Right:
    end: int
    numeral: Numeral
    unit: Unit | None = None
    unit_start: int = 0
    unit_end: int = 0
    more: bool = False
    measure: str = ""
    bare_noun: bool = False


class Changes:
    """Words of change before a figure, with their direction."""

    def __init__(self, words: Iterable[QualifierWords]) -> None:
        entries = tuple(words)
        self._surfaces = Surfaces((word, entry.value) for entry in entries for word in entry.words)
        self._unless = Surfaces((word, "") for entry in entries for word in entry.unless)

    def before(self, lower: str, end: int, floor: int) -> str:
        """Return ``up``, ``down`` or an empty string for the word that ends at ``end``."""
        place = end
        while place > floor and lower[place - 1] in " 了约":
            place -= 1
        found = self._surfaces.before(lower, place, floor)
        blocked = self._unless.before(lower, place, floor)
        if found is None or (blocked is not None and blocked[0] < found[0]):
            return ""
        return found[1]


class QuantityReader:
    """Reads figures with the units and words of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        languages = catalog.languages
        self._units = catalog.units
        self.numerals = NumeralReader(languages)
        self._before = Surfaces(
            (word, (Hedge(entry.hedge), entry.unless))
            for language in languages for entry in language.hedges for word in entry.before
        )
        self._after = Surfaces(
            (word, Hedge(entry.hedge)) for language in languages for entry in language.hedges for word in entry.after
        )
        self._emphasis = Surfaces((word, word) for language in languages for word in language.emphasis)
        self._currencies = Surfaces((s, unit) for language in languages for s, unit in language.currencies.items())
        self._rates = Surfaces((s, unit) for language in languages for s, unit in language.rate_prefixes.items())
        self._negative = Surfaces((word, True) for language in languages for word in language.negative)
        self._measures = Surfaces((s, noun) for language in languages for s, noun in language.measures.items())
        self._ranges = Surfaces((word, word) for language in languages for word in language.range_words)
        self._opening = Surfaces((word, True) for language in languages for word in language.range_opening)
        self._per = Surfaces((word, word) for language in languages for word in language.per)
        self._stop = frozenset(word for language in languages for word in language.stop)
        self.changes = Changes(entry for language in languages for entry in language.changes)

    def read(self, text: str, lower: str, start: int, floor: int) -> Reading | None:
        """Return the figure whose numeral begins at ``start``; nothing before ``floor`` is touched.

        Raises ``TooLong`` like ``NumeralReader.read``.
        """
        if self._negative.at(lower, start):
            return None  # 零下5度: the sign stands here, the numeral follows
        numeral = self.numerals.read(text, start)
        if numeral is None or self._is_unit(text, numeral):
            return None
        numeral = self._without_unit(text, numeral)
        left = self._left(text, lower, start, floor)
        right = self._right(text, lower, numeral, left.currency)
        ratio = _RATIO.match(text, right.end) if right.unit is None and not right.more else None
        if ratio:
            return self._ratio(text, left, numeral, ratio.end())
        margin = _PLUS_MINUS.match(text, right.end)
        other = self._other_end(text, lower, right, left, margin)
        return self._assemble(text, lower, left, right, other, margin=bool(margin))

    # --- left of the numeral

    def _left(self, text: str, lower: str, start: int, floor: int) -> _Left:
        left = _Left(start, [])
        for _ in range(_LEFT_STEPS):
            end = left.begin
            while end > floor and lower[end - 1] == " ":
                end -= 1
            if not self._left_step(text, lower, left, end, floor):
                break
        return left

    def _left_step(self, text: str, lower: str, left: _Left, end: int, floor: int) -> bool:
        if end <= floor:
            return False
        over = _OVER.get(text[end - 3 : end]) if end - 3 >= floor else None
        if over and not left.over:
            left.over, left.begin = over, end - 3
            return True
        found = self._currencies.before(lower, end, floor)
        if found and not left.currency and not left.hedges:
            left.begin, left.currency = found
            return True
        sign = self._negative.before(lower, end, floor)
        if sign and not left.negative and not left.hedges and self._is_sign(text, sign[0], end, left.begin):
            left.begin, left.negative = sign
            return True
        rate = self._rates.before(lower, end, floor)
        if rate and not left.per:
            left.begin, left.per = rate
            return True
        hedge = self._before.before(lower, end, floor)
        if hedge and not self._blocked(lower, hedge[0], end, hedge[1][1]):
            left.hedges.insert(0, (hedge[1][0], text[hedge[0] : end]))
            left.begin = hedge[0]
            return True
        emphasis = self._emphasis.before(lower, end, floor)
        if emphasis and not left.emphasis:
            left.emphasis = text[emphasis[0] : end]
            left.begin = emphasis[0]
            return True
        opening = self._opening.before(lower, end, floor)
        left.opening = left.opening or opening is not None
        return False

    @staticmethod
    def _is_sign(text: str, begin: int, end: int, numeral: int) -> bool:
        """Tell a minus from a dash: it stands at the numeral and after no letter or digit."""
        if text[end - 1] not in "-−":
            return True
        return end == numeral and (begin == 0 or not (text[begin - 1].isalnum() or text[begin - 1] in ")%）"))

    @staticmethod
    def _blocked(lower: str, begin: int, end: int, unless: tuple[str, ...]) -> bool:
        word = lower[begin:end]
        for longer in unless:
            inside = longer.find(word)
            if inside >= 0 and lower[max(0, begin - inside) : begin - inside + len(longer)] == longer:
                return True
        return False

    # --- right of the numeral

    def _right(self, text: str, lower: str, numeral: Numeral, currency: str = "") -> _Right:
        right = _Right(numeral.span.end, numeral)
        gap = 1 if text[right.end : right.end + 1] == " " else 0
        if text[right.end + gap : right.end + gap + 1] in _MORE and numeral.kind != "fraction":
            self._more(text, right, right.end + gap)
        if currency:
            self._money_scale(text, right)
        self._unit(text, lower, right)
        if currency and (right.unit is None or right.bare_noun):
            right.unit, right.bare_noun = self._units.unit(currency), False
            right.unit_start = right.unit_end = right.end
            self._denominators(text, lower, right)
        return right

    def _more(self, text: str, right: _Right, place: int) -> None:
        """Read 10余, 50多, 十几 and the scale after it (20多亿)."""
        scale, end = self.numerals.scale_after(text, place + 1)
        numeral = right.numeral
        if scale != 1:
            numeral = replace(
                numeral,
                span=Span(numeral.span.start, end),
                text=text[numeral.span.start : end],
                value=numeral.value * scale,
                last=numeral.last * scale,
                nonzero=None if numeral.nonzero is None else numeral.nonzero * scale,
            )
        right.numeral, right.more, right.end = numeral, True, end

    def _money_scale(self, text: str, right: _Right) -> None:
        """Read $5m and $3B: after a currency a letter is a scale."""
        letter = {"m": 10**6, "M": 10**6, "b": 10**9, "B": 10**9}.get(text[right.end : right.end + 1])
        if letter and not is_latin(text[right.end + 1 : right.end + 2] or " "):
            numeral = right.numeral
            right.numeral = replace(
                numeral, span=Span(numeral.span.start, right.end + 1),
                text=text[numeral.span.start : right.end + 1], value=numeral.value * letter,
                last=numeral.last * letter,
                nonzero=None if numeral.nonzero is None else numeral.nonzero * letter,
            )
            right.end += 1

    def _unit(self, text: str, lower: str, right: _Right) -> None:
        gap = _GAP.match(text, right.end)
        place = gap.end() if gap else right.end
        if place > right.end and text[right.end] == "-" and not is_latin(text[place : place + 1] or " "):
            place = right.end
        found = self._units.match(text, place) if place < len(text) else None
        if found is not None:
            name, end = found
            right.unit, right.unit_start, right.unit_end, right.end = self._units.unit(name), place, end, end
            self._denominators(text, lower, right)
            return
        measure = self._measures.at(lower, place) if place < len(text) else None
        if measure is not None:
            end, noun = measure
            word = text[place:end]
            right.measure = word
            right.unit_start, right.unit_end, right.end = place, end, end
            right.unit = self.counted(noun) if noun else self._noun_unit(text, end) or self._units.counted(word)
            if noun or right.unit.name != f"[count of {word}]":
                right.measure = ""
            self._denominators(text, lower, right)
            return
        self._bare_count(text, lower, right, place)

    def _noun_unit(self, text: str, start: int) -> Unit | None:
        noun = noun_after(text, start, self._stop)
        return self.counted(noun) if noun else None

    def counted(self, noun: str) -> Unit:
        """Return the unit of a count of ``noun``, by the table of nouns where it is in it."""
        found = self._units.match(noun, 0)
        if found is not None and found[1] == len(noun):
            unit = self._units.unit(found[0])
            if unit.base == unit.name and unit.factor == 1 and unit.base != "dimensionless":
                return unit
        return self._units.counted(noun)

    def _bare_count(self, text: str, lower: str, right: _Right, place: int) -> None:
        """Read a count without measure word: 10000亿参数, 3 new routes."""
        ahead = text[place : place + 1]
        numeral = right.numeral
        chinese = "\u3400" <= ahead <= "\u9fff" and place == right.end
        if chinese and not (numeral.kind in {"mixed", "arabic"} and numeral.value >= _COUNTED_FROM):
            return
        if not chinese and not (is_latin(ahead or " ") and text[right.end : right.end + 1] in {" ", "-"}):
            return
        noun = noun_after(text, right.end, self._stop)
        if noun:
            right.unit, right.bare_noun = self.counted(noun), True
            right.unit_start = right.unit_end = right.end

    def _denominators(self, text: str, lower: str, right: _Right) -> None:
        """Read /s, 每小时, per minute after a unit."""
        for _ in range(2):
            place = right.end + 1 if text[right.end : right.end + 1] == " " else right.end
            if text[place : place + 1] == "/":
                begin = place + 1
            else:
                per = self._per.at(lower, place)
                if per is None:
                    return
                begin = per[0]
                if is_latin(text[begin - 1]) and place == right.end:
                    return
            if text[begin : begin + 1] == " ":
                begin += 1
            below = self._units.match(text, begin) if begin < len(text) else None
            if below is None or right.unit is None:
                return
            unit = self._units.unit(below[0])
            if per_word_is_article(text, place) and unit.base != "second":
                return
            right.unit = self._units.quotient(right.unit, unit)
            right.end = right.unit_end = below[1]

    def _without_unit(self, text: str, numeral: Numeral) -> Numeral:
        """Give 千 of 100千米 and 300千瓦 to the unit."""
        end = numeral.span.end
        if numeral.kind != "mixed" or not self.numerals.is_place(text[end - 1]):
            return numeral
        found = self._units.match(text, end - 1)
        if found is None or found[1] <= end:
            return numeral
        start = numeral.span.start
        shorter = self.numerals.read(text[start : end - 1], 0)
        return numeral if shorter is None else replace(shorter, span=Span(start, end - 1))

    def _is_unit(self, text: str, numeral: Numeral) -> bool:
        """Say whether what looks like a numeral begins a unit: 千瓦 alone, 两 of 斤两."""
        return numeral.kind == "chinese" and numeral.text in {"千", "万", "百", "亿", "十"} and (
            self._units.match(text, numeral.span.start) is not None or numeral.text in {"百", "万", "亿"}
        )

    # --- forms

    def _ratio(self, text: str, left: _Left, first: Numeral, start: int) -> Reading | None:
        second = self.numerals.read(text, start)
        if second is None or second.value == 0:
            return None
        span = Span(left.begin, second.span.end)
        hedge, words = _strongest(left.hedges)
        whole = Numeral(
            Span(first.span.start, second.span.end), text[first.span.start : second.span.end],
            first.value / second.value, Fraction(0), None, kind="ratio",
        )
        value = first.value / second.value
        unit = Unit("ratio", "ratio")
        quantity = Quantity(
            text[span.start : span.end], Form.POINT, (whole,), unit, hedge, words, left.emphasis, "", "ratio",
            Interval(value, value), Interval(value, value), Interval(value, value),
        )
        return Reading(span, quantity, whole.span, Span(span.end, span.end), ("ratio",))

    def _other_end(
        self, text: str, lower: str, right: _Right, left: _Left, margin: re.Match[str] | None
    ) -> _Right | None:
        """Read the second end of a range, or the d of x ± d."""
        place = right.end
        if margin is None:
            place = place + 1 if text[place : place + 1] == " " else place
            word = self._ranges.at(lower, place)
            if word is None:
                return None
            end, surface = word
            if surface in {"and", "与", "和"} and not left.opening:
                return None
            place = end
        else:
            place = margin.end()
        place = place + 1 if text[place : place + 1] == " " else place
        found = self._currencies.at(lower, place) if place < len(text) else None
        place = found[0] if found else place
        if place >= len(text) or not self.numerals.start.match(text, place):
            return None
        numeral = self.numerals.read(text, place)
        if numeral is None or numeral.kind in {"indefinite", "fraction"} or right.numeral.kind in {"indefinite", "fraction"}:
            return None
        other = self._right(text, lower, numeral, left.currency)
        if right.unit is not None and other.unit is not None and right.unit.base != other.unit.base:
            return None
        return other

    def _assemble(
        self, text: str, lower: str, left: _Left, right: _Right, other: _Right | None, *, margin: bool
    ) -> Reading | None:
        last = other or right
        numerals = (right.numeral,)
        form = Form.POINT
        unit = right.unit or (other.unit if other else None)
        if other is not None:
            pair = _carried(right, other)
            if pair is None and not margin:
                other, last, unit = None, right, right.unit
            else:
                form = Form.RANGE
                numerals = pair if pair is not None else (right.numeral, other.numeral)
        hedges = list(left.hedges)
        end = last.end
        if last.more or right.more:
            hedges.append((Hedge.BETWEEN, "余"))
        elif text[end : end + 1] in {"余", "多"} and unit is not None and not last.bare_noun and not is_noun_ahead(text, end):
            hedges.append((Hedge.BETWEEN, text[end : end + 1]))
            end += 1
        end = self._after_hedges(text, lower, end, hedges)
        unit, names = self._final_unit(unit, left, right.numeral)
        numerals = tuple(_signed(n, left, text) for n in numerals)
        hedge, words = _strongest(hedges)
        if numerals[0].kind == "fraction" and hedge in {Hedge.BARE, Hedge.EXACTLY}:
            hedge = Hedge.ABOUT
        if numerals[0].kind == "indefinite" or form is Form.RANGE:
            hedge = Hedge.BETWEEN if hedge is Hedge.BARE else hedge
        if margin:
            words = (*words, "±")
        change = self.changes.before(lower, left.begin, 0)
        if change and form is Form.POINT:
            form = Form.CHANGE
            if change == "down" and numerals[0].value > 0:
                numerals = tuple(replace(n, value=-n.value) for n in numerals)
        span = Span(left.begin, end)
        quantity = Quantity(
            text[span.start : span.end], form, numerals, unit, hedge, words, left.emphasis,
            text[last.unit_start : last.unit_end], _kind(unit, right, last),
        )
        rules = (f"numeral.{right.numeral.kind}", *names, *(() if hedge is Hedge.BARE else (f"hedge.{hedge}",)))
        number = Span(numerals[0].span.start, numerals[-1].span.end)
        return Reading(span, quantity, number, Span(last.unit_start, last.unit_end), rules, last.measure or right.measure)

    def _after_hedges(self, text: str, lower: str, end: int, hedges: list[tuple[Hedge, str]]) -> int:
        for _ in range(2):
            place = end + 1 if text[end : end + 1] == " " else end
            found = self._after.at(lower, place) if place < len(text) else None
            if found is None or (is_latin(lower[place]) and place == end):
                break
            hedges.append((found[1], text[place : found[0]]))
            end = found[0]
        return end

    def _final_unit(self, unit: Unit | None, left: _Left, numeral: Numeral) -> tuple[Unit, tuple[str, ...]]:
        """Return the unit with what stands before the figure: currency, 百分之, 每秒."""
        if left.over:
            unit = self._units.unit(left.over)
        elif left.currency:
            money = self._units.unit(left.currency)
            unit = money if unit is None else unit
        elif numeral.kind == "fraction" and unit is None:
            unit = self._units.unit("percent")
        if unit is None:
            return DIMENSIONLESS, ()
        if left.per:
            below = self._units.unit(left.per)
            if "/second" not in unit.base:
                unit = self._units.quotient(unit, below)
        return unit, (f"unit.{unit.name}",)


def per_word_is_article(text: str, place: int) -> bool:
    """Say whether the per word at ``place`` is only the article: $5 a month, but not 5 km a lap."""
    return text[place : place + 2].lower() in {"a ", "an"}


def is_noun_ahead(text: str, end: int) -> bool:
    """Say whether 多 or 余 after a unit begins a word: 元多 is 'and more', 人多 before 样化 is not."""
    return text[end + 1 : end + 2] in {"样", "元", "种", "个", "地", "家", "数", "半", "次", "项", "少", "功", "年", "方"}


def _carried(right: _Right, other: _Right) -> tuple[Numeral, Numeral] | None:
    """Return both ends of a range, the scale of the second carried back to the first (5-10万)."""
    first, second = right.numeral, other.numeral
    if first.value > second.value:
        return None
    if right.unit is None and first.value * 100 < second.value:
        scale = _scale_of(second)
        if scale > 1 and first.value * scale <= second.value:
            return (
                replace(
                    first, value=first.value * scale, last=first.last * scale,
                    nonzero=None if first.nonzero is None else first.nonzero * scale,
                ),
                second,
            )
    if right.unit is not None and other.unit is not None and right.unit.factor != other.unit.factor:
        ratio = right.unit.factor / other.unit.factor
        return replace(first, value=first.value * ratio, last=first.last * ratio), second
    return first, second


def _scale_of(numeral: Numeral) -> Fraction:
    """Return the worth of the scale words of a numeral: 10万 has 10^4."""
    scale = numeral.last
    decimals = len(numeral.text.partition(".")[2].rstrip("万亿千百十 milobntr")) if "." in numeral.text else 0
    return scale * 10**decimals


def _signed(numeral: Numeral, left: _Left, text: str) -> Numeral:
    if not left.negative:
        return numeral
    return replace(numeral, value=-numeral.value)


def _strongest(hedges: list[tuple[Hedge, str]]) -> tuple[Hedge, tuple[str, ...]]:
    words = tuple(word for _, word in hedges)
    hedge = max((hedge for hedge, _ in hedges), key=_STRENGTH.__getitem__, default=Hedge.BARE)
    return hedge, words


def _kind(unit: Unit, right: _Right, last: _Right) -> str:
    base = unit.base
    if unit.name in {"percent", "permille", "成"}:
        return "percent"
    if base == "second":
        return "duration"
    if base == "kelvin":
        return "temperature"
    if base == "岁":
        return "age"
    if _MONEY.match(base):
        return "money"
    if last.measure or last.bare_noun or right.measure or base.startswith("[count"):
        return "count"
    if base == "dimensionless":
        return "number"
    if unit.name == base and unit.factor == 1 and not base.isascii():
        return "count"
    return "quantity"


__all__ = ["Changes", "QuantityReader", "Reading", "TooLong", "lowered"]
