"""Tell which alternatives may begin at a place of a text.

Comes in: alternatives, each of one of several kinds.  Goes out: ``Beginnings``: a pattern that finds the
places that are worth a trial, and for each what to try there, by its character and the next; for a number
by what stands behind its digits.  What was worked out for a place is kept for all places alike.  Trying is
left to ``alternatives``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple

from verify.text.charsets import LETTERS, CharacterSets, holds_digit, one_of
from verify.text.openings import MOST_DIGITS, Opening, needed, openings
from verify.text.remembered import Remembered

_BLANK = frozenset(char for char in map(chr, range(0x3001)) if char.isspace())
_NUMBER = "(?<=[0-9])[0-9]*+"

_Number = tuple[str, str, str, int]
"""What stands before a digit (nothing at the begin of a text), the digit, what follows the number, and how
many digits it has from there."""


@dataclass(eq=False)
class Alternative:
    """One alternative of a pattern."""

    source: str
    flags: re.RegexFlag
    lower: bool
    """True for a text in lower case."""

    @cached_property
    def openings(self) -> list[Opening]:
        """The ways in which it may begin."""
        return openings(self.source, self.flags)

    @cached_property
    def openings_anywhere(self) -> list[Opening]:
        """The ways in which it may begin in a text in any case."""
        return openings(self.source, self.flags, caseless=True) if self.lower else self.openings

    @cached_property
    def needed(self) -> frozenset[str]:
        """Characters without which it matches nothing."""
        return needed(self.source, self.flags)

    @cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        """What matches the alternative at a place of a text."""
        return re.compile(self.source, self.flags).match


Entry = tuple[tuple[int, str, Alternative], ...]
"""What to try at a place: alternatives, each with the number of its kind, and with a character that all its
matches hold, or none."""


class _Way(NamedTuple):
    """One way in which an alternative may begin."""

    kind: int
    alternative: Alternative
    opening: Opening


class Beginnings:
    """Where alternatives of several kinds may begin.

    Ways to begin are told together, as the bits of a number: those that a character may begin, those that
    may go on with the next.
    """

    def __init__(self, kinds: Sequence[Iterable[Alternative]]) -> None:
        self._ways: list[_Way] = []
        anywhere: list[Opening] = []
        for kind, many in enumerate(kinds):
            for each in many:
                self._ways += [_Way(kind, each, one) for one in each.openings]
                anywhere += each.openings_anywhere
        self._needing = Counter(char for many in kinds for each in many for char in each.needed)
        """By a character, how many alternatives match nothing without it."""
        self.places = re.compile(_places(anywhere))
        """Finds where any may begin: a character, or a number with all its digits."""
        self._heads = self._sets(lambda one: one.head)
        self._seconds = self._sets(lambda one: one.second)
        self._followers = self._sets(lambda one: one.follower)
        self._open = self._those(lambda way: not way.opening.closed)
        self._unended = self._those(lambda way: not way.opening.ended)
        self._behind = self._sets(lambda one: one.guard.behind)
        self._not_behind = self._sets(lambda one: one.guard.not_behind)
        self._anywhere = self._those(lambda way: not way.opening.guard.behind)
        self._inside_line = self._those(lambda way: way.opening.guard.inside_line)
        self._inside_number = self._those(lambda way: way.opening.guard.inside_number)
        counts = range(MOST_DIGITS + 1)
        self._least = [self._those(partial(_enough, digits)) for digits in counts]
        """By a number of digits, those that so many are enough for."""
        self._most = [self._those(partial(_not_too_many, digits)) for digits in counts]
        self._inner = self._inside_number & self._those(lambda way: holds_digit(way.opening.head))
        self._entries = Remembered(self._entry)
        self._pairs = Remembered(self._pair)
        self._numbers = Remembered(self._number)
        self._inside = Remembered(self._begins_inside)
        """Whether any may begin inside a number that such characters follow."""

    def trials(self, text: str) -> Iterator[tuple[int, Entry]]:
        """Yield the places of a text where any may begin, with what to try there."""
        pairs, numbers, inside = self._pairs, self._numbers, self._inside
        for place in self.places.finditer(text):
            start = place.start()
            first = text[start]
            if first > "9" or first < "0":
                entry = pairs[text[start : start + 2]]
                if entry:
                    yield start, entry
                continue
            end = place.end()
            then, digits = text[end : end + 1], end - start
            if then in _BLANK:
                then = text[end : end + 2]
            entry = numbers[text[start - 1 : start] if start else "", first, then, digits]
            if entry:
                yield start, entry
            if digits > 1 and inside[then]:
                for at in range(start + 1, end):
                    entry = numbers[text[at - 1], text[at], then, end - at]
                    if entry:
                        yield at, entry

    def _pair(self, pair: str) -> Entry:
        """Return what to try where a character stands, and another behind it."""
        return self._entries[self._heads[pair[0]] & (self._open | self._seconds[pair[1:]])]

    def _number(self, number: _Number) -> Entry:
        """Return what to try where the digits of a number begin, or inside it."""
        before, first, then, digits = number
        ways = self._heads[first] & (self._anywhere | self._behind[before]) & ~self._not_behind[before]
        if "0" <= before <= "9":
            ways &= self._inside_number
        if before and not before.isspace():
            ways &= self._inside_line
        if not then[:1].isdecimal():  # of another script
            count = min(digits, MOST_DIGITS)
            ways &= self._least[count] & (self._unended | (self._most[count] & self._following(then)))
        return self._entries[ways]

    def _begins_inside(self, then: str) -> bool:
        """Say whether anything may begin inside a number that such characters follow."""
        open_ends = -1 if then[:1].isdecimal() else self._unended | self._following(then)
        return bool(self._inner & open_ends)

    def _following(self, then: str) -> int:
        """Return the ways that one or two characters, of which the first is white space, may follow."""
        if then[:1].isspace() and then[-1].isspace():
            return -1
        return self._followers[then[:1]] | self._followers[then[1:]]

    def _sets(self, of: Callable[[Opening], str]) -> CharacterSets:
        lower = self._those(lambda way: way.alternative.lower)
        return CharacterSets(((of(way.opening), 1 << bit) for bit, way in enumerate(self._ways)), lower)

    def _those(self, told: Callable[[_Way], bool]) -> int:
        return sum(1 << bit for bit, way in enumerate(self._ways) if told(way))

    def _entry(self, ways: int) -> Entry:
        """Return what to try where such ways to begin are left."""
        tried: dict[tuple[int, Alternative], None] = {}
        while ways:
            first = ways & -ways
            way = self._ways[first.bit_length() - 1]
            tried[way.kind, way.alternative] = None
            ways ^= first
        return tuple((kind, self._key(each), each) for kind, each in tried)

    def _key(self, alternative: Alternative) -> str:
        """Return of the characters without which it matches nothing that which the fewest others need."""
        return min(alternative.needed, key=lambda char: (self._needing[char], char), default="")


def _enough(digits: int, way: _Way) -> bool:
    return way.opening.least <= digits or digits == MOST_DIGITS


def _not_too_many(digits: int, way: _Way) -> bool:
    return way.opening.most >= digits


def _places(found: Sequence[Opening]) -> str:
    """Return a pattern that finds where any of the openings may stand, numbers with all their digits."""
    digits = ["0-9"] if any(holds_digit(one.head) for one in found) else []
    heads = one_of([*digits, *(one.head for one in found)]).pattern
    guards: list[str] = []
    free = one_of(one.head for one in found if one.guard.inside_word)
    bound = "".join(letter for letter in LETTERS if not free.match(letter))
    if bound:
        guards.append(f"(?<![A-Za-z][{bound}])")
    if not one_of(one.head for one in found if one.guard.inside_line).match(" "):
        guards.append(r"(?<![^\n][ \t])")
    return f"{heads}(?:{_NUMBER}|(?:{'|'.join(_followed(found))}){''.join(guards)})"


def _followed(found: Sequence[Opening]) -> Iterator[str]:
    """Yield, for openings that are followed by few characters and by many, which stand before which."""
    closed = sorted((one for one in found if one.closed), key=lambda one: len(one.second))
    half = len(closed) // 2
    for part in (closed[:half], closed[half:]):
        if part:
            first, second = one_of(one.head for one in part), one_of(one.second for one in part)
            yield f"(?<={first.pattern})(?={second.pattern})"
    if len(closed) < len(found):
        yield f"(?<={one_of(one.head for one in found if not one.closed).pattern})"
