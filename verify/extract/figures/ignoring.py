"""Find the numerals that are no figures, by the rules of ``rules/ignore``.

Comes in: what the sweep over a folded text found.  Goes out: a figure for what each rule covers, in order,
with the rule's id.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from verify.catalog.schema import IgnoreEntry
from verify.extract.figures.figure import Figure, Kind
from verify.model.span import Span
from verify.text.alternatives import Alternatives
from verify.text.fold import folded
from verify.text.openings import branches

_CASELESS = "(?i)"
_NUMERAL = "(?P<n>"
"""How a pattern marks the numeral in it."""


class IgnoreRules:
    """The compiled ignore rules of a catalogue."""

    def __init__(self, entries: Sequence[IgnoreEntry]) -> None:
        self._rules: dict[str, tuple[tuple[str], str | None]] = {}
        """For each group of the alternatives its rule, and the group of the numeral in it."""
        sources: list[str] = []
        for entry in entries:
            for source in _patterns(entry):
                name = f"r{len(sources)}"
                self._rules[name] = (entry.id,), f"{name}n" if _NUMERAL in source else None
                sources.append(f"(?P<{name}>{source.replace(_NUMERAL, f'(?P<{name}n>')})")
        self.alternatives = Alternatives(sources, re.MULTILINE)

    def read(self, matches: Iterable[re.Match[str]]) -> Iterator[Figure]:
        """Yield what the rules cover in each match: the group ``n`` of a rule where it has one."""
        for match in matches:
            name = match.lastgroup
            if name is None:
                continue
            rules, inner = self._rules[name]
            start, end = match.span(inner if inner is not None and match[inner] else name)
            yield Figure(Kind.IGNORED, Span(start, end), rules)


def _patterns(entry: IgnoreEntry) -> Iterator[str]:
    """Yield the expressions of a rule: one for the words of each first character, those of its pattern."""
    rests: dict[str, list[str]] = {}
    for word in sorted({folded(word) for word in entry.words}, key=lambda word: (-len(word), word)):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    for first, rest in rests.items():
        yield rf"(?<![\d.]){re.escape(first)}(?:{'|'.join(rest)})"  # 万千 of 4500万千瓦 is no word
    if entry.pattern:
        for body in branches(entry.pattern.removeprefix(_CASELESS)):
            yield f"(?i:{body})" if entry.pattern.startswith(_CASELESS) else body
