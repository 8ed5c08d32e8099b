"""Colours: on a terminal, unless NO_COLOR or an option says otherwise; never in a file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Verify = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, number in (("a", "100"), ("b", "120")):
        text = f"# Limits\n\nThe Atlas API accepts {number} requests per minute.\n"
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("terminal", "no_color", "option", "coloured"),
    [
        (True, None, (), True),
        (True, "", (), True),  # no-color.org: set and not empty
        (True, "1", (), False),
        (True, "1", ("--color", "always"), True),
        (True, None, ("--color", "never"), False),
        (False, None, (), False),
        (False, None, ("--color", "always"), True),
    ],
)
def test_when_there_are_colours(
    terminal: bool,
    no_color: str | None,
    option: tuple[str, ...],
    coloured: bool,
    folder: Path,
    verify: Verify,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_color is not None:
        monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    told = verify("check", str(folder), *option, "--output", f"text={folder / 'out.log'}")
    assert ("\x1b[1;31merror[V101]\x1b[0m" in told.out) is coloured
    assert "\x1b" not in (folder / "out.log").read_text(encoding="utf-8")


def test_the_figure_is_marked_in_its_sentence(folder: Path, verify: Verify) -> None:
    told = verify("check", str(folder), "--color", "always")
    assert "The Atlas API accepts \x1b[1;4m120 requests per minute\x1b[0m." in told.out
