"""Tell a year from a count: 2024 of "2024 fire season closes" counts nothing.

Comes in: the figures of a folded text and the day on which it was published, else the one that it told last.
Goes out: the same, bare numbers of four digits before an English word periods where they are a year near that
day.  No count is
written so: it has a separator, a unit, or another number of digits.  Years that words tell (in 2024, the
2024 season) are left to ``dating``.
"""

from __future__ import annotations

import datetime as dt
import re

from verify.extract.figures.figure import Figure, Kind, Reading
from verify.lang.base import impossible
from verify.lang.calendar import whole_year
from verify.model.period import Period
from verify.model.quantity import Form, Hedge

_NEAR = 2
"""Years before and after: of others nothing tells that they are none."""
_YEAR = re.compile(r"(?:19|20)\d\d(?= [A-Za-z]{2})|(?<=[a-z] )20\d\d\Z")
"""Before a word, or at the end of a heading: Marlow Mine output 2023."""
_NAME = re.compile(r" [A-Z][a-z]{3}")
"""What begins behind a year in a name: the Paris 2024 Games."""
_OPENS = frozenset(" \"'“‘(\n")


def years(text: str, figures: list[Figure], anchor: dt.date | None) -> list[Figure]:
    """Return the figures, those that are years as such."""
    if anchor is None:
        return figures
    return [_period(one) if _is_year(text, one.reading, anchor.year) else one for one in figures]


def _is_year(text: str, reading: Reading | None, near: int) -> bool:
    """Say whether a figure is a bare number before a word, not far from a year."""
    if reading is None or not _YEAR.match(text, reading.number_span.start):
        return False
    start, end = reading.number_span
    if reading.span.start != start or not text[start:end].isdecimal():
        return False  # 2017 to 8751883
    if abs(int(text[start:end]) - near) > _NEAR:
        return False
    return (start == 0 or text[start - 1] in _OPENS) and _is_bare(text, reading)


def _is_bare(text: str, reading: Reading) -> bool:
    """Say whether a number has no unit but a noun that no rule knows, or the beginning of a name."""
    quantity = reading.quantity
    if quantity.form is not Form.POINT or quantity.hedge is not Hedge.BARE:
        return False
    if reading.unit_span.start == reading.unit_span.end:
        return quantity.kind in {"number", "count"}
    return quantity.unit.counts and _NAME.match(text, reading.number_span.end) is not None


def _period(figure: Figure) -> Figure:
    """Return the year of a figure."""
    if figure.reading is None:
        return figure
    numeral = figure.reading.quantity.numerals[0]
    days = impossible(whole_year(int(numeral.value)))
    period = Period(numeral.text, days.earliest, days.latest, days.precision, Hedge.BARE)
    return Figure(Kind.PERIOD, figure.reading.number_span, ("date.en",), period=period)
