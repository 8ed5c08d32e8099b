"""A good document beside a hostile one, and what a run leaves of both."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

GOOD = "标题：镜湖大桥通车\n来源：省报\n日期：2022-01-24\n\n镜湖大桥全长55公里，总投资约25亿元。\n"
OUTPUTS = ["claims.csv", "mentions.jsonl", "report.html", "report.json", "report.md"]


class Outcome(NamedTuple):
    status: int
    out: str
    err: str
    folder: Path

    @property
    def report(self) -> Any:
        return json.loads((self.folder / "report.json").read_text(encoding="utf-8"))

    @property
    def issues(self) -> list[tuple[str, str]]:
        return [(issue["code"], issue["message"]) for issue in self.report["issues"]]

    def quotes(self, path: str) -> list[str]:
        return [claim["quote"] for claim in self.report["claims"] if claim["source_id"] == path]

    def text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


def assert_whole(told: Outcome) -> None:
    """Five files and nothing else; the good document was judged."""
    assert sorted(path.name for path in told.folder.iterdir()) == OUTPUTS
    assert "55公里" in told.quotes("in/good.txt")
    for line in told.text("mentions.jsonl").splitlines():
        json.loads(line)
