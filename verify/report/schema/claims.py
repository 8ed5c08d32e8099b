"""What a report tells of what the sources state: claims, their values and qualifiers, and every mention."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from verify.report.schema.parts import UNSAID, Day, Number, Part, Span, Stretch


class QuantityValue(Part):
    """A figure; ``base_number`` and all bounds are in ``base_unit``."""

    kind: Literal["quantity"] = "quantity"
    form: Literal["point", "range", "change"]
    stated: str
    number: Number
    """In ``unit``; the middle of a range."""
    unit: str
    hedge: str
    emphasis: str
    base_unit: str
    base_number: Number
    lower: Number | None
    upper: Number | None
    lower_closed: bool
    upper_closed: bool
    soft_lower: Number | None
    soft_upper: Number | None
    precision: Number
    """The worth of the last digit written, in ``unit``."""


class DateValue(Part):
    """A date or period; both days null when unresolved."""

    kind: Literal["date"] = "date"
    stated: str
    earliest: Day | None
    latest: Day | None
    precision: str
    hedge: str


class RankValue(Part):
    """A place in an order."""

    kind: Literal["rank"] = "rank"
    stated: str
    superlative: str
    strict: bool
    category: str
    region: str


Value = Annotated[QuantityValue | DateValue | RankValue, Field(discriminator="kind")]


class Qualifiers(Part):
    """The parts of the key beside entity, attribute and dimension; null is unstated."""

    modality: Literal["planned", "designed", "actual"] | None
    scope: str | None
    statistic: str | None
    time: DateValue | None
    as_of: DateValue | None
    base: str | None


class Step(Part):
    """One line of how a claim came about."""

    part: str
    value: str
    origin: str
    rule: str


class Claim(Part):
    """One statement of one source."""

    id: str
    source_id: str
    section: str
    span: Span
    quote: str
    sentence: str
    sentence_span: Stretch | None
    """Place of the figure in ``sentence``; null where it cannot be told."""
    entity_id: str
    attribute_id: str
    value: Value
    qualifiers: Qualifiers
    speaker: str
    confidence: Literal["high", "medium", "low"]
    rule: str
    trace: tuple[Step, ...]
    derivation: tuple[str, ...] = ()
    """How the value came about from its digits, line by line."""
    heads: tuple[str, ...] = ()
    """In a table, what stands at the head of the column and of the row."""
    read_as: str | None = Field(default=None, exclude_if=UNSAID)
    """The value as the program read it, where an editor corrected the reading; left out elsewhere."""


class Mention(Part):
    """A line of ``mentions.jsonl``: one figure or date, whatever became of it."""

    source_id: str
    path: str
    section: str
    span: Span
    quote: str
    value: Value | None
    role: Literal["claim", "qualifier", "gloss", "unresolved", "ignored", "unclaimed"]
    claim_id: str | None
    rule: str
    derivation: tuple[str, ...] = ()
    """How the value came about; empty where a claim tells it."""
