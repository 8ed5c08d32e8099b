"""Files of a run: all of them, or none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from verify.errors import OutputError
from verify.model.report import Report
from verify.report.build import build
from verify.report.write import encoded, write_files, write_run


def test_a_run_leaves_its_five_files_and_nothing_else(tmp_path: Path, sample_report: Report) -> None:
    written = write_run(build(sample_report), tmp_path / "deep" / "out")
    names = ["claims.csv", "mentions.jsonl", "report.html", "report.json", "report.md"]
    assert [path.name for path in written] == names
    assert sorted(path.name for path in (tmp_path / "deep" / "out").iterdir()) == names


def test_what_was_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old and longer")
    write_files({tmp_path / "a": b"new"})
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_failure_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").mkdir()
    with pytest.raises(OutputError, match=r"cannot write .*b: is a folder") as caught:
        write_files({tmp_path / "a": b"new", tmp_path / "b": b"new"})
    assert caught.value.exit_status == 74
    assert (tmp_path / "a").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(OutputError):
        write_files({tmp_path / "a" / "b": b"new"})


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write_files({tmp_path / "pipe": b"told", tmp_path / "a": b"new"})
    assert os.read(reader, 10) == b"told"
    os.close(reader)
    assert (tmp_path / "pipe").is_fifo()
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_lone_surrogate_is_written_as_its_escape() -> None:
    assert encoded("a\ud800") == b"a\\ud800"
