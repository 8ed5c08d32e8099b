"""Where entries are kept when nobody says where."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from verify.cache.place import users_folder


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, "home/.cache/claim-verify"),
        ("linux", {"XDG_CACHE_HOME": "elsewhere"}, "elsewhere/claim-verify"),
        ("linux", {"LOCALAPPDATA": "elsewhere"}, "home/.cache/claim-verify"),
        ("darwin", {}, "home/Library/Caches/claim-verify"),
        ("win32", {}, "home/AppData/Local/claim-verify"),
        ("win32", {"LOCALAPPDATA": "elsewhere"}, "elsewhere/claim-verify"),
    ],
)
def test_the_folder_of_the_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, variables: dict[str, str], expected: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, str(tmp_path / value))
    assert users_folder() == tmp_path / expected


def test_a_relative_folder_is_none_of_the_standard(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert users_folder() == tmp_path / ".cache" / "claim-verify"


def test_a_user_without_a_home_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(Path, "home", nowhere)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    assert users_folder() is None
