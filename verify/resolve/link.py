"""Which candidates of several documents are one thing.

Comes in: the extractions of all documents.  Goes out: the same claims with the ids of aligned
entities, the entities, and why they were joined.  Candidates meet through blocking keys only (an
entry of the catalogue, a name), never all with all.  A mere description (首个超大型…中心) joins a
named thing when kind, place and operator agree and exactly one such thing exists.  Similar names
are not the same name: nothing is merged by likeness.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verify.catalog.catalog import Catalog
from verify.catalog.regions import containment
from verify.catalog.schema import EntityEntry
from verify.model.claim import Claim
from verify.model.entity import UNNAMED, Candidate, Entity, Link
from verify.model.extraction import Extraction
from verify.model.unions import Unions
from verify.text.fold import folded

_NOISE = re.compile(r"[\s·・“”\"'‘’《》<>\-]")


@dataclass(frozen=True, slots=True)
class Linked:
    """Claims with aligned entities."""

    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]
    joined: tuple[Link, ...]
    """Why candidates stand for the entities of these claims, sorted."""


def link(extractions: Sequence[Extraction], catalog: Catalog) -> Linked:
    """Return all claims with the ids of aligned entities."""
    candidates = {c.id: c for e in extractions for c in e.candidates}
    entries = {entry.id: entry for entry in catalog.entities}
    unions = Unions(sorted(candidates))
    reasons: dict[str, str] = {}
    _by_catalogue(candidates, unions, reasons)
    _by_name(candidates, unions, reasons, entries)
    _by_description(candidates, unions, reasons, catalog)
    members: dict[str, list[Candidate]] = {}
    for one in sorted(candidates):
        members.setdefault(unions.root(one), []).append(candidates[one])
    entities = {root: _entity(group, entries) for root, group in members.items()}
    unknown: dict[str, Entity] = {}
    claims: list[Claim] = []
    for extraction in extractions:
        for claim in extraction.claims:
            if claim.entity_id in candidates:
                claims.append(replace(claim, entity_id=entities[unions.root(claim.entity_id)].id))
            else:
                entity = unknown.setdefault(claim.source_id, Entity(f"?{claim.source_id}", UNNAMED))
                claims.append(replace(claim, entity_id=entity.id))
    used = {claim.entity_id for claim in claims}
    known = {entity.id: entity for entity in (*entities.values(), *unknown.values()) if entity.id in used}
    joined = tuple(
        _link(candidates[one], entities[unions.root(one)], reason)
        for one, reason in sorted(reasons.items())
        if entities[unions.root(one)].id in known
    )
    return Linked(
        tuple(sorted(claims, key=lambda c: (c.source_id, c.span, c.id))),
        tuple(known[one] for one in sorted(known)),
        joined,
    )


def _link(candidate: Candidate, entity: Entity, reason: str) -> Link:
    return Link(candidate.source_id, candidate.names or candidate.described, entity.id, reason)


def _by_catalogue(candidates: dict[str, Candidate], unions: Unions, reasons: dict[str, str]) -> None:
    first: dict[str, str] = {}
    for one, candidate in sorted(candidates.items()):
        if candidate.catalogue_id:
            unions.join(one, first.setdefault(candidate.catalogue_id, one))
            reasons[one] = f"named in rules/entities as {candidate.catalogue_id}"


def _by_name(
    candidates: dict[str, Candidate],
    unions: Unions,
    reasons: dict[str, str],
    entries: dict[str, EntityEntry],
) -> None:
    """Join candidates that share a name, unless the catalogue tells them apart."""
    holders: dict[str, str] = {}
    catalogued: dict[str, set[str]] = {}
    for one, candidate in sorted(candidates.items()):
        if candidate.catalogue_id:
            catalogued.setdefault(unions.root(one), set()).add(candidate.catalogue_id)
    for one, candidate in sorted(candidates.items()):
        for name in candidate.names:
            key = plain(name)
            holder = holders.setdefault(key, one)
            a, b = unions.root(one), unions.root(holder)
            if a == b:
                continue
            both = catalogued.get(a, set()) | catalogued.get(b, set())
            if len(both) > 1:
                continue
            unions.join(a, b)
            catalogued[unions.root(a)] = both
            reasons.setdefault(one, f"shares the name {name}")


def _by_description(
    candidates: dict[str, Candidate], unions: Unions, reasons: dict[str, str], catalog: Catalog
) -> None:
    """Let a description join the one named thing of its kind, place and operator."""
    regions = containment(catalog.regions)
    entries = {entry.id: entry for entry in catalog.entities}
    by_kind: dict[str, dict[str, list[Candidate]]] = {}
    for one, candidate in sorted(candidates.items()):
        if candidate.names and candidate.kind:
            by_kind.setdefault(candidate.kind, {}).setdefault(unions.root(one), []).append(candidate)
    for one, candidate in sorted(candidates.items()):
        if candidate.names or not candidate.operators:
            continue
        fits = [
            root
            for root, group in sorted(by_kind.get(candidate.kind, {}).items())
            if _operated(candidate, group, entries) and _placed(candidate, group, entries, regions)
        ]
        if len(fits) == 1:
            unions.join(one, fits[0])
            reasons[one] = "kind, place and operator agree, and only one such thing is named"


def _operated(candidate: Candidate, group: list[Candidate], entries: dict[str, EntityEntry]) -> bool:
    mine = {plain(name) for name in candidate.operators}
    theirs = {plain(name) for c in group for name in c.operators}
    theirs |= {plain(n) for c in group if c.catalogue_id for n in entries[c.catalogue_id].operator}
    names = {plain(name) for c in group for name in c.names}
    return bool(mine & theirs) or any(name.startswith(operator) for operator in mine for name in names)


def _placed(
    candidate: Candidate,
    group: list[Candidate],
    entries: dict[str, EntityEntry],
    regions: dict[str, frozenset[str]],
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


def _entity(group: list[Candidate], entries: dict[str, EntityEntry]) -> Entity:
    catalogued = sorted({c.catalogue_id for c in group if c.catalogue_id})
    names = sorted({name for c in group for name in c.names}, key=lambda n: (-len(plain(n)), n))
    kind = next((c.kind for c in sorted(group, key=lambda c: c.id) if c.kind), "")
    if catalogued:
        entry = entries[catalogued[0]]
        return Entity(entry.id, entry.name, tuple(n for n in names if n != entry.name), entry.kind, True)
    if names:
        best = _best_name(group, names)
        return Entity(f"~{plain(best)}", best, tuple(n for n in names if n != best), kind)
    described = sorted({d for c in group for d in c.described}, key=lambda d: (-len(d), d))
    name = described[0] if described else UNNAMED
    return Entity(f"~{plain(name)}@{group[0].source_id}", name, tuple(described[1:]), kind)


def _best_name(group: list[Candidate], names: list[str]) -> str:
    """Return the name that most documents use, then the longest."""
    count: dict[str, int] = {}
    for candidate in group:
        for name in candidate.names:
            count[name] = count.get(name, 0) + 1
    return min(names, key=lambda n: (-count[n], -len(n), n))


def plain(name: str) -> str:
    """Return a name without spaces, marks and case, for comparing."""
    return _NOISE.sub("", folded(name)).lower().removeprefix("the")
