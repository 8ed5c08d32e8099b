"""The rows of a table dealt to facts, by whole columns.

Comes in: a data frame of categories, and what texts mean.  Goes out: ``Dealt``: for each row its fact,
and whether columns can judge it.  A row without a date is of the one fact of its entity, attribute and
dimension, where there is one only, else of a fact of its own (SEMANTICS §5).  What does not change with time
is one fact, whatever the dates.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from verify.model.document import Issue
from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.tables.agreeing import Values, worths
from verify.tables.numbers import digits
from verify.tables.reading import Meanings, Named, Plain

T = TypeVar("T")
_SHOWN = 5
"""So many cells that cannot be read are told one by one."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What the different texts of each column mean."""

    sources: list[str]
    entities: list[str]
    """Their ids."""
    names: list[str]
    """As written."""
    attributes: list[Named]
    values: list[str]
    units: list[Plain | None]
    spellings: list[str]
    dates: list[Period | None]
    words: dict[tuple[int, int], Quantity | Period]
    """Values that are more than plain digits, by value and unit."""

    def meaning(self, value: int, unit: int) -> Plain | Quantity | Period:
        """Return what value and unit of a row say; of plain digits, what the unit makes of such."""
        known = self.words.get((value, unit)) or self.units[unit]
        assert known is not None
        return known


@dataclass(frozen=True, slots=True)
class Dealt:
    """The rows that can be read, with their facts."""

    rows: Any
    """A data frame: source, entity, attribute, value, unit, date (places in ``Texts``), fact, bucket …"""
    texts: Texts
    columnar: Any
    """For each fact: whether all its values are plain digits of an attribute that takes them so."""
    issues: tuple[Issue, ...]
    values: Values
    """Different values of the facts that are columnar."""

    @property
    def facts(self) -> int:
        """How many there are."""
        return len(self.columnar)


def dealt(frame: Any, meanings: Meanings, path: str) -> Dealt:
    """Deal the rows of a table to facts."""
    import numpy as np  # noqa: PLC0415 - with pandas, for tables alone
    import pandas as pd  # noqa: PLC0415

    texts = Texts(
        sources=_meant(frame.source, str.strip),
        entities=_meant(frame.entity, meanings.entity),
        names=_meant(frame.entity, lambda text: " ".join(text.split())),
        attributes=_meant(frame.attribute, meanings.attribute),
        values=_meant(frame.value, str),
        units=_meant(frame.unit, meanings.unit),
        spellings=_meant(frame.unit, str),
        dates=_meant(frame.date, lambda text: meanings.period(text) if text.strip() else None),
        words={},
    )
    rows = pd.DataFrame({name: frame[name].cat.codes.to_numpy(np.int32) for name in frame.columns})
    rows.insert(0, "number", np.arange(1, len(rows) + 1, dtype=np.int32))
    numbers = digits(pd.Series(texts.values, dtype="str"))
    plain = (
        numbers.plain[rows.value]
        & np.array([unit is not None for unit in texts.units], dtype=bool)[rows.unit]
    )
    rows["odd"] = ~plain
    rows["base"] = _bases(rows, texts, meanings, np)
    unreadable = (rows.base < 0) | _undatable(frame.date, texts.dates, np)[rows.date]
    issues = _issues(rows[unreadable], frame, path)
    rows = rows[~unreadable] if issues else rows
    slow = rows.odd | ~np.array([one.plain for one in texts.attributes], dtype=bool)[rows.attribute]
    rows = rows.assign(slow=slow, **_facts(rows, texts, np))
    number = int(rows.fact.max()) + 1 if len(rows) else 0
    columnar = np.ones(number, dtype=bool)
    columnar[rows.fact[rows.slow].unique()] = False
    kept = rows[columnar[rows.fact]].drop_duplicates(["fact", "value", "unit"]).sort_values("fact")
    scales = np.array([int(unit.scale) if unit else 1 for unit in texts.units], dtype=np.int64)
    gaps = np.array([one.tolerance for one in texts.attributes], dtype=np.int64).reshape(-1, 2)
    values = Values(
        fact=kept.fact.to_numpy(),
        whole=numbers.whole[kept.value],
        places=numbers.places[kept.value],
        scale=scales[kept.unit],
        worth=_worth(texts.units, np)[kept.unit],
        tolerance=gaps[kept.attribute, 0],
        below=gaps[kept.attribute, 1],
    )
    return Dealt(rows, texts, columnar, issues, values)


def _meant(column: Any, meaning: Callable[[str], T]) -> list[T]:
    """Return what the different texts of a column mean."""
    return [meaning(str(text)) for text in column.cat.categories]


def _places(items: list[T], key: Callable[[T], Any], np: Any) -> Any:
    """Return a number for each item, the same for those of one key, in the order of the keys."""
    keys = [key(item) for item in items]
    known = {one: place for place, one in enumerate(sorted({*keys}))}
    return np.array([known[one] for one in keys], dtype=np.int32)


def _bases(rows: Any, texts: Texts, meanings: Meanings, np: Any) -> Any:
    """Return a number for the dimension of each row; -1 where its value cannot be read."""
    known = {unit.unit.base for unit in texts.units if unit is not None}
    odd = rows[rows.odd].drop_duplicates(["value", "unit"])
    for value, unit in zip(odd.value.tolist(), odd.unit.tolist(), strict=True):
        read = meanings.quantity(f"{texts.values[value]}{texts.spellings[unit]}")
        if read is not None:
            texts.words[value, unit] = read
            known.add(_base(read))
    numbered = {base: place for place, base in enumerate(sorted(known))}
    bases = [-1 if unit is None else numbered[unit.unit.base] for unit in texts.units]
    found = np.where(rows.odd, np.int32(-1), np.array(bases, dtype=np.int32)[rows.unit])
    if texts.words:
        index = {pair: numbered[_base(read)] for pair, read in texts.words.items()}
        at = np.nonzero(rows.odd.to_numpy())[0]
        pairs = zip(rows.value.to_numpy()[at].tolist(), rows.unit.to_numpy()[at].tolist(), strict=True)
        found[at] = [index.get(pair, -1) for pair in pairs]
    return found


def _base(value: Quantity | Period) -> str:
    return value.unit.base if isinstance(value, Quantity) else "date"


def _undatable(column: Any, dates: list[Period | None], np: Any) -> Any:
    """Say which texts are no date although they are some text."""
    told = [bool(str(text).strip()) for text in column.cat.categories]
    return np.array([said and date is None for said, date in zip(told, dates, strict=True)], dtype=bool)


def _facts(rows: Any, texts: Texts, np: Any) -> dict[str, Any]:
    """Return columns with the numbers of facts, and of what rows are about but for the date."""
    entity = _places(texts.entities, str, np)[rows.entity]
    attribute = _places(texts.attributes, lambda one: one.id, np)[rows.attribute]
    bucket = _numbered(_numbered(entity, attribute, np), rows.base.to_numpy(), np)
    day = _places(texts.dates, lambda one: f"{one.earliest} {one.latest}" if one else "", np)
    dated = np.array([one is not None for one in texts.dates], dtype=bool)[rows.date]
    dated &= ~np.array([one.timeless for one in texts.attributes], dtype=bool)[rows.attribute]
    day = np.where(dated, day[rows.date] + 1, 0)
    only = np.zeros(bucket.max(initial=-1) + 1, dtype=np.int32)
    only[bucket[dated]] = day[dated]
    several = np.zeros(len(only), dtype=bool)
    several[bucket[dated & (day != only[bucket])]] = True
    fact = _numbered(bucket, np.where(dated | several[bucket], day, only[bucket]), np)
    return {"bucket": bucket, "fact": fact, "loose": ~dated & several[bucket]}


def _numbered(a: Any, b: Any, np: Any) -> Any:
    """Return a number for each row, the same where the numbers of two columns are."""
    import pandas as pd  # noqa: PLC0415 - for tables alone

    pairs = a.astype(np.int64) * (int(b.max(initial=0)) + 1) + b
    return pd.factorize(pairs)[0].astype(np.int32)


def _worth(units: list[Plain | None], np: Any) -> Any:
    """Return what each unit is worth, in what all of its dimension are multiples of."""
    found = np.ones(len(units), dtype=np.float64)
    bases: dict[str, list[int]] = {}
    for place, unit in enumerate(units):
        if unit is not None:
            bases.setdefault(unit.unit.base, []).append(place)
    for places in bases.values():
        factors = [known.unit.factor for place in places if (known := units[place]) is not None]
        found[places] = [min(float(one), 2.0**62) for one in worths(factors)]
    return found.astype(np.int64)


def _issues(rows: Any, frame: Any, path: str) -> tuple[Issue, ...]:
    """Return an issue for each of the first rows that cannot be read, and one for the others."""
    told = []
    for number in rows.number.tolist()[:_SHOWN]:
        cells = frame.iloc[number - 1]
        shown = f"{cells.value}{cells.unit}" + (f", {cells.date}" if cells.date else "")
        message = f"row {number} was not read: {shown!r} is no figure with a known unit, or no date"
        told.append(Issue("table-row", message, path, incomplete=True))
    if len(rows) > _SHOWN:
        message = f"{len(rows) - _SHOWN} more rows were not read"
        told.append(Issue("table-row", message, path, incomplete=True))
    return tuple(told)
