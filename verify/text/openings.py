"""Tell with which characters a regular expression may begin.

Comes in: an expression.  Goes out: its ``Opening``s, from the parsed expression: the first character,
what may follow it, what may follow the digits that it begins with, and where it may not stand.  An
opening allows too much rather than too little.  Trying expressions only where they may begin is left
to ``alternatives``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from verify.text.charsets import DIGITS, LETTERS, holds_digit, one_of

MOST_DIGITS = 9
"""Numbers of so many digits and of more are not told apart."""
_ALL = r"\s\S"
_CATEGORIES = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}
_BLANK = frozenset({r"\s", r"\ "})
_DIGITS_ONLY = re.compile(r"(?:\\d|[0-9](?:-[0-9])?)+")
_MANY = 1 << 10
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_OTHER_CASES = {"k": "\u212a", "s": "\u017f", "i": "\u0130\u0131"}
"""Characters that ``re`` takes for a letter where case does not matter, beside the letter in both cases."""

_Item = tuple[Any, Any]


class Guard(NamedTuple):
    """Where an expression may begin."""

    inside_number: bool = True
    """True where it may begin with a digit that follows a digit."""
    inside_word: bool = True
    inside_line: bool = True
    behind: str = ""
    """Inside of a set: what must stand before it; empty for anything, or nothing."""
    not_behind: str = ""
    """Inside of a set: what may not stand before it."""


@dataclass(slots=True)
class Opening:
    """One way in which an expression may begin."""

    head: str
    """Inside of a set of characters: the first."""
    guard: Guard
    second: str = ""
    """Inside of a set: what may follow the first character."""
    closed: bool = False
    """True where nothing else may follow it, and something must."""
    follower: str = ""
    """Inside of a set: what may follow the digits that it begins with, all that stand there."""
    ended: bool = False
    """True where nothing else may follow them, and something must."""
    least: int = 1
    """So many digits it begins with, at least."""
    most: int = 1
    """So many at most, where it is ended."""
    stopped: bool = False
    """True where its digits may end."""


_parsed = lru_cache(maxsize=1)(_parser.parse)
"""For the same expression is asked how it begins, and then how in another case."""


def openings(source: str, flags: re.RegexFlag, *, caseless: bool = False) -> list[Opening]:
    """Return every way in which an expression may begin, ``caseless`` in a text in any case."""
    parsed = _parsed(source, flags)
    return _walk(parsed, Guard(), caseless=caseless or bool(parsed.state.flags & re.IGNORECASE))[0]


def needed(source: str, flags: re.RegexFlag = re.NOFLAG) -> frozenset[str]:
    """Return characters, in the case they must have, that every match of an expression holds or leads to."""
    parsed = _parsed(source, flags)
    return _needed(parsed, caseless=bool(parsed.state.flags & re.IGNORECASE))


def _needed(items: Sequence[_Item], *, caseless: bool) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for code, argument in items:
        name = str(code)
        if name == "LITERAL":
            char = chr(argument)
            found |= {char} if not caseless or char.lower() == char.upper() else frozenset()
        elif name == "SUBPATTERN":
            _, added, removed, body = argument
            inner = (caseless or bool(added & re.IGNORECASE)) and not removed & re.IGNORECASE
            found |= _needed(body, caseless=inner)
        elif name == "ATOMIC_GROUP":
            found |= _needed(argument, caseless=caseless)
        elif name == "ASSERT" and argument[0] > 0:
            found |= _needed(argument[1], caseless=caseless)
        elif name in _REPEATS and argument[0] > 0:
            found |= _needed(argument[2], caseless=caseless)
        elif name == "BRANCH":
            found |= frozenset.intersection(*(_needed(branch, caseless=caseless) for branch in argument[1]))
    return found


def any_needed(source: str) -> frozenset[str]:
    """Return a few characters of which every match of an expression holds one; none where nothing tells.

    Where all matches hold the same it is a single one, and none of ASCII where there is another.
    """
    parsed = _parsed(source, re.NOFLAG)
    return _any_needed(parsed, caseless=bool(parsed.state.flags & re.IGNORECASE))


def _any_needed(items: Sequence[_Item], *, caseless: bool) -> frozenset[str]:
    chars = _needed(items, caseless=caseless)
    if chars:
        return frozenset([max(chars)])
    choices = [] if caseless else [_choice(str(code), argument) for code, argument in items]
    return min(filter(None, choices), key=lambda one: (len(one), sorted(one)), default=frozenset())


def _choice(name: str, argument: Any) -> frozenset[str]:
    """Return the characters of an item one of which it takes; none where these are not listed."""
    if name == "IN" and all(str(code) == "LITERAL" for code, _ in argument):
        return frozenset(chr(char) for _, char in argument)
    if name == "BRANCH":
        ways = [_any_needed(branch, caseless=False) for branch in argument[1]]
        return frozenset[str]().union(*ways) if all(ways) else frozenset()
    if name == "SUBPATTERN":
        return _any_needed(argument[3], caseless=bool(argument[1] & re.IGNORECASE))
    return frozenset()


def _walk(items: Sequence[_Item], before: Guard, *, caseless: bool) -> tuple[list[Opening], Guard | None]:
    """Return the openings of a sequence, and what holds behind it where it may take no character."""
    found: list[Opening] = []
    start: Guard | None = before
    open_ends: list[Opening] = []
    for code, argument in items:
        name = str(code)
        if name in {"AT", "ASSERT_NOT", "ASSERT"}:
            if start is None and name == "ASSERT" and argument[0] > 0:
                _ask(open_ends, argument[1], caseless=caseless)
            start = start and _guarded(start, name, argument, caseless=caseless)
            continue
        ways, passed = _item(name, argument, start or before, caseless=caseless)
        _follow(open_ends, ways, _digits(name, argument), closing=passed is None)
        if start is not None:
            found += ways
            open_ends += [one for one in ways if not (one.closed and one.ended)]
            start = passed
        elif all(one.closed and one.ended for one in open_ends):
            break
    return found, start


def _follow(
    open_ends: Sequence[Opening], ways: Sequence[Opening], digits: tuple[int, int] | None, *, closing: bool
) -> None:
    """Let what may come next follow the openings that it may follow; ``digits`` where it takes no more."""
    heads = "".join(dict.fromkeys(one.head for one in ways))
    counted = [one for one in ways if holds_digit(one.head)]
    followers = heads + "".join(dict.fromkeys(one.follower for one in counted))
    blank = all(one.head in _BLANK for one in ways)  # 5 月: what follows the blank tells
    for one in open_ends:
        if not one.closed:
            one.second += heads
            one.closed = closing
        if one.ended:
            continue
        if digits is not None:
            one.least += 0 if one.stopped else digits[0]
            one.follower += heads if one.stopped else ""
            one.most += digits[1]
            continue
        one.stopped = True
        if counted:
            one.most = _MANY
        if not blank:
            one.follower += followers
            one.ended = closing and not counted


def _ask(open_ends: Sequence[Opening], items: Sequence[_Item], *, caseless: bool) -> None:
    """Let what is looked at, and must be there, be all that may follow."""
    ways, passed = _walk(items, Guard(), caseless=caseless)
    if passed is None and not any(holds_digit(one.head) for one in ways):
        _follow(open_ends, ways, None, closing=True)


def _item(name: str, argument: Any, before: Guard, *, caseless: bool) -> tuple[list[Opening], Guard | None]:
    if name == "SUBPATTERN":
        _, added, removed, body = argument
        inner = (caseless or bool(added & re.IGNORECASE)) and not removed & re.IGNORECASE
        return _walk(body, before, caseless=inner)
    if name == "ATOMIC_GROUP":
        return _walk(argument, before, caseless=caseless)
    if name == "BRANCH":
        branches = [_walk(branch, before, caseless=caseless) for branch in argument[1]]
        guards = [after for _, after in branches if after is not None]
        told = "".join(one.behind for one in guards) if all(one.behind for one in guards) else ""
        guarded = before._replace(behind=before.behind or told)
        return [one for ways, _ in branches for one in ways], guarded if guards else None
    if name in _REPEATS:
        ways, passed = _walk(argument[2], before, caseless=caseless)
        if argument[1] > 1:
            _follow(ways, ways, _all_digits(argument[2]), closing=False)
        digits = _digits(name, argument)
        if digits is not None:
            for one in ways:
                one.least, one.most, one.stopped = max(1, digits[0]), digits[1], False
        return ways, before if argument[0] == 0 else passed
    return [Opening(_set(name, argument, caseless=caseless), before)], None


def _digits(name: str, argument: Any) -> tuple[int, int] | None:
    """Return how many digits an item takes at least and at most, None where it may take anything else."""
    if name in _REPEATS:
        inner = _all_digits(argument[2])
        return inner and (inner[0] * argument[0], min(_MANY, inner[1] * min(_MANY, argument[1])))
    if name in {"SUBPATTERN", "ATOMIC_GROUP"}:
        return _all_digits(argument[-1] if name == "SUBPATTERN" else argument)
    if name == "BRANCH":
        counts = [_all_digits(branch) for branch in argument[1]]
        known = [count for count in counts if count is not None]
        if len(known) < len(counts):
            return None
        return min(least for least, _ in known), max(most for _, most in known)
    inside = _set(name, argument, caseless=False)
    return (1, 1) if _DIGITS_ONLY.fullmatch(inside) else None


def _all_digits(items: Sequence[_Item]) -> tuple[int, int] | None:
    least = most = 0
    for code, argument in items:
        count = _digits(str(code), argument)
        if count is None:
            return None
        least, most = least + count[0], min(_MANY, most + count[1])
    return least, most


def _guarded(before: Guard, name: str, argument: Any, *, caseless: bool) -> Guard:
    """Return what holds behind an assertion: where the next character may not stand."""
    if name == "AT":
        line = str(argument) in {"AT_BEGINNING", "AT_BEGINNING_STRING"}
        bound = line or str(argument) == "AT_BOUNDARY"
        return before._replace(
            inside_number=before.inside_number and not bound,
            inside_word=before.inside_word and not bound,
            inside_line=before.inside_line and not line,
        )
    direction, body = argument
    if direction > 0 or not body:
        return before
    last = _set(str(body[-1][0]), body[-1][1], caseless=caseless)
    if _ALL in last:
        return before
    if name == "ASSERT":
        return before._replace(behind=before.behind or last)
    if len(body) > 1:
        return before
    banned = one_of([last])
    return before._replace(
        inside_number=before.inside_number and not all(map(banned.match, DIGITS)),
        inside_word=before.inside_word and not all(map(banned.match, LETTERS)),
        not_behind=before.not_behind + last,
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
