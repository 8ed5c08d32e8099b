"""Values, hedges and counts in words.

Comes in: values and codes of ``schema``, and the language to tell them in.  Goes out: text; quotations stay
as written.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from verify.model.exact import percent
from verify.report import schema
from verify.report.language import ENGLISH, Language
from verify.report.numbers import readable, readable_value
from verify.report.phrases import translated

Value = schema.QuantityValue | schema.DateValue | schema.RankValue

VERDICTS = ("conflict", "possible-conflict", "agreement", "single-source")
"""In the order of reading: what needs a person first."""


def counted(count: int, one: str, several: str = "") -> str:
    """Return a count with its noun: ``1 origin``, ``2 origins``."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def equals(words: str) -> str:
    """Return what a value is in another unit: ``= 3.18亿元``, ``≈ 15.983 knots``."""
    return words if words.startswith("≈") else f"= {words}"


def listed(parts: Sequence[str]) -> str:
    """Return the parts as one enumeration: ``a, b and c``."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def value_words(value: Value, say: Language = ENGLISH) -> str:
    """Return a value in canonical form: number and base unit, days, or place in an order."""
    if isinstance(value, schema.DateValue):
        return period_words(value, say)
    if isinstance(value, schema.RankValue):
        return rank_words(value, say)
    if value.hedge == "between" or value.form == "range":
        return between_words(value, say)
    return readable_value(value.base_number, value.base_unit)


def full_words(value: Value, say: Language = ENGLISH) -> str:
    """Return a value in its stated unit and then its base unit: ``168 day = 1.45152 × 10⁷ second``."""
    told = value_words(value, say)
    if not isinstance(value, schema.QuantityValue) or value.unit == value.base_unit:
        return told
    if value.hedge == "between" or value.form == "range":
        return told
    return f"{readable_value(value.number, value.unit)} = {told}"


def between_words(value: schema.QuantityValue, say: Language = ENGLISH) -> str:
    """Return the bounds of a range; an open end is said as such."""
    if value.lower is None or value.upper is None:
        return readable_value(value.base_number, value.base_unit)
    low, high = readable(value.lower), readable_value(value.upper, value.base_unit)
    return say(
        "list.range",
        a=low if value.lower_closed else say("list.over", value=low),
        b=high if value.upper_closed else say("list.under", value=high),
    )


def gap_words(gap: str | None, say: Language = ENGLISH) -> str:
    """Return the relative gap between two values; nothing where they were not compared."""
    if gap is None:
        return ""
    return say("relation.no_gap") if gap == "0" else say("relation.gap", percent=percent(Fraction(gap)))


def period_words(value: schema.DateValue, say: Language = ENGLISH) -> str:
    """Return the days, months or years that a date names."""
    if value.earliest is None or value.latest is None:
        return say("qualifier.unresolved", stated=value.stated)
    return say.days(value.earliest, value.latest)


def rank_words(value: schema.RankValue, say: Language = ENGLISH) -> str:
    """Return a place in an order: ``one of the largest · category · region``."""
    name = say.known(f"superlative.{value.superlative}", value.superlative)
    first = name if value.strict else say("rank.one_of", superlative=name)
    region = translated(value.region, say)
    return " · ".join(part for part in (first, value.category, region) if part)


def hedge_words(value: Value, say: Language = ENGLISH) -> str:
    """Return how the words bind the number, with the emphasis that was remembered."""
    if isinstance(value, schema.RankValue):
        return say("hedge.strict" if value.strict else "hedge.not_strict")
    hedge = say.known(f"hedge.{value.hedge}", value.hedge)
    emphasis = value.emphasis if isinstance(value, schema.QuantityValue) else ""
    return say("hedge.emphasis", hedge=hedge, words=emphasis) if emphasis else hedge


def attribute_words(attribute: schema.Attribute, say: Language = ENGLISH) -> str:
    """Return the name of a property: of the rules' names the one in the language, else its one name."""
    if say.code == "zh" and attribute.chinese:
        return translated(attribute.chinese, say)
    return notation_words(attribute.name, say)


def notation_words(words: str, say: Language = ENGLISH) -> str:
    """Return a value as the program writes it beside another, its own words in the language."""
    return words if say is ENGLISH or not words else translated(words, say)


def key_words(key: schema.Key, say: Language = ENGLISH) -> tuple[str, ...]:
    """Return what the key says beside entity and attribute."""
    base = say("qualifier.base", base=part_words(key.base, say)) if key.base else None
    time = period_words(key.time, say) if key.time else None
    scope, statistic = (part_words(part, say) for part in (key.scope, key.statistic))
    return tuple(part for part in (scope, statistic, time, base) if part)


def qualifier_words(qualifiers: schema.Qualifiers, say: Language = ENGLISH) -> tuple[str, ...]:
    """Return the qualifiers that are stated, in words."""
    time = say("qualifier.time", days=period_words(qualifiers.time, say)) if qualifiers.time else None
    as_of = say("qualifier.as_of", days=period_words(qualifiers.as_of, say)) if qualifiers.as_of else None
    base = say("qualifier.base", base=part_words(qualifiers.base, say)) if qualifiers.base else None
    modality = say(f"qualifier.{qualifiers.modality}") if qualifiers.modality else None
    scope, statistic = (part_words(part, say) for part in (qualifiers.scope, qualifiers.statistic))
    parts = (modality, scope, statistic, time, as_of, base)
    return tuple(part for part in parts if part)


def part_words(part: str | None, say: Language = ENGLISH) -> str | None:
    """Return a part of the key: a word of the rules in the language, a word of a source as it stands."""
    return part if part is None or say is ENGLISH else translated(part, say)


def witness_words(documents: Sequence[int], *, shared: bool, say: Language = ENGLISH) -> str:
    """Return how many documents and origins stand behind a fact, and whether they share a release.

    ``documents`` are those of each origin.
    """
    whole = sum(documents)
    told = say(
        "witness.told",
        documents=say.counted(whole, "count.document"),
        origins=say.counted(len(documents), "count.origin"),
    )
    if not shared or whole < 2:
        return told
    return say("witness.release" if whole > len(documents) else "witness.passage", told=told)


def standing_words(finding: schema.Finding, say: Language = ENGLISH) -> str:
    """Return why a finding is not to be acted on, behind a comma; nothing where it is."""
    if finding.state == "new":
        return ""
    excuse = finding.suppression
    if excuse is None:
        return say("list.comma") + say("state.baseline")
    key = "state.suppressed_until" if excuse.until else "state.suppressed"
    told = say(key, until=excuse.until, reason=excuse.reason, place=excuse.place)
    return say("list.comma") + told


def decision_words(decision: schema.Decision, say: Language = ENGLISH) -> str:
    """Return what an editor decided, why, who and when."""
    return say(
        "decision.told",
        choice=say.known(f"decision.{decision.choice}", decision.choice),
        reason=say("decision.reason", reason=decision.reason) if decision.reason else "",
        editor=decision.editor,
        at=decision.at,
    )
