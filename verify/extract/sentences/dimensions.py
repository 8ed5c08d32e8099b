"""Which attribute may have a value of which dimension.

Comes in: an attribute's id and a quantity.  Goes out: whether the one may measure the other, also as an
amount by the day, as a bare number or as a count of people, and the unit of such a number.  Which attribute a
figure measures is left to ``attributes``.
"""

from __future__ import annotations

import re
from functools import cached_property

from verify.catalog.catalog import Catalog
from verify.catalog.schema import AttributeEntry
from verify.catalog.units import UnitTable
from verify.model.quantity import Quantity, Unit
from verify.text.alternatives import either
from verify.text.fold import folded

DATE = "date"
_MONEY = re.compile("[A-Z]{3}")
"""Base units of money."""
_LARGE = 10_000
"""From such a scale on a bare number beside a word for money is an amount of it."""
PEOPLE = frozenset({"人", "人次", "户"})
"""Units that an attribute must name: 3万名选手 is no count of countries."""
SORTS = frozenset({"人", "架", "艘", "辆", "头"})
"""Units that say only what sort of thing is counted: which ones, a noun tells."""
ANYONE = PEOPLE | SORTS
"""Counts that say little: two figures with no other word in common may well count different ones."""
_IN_TIME = "/second"
_SLOW = ("/day", "/week", "/month", "/year")
"""By such a time any amount may be told."""
_HOURLY = "/hour"
"""So may pay."""
_WATT, _JOULE = "watt", "joule"
_TIME = "second"
_NO_AMOUNTS = frozenset({"meter", "bit", "byte", "flop", "op", "dimensionless"})
"""What is told per second is a speed, and no amount told by the day."""
_COUNTED = frozenset({"count", "人", "人次", "户", "辆"})
"""Units that a bare number may have where its attribute's word stands beside it."""


def _sure(entry: AttributeEntry) -> bool:
    """Say whether a figure in the units of an attribute is hardly of another: storeys, lanes."""
    return entry.default and not entry.doubtful


def _counts(base: str) -> bool:
    """Say whether a base unit counts people or things."""
    return base.startswith("[") or not base.isascii()


def amount_of(unit: Unit) -> str | None:
    """Return what a rate in time is so much of: ``kilogram`` of tonnes a day; None for no rate."""
    if unit.base == "dimensionless" and unit.name.endswith(_SLOW):
        return _TIME  # 60 hours a week
    if unit.base == _WATT:  # kWh a year, but no MW
        return _JOULE if "/" in unit.name else None
    amount = unit.base.removesuffix(_IN_TIME)
    return amount if amount != unit.base and "/" not in amount else None


def counted_noun(base: str) -> str:
    """Return the noun of a counted unit: ``[count of 企业]`` counts 企业."""
    return base.removeprefix("[count of ").removesuffix("]")


class Dimensions:
    """Tells them with the units and attributes of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._units: UnitTable = catalog.units
        self._entries = {entry.id: entry for entry in catalog.attributes}
        told = {self._units.unit(name).base for name in {*self._units.spellings.values()}}
        moneys = frozenset(base for base in told if _MONEY.fullmatch(base))
        self.bases = {
            entry.id: self._with_all_money(frozenset(map(self._base, entry.units)), moneys)
            for entry in catalog.attributes
        }
        """The base units that each attribute may have, and ``date`` or ``count``."""
        rising = sorted(catalog.attributes, key=lambda entry: -catalog.over.get(entry.id, 0))[::-1]
        """The entry that is meant before the others comes last."""
        self._implied = {
            entry.id: unit
            for entry in rising
            for unit in reversed(entry.units)
            if unit in _COUNTED or (_sure(entry) and not unit.isascii() and self._units.unit(unit).counts)
        }
        """What a bare number beside the attribute's word counts: 楼层 of storeys."""
        self.nouns = {
            entry.id: frozenset(self._units.noun(folded(word).lower()) for word in entry.words)
            for entry in catalog.attributes
        }
        """The nouns among an attribute's words."""
        placed = (noun for kind in catalog.kinds if kind.omissible for noun in kind.nouns)
        self._places = frozenset(filter(None, (self._units.noun(folded(noun).lower()) for noun in placed)))
        """What counts of places count: cities, countries."""
        self._placed = {entry.id: self._told_places(entry) for entry in catalog.attributes}
        scales = (w for e in catalog.languages for w, n in e.scales.items() if int(n) >= _LARGE)
        self._large = re.compile(either(word for word in scales if not word.isascii()))
        self._plain_money = next((self._base(w) for e in catalog.languages for w in e.plain_money), "")
        self.sort_ends = {base: ends for lang in catalog.languages for base, ends in lang.sort_ends.items()}
        """Ends of the nouns that tell which of the things that a unit counts are meant."""
        self._numerals = frozenset(word for e in catalog.languages for word in (*e.digits, *e.scales))
        self.of_things = frozenset(
            word for e in catalog.languages for word in e.measures if word not in e.people_measures
        )
        """Measure words that count nobody."""

    def _told_places(self, entry: AttributeEntry) -> frozenset[str]:
        """Return the places that an attribute counts by its own words: 通航城市, cities served."""
        words = " ".join(folded(word).lower() for word in entry.words)
        told = (self._units.noun(word) for word in words.split())
        return frozenset({*(place for place in self._places if place in words), *filter(None, told)})

    @staticmethod
    def _with_all_money(bases: frozenset[str], moneys: frozenset[str]) -> frozenset[str]:
        """Return base units with those of all money, where they have several of it."""
        return bases | moneys if len(bases & moneys) > 1 else bases

    @cached_property
    def reads(self) -> dict[tuple[str, str], str]:
        """Return (attribute, base) to the unit that the base stands for there (次/秒 of 算力)."""
        return {
            (entry.id, self._base(unit)): meant
            for entry in self._entries.values()
            for unit, meant in entry.reads.items()
        }

    def _base(self, unit: str) -> str:
        if unit in {DATE, "count"}:
            return unit
        if unit == "percent":
            return "percent"
        found = self._units.match(unit, 0)
        name = found[0] if found and found[1] == len(unit) else unit
        try:
            return self._units.unit(name).base
        except KeyError:
            above, per, below = unit.partition("/")
            return f"[count of {above}]/{self._base(below)}" if per else unit

    def fits(self, attribute: str, quantity: Quantity | None) -> bool:
        """Say whether the attribute may have a value of this dimension (None: a date)."""
        bases = self.bases[attribute]
        if quantity is None:
            return DATE in bases
        base = quantity.unit.base
        if quantity.kind == "count" and not self._measures(attribute, quantity):
            return False
        if quantity.kind == "number" and (self.counts(attribute) or self.pays(attribute, quantity)):
            return True
        if base in bases or (attribute, base) in self.reads:
            return True
        amount = amount_of(quantity.unit)
        slow = quantity.unit.name.endswith((*_SLOW, _HOURLY) if quantity.kind == "money" else _SLOW)
        rated = quantity.kind != "money" or (slow and self._entries[attribute].periodic)
        if rated and amount in (bases if slow else bases - _NO_AMOUNTS):
            return True  # 28,000 tonnes a day, of water used; 100 GB a month
        if quantity.kind == "percent":
            return "percent" in bases
        if base == "dimensionless" and "percent" in bases:
            return False
        meant = self._units.noun(counted_noun(base)) if quantity.kind == "count" else None
        if meant in self._places and meant not in self._placed[attribute]:
            return False  # sold in 46 countries
        noun = meant if not bases.isdisjoint(PEOPLE) else None
        people = self._entries[attribute].befalls and self.are_people(quantity)
        if noun is not None and noun not in PEOPLE and noun not in self.nouns[attribute] and not people:
            return False  # at most 256 tables
        counted = quantity.kind == "count" and (_counts(base) or base == "dimensionless")
        counted = counted or (amount is not None and _counts(amount))
        return "count" in bases and counted and (amount or base) not in {*PEOPLE, *ANYONE}

    def _measures(self, attribute: str, quantity: Quantity) -> bool:
        """Say whether the measure word of a count may be one of the attribute.

        So may 种 of species, and no 只; and none that counts things of people (职工宿舍310间).
        """
        measures, last = self._entries[attribute].measures, quantity.stated[-1:]
        if not measures:
            told = quantity.unit.base in PEOPLE or self.bases[attribute].isdisjoint(PEOPLE)
            return told or last not in self.of_things
        return last in measures or last.isascii() or last in self._numerals

    def fits_as_it_is(self, attribute: str, quantity: Quantity) -> bool:
        """Say whether the attribute has the dimension itself, and not only as an amount by the day."""
        return quantity.unit.base in self.bases[attribute] or (attribute, quantity.unit.base) in self.reads

    def counts(self, attribute: str) -> bool:
        """Say whether a bare number beside the attribute's word is a count (visitors reached 12,000)."""
        return "dimensionless" not in self.bases[attribute] and attribute in self._implied

    def pays(self, attribute: str, quantity: Quantity) -> bool:
        """Say whether a bare number of ten thousands beside the attribute's word is money: 营收186亿."""
        large = quantity.kind == "number" and self._large.search(quantity.stated) is not None
        return large and self._plain_money in self.bases[attribute]

    def implied(self, entry: AttributeEntry) -> str:
        """Return the unit of a bare number beside the attribute's word."""
        return self._implied.get(entry.id, "count")

    def are_people(self, quantity: Quantity) -> bool:
        """Say whether a noun that is counted tells people: 26名矿工, 26 miners."""
        noun = self._units.noun(counted_noun(quantity.unit.base)) or ""
        return quantity.kind == "count" and noun.endswith(self.sort_ends.get("人", ()))

    def is_money(self, attribute: str) -> bool:
        """Say whether an attribute may have the money that a bare number is in."""
        return self._plain_money in self.bases[attribute]
