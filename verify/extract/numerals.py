"""Read one numeral, exactly.

Comes in: folded text and a place.  Goes out: a ``Numeral`` with its value, the worth of its
last digit (u) and of its last digit that is not zero (p), or None.  The grammar is closed and
bounded: Arabic digits with separators and decimals, Chinese digits with places (十百千), scales
that multiply what stands before them (万, 亿, million), both mixed and stacked (3万4000,
374亿亿, 千万亿), fractions in words, indefinite numbers (数十, 七八百).  Units, hedges and what
the numeral counts are left to ``quantities``.

Digits are limited: a numeral of more than ``MOST_DIGITS`` is ``TooLong``, for the caller to
report, because arithmetic on it would not be linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from verify.catalog.schema import LanguageEntry
from verify.extract.words import Surfaces
from verify.model.quantity import Interval, Numeral
from verify.model.span import Span
from verify.text.fold import folded

MOST_DIGITS = 40
_MOST_TERMS = 8
_MOST_SCALES = 4
_ARABIC = re.compile(
    r"(?:\d{1,3}(?:[,，]\d{3}(?!\d))++|\d{1,3}(?:[ '’]\d{3}(?!\d))++|\d++)(?:\.\d++)?+"
)
_POWER = re.compile(r"\s?[×xX*·]\s?10(?:(?:\^|\*\*)\s?([-+]?\d{1,3})|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))|[eE]([-+]?\d{1,2})(?![0-9A-Za-z])")
_BARE_POWER = re.compile(r"10(?:(?:\^|\*\*)([-+]?\d{1,3})|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))")
_SUPERSCRIPT = str.maketrans("⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹", "-+0123456789")
_VULGAR = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅛": "1/8"}
_OVER = re.compile(r"([百千万]?)分之")


class TooLong(ValueError):
    """A numeral with more digits than can be meant; ``end`` is where it ends."""

    def __init__(self, end: int) -> None:
        super().__init__(end)
        self.end = end


@dataclass(frozen=True, slots=True)
class _Mantissa:
    value: Fraction
    last: Fraction
    point: bool
    end: int
    chinese: bool
    digits: int
    """How many digit characters it has."""


class NumeralReader:
    """Reads numerals with the words of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry]) -> None:
        digits: dict[str, int] = {}
        places: dict[str, int] = {}
        scales: dict[str, int] = {}
        words: dict[str, int] = {}
        word_scales: dict[str, int] = {}
        for language in languages:
            digits.update({folded(k): int(v) for k, v in language.digits.items()})
            places.update({folded(k): int(v) for k, v in language.places.items()})
            for surface, worth in language.scales.items():
                (word_scales if surface.isascii() else scales)[folded(surface)] = int(worth)
            words.update({k: int(v) for k, v in language.number_words.items()})
        self._digits, self._places, self._scales = digits, places, scales
        self._words, self._word_scales = Surfaces(words), Surfaces(word_scales)
        self._indefinite = Surfaces(
            (surface, worths) for language in languages for surface, worths in language.indefinite.items()
        )
        self._not_open = Surfaces((word, True) for language in languages for word in language.not_indefinite)
        self._fractions = Surfaces(
            (surface, Fraction(worth)) for language in languages for surface, worth in language.fractions.items()
        )
        han = "".join(sorted({*digits, *places, *scales}))
        self._han = re.compile(f"[{han}]++" if han else r"(?!)")
        self._digit_run = re.compile(f"[{''.join(sorted(digits))}{''.join(sorted(places))}]++" if digits else r"(?!)")
        openers = sorted(
            {folded(s) for language in languages for s in (*language.indefinite, *language.fractions)},
            key=lambda s: (-len(s), s),
        )
        latin = [s for s in (*words, *(s for s in openers if s[0].isascii()))]
        pieces = [r"\d", "[" + "".join(_VULGAR) + "]"]
        if han:
            pieces.append(f"[{han}]")
        pieces += [re.escape(s) for s in openers if not s[0].isascii()]
        if latin:
            pieces.append(r"(?<![A-Za-z-])(?:" + "|".join(sorted(map(re.escape, latin), key=lambda s: (-len(s), s))) + r")(?![A-Za-z])")
        self.start = re.compile("|".join(pieces), re.IGNORECASE)
        """Finds where a numeral may begin."""

    def read(self, text: str, start: int) -> Numeral | None:
        """Return the longest numeral at ``start``.

        Raises ``TooLong`` for one with more than ``MOST_DIGITS`` digits.
        """
        char = text[start]
        if char in _VULGAR:
            return self._vulgar(text, start, Fraction(0), start)
        if char.isascii() and char.isalpha():
            return self._open(text, start) or self._percentage(text, start) or self._english(text, start)
        if _OVER.match(text, start):
            return None  # 百分之四: the numeral is 四, its unit stands before it
        return self._open(text, start) or self._percentage(text, start) or self._stack(text, start)

    # --- indefinite and fractional words

    def _open(self, text: str, start: int) -> Numeral | None:
        """Read 数十, 几百万, 上千, dozens of: a word that leaves the number open, with its place."""
        found = self._indefinite.at(text.lower(), start) if start < len(text) else None
        if found is None:
            return self._pair(text, start)
        end, worths = found
        low, stop, soft_low, soft_stop = (Fraction(worth) for worth in worths)
        if self._not_open.before(text, end):
            return None
        if text[start].isascii():
            return self._opened(text, start, end, Fraction(1), Fraction(1), low, stop, soft_low, soft_stop)
        place, end = self._place(text, end)
        scale, end = self._scale(text, end)
        if place * scale == 1 or (low == 1 and place * scale < 100):
            return None
        if place == 1:
            place, scale = scale, Fraction(1)
        return self._opened(text, start, end, place, scale, low, stop, soft_low, soft_stop)

    def _opened(
        self, text: str, start: int, end: int, place: Fraction, scale: Fraction,
        low: Fraction, stop: Fraction, soft_low: Fraction, soft_stop: Fraction,
    ) -> Numeral:
        hard = Interval(low * place * scale, (stop * place - 1) * scale)
        soft = Interval(soft_low * place * scale, (soft_stop * place - 1) * scale)
        worth = place * scale
        return Numeral(Span(start, end), text[start:end], low * worth, worth, worth, kind="indefinite", hard=hard, soft=soft)

    def _pair(self, text: str, start: int) -> Numeral | None:
        """Read two neighbouring digits as either: 七八十, 两三年, 三四百万."""
        if start + 1 >= len(text):
            return None
        first, second = self._digits.get(text[start]), self._digits.get(text[start + 1])
        if first is None or second is None or first < 1 or second != first + 1 or second > 9:
            return None
        place, end = self._place(text, start + 2)
        if end < len(text) and text[end] in self._digits:
            return None
        scale, end = self._scale(text, end)
        low, high = first * place, second * place
        if place == 1:
            hard = Interval(low * scale, (high + 1) * scale, upper_closed=False)
            soft = Interval(low * scale, high * scale)
        else:
            hard = Interval(low * scale, (high + 2 * place - 1) * scale)
            soft = Interval(low * scale, (high + place - 1) * scale)
        worth = place * scale
        return Numeral(Span(start, end), text[start:end], low * scale, worth, worth, kind="indefinite", hard=hard, soft=soft)

    def _percentage(self, text: str, start: int) -> Numeral | None:
        """Read a fraction in words by its percentage: 一半, half, two thirds (in hundredths)."""
        found = self._fractions.at(text.lower(), start)
        if found is None:
            return None
        end, value = found
        return Numeral(Span(start, end), text[start:end], value, Fraction(1), None, kind="fraction")

    def _vulgar(self, text: str, start: int, whole: Fraction, at: int) -> Numeral:
        value = whole + Fraction(_VULGAR[text[at]])
        last = Fraction(1, Fraction(_VULGAR[text[at]]).denominator)
        return Numeral(Span(start, at + 1), text[start : at + 1], value, last, last)

    # --- stacked numerals

    def _stack(self, text: str, start: int) -> Numeral | None:
        """Read mantissas with their scales until they no longer fit together."""
        power = _BARE_POWER.match(text, start)
        if power:
            exponent = int((power[1] or power[2]).translate(_SUPERSCRIPT))
            worth = Fraction(10) ** exponent
            return Numeral(Span(start, power.end()), power.group(), worth, worth, worth)
        total, last, point, previous = Fraction(0), Fraction(1), False, Fraction(0)
        position, digits, terms = start, 0, 0
        chinese = arabic = False
        while terms < _MOST_TERMS and position < len(text):
            mantissa = self._mantissa(text, position, first=terms == 0)
            if mantissa is None or (previous and mantissa.value >= previous):
                break
            scale, end = self._scale(text, mantissa.end, chinese=mantissa.chinese)
            if terms and (mantissa.point or not previous or previous == 1):
                break
            colloquial = terms and scale == 1 and mantissa.digits == 1 and mantissa.last == 1 and mantissa.value < 10
            if colloquial:
                if mantissa.value == 0 or not self._bare_end(text, end):
                    break
                total += mantissa.value * previous / 10
                last = previous / 10
            elif terms and scale > previous:
                total = (total + mantissa.value) * scale
                last = mantissa.last * scale
            elif terms and scale == previous:
                break
            else:
                total += mantissa.value * scale
                last = mantissa.last * scale
            point = mantissa.point
            chinese, arabic = chinese or mantissa.chinese, arabic or not mantissa.chinese
            digits += mantissa.digits
            position, previous, terms = end, scale, terms + 1
            if scale == 1 or colloquial:
                break
        if terms == 0:
            return None
        kind = "mixed" if chinese and arabic else "chinese" if chinese else "arabic"
        if kind == "arabic" and text[start:position].isascii() is False:
            kind = "mixed"
        if terms == 1 and previous == 1:
            special = self._special(text, start, position, total, last)
            if special is not None:
                return special
        return _numeral(text, start, position, total, last, point, kind)

    def _special(self, text: str, start: int, end: int, value: Fraction, last: Fraction) -> Numeral | None:
        """Read what may follow a plain whole number: 分之, ½, 成, × 10^n."""
        over = _OVER.match(text, end)
        if over and not over[1]:
            below = value
            upper = self._mantissa(text, over.end(), first=False) if over.end() < len(text) else None
            if upper is None or below == 0:
                return None
            if below in {100, 1000}:
                return None
            return Numeral(Span(start, upper.end), text[start : upper.end], upper.value / below * 100, Fraction(1), None, kind="fraction")
        if end < len(text) and text[end] in _VULGAR:
            return self._vulgar(text, start, value, end)
        return None

    def _bare_end(self, text: str, end: int) -> bool:
        """Say whether 13万2 ends here, rather than going on as 13万2期 would with a unit of its own."""
        return end >= len(text) or (text[end] not in self._places and not text[end].isdigit() and text[end] != ".")

    def _place(self, text: str, start: int) -> tuple[Fraction, int]:
        if start < len(text) and text[start] in self._places:
            return Fraction(self._places[text[start]]), start + 1
        return Fraction(1), start

    def _scale(self, text: str, start: int, *, chinese: bool = True) -> tuple[Fraction, int]:
        """Read scales: 万, 亿亿, 千万; after Arabic digits also 千 alone, and million."""
        value, end, count = Fraction(1), start, 0
        while end < len(text) and count < _MOST_SCALES:
            char = text[end]
            if char in self._scales:
                value *= self._scales[char]
                end += 1
            elif (
                not chinese and count == 0 and char in self._places and self._places[char] in {10, 100, 1000}
            ):
                ahead = end + 1
                if ahead < len(text) and text[ahead] in self._scales:
                    value *= self._places[char] * self._scales[text[ahead]]
                    end = ahead + 1
                elif self._places[char] > 10:
                    value *= self._places[char]
                    end = ahead
                else:
                    break
            elif not chinese and char == " " and count == 0 and end + 1 < len(text) and (
                text[end + 1] in self._scales
            ):
                end += 1
                continue
            else:
                break
            count += 1
        if count == 0 and not chinese:
            return self._word_scale(text, start)
        return value, end

    def is_place(self, char: str) -> bool:
        """Say whether a character is a place (十百千) that may also begin a unit."""
        return char in self._places

    def scale_after(self, text: str, start: int) -> tuple[Fraction, int]:
        """Return the worth and end of the scale at ``start`` (20多亿); 1 and ``start`` for none."""
        return self._scale(text, start) if start < len(text) else (Fraction(1), start)

    def _word_scale(self, text: str, start: int) -> tuple[Fraction, int]:
        place = start + 1 if text[start : start + 1] in {" ", "-"} else start
        lowered = text[place : place + 12].lower()
        found = self._word_scales.at(lowered, 0) if lowered else None
        if found is None or (found[0] == 1 and place != start):
            return Fraction(1), start
        return Fraction(found[1]), place + found[0]

    # --- mantissas

    def _mantissa(self, text: str, start: int, *, first: bool) -> _Mantissa | None:
        if text[start].isdigit() and text[start].isascii():
            return self._arabic(text, start, first=first)
        return self._chinese(text, start, first=first)

    def _arabic(self, text: str, start: int, *, first: bool) -> _Mantissa | None:
        match = _ARABIC.match(text, start)
        if match is None:
            return None
        raw = match.group()
        if len(raw) > MOST_DIGITS + MOST_DIGITS // 2:
            raise TooLong(match.end())
        clean = raw.translate({ord(char): None for char in ",， '’"})
        whole, _, decimals = clean.partition(".")
        if len(whole) + len(decimals) > MOST_DIGITS:
            raise TooLong(match.end())
        last = Fraction(1, 10 ** len(decimals))
        value, end = Fraction(clean), match.end()
        power = _POWER.match(text, end) if first else None
        if power:
            exponent = int((power[1] or power[2] or power[3]).translate(_SUPERSCRIPT))
            value, last, end = value * Fraction(10) ** exponent, last * Fraction(10) ** exponent, power.end()
        return _Mantissa(value, last, bool(decimals), end, False, len(whole) + len(decimals))

    def _chinese(self, text: str, start: int, *, first: bool) -> _Mantissa | None:
        run = self._digit_run.match(text, start)
        if run is None:
            if first and text[start] in self._scales:
                return _Mantissa(Fraction(1), Fraction(1), False, start, True, 0)
            return None
        if run.end() - start > MOST_DIGITS:
            raise TooLong(run.end())
        value, end, last = self._places_value(text, start, run.end())
        if end == start:
            return None
        digits = sum(text[i] in self._digits for i in range(start, end))
        if not digits and not first:
            return None  # 300万千瓦: 千 belongs to the unit
        if end < len(text) - 1 and text[end] == "点" and text[end + 1] in self._digits:
            return self._decimals(text, start, end, value)
        return _Mantissa(Fraction(value), Fraction(last), False, end, True, digits)

    def _decimals(self, text: str, start: int, end: int, value: int) -> _Mantissa:
        stop = end + 1
        written = ""
        while stop < len(text) and text[stop] in self._digits and self._digits[text[stop]] < 10 and len(written) < MOST_DIGITS:
            written += str(self._digits[text[stop]])
            stop += 1
        last = Fraction(1, 10 ** len(written))
        return _Mantissa(value + int(written) * last, last, True, stop, True, stop - start - 1)

    def _places_value(self, text: str, start: int, stop: int) -> tuple[int, int, int]:
        """Return value, end and worth of the last digit of 三百二十, 二〇二一, 十二."""
        if not any(text[i] in self._places for i in range(start, stop)):
            value = int("".join(str(self._digits[text[i]]) for i in range(start, stop)))
            return value, stop, 1
        total, digit, worth, position = 0, None, 10000, start
        while position < stop:
            char = text[position]
            if char in self._digits:
                if digit not in {None, 0}:
                    break
                digit = self._digits[char]
                if digit >= 10:
                    break
            else:
                place = self._places[char]
                if place in {20, 30}:
                    if worth <= 10:
                        break
                    total, worth, digit = total + place, 10, None
                elif place >= worth or (digit == 0 and place != 10):
                    break
                else:
                    total += (1 if digit in {None, 0} else digit) * place
                    worth, digit = place, None
            position += 1
        if digit:
            colloquial = worth >= 100 and text[position - 2] in self._places and worth < 10000
            total += digit * worth // 10 if colloquial else digit
            if colloquial:
                return total, position, worth // 10
        if total == 0 and digit is None:
            return 0, start, 1
        return total, position, 1

    # --- English words

    def _english(self, text: str, start: int) -> Numeral | None:
        """Read twenty-five, two hundred and ten, three million."""
        total = current = 0
        position, last, read = start, 1, False
        for _ in range(_MOST_TERMS):
            place = position
            lowered = text[place : place + 16].lower()
            if read:
                skip = re.match(r"(?:-| and | )", lowered)
                if skip is None:
                    break
                place += skip.end()
                lowered = text[place : place + 16].lower()
            if not lowered or not lowered[0].isalpha():
                break
            word = self._words.at(lowered, 0)
            scale = self._word_scales.at(lowered, 0) if read else None
            if word is not None and (not read or word[1] < last or last >= 100):
                if read and last < 10 or (read and last < 100 and word[1] >= 10):
                    break
                current += word[1]
                last, position = (10 if word[1] % 10 == 0 and word[1] >= 20 else 1), place + word[0]
                if word[1] < 20:
                    last = 1
            elif scale is not None and scale[0] > 1:
                if scale[1] == 100:
                    current *= 100
                else:
                    total, current = total + current * scale[1], 0
                last, position = scale[1], place + scale[0]
            else:
                break
            read = True
        if not read:
            return None
        value = Fraction(total + current)
        worth = Fraction(last if last >= 100 else 1)
        return _numeral(text, start, position, value, worth, False, "word")


def _numeral(
    text: str, start: int, end: int, value: Fraction, last: Fraction, point: bool, kind: str
) -> Numeral:
    return Numeral(Span(start, end), text[start:end], value, last, _nonzero(value, last, point), point, kind)


def _nonzero(value: Fraction, last: Fraction, point: bool) -> Fraction:
    """Return p: the worth of the last digit that is not zero."""
    if point or value == 0:
        return last
    count = abs(value / last)
    if count.denominator != 1:
        return last
    digits = str(count.numerator)
    return last * 10 ** (len(digits) - len(digits.rstrip("0")))
