"""What linking hands to grouping."""

from __future__ import annotations

from dataclasses import dataclass

from verify.model.claim import Claim, Mention
from verify.model.document import Document
from verify.model.entity import Attribute, Entity, Link
from verify.model.extraction import Extraction


@dataclass(frozen=True, slots=True)
class Linked:
    """Claims of all documents with one id for each thing, normalized, and what else was read."""

    documents: tuple[Document, ...]
    extractions: tuple[Extraction, ...]
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    attributes: tuple[Attribute, ...]
    links: tuple[Link, ...]
