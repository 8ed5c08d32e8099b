"""Names that the first column of a table lists: 船名 | 沧浪, 沧澜.

Comes in: the texts of a document, cells with the head of their column where nothing else heads them.  Goes
out: those that name the things of a row, each with its kind: the head says what they are (船名, Station), or
another row of the column is a name that the document or its corpus knows.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from verify.catalog.catalog import Catalog
from verify.extract.lexicon.words import lowered
from verify.text.fold import folded

_LONGEST = 24
_WHOLE = "whole"
_SUMS = frozenset("全本总")
"""What begins with them stands for all that a table lists: 全网, 全校."""
_CALLED = re.compile(r"\s?(?:名称|名|names?)$")
_COUNTED = re.compile(r"[0-9.,%+\-–\s年月日季度至:/]+")
_WORD = re.compile(r"[A-Za-z\u3400-\u9fff]{2}")


class Text(NamedTuple):
    """Folded text of a block that tells names."""

    text: str
    in_table: bool
    """It is a cell of a table."""
    head: str = ""
    """Head of its column, where it stands first in its row."""


class Lister:
    """Finds listed names with the kinds and words of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._kinds = {
            lowered(folded(noun)): kind.id
            for kind in catalog.kinds
            for noun in kind.nouns
            if not kind.undertaking
        }
        self._made = frozenset(kind.id for kind in catalog.kinds if kind.made)
        self._naming = frozenset(lowered(folded(word)) for lang in catalog.languages for word in lang.naming)
        self._places = frozenset(kind.id for kind in catalog.kinds if kind.omissible)
        self._plain = frozenset(lowered(folded(word)) for lang in catalog.languages for word in lang.heads)
        wholes = (e for lang in catalog.languages for e in lang.scopes if e.value == _WHOLE)
        self._wholes = frozenset(lowered(folded(word)) for entry in wholes for word in entry.words)

    def rows(self, texts: Sequence[Text], known: Mapping[str, str]) -> dict[str, str]:
        """Return cells that name things, in lower case, with their kinds; ``known`` are names with theirs."""
        columns: dict[str, list[str]] = {}
        for one in texts:
            if one.head and self._may_name(one.text):
                columns.setdefault(one.head, []).append(one.text)
        found: dict[str, str] = {}
        for head, cells in columns.items():
            kind = self._kind(lowered(head), cells, known)
            if kind is not None:
                found.update(dict.fromkeys(cells, kind))
        return found

    def _kind(self, head: str, cells: Collection[str], known: Mapping[str, str]) -> str | None:
        """Return the kind of what a column lists; None where it lists no names."""
        called = _CALLED.sub("", head)
        kind = self._kinds.get(called, "")
        if head in self._naming or (head not in self._plain and kind and self._lists(called, head, kind)):
            return kind
        told = [known[lowered(cell)] for cell in cells if lowered(cell) in known]
        return told[0] if told and told[0] and told[0] not in self._places else None

    def _lists(self, called: str, head: str, kind: str) -> bool:
        """Say whether a noun heads names: 车站 and 船名 do, 设备 heads classes."""
        return called != head or kind not in self._made

    def _may_name(self, text: str) -> bool:
        """Say whether a cell may be a name: no number, no period, no sum."""
        return (
            len(text) <= _LONGEST
            and _WORD.search(text) is not None
            and _COUNTED.fullmatch(text) is None
            and text[0] not in _SUMS
            and lowered(text) not in self._plain | self._wholes
            and lowered(text).rsplit(" ", 1)[-1] not in self._wholes
        )
