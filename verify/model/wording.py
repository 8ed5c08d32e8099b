"""Values in words, and in the canonical form that fingerprints are made of.

A value comes in, English text goes out; numbers stay exact.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.model.claim import Value
from verify.model.exact import plain, readable
from verify.model.notation import Notation, beside, common, notation
from verify.model.period import Period
from verify.model.quantity import Hedge, Quantity


def described(value: Value, told: Notation | None = None) -> str:
    """Return a value as written, with what it is in another notation: ``3.3公里 (≈ 17.819 cables)``.

    A date is told with the days that it names, where its words do not say them.
    """
    if isinstance(value, Quantity):
        more = beside(value, told or notation(value))
    elif isinstance(value, Period):
        more = days(value) if value.stated != days(value) else ""
    else:
        more = ""
    return f"{value.stated} ({more})" if more else value.stated


def between(a: Value, b: Value) -> Notation | None:
    """Return the notation in which two values are told together; None for what has no unit."""
    if isinstance(a, Quantity) and isinstance(b, Quantity) and a.unit.base == b.unit.base:
        return common(a, b)
    return None


def hedge_name(hedge: Hedge) -> str:
    """Return a hedge in words: ``at most``, ``as written`` for none."""
    return "as written" if hedge is Hedge.BARE else hedge.value.replace("_", " ")


def normalised(quantity: Quantity) -> str:
    """Return a figure in its base unit; a range by its ends."""
    unit = "" if quantity.unit.base == "dimensionless" else f" {quantity.unit.base}"
    if quantity.ends:
        low, high = (readable(end.base_number) for end in quantity.ends)
        return f"{low} to {high}{unit}"
    if quantity.plus_minus:
        width = quantity.numerals[1].value * quantity.unit.factor
        return f"{readable(quantity.base_number)} ± {readable(width)}{unit}"
    return f"{readable(quantity.base_number)}{unit}"


def witnesses(origins: Sequence[int], *, shared: bool) -> str:
    """Return how many documents and origins stand behind a fact, from the documents of each origin.

    ``shared`` says that documents have a passage in common.
    """
    documents = sum(origins)
    text = f"{_counted(documents, 'document')}, {_counted(len(origins), 'origin')}"
    if not shared or documents < 2:
        return text
    if documents > len(origins):
        return f"{text}, which share a release"
    return f"{text}; a passage elsewhere is shared word for word"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def days(period: Period) -> str:
    """Return the days that a period names, ``2022-01-24`` or ``2022-01-01 to 2022-03-31``."""
    if period.earliest is None or period.latest is None:
        return "unresolved"
    if period.earliest == period.latest:
        return period.earliest.isoformat()
    return f"{period.earliest.isoformat()} to {period.latest.isoformat()}"


def canonical(value: Value) -> tuple[str, str]:
    """Return the value in canonical form, and its hedge: equal for equal statements."""
    if isinstance(value, Quantity):
        numbers = [end.base_number for end in value.ends] or [value.base_number]
        if value.plus_minus:
            numbers.append(value.numerals[1].value * value.unit.factor)
        return f"{' '.join(map(plain, numbers))} {value.unit.base}", value.hedge.value
    if isinstance(value, Period):
        return days(value) if value.resolved else value.stated, value.hedge.value
    return "/".join((value.superlative, str(value.strict), value.category, value.region)), "bare"
