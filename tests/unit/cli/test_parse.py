"""``verify parse`` on the shipped rules: the tree of a reading, and many lines in one call."""

from __future__ import annotations

import json
import time
from typing import Any


def test_the_tree_of_a_reading(verify: Any) -> None:
    assert verify("parse", "-v", "占地约13万平方米").out.splitlines()[2:] == [
        "    read by numeral.mixed+unit.meter**2+hedge.about",
        "    point.quantity  2–9  约13万平方米",
        "      hedge.about  2–3  约",
        "      numeral.mixed  3–6  13万",
        "        digits  3–5  13",
        "        scale  5–6  万",
        "      unit.meter**2  6–9  平方米",
    ]
    assert "digits" not in verify("parse", "占地约13万平方米").out


def test_ten_thousand_lines_in_their_order(verify: Any) -> None:
    texts = ["增长{}%", "共{}万人参加", "约{}万平方米", "{} million dollars", "2021年{}月", "没有数字"]
    lines = [{"id": n, "text": texts[n % 6].format(n % 12 + 1), "date": "2022-01-26"} for n in range(10_000)]
    begin = time.perf_counter()
    done = verify("parse", "-", "--format", "jsonl", stdin="".join(json.dumps(line) + "\n" for line in lines))
    spent = time.perf_counter() - begin
    told = [json.loads(line) for line in done.out.splitlines()]
    assert [line["id"] for line in told] == list(range(10_000))
    assert [len(line["quantities"]) for line in told] == [0 if n % 6 == 5 else 1 for n in range(10_000)]
    assert told[12]["quantities"][0]["value"] == "1"
    assert told[3]["quantities"][0]["value"] == "4000000"
    assert spent < 60  # seconds; on a machine of its own it takes three
