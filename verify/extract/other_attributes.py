"""Tell an attribute as another one, by the thing, the qualifiers or the part of its figure.

Comes in: an attribute and a figure, with what the figure is of.  Goes out: the attribute that ``of_things``,
``of_old`` or ``by_time`` of ``rules/attributes`` names, with the figure as that measures it; and of money
that is told for several shares the worth for one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from verify.catalog.catalog import Catalog
from verify.extract.attributes.choice import AttributeChooser
from verify.extract.figures.numerals import below_zero
from verify.extract.names.mentions import Names
from verify.extract.sentences.chosen import Chosen
from verify.extract.subjects.subject import Subject
from verify.extract.subjects.suiting import Suiting
from verify.model.claim import Qualifiers
from verify.model.quantity import Form, Quantity
from verify.text.script import is_western

_YEAR = "year"
_BY_TIME = re.compile(r"per (day|week|month|year)")
_SHARES = re.compile(r"per ([0-9]{1,4}) shares")
_PER_SHARE = "per share"


class OtherAttributes:
    """Tells attributes as others with the entries of a catalogue."""

    def __init__(self, catalog: Catalog, attributes: AttributeChooser, suiting: Suiting) -> None:
        self._units = catalog.units
        self._attributes = attributes
        self._suiting = suiting

    def of_thing(self, chosen: Chosen, subject: Subject, names: Names) -> Chosen:
        """Return what an attribute is of a thing that is neither a body nor a place."""
        other = chosen.entry.of_things if chosen.entry is not None else None
        if other is None or not self._suiting.is_thing(subject.candidate, names):
            return chosen
        entry = self._attributes.entry(other)
        return replace(chosen, id=entry.id, name=entry.name.en, entry=entry)

    def of_old(
        self, chosen: Chosen, quantity: Quantity, known: Qualifiers, subject: Subject, names: Names
    ) -> tuple[Chosen, Quantity]:
        """Return the age of a thing as how long it has been there: the temple is 1,300 years old."""
        other = chosen.entry.of_old if chosen.entry is not None else None
        kind = names.candidates[subject.candidate].kind if subject.candidate is not None else ""
        if other is None or not kind or known.statistic is not None or not is_western(quantity.stated):
            return chosen, quantity
        entry = self._attributes.entry(other)
        chosen = replace(chosen, id=entry.id, name=entry.name.en, entry=entry)
        return chosen, quantity._replace(kind="duration", unit=self._units.unit(_YEAR))

    def by_time(self, chosen: Chosen, quantity: Quantity, known: Qualifiers) -> tuple[Chosen, Quantity]:
        """Return an amount that other words tell by the month as a rate: $36 below Price per year."""
        other = chosen.entry.by_time if chosen.entry is not None else None
        time = _BY_TIME.fullmatch(known.statistic or "")
        if other is None or time is None or "/" in quantity.unit.name:
            return chosen, quantity
        entry = self._attributes.entry(other)
        unit = self._units.unit(f"{quantity.unit.name}/{time[1]}")
        return replace(chosen, id=entry.id, name=entry.name.en, entry=entry), quantity._replace(unit=unit)


def told_below_zero(chosen: Chosen, quantity: Quantity, word: str) -> Quantity:
    """Return an amount below zero where the word of its attribute says so: 净亏损3亿元 or 净亏损-3亿元."""
    losses = chosen.entry.below_zero if chosen.entry is not None else ()
    if quantity.form is Form.CHANGE or word not in losses or quantity.numerals[0].value < 0:
        return quantity
    return quantity._replace(numerals=tuple(map(below_zero, quantity.numerals)))


def per_share(part: str | None, quantity: Quantity) -> tuple[str | None, Quantity]:
    """Return money that is told for several shares as worth so much for one: 每10股派1.2元."""
    several = _SHARES.fullmatch(part or "")
    if several is None or quantity.kind != "money" or not int(several[1]):
        return part, quantity
    unit = quantity.unit
    name = f"{unit.name}/{several[1]} shares"
    return _PER_SHARE, quantity._replace(unit=unit._replace(name=name, factor=unit.factor / int(several[1])))
