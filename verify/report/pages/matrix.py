"""Who says what of one thing: its properties in rows, the documents in columns.

Comes in: the facts of a page.  Goes out: a matrix for each thing that several documents tell of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from verify.report.page import GroupView, MemberView, SourceView


@dataclass(frozen=True, slots=True)
class RowView:
    """One fact, a cell for each document."""

    group: GroupView
    cells: tuple[tuple[tuple[MemberView, int], ...], ...]
    """The claims of a document, each with the number of its cluster, from 0."""


@dataclass(frozen=True, slots=True)
class MatrixView:
    """One thing."""

    entity_id: str
    entity: str
    sources: tuple[SourceView, ...]
    rows: tuple[RowView, ...]


def matrices(groups: Iterable[GroupView]) -> Iterator[MatrixView]:
    """Yield the matrix of each thing that more than one document tells of, sorted by its name."""
    ordered = sorted(groups, key=lambda one: (one.entity, one.entity_id, one.attribute, one.parts, one.id))
    for (_, entity_id), found in groupby(ordered, key=lambda one: (one.entity, one.entity_id)):
        facts = tuple(found)
        sources = {member.source.number: member.source for fact in facts for member in fact.members}
        if len(sources) > 1:
            columns = tuple(sources[number] for number in sorted(sources))
            rows = tuple(_row(fact, columns) for fact in facts)
            yield MatrixView(entity_id, facts[0].entity, columns, rows)


def _row(fact: GroupView, columns: tuple[SourceView, ...]) -> RowView:
    cells: dict[int, list[tuple[MemberView, int]]] = {source.number: [] for source in columns}
    members = [(member, number) for number, one in enumerate(fact.clusters) for member in one.members]
    members += [(member, len(fact.clusters)) for member in fact.unresolved]
    said: set[tuple[int, int, str]] = set()
    for member, number in members:
        # What a document says twice in the same words stands once.
        words = (member.source.number, number, member.stated)
        if words not in said:
            said.add(words)
            cells[member.source.number].append((member, number))
    return RowView(fact, tuple(tuple(cells[source.number]) for source in columns))
