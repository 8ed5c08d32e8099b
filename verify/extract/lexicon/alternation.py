"""One pattern for many names.

Comes in: lower-case surfaces.  Goes out: a pattern that finds the longest at each place, in a time that
hardly grows with their number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from verify.extract.lexicon.words import is_latin


def alternation(surfaces: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of surfaces, the longest first, Latin ones as whole words."""
    words = sorted({surface for surface in surfaces if surface}, key=lambda w: (-len(w), w))
    # Told apart by their first characters, words cost nothing where none of these stands.
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(_rest(word))
    groups = (f"{re.escape(first)}{_left(first)}(?:{'|'.join(rest)})" for first, rest in rests.items())
    return re.compile("|".join(groups) or r"(?!)")


def _left(first: str) -> str:
    """Return what keeps a Latin word that begins with ``first``, just read, from beginning inside another."""
    return rf"(?<![a-z]{first})" if is_latin(first) else ""


def _rest(word: str) -> str:
    return re.escape(word[1:]) + (r"(?![a-z])" if is_latin(word[-1]) else "")
