"""Figures that two documents tell alike, each of another thing.

Comes in: what is known of all things, and a claim.  Goes out: the thing that the claim follows, if any: one
that its text does not tie to its own thing is about that of which a document on some of the same things tells
the same attribute with the same long number: the citizens whom "the institute interviewed" are those of the
poll.  Things of one kind lend each other no figures.  How doubtful such a claim is, is left to ``link``.
"""

from __future__ import annotations

from collections.abc import Mapping

from verify.model.claim import Claim
from verify.model.quantity import Quantity
from verify.resolve.figures import Value, alike
from verify.resolve.profile import Profile

_TIED = frozenset(["clause", "table", "catalogue", "decision"])
"""Origins of a subject that stands beside its figure."""


class Following:
    """Finds what claims follow, given what is known of each thing, and which things each document names."""

    def __init__(self, profiles: Mapping[str, Profile], named: Mapping[str, frozenset[str]]) -> None:
        self._profiles = profiles
        self._named = named
        blocks: dict[Value, list[str]] = {}
        for root in sorted({root for roots in named.values() for root in roots}):
            for value in profiles[root].told.values:
                if not value[2]:
                    blocks.setdefault(value, []).append(root)
        self._pairs = {
            value: (roots[0], roots[1]) for value, roots in blocks.items() if self._may_lend(roots)
        }
        """Long values that exactly two things have, which are of two kinds."""

    def _may_lend(self, roots: list[str]) -> bool:
        if len(roots) != 2:
            return False
        one, other = (self._profiles[root] for root in roots)
        return (
            one.kinds.isdisjoint(other.kinds)
            and bool(one.kinds | other.kinds)
            and not (one.entries and other.entries)
        )

    def thing(self, claim: Claim, root: str) -> str | None:
        """Return the thing that a claim about ``root`` follows; None where it stays with that."""
        value = claim.value
        if not isinstance(value, Quantity) or claim.attribute_id.startswith("~"):
            return None
        pair = self._pairs.get((value.unit.base, value.base_number, ""))
        if pair is None or root not in pair:
            return None
        main = pair[1] if root == pair[0] else pair[0]
        if self._weight(main) < self._weight(root) or not alike(claim, self._profiles[main].told):
            return None
        return main if self._one_story(claim, main) and self._loose(claim, main) else None

    def _weight(self, root: str) -> tuple[int, str]:
        """Return how much is told of a thing: the lesser of two follows."""
        return len(self._profiles[root].told.values), root

    def _one_story(self, claim: Claim, main: str) -> bool:
        """Say whether another document that names a thing speaks of some of the same things as a claim's."""
        mine = self._named.get(claim.source_id, frozenset())
        return any(
            source != claim.source_id and mine & self._named[source]
            for source in self._profiles[main].sources
        )

    def _loose(self, claim: Claim, main: str) -> bool:
        """Say whether no name ties a figure to its thing, or its sentence names the other one as well."""
        origins = [step.origin for step in claim.trace if step.part == "entity"]
        held = any(name in claim.sentence for name in self._profiles[main].names.values())
        return held or not origins or origins[-1] not in _TIED
