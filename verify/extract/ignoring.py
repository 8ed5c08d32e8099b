"""Find the numerals that are no figures, by the rules of ``rules/ignore``.

Comes in: folded text.  Goes out: the spans that a rule covers, in order, each with the rule's id.
All rules are joined into one pattern, so that the text is read once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verify.catalog.schema import IgnoreEntry
from verify.model.span import Span
from verify.text.fold import folded

_CASELESS = "(?i)"


class IgnoreRules:
    """The compiled ignore rules of a catalogue."""

    def __init__(self, entries: Sequence[IgnoreEntry]) -> None:
        self._ids = {f"r{number}": entry.id for number, entry in enumerate(entries)}
        parts = [_pattern(f"r{number}", entry) for number, entry in enumerate(entries)]
        self._pattern = re.compile("|".join(parts) if parts else r"(?!)", re.MULTILINE)

    def find(self, text: str) -> Iterator[tuple[Span, str]]:
        """Yield what the rules cover, without overlaps; the group ``n`` of a rule where it has one."""
        named = self._pattern.groupindex
        for match in self._pattern.finditer(text):
            name = match.lastgroup
            if name is None or match.end() == match.start():
                continue
            inner = f"{name}n"
            start, end = match.span(inner if inner in named and match[inner] else name)
            yield Span(start, end), self._ids[name]


def _pattern(name: str, entry: IgnoreEntry) -> str:
    pieces: list[str] = []
    if entry.words:
        words = sorted({folded(word) for word in entry.words}, key=lambda word: (-len(word), word))
        first = "".join(sorted({re.escape(word[0]) for word in words}))
        # The set of first characters spares most places; 万千 of 4500万千瓦 is no word.
        pieces.append(rf"(?=[{first}])(?<![\d.])(?:{'|'.join(map(re.escape, words))})")
    if entry.pattern:
        body = entry.pattern.removeprefix(_CASELESS).replace("(?P<n>", f"(?P<{name}n>")
        pieces.append(f"(?i:{body})" if entry.pattern.startswith(_CASELESS) else body)
    return f"(?P<{name}>{'|'.join(pieces)})"
