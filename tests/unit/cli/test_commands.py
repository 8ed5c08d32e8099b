"""What each command prints."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Verify = Callable[..., Any]
Stages = Callable[..., None]


@pytest.mark.parametrize("words", [[], ["rules"], ["config"], ["baseline"]])
def test_the_help_cuts_no_sentence_short(verify: Verify, words: list[str]) -> None:
    _, _, listed = verify(*words, "--help").out.partition("Commands:\n")
    assert listed.count("\n") > 1
    assert [line for line in listed.splitlines() if not line.endswith(".") or line.endswith("...")] == []


@pytest.mark.parametrize(
    ("show", "codes"),
    [
        ([], ["V101", "V102"]),
        (["--show", "error"], ["V101"]),
        (["--show", "note"], ["V101", "V102", "V201"]),
    ],
)
def test_check_shows_what_is_asked_for(
    verify: Verify, sources: Path, stages: Stages, show: list[str], codes: list[str]
) -> None:
    found = verify("check", "lake", "--format", "json", *show).json["findings"]
    assert [finding["code"] for finding in found] == codes


def test_check_hides_notes_and_still_fails_on_them(
    verify: Verify, sources: Path, stages: Stages, sample_report: Any
) -> None:
    stages(findings=sample_report.findings[2:])
    done = verify("check", "lake", "--fail-on", "note", "--format", "json")
    assert (done.status, done.json["findings"]) == (1, [])


def test_check_writes_other_formats_beside(verify: Verify, sources: Path, stages: Stages) -> None:
    done = verify("check", "lake", "--output", "html=page.html", "--output", "json=deep/report.json")
    assert done.out.startswith("lake/a.txt:2:16: error[V101]")
    assert (sources / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads((sources / "deep" / "report.json").read_text(encoding="utf-8"))["schema_version"] == "1"
    assert done.err == "verify: made the folder deep\n"
    again = verify("check", "lake", "--output", "json=deep/report.json")
    assert again.err == ""


def test_extract_claims(verify: Verify, sources: Path, stages: Stages) -> None:
    lines = [json.loads(line) for line in verify("extract", "lake", "--format", "jsonl").out.splitlines()]
    assert [line["id"] for line in lines] == [f"c{number:02}" for number in range(1, 12)]
    rows = list(csv.DictReader(io.StringIO(verify("extract", "lake", "--format", "csv").out)))
    assert [row["claim_id"] for row in rows] == [line["id"] for line in lines]


def test_extract_table_stands_in_columns_where_characters_are_wide(
    verify: Verify, sources: Path, stages: Stages
) -> None:
    head, first, second, *_ = verify("extract", "lake").out.splitlines()
    assert head.split() == ["place", "entity", "attribute", "stated", "value"]
    # 镜湖水库 takes eight cells and four characters.
    assert first.index("capacity") == second.index("height") == head.index("attribute") - 4


def test_extract_mentions(verify: Verify, sources: Path, stages: Stages) -> None:
    lines = verify("extract", "lake", "--mentions", "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["role"] for line in lines] == ["claim"] * 11
    rows = list(csv.DictReader(io.StringIO(verify("extract", "lake", "--mentions", "--format", "csv").out)))
    assert rows[1] == {
        **{"place": "lake/a.txt:2:16", "role": "claim", "quote": "86米", "value": "86 meter"},
        **{"rule": "numeral+unit"},
    }
    assert "86米" in verify("extract", "lake", "--mentions").out


def test_parse_for_people(verify: Verify, stages: Stages) -> None:
    done = verify("parse", "3740P")
    assert done.out.splitlines() == [
        "0–5  3740P  quantity, point",
        "    3,740 petaflop/second = 3.74 × 10¹⁸ flop/second, as written: 3,739.5P or more",
        "    read by numeral+unit",
    ]
    assert verify("parse", "-", stdin="3740P").out == done.out
    assert verify("parse", stdin="3740P").out == done.out


def test_parse_lines(verify: Verify, stages: Stages) -> None:
    lines = '{"id": 7, "text": "3740P"}\n\n{"id": "b", "text": "50多家", "date": "2022-01-24"}\n'
    done = verify("parse", "--format", "jsonl", "-", stdin=lines)
    told = [json.loads(line) for line in done.out.splitlines()]
    assert [(item["id"], item["quantities"][0]["text"]) for item in told] == [(7, "3740P"), ("b", "50多家")]
    assert "50多家" in done.out


@pytest.mark.parametrize(
    ("args", "stdin", "told"),
    [
        (
            ["parse", "--date", "24.1.2022", "x"],
            "",
            "--date takes a day such as 2022-01-24; found '24.1.2022'",
        ),
        (["parse", "--format", "jsonl", "-"], "{", "stdin line 1 is no JSON"),
        (
            ["parse", "--format", "jsonl", "-"],
            '{"id": 1}',
            "stdin line 1: expected an object with the texts 'text'",
        ),
        (["parse", "--format", "jsonl", "-"], "[" * 100_000, "stdin line 1 is no JSON"),
        (["parse", "--format", "jsonl", "-"], '{"text": "1", "date": 5}', "date takes a day"),
        (
            ["compare", "--format", "jsonl", "-"],
            '{"a": "1"}',
            "expected an object with the texts 'a' and 'b'",
        ),
        (["compare", "25 MB"], "", "compare takes two values"),
        (["compare", "?", "1"], "", "'?' holds no single figure"),
        (
            ["explain", "f1"],
            "",
            "cannot read reports/report.json: No such file or directory; 'verify run PATH...' writes it",
        ),
    ],
)
def test_mistakes_in_the_call(
    verify: Verify, sources: Path, stages: Stages, args: list[str], stdin: str, told: str
) -> None:
    done = verify(*args, stdin=stdin)
    assert done.status == 2
    assert told in done.err


def test_compare_for_people(verify: Verify, stages: Stages) -> None:
    done = verify("compare", "2 m", "3 m")
    assert done.out.splitlines() == [
        "conflict (line 8 of the ladder): gap 33.3%; nothing meets; off by one",
        "    2 = 2",
        "    3 = 3",
    ]
    assert verify("compare", "2 m", "3 m", "--format", "json").json == {
        **{"line": 8, "relation": "conflict", "gap": "1/3", "bound": "nothing meets"},
        **{"flags": ["off by one"], "derivation": ["2 = 2", "3 = 3"]},
    }
    assert verify("compare", "2 m", "3 s").out == "not compared: dimensions differ\n"


def test_compare_lines_go_on_after_a_mistake(verify: Verify, stages: Stages) -> None:
    asked = [("2 m", "3 s"), ("?", "1"), ("2 m", "3 m")]
    lines = "".join(json.dumps({"id": i, "a": a, "b": b}) + "\n" for i, (a, b) in enumerate(asked, start=1))
    done = verify("compare", "--format", "jsonl", "-", stdin=lines)
    nothing = {"line": None, "relation": "not compared", "gap": None, "flags": []}
    assert [json.loads(line) for line in done.out.splitlines()] == [
        {"id": 1, **nothing},
        {"id": 2, **nothing},
        {"id": 3, "line": 8, "relation": "conflict", "gap": "1/3", "flags": ["off by one"]},
    ]
    assert done.status == 2
    assert done.err == "verify: 2: '?' holds no single figure\n"


def test_explain_reads_what_run_wrote(verify: Verify, sources: Path, stages: Stages) -> None:
    verify("run", "lake")
    assert verify("explain", "f1").out.startswith("error[V101]")
    missing = verify("explain", "f9")
    assert missing.status == 2
    assert "holds no finding, group, claim or entity 'f9'" in missing.err


def test_explain_shows_the_page_of_a_code_without_a_report(verify: Verify, sources: Path) -> None:
    done = verify("explain", "V101")
    assert done.status == 0
    assert done.out.startswith("V101: value conflict\n\n")
    assert "To silence one" in done.out


def test_explain_says_when_a_report_is_none(verify: Verify, sources: Path) -> None:
    (sources / "x.json").write_text("{}")
    done = verify("explain", "f1", "--report", "x.json")
    assert done.status == 2
    assert "x.json is no report of this version: summary: Field required; run 'verify run' again" in done.err


@pytest.mark.parametrize("folder", ["attributes", "entities", "ignore", "languages"])
def test_rules_schema(verify: Verify, folder: str) -> None:
    assert verify("rules", "schema", folder).json["type"] == "array"


@pytest.mark.parametrize("args", [["parse", "no figures"], ["parse"]])
def test_parse_says_when_there_is_no_figure(verify: Verify, args: list[str]) -> None:
    done = verify(*args)
    assert (done.status, done.out) == (0, "")
    assert done.err == "verify: no figure and no date in this text\n"


def test_parse_says_what_an_unresolved_date_needs(verify: Verify) -> None:
    assert "    unresolved: --date gives the day against which it is read\n" in verify("parse", "12号").out
    assert "    2022-01-12\n" in verify("parse", "12号", "--date", "2022-01-24").out


@pytest.mark.parametrize(
    ("word", "near"),
    [("chek", "; did you mean 'check'?"), ("comapre", "; did you mean 'compare'?"), ("zzz", "")],
)
def test_a_command_that_is_none_names_the_near_one(verify: Verify, word: str, near: str) -> None:
    done = verify(word)
    assert done.status == 2
    assert f"no command '{word}'{near}\n" in done.err


def test_extract_tells_what_could_not_be_read(verify: Verify, sources: Path) -> None:
    (sources / "lake" / "a.txt").write_bytes(b"\x00\x01\x02" * 50)
    done = verify("extract", "lake/a.txt")
    assert done.status == 3
    assert "lake/a.txt: issue[binary]" in done.err


@pytest.mark.parametrize("command", ["run", "check", "extract"])
def test_sources_of_the_configuration_are_read(verify: Verify, sources: Path, command: str) -> None:
    (sources / "lake" / "a.txt").write_text("镜湖大桥全长55公里。\n", encoding="utf-8")
    assert "no sources: name a PATH, or set 'paths' in verify.toml" in verify(command).err
    (sources / "verify.toml").write_text('paths = ["lake"]\n')
    done = verify(command)
    assert done.status == 0
    assert "1 source, 1 claim" in done.out or "55公里" in done.out
