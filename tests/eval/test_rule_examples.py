"""The examples of the rule entries, read by the program itself: where one is at work, and where not.

Attributes have a test of their own beside the catalogue's; fixes need a source and regions have no examples.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache

import pytest

from verify import examples
from verify.catalog import load
from verify.catalog.catalog import Catalog
from verify.catalog.schema import EntityEntry, IgnoreEntry, KindEntry
from verify.extract.extractor import Extractor
from verify.model.claim import Role
from verify.model.document import Block, Document, Section, Source
from verify.model.entity import Candidate
from verify.model.extraction import Extraction
from verify.model.span import OffsetMap


@cache
def shipped() -> Catalog:
    return load.load([load.shipped()])


@cache
def extractor() -> Extractor:
    return Extractor(shipped())


def read(text: str) -> Extraction:
    """Read a text as the body of a document."""
    language = "en" if text.isascii() else "zh"
    source = Source("example.txt", "example.txt", published=dt.date(2023, 10, 1), language=language)
    block = Block(Section.BODY, text, OffsetMap.identity(len(text)))
    return extractor().extract(Document(source, text, (block,)))


# --- entities


def named(text: str) -> set[str]:
    return {candidate.catalogue_id for candidate in read(text).candidates}


@pytest.mark.parametrize("entry", shipped().entities, ids=lambda entry: entry.id)
def test_entity_is_named(entry: EntityEntry) -> None:
    assert [text for text in entry.examples.passes if entry.id not in named(text)] == []
    assert [text for text in entry.examples.fail if entry.id in named(text)] == []


# --- kinds

LITTLE = {"the", "a", "an", "of", "in"}


def sentence(name: str) -> str:
    """Say something of a thing, with a figure; an English name is written with capitals, as names are."""
    if not name.isascii():
        return f"昨天，{name}花费500万元。"
    proper = " ".join(word if word in LITTLE else word[0].upper() + word[1:] for word in name.split())
    return f"In 2021 {proper} cost 5 million yuan."


def things(name: str) -> Iterator[Candidate]:
    bare = name.lower().removeprefix("the ").removeprefix("a ")
    for candidate in read(sentence(name)).candidates:
        if any(bare in one.lower() or one.lower() in bare for one in candidate.names):
            yield candidate


@pytest.mark.parametrize("kind", shipped().kinds, ids=lambda kind: kind.id)
def test_name_is_of_the_kind(kind: KindEntry) -> None:
    found = {name: {thing.kind for thing in things(name)} for name in kind.examples.passes}
    assert found == {name: {kind.id} for name in kind.examples.passes}


@pytest.mark.parametrize("kind", shipped().kinds, ids=lambda kind: kind.id)
def test_name_is_of_another_kind(kind: KindEntry) -> None:
    assert [name for name in kind.examples.fail if kind.id in {thing.kind for thing in things(name)}] == []


# --- constraints and relations


@cache
def misread() -> list[str]:
    found = examples.problems(*load.located([load.shipped()]), ("",))
    return [f"{one.path}:{one.line}: {one.message}" for one in found]


@pytest.mark.parametrize("folder", ["constraints", "relations"])
def test_examples_say_what_their_entry_finds(folder: str) -> None:
    """Of ``fail`` the entry alone says something, of ``pass`` nothing."""
    assert [told for told in misread() if f"/{folder}/" in told] == []


# --- ignored numerals


@pytest.mark.parametrize("entry", shipped().ignores, ids=lambda entry: entry.id)
def test_numerals_are_ignored(entry: IgnoreEntry) -> None:
    for text in entry.examples.passes:
        mentions = read(text).mentions
        assert mentions, f"no numeral is seen in {text}"
        assert [(m.quote, m.role, m.rule) for m in mentions if m.rule != entry.id] == [], text
        assert {mention.role for mention in mentions} == {Role.IGNORED}


@pytest.mark.parametrize("entry", shipped().ignores, ids=lambda entry: entry.id)
def test_numerals_are_kept(entry: IgnoreEntry) -> None:
    for text in entry.examples.fail:
        assert [m.quote for m in read(text).mentions if m.rule == entry.id] == [], text
