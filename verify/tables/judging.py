"""A table of claims to verdicts.

Comes in: a table, a catalogue, an engine.  Goes out: ``TableReport``: how many facts agree, rest on one
source or conflict, and the findings.  Facts are the rows of one entity, attribute, dimension and date.
Where all values of a fact agree, columns tell the verdict; all other facts are judged part by
part, as claims of a text are (``parts``).
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
from verify.model.document import Issue
from verify.model.finding import Finding
from verify.model.group import Verdict
from verify.pipeline.gathering import surely
from verify.tables.agreeing import agreeing
from verify.tables.columns import table
from verify.tables.facts import Dealt, dealt
from verify.tables.parts import judge_part, parted
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

    def every() -> Iterator[Finding]:
        parts = ([part] for part in parted(rest, found.texts, catalog))
        for one in surely(engine.run(judge_part, None, parts)):
            verdicts.update(one.verdicts)
            yield from one.findings

    findings = checks.settled(every(), Facts(catalog=catalog))
    return TableReport(
        rows=len(frame),
        verdicts={verdict: verdicts[verdict] for verdict in Verdict},
        judged=len(rest),
        findings=findings,
        issues=found.issues,
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

    fact, source = (found.rows[name].to_numpy() for name in ("fact", "source"))
    mine = told[fact]
    known = len(found.texts.sources)
    pairs = fact[mine].astype(np.int64) * known + source[mine]
    pairs.sort()
    first = np.diff(pairs, prepend=-1) > 0
    number = np.bincount(pairs[first] // known, minlength=found.facts)[told]
    several = int((number > 1).sum())
    return Counter({Verdict.AGREEMENT: several, Verdict.SINGLE: len(number) - several})
