"""Whether what a decision judged is still what the sources say.

Comes in: the pins of a judgement, and those that its subject holds now.  Goes out: whether it stands, is
stale (a value changed, or another joined), or is orphaned (what it judged is gone).  Finding a quotation
again is left to ``text.refinding``.
"""

from __future__ import annotations

from collections.abc import Iterable

from verify.model.judgement import Judgement, Pin, Standing, State

__all__ = ["standing"]


def standing(judgement: Judgement, now: Iterable[Pin]) -> Standing:
    """Return what became of a judgement, given what its subject holds now."""
    present = tuple(now)
    if not present:
        return Standing(
            State.ORPHANED, "in no source any more", ", ".join(sorted({pin.quote for pin in judgement.pins}))
        )
    judged = {item.value for item in judgement.pins}
    joined = sorted({item.quote for item in present if item.value not in judged})
    if joined:
        return Standing(State.STALE, "not judged", ", ".join(joined))
    left = {item.value for item in present}
    kept = (item for place, item in enumerate(judgement.pins) if place not in judgement.dropped)
    gone = sorted({item.quote for item in kept if item.value not in left})
    if gone:
        return Standing(State.STALE, "no longer said", ", ".join(gone))
    return Standing(State.STANDS)
