"""Exit statuses of CONTRACT.md, and where the words go."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from verify import api, pipeline
from verify.cli import COMMANDS
from verify.errors import Problem, RulesError
from verify.model.document import Issue
from verify.model.finding import State
from verify.model.report import Report

Verify = Callable[..., Any]
Stages = Callable[..., None]

UNREAD = (Issue("unreadable", "not decodable; save it as UTF-8", "lake/d.txt", None, incomplete=True),)


def test_run_writes_and_exits_0_in_spite_of_conflicts(verify: Verify, sources: Path, stages: Stages) -> None:
    done = verify("run", "lake", "--out", "out")
    assert (done.status, done.err) == (0, "")
    assert "1 conflict" in done.out
    assert (sources / "out" / "report.json").exists()


def test_run_writes_into_reports_by_default(verify: Verify, sources: Path, stages: Stages) -> None:
    assert verify("run", "lake").status == 0
    assert (sources / "reports" / "report.html").exists()


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (["check", "lake"], 1),
        (["check", "lake", "--fail-on", "warning"], 1),
        (["check", "lake", "--allow-incomplete"], 1),
        (["check", "missing"], 2),
        (["check"], 2),
        (["check", "lake", "--format", "pdf"], 2),
        (["check", "lake", "--output", "html"], 2),
        (["check", "lake", "--output", "pdf=x"], 2),
        (["check", "lake", "--output", "html=lake"], 74),
        (["run", "lake", "--out", "file"], 74),
        (["run", "lake", "--rules", "missing"], 2),
        (["nonsense"], 2),
        (["--nonsense"], 2),
        (["--help"], 0),
        (["--version"], 0),
    ],
)
def test_status(verify: Verify, sources: Path, stages: Stages, args: list[str], status: int) -> None:
    (sources / "file").write_text("")
    done = verify(*args)
    assert done.status == status
    assert "Traceback" not in done.err
    if status in (2, 74):
        assert done.out == ""
        assert done.err


@pytest.mark.parametrize(
    ("kept", "fail_on", "status"),
    [(0, "error", 1), (1, "error", 0), (1, "warning", 1), (2, "warning", 0), (2, "note", 1), (3, "note", 0)],
)
def test_fail_on(
    verify: Verify, sources: Path, stages: Stages, sample_report: Report, kept: int, fail_on: str, status: int
) -> None:
    """The findings are an error, a warning and a note; the first ``kept`` are left out."""
    stages(findings=sample_report.findings[kept:])
    assert verify("check", "lake", "--fail-on", fail_on).status == status


def test_a_known_finding_does_not_fail(
    verify: Verify, sources: Path, stages: Stages, sample_report: Report
) -> None:
    stages(findings=tuple(item._replace(state=State.BASELINE) for item in sample_report.findings))
    assert verify("check", "lake", "--fail-on", "note").status == 0


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (["run", "lake"], 3),
        (["run", "lake", "--allow-incomplete"], 0),
        (["check", "lake"], 3),
        (["check", "lake", "--allow-incomplete"], 0),
        (["extract", "lake"], 3),
    ],
)
def test_incomplete(verify: Verify, sources: Path, stages: Stages, args: list[str], status: int) -> None:
    stages(findings=(), issues=UNREAD)
    assert verify(*args).status == status


def test_findings_come_before_incomplete(verify: Verify, sources: Path, stages: Stages) -> None:
    stages(issues=UNREAD)
    assert verify("check", "lake").status == 1


def test_no_document(verify: Verify, sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = Report((), (), (), (), (), (), (), (), ())
    monkeypatch.setattr(api, "load_rules", lambda *args: None)
    monkeypatch.setattr(pipeline, "run", lambda *args, **more: empty)
    done = verify("run", "lake")
    assert (done.status, done.out) == (2, "")
    assert done.err == "verify: no document found: name a file, or a folder with files in a known format\n"
    assert not (sources / "reports").exists()


def test_mistakes_in_rules_are_told_all_at_once(
    verify: Verify, sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    problems = (
        Problem("rules/units/zh.txt", 3, 1, "unknown unit"),
        Problem("rules/a.yaml", 7, 5, "no such key"),
    )

    def broken(*args: object) -> None:
        raise RulesError(problems)

    monkeypatch.setattr(api, "load_rules", broken)
    done = verify("run", "lake")
    assert done.status == 2
    assert done.err.splitlines()[:2] == [
        "rules/units/zh.txt:3:1: unknown unit",
        "rules/a.yaml:7:5: no such key",
    ]


@pytest.mark.parametrize(("debug", "traceback"), [([], False), (["--debug"], True)])
def test_an_internal_error_is_one_line(
    verify: Verify,
    sources: Path,
    stages: Stages,
    monkeypatch: pytest.MonkeyPatch,
    debug: list[str],
    traceback: bool,
) -> None:
    def broken(*args: object, **more: object) -> None:
        raise ZeroDivisionError("in\nthe stages")

    monkeypatch.setattr(pipeline, "run", broken)
    done = verify(*debug, "run", "lake")
    assert (done.status, done.out) == (70, "")
    assert "internal error, ZeroDivisionError: in the stages; please report it" in done.err.splitlines()[-1]
    assert ("Traceback" in done.err) == traceback
    assert traceback or len(done.err.splitlines()) == 1


def test_ctrl_c_is_no_internal_error(
    verify: Verify, sources: Path, stages: Stages, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*args: object, **more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "run", interrupted)
    done = verify("run", "lake")
    assert (done.status, done.out, done.err) == (130, "", "verify: interrupted\n")


def test_every_command_of_the_folder_is_listed() -> None:
    folder = Path(sys.modules["verify.cli"].__file__ or "").parent
    names = [file.stem for file in folder.glob("*.py") if file.stem != "__init__"]
    commands = {name for name in names if hasattr(import_module(f"verify.cli.{name}"), "command")}
    assert commands == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_help(verify: Verify, name: str) -> None:
    done = verify(name, "--help")
    assert done.status == 0
    assert done.out.startswith(f"Usage: verify {name}")


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys; from verify.cli import main; main(['--help']);"
        "print({'pydantic', 'pandas', 'pint', 'jieba', 'jinja2', 'rich'} & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == "set()\n"


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = f"{sys.executable} -m verify rules schema attributes | head -c 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "{", "")


# --- of several statuses 70 > 74 > 2 > 1 > 3 > 0


@pytest.mark.parametrize(
    ("state", "args", "status"),
    [
        ("clean", [], 0),
        ("clean", ["--fail-on", "note"], 0),
        ("notes", [], 0),
        ("notes", ["--fail-on", "warning"], 0),
        ("notes", ["--fail-on", "note"], 1),
        ("notes", ["--fail-on", "note", "--show", "error"], 1),
        ("found", [], 1),
        ("found", ["--fail-on", "never"], 0),
        ("found", ["--fail-on", "never", "--show", "note"], 0),
        ("unread", [], 3),
        ("unread", ["--fail-on", "never"], 3),
        ("unread", ["--allow-incomplete"], 0),
        ("found unread", [], 1),
        ("found unread", ["--fail-on", "never"], 3),
        ("found unread", ["--allow-incomplete"], 1),
        ("known", ["--fail-on", "note"], 0),
        ("known unread", [], 3),
        ("suppressed", ["--fail-on", "note"], 0),
        ("found", ["--show", "warn"], 2),
        ("found", ["--baseline", "missing"], 2),
        ("found unread", ["--output", "pdf=x"], 2),
        ("found unread", ["--output", "json=lake"], 74),
        ("found unread", ["--fail-on", "never", "--output", "json=lake"], 74),
        ("broken", [], 70),
        ("broken", ["--fail-on", "never", "--allow-incomplete"], 70),
        ("broken", ["--output", "json=lake"], 70),
    ],
)
def test_the_table_of_statuses(
    verify: Verify,
    sources: Path,
    stages: Stages,
    sample_report: Report,
    monkeypatch: pytest.MonkeyPatch,
    state: str,
    args: list[str],
    status: int,
) -> None:
    """What is not 0 and not 1 is no judgement, whatever is found, shown or allowed."""
    every, first = sample_report.findings, state.removesuffix(" unread")
    kept = {"notes": every[2:], "clean": (), "unread": ()}.get(first, every)
    as_state = {"known": State.BASELINE, "suppressed": State.SUPPRESSED}.get(first, State.NEW)
    stages(
        findings=tuple(one._replace(state=as_state) for one in kept),
        issues=UNREAD if "unread" in state else (),
    )
    if state == "broken":
        monkeypatch.setattr(pipeline, "run", lambda *args, **more: 1 / 0)
    done = verify("check", "lake", *args)
    assert done.status == status
    if status in (2, 70, 74):
        assert done.out == ""
    if status == 3:
        assert "not read" in done.out or "unreadable" in done.out


@pytest.mark.parametrize(
    ("show", "hidden"),
    [
        ("note", ""),
        ("warning", "2 new; 1 note not shown (--show note)"),
        ("error", "1 new; 1 warning and 1 note not shown (--show note)"),
    ],
)
def test_what_is_not_shown_is_counted(
    verify: Verify, sources: Path, stages: Stages, show: str, hidden: str
) -> None:
    last = verify("check", "lake", "--show", show).out.splitlines()[-1]
    assert last == hidden if hidden else "not shown" not in last


def test_what_is_not_shown_and_fails_says_so(
    verify: Verify, sources: Path, stages: Stages, sample_report: Report
) -> None:
    stages(findings=sample_report.findings[2:])
    done = verify("check", "lake", "--fail-on", "note", "--show", "error")
    assert done.out.splitlines()[-1] == (
        "0 new; 1 note not shown (--show note), which fails (--fail-on note)"
    )


# --- completion by the shell


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_has_its_script(shell: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from verify.cli import main; main([])"],
        env={**os.environ, "_VERIFY_COMPLETE": f"{shell}_source"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "_VERIFY_COMPLETE" in done.stdout


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("verify ch", {"check"}),
        ("verify baseline ", {"create", "update", "prune", "check"}),
        ("verify check --fail-on ", {"error", "warning", "note", "never"}),
        ("verify check --bas", {"--base", "--baseline"}),
    ],
)
def test_commands_and_options_are_completed(words: str, found: set[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from verify.cli import main; main([])"],
        env={
            **os.environ,
            "_VERIFY_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": f"{len(words.split(' ')) - 1}",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert {line.partition(",")[2] for line in done.stdout.splitlines() if line} == found
