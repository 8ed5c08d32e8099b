"""What the texts of a table mean, each distinct text read once.

Comes in: units, values, dates, names as the cells have them, and a catalogue.  Goes out: units and
periods, and for numbers in plain digits whether a unit leaves them what they are (190 days, but 2023年 is
a year).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from fractions import Fraction

from verify import pipeline
from verify.catalog.catalog import Catalog
from verify.model.period import Period
from verify.model.quantity import Quantity, Unit
from verify.model.span import Span
from verify.normalize.bounds import bounded
from verify.resolve.profile import plain

_PROBES = ("7", "12", "190", "1999", "2023", "10086", "20220124", "1.5", "0.25", "3740", "1200000")
"""Numbers that must all be read as such for a unit: years, days and telephone numbers are among them."""
_FINEST = 1000
"""Tolerances are told in parts of a thousand at most, or columns would not hold their products."""
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Named:
    """What the catalogue knows of an attribute, and the id that claims have."""

    id: str
    plain: bool
    """True where numbers in plain digits mean what they say: no limits, no number against number."""
    tolerance: tuple[int, int] = (0, 1)
    """Largest gap, as numerator and denominator."""
    timeless: bool = False
    """True where values of any dates are one fact: the length of a bridge."""


@dataclass(frozen=True, slots=True)
class Plain:
    """What a unit makes of numbers in plain digits."""

    pattern: Quantity
    scale: Fraction
    """Of a unit that begins with a large number (万元)."""
    large: str
    """That number as written."""
    spelling: str

    @property
    def unit(self) -> Unit:
        """The unit without that number."""
        return self.pattern.unit

    def quantity(self, digits: str) -> Quantity:
        """Return the quantity of a number in plain digits, as a reader of text has it."""
        places = len(digits.partition(".")[2])
        value = Fraction(digits)
        last = Fraction(1, 10**places)
        worth = last if places or not value else Fraction(10 ** (len(digits) - len(digits.rstrip("0"))))
        numeral = self.pattern.numerals[0]._replace(
            span=Span(0, len(digits) + len(self.large)),
            text=f"{digits}{self.large}",
            value=value * self.scale,
            last=last * self.scale,
            nonzero=worth * self.scale,
            point=places > 0,
        )
        stated = f"{digits}{self.spelling}".strip()
        made = self.pattern._replace(stated=stated, numerals=(numeral,))
        return bounded(made)


class Meanings:
    """Reads the texts of tables with a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._entities = {
            plain(name): entry.id for entry in catalog.entities for name in (entry.name, *entry.aliases)
        }
        self._attributes = {
            name: entry
            for entry in catalog.attributes
            for name in (entry.id, entry.name.en, entry.name.zh)
            if name
        }

    def entity(self, name: str) -> str:
        """Return the id of a thing: its entry's, else its name without spaces and case."""
        return self._entities.get(plain(name), f"~{plain(name)}")

    def attribute(self, name: str) -> Named:
        """Return the attribute of a name: its entry, else the name itself."""
        entry = self._attributes.get(name.strip())
        if entry is None:
            return Named(f"~{name.strip()}", True)
        minimum = None if entry.minimum is None else str(entry.minimum)
        bounded = entry.maximum is not None or minimum not in (None, "0")
        timeless = "time" in entry.ignores
        worth = Named(entry.id, not (entry.exact or entry.varies or bounded or timeless), timeless=timeless)
        if entry.tolerance is None or not worth.plain:
            return worth
        number, _, below = str(entry.tolerance).partition(".")
        gap = (int(number + below), 10 ** len(below))
        return Named(entry.id, gap[1] <= _FINEST, gap)

    def quantity(self, text: str) -> Quantity | Period | None:
        """Return the one figure or date that a text is, None where it is none or several."""
        found = pipeline.parse(text.strip(), self._catalog).items
        whole = len(found) == 1 and found[0].start == 0 and found[0].end == len(text.strip())
        return found[0].value if whole else None

    def unit(self, spelling: str) -> Plain | None:
        """Return the unit in which numbers in plain digits stay what they are; None of any other."""
        read = [(probe, self.quantity(f"{probe}{spelling}")) for probe in _PROBES]
        found = [value for _, value in read if isinstance(value, Quantity)]
        if len(found) < len(read) or found[0].unit.offset:
            return None
        pattern = found[0]
        scale = pattern.numerals[0].value / Fraction(_PROBES[0])
        known = Plain(pattern, scale, pattern.numerals[0].text.removeprefix(_PROBES[0]), spelling)
        if scale.denominator != 1:
            return None
        same = all(known.quantity(probe) == value for probe, value in read)
        return known if same else None

    def period(self, text: str) -> Period | None:
        """Return the days of a date: a year, month or day, or words that name days by themselves."""
        match = _DAY.fullmatch(text.strip())
        if match is not None:
            return _period(text.strip(), *(int(part) if part else 0 for part in match.groups()))
        value = self.quantity(text)
        return value if isinstance(value, Period) and value.resolved else None


def _period(text: str, year: int, month: int, day: int) -> Period | None:
    try:
        first = dt.date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return Period(text, first, first, "day")
    after = dt.date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1) if year < dt.MAXYEAR else None
    last = dt.date(year, 12, 31) if after is None else after - dt.timedelta(days=1)
    return Period(text, first, last, "month" if month else "year")
