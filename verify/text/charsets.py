"""Sets of characters, as they stand between the brackets of a regular expression.

Comes in: the insides of ``[...]``, escaped as ``re.escape`` does it.  Goes out: one pattern of many, and
``CharacterSets``, which tell at once which of many hold a character.  What the sets are of is left to
``openings``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from verify.text.remembered import Remembered

DIGITS, LETTERS = "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_TOKEN = re.compile(r"(\\?.)(?:-(\\?.))?", re.DOTALL)
"""A character, a sort of characters, or a range of characters."""
_SORTS = frozenset({r"\s", r"\S", r"\w", r"\W", r"\d", r"\D"})
_MOST_SPELLED = 64
"""Characters of the longest range that is taken apart."""


def one_of(sets: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of one character that is in one of the sets."""
    return _compiled("".join(dict.fromkeys(sets)))


@cache
def _compiled(inside: str) -> re.Pattern[str]:
    return re.compile(f"[{inside}]" if inside else r"(?!)")


@cache
def holds_digit(inside: str) -> bool:
    """Say whether one of the ten digits is in a set."""
    singles, rest = _apart(inside)
    return any(digit in singles for digit in DIGITS) or any(map(_compiled(rest).match, DIGITS))


class CharacterSets(Remembered[str, int]):
    """By a character, the bits of all sets that hold it; of none for an empty text."""

    def __init__(self, sets: Iterable[tuple[str, int]], lower: int = 0) -> None:
        """Take each set with its bits, and the bits of those that see a text in lower case."""
        super().__init__(self._holding)
        self._lower = lower
        self._singles: dict[str, int] = {}
        """By a character that sets name, their bits."""
        together: dict[str, int] = {}
        for inside, bits in sets:
            together[inside] = together.get(inside, 0) | bits
        rests: dict[str, int] = {}
        for inside, bits in together.items():
            singles, rest = _apart(inside)
            for char in singles:
                self._singles[char] = self._singles.get(char, 0) | bits
            if rest:
                rests[rest] = rests.get(rest, 0) | bits
        self._rests = [(_compiled(rest), bits) for rest, bits in rests.items()]

    def _holding(self, char: str) -> int:
        found = self._singles.get(char, 0)
        for rest, bits in self._rests:
            if rest.match(char):
                found |= bits
        return found & ~self._lower | self[char.lower()] & self._lower if "A" <= char <= "Z" else found


@cache
def _apart(inside: str) -> tuple[frozenset[str], str]:
    """Return the characters that a set names, and the inside of a set of the others that it holds."""
    found = [token.groups() for token in _TOKEN.finditer(inside)]
    rest = [f"{one}-{to}" if to else one for one, to in found if not _spelled(one, to)]
    return frozenset(char for one, to in found if _spelled(one, to) for char in _range(one, to)), "".join(
        rest
    )


def _spelled(one: str, to: str | None) -> bool:
    """Say whether a token is one character, or a short range."""
    return one not in _SORTS and (to is None or ord(to[-1]) - ord(one[-1]) < _MOST_SPELLED)


def _range(one: str, to: str | None) -> Iterator[str]:
    return map(chr, range(ord(one[-1]), ord((to or one)[-1]) + 1))
