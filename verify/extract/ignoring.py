"""Find the numerals that are no figures, by the rules of ``rules/ignore``.

Comes in: what the sweep over a folded text found.  Goes out: the spans that a rule covers, in order, each
with the rule's id.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from verify.catalog.schema import IgnoreEntry
from verify.model.span import Span
from verify.text.alternatives import Alternatives
from verify.text.fold import folded

_CASELESS = "(?i)"
_NUMERAL = "(?P<n>"
"""How a pattern marks the numeral in it."""


class IgnoreRules:
    """The compiled ignore rules of a catalogue."""

    def __init__(self, entries: Sequence[IgnoreEntry]) -> None:
        self._ids: dict[str, str] = {}
        """The rule of each group of the alternatives."""
        sources: list[str] = []
        for entry in entries:
            for source in _patterns(entry):
                name = f"r{len(sources)}"
                self._ids[name] = entry.id
                sources.append(f"(?P<{name}>{source.replace(_NUMERAL, f'(?P<{name}n>')})")
        self.alternatives = Alternatives(sources, re.MULTILINE)

    def read(self, matches: Iterable[re.Match[str]]) -> Iterator[tuple[Span, str]]:
        """Yield what the rules cover in each match: the group ``n`` of a rule where it has one."""
        for match in matches:
            name = match.lastgroup
            if name is None:
                continue
            inner = f"{name}n"
            start, end = match.span(inner if inner in match.re.groupindex and match[inner] else name)
            yield Span(start, end), self._ids[name]


def _patterns(entry: IgnoreEntry) -> Iterator[str]:
    """Yield the expressions of a rule: one for the words of each first character, and its pattern."""
    rests: dict[str, list[str]] = {}
    for word in sorted({folded(word) for word in entry.words}, key=lambda word: (-len(word), word)):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    for first, rest in rests.items():
        yield rf"(?<![\d.]){re.escape(first)}(?:{'|'.join(rest)})"  # 万千 of 4500万千瓦 is no word
    if entry.pattern:
        body = entry.pattern.removeprefix(_CASELESS)
        yield f"(?i:{body})" if entry.pattern.startswith(_CASELESS) else body
