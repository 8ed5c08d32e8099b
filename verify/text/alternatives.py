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

from verify.text.openings import DIGITS, LETTERS, Opening, one_of, openings

_MOST_PAIRS = 1 << 14
"""Pairs of characters that are remembered."""
_NUMBER = "(?<=[0-9])[0-9]*+"

_LOWER = {ord(letter): letter.lower() for letter in LETTERS}

_Entry = tuple[tuple[int, re.Pattern[str]], ...]
"""What to try at a place: numbers of alternatives, each with those of them that may begin there."""


class Alternatives:
    """Alternatives of one pattern, each tried where it may begin."""

    def __init__(
        self, alternatives: Sequence[str], flags: re.RegexFlag = re.NOFLAG, *, lower: bool = False
    ) -> None:
        """Take ``lower`` where the alternatives are for a text in lower case."""
        self._flags = flags
        self.lower = lower
        self._alternatives = [(source, openings(source, flags)) for source in alternatives]
        self._by_first: dict[str, list[tuple[str, Opening]]] = {}
        """By a character, the ways to begin with it."""
        self._joined: dict[tuple[str, ...], re.Pattern[str]] = {}
        self._sweep = Sweep([self])

    def openings(self) -> list[Opening]:
        """Return every way in which one of them may begin, in a text in any case."""
        if not self.lower:
            return [one for _, found in self._alternatives for one in found]
        caseless = self._flags | re.IGNORECASE
        return [one for source, _ in self._alternatives for one in openings(source, caseless)]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield what ``re.finditer`` of the joined alternatives would, empty matches left out.

        A match knows only the groups of the alternatives that may begin where it does.
        """
        return iter(self._sweep.find(text, text)[0])

    def beginning(self, first: str, then: str, *, inside: bool = False) -> re.Pattern[str] | None:
        """Return those that may begin so, None for none.

        ``then`` is the character behind ``first``, or behind the digits that begin with it; empty at the
        end of a text.  ``inside`` is told of a digit that follows a digit.
        """
        if first not in self._by_first:
            self._by_first[first] = [
                (source, one)
                for source, found in self._alternatives
                for one in found
                if one_of((one.head,)).match(first)
            ]
        number = first in DIGITS
        sources = tuple(
            dict.fromkeys(
                source
                for source, one in self._by_first[first]
                if (one.inside_number or not inside) and _goes_on(one, then, number=number)
            )
        )
        if sources and sources not in self._joined:
            self._joined[sources] = re.compile("|".join(sources), self._flags)
        return self._joined[sources] if sources else None


class Sweep:
    """Several sets of alternatives, sought in one pass over a text."""

    def __init__(self, many: Sequence[Alternatives]) -> None:
        self._many = many
        self._places = re.compile(_places([one for each in many for one in each.openings()]))
        self._known: dict[str, _Entry] = {}
        self._inside: dict[str, _Entry] = {}
        self._in_numbers: dict[str, bool] = {}
        """Whether any may begin inside a number that such a character follows."""

    def find(self, text: str, lower: str) -> list[list[re.Match[str]]]:
        """Return what each of them finds, in order; ``lower`` is the text in lower case, as long as it."""
        texts = [lower if each.lower else text for each in self._many]
        found: list[list[re.Match[str]]] = [[] for _ in texts]
        ends = [0] * len(texts)
        known = self._known
        for place in self._places.finditer(text):
            start, end = place.span()
            pair = text[start] + text[end : end + 1]
            entry = known.get(pair)
            if entry is None:
                entry = self._learn(pair)
            if entry:
                _try(entry, start, texts, found, ends)
            if end - start > 1 and self._may_begin_inside(text[end : end + 1]):
                for inner in range(start + 1, end):
                    _try(self._inner(text[inner] + text[end : end + 1]), inner, texts, found, ends)
        return found

    def _learn(self, pair: str) -> _Entry:
        if len(self._known) >= _MOST_PAIRS:
            self._known.clear()
        entry = self._known[pair] = self._entry(pair, inside=False)
        return entry

    def _inner(self, pair: str) -> _Entry:
        if pair not in self._inside:
            self._inside[pair] = self._entry(pair, inside=True)
        return self._inside[pair]

    def _may_begin_inside(self, then: str) -> bool:
        if then not in self._in_numbers:
            if len(self._in_numbers) >= _MOST_PAIRS:
                self._in_numbers.clear()
                self._inside.clear()
            self._in_numbers[then] = any(self._entry(digit + then, inside=True) for digit in DIGITS)
        return self._in_numbers[then]

    def _entry(self, pair: str, *, inside: bool) -> _Entry:
        entry: list[tuple[int, re.Pattern[str]]] = []
        for number, each in enumerate(self._many):
            seen = pair.translate(_LOWER) if each.lower else pair
            pattern = each.beginning(seen[0], seen[1:], inside=inside)
            if pattern is not None:
                entry.append((number, pattern))
        return tuple(entry)


def _try(
    entry: _Entry, start: int, texts: Sequence[str], found: list[list[re.Match[str]]], ends: list[int]
) -> None:
    """Try what may begin at a place; what begins inside the last match of its kind is left out."""
    for number, pattern in entry:
        if start >= ends[number]:
            match = pattern.match(texts[number], start)
            if match is not None and match.end() > start:
                ends[number] = match.end()
                found[number].append(match)


def _goes_on(one: Opening, then: str, *, number: bool) -> bool:
    """Say whether an expression may go on with a character behind its first, or behind its first digits."""
    bound, inside = (one.ended, one.follower) if number else (one.closed, one.second)
    return not bound or one_of((inside,)).match(then) is not None


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
    if all(one.closed for one in found):
        pieces.append(f"(?={one_of(one.second for one in found).pattern})")
    return f"{heads}(?:{_NUMBER}|{''.join(pieces)})"
