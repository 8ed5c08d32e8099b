"""What figures measure: ``attributes/<field>.yaml``, each a field with what its reports give figures of.

An entry has an ``attribute`` and sentences in which it is ``told``, each with one figure, in both languages;
so that the words of two documents come to one attribute, and those of the entry beside it to another.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.support.scanned import shipped
from verify.extract.extractor import Extractor
from verify.model.claim import Claim
from verify.model.document import Block, Document, Section, Source
from verify.model.quantity import Quantity
from verify.model.span import OffsetMap

HERE = Path(__file__).parent / "attributes"
ROWS = [
    pytest.param(row["attribute"], row["told"], id=f"{path.stem}: {row['attribute']}")
    for path in sorted(HERE.glob("*.yaml"))
    for row in yaml.safe_load(path.read_text("utf-8"))
]


@cache
def extractor() -> Extractor:
    return Extractor(shipped())


def claims(text: str) -> list[Claim]:
    """Return the claims of a sentence that have a quantity."""
    source = Source(
        "a.txt", "a.txt", published=dt.date(2024, 10, 1), language="en" if text.isascii() else "zh"
    )
    block = Block(Section.BODY, text, OffsetMap.identity(len(text)))
    found = extractor().extract(Document(source, text, (block,))).claims
    return [claim for claim in found if isinstance(claim.value, Quantity)]


@pytest.mark.parametrize(("attribute", "told"), ROWS)
def test_words_of_both_languages_tell_one_attribute(attribute: str, told: Sequence[str]) -> None:
    assert {text: [claim.attribute_id for claim in claims(text)] for text in told} == {
        text: [attribute] for text in told
    }
    assert {text.isascii() for text in told} == {True, False}


@pytest.mark.parametrize(("attribute", "told"), ROWS)
def test_what_is_counted_is_one(attribute: str, told: Sequence[str]) -> None:
    if not attribute.startswith(("count", "people")):
        return  # amounts of money in several currencies
    assert len({claim.dimension for text in told for claim in claims(text)}) == 1
