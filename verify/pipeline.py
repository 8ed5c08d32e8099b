"""The order of the stages.

    paths -read-> documents -extract-> claims -normalize-> claims -resolve-> claims
      -compare-> groups -checks-> findings -> Report

Each stage returns items and issues; nothing here judges.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

from verify import checks
from verify.catalog.catalog import Catalog
from verify.checks.facts import Facts
from verify.compare.definitions import judge_definitions
from verify.compare.drafts import Sources
from verify.compare.group import group
from verify.compare.judge import value_rung
from verify.compare.passages import passages
from verify.errors import UsageError
from verify.extract.extractor import Extractor, Read
from verify.model.claim import Claim, Mention, Role
from verify.model.definition import Definition
from verify.model.document import Document, Issue
from verify.model.draft import DraftFigure, Status
from verify.model.entity import Attribute, Entity, Link
from verify.model.exact import plain as decimal
from verify.model.extraction import Extraction
from verify.model.group import Comparison, Passage, Relation
from verify.model.memory import collecting_seldom
from verify.model.part import Part
from verify.model.period import Period
from verify.model.quantity import Form, Quantity
from verify.model.report import Census, Report
from verify.model.stage import Stage
from verify.normalize.attributes import Normalizer
from verify.read import Reading as Files
from verify.read import read
from verify.resolve.link import link

__all__ = ["Reading", "compare_texts", "judge", "parse", "run"]


@dataclass(frozen=True, slots=True)
class Tools:
    """What the stages compile from a catalogue, once."""

    extractor: Extractor
    normalizer: Normalizer


@lru_cache(maxsize=4)
def tools(catalog: Catalog) -> Tools:
    """Return the compiled tools of a catalogue."""
    return Tools(Extractor(catalog), Normalizer(catalog))


Watch = Callable[[str, int, int], None]
"""Told of each step: what is being done, how many documents are, of how many (0 where that says nothing)."""


def unwatched(stage: str, done: int, total: int) -> None:
    """Let a run go by in silence."""


@collecting_seldom()
def run(
    paths: Sequence[Path],
    catalog: Catalog,
    *,
    against: Sequence[Path] = (),
    own: Sequence[str] = (),
    exclude: Sequence[str] = (),
    base: Path | None = None,
    watch: Watch = unwatched,
) -> Report:
    """Read the paths and return what their documents say together.  Raises ``UsageError``.

    With ``against`` the paths are drafts, and the report is on what those sources say of their figures.  A
    draft that lies among the sources is none of them.
    """
    watch("reading", 0, 0)

    def opened(files: Sequence[Path]) -> Files:
        return read(files, languages=catalog.languages, own=own, excludes=exclude, base=base)

    reading = opened(paths)
    drafts: frozenset[str] = frozenset()
    if against:
        drafts = frozenset(document.source.id for document in reading.documents)
        reading = _beside(reading, opened(against))
    extractor = tools(catalog).extractor
    known = extractor.known(reading.documents)
    extractions = []
    for number, document in enumerate(reading.documents):
        watch("extracting", number, len(reading.documents))
        extractions.append(extractor.extract(document, known))
    watch("comparing", 0, 0)
    return judge(
        reading.documents,
        extractions,
        catalog,
        drafts=drafts,
        issues=reading.issues,
        skipped=reading.skipped,
    )


def _beside(drafts: Files, sources: Files) -> Files:
    """Return drafts and sources together; a draft is no source, wherever it lies."""
    written = {document.source.path for document in drafts.documents}
    others = tuple(one for one in sources.documents if one.source.path not in written)
    issues = tuple(issue for issue in sources.issues if issue not in drafts.issues)
    if not others and not issues:
        raise UsageError("no source to hold the draft against: --against names nothing but the draft")
    documents = sorted((*drafts.documents, *others), key=lambda document: document.source.path)
    return Files(tuple(documents), (*drafts.issues, *issues), drafts.skipped + sources.skipped)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What documents say together, before the checks."""

    facts: Facts
    issues: tuple[Issue, ...]
    passages: tuple[Passage, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class _Linked:
    """Claims of all documents with one id for each thing, normalized, and what else was read."""

    documents: tuple[Document, ...]
    extractions: tuple[Extraction, ...]
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    attributes: tuple[Attribute, ...]
    links: tuple[Link, ...]


def gather(documents: Sequence[Document], extractions: Sequence[Extraction], catalog: Catalog) -> Gathered:
    """Link, normalize and group the claims of documents."""
    return _gathered(_linked(documents, extractions, catalog), catalog)


def _linked(documents: Sequence[Document], extractions: Sequence[Extraction], catalog: Catalog) -> _Linked:
    normalizer = tools(catalog).normalizer
    linked = link(extractions, catalog)
    claims = tuple(normalizer.claim(claim) for claim in linked.claims)
    names = dict(pair for extraction in extractions for pair in extraction.attributes)
    values = {claim.id: claim.value for claim in claims}
    mentions = [
        replace(mention, value=values[mention.claim_id]) if mention.claim_id else normalizer.mention(mention)
        for extraction in extractions
        for mention in extraction.mentions
    ]
    return _Linked(
        documents=tuple(documents),
        extractions=tuple(extractions),
        claims=claims,
        mentions=tuple(sorted(mentions, key=lambda m: (m.source_id, m.span))),
        entities=linked.entities,
        attributes=normalizer.attributes(claims, names),
        links=linked.joined,
    )


def _only(linked: _Linked, ids: Collection[str]) -> _Linked:
    """Return what some of the documents say; what a thing is called is known from all."""
    return replace(
        linked,
        documents=tuple(document for document in linked.documents if document.source.id in ids),
        extractions=tuple(one for one in linked.extractions if one.source_id in ids),
        claims=tuple(claim for claim in linked.claims if claim.source_id in ids),
        mentions=tuple(mention for mention in linked.mentions if mention.source_id in ids),
    )


def _gathered(linked: _Linked, catalog: Catalog) -> Gathered:
    normalizer = tools(catalog).normalizer
    sources = tuple(document.source for document in linked.documents)
    shared = passages(linked.documents)
    groups = group(linked.claims, linked.attributes, sources, entries=catalog.sources, passages=shared)
    definitions = judge_definitions(
        _normal(definition, normalizer)
        for extraction in linked.extractions
        for definition in extraction.definitions
    )
    facts = Facts(
        groups=groups.items,
        claims=linked.claims,
        sources=sources,
        entities=linked.entities,
        attributes=linked.attributes,
        definitions=definitions.items,
        regions=catalog.regions,
        documents=linked.documents,
        mentions=linked.mentions,
        catalog=catalog,
    )
    return Gathered(facts, (*groups.issues, *definitions.issues), shared, linked.links)


def judge(
    documents: Sequence[Document],
    extractions: Sequence[Extraction],
    catalog: Catalog,
    *,
    drafts: Collection[str] = (),
    issues: Iterable[Issue] = (),
    skipped: int = 0,
) -> Report:
    """Return the report on documents whose claims are extracted.

    ``drafts`` are the ids of those that are held against the others: the groups are of the others alone,
    the findings about the drafts alone.
    """
    linked = _linked(documents, extractions, catalog)
    others = {document.source.id for document in documents} - {*drafts}
    gathered = _gathered(_only(linked, others) if drafts else linked, catalog)
    facts = gathered.facts
    parts = _drafted(linked, drafts, facts, catalog) if drafts else (facts,)
    found = checks.run(*parts)
    read_issues = (issue for extraction in extractions for issue in extraction.issues)
    trouble = [*issues, *read_issues, *gathered.issues, *found.issues]
    known = {one.id for one in facts.groups}
    return Report(
        documents=linked.documents,
        entities=linked.entities,
        attributes=linked.attributes,
        claims=linked.claims,
        mentions=linked.mentions,
        groups=facts.groups,
        findings=tuple(one if one.group_id in known else replace(one, group_id=None) for one in found.items),
        issues=tuple(sorted(trouble, key=_issue_order)),
        census=tuple(_census(extraction) for extraction in extractions),
        passages=gathered.passages,
        skipped=skipped,
        links=gathered.links,
        drafts=tuple(sorted(drafts)),
        drafted=tuple(figure for part in parts for figure in part.drafted or ()),
    )


def _drafted(linked: _Linked, drafts: Collection[str], facts: Facts, catalog: Catalog) -> tuple[Facts, ...]:
    """Return for each draft what it says by itself, and what the sources say of its figures."""
    attributes, every = linked.attributes, tuple(document.source for document in linked.documents)
    sources = Sources(facts.claims, facts.groups, attributes, every, catalog.sources)
    found = []
    for draft in sorted(drafts):
        own = _gathered(_only(linked, (draft,)), catalog).facts
        figures = (*sources.figures(own.claims), *_unasked(own.mentions))
        ordered = tuple(sorted(figures, key=lambda figure: figure.span))
        found.append(replace(own, sources=every, drafted=ordered))
    return tuple(found)


def _unasked(mentions: Iterable[Mention]) -> Iterator[DraftFigure]:
    """Yield the figures that no statement was read from, so that nobody takes them for checked."""
    for mention in mentions:
        lost = mention.role in (Role.UNCLAIMED, Role.UNRESOLVED) and mention.claim_id is None
        if lost and mention.value is not None:
            yield DraftFigure(mention.source_id, mention.span, None, Status.UNSUPPORTED)


def _normal(definition: Definition, normalizer: Normalizer) -> Definition:
    return replace(
        definition, left=normalizer.quantity(definition.left), right=normalizer.quantity(definition.right)
    )


def _issue_order(issue: Issue) -> tuple[str, int, str, str]:
    return issue.source_id, issue.span.start if issue.span else -1, issue.code, issue.message


def _census(extraction: Extraction) -> Census:
    roles = Counter(mention.role for mention in extraction.mentions)
    ignored = Counter(mention.rule for mention in extraction.mentions if mention.role is Role.IGNORED)
    return Census(
        extraction.source_id,
        len(extraction.mentions),
        roles[Role.CLAIM],
        roles[Role.QUALIFIER],
        roles[Role.GLOSS],
        roles[Role.UNRESOLVED],
        tuple(sorted(ignored.items())),
        roles[Role.UNCLAIMED],
    )


# --- one text


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure or date of a text, as ``verify parse`` shows it."""

    start: int
    end: int
    text: str
    kind: str
    value: Quantity | Period
    rule: str
    number: tuple[int, int, str, Fraction] | None
    """Place, text and worth of the numeral alone."""
    tree: Part | None = None
    """Which rules made it, with places in the text."""

    def as_dict(self) -> dict[str, Any]:
        """Return the item of ``quantities`` that CONTRACT.md names."""
        item: dict[str, Any] = {"start": self.start, "end": self.end, "text": self.text, "kind": self.kind}
        number = None
        if self.number is not None:
            start, end, text, worth = self.number
            number = {"start": start, "end": end, "text": text, "value": decimal(worth)}
        if isinstance(self.value, Period):
            days = {
                "earliest": self.value.earliest.isoformat() if self.value.earliest else None,
                "latest": self.value.latest.isoformat() if self.value.latest else None,
            }
            return {
                **item,
                "form": Form.POINT.value,
                "value": days,
                "unit": None,
                "base_unit": None,
                "lower": None,
                "upper": None,
                "hedge": self.value.hedge.value,
                "rule": self.rule,
                "number": number,
            }
        quantity = self.value
        hard = quantity.hard
        return {
            **item,
            "form": quantity.form.value,
            "value": decimal(quantity.number),
            "unit": quantity.unit.name,
            "base_unit": quantity.unit.base,
            "lower": None if hard.lower is None else decimal(hard.lower),
            "upper": None if hard.upper is None else decimal(hard.upper),
            "hedge": quantity.hedge.value,
            "rule": self.rule,
            "number": number,
        }


def parse(text: str, catalog: Catalog, *, date: dt.date | None = None) -> Stage[Reading]:
    """Return every figure and date of a text, and what is doubtful in it, each in order of place."""
    compiled = tools(catalog)
    told = compiled.extractor.read(text, date)
    found = (_reading(read, text, compiled.normalizer) for read in told.items)
    return Stage(tuple(reading for reading in found if reading is not None), told.issues)


def _reading(read: Read, text: str, normalizer: Normalizer) -> Reading | None:
    figure, rule = read.figure, "+".join(read.figure.rules)
    start, end = read.place.start, read.place.end
    if figure.period is not None:
        kind = "date" if figure.period.precision == "day" else "period"
        return Reading(start, end, read.quote, kind, figure.period, rule, None, read.tree)
    if figure.reading is None:
        return None
    value = normalizer.quantity(figure.reading.quantity)
    number = None
    if read.number is not None:
        worth = value.numerals[0].value
        number = (read.number.start, read.number.end, text[read.number.start : read.number.end], worth)
    return Reading(start, end, read.quote, value.kind, value, rule, number, read.tree)


def compare_texts(a: str, b: str, catalog: Catalog, *, exact: bool = False) -> Comparison:
    """Return two values against each other.

    Raises ``UsageError`` when a text does not hold exactly one figure.
    """
    normalizer = tools(catalog).normalizer
    left, right = (_one_value(text, catalog) for text in (a, b))
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        left, right = (normalizer.quantity(value, exact=exact) for value in (left, right))
        if left.unit.base != right.unit.base:
            return _uncompared(a, b, f"{left.unit.base} and {right.unit.base} are different dimensions")
    elif isinstance(left, Quantity) or isinstance(right, Quantity):
        return _uncompared(a, b, "a date and a quantity")
    rung = value_rung(left, right)
    if rung is None:
        return _uncompared(a, b, "a date without a day to hold on to")
    return Comparison(a, b, rung.line, rung.relation, rung.gap, rung.bound, rung.flags, rung.derivation)


def _uncompared(a: str, b: str, why: str) -> Comparison:
    return Comparison(a, b, None, Relation.NOT_COMPARED, Fraction(0), why)


def _one_value(text: str, catalog: Catalog) -> Quantity | Period:
    found = parse(text, catalog).items
    if len(found) != 1:
        held = f"{len(found)} figures" if found else "no figure"
        raise UsageError(f"'{text}' holds {held}; compare takes one value on each side, such as '25 MB'")
    return found[0].value
