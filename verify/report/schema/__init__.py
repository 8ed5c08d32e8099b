"""The shape of ``report.json`` and of a line of ``mentions.jsonl``: names that other programs rely on.

Comes in: what ``build`` made of a run, or a ``report.json`` read back.  Goes out: the same, checked,
and a JSON Schema.  A number that is a value is a string: a decimal when that is exact and finite,
else a reduced fraction; null is an open end or something unstated.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import not_
from typing import Any, Literal

from pydantic import Field

from verify.model.report import MARKER
from verify.report.schema.claims import (
    Claim,
    DateValue,
    Mention,
    Qualifiers,
    QuantityValue,
    RankValue,
    Step,
    Value,
)
from verify.report.schema.findings import Decision, Draft, Finding, Location, Suppression, Witness
from verify.report.schema.groups import Cluster, Comparison, Group, Key, Lineage, NotCompared, Passage
from verify.report.schema.parts import LEVELS, UNSAID, Day, Number, Part, Span, Stretch
from verify.report.schema.run import Call, Census, Issue, Mark, Outcome, Page, Paragraph, Summary
from verify.report.schema.things import Allowed, Attribute, Entity, Evidence, Link, Source

__all__ = [
    "Allowed",
    "Attribute",
    "Call",
    "Census",
    "Claim",
    "Cluster",
    "Comparison",
    "DateValue",
    "Day",
    "Decision",
    "Draft",
    "Entity",
    "Evidence",
    "Finding",
    "Group",
    "Issue",
    "Key",
    "LEVELS",
    "Lineage",
    "Link",
    "Location",
    "Mark",
    "Mention",
    "NotCompared",
    "Number",
    "Outcome",
    "Page",
    "Paragraph",
    "Part",
    "Passage",
    "Qualifiers",
    "QuantityValue",
    "RankValue",
    "Report",
    "Source",
    "Span",
    "Step",
    "Stretch",
    "Summary",
    "Suppression",
    "Value",
    "Witness",
    "json_schema",
]


class Report(Part):
    """``report.json``; the mentions travel with it and are written to a file of their own.

    The texts, the paragraphs of drafts, the pages of codes and the call travel with it for the other formats.
    """

    generator: str = MARKER
    schema_version: Literal["1"] = "1"
    summary: Summary
    outcome: Outcome | None = Field(default=None, exclude_if=UNSAID)
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
