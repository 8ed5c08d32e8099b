"""Which values a decision judged, and whether they are still the ones.

Comes in: claims of a report, and judgements made of an earlier one.  Goes out: pins; and for each judgement
whether it stands, is stale (a value changed, or another joined), or is orphaned (what it judged is gone).

A quotation is found again exactly, then by what stands before and after it, then by likeness above ``LIKE``
(the similarity of Ratcliff and Obershelp, as ``difflib`` has it).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from verify.model.judgement import CONTEXT, Judgement, Pin
from verify.report import schema

__all__ = ["LIKE", "Standing", "State", "find_again", "pin", "standing", "value_key"]

LIKE = 0.9
"""A quotation in its context is taken for the same above this."""


class State(StrEnum):
    """What became of a decision."""

    STANDS = "stands"
    STALE = "stale"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of a decision, and why."""

    state: State
    why: str
    """Empty where it stands."""


def value_key(value: schema.QuantityValue | schema.DateValue | schema.RankValue) -> str:
    """Return a value with its hedge, so that the same in other words gives the same."""
    if isinstance(value, schema.QuantityValue):
        left, right = "[" if value.lower_closed else "(", "]" if value.upper_closed else ")"
        bounds = f"{left}{value.lower}, {value.upper}{right}"
        return f"{value.form} {value.base_number} {value.base_unit} {value.hedge} {bounds}"
    if isinstance(value, schema.DateValue):
        return f"date {value.earliest} {value.latest} {value.hedge}"
    return f"rank {value.superlative} {value.strict} {value.category} {value.region}"


def pin(claim: schema.Claim, path: str) -> Pin:
    """Return a claim as it is pinned."""
    stretch = claim.sentence_span
    before = claim.sentence[: stretch.start] if stretch else ""
    after = claim.sentence[stretch.end :] if stretch else ""
    return Pin(path, claim.quote, before[-CONTEXT:], after[:CONTEXT], value_key(claim.value))


def find_again(wanted: Pin, candidates: Sequence[Pin]) -> int | None:
    """Return which candidate is the claim that was pinned; None where none is.

    Candidates are of any source; those of the pinned source come first, then others (a file was renamed).
    """
    ordered = sorted(range(len(candidates)), key=lambda at: candidates[at].path != wanted.path)
    for alike in (_exact, _around):
        for at in ordered:
            if alike(wanted, candidates[at]):
                return at
    best = max(ordered, key=lambda at: _likeness(wanted, candidates[at]), default=None)
    if best is not None and _likeness(wanted, candidates[best]) > LIKE:
        return best
    return None


def standing(judgement: Judgement, now: Iterable[Pin]) -> Standing:
    """Return what became of a judgement, given what its subject holds now."""
    present = tuple(now)
    if not present:
        return Standing(State.ORPHANED, "what was judged is in no source any more")
    judged = {item.value for item in judgement.pins}
    joined = sorted({item.quote for item in present if item.value not in judged})
    if joined:
        return Standing(State.STALE, f"not judged: {', '.join(joined)}")
    gone = sorted({item.quote for item in judgement.pins if item.value not in {pin.value for pin in present}})
    if gone:
        return Standing(State.STALE, f"no longer said: {', '.join(gone)}")
    return Standing(State.STANDS, "")


def _exact(wanted: Pin, candidate: Pin) -> bool:
    return (wanted.quote, wanted.prefix, wanted.suffix) == (
        candidate.quote,
        candidate.prefix,
        candidate.suffix,
    )


def _around(wanted: Pin, candidate: Pin) -> bool:
    """The same words before and after, whatever the figure became; or the same figure beside the same."""
    same_before = bool(wanted.prefix) and wanted.prefix == candidate.prefix
    same_after = bool(wanted.suffix) and wanted.suffix == candidate.suffix
    return (same_before and same_after) or (wanted.quote == candidate.quote and (same_before or same_after))


def _likeness(wanted: Pin, candidate: Pin) -> float:
    first = f"{wanted.prefix}{wanted.quote}{wanted.suffix}"
    second = f"{candidate.prefix}{candidate.quote}{candidate.suffix}"
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) <= LIKE:
        return 0.0
    return matcher.ratio()
