"""Where in a configuration something stands.

Comes in: the text of a file, or the value of an environment variable.  Goes out: line and column of keys
and of the items of their lists, and problems with an excerpt.  tomllib keeps no places, so they are sought
here: a key at the head of a line, under the header of its table, and an item behind its key.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from verify.catalog.excerpt import excerpt
from verify.errors import Problem

Loc = tuple[str | int, ...]
"""As pydantic tells it: keys, and numbers of items."""

_NAME = r"""(?:"[^"\n]*+"|'[^'\n]*+'|[A-Za-z0-9_-]++)"""
_DOTTED = rf"{_NAME}(?:[ \t]*+\.[ \t]*+{_NAME})*+"
_HEADER = re.compile(rf"[ \t]*+(\[\[?)[ \t]*+({_DOTTED})[ \t]*+\]")
_KEY = re.compile(rf"[ \t]*+({_DOTTED})[ \t]*+=")
_PART = re.compile(_NAME)


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a file, or of an environment variable."""

    shown: str
    """The file as the user knows it, or the name of the variable."""
    text: str
    above: tuple[str, ...] = ()
    """Tables around the keys: ``tool``, ``verify`` in a ``pyproject.toml``."""
    places: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    """Of keys and headers, line and column from 1."""

    def place(self, loc: Loc, value: object = None) -> tuple[int, int]:
        """Return line and column of a key or of an item of its list, else of the nearest table around."""
        places = self.places or self._sought()
        for length in range(len(loc), 0, -1):
            if found := places.get(loc[:length]):
                item = self._item(found, value) if length < len(loc) else None
                return item or found
        return places.get((), (1, 1))

    def problem(self, loc: Loc, message: str, value: object = None) -> Problem:
        """Return a problem at the place of a key or of an item of its list."""
        line, column = self.place(loc, value)
        return Problem(self.shown, line, column, message, excerpt(self.text.splitlines(), line, column))

    def _item(self, key: tuple[int, int], value: object) -> tuple[int, int] | None:
        """Return the place of a value behind its key."""
        lines = self.text.splitlines()
        for number in range(key[0] - 1, len(lines)):
            column = lines[number].find(str(value), key[1] if number == key[0] - 1 else 0)
            if column >= 0:
                return number + 1, column + 1
        return None

    def _sought(self) -> dict[Loc, tuple[int, int]]:
        table: Loc = ()
        count: Counter[Loc] = Counter()
        for number, line in enumerate(self.text.splitlines(), start=1):
            if header := _HEADER.match(line):
                table = _parts(header[2])
                if header[1] == "[[":
                    count[table] += 1
                    table = (*table, count[table] - 1)
                self._note(table, number, _last(header, 2))
            elif key := _KEY.match(line):
                self._note((*table, *_parts(key[1])), number, _last(key, 1))
        return self.places

    def _note(self, loc: Loc, line: int, column: int) -> None:
        """Remember a place under the keys that stand in the tables above it, itself and each table around."""
        depth = len(self.above)
        if loc[:depth] == self.above:
            for length in range(depth, len(loc) + 1):
                self.places.setdefault(loc[depth:length], (line, column))


def _parts(dotted: str) -> Loc:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _last(found: re.Match[str], group: int) -> int:
    """Return the column of the last part of a dotted name."""
    *_, last = _PART.finditer(found[group])
    return found.start(group) + last.start() + 1


def told(written: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return problems in the order of their places."""
    return tuple(sorted(written, key=lambda one: (one.path, one.line, one.column)))
