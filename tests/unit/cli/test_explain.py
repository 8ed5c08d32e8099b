"""``verify explain`` on a run of its own: whatever was read at a place can be asked after."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Verify = Callable[..., Any]

TEXTS = {
    "a.txt": "标题：镜湖大桥通车\n来源：省报\n日期：2022-01-24\n\n"
    "1. 镜湖大桥全长约5.5万米，1月8日通车，是一座开放的桥。\n",
    "b.txt": "标题：镜湖大桥\n来源：晚报\n日期：2022-01-25\n\n镜湖大桥全长86公里。\n",
}


@pytest.fixture
def report(verify: Verify, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    assert verify("run", "in").status == 0
    return json.loads((tmp_path / "reports" / "report.json").read_text(encoding="utf-8"))


def test_a_claim_by_its_place(verify: Verify, report: Any) -> None:
    told = verify("explain", "in/a.txt:5:10").out
    for words in (
        "in/a.txt:5:10  “约5.5万米” = 55,000 meter, about",
        "5.5万 = 5.5 × 10⁴ = 55000",
        "约 (about): H = [",
        "= 55 kilometer",  # the unit of what it is compared with
        "省报, 2022-01-24; body, high confidence",
        "attribute: length",
        "belongs to group g-",
        "with in/b.txt:5:7",
    ):
        assert words in told


def test_every_figure_of_the_mentions_can_be_asked_after(verify: Verify, report: Any, tmp_path: Path) -> None:
    lines = (tmp_path / "reports" / "mentions.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["role"] for line in lines} >= {"claim", "ignored"}
    for line in lines:
        mention = json.loads(line)
        place = f"{mention['path']}:{mention['span']['line']}:{mention['span']['column']}"
        told = verify("explain", place)
        assert told.status == 0
        assert f"“{mention['quote']}”" in told.out
        assert f"read by {mention['rule']}" in told.out


def test_an_ignored_numeral_tells_the_reason(verify: Verify, report: Any) -> None:
    told = verify("explain", "a.txt:5:1").out
    assert "ignored: no figure that states a fact" in told
    assert "order.list: ignored, because: The number of an item in a list." in told


def test_a_finding_and_its_group(verify: Verify, report: Any) -> None:
    finding = next(item for item in report["findings"] if item["severity"] == "error")
    told = verify("explain", finding["id"]).out
    for words in (finding["message"], "conflict, line 8 of the ladder", "nothing meets", "line 8, conflict"):
        assert words in told
    assert verify("explain", finding["group_id"]).out in told


HINT = re.compile(r"    explain: verify (explain .*)")


@pytest.mark.parametrize("configured", [False, True])
@pytest.mark.parametrize("command", ["check", "run --out out"])
def test_the_hint_under_a_finding_works_as_printed(
    verify: Verify, report: Any, tmp_path: Path, command: str, configured: bool
) -> None:
    # A report in the default place that knows nothing of these sources.
    verify("run", "in/a.txt")
    (tmp_path / "my rules").mkdir()
    if configured:
        (tmp_path / "verify.toml").write_text('paths = ["in"]\nrules = ["my rules"]\n')
        told = verify(*command.split())
    else:
        told = verify(*command.split(), "in", "--rules", "my rules")
    hints = HINT.findall(told.out)
    assert hints
    for hint in hints:
        done = verify(*shlex.split(hint))
        assert done.status == 0, done.err
        assert "镜湖大桥" in done.out


def test_an_old_report_is_not_asked_where_sources_are_named(verify: Verify, report: Any) -> None:
    Path("in/b.txt").write_text(TEXTS["b.txt"].replace("86", "87"), encoding="utf-8")
    assert "86公里" in verify("explain", "in/b.txt:5:7").out
    assert "87公里" in verify("explain", "in/b.txt:5:7", "in").out
    both = verify("explain", "in/b.txt:5:7", "in", "--report", "reports/report.json")
    assert both.status == 2


def test_one_pair_of_words_is_compared_once(verify: Verify, report: Any) -> None:
    Path("in/c.txt").write_text(TEXTS["b.txt"].replace("晚报", "早报"), encoding="utf-8")
    (hint, *_) = HINT.findall(verify("check", "in").out)
    told = verify(*shlex.split(hint)).out
    compared = [line for line in told.splitlines() if line.startswith("  compared: ")]
    assert len(compared) == len(set(compared)) == 2


def test_two_sides_are_told_without_taking_one(verify: Verify, report: Any) -> None:
    (hint, *_) = HINT.findall(verify("check", "in").out)
    told = verify(*shlex.split(hint)).out
    # the coarser side is in 万米: 86 km are 8.6 of them
    assert "one says 约5.5万米, another says 86公里 (8.6万米); gap 36%" in told
    assert "expected" not in told


def test_arithmetic_shows_its_reckoning_and_the_rule_behind_it(
    verify: Verify, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("东岭公司营业收入从80.0亿元增至100亿元，增长35%。\n", encoding="utf-8")
    (hint,) = HINT.findall(verify("check", "a.txt").out)
    told = verify(*shlex.split(hint)).out
    # 99.5/80.05 - 1 and 100.5/79.95 - 1
    for words in (
        "it follows 25 % (24.297, 25.704), stated is 35%",
        "80.0亿元: taken as [7.995 × 10⁹, 8.005 × 10⁹)",
        "stated is 35%: taken as [34.5, 35.5)",
        "by change.from-to: relation of the kind “change” of rules/relations",
    ):
        assert words in told
    assert verify("explain", "change.from-to").status == 0


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("V999", "there is no code 'V999'; there are V101, V102"),
        ("v999", "there is no code 'V999'; there are V101, V102"),
        ("length.totl", "'length.totl'; did you mean 'length.total'?\n"),
    ],
)
def test_what_is_near_is_named(verify: Verify, report: Any, asked: str, words: str) -> None:
    told = verify("explain", asked)
    assert told.status == 2
    assert words in told.err


def test_the_page_of_a_code_has_no_markup(verify: Verify) -> None:
    told = verify("explain", "v102").out
    assert told.startswith("V102: magnitude slip\n\n")
    assert "投资3.2亿元" in told  # an example of this very slip
    assert not re.search("==|``", told)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("V101", ["V101: value conflict"]),
        ("length.total", ["attributes/length.total"]),
        ("attributes/length.total", ["attributes/length.total"]),
        ("order.list", ["ignore/order.list", "The number of an item in a list."]),
        ("市亩", ["unit 亩", "1 亩 = 2000/3 meter**2", "written"]),
    ],
)
def test_rules_without_any_report(
    verify: Verify, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: str, words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    told = verify("explain", asked)
    assert told.status == 0
    assert [word for word in words if word not in told.out] == []


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (
            "in/a.txt:5:30",
            "holds no figure at 'in/a.txt:5:30'; the nearest figures stand at 5:1 “1”, 5:10 “约5.5万米”",
        ),
        ("in/c.txt:1:1", "its sources are in/a.txt, in/b.txt"),
        ("V1-abc", "holds no finding, group, claim or entity 'V1-abc'; its ids stand in report.html"),
    ],
)
def test_what_is_not_there_is_said_with_the_way_out(
    verify: Verify, report: Any, asked: str, words: str
) -> None:
    told = verify("explain", asked)
    assert told.status == 2
    assert words in told.err


def test_without_a_report_it_says_how_to_make_one(
    verify: Verify, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = verify("explain", "in/a.txt:1:1")
    assert told.status == 2
    assert (
        "cannot read reports/report.json: No such file or directory; 'verify run PATH...' writes it"
        in told.err
    )
