r"""Try alternatives of a pattern only where one of them may begin.

Comes in: alternatives as regular expressions, in order of preference.  Goes out: ``Alternatives``,
which finds what ``a|b|c`` finds, place by place and in the same order.  ``re`` tries every
alternative at every place of a text.  Here the parsed expressions tell with which characters each
may begin, and what may not stand before; one set of characters then finds the few places that are
worth a trial, and a place is tried with those alternatives only that may begin with its character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_ALL = r"\s\S"
_DIGITS, _LETTERS = "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_CATEGORIES = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_OTHER_CASES = {"k": "\u212a", "s": "\u017f", "i": "\u0130\u0131"}
"""Characters that ``re`` takes for a letter where case does not matter, beside the letter in both cases."""

_MOST_PAIRS = 1 << 14
"""Pairs of characters that are remembered."""

_Item = tuple[Any, Any]


@dataclass(slots=True)
class _Opening:
    """One way in which an expression may begin."""

    head: str
    """Inside of a set of characters: the first."""
    inside_number: bool = True
    """True where it may begin with a digit that follows a digit."""
    inside_word: bool = True
    inside_line: bool = True
    second: str = ""
    """Inside of a set: what may follow the first character."""
    closed: bool = False
    """True where nothing else may follow it, and something must."""


class Alternatives:
    """Alternatives of one pattern, each tried where it may begin."""

    def __init__(self, alternatives: Sequence[str], flags: re.RegexFlag = re.NOFLAG) -> None:
        self._flags = flags
        self._alternatives = [(source, _openings(source, flags)) for source in alternatives]
        self._places = re.compile(_places([one for _, found in self._alternatives for one in found]))
        self._joined: dict[tuple[str, ...], re.Pattern[str]] = {}
        self._by_character: dict[str, tuple[re.Pattern[str], re.Pattern[str] | None]] = {}
        """What may begin with a character, and what must follow that; None where anything may."""
        self._by_pair: dict[str, re.Pattern[str] | None] = {}

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield what ``re.finditer`` of the joined alternatives would, empty matches left out.

        A match knows only the groups of the alternatives that may begin where it does.
        """
        end = 0
        known = self._by_pair
        for place in self._places.finditer(text):
            start = place.start()
            if start < end:
                continue
            pair = text[start : start + 2]
            pattern = known[pair] if pair in known else self._beginning_with(pair)
            match = None if pattern is None else pattern.match(text, start)
            if match is not None and match.end() > start:
                end = match.end()
                yield match

    def _beginning_with(self, pair: str) -> re.Pattern[str] | None:
        """Return the alternatives that may begin with the first of two characters, None if not with both."""
        if pair[0] not in self._by_character:
            self._by_character[pair[0]] = self._with_first(pair[0])
        if len(self._by_pair) >= _MOST_PAIRS:
            self._by_pair.clear()
        joined, second = self._by_character[pair[0]]
        pattern = joined if second is None or second.match(pair, 1) else None
        self._by_pair[pair] = pattern
        return pattern

    def _with_first(self, character: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
        sources: list[str] = []
        openings: list[_Opening] = []
        for source, found in self._alternatives:
            mine = [one for one in found if _one_of((one.head,)).match(character)]
            sources += [source] if mine else []
            openings += mine
        key = tuple(sources)
        if key not in self._joined:
            self._joined[key] = re.compile("|".join(sources), self._flags)
        bound = all(one.closed for one in openings)
        return self._joined[key], _one_of(one.second for one in openings) if bound else None


def _places(openings: Sequence[_Opening]) -> str:
    """Return a pattern of one character that finds where any of the openings may stand."""
    pieces = [_one_of(one.head for one in openings).pattern]
    if not any(map(_one_of(one.head for one in openings if one.inside_number).match, _DIGITS)):
        pieces.append(r"(?<![0-9][0-9])")
    free = _one_of(one.head for one in openings if one.inside_word)
    bound = "".join(letter for letter in _LETTERS if not free.match(letter))
    if bound:
        pieces.append(f"(?<![A-Za-z][{bound}])")
    if not _one_of(one.head for one in openings if one.inside_line).match(" "):
        pieces.append(r"(?<![^\n][ \t])")
    return "".join(pieces)


def _one_of(sets: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of one character that is in one of the sets, given by their insides."""
    return _compiled("".join(dict.fromkeys(sets)))


@cache
def _compiled(inside: str) -> re.Pattern[str]:
    return re.compile(f"[{inside}]" if inside else r"(?!)")


def _openings(source: str, flags: re.RegexFlag) -> list[_Opening]:
    """Return every way in which an expression may begin."""
    parsed = _parser.parse(source, flags)
    return _walk(parsed, _Opening(""), caseless=bool(parsed.state.flags & re.IGNORECASE))[0]


def _walk(
    items: Sequence[_Item], before: _Opening, *, caseless: bool
) -> tuple[list[_Opening], _Opening | None]:
    """Return the openings of a sequence, and what holds behind it where it may take no character."""
    found: list[_Opening] = []
    start: _Opening | None = before
    open_ends: list[_Opening] = []
    for code, argument in items:
        name = str(code)
        if name in {"AT", "ASSERT_NOT", "ASSERT"}:
            start = start and _guarded(start, name, argument, caseless=caseless)
            continue
        ways, passed = _item(name, argument, start or before, caseless=caseless)
        _follow(open_ends, ways, closing=passed is None)
        if start is not None:
            found += ways
            open_ends += [one for one in ways if not one.closed]
            start = passed
        elif all(one.closed for one in open_ends):
            break
    return found, start


def _follow(open_ends: Sequence[_Opening], ways: Sequence[_Opening], *, closing: bool) -> None:
    """Let what may come next follow the openings that it may follow."""
    heads = "".join(dict.fromkeys(one.head for one in ways))
    for one in open_ends:
        if not one.closed:
            one.second += heads
            one.closed = closing


def _item(
    name: str, argument: Any, before: _Opening, *, caseless: bool
) -> tuple[list[_Opening], _Opening | None]:
    if name == "SUBPATTERN":
        _, added, removed, body = argument
        inner = (caseless or bool(added & re.IGNORECASE)) and not removed & re.IGNORECASE
        return _walk(body, before, caseless=inner)
    if name == "ATOMIC_GROUP":
        return _walk(argument, before, caseless=caseless)
    if name == "BRANCH":
        branches = [_walk(branch, before, caseless=caseless) for branch in argument[1]]
        passes = any(passed is not None for _, passed in branches)
        return [one for ways, _ in branches for one in ways], before if passes else None
    if name in _REPEATS:
        ways, passed = _walk(argument[2], before, caseless=caseless)
        if argument[1] > 1:
            _follow(ways, ways, closing=False)
        return ways, before if argument[0] == 0 else passed
    return [replace(before, head=_set(name, argument, caseless=caseless))], None


def _guarded(before: _Opening, name: str, argument: Any, *, caseless: bool) -> _Opening:
    """Return what holds behind an assertion: where the next character may not stand."""
    if name == "AT":
        line = str(argument) in {"AT_BEGINNING", "AT_BEGINNING_STRING"}
        bound = line or str(argument) == "AT_BOUNDARY"
        return replace(
            before,
            inside_number=before.inside_number and not bound,
            inside_word=before.inside_word and not bound,
            inside_line=before.inside_line and not line,
        )
    direction, body = argument
    if name == "ASSERT" or direction > 0 or len(body) != 1 or str(body[0][0]) not in {"LITERAL", "IN"}:
        return before
    banned = re.compile(f"[{_set(str(body[0][0]), body[0][1], caseless=caseless)}]")
    return replace(
        before,
        inside_number=before.inside_number and not all(map(banned.match, _DIGITS)),
        inside_word=before.inside_word and not all(map(banned.match, _LETTERS)),
    )


def _set(name: str, argument: Any, *, caseless: bool) -> str:
    """Return the inside of a set of characters that holds all that one item of an expression may take."""
    if name == "LITERAL":
        return _literal(chr(argument), caseless=caseless)
    if name != "IN" or str(argument[0][0]) == "NEGATE":
        return _ALL
    parts: list[str] = []
    for code, inner in argument:
        if str(code) == "LITERAL":
            parts.append(_literal(chr(inner), caseless=caseless))
        elif str(code) == "RANGE":
            letters = caseless and inner[0] <= ord("z") and inner[1] >= ord("A")
            other = "A-Za-z" + "".join(_OTHER_CASES.values()) if letters else ""
            parts.append(f"{re.escape(chr(inner[0]))}-{re.escape(chr(inner[1]))}{other}")
        else:
            parts.append(_CATEGORIES.get(str(inner), _ALL))
    return "".join(parts)


def _literal(character: str, *, caseless: bool) -> str:
    if not caseless:
        return re.escape(character)
    cases = {character, character.lower(), character.upper()}
    cases.update(_OTHER_CASES.get(character.lower(), ""))
    return "".join(re.escape(case) for case in sorted(cases) if len(case) == 1)


def branches(pattern: str) -> list[str]:
    """Return the alternatives of a pattern that is written as one, ``a|b|c``."""
    found, start, depth, place = [], 0, 0, 0
    while place < len(pattern):
        char = pattern[place]
        if char == "\\":
            place += 1
        elif char == "[":
            place = _set_end(pattern, place)
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and depth == 0:
            found.append(pattern[start:place])
            start = place + 1
        place += 1
    return [*found, pattern[start:]]


def _set_end(pattern: str, start: int) -> int:
    """Return the place of the bracket that closes a set of characters."""
    place = start + 1 + pattern.startswith("^", start + 1)
    place += pattern.startswith("]", place)
    while pattern[place] != "]":
        place += 2 if pattern[place] == "\\" else 1
    return place
