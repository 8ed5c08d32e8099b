"""``claims.csv``: the claims as a table for a spreadsheet.

A cell that a spreadsheet would run as a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from verify.report import schema
from verify.report.language import ENGLISH
from verify.text.visible import visible

NAME = "csv"
SUFFIX = ".csv"
STEM = "claims"

_OF_VALUE = (
    *("number", "unit", "base_number", "base_unit"),
    *("lower", "upper", "hedge", "earliest", "latest"),
)
COLUMNS = (
    *("claim_id", "source_id", "publisher", "published", "section", "line", "column"),
    *("entity", "attribute", "kind", "stated", *_OF_VALUE),
    *("modality", "scope", "statistic", "time", "as_of", "base", "speaker", "confidence"),
    *("group_id", "verdict", "sentence"),
)

_NUMBER = re.compile(r"-?[0-9]+([.][0-9]+|/[0-9]+)?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render(report: schema.Report) -> str:
    """Return the head and a line for each claim."""
    return table(COLUMNS, rows(report))


def rows(report: schema.Report) -> Iterator[Mapping[str, str]]:
    """Yield a row for each claim, with a text for every column."""
    sources = {source.id: source for source in report.sources}
    names = {item.id: item.name for item in report.entities}
    names |= {item.id: item.name for item in report.attributes}
    group_of = {
        claim: group
        for group in report.groups
        for claim in (
            *(c for cluster in group.clusters for c in cluster.claim_ids),
            *group.unresolved_claim_ids,
        )
    }
    for claim in report.claims:
        row = _row(claim, sources[claim.source_id], names, group_of.get(claim.id))
        yield {column: row.get(column) or "" for column in COLUMNS}


def table(columns: Sequence[str], rows: Iterable[Mapping[str, str | None]]) -> str:
    """Return the head and the rows as CSV, every cell harmless."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(columns)
    lines.writerows([harmless(row.get(column) or "") for column in columns] for row in rows)
    return visible(out.getvalue())


def harmless(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula; numbers stay numbers."""
    if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def _row(
    claim: schema.Claim, source: schema.Source, names: dict[str, str], group: schema.Group | None
) -> dict[str, str | None]:
    qualifiers = claim.qualifiers
    return {
        "claim_id": claim.id,
        "source_id": claim.source_id,
        "publisher": source.publisher,
        "published": source.published,
        "section": claim.section,
        "line": str(claim.span.line),
        "column": str(claim.span.column),
        "entity": names.get(claim.entity_id, claim.entity_id),
        "attribute": names.get(claim.attribute_id, claim.attribute_id),
        "kind": claim.value.kind,
        "stated": claim.value.stated,
        **_value(claim.value),
        "modality": qualifiers.modality,
        "scope": qualifiers.scope,
        "statistic": qualifiers.statistic,
        "time": _days(qualifiers.time) if qualifiers.time else None,
        "as_of": _days(qualifiers.as_of) if qualifiers.as_of else None,
        "base": qualifiers.base,
        "speaker": claim.speaker,
        "confidence": claim.confidence,
        "group_id": group.id if group else None,
        "verdict": group.verdict if group else None,
        "sentence": claim.sentence,
    }


def _days(date: schema.DateValue) -> str:
    """Return the days themselves: of a month alone a spreadsheet would make a day."""
    ends = [end for end in (date.earliest, date.latest) if end is not None]
    if len(ends) < 2:
        return ENGLISH("qualifier.unresolved", stated=date.stated)
    return ENGLISH("list.range", a=ends[0], b=ends[1]) if ends[0] != ends[1] else ends[0]


def _value(value: schema.QuantityValue | schema.DateValue | schema.RankValue) -> dict[str, str | None]:
    return {column: getattr(value, column, None) for column in _OF_VALUE}
