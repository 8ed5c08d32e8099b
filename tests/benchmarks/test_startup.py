"""The script that times whole calls runs through and tells each beside its target.  Never a time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts import script


def test_every_call_does_its_work_and_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("标题: 开馆\n正文: 新馆有座位1200个。\n", encoding="utf-8")
    rows = script("startup").measured(tmp_path, 1)
    told = re.findall(r"^\| (`.*?) \| [\d.]+ \| [\d.]+ \| ([\d.]+) \|", script("startup").table(rows), re.M)
    assert told == [
        ("`verify --help`", "0.15"),
        ("`verify check`, cold", "1.5"),
        ("`verify check`, cached", "0.6"),
    ]


def test_a_call_that_fails_is_not_timed(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="does not exist"):
        script("startup").measured(tmp_path / "nowhere", 1)
