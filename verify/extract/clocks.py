"""Times that something took, written like a time of day: 2:08:47, 28:14:37, 1:55.82.

Comes in: the figures of a folded text, such a time read as a time of day or as a ratio.  Goes out: the
same, as a duration in seconds where a word before it says that it was taken (in, 成绩为), or where no day has
such an hour.  Every other time of day states nothing, as ``rules/ignore`` has it.
"""

from __future__ import annotations

import re
from fractions import Fraction

from verify.catalog.catalog import Catalog
from verify.extract.figures import Figure, Kind
from verify.extract.quantities import QuantityReader, Reading, lowered
from verify.model.span import Span
from verify.text.fold import folded

_TIME = re.compile(
    r"(?:(?P<hours>\d{1,3})[:：])(?P<minutes>[0-5]?\d)[:：](?P<seconds>[0-5]\d(?:\.\d{1,3})?)$"
    r"|(?P<only>\d{1,3})[:：](?P<rest>[0-5]\d\.\d{1,3})$"
)
_DAY = 24
_REACH = 24
_EDGES = " :：|"
_RULES = ("numeral.arabic", "unit.second")
_SECONDS = " s"


class Clocks:
    """Reads times taken with the words of a catalogue."""

    def __init__(self, catalog: Catalog, quantities: QuantityReader) -> None:
        self._quantities = quantities
        self._taking = tuple(
            f" {lowered(word)}" if word.isascii() else folded(word)
            for lang in catalog.languages
            for word in lang.taking
        )

    def taken(self, text: str, lower: str, figures: list[Figure]) -> list[Figure]:
        """Return the figures, those that are times taken as durations."""
        return [self._read(text, lower, one) or one for one in figures] if ":" in text else figures

    def _read(self, text: str, lower: str, figure: Figure) -> Figure | None:
        found = _TIME.search(text, *figure.span)
        if found is None or figure.period is not None:
            return None
        told = found.groupdict()
        before = lower[max(0, found.start() - _REACH) : found.start()].rstrip(_EDGES)
        long = told["hours"] is not None and int(told["hours"]) >= _DAY
        if not (long or f" {before}".endswith(self._taking)):
            return None
        minutes = 60 * int(told["hours"] or 0) + int(told["minutes"] or told["only"] or 0)
        seconds = 60 * minutes + Fraction(told["seconds"] or told["rest"] or 0)
        return self._duration(text, Span(*found.span()), seconds)

    def _duration(self, text: str, span: Span, seconds: Fraction) -> Figure | None:
        """Return a time in seconds, exact to its last digit."""
        places = len(text[span.start : span.end].partition(".")[2])
        read = self._quantities.read(f"1{_SECONDS}", 0, 0)
        if read is None:
            return None
        quantity, last = read.quantity, Fraction(1, 10**places)
        written = text[span.start : span.end]
        numeral = quantity.numerals[0]._replace(
            span=span, text=written, value=seconds, last=last, nonzero=last, point=places > 0
        )
        told = quantity._replace(stated=written, numerals=(numeral,), unit_words="")
        reading = Reading(span, told, span, Span(span.end, span.end), _RULES)
        return Figure(Kind.QUANTITY, span, _RULES, reading)
