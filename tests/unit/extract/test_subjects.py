"""What each figure is about: texts of many fields with the names that a reader gives (``subjects.yaml``)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from verify import api, pipeline
from verify.read import read

TABLE = yaml.safe_load(Path(__file__).with_name("subjects.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["text"].splitlines()[0].lstrip("# "))
def test_figure_is_about(row: dict[str, Any], tmp_path: Path) -> None:
    catalog = api.load_rules()
    file = tmp_path / "text.md"
    file.write_text(row["text"], encoding="utf-8")
    documents = read([file], languages=catalog.languages).documents
    extractor = pipeline.tools(catalog).extractor
    found = extractor.extract(documents[0], extractor.known(documents))
    names = {one.id: (*one.names, *one.described) for one in found.candidates}
    told = {
        quote: names.get(claim.entity_id, ("-",))
        for quote in row["about"]
        for claim in found.claims
        if quote in claim.quote or claim.quote in quote
    }
    assert {quote: name in told.get(quote, ()) for quote, name in row["about"].items()} == dict.fromkeys(
        row["about"], True
    ), told
