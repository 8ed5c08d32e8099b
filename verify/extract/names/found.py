"""A name found in one document: its spellings, its kind, and where it stands.

``gathering`` fills the entries; which are no names is left to ``dropping``, which name one thing to
``coreference``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

TITLE = 3
"""A name in the title weighs as much as three in the text, up to ``MOST``."""
MOST = 6


@dataclass(slots=True)
class Found:
    """One spelling of a name in one document."""

    names: Counter[str] = field(default_factory=Counter)
    kind: str = ""
    catalogue_id: str = ""
    in_title: bool = False
    begins_title: bool = False
    """It stands first in the title, where a capital tells nothing."""
    first: int = 1 << 30
    inner: int = 0
    """How often it stands inside a sentence, where capitals tell a name."""
    described: int = 0
    """How often it only describes: 首个…, 该…, 一座…."""
    common: bool = False
    """It holds common words only."""
    marked: int = 0
    """How often it stands in marks; twice as much where a noun before them says what it is."""
    known: bool = False
    """Another document of the corpus declares it."""
    told: int = 0
    """How often it stands in the title or in prose, not in a cell of a table."""
    headed: int = 0
    """How often it stands where its capitals tell nothing: in a heading in title case, alone in any."""
    placed: int = 0
    """How often it stands behind a word that tells a place: in, 在."""
    editions: Counter[str] = field(default_factory=Counter)
    spelled: dict[str, str] = field(default_factory=dict)
    """Surface with a year, or without 号, to its edition."""

    @property
    def count(self) -> int:
        """How often it stands in the document."""
        return self.names.total()

    @property
    def describes(self) -> bool:
        """True for a description rather than a name."""
        return 2 * self.described >= self.count and not (self.catalogue_id or self.known)

    @property
    def only_listed(self) -> bool:
        """True for a name that a table alone holds: one of the things it lists, not what it is about."""
        return not (self.told or self.catalogue_id)

    @property
    def weight(self) -> int:
        """How much the document speaks of it."""
        return TITLE * self.in_title + min(self.count, MOST)


def longer_names(opening: str, ordered: Sequence[str]) -> Iterator[str]:
    """Yield the sorted names that begin with ``opening``."""
    for index in range(bisect_left(ordered, opening), len(ordered)):
        if not ordered[index].startswith(opening):
            return
        yield ordered[index]
