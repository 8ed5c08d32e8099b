"""Which money a document means by a plain 元, or by cents.

Comes in: a document.  Goes out: what its money means where its script and what it names tell another than
the table of units: 元 in a text in traditional characters is a New Taiwan dollar where it says so once, and
names no money of another place; cents are those of the one money with cents that the text names anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import ne

from verify.catalog.catalog import Catalog
from verify.catalog.units import UnitTable
from verify.extract.lexicon.alternation import alternation
from verify.extract.lexicon.words import lowered
from verify.model.document import Document
from verify.model.quantity import Unit
from verify.text.fold import folded

_SEVERAL = "("
"""In the name of a rate for so many of a unit, which no line of the rules may tell."""
_SHARE = 8
"""One character in so many is another in simplified writing: the text is in traditional characters."""


Plain = tuple[str, str]
"""A spelling as folded, and the base unit that the table of units gives it."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What money means in one document."""

    units: UnitTable
    plain: Mapping[Plain, Unit] = field(default_factory=dict)
    """Plain spelling of money and its unit in the table to the unit that this document means."""
    cents: Mapping[str, str] = field(default_factory=dict)
    """Unit of no money that is told to the one that this document means."""

    def unit(self, words: str, unit: Unit) -> Unit:
        """Return the unit that is meant by one and its words: that itself where nothing tells another."""
        local = self.plain.get((words, unit.base))
        if local is not None:
            return local._replace(factor=unit.factor)
        for cent, told in self.cents.items():
            by_one = unit.name.startswith(f"{cent}/") and _SEVERAL not in unit.name
            if unit.name == cent or by_one:
                return self.units.unit(f"{told}{unit.name[len(cent) :]}")
        return unit


class Moneys:
    """Tells money by the script and by what is named, with the words of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._local = tuple(entry for language in catalog.languages for entry in language.local_money)
        self._units = units = catalog.units
        self._told_by = [
            (entry, alternation(map(folded, entry.where)), alternation(map(folded, entry.unless)))
            for entry in self._local
        ]
        self._cents = {
            cent: {units.unit(name).base: name for name in names}
            for language in catalog.languages
            for cent, names in language.cents.items()
        }
        self._cent_words = {
            cent: sorted(lowered(spelling) for spelling, name in units.spellings.items() if name == cent)
            for cent in self._cents
        }
        self._moneys = {
            lowered(folded(word)): money
            for language in catalog.languages
            for word, money in [*units.spellings.items(), *language.currencies.items()]
            if any(money in told for told in self._cents.values())
        }
        self._money = alternation(self._moneys)

    def of(self, document: Document) -> Meant:
        """Return what money means in a document."""
        text = "".join(f"{block.text}\n" for block in document.blocks)
        return Meant(self._units, self._plain(text), self._told(text))

    def _plain(self, text: str) -> Mapping[Plain, Unit]:
        """Return what plain spellings mean; empty where the table holds, also as two places are named."""
        if not any(entry.spelling in text for entry in self._local) or not _is_traditional(text):
            return {}
        plain = folded(text)
        meant: dict[Plain, set[str]] = {}
        for entry, where, unless in self._told_by:
            if where.search(plain) and not unless.search(plain):
                meant.setdefault((entry.spelling, entry.plain), set()).add(entry.means)
        return {
            spelling: self._units.unit(names.pop()) for spelling, names in meant.items() if len(names) == 1
        }

    def _told(self, text: str) -> Mapping[str, str]:
        """Return the cents of the one money that a text names; empty where it names none or several."""
        lower = lowered(text)
        asked = [cent for cent, words in self._cent_words.items() if any(word in lower for word in words)]
        if not asked:
            return {}
        named = {self._moneys[match.group()] for match in self._money.finditer(lowered(folded(text)))}
        told = {cent: [name for money, name in self._cents[cent].items() if money in named] for cent in asked}
        return {cent: names[0] for cent, names in told.items() if len(names) == 1}


def _is_traditional(text: str) -> bool:
    han = "".join(char for char in set(text) if "\u3400" <= char <= "\u9fff")
    changed: int = sum(map(ne, han, folded(han)))
    return changed * _SHARE > len(han)
