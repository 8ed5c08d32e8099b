"""The exit statuses of CONTRACT.md and what each command leaves behind, as seen from a shell.

Of several statuses 70 > 74 > 2 > 1 > 3 > 0.  The result goes to stdout, everything else to stderr.
"""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from told import OWN, TUTORIAL, shell, verify

HEAD = "---\ntitle: 河上新桥见闻\nauthor: {}\ndate: 2024-03-02\n---\n"
BINARY = bytes(range(256)) * 8
BROKEN = '- id: "area.site"\n  nmae: {en: "site area", zh: "占地面积"}\n'


@pytest.fixture
def one(tmp_path: Path) -> Path:
    """A document with nothing wrong."""
    file = tmp_path / "one.md"
    file.write_text(f"{HEAD.format('北岸日报')}青石大桥全长3120米。\n", "utf-8")
    return file


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A document that contradicts ``one``."""
    file = tmp_path / "other.md"
    file.write_text(f"{HEAD.format('青川晚报')}记者获悉，青石大桥全长3210米。\n", "utf-8")
    return file


@pytest.fixture
def binary(tmp_path: Path) -> Path:
    file = tmp_path / "figures.txt"
    file.write_bytes(BINARY)
    return file


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    (folder / "attributes").mkdir(parents=True)
    (folder / "attributes" / "area.yaml").write_text(BROKEN, "utf-8")
    return folder


# --- 0 and 1


def test_check_without_a_conflict_is_0() -> None:
    assert shell("check", OWN).returncode == 0


def test_check_with_conflicts_is_1_and_shows_them() -> None:
    done = verify("check", TUTORIAL, OWN)
    assert done.returncode == 1
    for words in ("约2万平方米", "37.4亿亿次", "186天", "error"):
        assert words in done.stdout
    assert "note[" not in done.stdout
    assert done.stdout.splitlines()[-1] == "4 new; 41 notes not shown (--show note)"


def test_run_is_0_in_spite_of_conflicts(tmp_path: Path) -> None:
    done = verify("run", TUTORIAL, OWN, "--out", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert "3 conflicts" in done.stdout


def test_warnings_and_notes_fail_only_when_asked_for() -> None:
    one = OWN / "003_lingang_feature.txt"
    assert shell("check", OWN).returncode == 0
    assert verify("check", OWN, "--fail-on", "warning").returncode == 1  # rivals for the first of East China
    assert verify("check", one, "--fail-on", "warning").returncode == 0
    assert verify("check", one, "--fail-on", "note").returncode == 1


def test_notes_are_shown_only_when_asked_for() -> None:
    assert "超过每秒374亿亿次" not in verify("check", OWN).stdout
    assert "超过每秒374亿亿次" in verify("check", OWN, "--show", "note").stdout


# --- 2


def fails(status: int, *args: str | Path) -> str:
    """Run a command that is to fail without a result, and return what it says."""
    done = shell(*args)
    assert done.returncode == status, (done.stdout, done.stderr)
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr
    return done.stderr


@pytest.mark.parametrize("command", ["run", "check", "extract"])
def test_no_such_path_is_2(command: str, tmp_path: Path) -> None:
    assert "nowhere" in fails(2, command, tmp_path / "nowhere")


@pytest.mark.parametrize("command", ["run", "check", "extract"])
def test_empty_folder_is_2(command: str, tmp_path: Path) -> None:
    fails(2, command, tmp_path)


def test_folder_without_a_known_format_is_2(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + BINARY)
    fails(2, "check", tmp_path)


def test_broken_rules_are_2_and_told_with_their_place(one: Path, broken: Path) -> None:
    assert "area.yaml:2:3" in fails(2, "check", one, "--rules", broken)
    assert "area.yaml:2:3" in verify("rules", "check", "--rules", broken).stderr


def test_wrong_call_is_2(one: Path) -> None:
    fails(2, "check", one, "--fail-on", "disaster")
    fails(2, "compare", "25 MB")
    fails(2, "nonsense")


def test_nothing_is_written_on_2(one: Path, tmp_path: Path, broken: Path) -> None:
    fails(2, "run", one, "--rules", broken, "--out", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_wrong_call_comes_before_findings(one: Path, other: Path, tmp_path: Path) -> None:
    fails(2, "check", one, other, tmp_path / "nowhere")


# --- 3


def test_named_binary_file_is_3(one: Path, binary: Path, tmp_path: Path) -> None:
    done = verify("run", one, binary, "--out", tmp_path / "out")
    assert done.returncode == 3
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert [Path(source["path"]).name for source in report["sources"]] == [one.name]
    assert [binary.name in issue["source_id"] for issue in report["issues"]] == [True]


def test_file_that_cannot_be_opened_is_3(one: Path, tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    done = verify("check", one, tmp_path / "loop.txt")
    assert done.returncode in (2, 3)  # a link to itself is no path, or one that cannot be read
    assert "Traceback" not in done.stderr


def test_named_binary_file_alone_is_3(binary: Path) -> None:
    assert shell("check", binary).returncode == 3


def test_incomplete_may_be_allowed(one: Path, binary: Path, tmp_path: Path) -> None:
    assert verify("check", one, binary, "--allow-incomplete").returncode == 0
    assert verify("run", one, binary, "--allow-incomplete", "--out", tmp_path / "out").returncode == 0


def test_findings_come_before_incomplete(one: Path, other: Path, binary: Path) -> None:
    assert shell("check", one, other, binary).returncode == 1


def test_binary_file_in_a_folder_is_counted_and_no_issue(one: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / one.name).write_bytes(one.read_bytes())
    (tmp_path / "in" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + BINARY)
    done = verify("run", tmp_path / "in", "--out", tmp_path / "out")
    assert done.returncode == 0
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert (report["issues"], report["summary"]["skipped"]) == ([], 1)


# --- 74


def test_folder_that_cannot_be_written_is_74(one: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file stands here", "utf-8")
    fails(74, "run", one, "--out", tmp_path / "out")
    fails(74, "run", one, "--out", tmp_path / "out" / "deeper")


def test_output_that_cannot_be_written_comes_before_findings(one: Path, other: Path, tmp_path: Path) -> None:
    done = shell("check", one, other, "--output", f"html={tmp_path}")
    assert done.returncode == 74


def test_stdout_on_a_full_disk_is_74(one: Path) -> None:
    if not Path("/dev/full").is_char_device():
        pytest.skip("no /dev/full here")
    command = f"{sys.executable} -m verify check {shlex.quote(str(one))} --format json >/dev/full"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 74
    assert "Traceback" not in done.stderr


# --- the other commands on the same sources


def test_a_report_is_never_read_as_a_source(one: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / one.name).write_bytes(one.read_bytes())
    first = verify("run", folder, "--out", folder / "reports")
    report = (folder / "reports" / "report.json").read_bytes()
    second = verify("run", folder, "--out", tmp_path / "out")
    assert (first.returncode, second.returncode) == (0, 0)
    one, two = json.loads(report), json.loads((tmp_path / "out" / "report.json").read_bytes())
    assert [source["path"] for source in two["sources"]] == [source["path"] for source in one["sources"]]


def test_extract_tells_what_the_report_holds(one: Path, tmp_path: Path) -> None:
    assert verify("run", one, "--out", tmp_path).returncode == 0
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    claims = verify("extract", one, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in claims] == report["claims"]
    mentions = verify("extract", one, "--mentions", "--format", "jsonl").stdout
    assert mentions == (tmp_path / "mentions.jsonl").read_text("utf-8")


def test_explain_shows_the_derivation_of_a_finding(tmp_path: Path) -> None:
    assert verify("run", TUTORIAL, OWN, "--out", tmp_path).returncode == 0
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    (finding,) = [f for f in report["findings"] if "186天" in f["message"] and f["severity"] == "error"]
    done = verify("explain", finding["id"], "--report", tmp_path / "report.json")
    assert done.returncode == 0
    assert "168天" in done.stdout
    assert "186天" in done.stdout
    assert re.search(r"14,?515,?200|1[.]45152 × 10", done.stdout)  # 168 days in seconds


def test_parse_reads_the_example_of_the_manual() -> None:
    line = '{"id": "x", "text": "峰值算力超过每秒374亿亿次"}\n'
    done = shell("parse", "-", "--format", "jsonl", stdin=line)
    assert done.returncode == 0
    answer = json.loads(done.stdout)
    (quantity,) = answer["quantities"]
    assert answer["id"] == "x"
    assert (quantity["start"], quantity["end"], quantity["text"]) == (4, 14, "超过每秒374亿亿次")
    assert (quantity["form"], quantity["hedge"]) == ("point", "more_than")
    assert (quantity["value"], quantity["base_unit"]) == ("3740000000000000000", "flop/second")
    assert (quantity["lower"], quantity["upper"]) == ("3740000000000000000", None)
    assert quantity["number"] == {"start": 8, "end": 13, "text": "374亿亿", "value": "3740000000000000000"}


def test_rules_check_passes() -> None:
    done = verify("rules", "check")
    assert (done.returncode, done.stderr) == (0, "")
