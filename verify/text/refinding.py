"""A quotation, found again in texts that have changed.

Comes in: a pin, and the pins of what is there now.  Goes out: which of them it is.  A quotation is found
exactly, then by what stands before and after it, then by likeness above ``LIKE`` (the similarity of Ratcliff
and Obershelp, as ``difflib`` has it).  Whether it still says the same is left to others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from verify.model.judgement import Pin

__all__ = ["LIKE", "Quotations", "find_again"]

LIKE = 0.9
"""A quotation in its context is taken for the same above this."""


class Quotations:
    """Pins of many sources, to find some again among them."""

    def __init__(self, pins: Iterable[Pin]) -> None:
        self._pins = tuple(pins)
        self._by_words: dict[str, list[int]] = defaultdict(list)
        for place, pin in enumerate(self._pins):
            for words in handles(pin):
                self._by_words[words].append(place)

    def find(self, wanted: Pin) -> int | None:
        """Return the place of the pin that ``wanted`` is now; None where there is none."""
        near = sorted({place for words in handles(wanted) for place in self._by_words.get(words, ())})
        found = find_again(wanted, [self._pins[place] for place in near])
        return None if found is None else near[found]


def handles(pin: Pin) -> tuple[str, ...]:
    """Return what an edited quotation still has: its file, or itself with one of its sides."""
    return f"path {pin.path}", f"before {pin.prefix} {pin.quote}", f"after {pin.quote} {pin.suffix}"


def find_again(wanted: Pin, candidates: Sequence[Pin]) -> int | None:
    """Return which candidate is the claim that was pinned; None where none is.

    Candidates are of any source; those of the pinned source come first, then others (a file was renamed).
    """
    ordered = sorted(range(len(candidates)), key=lambda at: candidates[at].path != wanted.path)
    for alike in (_exact, _around):
        for at in ordered:
            if alike(wanted, candidates[at]):
                return at
    likeness = {at: _likeness(wanted, candidates[at]) for at in ordered}
    best = max(ordered, key=likeness.__getitem__, default=None)
    return best if best is not None and likeness[best] > LIKE else None


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
