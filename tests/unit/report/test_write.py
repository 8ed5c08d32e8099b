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


def files(contents: dict[Path, bytes]) -> list[tuple[Path, list[bytes]]]:
    return [(path, [content]) for path, content in contents.items()]


def test_what_was_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old and longer")
    write_files(files({tmp_path / "a": b"new"}))
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_failure_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").mkdir()
    with pytest.raises(OutputError, match=r"cannot write .*b: is a folder") as caught:
        write_files(files({tmp_path / "a": b"new", tmp_path / "b": b"new"}))
    assert caught.value.exit_status == 74
    assert (tmp_path / "a").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


@pytest.mark.parametrize("trouble", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("moves", range(4))
def test_whenever_it_breaks_off_the_old_files_are_all_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int, trouble: BaseException
) -> None:
    """Two files are moved aside and two put in their place; each of the four moves fails in turn."""
    old = {"a": b"old a", "b": b"old b"}
    for name, content in old.items():
        (tmp_path / name).write_bytes(content)
    whole, done = Path.replace, []

    def replace(self: Path, target: Path) -> Path:
        done.append(target)
        if len(done) == moves + 1:
            raise trouble
        return whole(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        write_files(files({tmp_path / "a": b"new", tmp_path / "b": b"new", tmp_path / "deep" / "c": b"new"}))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == old


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write_files(files({tmp_path / "link": b"new"}))
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(OutputError):
        write_files(files({tmp_path / "a" / "b": b"new"}))


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write_files(files({tmp_path / "pipe": b"told", tmp_path / "a": b"new"}))
    assert os.read(reader, 10) == b"told"
    os.close(reader)
    assert (tmp_path / "pipe").is_fifo()
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_lone_surrogate_is_written_as_its_escape() -> None:
    assert encoded("a\ud800") == b"a\\ud800"
