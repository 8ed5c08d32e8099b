"""The shape of ``report.json`` and of a line of ``mentions.jsonl``: names that other programs rely on.

Comes in: what ``build`` made of a run, or a ``report.json`` read back.  Goes out: the same, checked,
and a JSON Schema.  A number that is a value is a string: a decimal when that is exact and finite,
else a reduced fraction; null is an open end or something unstated.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from operator import is_, not_
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from verify.model.report import MARKER

Number = Annotated[str, Field(pattern=r"^-?[0-9]+([.][0-9]+|/[0-9]+)?$")]
Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


_UNSAID = partial(is_, None)
"""Leaves a field out where it says nothing, without a step through Python for each."""
LEVELS = ("error", "warning", "note")
"""Severities, the worst first."""


class Part(BaseModel):
    """What every part of the report shares."""

    model_config = ConfigDict(frozen=True)


class Source(Part):
    """Who published what, when."""

    id: str
    path: str
    title: str
    publisher: str
    author: str
    published: Day | None
    language: str
    sha256: str
    own: bool
    draft: bool = False
    """True for what was held against the others."""


class Entity(Part):
    """A thing that figures are about."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    catalogued: bool


class Allowed(Part):
    """What a rule allows between two values of a property."""

    exact: bool = False
    varies: bool = False
    """An older value is superseded."""
    tolerance: Number | None = None
    """Relative gap; null where rounding and hedges alone count."""
    ignores: tuple[str, ...] = ()
    """Parts of the key that do not matter."""


class Attribute(Part):
    """A property that figures measure."""

    id: str
    name: str
    dimension: str
    catalogued: bool
    chinese: str = Field(default="", exclude=True)
    """Its name in Chinese; empty where the rules give none."""
    allowed: Allowed = Field(default=Allowed(), exclude=True)


class Evidence(Part):
    """A feature of two names, with what it counts for or against that they mean one thing."""

    feature: str
    points: int
    told: str
    """What it was found in."""


class Link(Part):
    """Why a thing that one source speaks of was taken for an entity, or was not."""

    source_id: str
    names: tuple[str, ...]
    entity_id: str
    tie: str
    """``joined``, ``perhaps`` or ``apart``."""
    other_id: str
    """The entity that it is instead, where it was not joined."""
    points: int
    evidence: tuple[Evidence, ...]


class Span(Part):
    """A place: code points of the file's decoded text, half-open; line and column from 1."""

    start: int
    end: int
    line: int
    column: int
    end_line: int | None = Field(default=None, exclude_if=_UNSAID)
    """Left out where the place ends on the line it begins on."""
    end_column: int | None = Field(default=None, exclude_if=_UNSAID)
    """One past its last character, on ``end_line``; left out with it."""
    row: int | None = Field(default=None, exclude_if=_UNSAID)
    """In tables and JSON Lines only; left out elsewhere."""
    field: str | None = Field(default=None, exclude_if=_UNSAID)


class Stretch(Part):
    """A half-open stretch of a text."""

    start: int
    end: int


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
    read_as: str | None = Field(default=None, exclude_if=_UNSAID)
    """The value as the program read it, where an editor corrected the reading; left out elsewhere."""


class Key(Part):
    """What the claims of a group share."""

    entity_id: str
    attribute_id: str
    dimension: str
    scope: str | None
    statistic: str | None
    time: DateValue | None
    base: str | None


class Cluster(Part):
    """Claims that agree pairwise; number and bounds are those of the first, most precise one."""

    claim_ids: tuple[str, ...]
    number: Number | None
    lower: Number | None
    upper: Number | None
    unit: str
    independent_origins: int
    shown: str = ""
    """The number as the first claim writes it, without its hedge; empty for dates and ranks."""


class Comparison(Part):
    """Two claims against each other."""

    a: str
    b: str
    line: int | None
    relation: str
    gap: Number | None
    """Null where nothing was compared."""
    bound: str
    flags: tuple[str, ...]
    derivation: tuple[str, ...]


class Passage(Part):
    """A verbatim run that documents share."""

    source_ids: tuple[str, ...]
    text: str


class NotCompared(Part):
    """A pair that was kept apart, with the part of the key that did it."""

    a: str
    b: str
    part: str


class Lineage(Part):
    """Why two sources are one origin."""

    a: str
    b: str
    why: str


class Group(Part):
    """Claims with the same key, and what they say together."""

    id: str
    key: Key
    verdict: Literal["agreement", "conflict", "possible-conflict", "single-source"]
    clusters: tuple[Cluster, ...]
    comparisons: tuple[Comparison, ...]
    origins: tuple[tuple[str, ...], ...]
    passages: tuple[Passage, ...]
    not_compared: tuple[NotCompared, ...]
    unresolved_claim_ids: tuple[str, ...]
    relation: str
    explanation: str
    lineages: tuple[Lineage, ...] = ()
    """What made one origin of several sources."""
    shown: dict[str, str] = {}
    """Claim to its value in the unit of the coarsest claim; left out where its words say the same."""
    ends: tuple[str, ...] = Field(default=(), exclude=True)
    """The smallest and the largest value in that unit; one where they are equal, none of dates and ranks
    and in a report that is read back."""


class Location(Part):
    """A place in a source."""

    source_id: str
    span: Span


class Suppression(Part):
    """Why a finding is not to be acted on."""

    reason: str
    until: Day | None
    """The last day on which it counts; null for a code that the configuration switches off."""
    place: str
    """``docs/a.md:3:1`` or ``verify.toml:12:1``."""
    in_document: bool
    """False for the configuration."""


class Finding(Part):
    """One judgement worth a reader's time."""

    id: str
    code: str
    severity: Literal["error", "warning", "note"]
    message: str
    expected: str
    """What one side says; no side is taken."""
    found: str
    """What the other says."""
    gap: str
    """Between the two, as a percentage; empty where there is none to tell."""
    locations: tuple[Location, ...]
    """The one or two places that the message tells of, then the others."""
    claim_ids: tuple[str, ...]
    group_id: str | None
    rule: str = ""
    """Id of the entry of ``constraints`` or ``relations`` behind it; empty where there is none."""
    derivation: tuple[str, ...] = ()
    """Of arithmetic: the reckoning, line by line."""
    state: Literal["new", "baseline", "suppressed"]
    suppression: Suppression | None = Field(default=None, exclude_if=_UNSAID)
    """Of what is suppressed; left out elsewhere."""


class Witness(Part):
    """A claim of a source beside a figure of a draft."""

    claim_id: str
    line: int | None
    """Of the ladder: 1 to 6 agree, 7 may conflict, 0 and 8 conflict."""
    relation: str
    gap: Number | None
    bound: str
    sure: bool
    """False where one of the two is only perhaps about the other's thing: it supports nothing then."""


class Draft(Part):
    """A figure of a draft against the sources, in the order of the draft."""

    source_id: str
    span: Span
    quote: str
    claim_id: str | None
    """Null for a figure that no statement was read from, which nobody could be asked about."""
    status: Literal["supported", "doubtful", "contradicted", "single-source", "unsupported"]
    group_id: str | None
    """The fact of the sources that it was held against."""
    origins: int
    """Independent origins that agree with it."""
    witnesses: tuple[Witness, ...] = ()


class Mark(Part):
    """The place of a figure in a paragraph."""

    figure: int
    """Its index in ``drafts``; in ``texts``, in ``mentions``."""
    start: int
    end: int


class Paragraph(Part):
    """Visible text of a document, a block of it."""

    source_id: str
    section: str
    text: str
    marks: tuple[Mark, ...]
    row: int | None = None
    """In a table, from 1."""


class Issue(Part):
    """Trouble with reading, not with the facts."""

    code: str
    message: str
    source_id: str
    span: Span | None
    incomplete: bool = Field(default=False, exclude=True)
    """True where something was left unread."""


class Census(Part):
    """Where the numerals of a source went."""

    source_id: str
    figures: int
    claim: int
    qualifier: int
    gloss: int
    unresolved: int
    ignored: dict[str, int]
    unclaimed: int


class Summary(Part):
    """Counts for a first look."""

    sources: int
    claims: int
    groups: int
    agreements: int
    conflicts: int
    possible_conflicts: int
    single_source: int
    findings: int
    skipped: int
    """Files in no known format."""


class Outcome(Part):
    """What ``verify check`` makes of the findings; those that it does not show are counted here alone."""

    fail_on: Literal["error", "warning", "note", "never"]
    show: Literal["error", "warning", "note"]
    failing: int
    """New findings as bad as ``fail_on``, shown or not."""
    shown: dict[Literal["error", "warning", "note"], int]
    """New findings as bad as ``show``, by severity; severities without any are left out."""
    hidden: dict[Literal["error", "warning", "note"], int]
    """The other new findings, by severity."""
    suppressed: int
    baseline: int | None = None
    """Findings in the baseline; null where there is none."""
    oldest: Day | None = None
    """Since when the oldest of them stands there."""
    gone: int = 0
    """Entries of the baseline that are found no more."""
    before: int | None = None
    """Findings that were there at ``since``, baseline apart; null where nothing is compared with."""
    since: str | None = None
    """The revision or file that is compared with."""


class Decision(Part):
    """What an editor decided about a fact, and what became of it."""

    subject: str
    """Id of the group or finding, as it was when she decided."""
    choice: str
    reason: str
    editor: str
    """As she called herself."""
    at: str
    seq: int
    """Number of its record in the log."""
    state: Literal["stands", "stale", "orphaned"]
    why: str
    """Of what is stale or orphaned."""
    group_id: str | None
    """The group that it is about now; null where it is about none."""
    finding_ids: tuple[str, ...]
    """The findings that it settles."""
    claim_ids: tuple[str, ...]
    """The claims whose reading it corrects."""
    dropped: int
    """Figures that it calls no claim."""


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


class Page(Part):
    """What the manual says of a code."""

    code: str
    name: str
    summary: str
    text: str
    markdown: str


class Call(Part):
    """What a command was asked for, as far as a format shows it."""

    explain: str = ""
    """What is typed behind ``verify explain ID`` for a finding of the report; empty where nobody knows."""
    colour: bool = False
    """For a terminal, with its escapes for colours."""
    lang: Literal["en", "zh"] = "en"
    """Of the pages for people."""


class Report(Part):
    """``report.json``; the mentions travel with it and are written to a file of their own.

    The texts, the paragraphs of drafts, the pages of codes and the call travel with it for the other formats.
    """

    generator: str = MARKER
    schema_version: Literal["1"] = "1"
    summary: Summary
    outcome: Outcome | None = Field(default=None, exclude_if=_UNSAID)
    """Of ``verify check`` alone; left out elsewhere."""
    sources: tuple[Source, ...]
    entities: tuple[Entity, ...]
    attributes: tuple[Attribute, ...]
    claims: tuple[Claim, ...]
    groups: tuple[Group, ...]
    findings: tuple[Finding, ...]
    drafts: tuple[Draft, ...]
    left_out: tuple[str, ...] = ()
    """Groups that no figure of a draft stands beside; filled on request."""
    issues: tuple[Issue, ...]
    passages: tuple[Passage, ...]
    """Long runs that documents share anywhere."""
    links: tuple[Link, ...] = ()
    census: tuple[Census, ...]
    mentions: tuple[Mention, ...] = Field(default=(), exclude=True)
    decisions: tuple[Decision, ...] = Field(default=(), exclude_if=not_)
    """Of editors, where a run was given them; left out elsewhere."""
    paragraphs: tuple[Paragraph, ...] = Field(default=(), exclude=True)
    texts: tuple[Paragraph, ...] = Field(default=(), exclude=True)
    """The visible text of every document that is no draft, with its figures."""
    pages: tuple[Page, ...] = Field(default=(), exclude=True)
    chinese: Mapping[str, str] = Field(default={}, exclude=True)
    """What the rules call their units and words in Chinese."""
    call: Call = Field(default=Call(), exclude=True)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of ``report.json``."""
    # As it is read back: what is left out where it says nothing is not required.
    return Report.model_json_schema(mode="validation")
