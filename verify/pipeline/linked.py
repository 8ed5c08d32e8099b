"""What linking hands to grouping."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from verify.model.claim import Claim, Mention
from verify.model.definition import Definition
from verify.model.document import Document, Issue
from verify.model.entity import Attribute, Entity, Link


@dataclass(frozen=True, slots=True)
class Linked:
    """Claims of all documents with one id for each thing, normalized, and what else was read."""

    documents: Sequence[Document]
    claims: Sequence[Claim]
    """By document and place."""
    mentions: Sequence[Mention]
    """By document and place."""
    definitions: tuple[Definition, ...]
    issues: Sequence[Issue]
    """Of reading."""
    entities: Sequence[Entity]
    attributes: Sequence[Attribute]
    names: Mapping[str, tuple[str, str]]
    """Id and name of the attributes that no rule names, by id."""
    links: Sequence[Link]
