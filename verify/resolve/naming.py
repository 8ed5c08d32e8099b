"""What the things that documents were joined on are called: name, aliases and id.

Comes in: the candidates of each thing.  Goes out: ``Entity``s, by the name that most documents use, with ids
of their own for things of one name that were kept apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from verify.catalog.schema import EntityEntry
from verify.model.entity import UNNAMED, Candidate, Entity
from verify.resolve.profile import plain


def entity(group: Sequence[Candidate], entries: Mapping[str, EntityEntry]) -> Entity:
    """Return the thing that some candidates are, with the name that most of them use."""
    catalogued = sorted({c.catalogue_id for c in group if c.catalogue_id})
    names = sorted({name for c in group for name in c.names}, key=lambda n: (-len(plain(n)), n))
    kind = next((c.kind for c in sorted(group, key=lambda c: c.id) if c.kind), "")
    if catalogued:
        entry = entries[catalogued[0]]
        return Entity(entry.id, entry.name, tuple(n for n in names if n != entry.name), entry.kind, True)
    edition = next((c.edition for c in sorted(group, key=lambda c: c.id) if c.edition), "")
    if names:
        best = _best_name(group, names)
        ident = f"~{plain(best)}{'@' if edition else ''}{edition}"
        name = f"{best} {edition}".strip()
        return Entity(ident, name, tuple(n for n in names if n != best), kind)
    described = sorted({d for c in group for d in c.described}, key=lambda d: (-len(d), d))
    name = described[0] if described else UNNAMED
    return Entity(f"~{plain(name)}@{group[0].source_id}", name, tuple(described[1:]), kind)


def distinct(entities: dict[str, Entity], members: Mapping[str, Sequence[Candidate]]) -> dict[str, Entity]:
    """Give things of one name that were kept apart ids and names of their own: by place, kind or source."""
    alike: dict[str, list[str]] = {}
    for root, one in sorted(entities.items()):
        alike.setdefault(one.id, []).append(root)
    for roots in alike.values():
        if len(roots) < 2 or entities[roots[0]].catalogued:
            continue
        for tell in (_whole_of, _place_of, _kind_of, _source_of):
            marks = [tell(members[root]) for root in roots]
            if all(marks) and len(set(marks)) == len(marks):
                break
        for root, mark in zip(roots, marks, strict=True):
            one = entities[root]
            entities[root] = replace(one, id=f"{one.id}@{mark}", name=f"{one.name} ({mark})")
    return entities


def _whole_of(group: Sequence[Candidate]) -> str:
    return min((one.whole[0] for one in group if one.whole), default="")


def _place_of(group: Sequence[Candidate]) -> str:
    return min((one.place for one in group if one.placed), default="")


def _kind_of(group: Sequence[Candidate]) -> str:
    return min((one.kind for one in group if one.kind), default="")


def _source_of(group: Sequence[Candidate]) -> str:
    return min(one.id for one in group)


def _best_name(group: Sequence[Candidate], names: list[str]) -> str:
    """Return the name that most documents use, then the longest."""
    count: dict[str, int] = {}
    for candidate in group:
        for name in candidate.names:
            count[name] = count.get(name, 0) + 1
    return min(names, key=lambda n: (-count[n], -len(n), n))
