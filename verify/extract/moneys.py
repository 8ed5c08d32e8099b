"""Which money a document means by a plain 元.

Comes in: a document.  Goes out: the money that a plain spelling means in it, where its script
and what it names tell another than the table of units: 元 in a text in traditional characters is a
New Taiwan dollar where it says so once, and names no money of another place.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import ne

from verify.catalog.catalog import Catalog
from verify.extract.alternation import alternation
from verify.model.document import Document
from verify.model.quantity import Unit
from verify.text.fold import folded

_SHARE = 8
"""One character in so many is another in simplified writing: the text is in traditional characters."""


Plain = tuple[str, str]
"""A spelling as folded, and the base unit that the table of units gives it."""


class Moneys:
    """Tells money by the script, with the words of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._local = tuple(entry for language in catalog.languages for entry in language.local_money)
        self._units = catalog.units
        self._where = {entry.spelling: alternation(map(folded, entry.where)) for entry in self._local}
        self._unless = {entry.spelling: alternation(map(folded, entry.unless)) for entry in self._local}

    def of(self, document: Document) -> Mapping[Plain, Unit]:
        """Return what plain spellings of money mean in a document; empty where the table of units holds."""
        if not self._local:
            return {}
        text = "".join(block.text for block in document.blocks)
        if not any(entry.spelling in text for entry in self._local) or not _is_traditional(text):
            return {}
        plain = folded(text)
        return {
            (entry.spelling, entry.plain): self._units.unit(entry.means)
            for entry in self._local
            if self._where[entry.spelling].search(plain) and not self._unless[entry.spelling].search(plain)
        }


def _is_traditional(text: str) -> bool:
    han = "".join(char for char in set(text) if "\u3400" <= char <= "\u9fff")
    changed: int = sum(map(ne, han, folded(han)))
    return changed * _SHARE > len(han)
