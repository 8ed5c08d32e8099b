"""Figures changed in one source, judged, and held against the oracle.

Comes in: a corpus and one of its figures beside its copy.  Goes out: for every mutation of the copy
what the program said of it, and where that is not what the oracle says.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction

from copies import COPY, Corpus, Pair, between, claim_at, group_of, key, line_between, paired, renamed, twins
from figures import Figure, figure
from mutations import Kind, Mutation, of_date, of_figure
from oracle import AGREE, CONFLICTS, POSSIBLE, Set, Value, ladder
from oracle_dates import Days, date, dates

from verify import pipeline
from verify.catalog.catalog import Catalog
from verify.model.claim import Claim, Confidence
from verify.model.group import Group, Verdict
from verify.model.period import Period
from verify.model.quantity import Interval, Quantity
from verify.model.report import Report

WORST = (Verdict.SINGLE, Verdict.AGREEMENT, Verdict.POSSIBLE, Verdict.CONFLICT)


# --- what the oracle expects


def oracle_value(found: Figure, claim: Claim, catalog: Catalog) -> Value:
    """The oracle's value of a figure, with what the rule of its attribute adds."""
    value = found.value
    entry = next((a for a in catalog.attributes if a.id == claim.attribute_id), None)
    quantity = claim.value
    assert isinstance(quantity, Quantity)
    if quantity.base_number < 0:
        value = replace(value, down=True)
    if entry is None:
        counted = claim.attribute_id.startswith("count of ")
        return replace(value, range=Set(Fraction(0), None)) if counted else value
    worth = Fraction(1, 100) if entry.units[0] == "percent" else Fraction(1)
    low, high = (None if end is None else Fraction(end) * worth for end in (entry.minimum, entry.maximum))
    counted = entry.units[0] == "count" or entry.id.startswith("count.")
    if low is None and counted:
        low = Fraction(0)
    return replace(value, exact=entry.exact, tolerance=Fraction(entry.tolerance or 0), range=Set(low, high))


def same_set(mine: Set, theirs: Interval) -> bool:
    """Whether the program's interval is the oracle's; an end at infinity is neither open nor closed."""
    return (mine.low, mine.high) == (theirs.lower, theirs.upper) and all(
        end is None or a == b
        for end, a, b in (
            (mine.low, mine.low_in, theirs.lower_closed),
            (mine.high, mine.high_in, theirs.upper_closed),
        )
    )


# --- one mutation


@dataclass(frozen=True)
class Outcome:
    """What became of one mutation."""

    mutation: Mutation
    source: str
    words: str
    said: str
    """Of the program: agreement, possible-conflict, conflict, apart, unresolved, lost."""
    fault: str = ""
    """What is not as the oracle says; empty where nothing is."""

    def __str__(self) -> str:
        return f"{self.source} {self.words} → {self.mutation.text} [{self.mutation.kind}]: {self.fault}"


@dataclass
class Bench:
    """One figure with its copy, and everything that is tried on it."""

    corpus: Corpus
    number: int
    claim: Claim
    pair: Pair | None = field(init=False)

    def __post_init__(self) -> None:
        self.pair = paired(self.corpus, self.number, self.claim)

    @property
    def published(self) -> dt.date | None:
        return self.corpus.documents[self.number].source.published

    def mutations(self) -> Iterator[Mutation]:
        """What is tried; dates that the oracle cannot read are left out."""
        if isinstance(self.claim.value, Period):
            if date(self.claim.quote, self.published):
                yield from (
                    m for m in of_date(self.claim.quote, self.published) if date(m.text, self.published)
                )
        elif found := figure(self.claim.quote):
            yield from (m for m in of_figure(found) if not self._joins(m))
        if self._has_other_names():
            yield Mutation(Kind.NAME, self.claim.quote)

    def _joins(self, mutation: Mutation) -> bool:
        """Whether a new 近 comes to stand behind 将, which is then no longer the 将 of a plan."""
        assert self.pair is not None
        before = self.pair.copy.blocks[self.pair.copy.at][1][: self.pair.copy.start]
        return before.endswith("将") and mutation.text.startswith("近")

    def _has_other_names(self) -> bool:
        """Whether the source calls its thing by names, all of which have another."""
        assert self.pair is not None
        claim = next(c for c in self.pair.extraction.claims if c.id == self.pair.original_id)
        thing = next((c for c in self.pair.extraction.candidates if c.id == claim.entity_id), None)
        return thing is not None and bool(thing.names) and all(renamed(name) != name for name in thing.names)

    def outcome(self, mutation: Mutation) -> Outcome:
        """Judge one mutation and hold it against the oracle."""
        pair = self.pair
        assert pair is not None
        copy = pair.copy.with_names() if mutation.kind is Kind.NAME else pair.copy.with_words(mutation.text)
        document, place = copy.document()
        extraction = pipeline.tools(self.corpus.catalog).extractor.extract(document)
        report = self.corpus.judged((pair.original, document), (pair.extraction, extraction), pair.company)
        changed = claim_at(report, COPY, place)
        original = next(c for c in report.claims if c.id == pair.original_id)
        group = group_of(report, changed) if changed else None
        together = group is not None and group is group_of(report, original)
        if changed is None:
            said = "lost"
        elif group is None:
            said = "unresolved"
        elif not together:
            said = "apart"
        else:
            said = _said(group, changed, twins(report, original))
        fault = self._fault(mutation, report, original, changed, group if together else None, said)
        return Outcome(mutation, self.claim.source_id, self.claim.quote, said, fault)

    def _fault(
        self,
        mutation: Mutation,
        report: Report,
        original: Claim,
        changed: Claim | None,
        group: Group | None,
        said: str,
    ) -> str:
        if mutation.kind is Kind.NAME and group is not None and changed is not None:
            # Alike names may be proposed as one thing, which supports nothing and contradicts nothing.
            perhaps = changed.perhaps != original.perhaps
            if perhaps and group.verdict in {Verdict.SINGLE, Verdict.POSSIBLE}:
                return ""
        if mutation.kind in {Kind.DIMENSION, Kind.NAME}:
            return "" if group is None else f"still in one group, {said}"
        if changed is None:
            return "the figure is lost"
        lines = self._expected(mutation, changed)
        if lines is None:
            return "" if said == "unresolved" else f"{said} where nothing can be compared"
        # 估计约 is a hedge too, which a new 约 may come to be part of.
        if not changed.quote.endswith(mutation.text):
            return f"read as {changed.quote!r}"
        if group is None:
            parts = [f"{a} / {b}" for a, b in zip(key(original), key(changed), strict=True) if a != b]
            return f"{said}: not in one group, oracle says line {sorted(lines)}; {', '.join(parts)}"
        return self._sets(mutation, changed) or self._relation(
            lines, mutation, report, original, changed, group
        )

    def _expected(self, mutation: Mutation, changed: Claim) -> set[int] | None:
        """The lines that the oracle allows; None where the two cannot be compared."""
        if mutation.kind is Kind.REWRITING:
            return {1, 2}
        if mutation.kind is Kind.DATE:
            pair = [
                date(words, self.published) or Days(None, None) for words in (self.claim.quote, mutation.text)
            ]
            line = dates(*pair)
            return None if line is None else {1, 2} if line in {1, 2} else {line}
        mine = figure(self.claim.quote)
        assert mine is not None
        assert mutation.figure is not None
        return self.line(mine, mutation.figure, changed)

    def line(self, a: Figure, b: Figure, changed: Claim) -> set[int]:
        """The oracle's line between two figures under the rules of a claim's attribute."""
        line = ladder(*(oracle_value(found, changed, self.corpus.catalog) for found in (a, b)))
        # docs/semantics.md: a claim of low confidence is never in conflict, only in possible conflict.
        return {POSSIBLE} if line in CONFLICTS and changed.confidence is Confidence.LOW else {line}

    def _sets(self, mutation: Mutation, changed: Claim) -> str:
        """H and S of the changed figure against the oracle's."""
        if mutation.figure is None or not isinstance(changed.value, Quantity):
            return ""
        value = oracle_value(mutation.figure, changed, self.corpus.catalog)
        for name, mine, theirs in (
            ("H", value.hard, changed.value.hard),
            ("S", value.soft, changed.value.soft),
        ):
            if not same_set(mine, theirs):
                return f"{name} is {theirs}, oracle says {mine}"
        return ""

    def _relation(
        self,
        lines: set[int],
        mutation: Mutation,
        report: Report,
        original: Claim,
        changed: Claim,
        group: Group,
    ) -> str:
        pair = between(group, changed, twins(report, original))
        agree = lines <= AGREE
        if pair is None:
            together = any({changed.id, original.id} <= set(c.claim_ids) for c in group.clusters)
            if together and not agree:
                return f"in one cluster, oracle says line {sorted(lines)}"
        elif pair.line not in lines:
            return f"line {pair.line} ({pair.relation}, {pair.bound}), oracle says {sorted(lines)}"
        elif not agree and mutation.flag and mutation.flag not in pair.flags:
            return f"flags {pair.flags}, without {mutation.flag}"
        expected = (
            Verdict.AGREEMENT if agree else Verdict.POSSIBLE if lines == {POSSIBLE} else Verdict.CONFLICT
        )
        alone = {i for c in group.clusters for i in c.claim_ids} == {changed.id, *twins(report, original)}
        if (group.verdict is not expected) if alone else WORST.index(group.verdict) < WORST.index(expected):
            return f"verdict {group.verdict}, oracle says {expected}"
        return ""


def _said(group: Group, changed: Claim, originals: set[str]) -> str:
    line = line_between(group, changed, originals)
    if line is None:
        return str(group.verdict)
    return "agreement" if line in AGREE else "possible-conflict" if line == POSSIBLE else "conflict"


def benches(corpus: Corpus, number: int) -> list[Bench]:
    """The figures and dates of one source that are claims, each with its copy."""
    return [
        Bench(corpus, number, claim)
        for claim in corpus.report.claims
        if claim.source_id == corpus.documents[number].source.id
        and isinstance(claim.value, Quantity | Period)
    ]
