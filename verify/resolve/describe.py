"""Which named thing a mere description (首个超大型…中心) stands for.

Comes in: things with their candidates.  Goes out: descriptions with the thing that each fits: kind, place
and operator agree, and exactly one such thing is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from verify.catalog.catalog import Catalog
from verify.catalog.regions import containment
from verify.catalog.schema import EntityEntry
from verify.model.entity import Candidate
from verify.resolve.profile import plain


class Describer:
    """Finds what descriptions stand for, with the regions and entries of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._regions = containment(catalog.regions)
        self._entries = {entry.id: entry for entry in catalog.entities}

    def fits(self, groups: Mapping[str, Sequence[Candidate]]) -> Iterator[tuple[str, str]]:
        """Yield the id of each description that fits one thing only, and that thing."""
        by_kind: dict[str, dict[str, list[Candidate]]] = {}
        for root, group in sorted(groups.items()):
            for one in group:
                if one.names and one.kind:
                    by_kind.setdefault(one.kind, {}).setdefault(root, []).append(one)
        for one in sorted((c for group in groups.values() for c in group), key=lambda c: c.id):
            if one.names or not one.operators:
                continue
            fits = [
                root
                for root, group in sorted(by_kind.get(one.kind, {}).items())
                if _operated(one, group, self._entries) and _placed(one, group, self._entries, self._regions)
            ]
            if len(fits) == 1:
                yield one.id, fits[0]


def _operated(candidate: Candidate, group: Sequence[Candidate], entries: Mapping[str, EntityEntry]) -> bool:
    mine = {plain(name) for name in candidate.operators}
    theirs = {plain(name) for c in group for name in c.operators}
    theirs |= {plain(n) for c in group if c.catalogue_id for n in entries[c.catalogue_id].operator}
    names = {plain(name) for c in group for name in c.names}
    return bool(mine & theirs) or any(name.startswith(operator) for operator in mine for name in names)


def _placed(
    candidate: Candidate,
    group: Sequence[Candidate],
    entries: Mapping[str, EntityEntry],
    regions: Mapping[str, frozenset[str]],
) -> bool:
    if not candidate.place:
        return False
    theirs = {c.place for c in group if c.place}
    for c in group:
        if c.catalogue_id:
            place = entries[c.catalogue_id].place
            theirs |= {place} if place else set()
    within = regions.get(candidate.place, frozenset()) | {candidate.place}
    return any(
        place in within or candidate.place in (regions.get(place, frozenset()) | {place}) for place in theirs
    )
