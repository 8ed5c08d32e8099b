"""What the things that documents were joined on are called: name, aliases and id.

Comes in: the candidates of each thing.  Goes out: ``Entity``s, by the name that most documents use, with ids
of their own for things of one name that were kept apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from verify.catalog.schema import EntityEntry
from verify.engine.shelf import ordered
from verify.model.entity import UNNAMED, Candidate, Entity
from verify.resolve.profile import plain
from verify.resolve.things import Group, Things

_LAST = 1 << 12
"""So many things are called by their names without these being worked out again."""
_YEAR = 4


class Called(Mapping[int, Entity]):
    """What things are called, worked out when somebody asks; held of those of one name alone."""

    def __init__(self, things: Things, entries: Mapping[str, EntityEntry]) -> None:
        """Tell things of one name apart; no more of them are joined from now on."""
        self._things, self._entries = things, entries
        self._apart: dict[int, Entity] = {}
        self._last: dict[int, Entity] = {}
        ids = ((self._entity(root).id, root) for root in things.roots())
        first: Callable[[tuple[str, int]], str] = itemgetter(0)
        for _, same in groupby(ordered(ids, first), first):
            roots = [root for _, root in same]
            if len(roots) > 1:
                self._apart |= distinct({root: self._entity(root) for root in roots}, things.group)

    def __getitem__(self, root: int) -> Entity:
        """Return the thing of a number."""
        found = self._apart.get(root) or self._last.get(root)
        if found is None:
            if len(self._last) >= _LAST:
                self._last.clear()
            found = self._last[root] = self._entity(root)
        return found

    def __iter__(self) -> Iterator[int]:
        """Yield the numbers of all things, in order."""
        return self._things.roots()

    def __len__(self) -> int:
        """Return how many there are."""
        return sum(1 for _ in self)

    def _entity(self, root: int) -> Entity:
        return entity(self._things.group(root), self._entries)


def is_edition(one: Entity) -> bool:
    """Say whether a thing is what is held in one year."""
    year = one.id.rpartition("@")[2]
    return len(year) == _YEAR and year.isdigit()


def entity(group: Group, entries: Mapping[str, EntityEntry]) -> Entity:
    """Return the thing that some candidates are, with the name that most of them use."""
    faces = group.faces
    catalogued = sorted({c.catalogue_id for c in faces if c.catalogue_id})
    names = sorted({name for c in faces for name in c.names}, key=lambda n: (-len(plain(n)), n))
    kind = next((c.kind for c in faces if c.kind), "")
    if catalogued:
        entry = entries[catalogued[0]]
        return Entity(entry.id, entry.name, tuple(n for n in names if n != entry.name), entry.kind, True)
    edition = next((c.edition for c in faces if c.edition), "")
    if names:
        best = _best_name(faces, names)
        ident = f"~{plain(best)}{'@' if edition else ''}{edition}"
        name = f"{best} {edition}".strip()
        return Entity(ident, name, tuple(n for n in names if n != best), kind)
    described = sorted({d for c in faces for d in c.described}, key=lambda d: (-len(d), d))
    name = described[0] if described else UNNAMED
    return Entity(f"~{plain(name)}@{group.first.source_id}", name, tuple(described[1:]), kind)


def distinct(alike: Mapping[int, Entity], group: Callable[[int], Group]) -> Mapping[int, Entity]:
    """Give things of one name that were kept apart ids and names of their own: by place, kind or source."""
    if any(one.catalogued for one in alike.values()):
        return alike
    groups = [group(root) for root in alike]
    for tell in (_whole_of, _place_of, _kind_of, _source_of):
        marks = [tell(one) for one in groups]
        if all(marks) and len(set(marks)) == len(marks):
            break
    return {
        root: replace(one, id=f"{one.id}@{mark}", name=f"{one.name} ({mark})")
        for (root, one), mark in zip(alike.items(), marks, strict=True)
    }


def _whole_of(group: Group) -> str:
    return min((one.whole[0] for one in group.faces if one.whole), default="")


def _place_of(group: Group) -> str:
    return min((one.place for one in group.faces if one.placed), default="")


def _kind_of(group: Group) -> str:
    return min((one.kind for one in group.faces if one.kind), default="")


def _source_of(group: Group) -> str:
    return group.first.id


def _best_name(faces: Mapping[Candidate, int], names: list[str]) -> str:
    """Return the name that most documents use, then the longest."""
    count: dict[str, int] = {}
    for face, many in faces.items():
        for name in face.names:
            count[name] = count.get(name, 0) + many
    return min(names, key=lambda n: (-count[n], -len(n), n))
