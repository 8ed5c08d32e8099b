"""Run the examples that stand in rule files: is each text read as its entry says?

Comes in: rule folders.  Goes out: a problem for every example that is read otherwise, with its place.
Attributes, entities, ignored numerals and units are tried; of kinds, regions and sources the names
alone say what they are.  Whether the files are well-formed is left to ``catalog.load``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from verify import pipeline
from verify.catalog import load
from verify.catalog.catalog import Catalog
from verify.catalog.schema import AttributeEntry, EntityEntry, IgnoreEntry
from verify.catalog.units import UnitExample
from verify.catalog.validate import Located
from verify.errors import Problem
from verify.model.claim import Role
from verify.model.document import Block, Document, Section, Source
from verify.model.extraction import Extraction
from verify.model.quantity import Quantity
from verify.model.span import OffsetMap

__all__ = ["problems"]

_DAY = dt.date(2023, 10, 1)
"""Of the document that an example stands in, so that relative dates have something to hold on to."""
Tried = Located[AttributeEntry] | Located[EntityEntry] | Located[IgnoreEntry]


def problems(folders: Sequence[Path], own: Sequence[Path]) -> tuple[Problem, ...]:
    """Return the examples of the files in ``own``, some of the ``folders``, that are read otherwise.

    Raises RulesError where the files hold mistakes.
    """
    catalog, rules = load.located(folders)
    beginnings = tuple(f"{folder.resolve().name}/" for folder in own)
    found: list[Problem] = []
    sorts: tuple[tuple[Sequence[Tried], Callable[[Extraction], set[str]]], ...] = (
        (tuple(rules.attributes.values()), _attributes),
        (tuple(rules.entities.values()), _entities),
        (tuple(rules.ignore.values()), _ignored),
    )
    for entries, read_as in sorts:
        for entry in entries:
            if entry.file.path.startswith(beginnings):
                found += _entry(entry, read_as, catalog)
    for example in catalog.units.examples:
        if example.path.startswith(beginnings) and _equal(example, catalog) != example.holds:
            told = "does not hold" if example.holds else "holds, and should not"
            message = f"{example.left} = {example.right} {told}"
            found.append(Problem(example.path, example.line, 1, message))
    return tuple(sorted(found, key=lambda problem: (problem.path, problem.line, problem.column)))


def _entry(located: Tried, read_as: Callable[[Extraction], set[str]], catalog: Catalog) -> Iterator[Problem]:
    examples = located.entry.examples
    for number, text in enumerate(examples.passes):
        found = read_as(_read(text, catalog))
        if located.id not in found:
            others = ", ".join(sorted(found - {""})) or "nothing of this sort"
            message = f"the example is not read as '{located.id}', but as {others}"
            yield located.problem(message, "examples", "pass", number)
    for number, text in enumerate(examples.fail):
        if located.id in read_as(_read(text, catalog)):
            message = f"the example is read as '{located.id}', and should not"
            yield located.problem(message, "examples", "fail", number)


def _read(text: str, catalog: Catalog) -> Extraction:
    """Read a text as the body of a document."""
    source = Source("example", "example", published=_DAY, language="en" if text.isascii() else "zh")
    block = Block(Section.BODY, text, OffsetMap.identity(len(text)))
    return pipeline.tools(catalog).extractor.extract(Document(source, text, (block,)))


def _attributes(extraction: Extraction) -> set[str]:
    return {claim.attribute_id for claim in extraction.claims}


def _entities(extraction: Extraction) -> set[str]:
    return {candidate.catalogue_id for candidate in extraction.candidates}


def _ignored(extraction: Extraction) -> set[str]:
    return {mention.rule for mention in extraction.mentions if mention.role is Role.IGNORED}


def _equal(example: UnitExample, catalog: Catalog) -> bool:
    left, right = (_quantity(text, catalog) for text in (example.left, example.right))
    if left is None or right is None:
        return False
    return (left.unit.base, left.base_number) == (right.unit.base, right.base_number)


def _quantity(text: str, catalog: Catalog) -> Quantity | None:
    found = [reading.value for reading in pipeline.parse(text, catalog)]
    return found[0] if len(found) == 1 and isinstance(found[0], Quantity) else None
