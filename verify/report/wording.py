"""The words of the pages: verdicts, hedges, parts of the key, values and counts.

Comes in: values and codes of ``schema``.  Goes out: English text; quotations stay as written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from verify.model.exact import percent
from verify.report import schema
from verify.report.numbers import readable, readable_value


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """How a verdict is told."""

    title: str
    meaning: str
    noun: tuple[str, str]
    """One of them, several of them."""


VERDICTS: dict[str, VerdictWords] = {
    "conflict": VerdictWords(
        "Conflicts",
        "The sources state the same fact, and their values cannot both hold.",
        ("conflict", "conflicts"),
    ),
    "possible-conflict": VerdictWords(
        "Possible conflicts",
        "The values fit only in a wide reading, or part of the fact is unstated on one side: needs review.",
        ("possible conflict", "possible conflicts"),
    ),
    "agreement": VerdictWords(
        "Agreements",
        "At least two independent origins state values that fit together.",
        ("agreement", "agreements"),
    ),
    "single-source": VerdictWords(
        "Single-source",
        "Only one independent origin states this, however many documents repeat it.",
        ("single-source fact", "single-source facts"),
    ),
}
"""In the order of reading: what needs a person first."""

PARTS: dict[str, str] = {
    "entity": "another thing",
    "attribute": "another property",
    "dimension": "another dimension",
    "statistic": "another statistic",
    "scope": "another part or the whole",
    "time": "another time",
    "base": "another base of comparison",
    "modality": "another modality: planned, designed or actual",
    "as_of": "another as-of date",
    "superseded": "superseded by a later as-of date",
}
"""Why two claims were kept apart."""

HEDGES: dict[str, str] = {
    "bare": "as written",
    "exactly": "exactly",
    "about": "about",
    "more_than": "more than",
    "at_least": "at least",
    "nearly": "nearly",
    "less_than": "less than",
    "at_most": "at most",
    "between": "between",
}


def counted(count: int, one: str, several: str = "") -> str:
    """Return a count with its noun: ``1 origin``, ``2 origins``."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def equals(words: str) -> str:
    """Return what a value is in another unit: ``= 3.18亿元``, ``≈ 15.983 knots``."""
    return words if words.startswith("≈") else f"= {words}"


def listed(parts: Sequence[str]) -> str:
    """Return the parts as one enumeration: ``a, b and c``."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def value_words(value: schema.QuantityValue | schema.DateValue | schema.RankValue) -> str:
    """Return a value in canonical form: number and base unit, days, or place in an order."""
    if isinstance(value, schema.DateValue):
        return period_words(value)
    if isinstance(value, schema.RankValue):
        return rank_words(value)
    if value.hedge == "between" or value.form == "range":
        return between_words(value)
    return readable_value(value.base_number, value.base_unit)


def full_words(value: schema.QuantityValue | schema.DateValue | schema.RankValue) -> str:
    """Return a value in its stated unit and then its base unit: ``168 day = 1.45152 × 10⁷ second``."""
    told = value_words(value)
    if not isinstance(value, schema.QuantityValue) or value.unit == value.base_unit:
        return told
    if value.hedge == "between" or value.form == "range":
        return told
    return f"{readable_value(value.number, value.unit)} = {told}"


def between_words(value: schema.QuantityValue) -> str:
    """Return the bounds of a range; an open end is said as such."""
    if value.lower is None or value.upper is None:
        return readable_value(value.base_number, value.base_unit)
    over, under = ("" if value.lower_closed else "over "), ("" if value.upper_closed else "under ")
    return f"{over}{readable(value.lower)} to {under}{readable_value(value.upper, value.base_unit)}"


def gap_words(gap: str | None) -> str:
    """Return the relative gap between two values; nothing where they were not compared."""
    if gap is None:
        return ""
    return "no gap" if gap == "0" else f"gap {percent(Fraction(gap))}"


def period_words(value: schema.DateValue) -> str:
    """Return the days that a date names."""
    if value.earliest is None or value.latest is None:
        return f"{value.stated} (unresolved)"
    return value.earliest if value.earliest == value.latest else f"{value.earliest} to {value.latest}"


def rank_words(value: schema.RankValue) -> str:
    """Return a place in an order: ``largest, one of several · category · region``."""
    first = value.superlative if value.strict else f"one of the {value.superlative}"
    return " · ".join(part for part in (first, value.category, value.region) if part)


def hedge_words(value: schema.QuantityValue | schema.DateValue | schema.RankValue) -> str:
    """Return how the words bind the number, with the emphasis that was remembered."""
    if isinstance(value, schema.RankValue):
        return "strict" if value.strict else "not strict"
    hedge = HEDGES.get(value.hedge, value.hedge)
    emphasis = value.emphasis if isinstance(value, schema.QuantityValue) else ""
    return f"{hedge}, with emphasis ({emphasis})" if emphasis else hedge
