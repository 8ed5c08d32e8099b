"""Names that the documents of a corpus declare, found in any of them.

Comes in: pairs of name and kind.  Goes out: ``Known``, which finds them in a text, and tells which of them a
document can hold, so that reading it depends on those alone.  Which names a document declares is left to
``mentions``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property
from typing import Any, NamedTuple

import ahocorasick

from verify.extract.lexicon.words import is_latin, lowered
from verify.extract.names.hanzi import SHORTEST
from verify.extract.names.series import Rows
from verify.model.document import Document
from verify.text.fold import folded
from verify.text.script import is_western

_LONGEST = 8
"""Characters of a name without a noun; a longer one may be more than a name."""


def written_small(text: str, start: int, end: int) -> bool:
    """Say whether a stretch is one word in Latin script without a capital, and so no name: older."""
    return text[start:end].isascii() and " " not in text[start:end] and text[start:end].islower()


class Declared(NamedTuple):
    """What one document declares."""

    names: tuple[tuple[str, str], ...]
    """Name and kind of what other documents may use without explaining it."""
    about: tuple[str, ...] = ()
    """The names, in lower case, of what it is mainly about."""
    place: bool = False
    """That is a place."""


class Known:
    """Names that the documents of a corpus declare, found in any of them."""

    def __init__(self, names: Iterable[tuple[str, str]], about: Mapping[str, int] | None = None) -> None:
        """Take pairs of folded name and kind; a name of one character is too short to be found.

        ``about`` are those of the corpus's things, ``Known.about``.
        """
        pairs = [(name, kind) for name, kind in sorted(names) if len(name) >= SHORTEST]
        self._kinds = {lowered(name): kind for name, kind in pairs}
        self._spelled = {lowered(name): name for name, _ in pairs}
        """The last spelling of each, so that one in small letters goes before others: quillet, Quillet."""
        self.about: Mapping[str, int] = about or {}
        """How many documents are about a thing, by its names in lower case; without those of one that fewer
        are about than half of those which are about no place."""

    @classmethod
    def of(cls, documents: Iterable[Declared]) -> Known:
        """Return what so many documents declare."""
        pairs: set[tuple[str, str]] = set()
        places: Counter[str] = Counter()
        things: Counter[str] = Counter()
        number = 0
        for told in documents:
            pairs.update(told.names)
            (places if told.place else things).update(told.about)
            number += bool(told.about) and not told.place
        return cls(pairs, {**places, **{one: times for one, times in things.items() if 2 * times >= number}})

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every name with its kind, in order."""
        return tuple((self._spelled[surface], kind) for surface, kind in self._kinds.items())

    @property
    def kinds(self) -> Mapping[str, str]:
        """The names, in lower case, with their kinds."""
        return self._kinds

    @property
    def surfaces(self) -> Set[str]:
        """The names, in lower case."""
        return self._kinds.keys()

    def within(self, document: Document) -> Known:
        """Return the names that a document holds, or others of their row: as good as all for reading it."""
        held: set[str] = set()
        about: dict[str, int] = {}
        source = document.source
        for text in (source.title, source.publisher, source.author, *(b.text for b in document.blocks)):
            lower = lowered(folded(text))
            about.update((name, times) for name, times in self.about.items() if name in lower)
            if self._kinds:
                held |= {surface for _, surface in self._automaton.iter(lower)}
                held |= self.rows.names(lower)
        held -= {one for one in held if self._tells_of_another(one)}
        return Known(((self._spelled[surface], self._kinds[surface]) for surface in held), about)

    def _tells_of_another(self, surface: str) -> bool:
        """Say whether the opening of a title, of no kind, holds another name: 新药诺澜平三期临床."""
        if self._kinds[surface] or is_western(surface) or len(surface) <= _LONGEST:
            return False
        inside = (one for _, one in self._automaton.iter(surface))
        return any(len(one) > SHORTEST and not surface.startswith(one) for one in inside)

    @cached_property
    def rows(self) -> Rows:
        """The rows that the names belong to."""
        return Rows(self._kinds)

    @cached_property
    def _automaton(self) -> Any:
        automaton: Any = ahocorasick.Automaton()
        for surface in self._kinds:
            automaton.add_word(surface, surface)
        automaton.make_automaton()
        return automaton

    def find(self, text: str, lower: str) -> Iterator[tuple[int, int, str]]:
        """Yield begin, end and kind of the longest known names in a text, without overlaps."""
        if not self._kinds:
            return
        for last, surface in self._automaton.iter_long(lower):
            start, end = last - len(surface) + 1, last + 1
            if is_latin(surface[0]) and start > 0 and is_latin(lower[start - 1]):
                continue
            if is_latin(surface[-1]) and end < len(lower) and is_latin(lower[end]):
                continue
            if written_small(text, start, end) and surface != self._spelled[surface]:
                continue
            yield start, end, self._kinds[surface]
