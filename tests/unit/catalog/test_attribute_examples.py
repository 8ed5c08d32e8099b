"""Every attribute's own examples: read as it, or not."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from verify import api
from verify.catalog.schema import AttributeEntry
from verify.extract.extractor import Extractor
from verify.model.document import Block, Document, Section, Source
from verify.model.span import OffsetMap


@cache
def extractor() -> Extractor:
    return Extractor(api.load_rules())


def measured(text: str) -> set[str]:
    """Return the attributes of the figures of a text."""
    language = "en" if text.isascii() else "zh"
    block = Block(Section.BODY, text, OffsetMap.identity(len(text)))
    source = Source("example.txt", "example.txt", published=dt.date(2023, 10, 1), language=language)
    return {claim.attribute_id for claim in extractor().extract(Document(source, text, (block,))).claims}


@pytest.mark.parametrize("entry", api.load_rules().attributes, ids=lambda entry: entry.id)
def test_examples(entry: AttributeEntry) -> None:
    assert {text: entry.id in measured(text) for text in entry.examples.passes} == dict.fromkeys(
        entry.examples.passes, True
    )
    assert {text: entry.id in measured(text) for text in entry.examples.fail} == dict.fromkeys(
        entry.examples.fail, False
    )
