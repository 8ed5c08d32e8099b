"""Read numerals that leave the number open, and fractions.

Comes in: folded text and a place.  Goes out: a ``Numeral`` of kind ``indefinite`` with the sets
it stands for (数十, 几百万, 上千, 七八十, dozens of), or of kind ``fraction`` (一半, two thirds,
1/3), or None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from verify.catalog.schema import LanguageEntry
from verify.extract.figures.mantissas import Exact, Mantissas
from verify.extract.figures.scales import Scales
from verify.extract.lexicon.words import Surfaces, is_latin
from verify.model.quantity import Interval, Numeral
from verify.model.span import Span

_VULGAR = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅛": "1/8"}
VULGAR = "".join(_VULGAR)
_SLASHED = re.compile(r"(?<![\d/.,A-Za-z-])([1-9])/([2-9]|10)(?![\d/,A-Za-z-]|\.\d)")
_MIXED = re.compile(r" ([1-9])/([2-9]|1[0-6]|32)(?![\d/,A-Za-z-]|\.\d)")
_MOST_MIXED = 1000
"""A larger whole number before a fraction may be a year."""
_TEN = 10
_LEAST_SCALE = 10_000
_OPEN = "open"
_LEAST_OPEN = 100
"""上百, 上千, 上万, but not 上十."""


class _Worths(NamedTuple):
    """What an open word may stand for, in its place or scale."""

    low: Fraction
    stop: Fraction | None
    """The first number of H that is too much; None for no end."""
    soft_low: Fraction
    soft_stop: Fraction


_HALF = Fraction(1, 2)
_LEAST_HALVED = 10**6


class OpenNumerals:
    """Reads open numerals and fractions with the words of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry], mantissas: Mantissas, scales: Scales) -> None:
        self._mantissas, self._scales = mantissas, scales
        self._indefinite = Surfaces(
            (surface, _worths(*worths)) for entry in languages for surface, worths in entry.indefinite.items()
        )
        self._not_open = Surfaces((word, True) for entry in languages for word in entry.not_indefinite)
        self._fractions = Surfaces(
            (surface, Fraction(worth)) for entry in languages for surface, worth in entry.fractions.items()
        )
        self.joints = Surfaces((word, True) for entry in languages for word in entry.part_joints)
        self._whole = Surfaces((word, True) for entry in languages for word in entry.whole_words)
        self.openers = sorted({word for entry in languages for word in entry.fractions})
        """Words that are such a numeral."""
        self.scaled = sorted({word for entry in languages for word in entry.indefinite})
        """Words that such a numeral begins with, Chinese ones before a place or scale."""

    def read(self, text: str, start: int) -> Numeral | None:
        """Return the open numeral or fraction at ``start``."""
        if text[start] in VULGAR:
            return self.vulgar(text, start, Fraction(0), start)
        found = self._fractions.at(text, start)
        if found is not None:
            return _fraction(text, start, *found)
        slashed = _SLASHED.match(text, start) if text[start + 1 : start + 2] == "/" else None
        if slashed and int(slashed[1]) < int(slashed[2]):
            return _fraction(text, start, slashed.end(), Fraction(slashed.group()))
        return self._open(text, start) or self._pair(text, start) or self._behind(text, start)

    def vulgar(self, text: str, start: int, whole: Exact, at: int) -> Numeral:
        """Return ½ alone, or 3½ with the whole number before it."""
        part = Fraction(_VULGAR[text[at]])
        if not whole:
            return _fraction(text, start, at + 1, part)
        last = Fraction(1, part.denominator)
        return Numeral(Span(start, at + 1), text[start : at + 1], whole + part, last, last)

    def with_part(self, text: str, whole: Numeral) -> Numeral:
        """Return a whole number with the part behind it: two and a half, 1 1/2."""
        beside = _MIXED.match(text, whole.span.end) if whole.kind == "arabic" and whole.last == 1 else None
        if beside and whole.value < _MOST_MIXED and int(beside[1]) < int(beside[2]):
            return mixed(text, whole, beside.end(), Fraction(int(beside[1]), int(beside[2])))
        joint = self.joints.at(text, whole.span.end)
        found = self._fractions.at(text, joint[0]) if joint else None
        if joint is None or found is None or text[joint[0] : found[0]].isalpha():
            return whole  # two and a half, but not two and half
        if whole.last != 1:
            return self._of_scale(text, whole, *found)
        return mixed(text, whole, *found)

    def _of_scale(self, text: str, whole: Numeral, end: int, part: Fraction) -> Numeral:
        """Return a million and a half; of two million and a third of it, the two million."""
        if (
            part != _HALF
            or whole.last < _LEAST_HALVED
            or whole.kind != "word"
            or self._whole.at(text, end) is not None
        ):
            return whole
        more = mixed(text, whole, end, part * whole.last)
        return more._replace(last=whole.last / 2, nonzero=whole.last / 2)

    def _open(self, text: str, start: int) -> Numeral | None:
        found = self._indefinite.at(text, start)
        if found is None or self._not_open.before(text, start + 1):
            return None
        end, worths = found
        if is_latin(text[start]):
            return _opened(text, start, end, Fraction(1), Fraction(1), worths)
        place, end = self._place(text, end)
        worth, end = self._scales.after(text, end)
        scale = Fraction(worth)
        if place * scale == 1 or (worths[0] == 1 and place * scale < _LEAST_OPEN):
            return None
        if place == 1:
            place, scale = scale, Fraction(1)
        return _opened(text, start, end, place, scale, worths)

    def _pair(self, text: str, start: int) -> Numeral | None:
        """Read two neighbouring digits as either: 七八十, 两三年, 三、四百万; and 三五百."""
        first = self._mantissas.digit(text, start)
        if not first:
            return None
        second_at = start + 2 if text[start + 1 : start + 2] == "、" else start + 1
        second = self._mantissas.digit(text, second_at)
        if second is None or second <= first:
            return None
        if second != first + 1 and text[start : second_at + 1] not in self._mantissas.pairs:
            return None
        place, end = self._place(text, second_at + 1)
        if self._mantissas.digit(text, end) is not None:
            return None
        scale, end = self._scales.after(text, end)
        if second_at > start + 1 and place * scale == 1:
            return None  # 三、四 is a list
        low, high = first * place, second * place
        if place == 1:
            hard = Interval(low * scale, (high + 1) * scale, upper_closed=False)
            soft = Interval(low * scale, high * scale)
        else:
            hard = Interval(low * scale, (high + 2 * place - 1) * scale)
            soft = Interval(low * scale, (high + place - 1) * scale)
        return _indefinite(text, start, end, low * scale, place * scale, hard, soft)

    def _behind(self, text: str, start: int) -> Numeral | None:
        """Read two neighbouring digits behind places: 十七八, 一百二三十, 两千三四百, 十二三万."""
        digit, places = self._mantissas.digit, self._mantissas.places
        base, above, at = 0, 0, start
        while True:
            number = digit(text, at)
            behind = at if number is None else at + 1
            worth, end = places.get(text[behind : behind + 1], 1), behind + 1
            if worth == 1 and number is not None:
                worth, end = self._scales.after(text, behind)
            if worth == 1:
                break
            if number == 0 or (above and worth >= above) or (number is None and worth != _TEN):
                return None
            base, above, at = base + (1 if number is None else number) * worth, worth, end
        if not above:
            return None
        ones = above > _TEN and digit(text, at) == 0  # 一百零二三
        at += ones
        first, second, end = digit(text, at), digit(text, at + 1), at + 2
        if not first or second != first + 1 or digit(text, end) is not None:
            return None
        place = places.get(text[end : end + 1], 0)
        end += place > 0
        place = place or (1 if ones else above // _TEN)
        scale, end = self._scales.after(text, end)
        if above >= _LEAST_SCALE:
            place, scale = place * scale, 1  # 一亿二三千万
        if place >= above or digit(text, end) is not None:
            return None
        low, last = Fraction((base + first * place) * scale), Fraction(place * scale)
        if place == 1:
            hard = Interval(low, low + 2 * last, upper_closed=False)
            return _indefinite(text, start, end, low, last, hard, Interval(low, low + last))
        hard, soft = (
            Interval(low, low + (3 * place - 1) * scale),
            Interval(low, low + (2 * place - 1) * scale),
        )
        return _indefinite(text, start, end, low, last, hard, soft)

    def _place(self, text: str, start: int) -> tuple[Fraction, int]:
        place = self._mantissas.places.get(text[start]) if start < len(text) else None
        return (Fraction(1), start) if place is None else (Fraction(place), start + 1)


def mixed(text: str, whole: Numeral, end: int, part: Fraction) -> Numeral:
    """Return a whole number and the part that ends there as one."""
    last = Fraction(1, part.denominator)
    span = Span(whole.span.start, end)
    return whole._replace(
        span=span, text=text[span.start : end], value=whole.value + part, last=last, nonzero=last
    )


def _worths(low: str, stop: str, soft_low: str, soft_stop: str) -> _Worths:
    end = None if stop == _OPEN else Fraction(stop)
    return _Worths(Fraction(low), end, Fraction(soft_low), Fraction(soft_stop))


def _opened(text: str, start: int, end: int, place: Fraction, scale: Fraction, worths: _Worths) -> Numeral:
    low, stop, soft_low, soft_stop = worths
    hard = Interval(low * place * scale, None if stop is None else (stop * place - 1) * scale)
    soft = Interval(soft_low * place * scale, (soft_stop * place - 1) * scale)
    return _indefinite(text, start, end, low * place * scale, place * scale, hard, soft)


def _indefinite(
    text: str, start: int, end: int, value: Fraction, worth: Fraction, hard: Interval, soft: Interval
) -> Numeral:
    return Numeral(
        Span(start, end), text[start:end], value, worth, worth, kind="indefinite", hard=hard, soft=soft
    )


def _fraction(text: str, start: int, end: int, value: Fraction) -> Numeral:
    """Return a fraction in words: it has no last digit of its own."""
    return Numeral(Span(start, end), text[start:end], value, Fraction(1), None, kind="fraction")
