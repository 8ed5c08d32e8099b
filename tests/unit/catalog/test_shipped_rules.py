"""The shipped knowledge holds together beyond what loading checks."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from verify import api
from verify.catalog import load
from verify.catalog.catalog import Catalog
from verify.catalog.schema import AttributeEntry, KindEntry
from verify.catalog.unit_references import NOT_UNITS
from verify.catalog.validate import entries
from verify.catalog.yaml import read
from verify.text.fold import folded


def shipped() -> Catalog:
    return api.load_rules()


def dimensions(attribute: AttributeEntry) -> set[str]:
    units = shipped().units
    found: set[str] = set()
    for unit in attribute.units:
        if unit in NOT_UNITS:
            found.add(unit)
            continue
        spelling = folded(unit)
        found.add(units.unit(units.spellings.get(spelling, spelling)).base)
    return found


def test_word_means_one_attribute_of_a_dimension() -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for attribute in shipped().attributes:
        for word in attribute.words:
            for dimension in dimensions(attribute):
                owners[folded(word).lower(), dimension].add(attribute.id)
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


def test_word_stands_once_in_its_entry() -> None:
    twice = {
        attribute.id
        for attribute in shipped().attributes
        if len({folded(word).lower() for word in attribute.words}) != len(attribute.words)
    }
    assert twice == set()


def test_words_are_simplified_as_folded_text_is() -> None:
    odd = [word for attribute in shipped().attributes for word in attribute.words if folded(word) != word]
    assert odd == []


def names_it(text: str, word: str) -> bool:
    """Say whether the word stands in the text, a Latin one as a whole word."""
    pattern = re.escape(folded(word).lower()).replace(r"\*", ".{0,8}?")
    if word[0].isascii() and word[0].isalnum():
        pattern = rf"(?<![a-z0-9]){pattern}"
    if word[-1].isascii() and word[-1].isalnum():
        pattern = rf"{pattern}(?![a-z0-9])"
    return re.search(pattern, folded(text).lower()) is not None


@pytest.mark.parametrize("attribute", shipped().attributes, ids=lambda attribute: attribute.id)
def test_example_holds_a_word_of_its_attribute(attribute: AttributeEntry) -> None:
    words = (*attribute.words, *attribute.after)
    for text in attribute.examples.passes:
        assert attribute.default or any(names_it(text, word) for word in words), text
        assert not any(names_it(text, word) for word in attribute.unless), text


def kind_of(name: str) -> str:
    """Return the kind whose noun ends the name, the longest of all; an English one may stand first."""
    lower = folded(name).lower()
    found: list[tuple[int, int, str]] = []
    for kind in shipped().kinds:
        for noun in kind.nouns:
            text = folded(noun).lower()
            if lower.endswith(text) and (not text.isascii() or names_it(lower, text)):
                found.append((1, len(text), kind.id))
            elif text.isascii() and names_it(lower, text):
                found.append((0, len(text), kind.id))
    return max(found)[2] if found else ""


@pytest.mark.parametrize("kind", shipped().kinds, ids=lambda kind: kind.id)
def test_nouns_end_the_names_of_a_kind(kind: KindEntry) -> None:
    assert {name: kind_of(name) for name in kind.examples.passes} == dict.fromkeys(
        kind.examples.passes, kind.id
    )
    assert kind.id not in {kind_of(name) for name in kind.examples.fail}


def test_places_of_entities_are_regions() -> None:
    known = {
        folded(name)
        for region in shipped().regions
        for name in (region.name.zh, region.name.en, *region.aliases)
    }
    assert [
        entity.id for entity in shipped().entities if entity.place and folded(entity.place) not in known
    ] == []


def test_never_same_is_mutual() -> None:
    pairs = {(entity.id, other) for entity in shipped().entities for other in entity.never_same}
    assert pairs
    assert {(b, a) for a, b in pairs} == pairs


def test_regions_lead_to_the_world() -> None:
    within = {region.id: region.within for region in shipped().regions}
    for region in within:
        reached, waiting = {region}, [region]
        while waiting:
            new = set(within[waiting.pop()]) - reached
            reached |= new
            waiting += new
        assert "world" in reached, region


@pytest.mark.parametrize("name", sorted(load.MODELS))
def test_manual_shows_entries_that_load(name: str) -> None:
    manual = (load.shipped() / "README.md").read_text(encoding="utf-8")
    section = manual.split(f"\n## {name}\n", 1)[1].split("\n## ", 1)[0]
    block = re.search(r"(?:^    .*\n|^\n(?=    ))+", section, re.MULTILINE)
    assert block is not None
    text = "\n".join(line[4:] for line in block.group().split("\n"))
    parsed, mistakes = read("README.md", text)
    found, misfits = entries(parsed, load.MODELS[name])
    assert [str(problem) for problem in (*mistakes, *misfits)] == []
    assert found


@pytest.mark.parametrize("name", sorted(load.MODELS))
def test_manual_names_the_keys_that_are_required(name: str) -> None:
    manual = (load.shipped() / "README.md").read_text(encoding="utf-8")
    section = manual.split(f"\n## {name}\n", 1)[1].split("\n## ", 1)[0]
    line = re.search(r"^Required: (.*)\.$", section, re.MULTILINE)
    assert line is not None
    fields = load.MODELS[name].model_fields.items()
    required = [field.alias or key for key, field in fields if field.is_required()]
    told = [
        key for key in re.findall(r"`(\w+)`", line[1]) if key not in ("pattern", "words") or key in required
    ]
    assert told == required
