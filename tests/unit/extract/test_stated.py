"""What figures state: texts with the attributes that their figures have, or with none (``stated.yaml``)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from verify import api, pipeline
from verify.read import read

TABLE = yaml.safe_load(Path(__file__).with_name("stated.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["text"].splitlines()[0])
def test_figure_states(row: dict[str, Any], tmp_path: Path) -> None:
    catalog = api.load_rules()
    file = tmp_path / "text.md"
    file.write_text(f"---\ntitle: 近况\ndate: 2024-05-20\n---\n{row['text']}\n", encoding="utf-8")
    documents = read([file], languages=catalog.languages).documents
    extractor = pipeline.tools(catalog).extractor
    found = extractor.extract(documents[0], extractor.known(documents))
    told = {claim.quote: claim.attribute_id for claim in found.claims}
    for quote, attribute in row["states"].items():
        if attribute is not None and attribute.endswith("*"):
            assert told.get(quote, "").startswith(attribute[:-1]), told
        else:
            assert told.get(quote) == attribute, told
