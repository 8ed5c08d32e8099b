"""Same input, same bytes: whatever the order of the paths, the seed of hashes, the zone and the language."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from told import OWN, TUTORIAL, shell

FILES = sorted([*OWN.iterdir(), *TUTORIAL.iterdir()])
PLAIN = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}


def written(out: Path, env: dict[str, str], files: list[Path]) -> dict[str, bytes]:
    done = shell("run", *files, "--out", out, env=env)
    assert done.returncode == 0, done.stderr
    return {file.name: file.read_bytes() for file in out.iterdir()}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return written(tmp_path_factory.mktemp("plain"), PLAIN, FILES)


@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.UTF-8"},
        {"PYTHONHASHSEED": "random", "TZ": "America/Los_Angeles", "LANG": "C", "LC_ALL": "POSIX"},
    ],
    ids=["far east", "far west"],
)
def test_bytes_are_the_same(env: dict[str, str], plain: dict[str, bytes], tmp_path: Path) -> None:
    files = random.Random(env["PYTHONHASHSEED"]).sample(FILES, len(FILES))
    assert files != FILES
    again = written(tmp_path / "out", env, files)
    assert sorted(again) == sorted(plain)
    assert [name for name in plain if again[name] != plain[name]] == []


def test_findings_of_check_are_the_same() -> None:
    texts = {
        shell("check", *order, "--format", "json", env={"PYTHONHASHSEED": seed}).stdout
        for seed, order in (("0", (OWN, TUTORIAL)), ("7", (TUTORIAL, OWN)))
    }
    assert len(texts) == 1
    assert texts != {""}


def test_nothing_tells_of_the_machine(plain: dict[str, bytes]) -> None:
    for name, content in plain.items():
        assert str(OWN).encode() not in content, name
