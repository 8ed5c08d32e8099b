"""Suppressions that no longer hold, are badly written, or silence nothing.

Why: a remark that silences a finding outlives its reason unless it ends; one that nobody can read, or that
matches nothing, is only believed to work.  And no source may silence what it contradicts.

Passes: ``<!-- verify: ignore V202 until=2027-03-31 -- 以公报为准 -->`` in a document of your own, beside a
paragraph with such a finding, up to that day.
Fails: the same on 2027-04-01 (V901); without its day or its reason (V902); where there is nothing to silence
(V903); in a document that is not your own (V904).

=====  =======  =============================================================================
V901   warning  the day is past: the finding counts again, and is told as well
V902   warning  no code, no day, no reason, or one that cannot be read: nothing is silenced
V903   warning  no finding of that code here; told only where the whole project was read
V904   note     in a document that is not your own: it has no effect, whatever it says
=====  =======  =============================================================================

A remark silences the values of its own paragraph: where other documents contradict each other about the same
fact as well, the finding stays.

To silence one: mend or remove the remark (V901 to V903); name the document in ``own`` (V904).  A remark
cannot silence these; ``[severity]`` in the configuration can.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from verify.engine.shelf import kept
from verify.model.claim import Claim
from verify.model.document import Document
from verify.model.finding import Finding, Location, Severity, State, fingerprint
from verify.model.group import Group
from verify.model.report import Report
from verify.policy.policy import Excuse
from verify.policy.remarks import Remark, remarks
from verify.policy.uses import Use, Uses

CODES = {
    "V901": "suppression out of date",
    "V902": "suppression that cannot be read",
    "V903": "suppression that silences nothing",
    "V904": "suppression in a document that is not your own",
}


@dataclass(frozen=True, slots=True)
class Suppressed:
    """What became of the findings."""

    findings: Iterable[Finding]
    """With what is wrong with the suppressions, unsorted."""
    dated: bool
    """True where the day made a difference, or could have: a suppression with an end was met."""


def suppress(
    report: Report, excuses: Sequence[Excuse], codes: Collection[str], today: dt.date, *, whole: bool
) -> Suppressed:
    """Return the findings with their states, and those about the suppressions themselves.

    ``codes`` are those that a remark may name; only of the ``whole`` project can one be called unused.
    """
    read = tuple(remarks(report.documents, codes))
    good = [one for one in read if one.document.source.own and not one.mistakes]
    uses = Uses(report.documents, good, excuses)
    others = _Others(report)
    late: dict[int, Use] = {}

    def told(finding: Finding) -> Finding:
        meant = list(uses.meaning(finding))
        holding = [(use, place) for use, place in meant if use.holds(today)]
        late.update({id(use): use for use, _ in meant if not use.holds(today)})
        if holding and not others.disagree(finding, [place for _, place in holding]):
            return finding._replace(state=State.SUPPRESSED, suppression=holding[0][0].suppression)
        return finding

    judged = kept(map(told, report.findings))
    trouble = [*_malformed(read), *_foreign(read, report.documents), *map(_late, late.values())]
    if whole:
        trouble += [_unused(use, name) for use in uses.every for name in sorted(use.unused)]
    return Suppressed(chain(judged, _each_once(trouble)), bool(uses.every))


class _Others:
    """Says whether a finding holds between documents that no suppression speaks of."""

    def __init__(self, report: Report) -> None:
        self._report = report

    @cached_property
    def _groups(self) -> dict[str, Group]:
        return {group.id: group for group in self._report.groups}

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self._report.claims}

    def disagree(self, finding: Finding, places: Sequence[Location | None]) -> bool:
        """Say whether at least two values of a finding stand at none of the places.

        None is a place that says it all: the finding is named by its id.
        """
        group = self._groups.get(finding.group_id or "")
        if group is None or None in places:
            return False
        excused = {(place.source_id, place.span) for place in places if place}
        left = 0
        for cluster in group.clusters:
            mine = [self._claims[one] for one in cluster.claim_ids if one in finding.claim_ids]
            if mine and not any((claim.source_id, claim.span) in excused for claim in mine):
                left += 1
        return left > 1


def _malformed(read: Sequence[Remark]) -> Iterator[Finding]:
    for one in read:
        if one.document.source.own and one.mistakes:
            yield _finding("V902", Severity.WARNING, one.text, "; ".join(one.mistakes), one.location)


def _foreign(read: Sequence[Remark], documents: Sequence[Document]) -> Iterator[Finding]:
    some = any(document.source.own for document in documents)
    why = "only documents that 'own' names can" if some else "set 'own' in verify.toml first"
    for one in read:
        if not one.document.source.own:
            yield _finding("V904", Severity.NOTE, one.text, f"it has no effect; {why}", one.location)


def _late(use: Use) -> Finding:
    one = use.suppression
    message = f"it ended on {one.until} ({one.reason}); mend the figures, or set another day"
    return _finding("V901", Severity.WARNING, use.told, _at(use, message), use.place)


def _unused(use: Use, code: str) -> Finding:
    message = f"no finding {code} is meant by it; remove it"
    return _finding("V903", Severity.WARNING, f"{use.told} {code}", _at(use, message), use.place)


def _at(use: Use, message: str) -> str:
    """Return a message with its place, where the suppression stands in no document."""
    return message if use.place else f"{use.suppression.place}: {message}"


def _finding(code: str, severity: Severity, told: str, message: str, place: Location | None) -> Finding:
    return Finding(
        id=fingerprint(code, (told,)),
        code=code,
        severity=severity,
        message=f"{CODES[code]}: {message}",
        expected="",
        found="",
        gap="",
        locations=(place,) if place else (),
        claim_ids=(),
    )


def _each_once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield one finding for the same remark met at several places."""
    met: dict[str, list[Finding]] = {}
    for one in findings:
        met.setdefault(one.id, []).append(one)
    for alike in met.values():
        places = {place: None for one in alike for place in one.locations}
        yield alike[0]._replace(locations=tuple(sorted(places, key=lambda one: (one.source_id, one.span))))
