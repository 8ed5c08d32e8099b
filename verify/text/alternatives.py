r"""Try alternatives of a pattern only where one of them may begin.

Comes in: alternatives as regular expressions, in order of preference.  Goes out: ``Alternatives``,
which finds what ``a|b|c`` finds, place by place and in the same order, and ``Sweep``, which finds
what several of them find in one pass.  ``re`` tries every alternative at every place of a text.
Here one set of characters finds the few places that are worth a trial, and a place is tried with
those alternatives only that may begin with its character and the next; a number with those that
may go on with what stands behind its digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verify.text.openings import LETTERS, MOST_DIGITS, Opening, one_of, openings

_MOST_PLACES = 1 << 14
"""Kinds of places that are remembered."""
_NARROW = "\u3000"
"""Characters above it are as wide as a Chinese one, and no white space."""
_NUMBER = "(?<=[0-9])[0-9]*+"

_LOWER = {ord(letter): letter.lower() for letter in LETTERS}

_Entry = tuple[tuple[int, tuple[re.Pattern[str], ...]], ...]
"""What to try at a place: numbers of alternatives, each with those of them that may begin there."""


_Number = tuple[str, str, int, bool | None]
"""First digit, what follows the number, how many digits it has from there, and what stands before: a wide
character or nothing (True), another (False), or a digit (None)."""


class Alternatives:
    """Alternatives of one pattern, each tried where it may begin."""

    def __init__(
        self, alternatives: Sequence[str], flags: re.RegexFlag = re.NOFLAG, *, lower: bool = False
    ) -> None:
        """Take ``lower`` where the alternatives are for a text in lower case."""
        self._flags = flags
        self.lower = lower
        self._alternatives = [(source, openings(source, flags)) for source in alternatives]
        self._ways = [
            (number, one, one_of((one.head,)))
            for number, (_, found) in enumerate(self._alternatives)
            for one in found
        ]
        self._by_first: dict[str, list[tuple[int, Opening]]] = {}
        """By a character, the ways to begin with it."""
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._sweep = Sweep([self])

    def openings(self) -> list[Opening]:
        """Return every way in which one of them may begin, in a text in any case."""
        if not self.lower:
            return [one for _, found in self._alternatives for one in found]
        caseless = self._flags | re.IGNORECASE
        return [one for source, _ in self._alternatives for one in openings(source, caseless)]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield what ``re.finditer`` of the joined alternatives would, empty matches left out.

        A match knows only the groups of its own alternative.
        """
        return iter(self._sweep.find(text, text)[0])

    def beginning(self, place: Place) -> tuple[re.Pattern[str], ...]:
        """Return those that may begin at such a place, in order."""
        first = place.first
        if first not in self._by_first:
            self._by_first[first] = [(number, one) for number, one, head in self._ways if head.match(first)]
        numbers = dict.fromkeys(number for number, one in self._by_first[first] if place.may_open(one))
        return tuple(self._pattern(number) for number in numbers)

    def begins_inside(self, then: str) -> bool:
        """Say whether any may begin inside a number that such characters follow."""
        return any(
            one.inside_number and one.takes_digit and one.counts_on(None, then) for _, one, _ in self._ways
        )

    def _pattern(self, number: int) -> re.Pattern[str]:
        if number not in self._compiled:
            self._compiled[number] = re.compile(self._alternatives[number][0], self._flags)
        return self._compiled[number]


class Place(NamedTuple):
    """What the expressions that may begin at a place are known by."""

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
        """Say whether an expression may begin here in such a way."""
        if not self.digits:
            return one.goes_on(self.then)
        if (self.inside and not one.inside_number) or (self.wide and not one.behind_wide):
            return False
        return one.counts_on(self.digits, self.then)

    def lower(self) -> Place:
        """Return the place in a text in lower case."""
        return self._replace(first=self.first.translate(_LOWER), then=self.then.translate(_LOWER))


class Sweep:
    """Several sets of alternatives, sought in one pass over a text."""

    def __init__(self, many: Sequence[Alternatives]) -> None:
        self._many = many
        self._lower = [each.lower for each in many]
        self._places = re.compile(_places([one for each in many for one in each.openings()]))
        self._known: dict[str, _Entry] = {}
        self._numbers: dict[_Number, _Entry] = {}
        self._in_numbers: dict[str, bool] = {}
        """Whether any may begin inside a number that such a character follows."""

    def find(self, text: str, lower: str) -> list[list[re.Match[str]]]:
        """Return what each of them finds, in order; ``lower`` is the text in lower case, as long as it."""
        texts = [lower if in_lower else text for in_lower in self._lower]
        found: list[list[re.Match[str]]] = [[] for _ in texts]
        ends = [0] * len(texts)
        for start, entry in self._beginning(text):
            for number, patterns in entry:
                if start < ends[number]:
                    continue  # it would begin inside the last match of its kind
                for pattern in patterns:
                    match = pattern.match(texts[number], start)
                    if match is not None:
                        if (end := match.end()) > start:
                            ends[number] = end
                            found[number].append(match)
                        break
        return found

    def _beginning(self, text: str) -> Iterator[tuple[int, _Entry]]:
        """Yield the places where any of them may begin, with those that may."""
        known, numbers, in_numbers = self._known, self._numbers, self._in_numbers
        for match in self._places.finditer(text):
            start, end = match.span()
            first = text[start]
            if first > "9" or first < "0":
                pair = text[start : start + 2]
                entry = known.get(pair)
                if entry is None:
                    entry = self._learn(pair)
                if entry:
                    yield start, entry
                continue
            then, digits = text[end : end + 1], end - start
            if then.isspace():
                then = text[end : end + 2]
            before = text[start - 1 : start]
            wide = not before or (before > _NARROW and not before.isdecimal())
            key = (first, then, digits if digits < MOST_DIGITS else MOST_DIGITS, wide)
            entry = numbers.get(key)
            if entry is None:
                entry = self._learn_number(key)
            if entry:
                yield start, entry
            if digits > 1 and (in_numbers[then] if then in in_numbers else self._inner(then)):
                for place in range(start + 1, end):
                    inner = (text[place], then, min(end - place, MOST_DIGITS), None)
                    yield place, numbers[inner] if inner in numbers else self._learn_number(inner)

    def _learn(self, pair: str) -> _Entry:
        if len(self._known) >= _MOST_PLACES:
            self._known.clear()
        entry = self._known[pair] = self._entry(Place(pair[0], pair[1:]))
        return entry

    def _learn_number(self, key: _Number) -> _Entry:
        if len(self._numbers) >= _MOST_PLACES:
            self._numbers.clear()
        first, then, digits, wide = key
        entry = self._numbers[key] = self._entry(
            Place(first, then, digits, inside=wide is None, wide=bool(wide))
        )
        return entry

    def _inner(self, then: str) -> bool:
        """Say whether anything may begin inside a number that such characters follow."""
        if len(self._in_numbers) >= _MOST_PLACES:
            self._in_numbers.clear()
        found = self._in_numbers[then] = any(each.begins_inside(then) for each in self._many)
        return found

    def _entry(self, place: Place) -> _Entry:
        lower = place.lower()
        ways = (
            (number, each.beginning(lower if each.lower else place)) for number, each in enumerate(self._many)
        )
        return tuple((number, patterns) for number, patterns in ways if patterns)


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
