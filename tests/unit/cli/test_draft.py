"""``verify check DRAFT --against SOURCES`` from the outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from told import verify


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "a.txt").write_text("青松大桥全长55公里，投资30亿元。", "utf-8")
    (sources / "b.txt").write_text("记者获悉，青松大桥总长约五十五千米。", "utf-8")
    (tmp_path / "right.md").write_text("青松大桥全长55公里。", "utf-8")
    (tmp_path / "wrong.md").write_text("青松大桥全长65公里。", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["right.md", "--against", "sources"], 0),
        (["wrong.md", "--against", "sources"], 1),
        (["wrong.md", "right.md", "--against", "sources"], 1),
        (["right.md", "--against", "sources/a.txt", "--against", "sources/b.txt"], 0),
        (["right.md", "--against", "sources", "--fail-on", "note"], 0),
        (["--against", "sources"], 2),
        (["right.md", "--against", "right.md"], 2),
        (["right.md", "--left-out"], 2),
        (["right.md", "--against", "missing"], 2),
    ],
)
def test_exit_status(folder: Path, arguments: list[str], status: int) -> None:
    done = verify("check", *arguments, cwd=folder)
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr


def test_the_figures_of_several_drafts(folder: Path) -> None:
    done = verify("check", "wrong.md", "right.md", "--against", "sources", "--format", "json", cwd=folder)
    found = [(one["source_id"], one["status"], one["origins"]) for one in json.loads(done.stdout)["drafts"]]
    assert found == [("right.md", "supported", 2), ("wrong.md", "contradicted", 0)]


def test_a_draft_among_the_sources_is_none_of_them(folder: Path) -> None:
    (folder / "sources" / "draft.md").write_text("青松大桥投资40亿元。白鹭大桥宽20米。", "utf-8")
    done = verify("check", "sources/draft.md", "--against", "sources", "--format", "json", cwd=folder)
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert [one["status"] for one in report["drafts"]] == ["contradicted", "unsupported"]
    assert report["summary"]["sources"] == 2


def test_a_finding_is_explained_as_its_hint_says(folder: Path) -> None:
    done = verify("check", "wrong.md", "--against", "sources", cwd=folder)
    (hint,) = [line for line in done.stdout.splitlines() if line.startswith("    explain: verify ")]
    told = verify(*hint.removeprefix("    explain: verify ").split(), cwd=folder)
    assert told.returncode == 0, told.stderr
    assert "V604" in told.stdout


def test_what_the_draft_leaves_out_is_told_on_request(folder: Path) -> None:
    plain, asked = (
        verify("check", "right.md", "--against", "sources", *more, cwd=folder).stdout.splitlines()
        for more in ([], ["--left-out"])
    )
    assert not [line for line in plain if line.startswith("left out")]
    (told,) = [line for line in asked if line.startswith("left out")]
    assert told.endswith(": 30亿元 (sources/a.txt:1:14)")


def test_the_order_of_the_arguments_does_not_matter(folder: Path) -> None:
    one, other = (
        verify("check", *drafts, "--against", "sources", "--format", "json", cwd=folder).stdout
        for drafts in (["wrong.md", "right.md"], ["right.md", "wrong.md"])
    )
    assert one == other
