"""What editors decided, applied to the report of a run.

Comes in: a report that was judged with their rereadings, and decisions from a desk's database or from the
file that its page gives.  Goes out: the report with the findings they settle marked ``suppressed``, and what
became of each decision.  One that is stale or orphaned settles nothing.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from verify.errors import UsageError
from verify.model.judgement import Amendment, Decided, Standing, State
from verify.report import schema
from verify.review.anchors import Anchors
from verify.review.bodies import decided_of, judgement_of
from verify.review.items import FINDING, Item, items
from verify.review.pins import standing

if TYPE_CHECKING:
    from verify.store.store import Store

__all__ = ["applied", "decided_in", "read_decisions"]

_LARGEST = 1 << 28
"""Bytes of a file of decisions: some hundred thousand of them."""
_SQLITE = b"SQLite format 3\0"
"""How a file of SQLite begins (https://sqlite.org/fileformat.html, section 1.3)."""
_WORST = (State.STANDS, State.STALE, State.ORPHANED)


def read_decisions(place: str) -> tuple[Decided, ...]:
    """Return the decisions of a file, or of a database by its URL, in the order they were made.

    Raises:
        UsageError: They cannot be read.
    """
    if "://" in place:
        return _of_database(place)
    path = Path(place)
    try:
        with path.open("rb") as file:
            if file.read(len(_SQLITE)) == _SQLITE:
                return _of_database(f"sqlite:///{path}")
        if path.stat().st_size > _LARGEST:
            raise UsageError(f"{place} is larger than {_LARGEST >> 20} MB")
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{place} cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{place} is no JSON: {error}") from error
    entries = content.get("decisions") if isinstance(content, dict) else None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise UsageError(f"{place} holds no decisions: expected an object with a list 'decisions'")
    return tuple(decided_of(entry) for entry in entries)


def _of_database(url: str) -> tuple[Decided, ...]:
    from verify.store.store import Circumstances, Store  # noqa: PLC0415 - a file needs no database packages

    file = url.removeprefix("sqlite:///")
    if file != url and not Path(file).exists():
        raise UsageError(f"{file} does not exist: name the database of the decisions")
    store = Store(url, Circumstances("", "", ""))
    try:
        return decided_in(store)
    finally:
        store.close()


def decided_in(store: Store) -> tuple[Decided, ...]:
    """Return what is in force in a store, in the order it was decided."""
    found = sorted(store.decisions().values(), key=lambda item: item.seq)
    return tuple(
        Decided(judgement_of(item.body), item.editor, item.at, item.seq)
        for item in found
        if item.body is not None
    )


def applied(
    report: schema.Report, decided: Sequence[Decided], amendments: Sequence[Amendment] = ()
) -> schema.Report:
    """Return the report with what the decisions settle, and what became of each, in their order.

    Args:
        report: Judged with the rereadings of these decisions.
        decided: The decisions.
        amendments: What became of their rereadings.
    """
    anchors = Anchors(items(report))
    rereadings: dict[int, list[Amendment]] = defaultdict(list)
    for amendment in amendments:
        rereadings[amendment.seq].append(amendment)
    excuses: dict[str, Decided] = {}
    told = []
    for one in decided:
        item = anchors.item(one.judgement)
        found = _standing(one, item, rereadings[one.seq])
        settled = _settled(one, item) if found.state is State.STANDS else ()
        excuses |= dict.fromkeys(settled, one)
        told.append(_decision(one, item, found, settled, rereadings[one.seq]))
    findings = tuple(
        finding if finding.id not in excuses else _excused(finding, excuses[finding.id])
        for finding in report.findings
    )
    return report.model_copy(update={"findings": findings, "decisions": tuple(told)})


def _standing(one: Decided, item: Item | None, rereadings: Sequence[Amendment]) -> Standing:
    """Return the worse of how its rereadings and its verdict stand; a mere rereading judged no values."""
    found = [amendment.standing for amendment in rereadings]
    if not (rereadings and one.judgement.choice.rereads):
        found.append(standing(one.judgement, item.pins if item else ()))
    return max(found, key=lambda each: _WORST.index(each.state))


def _settled(one: Decided, item: Item | None) -> tuple[str, ...]:
    """Return the findings that a decision which stands settles.

    What was read anew is judged anew: where that is still a conflict, somebody has to decide again.
    """
    if item is None or not one.judgement.choice.settles:
        return ()
    if one.judgement.rereads and one.judgement.choice.rereads:
        return ()
    return tuple(finding.id for finding in item.findings)


def _decision(
    one: Decided,
    item: Item | None,
    found: Standing,
    settled: tuple[str, ...],
    rereadings: Sequence[Amendment],
) -> schema.Decision:
    judgement = one.judgement
    stand = [amendment for amendment in rereadings if amendment.standing.state is State.STANDS]
    return schema.Decision(
        subject=judgement.subject,
        choice=judgement.choice.value,
        reason=judgement.reason,
        editor=one.editor,
        at=one.at,
        seq=one.seq,
        state=found.state.value,
        why=str(found),
        group_id=item.subject if item is not None and item.verdict != FINDING else None,
        finding_ids=settled,
        claim_ids=tuple(each.claim_id for each in stand if each.pin not in judgement.dropped),
        dropped=sum(each.pin in judgement.dropped for each in stand),
    )


def _excused(finding: schema.Finding, one: Decided) -> schema.Finding:
    by = f"decision of {one.editor}" if one.editor else "decision"
    excuse = schema.Suppression(
        reason=f"{one.judgement.choice.value}: {one.judgement.reason}",
        until=None,
        place=by,
        in_document=False,
    )
    return finding.model_copy(update={"state": "suppressed", "suppression": excuse})
