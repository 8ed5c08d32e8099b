"""Two facts of one thing are laid against each other in no group (``apart.yaml``); two figures of one are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from verify import api

PAIRS = yaml.safe_load(Path(__file__).with_name("apart.yaml").read_text(encoding="utf-8"))


def _verdicts(folder: Path, first: str, second: str) -> list[str]:
    """Return the verdicts of the groups that hold claims of both sentences."""
    for name, text in (("a", first), ("b", second)):
        file = folder / f"{name}.md"
        file.write_text(f"---\ntitle: 近况\nauthor: {name}报\ndate: 2024-05-02\n---\n{text}\n", "utf-8")
    report = json.loads(api.render(api.check([folder]), "json"))
    sources = {claim["id"]: claim["source_id"] for claim in report["claims"]}
    found = []
    for group in report["groups"]:
        ids = [claim for cluster in group["clusters"] for claim in cluster["claim_ids"]]
        if len({sources[one] for one in ids}) > 1:
            found.append(group["verdict"])
    return found


@pytest.mark.parametrize(("first", "second"), PAIRS, ids=[" ~ ".join(pair) for pair in PAIRS])
def test_two_facts_are_no_conflict(first: str, second: str, tmp_path: Path) -> None:
    assert _verdicts(tmp_path, first, second) == []


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("江州县全年发生火灾126起。", "江州县全年发生火灾162起。", "conflict"),
        ("江州展会设展位2400个。", "江州展会设展位2600个。", "conflict"),
        ("江州医院新增病床200张。", "江州医院新增病床200张。", "agreement"),
        ("江州医院有病床1200张。", "江州医院有病床1500张。", "conflict"),
        ("Halden Hospital added 200 beds.", "Halden Hospital added 200 beds.", "agreement"),
        ("江州大厦有自动扶梯34部。", "Jiangzhou Tower（江州大厦） has 34 escalators.", "agreement"),
        ("江州机场取消航班120班。", "江州机场航班取消120班。", "agreement"),
    ],
)
def test_two_figures_of_one_fact(first: str, second: str, verdict: str, tmp_path: Path) -> None:
    assert verdict in _verdicts(tmp_path, first, second)
