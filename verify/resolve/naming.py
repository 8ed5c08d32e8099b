"""What the things that documents were joined on are called: name, aliases and id.

Comes in: the candidates of each thing.  Goes out: ``Entity``s, by the name that most documents use, with ids
of their own for things of one name that were kept apart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from verify.catalog.schema import EntityEntry
from verify.model.entity import UNNAMED, Candidate, Entity
from verify.resolve.profile import plain
from verify.resolve.things import Group


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


def distinct(entities: dict[int, Entity], group: Callable[[int], Group]) -> dict[int, Entity]:
    """Give things of one name that were kept apart ids and names of their own: by place, kind or source."""
    alike: dict[str, list[int]] = {}
    for root, one in sorted(entities.items()):
        alike.setdefault(one.id, []).append(root)
    for roots in alike.values():
        if len(roots) < 2 or entities[roots[0]].catalogued:
            continue
        groups = [group(root) for root in roots]
        for tell in (_whole_of, _place_of, _kind_of, _source_of):
            marks = [tell(one) for one in groups]
            if all(marks) and len(set(marks)) == len(marks):
                break
        for root, mark in zip(roots, marks, strict=True):
            one = entities[root]
            entities[root] = replace(one, id=f"{one.id}@{mark}", name=f"{one.name} ({mark})")
    return entities


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
