"""The report as JSON Lines, a file for each bucket of things, for corpora too large for one object.

Comes in: the report of a run.  Goes out: names and lines of files, bucket by bucket.  A line is a record as
``report.json`` has it, with its ``kind``.  A bucket holds the groups of its things, sorted by key, and behind
each its claims and findings; what is of no group (sources, things, issues, what was linked) stands in a file
of its own.  Of claims, groups and findings no more are in memory than a bucket has.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pydantic import BaseModel

from verify.engine.shelf import Sorter, arranged, kept
from verify.model.bucket import CLAIMS, place
from verify.model.claim import Claim
from verify.model.group import Group
from verify.model.report import MARKER, Report
from verify.report import schema
from verify.report.build import claim_record, finding_record, frame, group_record
from verify.report.places import Places, places_of
from verify.text.visible import inert_json

FOLDER = "data"
CORPUS = "corpus.jsonl"
_PARTS = ("sources", "entities", "attributes", "issues", "passages", "links", "census", "drafts", "decisions")
"""Lists of the report that are of no group; a line has the name without its s, but for census."""
_KINDS = {"entities": "entity", "census": "census"}


@dataclass(frozen=True, slots=True)
class Streamed:
    """A report whose claims, groups and figures are made as files show them when they are written."""

    report: Report
    frame: schema.Report
    """All that there are not many of."""
    findings: Sequence[schema.Finding]
    places: Mapping[str, Places]

    def excerpt(self, wanted: Callable[[schema.Finding], bool]) -> schema.Report:
        """Return the report with some findings and their claims alone."""
        findings = tuple(finding for finding in self.findings if wanted(finding))
        ids = {claim_id for finding in findings for claim_id in finding.claim_ids}
        claims = (claim_record(one, self.places) for one in self.report.claims if one.id in ids)
        return self.frame.model_copy(update={"findings": findings, "claims": tuple(claims)})


def streamed(report: Report, settled: schema.Report | None = None) -> Streamed:
    """Return a report for writing it as a stream; ``settled`` tells what editors made of its findings."""
    places = places_of(report.documents)
    told = frame(report, places)
    if settled is not None:
        told = told.model_copy(update={"decisions": settled.decisions})
        return Streamed(report, told, settled.findings, places)
    return Streamed(report, told, kept(finding_record(one, places) for one in report.findings), places)


def files(streamed: Streamed) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the name of each file, and its lines, to be read before the next is asked for."""
    buckets = _Buckets(streamed)
    width = len(str(buckets.number - 1))
    for bucket in range(buckets.number):
        yield f"{bucket:0{width}}.jsonl", buckets.lines(bucket)
    yield CORPUS, _corpus(streamed, buckets.left.sorted())


class _Buckets:
    """Claims, groups and findings in the order of their buckets, which are read one after the other."""

    def __init__(self, streamed: Streamed) -> None:
        report = streamed.report
        self.number = number = len(report.claims) // CLAIMS + 1
        self.left: Sorter[Claim] = Sorter(lambda claim: (claim.source_id, claim.span, claim.id))
        """Claims of no group, of the buckets that were read."""
        self._places = streamed.places

        def of(entity_id: str) -> int:
            return place(entity_id, number)

        claims = arranged(report.claims, lambda claim: of(claim.entity_id))
        groups = arranged(report.groups, lambda group: (of(group.key.entity_id), *_key(group)))
        dealt = {group.id: of(group.key.entity_id) for group in report.groups}
        found = arranged(
            (one for one in streamed.findings if one.group_id), lambda finding: dealt[finding.group_id or ""]
        )
        self._claims = _Parts((of(one.entity_id), one) for one in claims)
        self._groups = _Parts((of(one.key.entity_id), one) for one in groups)
        self._findings = _Parts((dealt[one.group_id or ""], one) for one in found)

    def lines(self, bucket: int) -> Iterator[str]:
        """Yield the lines of the next bucket."""
        yield _line({"report": MARKER, "bucket": bucket})
        claims = {claim.id: claim for claim in self._claims.of(bucket)}
        findings: dict[str | None, list[schema.Finding]] = defaultdict(list)
        for finding in self._findings.of(bucket):
            findings[finding.group_id].append(finding)
        held: set[str] = set()
        for group in self._groups.of(bucket):
            yield _record("group", group_record(group, claims))
            members = _claims(group)
            held.update(members)
            yield from (_record("claim", claim_record(claims[one], self._places)) for one in members)
            yield from (_record("finding", one) for one in findings[group.id])
        self.left.extend(claim for claim in claims.values() if claim.id not in held)


class _Parts:
    """Records that stand by the numbers of their parts; each part is asked for in its turn."""

    def __init__(self, records: Iterable[tuple[int, Any]]) -> None:
        self._parts = groupby(records, key=lambda pair: pair[0])
        self._next = next(self._parts, None)

    def of(self, number: int) -> Iterator[Any]:
        """Yield the records of the next part, if they are of that number."""
        if self._next is not None and self._next[0] == number:
            yield from (record for _, record in self._next[1])
            self._next = next(self._parts, None)


def _corpus(streamed: Streamed, left: Iterable[Claim]) -> Iterator[str]:
    frame = streamed.frame
    yield _line({"report": MARKER, "schema_version": frame.schema_version})
    yield _record("summary", frame.summary)
    for part in _PARTS:
        kind = _KINDS.get(part, part.removesuffix("s"))
        yield from (_record(kind, one) for one in getattr(frame, part))
    yield from (_record("claim", claim_record(claim, streamed.places)) for claim in left)
    yield from (_record("finding", finding) for finding in streamed.findings if not finding.group_id)


def _claims(group: Group) -> list[str]:
    grouped = (one for cluster in group.clusters for one in cluster.claim_ids)
    return sorted({*grouped, *group.unresolved_claim_ids})


def _key(group: Group) -> tuple[str, str, str, str]:
    return group.key.entity_id, group.key.attribute_id, group.key.dimension, group.id


def _record(kind: str, record: BaseModel) -> str:
    return _line({"kind": kind, **record.model_dump(mode="json")})


def _line(data: dict[str, object]) -> str:
    return inert_json(json.dumps(data, ensure_ascii=False) + "\n")
