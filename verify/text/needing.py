"""Try expressions only on texts that hold what each needs.

Comes in: expressions, and texts.  Goes out: their matches.  Few sentences hold the one character without
which an expression of the rules matches nothing, and to look for a character costs next to nothing.  Trying
expressions only at the places where they may begin is left to ``alternatives``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from verify.text.openings import needed


class Needing:
    """Expressions that are tried one after the other."""

    def __init__(self, sources: Iterable[str]) -> None:
        self._patterns = [(max(needed(source), default=""), re.compile(source)) for source in sources]
        """Each with a character that all its matches hold: none of ASCII where there is another."""

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield what the expressions find in a text, those of the first expression first."""
        for key, pattern in self._patterns:
            if key in text:
                yield from pattern.finditer(text)
