"""Decide what a figure measures, by all that may tell it.

Comes in: a figure of a sentence or cell, and the claim before it.  Goes out: its attribute, and the figure as
that reads it.  The words of the clause (``attributes``) or the heads of the cell (``cells``) are asked first,
then what the figure counts (``counting``) and what stands before its clause (``carrying``).
"""

from __future__ import annotations

from dataclasses import replace

from verify.extract.attributes.amounts import Amounts
from verify.extract.attributes.carrying import QUESTION, Carrier
from verify.extract.attributes.choice import AttributeChooser
from verify.extract.attributes.counting import Counting
from verify.extract.figures.figure import Figure
from verify.extract.figures.scanner import Scanner
from verify.extract.sentences.chosen import GROWTH, Chosen
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.state import Made, Reading
from verify.extract.tables.cells import CellReader
from verify.model.claim import Confidence
from verify.model.document import Section
from verify.model.quantity import Quantity
from verify.model.span import Span


class Deciding:
    """Asks all that may tell what a figure measures."""

    def __init__(
        self,
        scanner: Scanner,
        attributes: AttributeChooser,
        carrier: Carrier,
        counting: Counting,
        cells: CellReader,
        amounts: Amounts,
    ) -> None:
        self._scanner = scanner
        self._attributes = attributes
        self._carrier = carrier
        self._counting = counting
        self._cells = cells
        self._amounts = amounts

    def in_context(self, sentence: Sentence, figure: Figure) -> Figure:
        """Return a figure as its attribute's words around it say (每秒374亿亿次 of 算力)."""
        if figure.reading is None:
            return figure
        chosen = self._attributes.choose(sentence, figure)
        quantity = self._amounts.meant(figure.reading.quantity, chosen)
        return figure._replace(reading=figure.reading._replace(quantity=quantity))

    def of(
        self,
        reading: Reading,
        figure: Figure,
        quantity: Quantity,
        previous: Made | None,
        grown: Made | None = None,
        *,
        turned: bool = False,
    ) -> tuple[Chosen, Quantity]:
        """Return what a figure measures, and the figure as that reads it.

        ``turned`` says that it is what the figure before was, or has become; ``grown`` is the growth right
        before it.
        """
        if turned and previous is not None:
            return _as_before(quantity, previous)
        in_table = reading.view.section is Section.TABLE
        if in_table:
            chosen = self._cells.changes.growth(reading, quantity) or self._cells.choose(reading, figure)
        else:
            chosen = self._attributes.choose(reading.sentence, figure)
        listed = None if in_table else self._carrier.part_of(reading, figure, chosen, quantity, previous)
        told = self._counting.chosen(reading.sentence, figure, chosen, quantity)
        if told is not None and listed is None:
            return told[0], quantity._replace(kind="count", unit=told[1])
        if listed is not None:
            chosen = listed
        elif chosen.entry is None or chosen.place is None or _is_likely(chosen):
            carried = None if in_table else self._carrier.before(reading, figure, chosen, quantity, previous)
            answers = previous is None or previous.chosen.origin == QUESTION
            asked = self._carrier.asked(reading, figure, quantity) if answers else None
            if asked is not None and asked.entry is None and chosen.entry is not None:
                asked = None  # a word that no rule knows says no more than the unit does
            worth = None if in_table else self._carrier.worth(reading, figure, quantity, previous)
            chosen = asked or worth or carried or self._carrier.heading(reading, figure, quantity) or chosen
        quantity = self._amounts.meant(quantity, chosen)
        if in_table and self._cells.counts(reading, quantity, chosen):
            unit = self._scanner.quantities.counted(chosen.name)
            quantity = quantity._replace(kind="count", unit=unit)
            chosen = replace(chosen, id=f"count of {unit.base}")
        return self._grown(reading.sentence, figure, chosen, quantity, grown)

    def _grown(
        self, sentence: Sentence, figure: Figure, chosen: Chosen, quantity: Quantity, grown: Made | None
    ) -> tuple[Chosen, Quantity]:
        """Return what a figure measures that opens what a growth right before it comes to.

        So does 61,500 of visits rose by 17 per cent, from 61,500 to 72,000: they are visits.
        """
        was = sentence.was(figure)
        if grown is None or was is None or was.first is None or chosen.entry is not None:
            return chosen, quantity
        told = grown.chosen.id.removeprefix(GROWTH)
        if was.first.span != figure.span or not self._attributes.has(told):
            return chosen, quantity
        found = self._attributes.of(told, Span(figure.span.start, figure.span.start))
        read = self._amounts.meant(quantity, found)
        if not self._attributes.dimensions.fits(told, read):
            return chosen, quantity
        return replace(found, origin="sentence"), read


def of_former(chosen: Chosen, quantity: Quantity, previous: Made | None) -> Chosen:
    """Return the attribute of the figure that one has come from, where its own words name none."""
    if previous is None or chosen.entry is not None or previous.chosen.id.startswith(GROWTH):
        return chosen
    same = previous.quantity.unit.base == quantity.unit.base
    return replace(previous.chosen, place=None, origin="clause") if same else chosen


def _as_before(quantity: Quantity, previous: Made) -> tuple[Chosen, Quantity]:
    """Return what the figure before measures, of what it was, or has become: 91 of rose to 98 from 91."""
    if quantity.kind == "number":
        quantity = quantity._replace(kind=previous.quantity.kind, unit=previous.quantity.unit)
    return replace(previous.chosen, place=None, origin="sentence"), quantity


def _is_likely(chosen: Chosen) -> bool:
    """Say whether nothing but its dimension tells what a figure measures, and not for certain."""
    return chosen.origin == "dimension" and chosen.confidence is Confidence.LOW
