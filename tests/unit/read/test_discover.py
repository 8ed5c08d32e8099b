"""Which files are read, under which names, and how many are left out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from verify.errors import UsageError
from verify.model.report import MARKER
from verify.read import Reading, read


def tree(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def ids(reading: Reading) -> list[str]:
    return [document.source.id for document in reading.documents]


def test_folder_means_its_known_formats(tmp_path: Path) -> None:
    tree(
        tmp_path,
        {
            "b.txt": "乙",
            "a.md": "甲",
            "sub/c.html": "<p>丙",
            "d.png": "x",
            ".hidden.md": "x",
            ".git/x.md": "x",
        },
    )
    reading = read([tmp_path], base=tmp_path)
    assert ids(reading) == ["a.md", "b.txt", "sub/c.html"]
    assert reading.skipped == 3  # d.png, .hidden.md, .git


def test_gitignore_and_excludes(tmp_path: Path) -> None:
    tree(
        tmp_path,
        {
            ".gitignore": "*.tmp.md\nbuild/\n!keep.tmp.md\n!\n",
            "a.md": "1", "a.tmp.md": "1", "keep.tmp.md": "1", "build/b.md": "1",
            "sub/.gitignore": "c.md", "sub/c.md": "1", "sub/d.md": "1", "drafts/e.md": "1",
        },
    )  # fmt: skip
    reading = read([tmp_path], base=tmp_path, excludes=["drafts/"])
    assert ids(reading) == ["a.md", "keep.tmp.md", "sub/d.md"]
    assert reading.skipped == 6  # two .gitignore, a.tmp.md, build, sub/c.md, drafts


def test_gitignore_of_the_repository_holds_below(tmp_path: Path) -> None:
    tree(
        tmp_path,
        {
            ".git/config": "",
            ".gitignore": "old.md\nout/",
            "docs/old.md": "1",
            "docs/new.md": "1",
            "out/x.md": "1",
        },
    )
    assert ids(read([tmp_path / "docs"], base=tmp_path)) == ["docs/new.md"]
    # A folder that the user names is meant, ignored or not.
    assert ids(read([tmp_path / "out"], base=tmp_path)) == ["out/x.md"]


def test_named_files_are_meant(tmp_path: Path) -> None:
    tree(tmp_path, {".gitignore": "a.log", "a.log": "甲厂年产3万吨。"})
    assert ids(read([tmp_path / "a.log"], base=tmp_path, excludes=["*.log"])) == ["a.log"]


def test_names_are_never_absolute_and_always_distinct(tmp_path: Path) -> None:
    tree(tmp_path, {"x/n/a.md": "1", "y/n/a.md": "2", "cwd/b.md": "3"})
    paths = [tmp_path / "y/n", tmp_path / "x/n", tmp_path / "x/n/a.md", tmp_path / "cwd/b.md"]
    expected = ["a.md", "b.md", "n/a.md"]
    assert ids(read(paths, base=tmp_path / "cwd")) == expected
    assert ids(read(paths[::-1], base=tmp_path / "cwd")) == expected
    both = read([tmp_path / "y/n", tmp_path / "x/n"], base=tmp_path / "cwd")
    assert [(d.source.id, d.text) for d in both.documents] == [("n/a (2).md", "2"), ("n/a.md", "1")]


def test_a_file_is_read_once(tmp_path: Path) -> None:
    tree(tmp_path, {"z/a.md": "1"})
    (tmp_path / "b.md").symlink_to(tmp_path / "z/a.md")
    assert ids(read([tmp_path, tmp_path / "z"], base=tmp_path)) == ["z/a.md"]


def test_symlink_loop(tmp_path: Path) -> None:
    tree(tmp_path, {"z/a.md": "1", "z/deep/b.md": "2"})
    (tmp_path / "z/deep/loop").symlink_to(tmp_path)
    (tmp_path / "alias").symlink_to(tmp_path / "z")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert ids(read([tmp_path], base=tmp_path)) == ["z/a.md", "z/deep/b.md"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("r.md", f"# {MARKER}\n\n3740 PFLOPS"),
        ("r.html", f"<!doctype html><!-- {MARKER} --><p>3740 PFLOPS"),
        ("r.csv", "claim_id,source_id,publisher,published,section,quote\nc1,a.md,x,2022,body,3740P\n"),
        ("r.json", '{"schema_version": "1", "sources": [], "claims": []}'),
    ],
)
def test_own_reports_are_left_out(name: str, text: str, tmp_path: Path) -> None:
    tree(tmp_path, {name: text, "a.md": "甲厂年产3万吨。"})
    reading = read([tmp_path / "a.md", tmp_path / name], base=tmp_path)
    assert (ids(reading), reading.skipped) == (["a.md"], 1)


def test_own_documents(tmp_path: Path) -> None:
    tree(tmp_path, {"ours/a.md": "1", "b.md": "2"})
    reading = read([tmp_path], base=tmp_path, own=["ours/"])
    assert {document.source.id: document.source.own for document in reading.documents} == {
        "b.md": False,
        "ours/a.md": True,
    }


def test_missing_path(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no such file or folder: .*nowhere; check"):
        read([tmp_path / "nowhere"])


def test_folder_without_documents(tmp_path: Path) -> None:
    tree(tmp_path, {"a.png": "x"})
    with pytest.raises(UsageError, match=r"no document in .* \(1 file left out\); name a file"):
        read([tmp_path])


def test_an_empty_folder_leaves_nothing_out(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no document in [^(]*; name a file"):
        read([tmp_path])


def test_wrong_pattern(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="wrong exclude pattern"):
        read([tmp_path], excludes=["!"])


def test_unreadable_file_costs_itself_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, {"a.md": "甲厂年产3万吨。", "b.md": "x"})
    whole = Path.read_bytes

    def refusing(path: Path) -> bytes:
        if path.name == "b.md":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", refusing)
    reading = read([tmp_path / "a.md", tmp_path / "b.md"], base=tmp_path)
    (issue,) = reading.issues
    assert (issue.code, issue.source_id, issue.incomplete) == ("unreadable", "b.md", True)
    assert ids(reading) == ["a.md"]


def test_unreadable_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, {"a.md": "1", "locked/b.md": "2"})
    scan = os.scandir

    def refusing(path: Path) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    reading = read([tmp_path], base=tmp_path)
    assert [(issue.code, issue.source_id, issue.incomplete) for issue in reading.issues] == [
        ("unreadable", "locked", True)
    ]
    assert ids(reading) == ["a.md"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (issue,) = read([tmp_path / "pipe.txt"], base=tmp_path).issues
    assert (issue.code, issue.incomplete) == ("unreadable", True)
