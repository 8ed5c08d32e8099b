"""Long documents of one topic that contradict each other nowhere, dense with figures that are nearly alike.

No conflict may be found in them, and one where a figure is changed (``consistent/``, in our own words).
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from verify import api

TOPICS = Path(__file__).with_name("consistent")


def _conflicts(folder: Path) -> list[str]:
    """Return what the conflicts of a folder, possible ones too, hold."""
    report = json.loads(api.render(api.check([folder]), "json"))
    quotes = {claim["id"]: claim["quote"] for claim in report["claims"]}
    return [
        quotes[ident]
        for group in report["groups"]
        if "conflict" in group["verdict"]
        for cluster in group["clusters"]
        for ident in cluster["claim_ids"]
    ]


@pytest.mark.parametrize("topic", sorted(one.name for one in TOPICS.iterdir()))
def test_what_is_consistent_holds_no_conflict(topic: str) -> None:
    assert _conflicts(TOPICS / topic) == []


@pytest.mark.parametrize(
    ("topic", "told", "changed", "quote"),
    [
        ("launch", "降至188克", "降至198克", "198克"),
        ("launch", "电池容量达6100毫安时", "电池容量达6010毫安时", "达6010毫安时"),
        ("quake", "发生5.9级地震", "发生6.1级地震", "6.1级地震"),
        ("bridge", "主跨928米", "主跨982米", "982米"),
        ("merger", "发行9.75亿股", "发行9.57亿股", "9.57亿股"),
        ("waste", "297万吨", "279万吨", "279万吨"),
        ("city", "粮食产量218.6万吨", "粮食产量281.6万吨", "281.6万吨"),
    ],
)
def test_a_figure_that_is_changed_is_one(
    topic: str, told: str, changed: str, quote: str, tmp_path: Path
) -> None:
    folder = tmp_path / topic
    shutil.copytree(TOPICS / topic, folder)
    text = (folder / "b.md").read_text("utf-8")
    assert told in text
    (folder / "b.md").write_text(text.replace(told, changed), "utf-8")
    assert quote in _conflicts(folder)
