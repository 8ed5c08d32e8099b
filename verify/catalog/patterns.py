r"""Regular expressions that rule authors write: compiled, and refused where they could hang.

Comes in: a pattern.  Goes out: what is wrong with it, or nothing.  A repeat inside a repeat
that may give back what it took can need exponential time on hostile text
(``(\d+[,，]?)+`` takes 14 s for 26 digits).  Harmless are possessive repeats (``++``, ``{1,3}+``),
which give nothing back, and groups with a character of their own that tells one round from the
next (``(\.\d+)*``).
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Sequence
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any

_GIVES_BACK = frozenset({"MAX_REPEAT", "MIN_REPEAT"})
_SINGLE = frozenset({"LITERAL", "NOT_LITERAL", "IN", "ANY", "CATEGORY"})
_NO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_REFERENCE = re.compile(r"(?<!\\)(?:\\\\)*\\[1-9]")
_SAMPLE = frozenset(string.printable + "一百万亿年月第号，。、；：（）·éα")
"""Stands for all characters when two sets are compared."""

_Item = tuple[Any, Any]


def wrong_with(pattern: str) -> str:
    """Return what is wrong with a pattern and the remedy, or ""."""
    try:
        parsed = _parser.parse(pattern)
        _compiler.compile(parsed)
    except re.error as error:
        place = "" if error.pos is None else f" at character {error.pos + 1}"
        return f"no regular expression: {error.msg}{place}"
    if _REFERENCE.search(pattern):
        return r"a group by its number, which changes among other patterns: name it, '(?P<a>…)' and '(?P=a)'"
    if _hangs(parsed, parsed.state, looping=False):
        return (
            "a repeat inside a repeat, which can take exponential time: "
            "make one of them possessive ('++', '{1,3}+') or write the group once"
        )
    return ""


def _hangs(items: Sequence[_Item], state: Any, *, looping: bool) -> bool:
    """Say whether a repeat stands inside an ambiguous loop and both may give back what they took."""
    for code, argument in items:
        inner = looping
        if str(code) in _GIVES_BACK:
            low, high, body = argument
            if looping and low != high:
                return True
            inner = looping or (low != high and int(high) > 1 and not _told_apart(body, state))
        elif str(code) in {"POSSESSIVE_REPEAT", "ATOMIC_GROUP"}:
            inner = False
        if any(_hangs(part, state, looping=inner) for part in _parts(argument)):
            return True
    return False


def _parts(argument: Any) -> Iterator[Any]:
    """Yield the patterns inside an argument of the parser's tree."""
    if isinstance(argument, _parser.SubPattern):
        yield argument
    elif isinstance(argument, tuple | list):
        for item in argument:
            yield from _parts(item)


def _told_apart(body: Any, state: Any) -> bool:
    """Say whether a text can be cut into rounds of ``body`` in one way only.

    So it is when one character stands once in each round and nowhere else in it, and what may
    stand before it is unlike what a round ends with.
    """
    items = _flat(body)
    sets = [_characters([item], state) for item in items]
    for place, (code, _) in enumerate(items):
        others = frozenset().union(*sets[:place], *sets[place + 1 :])
        if str(code) not in _SINGLE or sets[place] & others:
            continue
        ending = sets[-1] if _width(items[-1], state) else frozenset().union(*sets[place:])
        if not frozenset().union(*sets[:place]) & ending:
            return True
    return False


def _flat(body: Any) -> list[_Item]:
    """Return the items of a group, those of plain groups inside it in their place."""
    items: list[_Item] = []
    for code, argument in body:
        items += _flat(argument[-1]) if str(code) == "SUBPATTERN" else [(code, argument)]
    return items


def _width(item: _Item, state: Any) -> int:
    return int(_parser.SubPattern(state, [item]).getwidth()[0])


def _characters(items: Sequence[_Item], state: Any) -> frozenset[str]:
    """Return the characters that the items may take."""
    found: frozenset[str] = frozenset()
    for code, argument in items:
        if str(code) == "LITERAL" and not state.flags & re.IGNORECASE:
            found |= {chr(argument)}
        elif str(code) in _SINGLE:
            one = _compiler.compile(_parser.SubPattern(state, [(code, argument)]))
            own = {chr(argument)} if str(code) == "LITERAL" else set()
            found |= {char for char in _SAMPLE | own if one.fullmatch(char)}
        elif str(code) not in _NO_WIDTH:
            parts = list(_parts(argument))
            found |= frozenset().union(*(_characters(part, state) for part in parts)) if parts else _SAMPLE
    return found
