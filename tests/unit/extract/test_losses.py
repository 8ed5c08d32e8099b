"""What was lost is a profit below zero, whatever words and signs tell it."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify import api, pipeline
from verify.model.quantity import Quantity
from verify.read import read

TOLD = [
    ("远山公司2023年净亏损3215万元。", "3215万元", "-32150000"),
    ("远山公司2023年净亏损-3215万元。", "-3215万元", "-32150000"),
    ("远山公司2023年净利润为-3215万元。", "-3215万元", "-32150000"),
    ("远山公司2023年净利润为3215万元。", "3215万元", "32150000"),
    ("远山公司2023年亏损3215万元。", "3215万元", "-32150000"),
    ("远山公司2023年每股亏损0.32元。", "0.32元", "-0.32"),
    ("Yuanshan Group had a net loss of $12.4 million in 2023.", "$12.4 million", "-12400000"),
    ("Yuanshan Group had a net loss of $(12.4) million in 2023.", "$(12.4) million", "-12400000"),
    ("Yuanshan Group had a net profit of $12.4 million in 2023.", "$12.4 million", "12400000"),
    ("远山公司2023年经济损失3215万元。", "3215万元", "32150000"),
]
"""A text, a figure of it, and its number."""


@pytest.mark.parametrize(("text", "quote", "number"), TOLD, ids=[row[0] for row in TOLD])
def test_sign_of_an_amount(text: str, quote: str, number: str, tmp_path: Path) -> None:
    catalog = api.load_rules()
    file = tmp_path / "text.md"
    file.write_text(f"---\ntitle: 年报\ndate: 2024-03-20\n---\n{text}\n", encoding="utf-8")
    documents = read([file], languages=catalog.languages).documents
    extractor = pipeline.tools(catalog).extractor
    claims = extractor.extract(documents[0], extractor.known(documents)).claims
    values = {claim.quote: claim.value for claim in claims}
    value = values[quote]
    assert isinstance(value, Quantity)
    assert str(float(value.number)) == str(float(number))


def test_ends_of_a_range_are_both_below_zero(tmp_path: Path) -> None:
    catalog = api.load_rules()
    file = tmp_path / "text.md"
    file.write_text("远山公司2023年净亏损2亿元至3亿元。\n", encoding="utf-8")
    documents = read([file], languages=catalog.languages).documents
    extractor = pipeline.tools(catalog).extractor
    (claim,) = extractor.extract(documents[0], extractor.known(documents)).claims
    assert isinstance(claim.value, Quantity)
    assert [int(numeral.value) for numeral in claim.value.numerals] == [-200000000, -300000000]
