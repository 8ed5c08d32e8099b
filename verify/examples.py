"""Run the examples that stand in rule files: is each text read as its entry says?

Comes in: the catalogue, and its entries with their places.  Goes out: a problem for every example that is
read otherwise.  Attributes, entities, ignored numerals, units, constraints and relations are tried; of kinds,
regions and sources the names alone say what they are.  Whether the files are well-formed is left to
``catalog.load``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace

from verify import checks, pipeline
from verify.catalog.catalog import Catalog
from verify.catalog.rules import Rules
from verify.catalog.schema import (
    AttributeEntry,
    ConstraintEntry,
    EntityEntry,
    Entry,
    IgnoreEntry,
    RelationEntry,
)
from verify.catalog.suggest import did_you_mean
from verify.catalog.unit_examples import UnitExample
from verify.catalog.validate import Located
from verify.checks.facts import Facts
from verify.checks.related import why_silent
from verify.errors import Problem
from verify.model.claim import Mention, Role
from verify.model.document import Block, Document, Section, Source
from verify.model.extraction import Extraction
from verify.model.finding import Finding
from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.model.span import OffsetMap
from verify.text.fold import folded

__all__ = ["problems"]

_DAY = dt.date(2023, 10, 1)
"""Of the document that an example stands in, so that relative dates have something to hold on to."""
Tried = Located[AttributeEntry] | Located[EntityEntry] | Located[IgnoreEntry]
Relating = Located[ConstraintEntry] | Located[RelationEntry]


def problems(catalog: Catalog, rules: Rules, beginnings: tuple[str, ...]) -> tuple[Problem, ...]:
    """Return the examples that are read otherwise, of files whose path begins with one of ``beginnings``."""
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
    relating: tuple[Relating, ...] = (*rules.constraints.values(), *rules.relations.values())
    for judged in relating:
        if judged.file.path.startswith(beginnings):
            found += _judged(judged, catalog)
    for example in catalog.units.examples:
        if example.raw.path.startswith(beginnings):
            found += _equation(example, catalog)
    return tuple(sorted(found, key=lambda problem: (problem.path, problem.line, problem.column)))


def _entry(located: Tried, read_as: Callable[[Extraction], set[str]], catalog: Catalog) -> Iterator[Problem]:
    examples = located.entry.examples
    for number, text in enumerate(examples.passes):
        extraction = _read(text, catalog)
        found = read_as(extraction)
        if located.id not in found:
            message = (
                f"the example is not read as '{located.id}', but {_instead(located.entry, found, extraction)}"
            )
            yield located.problem(message, "examples", "pass", number)
    for number, text in enumerate(examples.fail):
        if located.id in read_as(_read(text, catalog)):
            message = f"the example is read as '{located.id}', and should not"
            yield located.problem(message, "examples", "fail", number)


def _judged(located: Relating, catalog: Catalog) -> Iterator[Problem]:
    """Yield the examples of a constraint or relation of which it says what it should not, or nothing."""
    entry = located.entry
    alone = replace(
        catalog,
        constraints=(entry,) if isinstance(entry, ConstraintEntry) else (),
        relations=(entry,) if isinstance(entry, RelationEntry) else (),
    )
    sides = (("pass", entry.examples.passes, ""), ("fail", entry.examples.fail, "should say something of it"))
    for side, texts, missing in sides:
        for number, text in enumerate(texts):
            facts = replace(
                pipeline.gather([_document(text)], [_read(text, catalog)], catalog).facts, catalog=alone
            )
            said = "; ".join(finding.message for finding in _findings(facts))
            if missing and not said:
                message = f"'{entry.id}' says nothing of the example, and {missing}: {_silent(entry, facts)}"
                yield located.problem(message, "examples", side, number)
            if not missing and said:
                message = f"'{entry.id}' should say nothing of the example, and says: {said}"
                yield located.problem(message, "examples", side, number)


def _findings(facts: Facts) -> list[Finding]:
    """Return what the rules of the catalogue find."""
    return [finding for finding in checks.run(facts).items if finding.code.startswith(("V3", "V402", "V5"))]


def _silent(entry: ConstraintEntry | RelationEntry, facts: Facts) -> str:
    """Return why nothing is said: what the words relate, or which facts the constraint had to go by."""
    if isinstance(entry, RelationEntry):
        return why_silent(facts, entry)
    read = [
        f"{facts.entity_name(claim.entity_id)}, {claim.attribute_id}: {claim.quote}" for claim in facts.claims
    ]
    return f"it reads {'; '.join(read)}" if read else "no statement is read in it"


def _document(text: str) -> Document:
    source = Source("example", "example", published=_DAY, language="en" if text.isascii() else "zh")
    return Document(source, text, (Block(Section.BODY, text, OffsetMap.identity(len(text))),))


def _read(text: str, catalog: Catalog) -> Extraction:
    """Read a text as the body of a document."""
    return pipeline.tools(catalog).extractor.extract(_document(text))


def _attributes(extraction: Extraction) -> set[str]:
    return {claim.attribute_id for claim in extraction.claims}


def _entities(extraction: Extraction) -> set[str]:
    return {candidate.catalogue_id for candidate in extraction.candidates}


def _ignored(extraction: Extraction) -> set[str]:
    return {mention.rule for mention in extraction.mentions if mention.role is Role.IGNORED}


def _instead(entry: Entry, ids: Set[str], extraction: Extraction) -> str:
    """Tell what an example is read as: entries of the sort that was meant, else each of its numerals."""
    if others := sorted(ids - {""}):
        return f"as {', '.join(others)}"
    if isinstance(entry, EntityEntry):
        return "as nothing of this sort"
    numerals = [f"'{mention.quote}' as {_sort(mention)}" for mention in extraction.mentions]
    return ", ".join(numerals) or "as nothing: there is no numeral in it"


def _sort(mention: Mention) -> str:
    if mention.role is Role.IGNORED:
        return f"no figure, by '{mention.rule}'"
    if isinstance(mention.value, Period):
        return "a date"
    return "a numeral of no sort" if mention.value is None else "a figure"


def _equation(example: UnitExample, catalog: Catalog) -> Iterator[Problem]:
    """Yield what is wrong with an equation: a side that is no quantity, or both together."""
    left, right = (_quantity(text, catalog) for text in (example.left, example.right))
    column = 1
    for text, read in ((example.left, left), (example.right, right)):
        if read is None:
            message = f"'{text}' is not read as one quantity{_near_unit(text, catalog)}"
            yield example.raw.problem_of(text, message, after=column)
        column = example.raw.text.index("=") + 1
    if left is None or right is None:
        return
    equal = (left.unit.base, left.base_number) == (right.unit.base, right.base_number)
    if equal != example.holds:
        told = "does not hold" if example.holds else "holds, and should not"
        yield example.raw.problem_of(example.left, f"{example.left} = {example.right} {told}")


def _near_unit(text: str, catalog: Catalog) -> str:
    unit = text.lstrip("0123456789., ")
    return did_you_mean(folded(unit), catalog.units.spellings) if unit else ""


def _quantity(text: str, catalog: Catalog) -> Quantity | None:
    """Return the quantity that a text holds and nothing beside it, or None."""
    found = [one for one in pipeline.parse(text, catalog).items if (one.start, one.end) == (0, len(text))]
    return found[0].value if found and isinstance(found[0].value, Quantity) else None
