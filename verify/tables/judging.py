"""A table of claims to verdicts.

Comes in: a table, a catalogue, an engine.  Goes out: ``TableReport``: how many facts agree, rest on one
source or conflict, and the findings.  Facts are the rows of one entity, attribute, dimension and date.
Where all values of a fact agree, columns tell the verdict; all other facts are judged by
``check_bucket``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verify import checks
from verify.catalog.catalog import Catalog
from verify.checks.facts import Facts
from verify.compare.lineage import Names
from verify.engine import Engine
from verify.engine.shelf import kept
from verify.model.claim import Claim
from verify.model.document import Issue, Source
from verify.model.entity import Attribute, Entity
from verify.model.finding import Finding, Severity
from verify.model.group import Verdict
from verify.normalize.attributes import Normalizer
from verify.pipeline.bucket import bucketed
from verify.pipeline.gathering import judged_buckets
from verify.pipeline.tools import tools
from verify.tables.agreeing import agreeing
from verify.tables.columns import table
from verify.tables.facts import Dealt, dealt
from verify.tables.plain import Row, claim
from verify.tables.reading import Meanings


@dataclass(frozen=True, slots=True)
class TableReport:
    """What a table comes to."""

    rows: int
    verdicts: dict[Verdict, int]
    """How many facts there are of each."""
    judged: int
    """How many of the rows could not be told by columns."""
    findings: Sequence[Finding]
    """But for notes, of which a table has one for nearly each fact."""
    issues: tuple[Issue, ...]
    claims: Sequence[Claim]
    """Those that the findings tell of."""


def check_table(path: Path, catalog: Catalog, engine: Engine, *, columnar: bool = True) -> TableReport:
    """Judge a table of ready claims.

    Without ``columnar`` no verdict is told by columns, to the same end.  Raises UsageError.
    """
    frame = table(path)
    found = dealt(frame, Meanings(catalog), path.as_posix())
    told = agreeing(found.values, found.facts) & found.columnar & ~_reprinting(found, catalog)
    if not columnar:
        told[:] = False
    _together(found, told)
    verdicts = _verdicts(found, told)
    rest = found.rows[~told[found.rows.fact]]
    claims = kept(_claims(rest, found, tools(catalog).normalizer))
    judged, findings = _judged(claims, found, catalog, engine)
    verdicts.update(judged)
    about = {one for finding in findings for one in finding.claim_ids}
    return TableReport(
        rows=len(frame),
        verdicts={verdict: verdicts[verdict] for verdict in Verdict},
        judged=len(rest),
        findings=findings,
        issues=found.issues,
        claims=kept(claim for claim in claims if claim.id in about),
    )


def _together(found: Dealt, told: Any) -> None:
    """Take whole what columns cannot tell: a row without a date with all the facts that it may be of."""
    rows = found.rows
    loose, odd = rows.bucket[rows.loose], rows.bucket[~told[rows.fact]]
    mixed = loose[loose.isin(odd)].unique()
    told[rows.fact[rows.bucket.isin(mixed)].unique()] = False


def _reprinting(found: Dealt, catalog: Catalog) -> Any:
    """Say which facts have a source that is known to reprint others: origins of these are no mere count."""
    import numpy as np  # noqa: PLC0415 - with pandas, for tables alone

    names = Names(catalog.sources)
    reprints = [bool(names.reprinted(names.name(source))) for source in found.texts.sources]
    facts = np.zeros(found.facts, dtype=bool)
    facts[found.rows.fact[np.array(reprints, dtype=bool)[found.rows.source]].unique()] = True
    return facts


def _verdicts(found: Dealt, told: Any) -> Counter[Verdict]:
    """Count the verdicts of the facts that columns tell: two origins agree, one is alone."""
    import numpy as np  # noqa: PLC0415 - with pandas, for tables alone

    known = len(found.texts.sources)
    rows = found.rows[told[found.rows.fact]]
    pairs = np.unique(rows.fact.to_numpy() * (known + 1) + rows.source.to_numpy())
    number = np.bincount(pairs // (known + 1), minlength=found.facts)[told]
    several = int((number > 1).sum())
    return Counter({Verdict.AGREEMENT: several, Verdict.SINGLE: len(number) - several})


def _claims(rows: Any, found: Dealt, normalizer: Normalizer) -> Iterator[Claim]:
    """Yield the claims of some rows, one where a source says the same twice."""
    texts = found.texts
    once = rows.drop_duplicates(["source", "fact", "value", "unit", "date"])
    for row in once.itertuples(index=False):
        quote = f"{texts.values[row.value]}{texts.spellings[row.unit]}"
        read = Row(
            row.number,
            texts.sources[row.source],
            texts.entities[row.entity],
            texts.attributes[row.attribute].id,
            texts.value(row.value, row.unit),
            texts.dates[row.date],
            quote,
        )
        yield claim(read, normalizer)


def _judged(
    claims: Sequence[Claim], found: Dealt, catalog: Catalog, engine: Engine
) -> tuple[Counter[Verdict], Sequence[Finding]]:
    """Return how many facts have each verdict, and the findings; a bucket of claims in memory at a time."""
    normalizer = tools(catalog).normalizer
    sources = tuple(Source(one, one, publisher=one) for one in sorted({claim.source_id for claim in claims}))
    attributes: tuple[Attribute, ...] = normalizer.attributes(claims, {})
    named = dict(sorted(zip(found.texts.entities, found.texts.names, strict=True), reverse=True))
    named.update({entry.id: entry.name for entry in catalog.entities})
    entities = tuple(Entity(one, named[one]) for one in sorted({claim.entity_id for claim in claims}))
    verdicts: Counter[Verdict] = Counter()

    def every() -> Iterator[Finding]:
        buckets = bucketed(claims, entities, attributes, sources, ())
        for judged in judged_buckets(buckets, engine, checked=True):
            verdicts.update(group.verdict for group in judged.groups)
            yield from (one for one in judged.findings if one.severity is not Severity.NOTE)

    findings = checks.settled(every(), Facts(sources=sources, claims=claims, catalog=catalog))
    return verdicts, findings
