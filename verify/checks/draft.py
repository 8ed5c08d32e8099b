"""A draft against the sources that it was written from.

Why: a figure goes wrong between the source and the page: a digit is mistyped, a 约 becomes a 超过, a
number comes from memory. ``verify check DRAFT --against SOURCES`` asks the sources after every figure of
the draft. The draft is no source: it supports neither itself nor another draft.

Passes: ``青松大桥全长55公里`` in a draft, ``青松大桥总长约五十五千米`` in two sources of different origins.
Fails: ``青松大桥全长65公里`` in a draft, ``青松大桥全长55公里`` in a source (V604).

=====  =======  =============================================================================
V604   error    sources contradict it, and none that they do not contradict states it; a
                warning where a link or reading is not certain
V606   warning  doubtful: the words leave room, a part of the key is unstated, or the sources
                disagree; a note where they are only perhaps about the same thing
V605   warning  the words of the draft say more than those of every source with that number
                (超过 where they say 约, a figure without the 约), or rank (最大 where they say 最大之一)
V603   note     no source states it
=====  =======  =============================================================================

To silence one: mend the draft; state the part of the key (scope, time, planned or actual) that
the source states; add the source that the figure comes from to those named by ``--against``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verify.checks.facts import Facts
from verify.checks.finding import location, said, slips, trusted
from verify.model.claim import Claim, Value
from verify.model.draft import DraftFigure, Status, Witness
from verify.model.exact import percent
from verify.model.finding import Finding, Severity, fingerprint
from verify.model.group import Relation
from verify.model.quantity import Quantity
from verify.model.rank import Rank
from verify.model.stage import Stage
from verify.model.wording import between, canonical, described

CODES = {
    "V603": "draft figure found in no source",
    "V604": "draft figure contradicted",
    "V605": "draft says more than its sources",
    "V606": "draft figure doubtful",
}
_SAME = (Relation.IDENTICAL, Relation.EQUAL)
_CONFLICTS = (Relation.CONFLICT, Relation.UNIT_SLIP)


def check(facts: Facts) -> Stage[Finding]:
    """Return at most one finding for each statement of a draft."""
    figures = facts.drafted or ()
    return Stage(tuple(finding for figure in figures for finding in _judged(facts, figure)))


def _judged(facts: Facts, figure: DraftFigure) -> Iterator[Finding]:
    claim = figure.claim
    if claim is None:
        return
    if figure.status is Status.UNSUPPORTED:
        yield _finding(facts, figure, claim, "V603", Severity.NOTE, _nearest(facts, figure))
    elif figure.status is Status.CONTRADICTED:
        against = _against(figure)
        errors = any(trusted(claim, one.claim) is Severity.ERROR for one in against)
        yield _told(facts, figure, claim, "V604", Severity.ERROR if errors else Severity.WARNING, against)
    elif figure.status is Status.DOUBTFUL:
        against = _against(figure)
        severity = Severity.WARNING if against else Severity.NOTE
        yield _told(facts, figure, claim, "V606", severity, against or figure.witnesses)
    else:
        yield from _stronger(facts, figure, claim)


def _against(figure: DraftFigure) -> tuple[Witness, ...]:
    """Return the sources that do not agree: those that conflict, else those that may."""
    conflicting = tuple(one for one in figure.witnesses if one.comparison.relation in _CONFLICTS)
    return conflicting or tuple(
        one for one in figure.witnesses if one.comparison.relation is Relation.POSSIBLE
    )


def _nearest(facts: Facts, figure: DraftFigure) -> str:
    """Tell what was found but could not be compared."""
    if not figure.apart:
        return "no source states such a fact"
    near = figure.apart[0]
    return f"{said(facts, near.claim)}, not compared: another {near.part}"


# --- V605


def _stronger(facts: Facts, figure: DraftFigure, claim: Claim) -> Iterator[Finding]:
    """Yield a finding where sources state the number with other words, and none says as much."""
    if any(_says_as_much(witness, claim.value) for witness in figure.witnesses):
        return
    hedged = [one for one in figure.witnesses if one.comparison.relation is Relation.HEDGE_DIFFERS]
    if hedged:
        yield _told(facts, figure, claim, "V605", Severity.WARNING, hedged)


def _says_as_much(witness: Witness, mine: Value) -> bool:
    """Say whether a source says no less than the draft in other words: 最大 for 最大之一."""
    value = witness.claim.value
    if witness.comparison.relation in _SAME:
        return True
    if isinstance(value, Rank) or isinstance(mine, Rank):
        return not (isinstance(mine, Rank) and mine.strict)
    return isinstance(value, Quantity) and isinstance(mine, Quantity) and value.hard.within(mine.hard)


# --- findings


def _told(
    facts: Facts,
    figure: DraftFigure,
    claim: Claim,
    code: str,
    severity: Severity,
    witnesses: Sequence[Witness],
) -> Finding:
    """Return a finding that names the source which is farthest from the draft."""
    first = max(witnesses, key=lambda one: one.comparison.gap)
    compared = first.comparison
    more = f" and {len(witnesses) - 1} more" if len(witnesses) > 1 else ""
    gap = f" (gap {percent(compared.gap)})" if compared.gap else ""
    behind = slips(compared.flags, claim.value, first.claim.value)
    why = f"{said(facts, first.claim, claim)}{more}{gap}: {compared.bound}{behind}"
    found = _finding(facts, figure, claim, code, severity, why, [one.claim for one in witnesses])
    told = between(claim.value, first.claim.value)
    return found._replace(
        expected=described(first.claim.value, told),
        found=described(claim.value, told),
        gap=percent(compared.gap),
    )


def _finding(
    facts: Facts,
    figure: DraftFigure,
    claim: Claim,
    code: str,
    severity: Severity,
    why: str,
    theirs: Sequence[Claim] = (),
) -> Finding:
    """Return a finding at the place in the draft, with those of the sources behind it."""
    entity = facts.entity_name(claim.entity_id)
    attribute = facts.attribute_name(claim.attribute_id)
    qualifiers = claim.qualifiers
    key = (entity, claim.attribute_id, claim.dimension, qualifiers.scope or "", qualifiers.statistic or "")
    claims = (claim, *theirs)
    return Finding(
        id=fingerprint(code, key, (canonical(one.value) for one in claims)),
        code=code,
        severity=severity,
        message=f"{CODES[code]}: {entity}, {attribute}: {said(facts, claim)}; {why}",
        expected="",
        found=described(claim.value),
        gap="",
        locations=tuple(location(one) for one in claims),
        claim_ids=tuple(sorted(one.id for one in claims)),
        group_id=figure.group_id,
    )
