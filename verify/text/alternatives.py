"""Try alternatives of a pattern only where one of them may begin.

Comes in: alternatives as regular expressions, in order of preference.  Goes out: ``Alternatives``,
which finds what ``a|b|c`` finds, place by place and in the same order, and ``Sweep``, which finds
what several of them find in one pass.  ``re`` tries every alternative at every place of a text.
Here one set of characters finds the few places that are worth a trial, and a place is tried with
those alternatives only that may begin there (``beginnings``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from verify.text.beginnings import Alternative, Beginnings

_SIGNS = frozenset("@#+")
"""Few texts hold one, and some alternatives match nothing without."""
_SIGN = re.compile(f"[{re.escape(''.join(sorted(_SIGNS)))}]")


def either(words: Iterable[str]) -> str:
    """Return a piece of a pattern that is one of the words, the longest first; of no words, none."""
    return "|".join(sorted({re.escape(w) for w in words if w}, key=lambda w: (-len(w), w))) or r"(?!)"


class Alternatives:
    """Alternatives of one pattern, each tried where it may begin."""

    def __init__(
        self, sources: Sequence[str], flags: re.RegexFlag = re.NOFLAG, *, lower: bool = False
    ) -> None:
        """Take ``lower`` where the alternatives are for a text in lower case."""
        self.lower = lower
        self.all = tuple(Alternative(source, flags, lower) for source in sources)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield what ``re.finditer`` of the joined alternatives would, empty matches left out.

        A match knows only the groups of its own alternative.
        """
        return iter(self._sweep.find(text, text)[0])

    @cached_property
    def _sweep(self) -> Sweep:
        return Sweep([self])


class Sweep:
    """Several sets of alternatives, sought in one pass over a text."""

    def __init__(self, many: Sequence[Alternatives]) -> None:
        self.many = many
        self._lower = [each.lower for each in many]

    @cached_property
    def _signed(self) -> Beginnings:
        return Beginnings([each.all for each in self.many])

    @cached_property
    def _unsigned(self) -> Beginnings:
        """Where those may begin that need no sign."""
        return Beginnings(
            [
                [one for one in each.all if _SIGNS.isdisjoint(one.source) or not one.needed & _SIGNS]
                for each in self.many
            ]
        )

    def find(self, text: str, lower: str) -> list[list[re.Match[str]]]:
        """Return what each of them finds, in order; ``lower`` is the text in lower case, as long as it."""
        beginnings = self._signed if _SIGN.search(text) else self._unsigned
        texts = [lower if in_lower else text for in_lower in self._lower]
        found: list[list[re.Match[str]]] = [[] for _ in texts]
        ends = [0] * len(texts)
        for at, entry in beginnings.trials(text):
            for kind, key, alternative in entry:
                # One that begins inside the last match of its kind is none.
                if at >= ends[kind] and key in texts[kind]:
                    match = alternative.match(texts[kind], at)
                    if match is not None:
                        end = match.end()
                        if end > at:
                            found[kind].append(match)
                        ends[kind] = end if end > at else at + 1
        return found
