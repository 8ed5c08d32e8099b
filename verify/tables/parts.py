"""Rows that columns cannot tell, in parts, each judged by itself.

Comes in: rows dealt to facts.  Goes out: parts, each with all rows of some things, made when they are asked
for, and what becomes of a part: verdicts and findings.  A part is a plain record and ``judge_part`` a
function of it, so that it may run anywhere; its claims are made there, and nobody else sees them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from verify.catalog.catalog import Catalog
from verify.model.bucket import CLAIMS, place
from verify.model.document import Source
from verify.model.entity import Attribute, Entity
from verify.model.finding import Finding, Severity
from verify.model.group import Verdict
from verify.pipeline.bucket import Bucket, check_bucket
from verify.pipeline.tools import tools
from verify.tables.facts import Texts
from verify.tables.plain import Row, claims


@dataclass(frozen=True, slots=True)
class Part:
    """All rows about some things."""

    rows: tuple[Row, ...]
    entities: tuple[Entity, ...]
    attributes: tuple[Attribute, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a part."""

    verdicts: Counter[Verdict]
    findings: tuple[Finding, ...]
    """But for notes, of which a table has one for nearly each fact."""


def judge_part(catalog: Catalog, _shared: None, parts: Iterator[Part]) -> Iterator[Told]:
    """Yield what becomes of each part."""
    normalizer = tools(catalog).normalizer
    for part in parts:
        sources = sorted({row.source for row in part.rows})
        bucket = Bucket(
            claims=tuple(claims(part.rows, normalizer)),
            entities=part.entities,
            attributes=part.attributes,
            sources=tuple(Source(one, one, publisher=one) for one in sources),
            passages=(),
        )
        (judged,) = check_bucket(catalog, True, iter([bucket]))
        findings = (one for one in judged.findings if one.severity is not Severity.NOTE)
        yield Told(Counter(group.verdict for group in judged.groups), tuple(findings))


def parted(rows: Any, texts: Texts, catalog: Catalog) -> Iterator[Part]:
    """Yield rows in parts of some thousands; where a source says the same twice, the first of them."""
    import numpy as np  # noqa: PLC0415 - with pandas, for tables alone

    once = rows.drop_duplicates(["source", "fact", "value", "unit", "date"])
    number = len(once) // CLAIMS + 1
    dealt = np.zeros(len(texts.entities), dtype=np.int64)
    for code in once.entity.unique().tolist():
        dealt[code] = place(texts.entities[code], number)
    names = _names(texts, catalog)
    attributes = _attributes(once, texts, catalog)
    order = np.lexsort((once.number, dealt[once.entity]))
    ends = np.cumsum(np.bincount(dealt[once.entity], minlength=number))
    for end, size in zip(ends.tolist(), np.diff(ends, prepend=0).tolist(), strict=True):
        held = _rows(once.iloc[order[end - size : end]], texts)
        yield Part(
            rows=held,
            entities=tuple(Entity(one, names[one]) for one in sorted({row.entity for row in held})),
            attributes=tuple(attributes[one] for one in sorted({row.attribute for row in held})),
        )


def _rows(some: Any, texts: Texts) -> tuple[Row, ...]:
    """Return some rows of a data frame as records."""
    columns = ("number", "source", "entity", "attribute", "value", "unit", "date")
    return tuple(
        Row(
            number,
            texts.sources[source],
            texts.entities[entity],
            texts.attributes[attribute].id,
            texts.values[value],
            texts.spellings[unit],
            texts.meaning(value, unit),
            texts.dates[date],
        )
        for number, source, entity, attribute, value, unit, date in zip(
            *(some[name].tolist() for name in columns), strict=True
        )
    )


def _names(texts: Texts, catalog: Catalog) -> dict[str, str]:
    """Return what each thing is called: as the rules have it, else the first of its names in the table."""
    named = dict(sorted(zip(texts.entities, texts.names, strict=True), reverse=True))
    named.update({entry.id: entry.name for entry in catalog.entities})
    return named


def _attributes(once: Any, texts: Texts, catalog: Catalog) -> dict[str, Attribute]:
    """Return the attributes of some rows, each as the first row with it has it."""
    normalizer = tools(catalog).normalizer
    first = _rows(once.drop_duplicates("attribute"), texts)
    return {one.id: one for one in normalizer.attributes(claims(first, normalizer), {})}
