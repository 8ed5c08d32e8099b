"""Every command and option has its place on the page, which is up to date."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from verify.cli import COMMANDS

DOCS = Path(__file__).parents[2] / "docs"


def script() -> Any:
    spec = importlib.util.spec_from_file_location("write_commands", DOCS / "write_commands.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_what_the_commands_say_of_themselves() -> None:
    told = (DOCS / "commands.md").read_text(encoding="utf-8")
    assert told == script().page(), "run python docs/write_commands.py"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_page_has_every_option_of_the_help(name: str) -> None:
    help_ = subprocess.run(
        [sys.executable, "-m", "verify", name, "--help"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    page = (DOCS / "commands.md").read_text(encoding="utf-8")
    chapter = page.split(f"\n## `verify {name}`\n")[1].split("\n## ")[0]
    options = set(re.findall(r"^  (?:-\w, )?(--[a-z-]+)", help_, flags=re.MULTILINE)) - {"--help"}
    assert options <= set(re.findall(r"--[a-z-]+", chapter))


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("verify che", {"plain,check"}),
        ("verify check --fail-on ", {"plain,error", "plain,warning", "plain,note", "plain,never"}),
        ("verify check --format sa", {"plain,sarif"}),
    ],
)
def test_a_shell_completes(words: str, wanted: set[str]) -> None:
    variables = {
        "_VERIFY_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    program = Path(sys.executable).with_name("verify")
    done = subprocess.run([program], env=variables, capture_output=True, encoding="utf-8", check=False)
    assert set(done.stdout.split()) == wanted
