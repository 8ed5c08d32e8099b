"""``reports/example`` is what ``verify run seeds`` writes, byte for byte.

Where it is not, look at what the run wrote (the message names the file, kept among the test's temporary
files); if the change is meant, write the report anew from the root of the project and commit it:

    verify run seeds --out reports/example
"""

from __future__ import annotations

from pathlib import Path

import pytest

from told import ROOT, verify

EXAMPLE = ROOT / "reports" / "example"
UPDATE = "verify run seeds --out reports/example"
FILES = ["claims.csv", "mentions.jsonl", "report.html", "report.json", "report.md"]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("example")
    done = verify("run", "seeds", "--out", out)
    assert done.returncode == 0, done.stderr
    return out


def test_run_writes_its_files(written: Path) -> None:
    assert sorted(file.name for file in written.iterdir()) == FILES


def test_example_holds_these_files_alone() -> None:
    assert EXAMPLE.is_dir(), f"reports/example is missing; write it with: {UPDATE}"
    assert sorted(file.name for file in EXAMPLE.iterdir()) == FILES


@pytest.mark.parametrize("name", FILES)
def test_example_is_up_to_date(name: str, written: Path) -> None:
    committed = EXAMPLE / name
    assert committed.is_file(), f"reports/example/{name} is missing; write it with: {UPDATE}"
    same = committed.read_bytes() == (written / name).read_bytes()
    assert same, f"reports/example/{name} is out of date: see {written / name}; if that is meant: {UPDATE}"
