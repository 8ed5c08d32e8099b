"""Tables: ``tables/<language>.yaml``, each a file in Markdown, HTML or CSV and what its cells say.

An entry has a ``name``; the ``suffix`` and ``text`` of the file; and ``cells``, every claim of it in order of
place: the ``quote`` of the figure, and the parts looked at: ``entity`` (a name), ``attribute``, ``value`` in
``unit`` or the ``date``, ``scope``, ``statistic``, ``base``, ``year``, the year in which it holds, and
``days``, the days if they are no year.  A part that a cell does not name is not looked at; one of ``null``
must be unstated.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from verify import api, pipeline
from verify.model.claim import Claim
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


def days(time: Period | None) -> str | None:
    return None if time is None else f"{time.earliest} to {time.latest}"


def said(claim: Claim, names: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    value, known = claim.value, claim.qualifiers
    return {
        "quote": claim.quote,
        "entity": next(iter(names.get(claim.entity_id, ())), ""),
        "attribute": claim.attribute_id,
        "value": plain(value.number) if isinstance(value, Quantity) else None,
        "unit": value.unit.name if isinstance(value, Quantity) else None,
        "date": days(value) if isinstance(value, Period) else None,
        "scope": known.scope,
        "statistic": known.statistic,
        "base": known.base,
        "year": year(known.time),
        "days": days(known.time),
    }


@pytest.mark.parametrize("entry", ENTRIES)
def test_cells_are_read(entry: dict[str, Any], tmp_path: Path) -> None:
    catalog = api.load_rules()
    file = tmp_path / f"table{entry['suffix']}"
    file.write_text(entry["text"], encoding="utf-8")
    (document,) = read([file], languages=catalog.languages).documents
    extractor = pipeline.tools(catalog).extractor
    found = extractor.extract(document, extractor.known([document]))
    names = {one.id: one.names for one in found.candidates}
    told = [said(claim, names) for claim in found.claims if claim.section.value == "table"]
    assert [one["quote"] for one in told] == [cell["quote"] for cell in entry["cells"]]
    looked_at = [{key: one[key] for key in cell} for one, cell in zip(told, entry["cells"], strict=True)]
    assert looked_at == entry["cells"]
