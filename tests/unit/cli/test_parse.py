"""``verify parse`` on the shipped rules: the tree of a reading, and many lines in one call."""

from __future__ import annotations

import json
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
    done = verify("parse", "-", "--format", "jsonl", stdin="".join(json.dumps(line) + "\n" for line in lines))
    told = [json.loads(line) for line in done.out.splitlines()]
    assert [line["id"] for line in told] == list(range(10_000))
    assert [len(line["quantities"]) for line in told] == [0 if n % 6 == 5 else 1 for n in range(10_000)]
    assert told[12]["quantities"][0]["value"] == "1"
    assert told[3]["quantities"][0]["value"] == "4000000"


DOUBTFUL = "共٣٤٥吨，另有3百5千亿，产1O0吨，9月99日"
PLACES = {
    "foreign-digits": (1, 4, "٣٤٥"),
    "doubtful-numeral": (8, 13, "3百5千亿"),
    "doubtful-digits": (15, 18, "1O0"),
    "impossible-date": (20, 25, "9月99日"),
}


def test_what_is_doubtful_is_told_with_its_place(verify: Any) -> None:
    done = verify("parse", DOUBTFUL)
    assert done.status == 0
    lines = done.err.splitlines()
    assert len(lines) == len(PLACES)
    for line, (code, (start, end, text)) in zip(lines, PLACES.items(), strict=True):
        assert line.startswith(f"verify: {start}–{end} {code}: ")
        assert text in line or text[1] in line


def test_what_is_doubtful_stands_beside_the_quantities(verify: Any) -> None:
    lines = [{"id": 1, "text": DOUBTFUL}, {"id": 2, "text": "共345吨"}]
    done = verify("parse", "-", "--format", "jsonl", stdin="".join(json.dumps(line) + "\n" for line in lines))
    first, second = (json.loads(line) for line in done.out.splitlines())
    told = {issue["code"]: (issue["start"], issue["end"], issue["text"]) for issue in first["issues"]}
    assert told == PLACES
    assert [item["text"] for item in first["quantities"]] == ["٣٤٥吨"]
    assert second["issues"] == []
    assert done.err == ""
