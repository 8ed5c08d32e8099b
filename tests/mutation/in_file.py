"""A figure changed in its own file, where another source of the corpus gives it too.

Comes in: a corpus.  Goes out: the figures that two sources give, and what is not as the oracle says
once the words of one are other words in its file, which is read anew.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from copies import Corpus, between, claim_at, group_of, key, twins
from figures import figure
from mutations import Kind, Mutation
from oracle import AGREE, POSSIBLE, ladder
from oracle_dates import date, dates
from sweep import WORST, oracle_value

from verify import pipeline
from verify.model.claim import Claim
from verify.model.group import Verdict
from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.model.span import Span
from verify.read import read


@dataclass(frozen=True)
class Partnered:
    """A figure of one source that another source gives too."""

    number: int
    claim: Claim
    partner: Claim
    company: tuple[int, ...]
    """The sources that speak of the same thing."""


def partnered(corpus: Corpus) -> list[Partnered]:
    """The figures that stand beside one of another source, each once a source and wording."""
    found: dict[tuple[int, str], Partnered] = {}
    claims = {claim.id: claim for claim in corpus.report.claims}
    index = {document.source.id: number for number, document in enumerate(corpus.documents)}
    for group in corpus.report.groups:
        members = [claims[i] for cluster in group.clusters for i in cluster.claim_ids]
        company = tuple(
            sorted({index[c.source_id] for c in claims.values() if c.entity_id == group.key.entity_id})
        )
        for claim in members:
            number = index[claim.source_id]
            others = [c for c in members if c.source_id != claim.source_id and key(c) == key(claim)]
            if others and isinstance(claim.value, Quantity | Period):
                found.setdefault((number, claim.quote), Partnered(number, claim, others[0], company))
    return [found[place] for place in sorted(found)]


def in_its_file(corpus: Corpus, figures: Partnered, mutation: Mutation, folder: Path) -> str:
    """Change a figure in its file, read and judge anew; return what is not as the oracle says, or nothing."""
    document, claim, partner = corpus.documents[figures.number], figures.claim, figures.partner
    words = document.text[claim.span.start : claim.span.end]
    if words != claim.quote:
        return f"the file says {words!r} where {claim.quote!r} was read"
    file = folder / document.source.path
    text = document.text[: claim.span.start] + mutation.text + document.text[claim.span.end :]
    file.write_text(text, "utf-8")
    changed = read([file], languages=corpus.catalog.languages, base=folder).documents[0]
    extraction = pipeline.tools(corpus.catalog).extractor.extract(changed)
    report = corpus.judged(
        (changed,), (extraction,), tuple(n for n in figures.company if n != figures.number)
    )
    place = Span(claim.span.start, claim.span.start + len(mutation.text))
    found = claim_at(report, changed.source.id, place)
    group = group_of(report, found) if found else None
    if found is None or group is None or group is not group_of(report, partner):
        return "" if mutation.kind is Kind.DIMENSION else "it is no longer beside its partner"
    if mutation.kind is Kind.REWRITING:
        before = group_of(corpus.report, claim)
        return (
            ""
            if before and before.verdict is group.verdict
            else f"verdict {group.verdict}, of an equal value"
        )
    line = oracle_line(corpus, figures, mutation, found)
    if line is None:
        return "" if mutation.kind is not Kind.DIMENSION else "two dimensions in one group"
    pair = between(group, found, twins(report, partner))
    if pair is not None and pair.line != line:
        return f"line {pair.line} ({pair.relation}) with {partner.quote}, oracle says {line}"
    if (
        pair is None
        and line not in AGREE
        and any({found.id, partner.id} <= set(c.claim_ids) for c in group.clusters)
    ):
        return f"in one cluster with {partner.quote}, oracle says line {line}"
    expected = (
        Verdict.AGREEMENT if line in AGREE else Verdict.POSSIBLE if line == POSSIBLE else Verdict.CONFLICT
    )
    if WORST.index(group.verdict) < WORST.index(expected):
        return f"verdict {group.verdict}, oracle says {expected}"
    return ""


def oracle_line(corpus: Corpus, figures: Partnered, mutation: Mutation, found: Claim) -> int | None:
    """The oracle's line between the new words and the partner's; None where that is not in question."""
    if mutation.kind is Kind.DATE:
        published = [corpus_date(corpus, claim) for claim in (figures.claim, figures.partner)]
        pair = [
            date(words, day)
            for words, day in zip((mutation.text, figures.partner.quote), published, strict=True)
        ]
        return dates(*pair) if pair[0] and pair[1] else None
    theirs = figure(figures.partner.quote)
    if mutation.figure is None or theirs is None:
        return None
    return ladder(*(oracle_value(one, found, corpus.catalog) for one in (mutation.figure, theirs)))


def corpus_date(corpus: Corpus, claim: Claim) -> dt.date | None:
    return next(d.source.published for d in corpus.documents if d.source.id == claim.source_id)
