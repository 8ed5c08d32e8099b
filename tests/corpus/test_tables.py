"""Tables: ``tables/<language>.yaml``, each a file in Markdown, HTML or CSV and what its cells say.

An entry has a ``name``; the ``suffix`` and ``text`` of the file; and ``cells``, every claim of it: the
``quote`` of the figure, and the parts looked at: ``entity`` (a name), ``attribute``, ``value`` in
``unit``, and ``year``, the year in which it holds.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from verify import api, pipeline
from verify.model.exact import plain
from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.read import read

HERE = Path(__file__).parent / "tables"
ENTRIES = [
    pytest.param(entry, id=f"{path.stem}: {entry['name']}")
    for path in sorted(HERE.glob("*.yaml"))
    for entry in yaml.safe_load(path.read_text("utf-8"))
]


def year(time: Period | None) -> int | None:
    if time is None or time.earliest is None or time.precision != "year":
        return None
    return time.earliest.year


@pytest.mark.parametrize("entry", ENTRIES)
def test_cells_are_read(entry: dict[str, Any], tmp_path: Path) -> None:
    catalog = api.load_rules()
    file = tmp_path / f"table{entry['suffix']}"
    file.write_text(entry["text"], encoding="utf-8")
    (document,) = read([file], languages=catalog.languages).documents
    extractor = pipeline.tools(catalog).extractor
    found = extractor.extract(document, extractor.known([document]))
    names = {one.id: one.names for one in found.candidates}
    told = {}
    for claim in found.claims:
        if isinstance(claim.value, Quantity):
            told[claim.quote] = {
                "quote": claim.quote,
                "entity": next(iter(names.get(claim.entity_id, ())), ""),
                "attribute": claim.attribute_id,
                "value": plain(claim.value.number),
                "unit": claim.value.unit.name,
                "year": year(claim.qualifiers.time),
            }
    assert told.keys() == {cell["quote"] for cell in entry["cells"]}
    assert [{key: told[cell["quote"]][key] for key in cell} for cell in entry["cells"]] == entry["cells"]
