"""What the unit files and ignore rules say of themselves, and every spelling read back."""

from __future__ import annotations

import pytest

from scanned import Found, read, scan, shipped
from verify.catalog.schema import IgnoreEntry
from verify.catalog.unit_examples import UnitExample
from verify.extract.figures.figure import Kind
from verify.text.fold import folded


def only(text: str) -> Found:
    found = read(text)
    assert [one.text for one in found] == [text]
    return found[0]


@pytest.mark.parametrize(
    "example",
    shipped().units.examples,
    ids=lambda example: f"{example.left} = {example.right} {example.holds}",
)
def test_equation_of_a_unit_file(example: UnitExample) -> None:
    left, right = only(example.left).quantity, only(example.right).quantity
    assert left is not None
    assert right is not None
    equal = left.unit.base == right.unit.base and left.base_number == right.base_number
    assert equal is example.holds


def test_every_spelling_is_matched_whole() -> None:
    units = shipped().units
    wrong = [s for s, name in units.spellings.items() if units.match(s, 0) != (name, len(s))]
    assert wrong == []


def test_every_spelling_names_a_unit_of_some_worth() -> None:
    units = shipped().units
    assert [name for name in set(units.spellings.values()) if units.unit(name).factor <= 0] == []


@pytest.mark.parametrize("entry", shipped().ignores, ids=lambda entry: entry.id)
def test_ignore_rule_covers_its_examples(entry: IgnoreEntry) -> None:
    for text in entry.examples.passes:
        _, found = scan(folded(text))
        assert entry.id in {rule for one in found for rule in one.figure.rules}, text
        assert [one.text for one in found if one.figure.kind is Kind.QUANTITY] == [], text
    for text in entry.examples.fail:
        _, found = scan(folded(text))
        assert entry.id not in {rule for one in found for rule in one.figure.rules}, text
