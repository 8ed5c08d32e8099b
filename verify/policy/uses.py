"""Which findings a suppression means.

Comes in: the remarks of the user's own documents, the suppressions of the configuration, a finding.  Goes
out: the suppressions that mean it, with the place for which each speaks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from pathspec import GitIgnoreSpec

from verify.model.document import Document
from verify.model.finding import Finding, Location, Suppression
from verify.model.span import Span
from verify.policy.policy import Excuse
from verify.policy.remarks import Remark


class Use:
    """A suppression, and which of the codes or ids that it names met no finding as yet."""

    def __init__(self, names: Iterable[str], suppression: Suppression, told: str, place: Location | None):
        """Begin with no finding met; ``told`` are its words without its place, for its fingerprint."""
        self.unused = set(names)
        self.suppression = suppression
        self.told = told
        self.place = place

    def holds(self, today: dt.date) -> bool:
        """Say whether it has not ended."""
        until = self.suppression.until
        return until is None or today <= until


class Uses:
    """All suppressions of a run."""

    def __init__(
        self, documents: Sequence[Document], remarks: Sequence[Remark], excuses: Sequence[Excuse]
    ) -> None:
        """Take the remarks that can be read, of documents whose remarks count."""
        self._documents = {document.source.id: document for document in (documents if excuses else ())}
        self._patterns = {one.path: GitIgnoreSpec.from_lines([one.path]) for one in excuses if one.path}
        self._excused = [(one, _of_excuse(one)) for one in excuses]
        self._beside: dict[str, list[tuple[Remark, Use]]] = {}
        self.every = [use for _, use in self._excused]
        for remark in remarks:
            use = _of_remark(remark)
            self._beside.setdefault(remark.location.source_id, []).append((remark, use))
            self.every.append(use)

    def meaning(self, finding: Finding) -> Iterator[tuple[Use, Location | None]]:
        """Yield the suppressions that mean a finding, each with the place that it excuses; None for all."""
        for use, place in self._meaning(finding):
            use.unused -= {finding.code, finding.id, *finding.also}
            yield use, place

    def _meaning(self, finding: Finding) -> Iterator[tuple[Use, Location | None]]:
        for place in finding.locations:
            for remark, use in self._beside.get(place.source_id, ()):
                if finding.code in remark.codes and place.span.meets(remark.covered):
                    yield use, place
        for excuse, use in self._excused:
            if excuse.finding:
                if finding.known_as({excuse.finding}):
                    yield use, None
            elif excuse.code == finding.code:
                yield from ((use, place) for place in finding.locations if self._here(excuse, place))

    def _here(self, excuse: Excuse, place: Location) -> bool:
        document = self._documents.get(place.source_id)
        if document is None:
            return False
        if excuse.path and not self._patterns[excuse.path].match_file(document.source.path):
            return False
        return not excuse.quote or any(excuse.quote in text for text in _paragraphs(document, place.span))


def _of_remark(remark: Remark) -> Use:
    place = f"{remark.document.source.path}:{remark.location.line}:{remark.location.column}"
    suppression = Suppression(remark.reason, remark.until, place, in_document=True)
    return Use(remark.codes, suppression, remark.text, remark.location)


def _of_excuse(excuse: Excuse) -> Use:
    told = f"{excuse.finding or excuse.code} {excuse.path} {excuse.quote} {excuse.until} {excuse.reason}"
    suppression = Suppression(excuse.reason, excuse.until, excuse.place, in_document=False)
    return Use([excuse.finding or excuse.code], suppression, told, None)


def _paragraphs(document: Document, span: Span) -> Iterator[str]:
    for block in document.blocks:
        if block.text and block.offsets.span(0, len(block.text)).meets(span):
            yield block.text
