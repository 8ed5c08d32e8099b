"""What stands ready for CI does what it says: its own commands are run, but for those that install."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
import yaml

from told import ROOT

BIN = Path(sys.executable).parent
LIMITS = "# Limits\n\nThe Atlas API accepts {} requests per minute.\n"


def loaded(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two documents that agree."""
    folder = tmp_path / "a project"
    (folder / "docs").mkdir(parents=True)
    for name in ("limits", "faq"):
        (folder / "docs" / f"{name}.md").write_text(LIMITS.format(100), "utf-8")
    (folder / "verify.toml").write_text('paths = ["docs"]\n', "utf-8")
    return folder


def contradict(project: Path) -> None:
    (project / "docs" / "faq.md").write_text(LIMITS.format(120), "utf-8")


def shell(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a script as a CI service does: bash that stops at the first failure."""
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", **variables}
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env=environment,
        encoding="utf-8",
        capture_output=True,
        check=False,
    )


# --- pre-commit


def test_the_hook_reads_the_whole_corpus(project: Path) -> None:
    (hook,) = loaded(".pre-commit-hooks.yaml")
    assert hook["id"] == "verify"
    # Never a list of changed files: what they contradict may stand in another.
    assert (hook["pass_filenames"], hook["always_run"]) == (False, True)
    command = shlex.join([*shlex.split(hook["entry"]), *hook.get("args", [])])
    assert shell(command, project).returncode == 0
    contradict(project)
    failed = shell(command, project)
    assert failed.returncode == 1
    assert "docs/faq.md:3:23: error[V101]" in failed.stdout


# --- GitHub Actions


@pytest.fixture
def runner(tmp_path: Path) -> dict[str, str]:
    """What the runner sets, with the program where the first step would install it."""
    scripts = tmp_path / "temp" / "claim-verify" / "bin"
    scripts.mkdir(parents=True)
    (scripts / "verify").symlink_to(BIN / "verify")
    files = {"GITHUB_OUTPUT": "output", "GITHUB_STEP_SUMMARY": "summary"}
    for name in files.values():
        (tmp_path / name).touch()
    return {
        "RUNNER_TEMP": str(tmp_path / "temp"),
        **{key: str(tmp_path / name) for key, name in files.items()},
    }


def step(**inputs: str) -> tuple[str, dict[str, str]]:
    """Return the script of the step that checks, and its variables with the inputs filled in."""
    action = loaded("action.yml")
    given = {name: inputs.get(name, item["default"]) for name, item in action["inputs"].items()}
    (found,) = (each for each in action["runs"]["steps"] if each["id"] == "check")
    variables = {
        name: re.sub(r"\$\{\{ inputs\.([a-z]+) \}\}", lambda one: given[one[1]], text)
        for name, text in found["env"].items()
    }
    return found["run"], variables


def test_the_action_is_a_composite_one() -> None:
    action = loaded("action.yml")
    assert action["runs"]["using"] == "composite"
    assert {each["shell"] for each in action["runs"]["steps"]} == {"bash"}
    assert "$GITHUB_ACTION_PATH" in action["runs"]["steps"][0]["run"]


def test_no_input_is_set_into_a_script() -> None:
    # docs.github.com, "Script injections": an expression in a script is replaced before bash reads it.
    for each in loaded("action.yml")["runs"]["steps"]:
        assert "${{" not in each["run"]


def test_the_action_passes_then_fails(project: Path, runner: dict[str, str]) -> None:
    script, variables = step()
    passed = shell(script, project, **variables, **runner)
    assert (passed.returncode, "::error" in passed.stdout) == (0, False)
    contradict(project)
    failed = shell(script, project, **variables, **runner)
    assert failed.returncode == 1
    assert failed.stdout.startswith(
        "::error file=docs/faq.md,line=3,endLine=3,col=23,endColumn=46,title=V101 value"
    )
    outputs = Path(runner["GITHUB_OUTPUT"]).read_text("utf-8").splitlines()
    assert outputs[3:] == ["sarif=verify.sarif", "comment=verify-comment.md", "status=1"]
    assert len(json.loads((project / "verify.sarif").read_text("utf-8"))["runs"][0]["results"]) == 1
    comment = (project / "verify-comment.md").read_text("utf-8")
    assert "**error V101 value conflict** · `docs/faq.md:3:23`" in comment
    assert Path(runner["GITHUB_STEP_SUMMARY"]).read_text("utf-8").endswith(comment)


def test_inputs_of_the_action_are_words_not_commands(project: Path, runner: dict[str, str]) -> None:
    contradict(project)
    script, variables = step(paths="docs/limits.md\n", arguments="--fail-on=never\n--show=note\n")
    assert shell(script, project, **variables, **runner).returncode == 0
    script, variables = step(paths='$(touch "$PWD/made"); `touch made`\n', sarif="a b.sarif")
    assert shell(script, project, **variables, **runner).returncode == 2
    assert not (project / "made").exists()


def test_a_wrong_call_fails_the_action(project: Path, runner: dict[str, str]) -> None:
    script, variables = step(arguments="--fail-on=disaster")
    assert shell(script, project, **variables, **runner).returncode == 2


# --- GitLab CI


def test_the_template_of_gitlab_passes_then_fails(project: Path) -> None:
    job = loaded("templates/verify.gitlab-ci.yml")["verify"]
    reports = job["artifacts"]["reports"]
    assert job["artifacts"]["when"] == "always"
    (script,) = job["script"]
    assert shell(script, project).returncode == 0
    assert json.loads((project / reports["codequality"]).read_text("utf-8")) == []
    contradict(project)
    assert shell(script, project).returncode == 1
    (problem,) = json.loads((project / reports["codequality"]).read_text("utf-8"))
    assert problem["location"] == {"path": "docs/faq.md", "lines": {"begin": 3, "end": 3}}
    suite = fromstring((project / reports["junit"]).read_text("utf-8")).find("testsuite")
    assert suite is not None
    assert suite.get("failures") == "1"
