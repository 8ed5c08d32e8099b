"""An oracle of SEMANTICS §3 and §4, written from that page alone.

Comes in: a numeral as written, the worth of its unit, its hedge.  Goes out: H, S, W and the line of
the ladder between two values.  It shares no code with the program, so that the two can disagree.
Dates are left to ``oracle_dates``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from fractions import Fraction

AGREE = frozenset(range(1, 7))
POSSIBLE = 7
CONFLICTS = frozenset({0, 8})

_PLACES = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 10**4, "亿": 10**8}
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_ENGLISH = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_NEAR = Fraction(5, 100)
"""The gap up to which two bare values that touch are one."""


# --- a numeral


@dataclass(frozen=True)
class Number:
    """x, u, p and w of §3, in the numeral's own unit; ``p`` is None where there is none."""

    text: str
    x: Fraction
    u: Fraction
    p: Fraction | None
    point: bool = False

    @property
    def w(self) -> Fraction:
        if self.point or self.p is None or self.x == 0:
            return self.u
        return max(self.u, min(self.p, leading(abs(self.x)) / 10))


def leading(x: Fraction) -> Fraction:
    """The worth of the first digit of a number above 0."""
    worth = Fraction(1)
    while worth > x:
        worth /= 10
    while worth * 10 <= x:
        worth *= 10
    return worth


def number(text: str) -> Number:
    """Read one numeral: 1,490,000  10.51万  374亿亿  6千  三百二十  2.4 million."""
    folded = re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", text))
    if match := re.fullmatch(r"(\d+)(?:\.(\d+))?([十百千万亿]*|thousand|million|billion)", folded):
        whole, decimals, tail = match[1], match[2] or "", match[3]
        scale = Fraction(_ENGLISH.get(tail, 0) or _product(tail))
        return _read(text, int(whole + decimals), scale / 10 ** len(decimals), point=bool(decimals))
    return _chinese(text, folded)


def _product(scales: str) -> int:
    worth = 1
    for char in scales:
        worth *= _PLACES.get(char) or _SCALES[char]
    return worth


def _chinese(text: str, folded: str) -> Number:
    """All in Chinese digits: 十百千 are places, 万 and 亿 are scale, which u has at its end."""
    body = folded.rstrip("万亿")
    scale = Fraction(_product(folded[len(body) :]))
    total = section = digit = 0
    for char in body:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _PLACES:
            section += (digit or 1) * _PLACES[char]
            digit = 0
        else:
            total = (total + section + digit) * _SCALES[char]
            section = digit = 0
    return _read(text, total + section + digit, scale, point=False)


def _read(text: str, digits: int, u: Fraction, *, point: bool) -> Number:
    p = u
    if not point and digits:
        while digits * u % (p * 10) == 0:
            p *= 10
    return Number(text, digits * u, u, p, point)


# --- sets of numbers


@dataclass(frozen=True)
class Set:
    """An interval; None is an end at infinity."""

    low: Fraction | None
    high: Fraction | None
    low_in: bool = True
    high_in: bool = True

    def __str__(self) -> str:
        low = "−∞" if self.low is None else self.low
        high = "∞" if self.high is None else self.high
        return f"{'[' if self.low_in else '('}{low}, {high}{']' if self.high_in else ')'}"

    @property
    def empty(self) -> bool:
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and not (self.low_in and self.high_in))

    def __and__(self, other: Set) -> Set:
        lows = [(s.low, s.low_in) for s in (self, other) if s.low is not None]
        highs = [(s.high, s.high_in) for s in (self, other) if s.high is not None]
        low, low_in = max(lows, key=lambda end: (end[0], not end[1]), default=(None, False))
        high, high_in = min(highs, key=lambda end: (end[0], end[1]), default=(None, False))
        return Set(low, high, low_in, high_in)

    def meets(self, other: Set) -> bool:
        return not (self & other).empty

    def inside(self, other: Set) -> bool:
        both = self & other
        return (both.low, both.high) == (self.low, self.high) and (
            (both.low is None or both.low_in == self.low_in)
            and (both.high is None or both.high_in == self.high_in)
        )

    def times(self, worth: Fraction) -> Set:
        low = None if self.low is None else self.low * worth
        high = None if self.high is None else self.high * worth
        return Set(low, high, self.low_in, self.high_in)

    def mirrored(self) -> Set:
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Set(low, high, self.high_in, self.low_in)


# --- a value


@dataclass(frozen=True)
class Value:
    """A figure as written, and what its attribute's rule says."""

    number: Number
    worth: Fraction = Fraction(1)
    """Of the unit, in the unit of the dimension."""
    hedge: str = "bare"
    words: str = ""
    """The figure as written, by which two are the same words."""
    down: bool = False
    """True for a decrease: the value is below 0."""
    exact: bool = False
    tolerance: Fraction = Fraction(0)
    range: Set = Set(None, None)
    ends: tuple[Set, Set] | None = None
    """H and S of an indefinite numeral, in its own unit (数十, 上百)."""

    @property
    def x(self) -> Fraction:
        return self.number.x * self.worth * (-1 if self.down else 1)

    @property
    def u(self) -> Fraction:
        return self.number.u * self.worth

    @property
    def bare(self) -> bool:
        return self.hedge == "bare" and not self.exact

    @property
    def hard(self) -> Set:
        return self._placed(self._hard())

    @property
    def soft(self) -> Set:
        return self._placed(self._soft())

    @property
    def wide(self) -> Set:
        if not self.bare:
            return self.hard
        n = self.number
        up = n.w if n.w > n.u else n.w / 2
        return self._placed(Set(n.x - n.w / 2, n.x + up, True, False))

    def _placed(self, own: Set) -> Set:
        based = own.times(self.worth)
        return (based.mirrored() if self.down else based) & self.range

    def _hard(self) -> Set:
        n = self.number
        if self.exact or self.hedge == "exactly":
            return Set(n.x, n.x)
        if self.ends is not None:
            return self.ends[0]
        p = n.p or Fraction(0)
        about = n.x / 4 if n.p is None else min(n.x / 4, 25 * p)
        return {
            "bare": Set(n.x - n.u / 2, n.x + n.u / 2, True, False),
            "about": Set(n.x - about, n.x + about),
            "more_than": Set(n.x, None, False),
            "at_least": Set(n.x, None),
            "nearly": Set(n.x / 2, n.x, False, False),
            "less_than": Set(None, n.x, True, False),
            "at_most": Set(None, n.x),
            "between": Set(n.x, n.x + p, False, False),
        }[self.hedge]

    def _soft(self) -> Set:
        n = self.number
        if self.exact or self.hedge in {"bare", "exactly"}:
            return self._hard()
        if self.ends is not None:
            return self.ends[1]
        p = n.p or Fraction(0)
        about = self.tolerance * n.x or (n.x / 20 if n.p is None else min(n.x / 20, 5 * p))
        return {
            "about": Set(n.x - about, n.x + about),
            "more_than": Set(n.x, n.x + p, False),
            "at_least": Set(n.x, n.x * 2),
            "nearly": Set(n.x * 9 / 10, n.x, True, False),
            "less_than": Set(n.x / 2, n.x, True, False),
            "at_most": Set(n.x / 2, n.x),
            "between": Set(n.x, n.x + p, False, False),
        }[self.hedge]


# --- the ladder


def gap(a: Value, b: Value) -> Fraction:
    """|a−b| / max(|a|,|b|)."""
    size = max(abs(a.x), abs(b.x))
    return abs(a.x - b.x) / size if size else Fraction(0)


def ladder(a: Value, b: Value) -> int:
    """The first line of §4 that fits two values of one dimension."""
    bare = a.bare and b.bare
    stated = [re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", v.number.text)) for v in (a, b)]
    if stated[0] == stated[1] and a.x and a.worth != b.worth and (bare or (a.exact and b.exact)):
        return 0
    same_hedge = a.hedge == b.hedge or (a.exact and b.exact)
    if a.words == b.words and a.x == b.x and same_hedge:
        return 1
    if a.x == b.x and same_hedge and a.ends == b.ends:
        return 2
    allowed = Fraction(max(a.tolerance, b.tolerance))
    if bare and _rounded(a, b):
        if gap(a, b) <= _NEAR:
            return 3
        return 6 if gap(a, b) <= allowed else 7
    meet = a.hard.meets(b.hard)
    if a.x == b.x and not same_hedge and meet:
        return 4
    if not bare and (a.hard.inside(b.soft) or b.hard.inside(a.soft)):
        return 5
    if not bare and a.soft.meets(b.soft):
        return 6
    if (bare and meet and gap(a, b) <= _NEAR) or (allowed > 0 and gap(a, b) <= allowed):
        return 6
    if (a.wide if a.bare else a.hard).meets(b.wide if b.bare else b.hard):
        return 7
    return 8


def _rounded(a: Value, b: Value) -> bool:
    """The finer number lies in [x−u/2, x+u) of the coarser, mirrored below 0."""
    if a.u == b.u:
        return False
    coarse, fine = (a, b) if a.u > b.u else (b, a)
    if coarse.down:
        coarse, fine = replace(coarse, down=False), replace(fine, down=not fine.down)
    return coarse.x - coarse.u / 2 <= fine.x < coarse.x + coarse.u
