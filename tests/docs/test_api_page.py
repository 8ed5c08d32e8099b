"""The page on Python names all that is public, and runs as it is written."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

import verify

PAGE = Path(__file__).parents[2] / "docs" / "api.md"


def test_every_public_name_is_there_and_on_the_page() -> None:
    """The first column holds what functions and classes there are, the errors stand in the second."""
    text = PAGE.read_text("utf-8")
    told = set(re.findall(r"`(\w+)", text))
    assert set(verify.__all__) <= told
    rows = re.findall(r"^\| (.*?) \|", text, flags=re.MULTILINE)[1:]
    named = {name for row in rows for name in re.findall(r"`(\w+)", row)}
    assert named <= set(verify.__all__)


@pytest.mark.parametrize("name", verify.__all__)
def test_what_is_public_can_be_had(name: str) -> None:
    assert getattr(verify, name) is not None
    assert name in dir(verify)


def test_nothing_else_can() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'chekc'"):
        _ = verify.chekc  # type: ignore[attr-defined]


def test_the_page_runs_as_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = doctest.testfile(f"{PAGE}", module_relative=False, encoding="utf-8", verbose=False)
    assert (done.failed, done.attempted > 10) == (0, True)


def test_the_import_alone_loads_nothing() -> None:
    script = "import sys, verify; print(sorted(name for name in sys.modules if name.startswith('verify')))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "['verify', 'verify.version']\n"


def test_it_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "verify", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"verify, version {verify.__version__}\n"
