"""The account of one figure: what it says, how it came to its value, where its key came from.

Comes in: the views of a report, a claim or a mention of it.  Goes out: lines of plain text for ``verify
explain``.  Groups and findings are left to ``explain``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from verify.model.exact import plain
from verify.report import schema
from verify.report.numbers import readable_value, spelled
from verify.report.page import MemberView
from verify.report.wording import full_words, hedge_words

Meaning = Callable[[str], str]
"""What a rule is, by its name; an empty text where nothing is known of it."""

ROLES: dict[str, str] = {
    "claim": "the value of a claim",
    "qualifier": "tells when or of what another claim holds",
    "gloss": "explains a unit, and is no second value",
    "unresolved": "a date with nothing to hold on to: the document has no date of its own",
    "ignored": "no figure that states a fact",
    "unclaimed": "no attribute was found for it, so it is compared with nothing",
}
"""What became of a figure."""

_OFFSET_UNITS = frozenset({"kelvin"})
"""Base units whose others have a zero of their own, so that no factor leads there."""


def no_meaning(rule: str) -> str:
    """Know nothing of any rule."""
    return ""


def member(told: MemberView, meaning: Meaning, more: Iterable[str] = ()) -> Iterable[str]:
    """Tell a claim; ``more`` is what else there is to say of its value."""
    yield f"{told.place}  “{told.stated}” = {told.normalised}, {told.hedge}"
    yield f"  {told.sentence}"
    origin = f", {told.origin}" if told.origin else ""
    speaker = f", said by {told.speaker}" if told.speaker else ""
    yield (
        f"  {told.source.publisher}, {told.source.published}{origin}{speaker}; {told.section},"
        f" {told.confidence} confidence"
    )
    yield "  value"
    yield from (f"    {line}" for line in told.derivation)
    yield from (f"    {line}" for line in more)
    yield "  key"
    for step in told.trace:
        by = f", by {step.rule}" if step.rule else ""
        said = f": {step.value}" if step.value else ""
        yield f"    {step.part}{said}, from the {step.origin}{by}"
    for name, parts in (("stated", told.qualifiers), ("unstated", told.unstated)):
        if parts:
            yield f"    {name}: {', '.join(parts)}"
    yield from _rules(told.rule, meaning)


def mention(item: schema.Mention, meaning: Meaning) -> Iterable[str]:
    """Tell a figure that is no claim."""
    yield f"{item.path}:{item.span.line}:{item.span.column}  “{' '.join(item.quote.split())}”"
    yield f"  {item.role}: {ROLES[item.role]}"
    if item.value is not None:
        yield f"  value: {full_words(item.value)}, {hedge_words(item.value)}"
    yield from (f"    {spelled(line)}" for line in item.derivation)
    yield from _rules(item.rule, meaning)


def against(value: schema.DateValue, published: str) -> Iterable[str]:
    """Say which day a date was read against, where it names no year of its own."""
    if value.earliest is not None and value.earliest[:4] not in value.stated:
        yield f"read against the document's own date, {published}"


def in_units_of(value: schema.QuantityValue, others: Iterable[schema.QuantityValue]) -> Iterable[str]:
    """Return a value in the stated units of others, each once, its own left out."""
    told = {value.unit, value.base_unit}
    for other in others:
        known = other.unit in told or other.base_unit != value.base_unit or other.base_unit in _OFFSET_UNITS
        if known or Fraction(other.base_number) == 0:
            continue
        told.add(other.unit)
        worth = Fraction(other.number) / Fraction(other.base_number)
        yield f"= {readable_value(plain(Fraction(value.base_number) * worth), other.unit)}"


def _rules(rule: str, meaning: Meaning) -> Iterable[str]:
    yield f"  read by {rule}"
    for name in dict.fromkeys(rule.split("+")):
        known = meaning(name)
        if known:
            yield f"    {name}: {known}"
