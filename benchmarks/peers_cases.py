"""Texts with the figures that a reader should find in them, and the score of what one found.

Comes in: the hand-made list of the five articles (``tests/eval/articles.yaml``, the articles themselves stand
beside the checkout) and the corpora of ``tests/corpus``.  Goes out: cases, and counts of what was read right
and of false alarms.

The score leans towards the others: hedges are left out of it; a number alone is enough for a count (of
whatever), a plain number or a share; of several answers at one place any may be the right one; what touches a
figure without being right is a miss, never a false alarm as well; and a figure whose list names no single
value (ranges, 数十) is not asked for.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from verify.catalog.catalog import Catalog
from verify.model.document import Block, Document, Section
from verify.model.quantity import Unit

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT.parent / "shared" / "seeds"
TODAY = "2022-01-26"
"""The day of the corpora, as in ``tests/corpus``."""
_MARK = re.compile(r"[{}]")
_NUMERAL = re.compile(r"[\d零〇一二两三四五六七八九十百千万亿半廿]")
_RUNNING = {Section.TITLE, Section.LEAD, Section.SUMMARY, Section.BODY, Section.CAPTION}
_NO_UNIT = {"", "dimensionless", "ratio"}
_CLOSE = Fraction(1, 10**9)
"""The others answer in floating point."""

Reading = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """One figure of a text: where it is, and what it says."""

    places: tuple[tuple[int, int], ...]
    """Every defensible span, the listed one first."""
    values: tuple[tuple[Fraction, str], ...] = ()
    """Numbers with the unit as stated, any of them right; of a unit that nothing asks for, ""."""
    days: tuple[str, str] | None = None
    """First and last day of a date."""
    change: bool = False
    """True where the sign says rise or fall, which others leave out."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text, and what should be read in it."""

    text: str
    language: str
    date: str
    figures: tuple[Gold, ...] = ()
    tolerated: tuple[tuple[int, int], ...] = ()
    """Places where a reading is neither right nor a false alarm."""

    def as_dict(self) -> dict[str, str]:
        """Return what a reader is told."""
        return {"text": self.text, "language": self.language, "date": self.date}


@dataclass(slots=True)
class Score:
    """What one reader made of some cases."""

    quantities: int = 0
    quantities_right: int = 0
    dates: int = 0
    dates_right: int = 0
    false_alarms: int = 0
    failures: set[str] = field(default_factory=set)
    """Names of exceptions that the reader raised."""


# --- cases


def corpora() -> Iterator[Case]:
    """Yield every text of ``tests/corpus``: those to be read, and those in which there is nothing to read."""
    for path in sorted((ROOT / "tests" / "corpus").glob("*/*.yaml")):
        for entry in yaml.safe_load(path.read_text("utf-8")):
            date = str(entry.get("date", TODAY))
            if date == "None":
                continue  # the others know no text without a day
            for text in entry.get("texts", ()):
                yield _marked(text, path.stem, date, entry["expect"])
            for text in entry.get("unread", ()):
                yield Case(_MARK.sub("", text), path.stem, date)


def _marked(text: str, language: str, date: str, expect: Any) -> Case:
    ends = [mark.start() - number for number, mark in enumerate(_MARK.finditer(text))]
    plain = _MARK.sub("", text)
    places = list(zip(ends[::2], ends[1::2], strict=True)) or [(0, len(plain))]
    wanted = expect if isinstance(expect, list) else [expect] * len(places)
    golds = [_expected(place, parts) for place, parts in zip(places, wanted, strict=True)]
    return Case(
        plain,
        language,
        date,
        tuple(gold for gold in golds if gold is not None),
        tuple(place for place, gold in zip(places, golds, strict=True) if gold is None),
    )


def _expected(place: tuple[int, int], parts: dict[str, Any]) -> Gold | None:
    if parts.get("value") is not None:
        value = (Fraction(parts["value"]), parts.get("unit", ""))
        return Gold((place,), (value,), change=parts.get("form") == "change")
    if parts.get("earliest") and parts.get("latest"):
        return Gold((place,), days=(parts["earliest"], parts["latest"]))
    return None


def articles(documents: Iterable[Document]) -> Iterator[Case]:
    """Yield the running text of the five articles, a case for each block, with the figures of the list."""
    listed = yaml.safe_load((ROOT / "tests" / "eval" / "articles.yaml").read_text("utf-8"))
    known = {article["file"]: article for article in listed}
    for document in documents:
        article = known[Path(document.source.path).name]
        golds = [(case, _listed(document.text, case)) for case in article["figures"]]
        vague = [place for word in article["tolerated"] for place in _everywhere(document.text, word)]
        vague += [_nth(document.text, case) for case in article["ignored"] if "gloss" in _list(case, "role")]
        for block in document.blocks:
            if block.section not in _RUNNING:
                continue
            figures, tolerated = [], [at for place in vague if (at := _inside(block, place))]
            for case, gold in golds:
                places = tuple(at for place in gold.places if (at := _inside(block, place)))
                if not places:
                    continue
                if case.get("optional") or not (gold.values or gold.days):
                    tolerated += places
                else:
                    figures.append(Gold(places, gold.values, gold.days, gold.change))
            date = (document.source.published or dt.date.fromisoformat(TODAY)).isoformat()
            yield Case(block.text, document.source.language, date, tuple(figures), tuple(tolerated))


def _listed(text: str, case: dict[str, Any]) -> Gold:
    places = tuple(_nth(text, one) for one in (case, *case.get("alt", ())))
    if "quantity" in _list(case, "kind"):
        units = [*_list(case, "unit"), *case.get("unit_alt", ())]
        numbers = [Fraction(v) for v in (*_list(case, "value"), *case.get("value_alt", ())) if v is not None]
        values = tuple((number, unit) for number in numbers for unit in units)
        return Gold(places, values, change=case.get("form") == "change")
    first, last = case.get("earliest"), case.get("latest")
    told = first and last and "unchecked" not in {first, last}
    return Gold(places, days=(str(first), str(last)) if told else None)


def _list(case: dict[str, Any], key: str) -> list[Any]:
    value = case.get(key)
    return value if isinstance(value, list) else [value]


def _nth(text: str, case: dict[str, Any]) -> tuple[int, int]:
    start = -1
    for _ in range(case.get("nth", 1)):
        start = text.index(case["quote"], start + 1)
    return start, start + len(case["quote"])


def _everywhere(text: str, word: str) -> Iterator[tuple[int, int]]:
    for found in re.finditer(re.escape(word), text):
        yield found.span()


def _inside(block: Block, place: tuple[int, int]) -> tuple[int, int] | None:
    """Return where a place of the file stands in the text of a block, None when it does not."""
    whole = block.offsets.span(0, len(block.text))
    if not whole.start <= place[0] < place[1] <= whole.end:
        return None
    starts = [at for at in range(len(block.text)) if block.offsets.span(at, at + 1).start >= place[0]]
    ends = [at for at in starts if block.offsets.span(at, at + 1).end <= place[1]]
    return (ends[0], ends[-1] + 1) if ends else None


# --- score


def score(cases: Sequence[Case], answers: Sequence[list[Reading] | str], catalog: Catalog) -> Score:
    """Return what was read right, and what is no figure and was read as one."""
    units = Units(catalog)
    result = Score()
    for case, told in zip(cases, answers, strict=True):
        answer = [] if isinstance(told, str) else told
        if isinstance(told, str):
            result.failures.add(told)
        for gold in case.figures:
            right = any(_right(case.text, gold, reading, units) for reading in answer)
            if gold.days:
                result.dates += 1
                result.dates_right += right
            else:
                result.quantities += 1
                result.quantities_right += right
        known = [place for gold in case.figures for place in gold.places] + list(case.tolerated)
        strange = {(r["start"], r["end"]) for r in answer if not _touches(r, known)}
        result.false_alarms += len(_outermost(strange))
    return result


def _touches(reading: Reading, places: Iterable[tuple[int, int]]) -> bool:
    return any(reading["start"] < end and start < reading["end"] for start, end in places)


def _outermost(places: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the places that stand in no other: a number and its quantity are one reading."""
    return [
        one
        for one in places
        if not any(two != one and two[0] <= one[0] and one[1] <= two[1] for two in places)
    ]


def _right(text: str, gold: Gold, reading: Reading, units: Units) -> bool:
    spans = any(_same_place(text, place, reading) for place in gold.places)
    if not spans:
        return False
    if gold.days:
        return (reading.get("earliest"), reading.get("latest")) == gold.days
    values = reading.get("value")
    told = [_number(value) for value in (values if isinstance(values, list) else [values])]
    return len(told) == 1 and told[0] is not None and units.same(gold, told[0], reading.get("unit") or "")


def _same_place(text: str, place: tuple[int, int], reading: Reading) -> bool:
    """Say whether a reading holds every numeral of a figure and nothing outside of it."""
    start, end = reading["start"], reading["end"]
    if not place[0] <= start < end <= place[1]:
        return False
    return not _NUMERAL.search(text[place[0] : start] + " " + text[end : place[1]])


def _number(value: Any) -> Fraction | None:
    try:
        return Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        return None


class Units:
    """Units by the names that the readers give them."""

    def __init__(self, catalog: Catalog) -> None:
        self._table = catalog.units
        names = yaml.safe_load(Path(__file__).with_name("peers_units.yaml").read_text("utf-8"))
        self._names: dict[str, str] = {name.lower(): unit for name, unit in names.items()}

    def same(self, gold: Gold, number: Fraction, unit: str) -> bool:
        """Say whether a number with a unit is one of the right ones."""
        return any(self._equal(value, stated, number, unit, gold.change) for value, stated in gold.values)

    def _equal(self, value: Fraction, stated: str, number: Fraction, unit: str, change: bool) -> bool:
        if change:
            value, number = abs(value), abs(number)
        if not stated or unit == stated:
            return _close(value, number)
        unit = self._names.get(unit.lower(), unit)
        if self._counts(stated):
            return (unit in _NO_UNIT or self._counts(unit)) and _close(value, number)
        wanted, found = self._unit(stated), self._unit(unit)
        if wanted is None:
            return False
        if unit in _NO_UNIT:  # a share may be told as 8.2 or as 0.082
            plain = wanted.base in _NO_UNIT
            return plain and (_close(value * wanted.factor, number) or _close(value, number))
        if found is None or found.base != wanted.base:
            return False
        return _close(value * wanted.factor + wanted.offset, number * found.factor + found.offset)

    def _counts(self, name: str) -> bool:
        """Say whether a unit is a noun that is counted: its dimension is the noun, no measure of pint's."""
        if name.startswith("["):
            return True
        unit = self._unit(name)
        return unit is not None and not unit.base.isascii()

    def _unit(self, name: str) -> Unit | None:
        """Return a unit by its name or any of its spellings, None for what is no unit of the table."""
        for spelling in (name, name.lower(), name.lower().removesuffix("s")):
            matched = self._table.match(spelling, 0)
            if matched is not None and matched[1] == len(spelling):
                return self._table.unit(matched[0])
        try:
            return self._table.unit(name)
        except KeyError:
            return None


def _close(one: Fraction, two: Fraction) -> bool:
    return abs(one - two) <= _CLOSE * max(abs(one), abs(two))
