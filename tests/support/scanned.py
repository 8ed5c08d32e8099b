"""The figures of a lone text, as the scanner reads them: what the tests of reading look at."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Any

from verify import api
from verify.catalog.catalog import Catalog
from verify.extract.figures.figure import Figure, Kind, Scan
from verify.extract.figures.scanner import Scanner
from verify.model.exact import plain
from verify.model.quantity import Quantity
from verify.normalize.bounds import bounded
from verify.text.fold import fold

TODAY = dt.date(2022, 1, 26)
"""The date of the document that a text of the corpora stands in, a Wednesday."""


def shipped() -> Catalog:
    """The rules that ship with the program, loaded once a process for all tests."""
    return api.load_rules()


@cache
def scanner() -> Scanner:
    return Scanner(shipped())


@dataclass(frozen=True)
class Found:
    """One figure of a text."""

    start: int
    end: int
    text: str
    figure: Figure

    @property
    def quantity(self) -> Quantity | None:
        return bounded(self.figure.reading.quantity) if self.figure.reading else None

    def shown(self) -> dict[str, Any]:
        """Return the parts that a corpus entry may name."""
        if self.figure.period is not None:
            period = self.figure.period
            return {
                "kind": "date",
                "text": self.text,
                "earliest": period.earliest.isoformat() if period.earliest else None,
                "latest": period.latest.isoformat() if period.latest else None,
                "precision": period.precision,
                "hedge": period.hedge.value,
            }
        quantity = self.quantity
        if quantity is None:
            return {"kind": self.figure.kind.value, "text": self.text}
        hard = quantity.hard
        return {
            "kind": quantity.kind,
            "text": self.text,
            "form": quantity.form.value,
            "value": plain(quantity.number),
            "unit": quantity.unit.name,
            "base_unit": quantity.unit.base,
            "lower": None if hard.lower is None else plain(hard.lower),
            "upper": None if hard.upper is None else plain(hard.upper),
            "hedge": quantity.hedge.value,
            "emphasis": quantity.emphasis,
            "last": plain(quantity.numerals[0].last),
        }


def scan(text: str, date: dt.date | None = TODAY) -> tuple[Scan, list[Found]]:
    """Return the scan of a text, and every figure of it with its place in the text as it was given."""
    folded, offsets = fold(text)
    result, _ = scanner().scan(folded, "en" if folded.isascii() else "zh", date)
    found = []
    for figure in result.figures:
        span = offsets.span(figure.span.start, figure.span.end)
        found.append(Found(span.start, span.end, text[span.start : span.end], figure))
    return result, found


def read(text: str, date: dt.date | None = TODAY) -> list[Found]:
    """Return what is read as a quantity or a date."""
    return [one for one in scan(text, date)[1] if one.figure.kind in {Kind.QUANTITY, Kind.PERIOD}]
