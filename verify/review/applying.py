"""What editors decided, applied to the report of a run.

Comes in: a report, and judgements from a desk's database or from the file that its page gives.  Goes out:
the report with the findings they settle marked ``suppressed``, and what became of each judgement.  A
judgement that is stale or orphaned settles nothing.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from verify.errors import UsageError
from verify.model.judgement import Judgement
from verify.report import schema
from verify.review import queue
from verify.review.anchors import Anchors
from verify.review.bodies import judgement_of
from verify.review.pins import State, standing

__all__ = ["Outcome", "applied", "read_decisions"]

_LARGEST = 1 << 28
"""Bytes of a file of decisions: some hundred thousand of them."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a judgement."""

    judgement: Judgement
    state: State
    why: str


def read_decisions(place: str) -> tuple[Judgement, ...]:
    """Return the judgements of a file, or of a database by its URL.

    Raises:
        UsageError: They cannot be read.
    """
    if "://" in place:
        from verify.store.store import Circumstances, Store  # noqa: PLC0415 - needs the packages of [review]

        store = Store(place, Circumstances("", "", ""))
        try:
            bodies = [found.body for _, found in sorted(store.decisions().items())]
        finally:
            store.close()
        return tuple(judgement_of(body) for body in bodies if body is not None)
    path = Path(place)
    try:
        if path.stat().st_size > _LARGEST:
            raise UsageError(f"{place} is larger than {_LARGEST >> 20} MB")
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{place} cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{place} is no JSON: {error}") from error
    if not isinstance(content, dict) or not isinstance(content.get("decisions"), list):
        raise UsageError(f"{place} holds no decisions: expected an object with a list 'decisions'")
    return tuple(judgement_of(body) for body in content["decisions"])


def applied(
    report: schema.Report, judgements: Sequence[Judgement]
) -> tuple[schema.Report, tuple[Outcome, ...]]:
    """Return the report with what the judgements settle, and what became of each, in their order."""
    anchors = Anchors(queue.items(report))
    settled: set[str] = set()
    outcomes = []
    for judgement in judgements:
        item = anchors.item(judgement)
        found = standing(judgement, item.pins if item else ())
        outcomes.append(Outcome(judgement, found.state, found.why))
        if item is not None and found.state is State.STANDS and judgement.choice.settles:
            settled |= {finding.id for finding in item.findings}
    findings = tuple(
        finding.model_copy(update={"state": "suppressed"}) if finding.id in settled else finding
        for finding in report.findings
    )
    return report.model_copy(update={"findings": findings}), tuple(outcomes)
