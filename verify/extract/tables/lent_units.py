"""Take back the unit that the line above a table lends a cell which measures something else.

Comes in: the view of a cell, with such a unit at its end.  Goes out: the same, or the view of the bare
number: 员工人数 and 毛利率 below 单位：亿元, 每股收益, and 同比, which may be per cent.
"""

from __future__ import annotations

import re

from verify.catalog.catalog import Catalog
from verify.extract.figures.kinds import is_money
from verify.extract.figures.scanner import Scanner
from verify.extract.lexicon.block import View
from verify.extract.lexicon.words import lowered
from verify.extract.sentences.dimensions import Dimensions
from verify.extract.sentences.vocabulary import Vocabulary
from verify.extract.tables.cells import EDGES
from verify.extract.tables.change_cells import ChangeCells
from verify.model.quantity import Quantity
from verify.text.fold import folded
from verify.text.script import is_western

_RATES = frozenset({"percent", "dimensionless"})
_MONEY = re.compile(r"[A-Z]{0,3}[$€£¥]")
_EACH = "per "
"""Begins the scope of what is told for one of many: per share."""


class LentUnits:
    """Judges them with the words of a catalogue."""

    def __init__(
        self,
        catalog: Catalog,
        vocabulary: Vocabulary,
        scanner: Scanner,
        dimensions: Dimensions,
        changes: ChangeCells,
    ) -> None:
        self._vocabulary = vocabulary
        self._scanner = scanner
        self._dimensions = dimensions
        self._changes = changes
        self._scopes = {entry.id: entry.scope or "" for entry in catalog.attributes}
        words = (word for lang in catalog.languages for word in (*lang.heads, *lang.count_heads))
        self._plain = frozenset(["", *(lowered(folded(word)) for word in words)])

    def kept(self, one: View) -> View:
        """Return a view, without its lent unit where a head, the column's first, cannot have it."""
        if not one.lent:
            return one
        money = _MONEY.match(one.text, one.shift)
        quantity = self._quantity(one.text[-one.lent :], money[0] if money else "")
        for place in reversed(one.places):
            fits = self._fits(one.lower[place.start : place.end], quantity)
            if fits is not None:
                return one if fits else one.alone()
        return one

    def _fits(self, head: str, quantity: Quantity | None) -> bool | None:
        """Say whether what a head measures may have a quantity; None where its words do not tell."""
        hits = self._vocabulary.find(head)
        if any(hit.kind == "scope" and hit.value.startswith(_EACH) for hit in hits):
            return False
        rest = head
        for hit in hits:
            rest = rest.replace(head[hit.start : hit.end], " ") if hit.kind == "base" else rest
        if self._changes.is_change(rest) or (rest != head and not rest.strip(EDGES)):
            return False
        told = [h.value for h in hits if h.kind == "attribute" and head[h.end :].strip(EDGES) in self._plain]
        if any(self._scopes[one].startswith(_EACH) for one in told):
            return False
        if any(self._dimensions.fits(one, quantity) for one in told):
            return True
        if quantity is not None and quantity.kind == "quantity":  # output of what is in TWh above all of it
            bases = self._dimensions.bases
            told = [one for one in told if bases[one] <= _RATES or all(map(is_money, bases[one]))]
        return False if told else None

    def _quantity(self, unit: str, money: str) -> Quantity | None:
        text = f"{money}1{unit}"
        scan, _ = self._scanner.scan(text, "en" if is_western(text) else "zh", None)
        readings = (figure.reading for figure in scan.figures)
        return next((reading.quantity for reading in readings if reading is not None), None)
