"""Every pair of ``../shared/corpora/ladder.yaml`` through ``verify compare``, whichever way it is asked."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from told import ROOT, require, shell
from verify.cli.compare import command

LADDER = ROOT.parent / "shared" / "corpora" / "ladder.yaml"
RELATIONS = {
    **{0: "unit slip", 1: "identical", 2: "equal", 3: "rounded", 4: "hedge differs"},
    **{5: "entailed", 6: "compatible", 7: "possible conflict", 8: "conflict"},
}
Pair = dict[str, Any]


def pairs() -> list[Any]:
    if not LADDER.is_file():
        return []
    rows: list[Pair] = yaml.safe_load(LADDER.read_text("utf-8"))
    return [pytest.param(row, id=f"{row['a']} ~ {row['b']}") for row in rows]


def test_the_pairs_are_here() -> None:
    require(LADDER.parent)
    assert len(pairs()) > 40


def asked(a: str, b: str, row: Pair) -> Pair:
    args = [a, b, "--format", "json", *(["--exact"] if row.get("exact") else [])]
    done = CliRunner().invoke(command, args, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    answer: Pair = json.loads(done.stdout)
    return answer


@pytest.mark.parametrize("row", pairs())
def test_pair(row: Pair) -> None:
    answer = asked(row["a"], row["b"], row)
    assert (answer["line"], answer["relation"]) == (row["line"], row["relation"])
    assert row["relation"] == RELATIONS[row["line"]]


@pytest.mark.parametrize("row", pairs())
def test_order_of_a_pair_does_not_matter(row: Pair) -> None:
    there, back = asked(row["a"], row["b"], row), asked(row["b"], row["a"], row)
    assert (back["line"], back["relation"], back["gap"]) == (there["line"], there["relation"], there["gap"])
    assert sorted(back["flags"]) == sorted(there["flags"])


@pytest.mark.parametrize("row", pairs())
def test_value_is_identical_with_itself(row: Pair) -> None:
    for value in (row["a"], row["b"]):
        assert asked(value, value, row)["line"] == 1


FLAGS = [
    ("189米", "198米", {"digits swapped"}),
    ("188米", "189米", {"off by one"}),
    ("1200万元", "1200元", {"magnitude slip"}),
    ("25 MB", "26 MB", {"off by one"}),
    ("30 s", "40 s", set()),
]


@pytest.mark.parametrize(("a", "b", "flags"), FLAGS)
def test_flags(a: str, b: str, flags: set[str]) -> None:
    answer = asked(a, b, {})
    assert answer["line"] in (7, 8)
    assert set(answer["flags"]) == flags


@pytest.mark.parametrize(
    ("a", "b"), [("300人", "300户"), ("100元", "100美元"), ("35万吨", "35万吨二氧化碳当量"), ("5 kg", "5 m")]
)
def test_other_dimensions_are_not_compared(a: str, b: str) -> None:
    answer = asked(a, b, {})
    assert (answer["line"], answer["relation"]) == (None, "not compared")


def test_lines_through_stdin() -> None:
    require(LADDER.parent)
    rows: list[Pair] = yaml.safe_load(LADDER.read_text("utf-8"))
    lines = [
        json.dumps({"id": f"p{number}", **{key: row[key] for key in ("a", "b", "exact") if key in row}})
        for number, row in enumerate(rows)
    ]
    done = shell("compare", "-", "--format", "jsonl", stdin="\n".join(lines) + "\n")
    assert (done.returncode, done.stderr) == (0, "")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [f"p{number}" for number in range(len(rows))]
    assert [(row["a"], row["b"], answer["line"]) for row, answer in zip(rows, answers, strict=True)] == [
        (row["a"], row["b"], row["line"]) for row in rows
    ]
    assert [answer["relation"] for answer in answers] == [row["relation"] for row in rows]
    assert all({"id", "line", "relation", "gap", "flags"} <= set(answer) for answer in answers)


def test_one_pair_from_a_shell() -> None:
    done = shell("compare", "25 MB", "25 MiB", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    # 25 × 10^6 against 25 × 2^20 bytes: 1 − 10^6 / 2^20 = 48,576 / 1,048,576 = 759 / 2^14
    assert (answer["line"], answer["relation"]) == (0, "unit slip")
    assert answer["gap"] == "0.04632568359375"
