"""What extraction hands to linking: the claims of one document, and the things it names."""

from __future__ import annotations

from dataclasses import dataclass

from verify.model.claim import Claim, Mention
from verify.model.definition import Definition
from verify.model.document import Issue
from verify.model.entity import Candidate


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document says; plain records, so that documents can be read anywhere."""

    source_id: str
    claims: tuple[Claim, ...]
    """``entity_id`` is the id of a local candidate until ``resolve`` aligns documents."""
    candidates: tuple[Candidate, ...]
    mentions: tuple[Mention, ...]
    definitions: tuple[Definition, ...]
    issues: tuple[Issue, ...]
    attributes: tuple[tuple[str, str], ...]
    """Id and name of every attribute used that no rule names."""
