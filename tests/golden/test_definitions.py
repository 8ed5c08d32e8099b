"""Glosses of a unit are checked: those of the articles hold, and a wrong one is found in the same place.

A test that finds no wrong definition says nothing by itself, so each gloss is also put wrong on purpose.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from told import ARTICLES, OWN, Json, require, verify

GLOSSES = [
    # file, words as they stand, the same put wrong
    ("000", "1000万亿次", "1000万亿次"),
    ("000", "1000万亿次", "100万亿次"),
    ("001", "千万亿次", "千万亿次"),
    ("001", "千万亿次", "百万亿次"),
]


def wrong_definitions(folder: Path, out: Path) -> list[Json]:
    done = verify("run", folder, "--out", out)
    assert done.returncode == 0, done.stderr
    report = json.loads((out / "report.json").read_text("utf-8"))
    return [finding for finding in report["findings"] if finding["severity"] == "error"]


@pytest.mark.parametrize("folder", [ARTICLES, OWN], ids=["articles", "seeds"])
@pytest.mark.parametrize(("mark", "words", "written"), GLOSSES)
def test_definition(folder: Path, mark: str, words: str, written: str, tmp_path: Path) -> None:
    require(folder)
    (file,) = folder.glob(f"{mark}_*")
    text = file.read_text("utf-8")
    assert text.count(words) == 1
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / file.name).write_text(text.replace(words, written), "utf-8")
    found = wrong_definitions(tmp_path / "in", tmp_path / "out")
    if written == words:
        assert found == []
    else:
        (finding,) = found
        assert written in finding["message"]
        assert finding["group_id"] is None
        start = text.index(words)
        (location,) = finding["locations"]
        assert location["span"]["start"] <= start < location["span"]["end"]
