"""How one judgement came about, line by line.

Comes in: ``schema.Report`` with its mentions, and what is asked after: a finding, a group, a claim, an
entity, or a place.  Goes out: plain text.  Everything told here stands in ``report.json`` and
``mentions.jsonl``; what a rule means is asked of ``meaning``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from verify.report import account, schema
from verify.report.account import Meaning, no_meaning
from verify.report.findings import standing
from verify.report.numbers import spelled
from verify.report.page import GroupView
from verify.report.view import Views
from verify.report.wording import equals
from verify.text.visible import visible

_PLACE = re.compile(r"(.+):([0-9]{1,9}):([0-9]{1,9})")
_NEIGHBOURS = 6
"""So many figures are named where none stands at the place asked for."""


def is_place(asked: str) -> bool:
    """Say whether something has the form PATH:LINE:COLUMN."""
    return _PLACE.fullmatch(asked) is not None


def explain(report: schema.Report, asked: str, meaning: Meaning = no_meaning) -> str | None:
    """Return the derivation, or None when the report holds nothing of that name."""
    teller = _Teller(report, meaning)
    lines = list(teller.place(asked) if is_place(asked) else teller.named(asked))
    return visible("\n".join(lines) + "\n") if lines else None


def near(report: schema.Report, asked: str) -> str:
    """Return where figures stand near a place that holds none."""
    place = _PLACE.fullmatch(asked)
    if place is None:
        return "its ids stand in report.html"
    source = _source(report, place[1])
    if source is None:
        return f"its sources are {', '.join(sorted(source.path for source in report.sources))}"
    line = int(place[2])
    here = [item for item in report.mentions if item.source_id == source.id]
    here.sort(key=lambda item: (abs(item.span.line - line), item.span.start))
    if not here:
        return f"{source.path} holds no figure"
    first = here[0].span.line
    found = [f"{i.span.line}:{i.span.column} “{i.quote}”" for i in here if i.span.line == first]
    more = ", …" if len(found) > _NEIGHBOURS else ""
    return f"the nearest figures stand at {', '.join(found[:_NEIGHBOURS])}{more}"


def _source(report: schema.Report, path: str) -> schema.Source | None:
    """Find a source by its path, or by the end of it where only one has it."""
    asked = PurePosixPath(path.replace("\\", "/"))
    for source in report.sources:
        if PurePosixPath(source.path) == asked:
            return source
    ends = [s for s in report.sources if _ends_alike(PurePosixPath(s.path).parts, asked.parts)]
    return ends[0] if len(ends) == 1 else None


def _ends_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    length = min(len(one), len(other))
    return length > 0 and tuple(one[-length:]) == tuple(other[-length:])


def _covers(span: schema.Span, line: int, column: int) -> bool:
    return span.line == line and span.column <= column < span.column + span.end - span.start


class _Teller:
    """Tells the parts of one report."""

    def __init__(self, report: schema.Report, meaning: Meaning) -> None:
        self._report, self._meaning = report, meaning
        self._views = Views(report)
        self._groups = {group.id: group for group in report.groups}

    def named(self, asked: str) -> Iterable[str]:
        """Tell a finding, group, claim or entity."""
        for finding in self._report.findings:
            if finding.id == asked:
                yield from self._finding(finding)
        if asked in self._groups:
            yield from self._group(self._groups[asked])
        if asked in self._views.claims:
            yield from self._claim(self._views.claims[asked])
        for entity in self._report.entities:
            if entity.id == asked:
                yield f"{entity.name}  ({entity.id}{', catalogued' if entity.catalogued else ''})"
                yield from self._linked(entity.id)

    def place(self, asked: str) -> Iterable[str]:
        """Tell whatever was read at ``path:line:column``."""
        place = _PLACE.fullmatch(asked)
        source = _source(self._report, place[1]) if place else None
        if place is None or source is None:
            return
        line, column = int(place[2]), int(place[3])
        for claim in self._report.claims:
            if claim.source_id == source.id and _covers(claim.span, line, column):
                yield from self._claim(claim)
        for item in self._report.mentions:
            if item.source_id == source.id and item.claim_id is None and _covers(item.span, line, column):
                yield from account.mention(item, self._meaning)

    def _finding(self, finding: schema.Finding) -> Iterable[str]:
        head = f"{finding.severity}[{finding.code}]{standing(finding)}"
        yield f"{head} {spelled(finding.message)}  ({finding.id})"
        gap = f"; gap {finding.gap}" if finding.gap else ""
        if finding.derivation:
            yield spelled(f"    it follows {finding.expected}, stated is {finding.found}{gap}")
            yield from (f"      {spelled(line)}" for line in finding.derivation)
        elif finding.expected or finding.found:
            yield f"    one says {finding.expected}, another says {finding.found}{gap}"
        if finding.rule:
            yield f"    by {finding.rule}: {self._meaning(finding.rule)}".removesuffix(": ")
        if finding.group_id is not None:
            yield from self._group(self._groups[finding.group_id])
            return
        for claim_id in finding.claim_ids:
            yield from _indented(self._member(claim_id, None))

    def _claim(self, claim: schema.Claim) -> Iterable[str]:
        group = next((group for group in self._report.groups if claim.id in _claims_of(group)), None)
        yield from self._member(claim.id, group, self._meaning)
        if group is None:
            return
        yield f"  belongs to group {group.id}: {group.verdict}"
        others = [one for one in _claims_of(group) if one != claim.id]
        if others:
            yield f"    with {', '.join(self._brief(one) for one in others)}"
        for pair in self._views.group(group).not_compared:
            yield f"    not compared: {pair.a} and {pair.b}: {pair.part}"
        yield from self._linked(claim.entity_id, {claim.source_id})

    def _brief(self, claim_id: str) -> str:
        claim = self._views.claims[claim_id]
        return f"{self._views.sources[claim.source_id].path}:{claim.span.line}:{claim.span.column}"

    def _member(
        self, claim_id: str, group: schema.Group | None, meaning: Meaning = no_meaning
    ) -> Iterable[str]:
        claim = self._views.claims[claim_id]
        told = self._views.member(claim_id, group)
        more: Iterable[str] = ()
        if isinstance(claim.value, schema.DateValue):
            more = account.against(claim.value, told.source.published)
        if isinstance(claim.value, schema.QuantityValue) and group is not None:
            values = (one.value for one in self._claims(group))
            quantities = (value for value in values if isinstance(value, schema.QuantityValue))
            more = account.in_units_of(claim.value, quantities)
        return account.member(told, meaning, more)

    def _group(self, group: schema.Group) -> Iterable[str]:
        view = self._views.group(group)
        parts = "".join(f" · {part}" for part in view.parts)
        yield f"{view.verdict}: {view.entity} · {view.attribute}{parts}  ({group.id})"
        yield f"    {view.headline}"
        if view.explanation:
            yield f"    {view.explanation}"
        for cluster, told in zip(group.clusters, view.clusters, strict=True):
            other = f" {equals(told.other)}" if told.other else ""
            yield f"  {told.value}{other} ({told.origins})"
            for claim_id in cluster.claim_ids:
                yield from _indented(self._member(claim_id, group))
        for claim_id in group.unresolved_claim_ids:
            yield "  unresolved, so neither agreeing nor conflicting"
            yield from _indented(self._member(claim_id, group))
        yield from self._compared(view)
        yield from self._linked(group.key.entity_id, {c.source_id for c in self._claims(group)})

    def _claims(self, group: schema.Group) -> list[schema.Claim]:
        return [self._views.claims[one] for one in _claims_of(group)]

    @staticmethod
    def _compared(view: GroupView) -> Iterable[str]:
        for item in view.comparisons:
            facts = [word for word in (item.gap, item.bound, *item.flags) if word]
            yield f"  compared: {item.pair}: {item.relation} ({'; '.join(facts)})"
            yield from (f"    {line}" for line in item.derivation)
        for passage in view.passages:
            yield f"  shared word for word by {', '.join(passage.source_ids)}: “{passage.text}”"
        for pair in view.not_compared:
            yield f"  not compared: {pair.a} and {pair.b}: {pair.part}"

    def _linked(self, entity_id: str, sources: Iterable[str] | None = None) -> Iterable[str]:
        """Tell why what the documents speak of was taken for one thing, and what was kept apart from it."""
        names = {entity.id: entity.name for entity in self._report.entities}
        for link in self._report.links:
            path = self._views.sources[link.source_id].path
            told = f"“{'”, “'.join(link.names)}” in {path}"
            why = ", ".join(_weighed(item) for item in link.evidence)
            if link.tie == "joined":
                if link.entity_id == entity_id and (sources is None or link.source_id in sources):
                    yield f"  taken for one thing: {told}: {why}: {link.points} points"
            elif entity_id in (link.entity_id, link.other_id):
                other = link.other_id if link.entity_id == entity_id else link.entity_id
                verdict = "perhaps the same" if link.tie == "perhaps" else "kept apart"
                yield f"  {verdict}: {names.get(other, other)}: {why}: {link.points} points"


def _weighed(item: schema.Evidence) -> str:
    return f"{item.feature}{f' ({item.told})' if item.told else ''} {item.points:+d}"


def _claims_of(group: schema.Group) -> list[str]:
    return [
        *(claim for cluster in group.clusters for claim in cluster.claim_ids),
        *group.unresolved_claim_ids,
    ]


def _indented(lines: Iterable[str]) -> Iterable[str]:
    return (f"    {line}" for line in lines)
