"""Which named thing a mere description (首个超大型…中心) stands for.

Comes in: things.  Goes out: descriptions with the thing that each fits: kind, place
and operator agree, and exactly one such thing is named.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from verify.catalog.catalog import Catalog
from verify.catalog.regions import containment
from verify.catalog.schema import EntityEntry
from verify.model.entity import Candidate
from verify.resolve.profile import plain
from verify.resolve.things import Things


class Describer:
    """Finds what descriptions stand for, with the regions and entries of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._regions = containment(catalog.regions)
        self._entries = {entry.id: entry for entry in catalog.entities}

    def fits(self, things: Things) -> Iterator[tuple[int, int]]:
        """Yield each description that fits one thing only, and that thing; both as they are by now."""
        candidates = things.candidates
        descriptions = [*candidates.like(lambda face: not face.names and face.operators)]
        kinds = {candidates.face(one).kind for one in descriptions} - {""}
        named: dict[str, dict[int, dict[Candidate, None]]] = {kind: {} for kind in kinds}
        for one in candidates.like(lambda face: face.names and face.kind in kinds):
            face = candidates.face(one)
            named[face.kind].setdefault(things.root(one), {})[face] = None
        for one in descriptions:
            face = candidates.face(one)
            fits = [
                root
                for root, group in named.get(face.kind, {}).items()
                if _operated(face, group, self._entries)
                and _placed(face, group, self._entries, self._regions)
            ]
            if len(fits) == 1:
                yield one, fits[0]


def _operated(candidate: Candidate, group: Collection[Candidate], entries: Mapping[str, EntityEntry]) -> bool:
    mine = {plain(name) for name in candidate.operators}
    theirs = {plain(name) for c in group for name in c.operators}
    theirs |= {plain(n) for c in group if c.catalogue_id for n in entries[c.catalogue_id].operator}
    names = {plain(name) for c in group for name in c.names}
    return bool(mine & theirs) or any(name.startswith(operator) for operator in mine for name in names)


def _placed(
    candidate: Candidate,
    group: Collection[Candidate],
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
