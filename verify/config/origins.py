"""Where in a configuration something stands.

Comes in: the text of a file, or the value of an environment variable.  Goes out: line and column of keys
and of the items of their lists, and problems with an excerpt.  tomllib keeps no places, so they are sought
here: a key at the head of a line, under the header of its table, and an item behind its key.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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
    places: Mapping[Loc, tuple[int, int]] = field(default_factory=dict)
    """Of keys and headers, line and column from 1."""

    @classmethod
    def of(cls, shown: str, text: str, above: tuple[str, ...] = ()) -> Written:
        """Return a text with the places of its keys."""
        return cls(shown, text, above, _sought(text, above))

    def place(self, loc: Loc, value: object = None) -> tuple[int, int]:
        """Return line and column of a key or of an item of its list, else of the nearest table around."""
        for length in range(len(loc), 0, -1):
            if found := self.places.get(loc[:length]):
                item = self._item(found, value) if length < len(loc) else None
                return item or found
        return self.places.get((), (1, 1))

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


def _sought(text: str, above: Loc) -> dict[Loc, tuple[int, int]]:
    """Return the first place of each key and each table, those around them included, below some tables."""
    places: dict[Loc, tuple[int, int]] = {}
    for loc, place in _keys_of(text):
        if loc[: len(above)] == above:
            for length in range(len(above), len(loc) + 1):
                places.setdefault(loc[len(above) : length], place)
    return places


def _keys_of(text: str) -> Iterator[tuple[Loc, tuple[int, int]]]:
    table: Loc = ()
    count: Counter[Loc] = Counter()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _parts(header[2])
            if header[1] == "[[":
                count[table] += 1
                table = (*table, count[table] - 1)
            yield table, (number, _last(header, 2))
        elif key := _KEY.match(line):
            yield (*table, *_parts(key[1])), (number, _last(key, 1))


def _parts(dotted: str) -> Loc:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _last(found: re.Match[str], group: int) -> int:
    """Return the column of the last part of a dotted name."""
    *_, last = _PART.finditer(found[group])
    return found.start(group) + last.start() + 1


def told(written: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return problems in the order of their places."""
    return tuple(sorted(written, key=lambda one: (one.path, one.line, one.column)))
