"""The report as JSON Lines, a file for each bucket of things, for corpora too large for one object.

Comes in: the report.  Goes out: names and lines of files, in order.  A line is a record as ``report.json``
has it, with its ``kind``.  A bucket holds the groups of its things, sorted by key, and behind each its claims
and findings; what is of no group (sources, things, issues, what was linked) stands in a file of its own.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from verify.model.bucket import CLAIMS, place
from verify.model.report import MARKER
from verify.report import schema
from verify.text.visible import inert_json

FOLDER = "data"
CORPUS = "corpus.jsonl"
_PARTS = ("sources", "entities", "attributes", "issues", "passages", "links", "census", "drafts", "decisions")
"""Lists of the report that are of no group; a line has the name without its s, but for census."""
_KINDS = {"entities": "entity", "census": "census"}


def files(report: schema.Report) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the name of each file, and its lines."""
    number = len(report.claims) // CLAIMS + 1
    dealt: dict[int, list[schema.Group]] = defaultdict(list)
    for group in report.groups:
        dealt[place(group.key.entity_id, number)].append(group)
    width = len(str(number - 1))
    held = {claim for group in report.groups for claim in _claims(group)}
    yield CORPUS, _corpus(report, held)
    claims = {claim.id: claim for claim in report.claims}
    found: dict[str, list[schema.Finding]] = defaultdict(list)
    for finding in report.findings:
        found[finding.group_id or ""].append(finding)
    for bucket in range(number):
        groups = sorted(dealt[bucket], key=_key)
        yield f"{bucket:0{width}}.jsonl", _bucket(bucket, groups, claims, found)


def _corpus(report: schema.Report, held: set[str]) -> Iterator[str]:
    yield _line({"report": MARKER, "schema_version": report.schema_version})
    yield _record("summary", report.summary)
    for part in _PARTS:
        kind = _KINDS.get(part, part.removesuffix("s"))
        yield from (_record(kind, one) for one in getattr(report, part))
    yield from (_record("claim", claim) for claim in report.claims if claim.id not in held)
    yield from (_record("finding", finding) for finding in report.findings if not finding.group_id)


def _bucket(
    number: int,
    groups: Iterable[schema.Group],
    claims: dict[str, schema.Claim],
    findings: dict[str, list[schema.Finding]],
) -> Iterator[str]:
    yield _line({"report": MARKER, "bucket": number})
    for group in groups:
        yield _record("group", group)
        yield from (_record("claim", claims[one]) for one in _claims(group))
        yield from (_record("finding", one) for one in findings[group.id])


def _claims(group: schema.Group) -> list[str]:
    grouped = (one for cluster in group.clusters for one in cluster.claim_ids)
    return sorted({*grouped, *group.unresolved_claim_ids})


def _key(group: schema.Group) -> tuple[str, str, str, str]:
    return group.key.entity_id, group.key.attribute_id, group.key.dimension, group.id


def _record(kind: str, record: BaseModel) -> str:
    return _line({"kind": kind, **record.model_dump(mode="json")})


def _line(data: dict[str, object]) -> str:
    return inert_json(json.dumps(data, ensure_ascii=False) + "\n")
