"""Tell the growth of something from the thing itself: 同比增长20%, 新增充电桩4万个.

Comes in: a figure with its attribute, and the claim before it.  Goes out: the attribute, or the growth of
the one that the words around tell to have grown.  Which words tell a change is left to ``changing``, the
cells of tables to ``change_cells``.
"""

from __future__ import annotations

from dataclasses import replace

from verify.catalog.catalog import Catalog
from verify.extract.attributes.choice import AttributeChooser
from verify.extract.figures.figure import Figure, Kind
from verify.extract.parting import OPENS
from verify.extract.sentences.chosen import GROWTH, RATE_OF_GROWTH, Chosen, growth_of
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.state import Made, Reading
from verify.extract.times.changing import Changes
from verify.model.claim import Confidence
from verify.model.quantity import Form, Quantity
from verify.model.span import Span

_BARE = "dimensionless"


class Growths:
    """Finds what grows with the words of a catalogue."""

    def __init__(self, catalog: Catalog, attributes: AttributeChooser) -> None:
        self._attributes = attributes
        self._changes = Changes(catalog.languages)

    def of(
        self, reading: Reading, figure: Figure, chosen: Chosen, quantity: Quantity, previous: Made | None
    ) -> Chosen:
        """Return what a figure is of, or the growth of that where it tells a change."""
        if quantity.form is Form.CHANGE or chosen.id == RATE_OF_GROWTH:
            return self._growth(reading, figure, chosen, previous)
        added = self._added(reading.sentence, figure, chosen, quantity)
        return growth_of(chosen) if added else chosen

    def _growth(self, reading: Reading, figure: Figure, chosen: Chosen, previous: Made | None) -> Chosen:
        """Return the growth of what grows: 交付10万辆，同比增长20% is the growth of deliveries.

        So is a rate (营收10亿元，增速8%), where no other word beside it may tell what grows.  Some words
        tell a change themselves (减排).
        """
        rate = chosen.id == RATE_OF_GROWTH
        if chosen.entry is not None and not rate:
            itself = chosen.place is None or self._changes.is_change(reading.sentence, figure, chosen.place)
            return chosen if itself else growth_of(chosen)
        left = _left_of_dates(reading.sentence, figure)
        hits = reading.sentence.hits_in(left, "attribute")
        near = [hit for hit in hits if not hit.value.startswith("date.") and hit.value != RATE_OF_GROWTH]
        if rate and (chosen.place is None or (chosen.place.start > left.start + OPENS and not near)):
            return chosen
        quantity = figure.reading.quantity if figure.reading is not None else None
        if quantity is not None and quantity.unit.base != _BARE:  # 缩短0.4天: no length grows by days
            near = [hit for hit in near if self._attributes.dimensions.fits(hit.value, quantity)]
        if near:
            grown = self._attributes.entry(max(near, key=lambda hit: (hit.end, hit.end - hit.start)).value)
            return Chosen(f"{GROWTH}{grown.id}", f"{GROWTH}{grown.id}", Confidence.HIGH, None)
        base = quantity.unit.base if quantity is not None else _BARE
        if previous is not None and base in {_BARE, previous.quantity.unit.base}:
            return replace(growth_of(previous.chosen), place=None, origin="clause")
        return chosen if previous is None or chosen.place is None else growth_of(chosen)

    def _added(self, sentence: Sentence, figure: Figure, chosen: Chosen, quantity: Quantity) -> bool:
        """Say whether a figure is how much more there is of what varies or is counted: 新增充电桩4万个."""
        varies = chosen.entry is not None and bool(chosen.entry.varies)
        if not varies and quantity.kind != "count":
            return False
        return self._changes.tells_difference(sentence, figure, chosen.place, varies=varies)


def _left_of_dates(sentence: Sentence, figure: Figure) -> Span:
    """Return what stands before a figure, after the last quantity of its clause: 总资产较年初增长5.8%."""
    clause = sentence.clause_of(figure.span.start)
    ends = (f.span.end for f in sentence.figures if f.kind is Kind.QUANTITY)
    start = max((end for end in ends if clause.start <= end <= figure.span.start), default=clause.start)
    return Span(start, figure.span.start)
