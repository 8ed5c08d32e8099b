"""Read the cells that tell how much others of their table changed: 同比, Change, 增减（%）.

Comes in: a cell with the heads of its row and column, and what the cells before it measured.  Goes out: the
growth of what the cell before it measures, or the one above it, and over which periods.  The figure itself
is read as any other.
"""

from __future__ import annotations

from dataclasses import replace

from verify.catalog.catalog import Catalog
from verify.extract.lexicon.words import lowered
from verify.extract.sentences.chosen import GROWTH, RATE_OF_GROWTH, Chosen, growth_of
from verify.extract.sentences.state import Measured, Reading
from verify.extract.times.periods import year_before
from verify.extract.times.qualifiers import YEAR_ON_YEAR
from verify.model.claim import Qualifiers
from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.model.span import Span
from verify.text.fold import folded

_EDGES = " :：,，、;；·-—()（）的%％+/±"
_CHANGES = frozenset({"dimensionless", "percentage_point"})
_HEADS = 2
"""Heads of a cell that stands in a row and in a column."""


class ChangeCells:
    """Reads changes with the words of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        changes = (word for lang in catalog.languages for entry in lang.changes for word in entry.words)
        heads = (word for lang in catalog.languages for word in lang.change_heads)
        self._growing = frozenset(lowered(folded(word)) for word in (*changes, *heads))

    def growth(self, reading: Reading, quantity: Quantity) -> Chosen | None:
        """Return the growth of what the cell before measures, where a head says only that: 同比, YoY.

        Where the head of the row says so it is of what the row above measures.
        """
        places, state = reading.view.places, reading.state
        if quantity.unit.base not in _CHANGES or not places:
            return None
        before = state.beside
        if self._tells_change(reading, places[-1]) and before is not None and before.row == reading.view.row:
            return _growth_of(before.chosen)
        if len(places) < _HEADS or not self._tells_change(reading, places[-_HEADS]):
            return None
        above = state.above.get(column_of(reading))
        return _growth_of(above.chosen) if above is not None and above.row < reading.view.row else None

    def is_change(self, left: str) -> bool:
        """Say whether what is left of a head tells a change and nothing else: 增长, 变动."""
        return left.strip(_EDGES) in self._growing

    def _tells_change(self, reading: Reading, place: Span) -> bool:
        sentence = reading.sentence
        if any(hit.value == RATE_OF_GROWTH for hit in sentence.hits_in(place, "attribute")):
            return True
        head = sentence.lower[place.start : place.end]
        based = sentence.hits_in(place, "base")
        for hit in based:
            head = head.replace(sentence.lower[hit.start : hit.end], " ")
        return self.is_change(head) or (bool(based) and not head.strip(_EDGES))

    def compared(self, reading: Reading, chosen: Chosen, known: Qualifiers) -> Qualifiers:
        """Return the qualifiers of a change with the later of the periods beside it, and what it is from.

        Those of what is no change, or of no cell of a table, are returned as they are.
        """
        if not reading.view.places or not chosen.id.startswith(GROWTH):
            return known
        beside, own = reading.state.beside, known.time
        if beside is None or beside.row != reading.view.row or not beside.times:
            return known
        if own is not None and own is not reading.state.running.period:
            return known
        latest = max(beside.times, key=_begin)
        based = known.base is None and any(year_before(one, latest) for one in beside.times)
        return known._replace(time=latest, base=YEAR_ON_YEAR if based else known.base)


def remembered(reading: Reading, chosen: Chosen, quantity: Quantity, time: Period | None) -> Measured:
    """Return what a cell measures, with the periods of those before it in its row that measure the same."""
    before = reading.state.beside
    same = before is not None and before.row == reading.view.row and before.chosen.id == chosen.id
    times = before.times if same and before is not None else ()
    told = (time,) if time is not None and time.resolved else ()
    return Measured(reading.view.row, chosen, quantity.unit.base, (*times, *told))


def column_of(reading: Reading) -> str:
    """Return the head of a cell's column."""
    places = reading.view.places
    return reading.sentence.lower[places[-1].start : places[-1].end] if len(places) > 1 else ""


def _growth_of(chosen: Chosen) -> Chosen:
    return replace(growth_of(chosen), place=None, origin="table")


def _begin(period: Period) -> int:
    return period.earliest.toordinal() if period.earliest is not None else 0
