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

To silence one: mend or remove the remark (V901 to V903); name the document in ``own`` (V904).  A remark
cannot silence these; ``[severity]`` in the configuration can.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pathspec import GitIgnoreSpec

from verify.model.document import Document
from verify.model.finding import Finding, Location, Severity, State, Suppression, fingerprint
from verify.model.span import Span
from verify.policy.policy import Excuse
from verify.policy.remarks import Remark, remarks

CODES = {
    "V901": "suppression out of date",
    "V902": "suppression that cannot be read",
    "V903": "suppression that silences nothing",
    "V904": "suppression in a document that is not your own",
}


@dataclass(frozen=True, slots=True)
class Suppressed:
    """What became of the findings."""

    findings: tuple[Finding, ...]
    """With what is wrong with the suppressions, unsorted."""
    dated: bool
    """True where the day made a difference, or could have: a suppression with an end was met."""


class _Use:
    """A suppression, and which of the codes or ids that it names met no finding."""

    def __init__(self, names: Iterable[str], suppression: Suppression, told: str, place: Location | None):
        self.unused = set(names)
        self.suppression = suppression
        self.told = told
        """The suppression as written, for its fingerprint."""
        self.place = place

    def meets(self, finding: Finding, today: dt.date) -> bool:
        """Note that a finding is meant, and say whether it is silenced."""
        self.unused -= {finding.code, finding.id}
        until = self.suppression.until
        return until is None or today <= until


def suppress(
    documents: Sequence[Document],
    findings: Sequence[Finding],
    excuses: Sequence[Excuse],
    codes: Collection[str],
    today: dt.date,
    *,
    whole: bool,
) -> Suppressed:
    """Return the findings with their states, and those about the suppressions themselves.

    ``codes`` are those that a remark may name; only of the ``whole`` project can one be called unused.
    """
    read = tuple(remarks(documents, codes))
    good = [one for one in read if one.document.source.own and not one.mistakes]
    said = [(one, _Use(one.codes, _suppression(one), one.text, one.location)) for one in good]
    by_source: dict[str, list[tuple[Remark, _Use]]] = {}
    for remark, use in said:
        by_source.setdefault(remark.location.source_id, []).append((remark, use))
    excused = [(one, _Use([one.code or one.finding], *_of_excuse(one), None)) for one in excuses]
    meant = _Excused(documents, tuple(one for one, _ in excused))
    late: dict[int, _Use] = {}
    judged = []
    for finding in findings:
        uses = [use for place in finding.locations for use in _beside(by_source, finding.code, place)]
        uses += [use for excuse, use in excused if meant.by(excuse, finding)]
        holding = [use for use in uses if use.meets(finding, today)]
        late |= {id(use): use for use in uses if use not in holding}
        judged.append(_silenced(finding, holding[0].suppression) if holding else finding)
    every = [use for _, use in (*said, *excused)]
    trouble = [*_malformed(read), *_foreign(read, documents), *map(_late, late.values())]
    if whole:
        trouble += [_unused(use, code) for use in every for code in sorted(use.unused)]
    return Suppressed((*judged, *_each_once(trouble)), bool(every))


def _silenced(finding: Finding, suppression: Suppression) -> Finding:
    return replace(finding, state=State.SUPPRESSED, suppression=suppression)


def _suppression(remark: Remark) -> Suppression:
    place = f"{remark.document.source.path}:{remark.location.line}:{remark.location.column}"
    return Suppression(remark.reason, remark.until, place, in_document=True)


def _of_excuse(excuse: Excuse) -> tuple[Suppression, str]:
    """Return a suppression of the configuration, and its words without its place."""
    told = f"{excuse.finding or excuse.code} {excuse.path} {excuse.quote} {excuse.until} {excuse.reason}"
    return Suppression(excuse.reason, excuse.until, excuse.place, in_document=False), told


def _beside(by_source: dict[str, list[tuple[Remark, _Use]]], code: str, place: Location) -> Iterator[_Use]:
    for remark, use in by_source.get(place.source_id, ()):
        if code in remark.codes and (place.span.meets(remark.covered) or remark.covered.covers(place.span)):
            yield use


class _Excused:
    """Says which findings the suppressions of the configuration mean."""

    def __init__(self, documents: Sequence[Document], excuses: Sequence[Excuse]) -> None:
        self._documents = {document.source.id: document for document in documents}
        self._patterns = {one.path: GitIgnoreSpec.from_lines([one.path]) for one in excuses if one.path}

    def by(self, excuse: Excuse, finding: Finding) -> bool:
        """Say whether a suppression means a finding."""
        if excuse.finding:
            return finding.id == excuse.finding
        if excuse.code != finding.code:
            return False
        return any(self._here(excuse, place) for place in finding.locations)

    def _here(self, excuse: Excuse, place: Location) -> bool:
        document = self._documents.get(place.source_id)
        if document is None:
            return False
        if excuse.path and not self._patterns[excuse.path].match_file(document.source.path):
            return False
        return not excuse.quote or any(excuse.quote in text for text in _paragraphs(document, place.span))


def _paragraphs(document: Document, span: Span) -> Iterator[str]:
    for block in document.blocks:
        if block.text and block.offsets.span(0, len(block.text)).meets(span):
            yield block.text


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


def _late(use: _Use) -> Finding:
    one = use.suppression
    message = f"it ended on {one.until} ({one.reason}); mend the figures, or set another day"
    return _finding("V901", Severity.WARNING, use.told, _at(use, message), use.place)


def _unused(use: _Use, code: str) -> Finding:
    message = f"no finding {code} is meant by it; remove it"
    return _finding("V903", Severity.WARNING, f"{use.told} {code}", _at(use, message), use.place)


def _at(use: _Use, message: str) -> str:
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
        yield replace(alike[0], locations=tuple(sorted(places, key=lambda one: (one.source_id, one.span))))
