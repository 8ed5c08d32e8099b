"""Which part each figure is of: texts of many fields with the parts that a reader gives (``scopes.yaml``)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from verify import api, pipeline
from verify.read import read

TABLE = yaml.safe_load(Path(__file__).with_name("scopes.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", TABLE, ids=lambda row: next(iter(row["parts"])))
def test_figure_is_of(row: dict[str, Any], tmp_path: Path) -> None:
    catalog = api.load_rules()
    file = tmp_path / "text.md"
    file.write_text(row["text"], encoding="utf-8")
    documents = read([file], languages=catalog.languages).documents
    extractor = pipeline.tools(catalog).extractor
    found = extractor.extract(documents[0], extractor.known(documents))
    told = {
        quote: claim.qualifiers.scope
        for quote in row["parts"]
        for claim in found.claims
        if quote in claim.quote or claim.quote in quote
    }
    assert told == row["parts"]


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("苍岭钢铁拟每10股派发现金红利1.20元。", "苍岭钢铁拟每股派现0.12元。", "agreement"),
        ("苍岭钢铁拟每10股派发现金红利1.20元。", "苍岭钢铁拟每股派现1.20元。", "conflict"),
        ("苍岭钢铁拟每10股派发现金红利1.20元。", "苍岭钢铁拟每20股派现2.40元。", "agreement"),
    ],
)
def test_what_several_shares_pay_is_held_against_one(
    tmp_path: Path, first: str, second: str, verdict: str
) -> None:
    for name, text in (("a", first), ("b", second)):
        (tmp_path / f"{name}.md").write_text(f"---\ndate: 2024-03-01\n---\n\n{text}\n", "utf-8")
    groups = api.check([tmp_path], base=tmp_path).groups
    assert [one.verdict for one in groups if one.key.attribute_id == "money.dividend"] == [verdict]
