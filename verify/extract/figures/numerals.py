"""Read one numeral, exactly.

Comes in: folded text and a place.  Goes out: a ``Numeral`` with its value, the worth of its
last digit (u) and of its last digit that is not zero (p), or None.  The grammar is closed and
bounded: mantissas with the scales that multiply them (万, 亿, million), stacked (3万4000,
374亿亿, 千万亿, 13万2), fractions, open numerals.  Units, hedges and what the numeral counts
are left to ``quantities``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from verify.catalog.schema import LanguageEntry
from verify.extract.figures.mantissas import Exact, Mantissa, Mantissas, NumeralError, fraction, power_of_ten
from verify.extract.figures.number_words import NumberWords
from verify.extract.figures.open_numerals import VULGAR, OpenNumerals, mixed
from verify.extract.figures.scales import Scales
from verify.extract.lexicon.words import Surfaces, after_first, is_latin, space_at
from verify.model.quantity import Numeral
from verify.model.span import Span

__all__ = ["NumeralError", "NumeralReader", "scaled"]

_MOST_TERMS = 8
LEAST_ODDS = 2100
"""Odds are told of larger numbers; a smaller one may be a year: 1 in 1995."""
_SHARED = frozenset({"arabic", "chinese", "indefinite"})
_HALF_TENTH = 5
_DIGITS = frozenset("123456789")
_BEFORE_DECIMALS = frozenset(" (（[-−~～:：=<>≤≥≈率为是约近达$€£¥")
"""Before a point that begins decimals, and neither ends a sentence nor goes on a name."""
_MONEY_SIGNS = frozenset("€$£¥")
_COMMA = re.compile(r",\d{1,2}(?![\d,])")
"""A comma and what may be decimals of lands that write them so: 3,5 million."""
_GOES_ON = re.compile(r"(?:[.:]|,(?=\d{3}))?\d")
_BARE_POWER = re.compile(r"10(?:(?:\^|\*\*)([-+]?\d{1,3})|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))(?![\d⁰¹²³⁴⁵⁶⁷⁸⁹])")


@dataclass(slots=True)
class _Stack:
    """The terms of a numeral that were read so far."""

    end: int
    total: Exact = 0
    last: Exact = 1
    point: bool = False
    scale: Exact = 0
    """Of the last term; 0 before the first."""
    terms: int = 0
    chinese: bool = False
    arabic: bool = False


class NumeralReader:
    """Reads numerals with the words of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry]) -> None:
        self._mantissas = Mantissas(languages)
        self._words = NumberWords(languages)
        self.scales = Scales(languages, self._mantissas.places, self._words)
        self._open = OpenNumerals(languages, self._mantissas, self.scales)
        self._scale_joints = Surfaces((word, True) for entry in languages for word in entry.scale_joints)
        self._counted_scales = Surfaces(
            (word, Fraction(worth)) for entry in languages for word, worth in entry.counted_scales.items()
        )
        self._not_counted_scales = Surfaces(
            (w, True) for entry in languages for w in entry.not_counted_scales
        )
        self._bars = Surfaces((word, True) for entry in languages for word in entry.fraction_bars)
        self._over = Surfaces((word, True) for entry in languages for word in entry.over)
        self._halves = Surfaces((word, True) for entry in languages for word in entry.halves)
        self._not_halves = Surfaces((word, True) for entry in languages for word in entry.not_halves)
        measures = (word for entry in languages for word in (*entry.measures, *entry.people_measures))
        self._counted = Surfaces((word, True) for word in measures)
        self._tenths = Surfaces((s, hedge) for entry in languages for s, hedge in entry.tenths.items())
        self.characters = self._mantissas.characters + self.scales.characters
        """Every character that is a numeral by itself."""
        self.digits = frozenset(self._mantissas.characters) - frozenset(self._mantissas.places)
        """Every digit in words."""
        surfaces = (self._scale_joints, self._bars, self._over, self._tenths, self._open.joints)
        self.words_behind = [word for each in (*surfaces, self._counted_scales) for word in each]
        self.words_behind += [
            *self._mantissas.points,
            *self.scales.openers,
            *VULGAR,
            *self._open.openers,
            *self._open.scaled,
        ]
        """Every word that is looked for behind digits."""
        self.start = self._start(languages)
        """Finds where a numeral may begin."""

    def _start(self, languages: Sequence[LanguageEntry]) -> re.Pattern[str]:
        singles = f"0123456789{VULGAR}{self.characters}"
        openers = self._open.openers
        halves = [w for entry in languages for w in entry.halves]
        number_words = [w for entry in languages for w in (*entry.number_words, *entry.zeros)]
        latin = [w.lower() for w in (*number_words, *openers, *self._open.scaled, *halves) if w.isascii()]
        groups: list[tuple[str, str, list[str]]] = [(f"[{singles}]", singles, [""])]
        scaled_by = f"(?=[{self.characters}])"  # 数百, but neither 数量 nor 马上
        for first, rest in _by_first(w for w in (*openers, *halves) if not w.isascii()).items():
            groups.append((re.escape(first), first, rest))
        for first, rest in _by_first(w for w in self._open.scaled if not w.isascii()).items():
            groups.append((re.escape(first), first, [word + scaled_by for word in rest]))
        for first, rest in _by_first(latin).items():
            both = f"{first}{first.upper()}"
            groups.append((f"(?<![A-Za-z-])[{both}]", both, [rf"(?i:{word})(?![A-Za-z])" for word in rest]))
        return after_first(groups)

    def read(self, text: str, start: int) -> Numeral | None:
        """Return the longest numeral at ``start``.

        Raises ``NumeralError`` for one that cannot be read without guessing.
        """
        if self._over.at(text, start):
            return None  # 百分之四: the numeral is 四, its unit stands before it
        found = self._open.read(text, start)
        if found is not None:
            return self._grown(text, found)
        if is_latin(text[start]):
            words = self._words.read(text, start)
            if words is None:
                return None
            found = _numeral(text, start, words[2], words[0], words[1], kind="word")
        else:
            found = self._stacked(text, start)
        if found is None:
            return None
        whole = self._joined(text, self._open.with_part(text, found))
        if text[whole.span.end : whole.span.end + 1] in self._counted_scales.firsts:
            scale = self._counted_scales.at(text, whole.span.end)
            if scale is not None and self._not_counted_scales.at(text, whole.span.end) is None:
                return scaled(whole, scale[1], scale[0], text)
        return self._grown(text, whole) if whole.last < 1 and not whole.point else whole

    def _joined(self, text: str, whole: Numeral) -> Numeral:
        """Return a whole number with a fraction behind a joint: 2又1/2, 二又二分之一."""
        joint = self._open.joints.at(text, whole.span.end)
        if joint is None or whole.last != 1 or joint[0] == len(text):
            return whole
        if text[whole.span.end : joint[0]].isascii():
            return whole  # two and half: left to the joints of words
        part = self._open.read(text, joint[0]) or self._stacked(text, joint[0])
        if part is None or part.kind != "fraction" or part.value >= 1:
            return whole
        return mixed(text, whole, part.span.end, part.value)

    def is_digit(self, text: str, place: int) -> bool:
        """Say whether a character is a numeral by itself: 3, 三, 万."""
        return text[place].isdigit() or text[place] in self.characters

    def digit_at(self, text: str, place: int) -> bool:
        """Say whether a digit stands at a place that may lie behind the text."""
        return place < len(text) and self.is_digit(text, place)

    def is_place(self, char: str) -> bool:
        """Say whether a character is a place (十百千) that may also begin a unit."""
        return char in self._mantissas.places

    def tenths(self, text: str, numeral: Numeral) -> Numeral | None:
        """Return 两成, 八五折 and 8.5折 as a share in hundredths; one of kind ``fraction`` is about."""
        found = self._tenths.at(text, numeral.span.end)
        if found is None or numeral.kind not in _SHARED or not 0 < numeral.value < 100:
            return None
        share = scaled(numeral, Fraction(10 if numeral.value <= 10 else 1), found[0], text)
        if numeral.kind == "indefinite":
            return share  # 六七成
        digit, end = self._mantissas.digit(text, found[0]), found[0] + 1
        half = None if digit else self._halves.at(text, found[0])
        if half:
            digit, end = _HALF_TENTH, half[0]
        closed = not text[end : end + 1].isalnum()
        if found[1] != "bare":  # 三成五受访者, but not 七折五件, 三成五人, 三成半导体企业
            closed = not self.digit_at(text, end) and self._not_halves.at(text, found[0]) is None
            closed = closed and self._counted.at(text, end) is None
            closed = closed and not self._mantissas.counts(text[found[0] : end])
        if digit is None and text[found[0] : end] in _DIGITS:  # 4成7
            digit = int(text[found[0]])
            closed = not _GOES_ON.match(text, end) and not self.digit_at(text, end)
        if digit and numeral.value < 10 and closed:  # 三成五, 三成半
            span = Span(numeral.span.start, end)
            words = text[span.start : end]
            share = share._replace(span=span, text=words, value=share.value + digit, last=Fraction(1))
        return share if found[1] == "bare" else share._replace(nonzero=None, kind="fraction")

    def pair(self, numeral: Numeral) -> Numeral | None:
        """Return two neighbouring digits in words as digits: behind a unit for the point (一米七八)."""
        if not self.digits.issuperset(numeral.text):
            return None
        value = Fraction(self._mantissas.row(numeral.text))
        return numeral._replace(
            value=value, last=Fraction(1), nonzero=Fraction(1), kind="chinese", hard=None, soft=None
        )

    # --- stacked numerals

    def _stacked(self, text: str, start: int) -> Numeral | None:
        power = _BARE_POWER.match(text, start) if text.startswith("10", start) else None
        if power:
            worth = power_of_ten(power[1] or power[2])
            return _numeral(text, start, power.end(), worth, worth)
        stack = _Stack(start)
        while stack.terms < _MOST_TERMS:
            mantissa = self._term(text, stack)
            if mantissa is None or not self._push(text, start, stack, mantissa):
                break
        if stack.terms == 0:
            return None
        return self._special(text, start, stack) or _numeral(
            text, start, stack.end, stack.total, stack.last, point=stack.point, kind=_kind(text, start, stack)
        )

    def _term(self, text: str, stack: _Stack) -> Mantissa | None:
        """Return the next digits, if they fit below what was read."""
        first = stack.terms == 0
        place = stack.end if first else space_at(text, stack.end)
        spaced = place > stack.end
        if spaced and not text[place : place + 1].isdigit():
            return None
        mantissa = self._mantissas.read(text, place, first=first)
        if spaced and mantissa is not None and self.scales.after_digits(text, mantissa.end)[0] == 1:
            return None  # 1 亿 2035 万, but not 1 亿 2035
        if mantissa is None:
            if first and text[stack.end] in self.scales.characters:
                return Mantissa(1, 1, False, stack.end, True, 0)  # 万亿, 亿
            return None
        if not first and (mantissa.value >= stack.scale or mantissa.point):
            return None
        return mantissa

    def _push(self, text: str, start: int, stack: _Stack, mantissa: Mantissa) -> bool:
        """Add a term with its scale; say whether another may follow."""
        reach = self.scales.after if mantissa.chinese else self.scales.after_digits
        scale, end = reach(text, mantissa.end)
        if text[end : end + 1] == "," and not stack.terms:
            self._refuse_comma(text, start, mantissa)
        if stack.terms and scale == 1 and mantissa.digits == 1 and mantissa.value < 10:
            if mantissa.value == 0 or self.is_place(text[end : end + 1]):
                return False
            stack.last = Fraction(stack.scale) / 10  # 13万2
            stack.total += mantissa.value * stack.last
        elif stack.terms and scale == stack.scale:
            return False
        elif 1 < stack.scale <= self.scales.place(text, mantissa):
            raise NumeralError("doubtful-numeral", f"the places of '{text[start:end]}' rise", end)
        else:
            total = stack.total if scale <= stack.scale or not stack.terms else 0
            carried = stack.total - total  # 一万五千亿: 亿 multiplies all before it
            place = self.scales.place(text, mantissa) if carried else 1  # 3万4千亿: 千 is 4000 of it
            grown = (carried + mantissa.value * place) * scale
            stack.total = total + (grown if place == 1 else Fraction(grown) / place)
            stack.last = mantissa.last * scale
        stack.point, stack.end, stack.scale = mantissa.point, end, scale
        stack.chinese, stack.arabic = stack.chinese or mantissa.chinese, stack.arabic or not mantissa.chinese
        stack.terms += 1
        return scale != 1 and not mantissa.point  # 1.5万2021年: nothing follows decimals

    def _refuse_comma(self, text: str, start: int, mantissa: Mantissa) -> None:
        """Raise ``NumeralError`` where a comma may be a decimal point: 3,5 million, €4,50."""
        comma = _COMMA.match(text, mantissa.end) if text[start - 1 : start] != "," else None
        if comma is None:
            return
        if (
            text[start - 1 : start] not in _MONEY_SIGNS
            and self.scales.after_digits(text, comma.end())[0] == 1
        ):
            return
        number = text[start : comma.end()]
        raise NumeralError("doubtful-digits", f"the comma of '{number}' may be a decimal point", comma.end())

    def _special(self, text: str, start: int, stack: _Stack) -> Numeral | None:
        """Read what may follow a whole number: 分之, and ½ where it has no scale."""
        if text[stack.end : stack.end + 1] in VULGAR and stack.end < len(text) and stack.scale == 1:
            return self._open.vulgar(text, start, stack.total, stack.end)
        bar = self._bars.at(text, stack.end)
        if bar is None or stack.total == 0:
            return None
        upper = self._mantissas.read(text, bar[0], first=True)
        if upper is None:
            return None
        value = Fraction(upper.value) / stack.total
        if upper.value == 1 and stack.total > LEAST_ODDS and not _is_power_of_ten(stack.total):
            last = Fraction(stack.last) / stack.total**2
            return Numeral(Span(start, upper.end), text[start : upper.end], value, last, None, kind="odds")
        return Numeral(
            Span(start, upper.end), text[start : upper.end], value, Fraction(1), None, kind="fraction"
        )

    def _grown(self, text: str, numeral: Numeral) -> Numeral:
        """Return half a million, several hundred million: what is no whole number, times a scale."""
        start = numeral.span.end
        joint = self._scale_joints.at(text, start)
        scale, end = self._words.scale(text, joint[0] - 1 if joint else start)
        if scale == 1:
            return numeral
        whole = scaled(numeral, scale)
        return whole._replace(span=Span(numeral.span.start, end), text=text[numeral.span.start : end])


def _is_power_of_ten(number: Exact) -> bool:
    """Say whether a number is told as a part of, and no odds: 百万分之一."""
    return not set(str(number)) - set("10")


def scaled(numeral: Numeral, factor: Exact, end: int | None = None, text: str = "") -> Numeral:
    """Return a numeral times a factor; with ``end``, it reaches up to there in ``text``."""
    grown = numeral._replace(
        value=numeral.value * factor,
        last=numeral.last * factor,
        nonzero=None if numeral.nonzero is None else numeral.nonzero * factor,
        hard=None if numeral.hard is None else numeral.hard.scaled(Fraction(factor)),
        soft=None if numeral.soft is None else numeral.soft.scaled(Fraction(factor)),
    )
    if end is None:
        return grown
    return grown._replace(span=Span(numeral.span.start, end), text=text[numeral.span.start : end])


def decimals(text: str, numeral: Numeral) -> Numeral:
    """Return digits behind a point that no digits stand before as decimals: .570; any other as they are."""
    start, written = numeral.span.start - 1, numeral.text
    opens = start == 0 or text[start - 1] in _BEFORE_DECIMALS
    if not (opens and written.isascii() and written.isdecimal()):
        return numeral
    told = scaled(numeral, Fraction(1, 10 ** len(written)), numeral.span.end, text)
    return told._replace(
        span=Span(start, numeral.span.end), text=f".{written}", nonzero=told.last, point=True
    )


def below_zero(numeral: Numeral) -> Numeral:
    """Return the numeral below zero."""
    return numeral._replace(value=-numeral.value)


def _by_first(words: Iterable[str]) -> dict[str, list[str]]:
    """Return by first character expressions of the rest of each word, in the order given."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return rests


def _kind(text: str, start: int, stack: _Stack) -> str:
    if stack.chinese:
        return "mixed" if stack.arabic else "chinese"
    return "arabic" if text[start : stack.end].isascii() else "mixed"


def _numeral(
    text: str,
    start: int,
    end: int,
    value: Exact,
    last: Exact,
    *,
    point: bool = False,
    kind: str = "arabic",
) -> Numeral:
    worth = _exactly(last)
    nonzero = worth if point or value == 0 else _exactly(_nonzero(value, last))
    return Numeral(Span(start, end), text[start:end], _exactly(value), worth, nonzero, point, kind)


def _exactly(worth: Exact) -> Fraction:
    return worth if isinstance(worth, Fraction) else fraction(worth)


def _nonzero(value: Exact, last: Exact) -> Exact:
    """Return p: the worth of the last digit that is not zero."""
    whole = value if last == 1 else Fraction(value) / last
    digits = str(whole.numerator)
    worth: int = 10 ** (len(digits) - len(digits.rstrip("0")))
    return last * worth
