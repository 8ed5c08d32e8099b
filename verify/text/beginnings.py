"""Tell which alternatives may begin at a place of a text.

Comes in: alternatives, each of one of several kinds.  Goes out: ``Beginnings``: a pattern that finds the
places that are worth a trial, and for each what to try there, by its character and the next; for a number
by what stands behind its digits.  What was worked out for a place is kept for all places alike.  Trying is
left to ``alternatives``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from verify.text.openings import LETTERS, MOST_DIGITS, Opening, needed, one_of, openings

_MOST_PLACES = 1 << 14
"""Kinds of places that are remembered."""
_NARROW = "\u3000"
"""Characters above it are as wide as a Chinese one, and no white space."""
_NUMBER = "(?<=[0-9])[0-9]*+"
_LOWER = {ord(letter): letter.lower() for letter in LETTERS}
_PLAIN = re.compile(r"[^\\^\-]+")
"""Inside of a set that is a row of characters."""
_SORTS = re.compile(r"\\[sSwWdD]")
_WORD, _NO_WORD = "龘", "\ue000"
"""Stand for all characters, in words and not, that no alternative names."""

Entry = tuple[tuple[int, Callable[[str, int], re.Match[str] | None]], ...]
"""What to try at a place: what matches there, each with the number of its kind."""
_Number = tuple[str, str, int, bool | None]
"""First digit, what follows the number, how many digits it has from there, and what stands before: a wide
character or nothing (True), another (False), or a digit (None)."""


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
        return openings(self.source, self.flags | re.IGNORECASE) if self.lower else self.openings

    @cached_property
    def needed(self) -> frozenset[str]:
        """Characters without which it matches nothing."""
        return needed(self.source, self.flags)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The alternative itself."""
        return re.compile(self.source, self.flags)


class Place(NamedTuple):
    """What the alternatives that may begin at a place are known by."""

    first: str
    then: str
    """The character behind it, or behind the digits that begin with it, and the next where that is white
    space; empty at the end of a text."""
    digits: int = 0
    """So many digits begin with it, ``MOST_DIGITS`` for more; 0 where it is none."""
    inside: bool = False
    """True for a digit that follows a digit."""
    wide: bool = False
    """True for a digit that follows a character as wide as a Chinese one, or begins the text."""

    def may_open(self, one: Opening) -> bool:
        """Say whether an alternative may begin here in such a way."""
        if not self.digits:
            return one.goes_on(self.then)
        if (self.inside and not one.inside_number) or (self.wide and not one.behind_wide):
            return False
        return one.counts_on(self.digits, self.then)

    def lower(self) -> Place:
        """Return the place in a text in lower case."""
        return self._replace(first=self.first.translate(_LOWER), then=self.then.translate(_LOWER))


class _Way(NamedTuple):
    """One way in which an alternative may begin."""

    order: int
    kind: int
    alternative: Alternative
    opening: Opening


class Beginnings:
    """Where alternatives of several kinds may begin."""

    def __init__(self, kinds: Sequence[Iterable[Alternative]]) -> None:
        ways = [
            (kind, each, one) for kind, many in enumerate(kinds) for each in many for one in each.openings
        ]
        self._ways = [_Way(order, *way) for order, way in enumerate(ways)]
        every = [one for many in kinds for each in many for one in each.openings_anywhere]
        self.places = re.compile(_places(every))
        """Finds where any may begin: a character, or a number with all its digits."""
        self._plain: dict[str, list[_Way]] = {}
        """By a character, the ways to begin with it that name it."""
        self._sets: list[tuple[re.Pattern[str], _Way]] = []
        for way in self._ways:
            if _PLAIN.fullmatch(way.opening.head):
                for char in way.opening.head:
                    self._plain.setdefault(char, []).append(way)
            else:
                self._sets.append((one_of((way.opening.head,)), way))
        self._firsts: dict[str, list[_Way]] = {}
        self._closed: dict[str, re.Pattern[str] | None] = {}
        """By a character, what must follow it where any is to begin there; None for anything."""
        self.pairs: dict[str, Entry] = {}
        self._numbers: dict[_Number, Entry] = {}
        self._inner = [
            way.opening for way in self._ways if way.opening.inside_number and way.opening.takes_digit
        ]
        self._named = one_of(_SORTS.sub("", one.follower) for one in every if one.ended)
        """Matches every character behind a number that an alternative names."""
        self._inside: dict[str, bool] = {}
        """Whether any may begin inside a number that such a character follows."""

    def pair(self, pair: str) -> Entry:
        """Return what to try where a character stands, and another behind it."""
        if len(self.pairs) >= _MOST_PLACES:
            self.pairs.clear()
        first, then = pair[0], pair[1:]
        if first not in self._closed:
            ways = self._first(first)
            closed = all(way.opening.closed for way in ways)
            self._closed[first] = one_of([way.opening.second for way in ways]) if closed else None
        closing = self._closed[first]
        blocked = closing is not None and not any(map(closing.match, (then, then.translate(_LOWER))))
        entry = self.pairs[pair] = () if blocked else self._entry(Place(first, then))
        return entry

    def in_number(self, text: str, start: int, end: int) -> Sequence[tuple[int, Entry]]:
        """Return the places in a number where any may begin, with what to try there."""
        then, digits = text[end : end + 1], end - start
        if then.isspace():
            then = text[end : end + 2]
        before = text[start - 1] if start else ""
        wide = not before or (before > _NARROW and not before.isdecimal())
        numbers = self._numbers
        key = (text[start], then, digits if digits < MOST_DIGITS else MOST_DIGITS, wide)
        entry = numbers[key] if key in numbers else self._number(key)
        if digits == 1 or not (self._inside[then] if then in self._inside else self._begins_inside(then)):
            return ((start, entry),)
        trials = [(start, entry)]
        for place in range(start + 1, end):
            inner = (text[place], then, min(end - place, MOST_DIGITS), None)
            trials.append((place, numbers[inner] if inner in numbers else self._number(inner)))
        return trials

    def _number(self, key: _Number) -> Entry:
        if len(self._numbers) >= _MOST_PLACES:
            self._numbers.clear()
        first, then, digits, wide = key
        if then > "\x7f" and not then.isdecimal() and not self._named.match(then):
            alike = (first, _WORD if then.isalnum() else _NO_WORD, digits, wide)
            if alike != key:
                entry = self._numbers[alike] if alike in self._numbers else self._number(alike)
                self._numbers[key] = entry
                return entry
        place = Place(first, then, digits, inside=wide is None, wide=bool(wide))
        entry = self._numbers[key] = self._entry(place)
        return entry

    def _begins_inside(self, then: str) -> bool:
        """Say whether anything may begin inside a number that such characters follow."""
        if len(self._inside) >= _MOST_PLACES:
            self._inside.clear()
        found = self._inside[then] = any(one.counts_on(None, then) for one in self._inner)
        return found

    def _first(self, first: str) -> list[_Way]:
        """Return the ways to begin with a character, in order."""
        if first not in self._firsts:
            lower = first.translate(_LOWER)
            found = [way for way in self._plain.get(first, ()) if not way.alternative.lower]
            found += [way for way in self._plain.get(lower, ()) if way.alternative.lower]
            found += [
                way for head, way in self._sets if head.match(lower if way.alternative.lower else first)
            ]
            self._firsts[first] = sorted(found, key=lambda way: way.order)
        return self._firsts[first]

    def _entry(self, place: Place) -> Entry:
        lower = place.lower()
        tried = dict.fromkeys(
            (way.kind, way.alternative)
            for way in self._first(place.first)
            if (lower if way.alternative.lower else place).may_open(way.opening)
        )
        return tuple((kind, alternative.pattern.match) for kind, alternative in tried)


def _places(found: Sequence[Opening]) -> str:
    """Return a pattern that finds where any of the openings may stand, numbers with all their digits."""
    digits = ["0-9"] if any(one.takes_digit for one in found) else []
    heads = one_of([*digits, *(one.head for one in found)]).pattern
    pieces = ["(?<![0-9])"]
    free = one_of(one.head for one in found if one.inside_word)
    bound = "".join(letter for letter in LETTERS if not free.match(letter))
    if bound:
        pieces.append(f"(?<![A-Za-z][{bound}])")
    if not one_of(one.head for one in found if one.inside_line).match(" "):
        pieces.append(r"(?<![^\n][ \t])")
    return f"{heads}(?:{_NUMBER}|{''.join(pieces)}(?:{'|'.join(_followed(found))}))"


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
