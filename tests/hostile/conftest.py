"""The whole command on a folder that holds a good document and a hostile one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from folders import GOOD, Outcome
from verify.cli import main

Verify = Callable[..., Outcome]


@pytest.fixture
def verify(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Verify:
    """Run a command as from a shell, in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def run(*args: str) -> Outcome:
        status = main(list(args))
        out, err = capsysbinary.readouterr()
        told = Outcome(status, out.decode(), err.decode(), tmp_path / "reports")
        assert "Traceback" not in told.err
        assert "internal error" not in told.err
        return told

    return run


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A folder with one good document."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder
