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
