"""Find what a rule author probably meant.

Comes in: a word that is not known and the words that are.  Goes out: the tail of a message,
«; did you mean 'X'?», or nothing where no word is near.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_NEAR = 0.5
"""Half of the characters in common: enough for 公倾 and 公顷."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like ``word``, or None where none is near."""
    lowered = {candidate.lower(): candidate for candidate in sorted(known, reverse=True)}
    close = get_close_matches(word.lower(), lowered, n=1, cutoff=_NEAR)
    return lowered[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return «; did you mean 'X'?» for the nearest known word, or ""."""
    near = nearest(word, known)
    return f"; did you mean '{near}'?" if near else ""
