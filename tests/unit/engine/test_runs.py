"""A run gives the same bytes with any number of jobs, and what ends a worker costs one document."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import corpus
import deadly_reading
from verify.cli import main


@pytest.fixture(autouse=True)
def _everything_is_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verify.pipeline.engines._WORTH", 0)
    monkeypatch.setattr("verify.pipeline.partition._CHUNK", 300)


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    corpus.write(tmp_path / "in")
    return Path("in")


def run(sources: Path, out: str, *options: str) -> tuple[int, dict[str, bytes]]:
    status = main(["run", str(sources), "--out", out, *options])
    return status, {path.name: path.read_bytes() for path in Path(out).iterdir()}


@pytest.mark.parametrize("cache", [["--no-cache"], ["--cache-dir", "cache"]])
def test_the_same_bytes_with_any_number_of_jobs(sources: Path, cache: list[str]) -> None:
    one = run(sources, "one", "--jobs", "1", *cache)
    assert one[0] == 0
    assert len(one[1]) == 5
    for jobs in ("2", "3"):
        assert run(sources, jobs, "--jobs", jobs, *cache) == one


def test_a_deadly_document_loses_only_itself(
    sources: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, without = run(sources, "without", "--jobs", "1", "--no-cache")
    deadly = sources / "99-dead.txt"
    deadly.write_text(f"{deadly_reading.DEADLY}：大桥全长3公里。\n", encoding="utf-8")
    monkeypatch.setattr("verify.pipeline.partition.map_partition", deadly_reading.map_partition)
    status, files = run(sources, "with", "--jobs", "2", "--no-cache")
    report, expected = (json.loads(one["report.json"]) for one in (files, without))
    assert status == 3
    assert [(one["code"], one["source_id"]) for one in report["issues"]] == [("lost", "in/99-dead.txt")]
    assert "it ended the process that read it" in report["issues"][0]["message"]
    assert report["claims"] == expected["claims"]
    assert report["groups"] == expected["groups"]
    assert report["findings"] == expected["findings"]
    assert main(["check", str(sources), "--jobs", "2", "--no-cache", "--allow-incomplete"]) in {0, 1}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no groups of processes that get a signal")
def test_ctrl_c_ends_everything_in_silence(tmp_path: Path) -> None:
    large = corpus.many(tmp_path / "large.jsonl", 600)
    call = [sys.executable, "-m", "verify", "run", str(large), "--jobs", "2", "--out", str(tmp_path / "out")]
    with subprocess.Popen(call, stderr=subprocess.PIPE, start_new_session=True, text=True) as running:
        time.sleep(4)
        os.killpg(running.pid, signal.SIGINT)
        _, told = running.communicate(timeout=60)
    assert running.returncode == 130
    assert told == "verify: interrupted\n"
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)
