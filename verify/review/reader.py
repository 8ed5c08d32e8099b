"""What the rules know, for the fields of a correction.

Comes in: what an editor wrote, and a catalogue.  Goes out: that it can be read, and as what; the
attributes and kinds that a field offers.  What is wrong with a field is told in words that can be
translated.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

from verify.catalog.catalog import Catalog
from verify.catalog.schema import AttributeEntry
from verify.errors import FieldError
from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.pipeline.texts import one_value
from verify.report import values
from verify.report.language import ENGLISH, Language
from verify.report.wording import full_words

__all__ = ["Option", "Reader"]


@dataclass(frozen=True, slots=True)
class Option:
    """One of what a field offers."""

    id: str
    name: str


class Reader:
    """Reads fields by the rules of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._attributes = {entry.id: entry for entry in catalog.attributes}
        self.attributes = cache(self._attributes_in)
        """The attributes that rules know, by name, in a language."""
        self.kinds = cache(self._kinds_in)
        """The kinds of things, in the same way."""

    def _attributes_in(self, language: str) -> tuple[Option, ...]:
        return _options([(one.id, one.name.zh, one.name.en) for one in self.catalog.attributes], language)

    def _kinds_in(self, language: str) -> tuple[Option, ...]:
        return _options([(one.id, one.name.zh, one.name.en) for one in self.catalog.kinds], language)

    def value(self, text: str, date: dt.date | None, attribute: str, say: Language = ENGLISH) -> str:
        """Return in words what a text is read as, as a value of an attribute.

        Raises:
            FieldError: It is no one figure, or of a dimension that the attribute does not have.
        """
        found = one_value(text, self.catalog, date)
        entry = self._attributes.get(attribute)
        if entry is not None and not self._fits(found, entry):
            raise FieldError(
                "“{text}” is in {unit}, and {attribute} is told in {units}; mend the unit, or choose what it"
                " measures",
                text=text,
                unit=found.unit.base if isinstance(found, Quantity) else "days",
                attribute=entry.name.zh if say.code == "zh" else entry.name.en,
                units=", ".join(entry.units),
            )
        return full_words(values.value(found), say)

    def knows(self, attribute: str) -> bool:
        """Say whether rules know an attribute."""
        return attribute in self._attributes

    def _fits(self, value: Quantity | Period, entry: AttributeEntry) -> bool:
        if isinstance(value, Period):
            return "date" in entry.units
        if value.unit.counts or value.unit.base.startswith("["):
            return "count" in entry.units or value.unit.base in {self._base(one) for one in entry.units}
        if value.unit.base == "dimensionless" and {"ratio", "count"} & {*entry.units}:
            return True
        return value.unit.base in {self._base(one) for one in entry.units}

    def _base(self, spelling: str) -> str:
        """Return the base unit of a name or spelling; the spelling itself where it is none."""
        units = self.catalog.units
        found = units.match(spelling, 0)
        name = found[0] if found and found[1] == len(spelling) else spelling
        try:
            return units.unit(name).base
        except KeyError:
            return spelling


def _options(entries: list[tuple[str, str, str]], language: str) -> tuple[Option, ...]:
    found = (Option(ident, zh if language == "zh" else en) for ident, zh, en in entries)
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))
