"""Two facts of one thing are laid against each other in no group (``apart.yaml``); two figures of one are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from verify import api

PAIRS = yaml.safe_load(Path(__file__).with_name("apart.yaml").read_text(encoding="utf-8"))


def _verdicts(folder: Path, first: str, second: str, days: tuple[str, str] = ("05-02", "05-02")) -> list[str]:
    """Return the verdicts of the groups that hold claims of both sentences, published on two days of 2024."""
    for name, text, day in (("a", first, days[0]), ("b", second, days[1])):
        file = folder / f"{name}.md"
        file.write_text(f"---\ntitle: 近况\nauthor: {name}报\ndate: 2024-{day}\n---\n{text}\n", "utf-8")
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
        ("Halden Motors has 3,200 stores in Germany.", "Halden Motors has 3,200 stores.", "agreement"),
        (
            "Halden Motors has 3,200 stores in Germany.",
            "In Germany, Halden Motors has 2,300 stores.",
            "conflict",
        ),
        ("江州汽车北美市场收入21亿元。", "江州汽车来自北美的收入为12亿元。", "conflict"),
        ("江州县去年出口茶叶58600吨。", "去年江州县茶叶出口量为5.86万吨。", "agreement"),
        ("江州县去年出口茶叶58600吨。", "去年江州县茶叶出口量为5.68万吨。", "conflict"),
    ],
)
def test_two_figures_of_one_fact(first: str, second: str, verdict: str, tmp_path: Path) -> None:
    assert verdict in _verdicts(tmp_path, first, second)


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        # what the first days brought, and what a thing is built for, is the same on any day
        ("江州牧场首周下载量为940万次。", "江州牧场首周下载量为904万次。", "conflict"),
        (
            "In its first week, Halden Farm had 9.4 million downloads.",
            "Halden Farm had 9.04 million downloads in its first week.",
            "conflict",
        ),
        ("江州水库正常蓄水位1238米。", "江州水库正常蓄水位1283米。", "conflict"),
        ("江州牧场下载量为940万次。", "江州牧场下载量为1904万次。", None),
        ("江州水库水位达238米。", "江州水库水位达283米。", None),
        # a speed has no time, though a heading or a sentence before tells one
        (
            "截至3月底，江州公司有员工300人。江州公司的S7最高时速25公里。",
            "江州公司的S7最高时速20公里。",
            "conflict",
        ),
    ],
)
def test_what_no_day_changes(first: str, second: str, verdict: str | None, tmp_path: Path) -> None:
    found = _verdicts(tmp_path, first, second, ("03-02", "05-20"))
    assert (verdict in found) if verdict else found == []
