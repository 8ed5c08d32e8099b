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
from operator import itemgetter
from typing import Any

from pydantic import BaseModel

from verify.engine import chunks
from verify.engine.shelf import Shelf, Sorter, ordered
from verify.model.bucket import CLAIMS, place
from verify.model.claim import Claim
from verify.model.finding import Finding, State
from verify.model.group import Group
from verify.model.report import MARKER, Report
from verify.model.span import Span
from verify.report import schema
from verify.report.build import frame, lists, path_record, paths_of
from verify.report.judged import finding_record, group_record
from verify.report.places import Places, places_of
from verify.report.reading import claim_record, issue_record
from verify.text.visible import inert_json

FOLDER = "data"
CORPUS = "corpus.jsonl"
_PARTS = ("sources", "entities", "attributes", "issues", "passages", "links", "census", "drafts", "decisions")
"""Lists of the report that are of no group; a line has the name without its s, but for census."""
_TOGETHER = 256
"""So many findings or issues of an excerpt are in memory at a time."""
_MASK = (1 << 20) - 1
"""The bits of a hash by which most claims that no finding names are told."""
_first: Callable[[tuple[Any, Any]], Any] = itemgetter(0)
_encoded = json.JSONEncoder(ensure_ascii=False).encode
"""``json.dumps`` would make an encoder for each line."""
_KINDS = {"entities": "entity", "census": "census"}


@dataclass(frozen=True, slots=True)
class Streamed:
    """A report whose records are made as files show them when they are written."""

    report: Report
    frame: schema.Report
    """What does not grow with the documents, and what editors decided."""
    settled: Sequence[schema.Finding] | None
    """The findings as editors left them, where they had a say."""
    places: Mapping[str, Places]
    paths: Mapping[str, str]
    """Of the sources by their ids."""

    def findings(self) -> Iterator[schema.Finding]:
        """Yield all findings in their order."""
        return map(self.shown, self.report.findings if self.settled is None else self.settled)

    def shown(self, finding: Finding | schema.Finding) -> schema.Finding:
        """Return a finding as files show it."""
        return finding_record(finding, self.places) if isinstance(finding, Finding) else finding

    def excerpts(self, wanted: Callable[[schema.Finding], bool]) -> Iterator[schema.Report]:
        """Yield some of the findings, part by part, each part a report with their claims and paths alone."""
        told = Shelf(finding for finding in self.findings() if wanted(finding))
        named = _Parts(_claims_named(told, self.report.claims))
        for findings in chunks(enumerate(told), lambda _: 1, _TOGETHER):
            held = {claim.id: claim for number, _ in findings for claim in named.of(number)}
            claims = sorted(held.values(), key=_order)
            places = {place.source_id for _, finding in findings for place in finding.locations}
            yield self.frame.model_copy(
                update={
                    "findings": tuple(finding for _, finding in findings),
                    "claims": tuple(claim_record(claim, self.places) for claim in claims),
                    "sources": self._named({*places, *(claim.source_id for claim in claims)}),
                }
            )

    def troubles(self) -> Iterator[schema.Report]:
        """Yield the issues, part by part, each part a report with their paths alone."""
        for issues in chunks(self.report.issues, lambda _: 1, _TOGETHER):
            told = tuple(issue_record(one, self.places) for one in issues)
            sources = self._named({one.source_id for one in issues})
            yield self.frame.model_copy(update={"issues": told, "sources": sources})

    def ending(self) -> schema.Report:
        """Return the report without its issues, and of the findings those alone that are silenced."""
        silent = tuple(one for one in self.findings() if one.state == State.SUPPRESSED.value)
        return self.frame.model_copy(update={"findings": silent})

    def _named(self, ids: set[str]) -> tuple[schema.Source, ...]:
        """Return those sources of some ids whose path is another."""
        return tuple(path_record(one, self.paths[one]) for one in sorted(ids & self.paths.keys()))


def streamed(
    report: Report, settled: schema.Report | None = None, call: schema.Call | None = None
) -> Streamed:
    """Return a report for writing it as a stream; ``settled`` tells what editors made of its findings."""
    told = frame(report).model_copy(update={"call": call or schema.Call()})
    if settled is not None:
        told = told.model_copy(update={"decisions": settled.decisions})
    findings = None if settled is None else settled.findings
    return Streamed(report, told, findings, places_of(report.documents), paths_of(report.documents))


def files(streamed: Streamed) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the name of each file, and its lines, to be read before the next is asked for."""
    buckets = _Buckets(streamed)
    width = len(str(buckets.number - 1))
    for bucket in range(buckets.number):
        yield f"{bucket:0{width}}.jsonl", buckets.lines(bucket)
    yield CORPUS, _corpus(streamed, buckets.left.once())


def _claims_named(findings: Sequence[schema.Finding], claims: Iterable[Claim]) -> Iterator[tuple[int, Claim]]:
    """Yield the claims that findings name, each with the number of its finding, in the order of these."""
    may_be = bytearray(_MASK + 1)
    for finding in findings:
        for claim_id in finding.claim_ids:
            may_be[hash(claim_id) & _MASK] = 1
    held = ordered((claim for claim in claims if may_be[hash(claim.id) & _MASK]), lambda claim: claim.id)
    asked = ((one, number) for number, finding in enumerate(findings) for one in finding.claim_ids)

    def met() -> Iterator[tuple[int, Claim]]:
        for claim_id, same in groupby(ordered(asked, _first), _first):
            claim = next(claim for claim in held if claim.id == claim_id)
            yield from ((number, claim) for _, number in same)

    return ordered(met(), _first)


class _Buckets:
    """Claims, groups and findings in the order of their buckets, which are read one after the other."""

    def __init__(self, streamed: Streamed) -> None:
        report = streamed.report
        self.number = number = len(report.claims) // CLAIMS + 1
        self.left: Sorter[Claim] = Sorter(_order)
        """Claims of no group, of the buckets that were read."""
        self._streamed = streamed

        def of(entity_id: str) -> int:
            return place(entity_id, number)

        claims = ordered(report.claims, lambda claim: of(claim.entity_id))
        groups = ordered(report.groups, lambda group: (of(group.key.entity_id), *_key(group)))
        findings = ordered(self._dealt(of), lambda pair: pair[0])
        self._claims = _Parts((of(one.entity_id), one) for one in claims)
        self._groups = _Parts((of(one.key.entity_id), one) for one in groups)
        self._findings = _Parts(findings)

    def _dealt(self, of: Callable[[str], int]) -> Iterator[tuple[int, Finding | schema.Finding]]:
        """Yield the findings about groups, each with the bucket of its group; groups stand by their ids."""
        streamed = self._streamed
        told: Iterable[Finding | schema.Finding] = (
            streamed.report.findings if streamed.settled is None else streamed.settled
        )
        groups = iter(streamed.report.groups)
        found = ordered((one for one in told if one.group_id), lambda one: one.group_id)
        for group_id, findings in groupby(found, lambda one: one.group_id):
            group = next(group for group in groups if group.id == group_id)
            yield from ((of(group.key.entity_id), one) for one in findings)

    def lines(self, bucket: int) -> Iterator[str]:
        """Yield the lines of the next bucket."""
        yield _line({"report": MARKER, "bucket": bucket})
        claims = {claim.id: claim for claim in self._claims.of(bucket)}
        findings: dict[str | None, list[Finding | schema.Finding]] = defaultdict(list)
        for finding in self._findings.of(bucket):
            findings[finding.group_id].append(finding)
        held: set[str] = set()
        for group in self._groups.of(bucket):
            yield _record("group", group_record(group, claims))
            members = _claims(group)
            held.update(members)
            places = self._streamed.places
            yield from (_record("claim", claim_record(claims[one], places)) for one in members)
            yield from (_record("finding", self._streamed.shown(one)) for one in findings[group.id])
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
    held = lists(streamed.report, streamed.places)
    for part in _PARTS:
        kind = _KINDS.get(part, part.removesuffix("s"))
        yield from (_record(kind, one) for one in held.get(part) or getattr(frame, part))
    yield from (_record("claim", claim_record(claim, streamed.places)) for claim in left)
    yield from (_record("finding", finding) for finding in streamed.findings() if not finding.group_id)


def _claims(group: Group) -> list[str]:
    grouped = (one for cluster in group.clusters for one in cluster.claim_ids)
    return sorted({*grouped, *group.unresolved_claim_ids})


def _order(claim: Claim) -> tuple[str, Span, str]:
    return claim.source_id, claim.span, claim.id


def _key(group: Group) -> tuple[str, str, str, str]:
    return group.key.entity_id, group.key.attribute_id, group.key.dimension, group.id


def _record(kind: str, record: BaseModel) -> str:
    return _line({"kind": kind, **record.model_dump(mode="json")})


def _line(data: dict[str, object]) -> str:
    return inert_json(_encoded(data) + "\n")
