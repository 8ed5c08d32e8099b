r"""Try alternatives of a pattern only where one of them may begin.

Comes in: alternatives as regular expressions, in order of preference.  Goes out: ``Alternatives``,
which finds what ``a|b|c`` finds, place by place and in the same order.  ``re`` tries every
alternative at every place of a text.  Here the parsed expressions tell with which characters each
may begin, and what may not stand before; one set of characters then finds the few places that are
worth a trial, and a place is tried with those alternatives only that may begin with its character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_ALL = r"\s\S"
_DIGITS, _LETTERS = "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_CATEGORIES = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_OTHER_CASES = {"k": "\u212a", "s": "\u017f", "i": "\u0130\u0131"}
"""Characters that ``re`` takes for a letter where case does not matter, beside the letter in both cases."""

_Item = tuple[Any, Any]


@dataclass(frozen=True, slots=True)
class _Opening:
    """One way in which an expression may begin."""

    head: str
    """Inside of a set of characters: the first."""
    inside_number: bool
    """True where it may begin with a digit that follows a digit."""
    inside_word: bool
    inside_line: bool


_FREE = _Opening("", inside_number=True, inside_word=True, inside_line=True)


class Alternatives:
    """Alternatives of one pattern, each tried where it may begin."""

    def __init__(self, alternatives: Sequence[str], flags: re.RegexFlag = re.NOFLAG) -> None:
        self._sources, self._flags = tuple(alternatives), flags
        self._heads: list[re.Pattern[str]] = []
        openings: list[_Opening] = []
        for source in self._sources:
            found = _openings(source, flags)
            openings += found
            self._heads.append(re.compile(_one_of(found)))
        self._places = re.compile(_places(openings))
        self._by_character: dict[str, re.Pattern[str]] = {}
        self._compiled: dict[tuple[str, ...], re.Pattern[str]] = {}

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield what ``re.finditer`` of the joined alternatives would, empty matches left out.

        A match knows only the groups of the alternatives that may begin where it does.
        """
        end = 0
        known = self._by_character
        for place in self._places.finditer(text):
            start = place.start()
            if start < end:
                continue
            character = text[start]
            match = (known.get(character) or self._beginning_with(character)).match(text, start)
            if match is not None and match.end() > start:
                end = match.end()
                yield match

    def _beginning_with(self, character: str) -> re.Pattern[str]:
        """Return the alternatives that may begin with a character, joined."""
        pairs = zip(self._sources, self._heads, strict=True)
        sources = tuple(source for source, head in pairs if head.match(character))
        pattern = self._compiled.get(sources)
        if pattern is None:
            pattern = self._compiled[sources] = re.compile("|".join(sources), self._flags)
        self._by_character[character] = pattern
        return pattern


def _places(openings: Sequence[_Opening]) -> str:
    """Return a pattern of one character that finds where any of the openings may stand."""
    pieces = [_one_of(openings)]
    if not any(map(re.compile(_one_of([one for one in openings if one.inside_number])).match, _DIGITS)):
        pieces.append(r"(?<![0-9][0-9])")
    free = re.compile(_one_of([one for one in openings if one.inside_word]))
    bound = "".join(letter for letter in _LETTERS if not free.match(letter))
    if bound:
        pieces.append(f"(?<![A-Za-z][{bound}])")
    if not re.match(_one_of([one for one in openings if one.inside_line]), " "):
        pieces.append(r"(?<![^\n][ \t])")
    return "".join(pieces)


def _one_of(openings: Sequence[_Opening]) -> str:
    """Return a pattern of one character with which one of the openings begins."""
    heads = dict.fromkeys(one.head for one in openings)
    return f"[{''.join(heads)}]" if heads else r"(?!)"


def _openings(source: str, flags: re.RegexFlag) -> list[_Opening]:
    """Return every way in which an expression may begin."""
    parsed = _parser.parse(source, flags)
    return _walk(parsed, _FREE, caseless=bool(parsed.state.flags & re.IGNORECASE))[0]


def _walk(
    items: Sequence[_Item], before: _Opening, *, caseless: bool
) -> tuple[list[_Opening], _Opening | None]:
    """Return the openings of a sequence, and what holds behind it where it may take no character."""
    found: list[_Opening] = []
    for code, argument in items:
        name = str(code)
        if name in {"AT", "ASSERT_NOT", "ASSERT"}:
            before = _guarded(before, name, argument, caseless=caseless)
            continue
        if name == "SUBPATTERN":
            _, added, removed, body = argument
            inner = (caseless or bool(added & re.IGNORECASE)) and not removed & re.IGNORECASE
            ways, passed = _walk(body, before, caseless=inner)
        elif name == "ATOMIC_GROUP":
            ways, passed = _walk(argument, before, caseless=caseless)
        elif name == "BRANCH":
            ways, passed = _branches(argument[1], before, caseless=caseless)
        elif name in _REPEATS:
            ways, passed = _walk(argument[2], before, caseless=caseless)
            passed = before if argument[0] == 0 else passed
        else:
            ways, passed = [_with_head(before, _set(name, argument, caseless=caseless))], None
        found += ways
        if passed is None:
            return found, None
        before = passed
    return found, before


def _branches(
    branches: Sequence[Sequence[_Item]], before: _Opening, *, caseless: bool
) -> tuple[list[_Opening], _Opening | None]:
    found: list[_Opening] = []
    passed: _Opening | None = None
    for branch in branches:
        ways, through = _walk(branch, before, caseless=caseless)
        found += ways
        passed = passed if through is None else before
    return found, passed


def _with_head(before: _Opening, head: str) -> _Opening:
    return _Opening(head, before.inside_number, before.inside_word, before.inside_line)


def _guarded(before: _Opening, name: str, argument: Any, *, caseless: bool) -> _Opening:
    """Return what holds behind an assertion: where the next character may not stand."""
    if name == "AT":
        line = str(argument) in {"AT_BEGINNING", "AT_BEGINNING_STRING"}
        bound = line or str(argument) == "AT_BOUNDARY"
        return _Opening(
            "",
            before.inside_number and not bound,
            before.inside_word and not bound,
            before.inside_line and not line,
        )
    direction, body = argument
    if name == "ASSERT" or direction > 0 or len(body) != 1 or str(body[0][0]) not in {"LITERAL", "IN"}:
        return before
    banned = re.compile(f"[{_set(str(body[0][0]), body[0][1], caseless=caseless)}]")
    return _Opening(
        "",
        before.inside_number and not all(map(banned.match, _DIGITS)),
        before.inside_word and not all(map(banned.match, _LETTERS)),
        before.inside_line,
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
