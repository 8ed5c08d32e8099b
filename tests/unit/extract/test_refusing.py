"""Limits told by what is refused beyond them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from verify import api


def hedges(folder: Path, text: str) -> list[tuple[str, str]]:
    """Return the claims of a text: words and hedge."""
    (folder / "a.md").write_text(f"# Relay API\n\n{text}\n", encoding="utf-8")
    report = json.loads(api.render(api.check([folder])))
    return [(one["quote"], one["value"]["hedge"]) for one in report["claims"]]


@pytest.mark.parametrize(
    ("text", "quote", "hedge"),
    [
        ("Messages with more than 10 segments are rejected.", "more than 10", "at_most"),
        ("Batches with over 25 jobs fail.", "over 25", "at_most"),
        ("Requests larger than 5 MB are not accepted.", "larger than 5 MB", "at_most"),
        ("Groups of fewer than 12 visitors are not admitted.", "fewer than 12 visitors", "at_least"),
        ("Batches of 500 or more items are refused.", "500 or more", "less_than"),
        ("超过5MB的请求将被拒绝。", "超过5MB", "at_most"),
        ("身高不足1.2米的儿童，谢绝乘坐。", "不足1.2米", "at_least"),
        # what is allowed, told of, or refused for another reason stays what it says
        ("Messages may have more than 10 segments.", "more than 10", "more_than"),
        (
            "The plan has more than 10 seats; calls from outside are rejected.",
            "more than 10",
            "more_than",
        ),
        ("超过5MB的请求会分段传输。", "超过5MB", "more_than"),
        ("Exactly 10 segments are rejected.", "10", "exactly"),
    ],
)
def test_what_is_refused_leaves_a_limit(tmp_path: Path, text: str, quote: str, hedge: str) -> None:
    told = [found for words, found in hedges(tmp_path, text) if quote in words]
    assert told == [hedge]


@pytest.mark.parametrize(
    ("allowed", "refused"),
    [
        ("A message may have up to 10 segments.", "Messages with more than 10 segments are rejected."),
        ("Uploads are limited to 25 MB.", "Uploads over 25 MB fail."),
        ("A password has at least 12 characters.", "Passwords shorter than 12 characters are not accepted."),
    ],
)
def test_a_limit_told_both_ways_is_one(tmp_path: Path, allowed: str, refused: str) -> None:
    (tmp_path / "a.md").write_text(f"# Relay API\n\n{allowed}\n", encoding="utf-8")
    (tmp_path / "b.md").write_text(f"# Relay API\n\n{refused}\n", encoding="utf-8")
    report = json.loads(api.render(api.check([tmp_path])))
    assert [group["verdict"] for group in report["groups"]] == ["agreement"]
