"""Time grows with the length of the text, whatever the text is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from counting import grows_evenly

Verify = Callable[..., Any]

REPEATED = {
    "one line of prose": ("a.txt", "字，这是一段。", 2_000),
    "one line without a stop": ("a.txt", "字", 10_000),
    "digits": ("a.txt", "9", 3_000),
    "Chinese digits": ("a.txt", "九", 3_000),
    "scales": ("a.txt", "万", 3_000),
    "zero-width digits": ("a.txt", "1\u200b", 2_000),
    "open brackets": ("a.txt", "（", 5_000),
    "quotation marks": ("a.txt", '"', 5_000),
    "addresses": ("a.txt", "https://a.b/", 1_000),
    "figures in lines": ("a.txt", "这座桥长55公里。\n", 62),
    "figures in one line": ("a.txt", "1.5米，", 60),
    "nested elements": ("a.html", "<div>", 10_000),
    "open elements": ("a.html", "<p>字", 2_000),
    "open comments": ("a.html", "<!--", 10_000),
    "nested quotations": ("a.md", "> ", 5_000),
    "links": ("a.md", "[a](b)", 2_500),
    "emphasis": ("a.md", "*a", 5_000),
    "labels": ("a.txt", "标题：甲\n", 1_000),
    "front matter": ("a.md", "a: b\n", 2_000),
    "commas": ("a.csv", ",", 12_500),
    "rows": ("a.csv", "甲,5米\n", 62),
    "lines of JSON": ("a.jsonl", '{"text": "桥长5米。"}\n', 40),
}


@pytest.mark.parametrize("name", REPEATED)
def test_four_times_the_text_takes_about_four_times_as_long(
    verify: Verify, tmp_path: Path, name: str
) -> None:
    file, piece, count = REPEATED[name]
    head = "---\n" if name == "front matter" else ""

    def run(times: int) -> None:
        (tmp_path / file).write_text(head + piece * times, encoding="utf-8")
        assert verify("run", file).status in (0, 3)

    run(1)  # whatever is compiled but once
    assert grows_evenly(run, count)
