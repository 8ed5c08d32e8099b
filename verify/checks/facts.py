"""What every check is given: the judged report parts, with quick ways to look things up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from verify.catalog.catalog import Catalog
from verify.catalog.schema import AttributeEntry, RegionEntry
from verify.checks.statements import Statement, statements
from verify.engine.shelf import named
from verify.model.claim import Claim, Mention
from verify.model.definition import Definition
from verify.model.document import Document, Source
from verify.model.draft import DraftFigure
from verify.model.entity import Attribute, Entity
from verify.model.group import Group


@dataclass(frozen=True)
class Facts:
    """The parts of a report that checks judge by."""

    groups: Sequence[Group] = ()
    claims: Sequence[Claim] = ()
    sources: Sequence[Source] = ()
    entities: Sequence[Entity] = ()
    attributes: Sequence[Attribute] = ()
    definitions: Sequence[Definition] = ()
    regions: tuple[RegionEntry, ...] = ()
    documents: Sequence[Document] = ()
    mentions: Sequence[Mention] = ()
    """Every figure, normalized."""
    read: Sequence[Claim] = ()
    """Claims that other parts check and that here only tell how sure the reading of a figure is."""
    drafted: tuple[DraftFigure, ...] | None = None
    """The figures of a draft with what the sources say of each; None where the documents are sources."""
    catalog: Catalog | None = None
    """For the constraints and relations that checks go by; None for none."""

    @cached_property
    def claim(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in (*self.read, *self.claims)}

    @cached_property
    def entries(self) -> dict[str, AttributeEntry]:
        """What the catalogue says of attributes, by their ids."""
        return {} if self.catalog is None else {entry.id: entry for entry in self.catalog.attributes}

    @cached_property
    def of_document(self) -> dict[str, list[Claim]]:
        """Claims by source."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.source_id, []).append(claim)
        return found

    @cached_property
    def by_attribute(self) -> dict[str, list[Claim]]:
        """Claims by attribute."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.attribute_id, []).append(claim)
        return found

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """Sources by id."""
        return named(self.sources, lambda source: source.id)

    @cached_property
    def document(self) -> dict[str, Document]:
        """Documents by the ids of their sources."""
        return {document.source.id: document for document in self.documents}

    def path(self, source_id: str) -> str:
        """Return the path of a source, as a person opens it."""
        source = self.source.get(source_id)
        return source_id if source is None else source.path

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The sentences that hold a quantity."""
        return tuple(statements(self.documents, self.mentions))

    def entity_name(self, entity_id: str) -> str:
        """Return the name of an entity; its id where it is unknown."""
        entity = self._entities.get(entity_id)
        return entity_id if entity is None else entity.name

    def entity_kind(self, entity_id: str) -> str:
        """Return the kind of an entity; empty where none is known."""
        entity = self._entities.get(entity_id)
        return "" if entity is None else entity.kind

    def other_names(self, group: Group) -> tuple[str, ...]:
        """Return the other names of what a group is about; none where one name stands for several things."""
        entity = self._entities.get(group.key.entity_id)
        return () if entity is None or "@" in entity.id else entity.aliases

    @cached_property
    def _entities(self) -> Mapping[str, Entity]:
        return named(self.entities, lambda entity: entity.id)

    def attribute_name(self, attribute_id: str) -> str:
        """Return the name of an attribute; its id where it is unknown."""
        attribute = self._attributes.get(attribute_id)
        return attribute_id if attribute is None else attribute.name

    @cached_property
    def _attributes(self) -> Mapping[str, Attribute]:
        return named(self.attributes, lambda attribute: attribute.id)

    def subject(self, group: Group) -> str:
        """Return what a group is about, in words."""
        key = group.key
        entity = self.entity_name(key.entity_id)
        attribute = self.attribute_name(key.attribute_id)
        time = key.time.stated if key.time else None
        more = ", ".join(part for part in (key.scope, key.statistic, time, key.base) if part)
        return f"{entity}, {attribute} ({more})" if more else f"{entity}, {attribute}"

    def side(self, group: Group, claim_id: str) -> tuple[Claim, ...]:
        """Return the claims of the cluster that a claim of a group stands in, by their places."""
        ids = self._sides[group.id, claim_id]
        return tuple(sorted((self.claim[one] for one in ids), key=lambda one: (one.source_id, one.span)))

    @cached_property
    def _sides(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """Return the claims of the cluster of each claim of a group."""
        return {
            (group.id, claim_id): cluster.claim_ids
            for group in self.groups
            for cluster in group.clusters
            for claim_id in cluster.claim_ids
        }
