"""Show the place of a mistake: the line, and a caret under the column.

Comes in: the lines of a text and a place.  Goes out: the lines to print.  Wide characters take two cells in
a terminal, so the caret is moved by cells, not by characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verify.errors import Problem
from verify.text.cells import cells

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that would change what a terminal shows."""
_INDENT = "    "
_LONGEST = 100
"""Characters of a line that are shown; a longer one is cut around the place."""


def excerpt(lines: Sequence[str], line: int, column: int) -> str:
    """Return the line of a text with a caret under the column, or "" where there is no such line."""
    if not 1 <= line <= len(lines):
        return ""
    start = max(0, column - 1 - _LONGEST // 2)
    shown = _CONTROLS.sub("\ufffd", lines[line - 1][start : start + _LONGEST])
    before = shown[: column - 1 - start]
    padding = "".join("\t" if char == "\t" else " " * cells(char) for char in before)
    return f"{_INDENT}{shown}\n{_INDENT}{padding}^"


@dataclass(frozen=True, slots=True)
class Raw:
    """A line of a file as it stands there."""

    path: str
    number: int
    """From 1."""
    text: str

    def problem(self, column: int, message: str) -> Problem:
        """Return a problem at a column, from 1."""
        return Problem(self.path, self.number, column, message, excerpt([self.text], 1, column))

    def problem_of(self, part: str, message: str, after: int = 1) -> Problem:
        """Return a problem at the first place of ``part``, at column ``after`` or behind it."""
        return self.problem(max(self.text.find(part, after - 1), 0) + 1, message)
