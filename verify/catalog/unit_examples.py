"""Read the equations that stand in the comments of a unit file.

Comes in: a comment and its line.  Goes out: the equation, or a problem where one was meant that would
never be tried.  Whether it holds is left to ``verify.examples``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

from verify.catalog.excerpt import Raw
from verify.errors import Problem

_TEST = re.compile(r"\s*(\w{3,8})\s*(:?)\s*(.*?)\s*$")
_TESTS = ("pass", "fail")
_NEAR_TEST = 0.75
"""Three letters of four in common: pas, fial, passes.  Other comments are nobody's mistake."""


@dataclass(frozen=True, slots=True)
class UnitExample:
    """A ``# pass:`` or ``# fail:`` comment of a unit file: an equation that holds, or does not."""

    raw: Raw
    left: str
    right: str
    holds: bool


def example(raw: Raw, comment: str, *, alone: bool) -> UnitExample | Problem | None:
    """Return the equation of a comment, None where it is none, or what keeps it from being tried.

    ``comment`` is what follows the ``#``; ``alone`` says that nothing stands before it on its line.
    """
    test = _TEST.match(comment)
    if test is None or "=" not in test[3]:
        return None
    word, colon, equation = test.groups()
    if word in _TESTS and colon and alone:
        left, _, right = (part.strip() for part in equation.partition("="))
        if left and right and "=" not in right:
            return UnitExample(raw, left, right, word == _TESTS[0])
        message = "a test is two values with one '=' between them: # pass: 15亩 = 1公顷"
        return raw.problem_of(equation, message)
    if word.lower() in _TESTS:
        message = f"this test would not run: it stands on a line of its own, as '# {word.lower()}: A = B'"
        return raw.problem_of("#", message)
    near = get_close_matches(word.lower(), _TESTS, n=1, cutoff=_NEAR_TEST) if colon else []
    if not near:
        return None
    return raw.problem_of(word, f"'{word}:' is no test, and would not run; did you mean '{near[0]}:'?")
