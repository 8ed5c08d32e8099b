"""What a quantity is of that an attribute measures.

Comes in: a quantity as it was read, and the attribute that was chosen for it.  Goes out: the quantity in the
unit that the attribute has it in: 次/秒 as flop/second, 5000个 as what is counted, a rate in time as the
amount by the month.  Which attribute it is, ``choice`` chooses.
"""

from __future__ import annotations

import re

from verify.catalog.catalog import Catalog
from verify.catalog.schema import AttributeEntry
from verify.catalog.units import count_of
from verify.extract.attributes.choice import AttributeChooser
from verify.extract.figures.figure import Figure
from verify.extract.figures.kinds import kind_of
from verify.extract.figures.moneys import Meant
from verify.extract.figures.scanner import Scanner
from verify.extract.sentences.chosen import Chosen
from verify.extract.sentences.dimensions import PEOPLE, amount_of
from verify.extract.sentences.sentence import Sentence
from verify.model.quantity import Form, Quantity, Unit

_DAY = 86400
"""Of shorter times no amount is told, but of what is counted: 30 mL/min is none, 38 moves an hour are."""

_NOUN = re.compile(r"[\u3400-\u9fff]{1,10}")
"""What is paid for one unit, between that and the money."""
_NUMBER = re.compile(r"\d{0,6}")
"""How many of the unit: 每50公斤124元."""
_MASS, _AREA = "kilogram", "meter**2"
_NO_PRICES = frozenset({"second", "dimensionless", "[year]"})
"""Of these no price is told: rent is so much by the month, which is a statistic."""


class Amounts:
    """Reads quantities as attributes of a catalogue have them."""

    def __init__(self, catalog: Catalog, scanner: Scanner, attributes: AttributeChooser) -> None:
        self._units = catalog.units
        self._scanner = scanner
        self._attributes = attributes
        self._plain_money = next((w for lang in catalog.languages for w in lang.plain_money), "")
        self._per = tuple(word for lang in catalog.languages for word in lang.per if not word.isascii())
        self._nameless = frozenset(
            f"[count of {word}]"
            for lang in catalog.languages
            for word in (*lang.nameless, *(word for word, noun in lang.measures.items() if not noun))
        ) | {"份"}

    def meant(self, quantity: Quantity, chosen: Chosen) -> Quantity:
        """Read 次/秒 as flop/second where the attribute says so, and 5000个 as what its attribute counts."""
        entry = chosen.entry
        if entry is None:
            return quantity
        if quantity.kind == "number" and self._attributes.dimensions.counts(entry.id):
            implied = self._scanner.quantities.counted(self._attributes.dimensions.implied(entry))
            quantity = quantity._replace(kind="count", unit=implied)
        elif self._attributes.dimensions.pays(entry.id, quantity):
            quantity = quantity._replace(kind="money", unit=self._units.unit(self._plain_money))
        if not self._attributes.dimensions.fits_as_it_is(entry.id, quantity):
            quantity = self._by_period(quantity, periodic=entry.periodic)
        counted = self._counted(entry, quantity)
        if counted is not None:
            quantity = quantity._replace(unit=counted)
        meant = self._attributes.dimensions.reads.get((entry.id, quantity.unit.base))
        if meant is None:
            return quantity
        unit = self._units.unit(meant)
        kind = quantity.kind if unit.counts else "quantity"
        return quantity._replace(kind=kind, unit=self._grown(unit, quantity.unit))

    def _grown(self, unit: Unit, written: Unit) -> Unit:
        """Return the unit that is meant by one, in the size that is written: 斤/亩 of kilogram/亩 and 斤."""
        factor = unit.factor * written.factor
        if written.factor != 1 and unit.name.startswith(written.base):
            name = f"{written.name}{unit.name.removeprefix(written.base)}"
            try:
                if self._units.unit(name).factor == factor:
                    return self._units.unit(name)
            except KeyError:
                pass
        return unit._replace(factor=factor)

    def each(
        self, sentence: Sentence, figure: Figure, chosen: Chosen, quantity: Quantity
    ) -> tuple[Chosen, Quantity]:
        """Return money as that of one unit, which the words before its noun tell: 每平方米均价28650元.

        So it is where an attribute may be told by such a unit: the one that is meant, or one that fits then.
        What an area yields is told so too: 每公顷产量6800公斤.
        """
        read = figure.reading
        if read is None or quantity.form is Form.CHANGE:
            return chosen, quantity
        priced = quantity.kind == "money" and "/" not in quantity.unit.name
        grown = read.quantity.unit.base == _MASS
        each = self._each(sentence, figure) if priced or grown else None
        if each is None or not (priced or each[0].base == _AREA):
            return chosen, quantity
        written = quantity if priced else read.quantity
        by_unit = written._replace(unit=self._units.quotient(written.unit, *each))
        if chosen.entry is None:
            again = self._attributes.choose(
                sentence, figure._replace(reading=read._replace(quantity=by_unit))
            )
            chosen = again if again.entry is not None else chosen
        entry = chosen.entry
        fits = entry is not None and self._attributes.dimensions.fits_as_it_is(entry.id, by_unit)
        return chosen, by_unit if fits else quantity

    def _each(self, sentence: Sentence, figure: Figure) -> tuple[Unit, int] | None:
        """Return the unit behind 每 that only a noun divides from a figure, and how many of it."""
        left, clause = sentence.left_of(figure), sentence.clause_of(figure.span.start)
        for word in self._per:
            at = sentence.lower.rfind(word, clause.start, left.end)
            number = _NUMBER.match(sentence.lower, at + len(word)) if at >= 0 else None
            found = self._units.match(sentence.lower, number.end()) if number else None
            if number is None or found is None or found[1] < left.start:
                continue
            if not _NOUN.fullmatch(sentence.lower, found[1], left.end) and (
                found[1] != left.end or not number.group()
            ):
                continue
            unit = self._units.unit(found[0])
            if not unit.counts and unit.base not in _NO_PRICES and "/" not in unit.name:
                return unit, int(number.group() or "1") or 1
        return None

    def local(self, quantity: Quantity, money: Meant) -> Quantity:
        """Return plain money in what it is in a document."""
        spelling = quantity.unit_words or (self._plain_money if quantity.kind == "money" else "")
        unit = money.unit(spelling, quantity.unit)
        return quantity if unit is quantity.unit else quantity._replace(unit=unit)

    def _by_period(self, quantity: Quantity, *, periodic: bool) -> Quantity:
        """Return a rate in time as the amount that it tells by the day, month or year."""
        if amount_of(quantity.unit) is None:
            return quantity
        above, slash, below = quantity.unit.name.rpartition("/")
        continuous = (
            bool(slash) and quantity.kind != "money" and above not in PEOPLE and not above.startswith("[")
        )
        short = continuous and self._units.unit(below).factor < _DAY
        if not slash or short or (quantity.kind == "money" and not periodic):
            return quantity
        counted = above.startswith("[")
        unit = Unit(above, above) if counted else self._units.unit(above)
        kind = "count" if counted or unit.counts else kind_of(unit, counted=False)
        return quantity._replace(unit=unit, kind=kind)

    def _counted(self, entry: AttributeEntry, quantity: Quantity) -> Unit | None:
        """Return the unit of what the attribute counts, where the noun of the figure says no more than it."""
        if quantity.kind != "count" or "count" not in entry.units:
            return None
        base = quantity.unit.base
        implied = self._attributes.dimensions.implied(entry)
        if implied in PEOPLE:
            unlisted = base.startswith("[count of ")
            return self._scanner.quantities.counted(implied) if unlisted else None
        if entry.units == ("count",) or base in self._nameless:
            return count_of(entry.name.en)
        named = any(base == f"[count of {word}]" for word in entry.words)
        return count_of(entry.name.en) if named else None  # 销量突破100万套 counts no 销量
