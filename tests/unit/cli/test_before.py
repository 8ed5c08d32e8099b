"""What was there before: ``--since``, ``--base``, ``verify diff``."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from project import OTHER, OWN, THIRD, committed, git, project, write
from verify import api

Verify = Callable[..., Any]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project, committed with its contradiction."""
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    root = tmp_path / "project"
    root.mkdir()
    monkeypatch.chdir(root)
    project(root)
    committed(root)
    return root


def counts(done: Any) -> tuple[int, int]:
    """New findings that fail, and those that were there before."""
    outcome = done.json["outcome"]
    return outcome["failing"], outcome["before"]


def since(verify: Verify, name: str = "HEAD", *more: str) -> tuple[int, int]:
    return counts(verify("check", "--since", name, "--format", "json", *more))


def test_what_was_there_is_not_new(root: Path, verify: Verify) -> None:
    done = verify("check", "--since", "HEAD")
    assert done.status == 0
    assert done.out.splitlines()[-1] == "0 new, 1 there before (HEAD)"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda root: write(root, sources__b_md=OTHER.replace("3210", "3211")), (1, 0)),
        (lambda root: write(root, sources__c_md=THIRD), (1, 0)),
        (lambda root: write(root, docs__a_md=f"{OWN}\n又一段。\n"), (0, 1)),
        (lambda root: (root / "sources" / "b.md").rename(root / "sources" / "z.md"), (0, 1)),
        (lambda root: (root / "docs" / "a.md").rename(root / "sources" / "a.md"), (0, 1)),
        (lambda root: (root / "sources" / "b.md").unlink(), (0, 0)),
    ],
    ids=["a value changes", "one joins", "a paragraph joins", "renamed", "moved", "mended"],
)
def test_the_whole_corpus_is_compared_with_what_it_was(
    root: Path, verify: Verify, change: Callable[[Path], object], told: tuple[int, int]
) -> None:
    """Neither a filter by changed paths nor by places: a.md is unchanged where b.md changes."""
    change(root)
    assert since(verify) == told


def test_a_revision_of_a_time_before_there_were_documents(root: Path, verify: Verify) -> None:
    git(root, "checkout", "-q", "--orphan", "other")
    git(root, "rm", "-q", "-r", "--cached", ".")
    git(root, "commit", "-q", "--allow-empty", "-m", "nothing")
    assert since(verify) == (1, 0)


def test_from_a_folder_of_the_project(root: Path, verify: Verify, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "docs")
    assert since(verify) == (0, 1)


def test_a_remark_that_goes_makes_its_finding_new(root: Path, verify: Verify) -> None:
    remark = " <!-- verify: ignore V101 until=2026-12-31 -- why -->\n"
    write(root, docs__a_md=OWN.rstrip() + remark)
    committed(root)
    assert since(verify, "HEAD", "--today", "2026-07-01") == (0, 0)
    write(root, docs__a_md=OWN)
    assert since(verify, "HEAD", "--today", "2026-07-01") == (1, 0)


def test_a_remark_that_ends_is_no_change_of_the_texts(root: Path, verify: Verify) -> None:
    write(root, docs__a_md=OWN.rstrip() + " <!-- verify: ignore V101 until=2026-12-31 -- why -->\n")
    committed(root)
    assert since(verify, "HEAD", "--today", "2027-01-01")[0] == 0


def test_the_configuration_of_now_judges_both(root: Path, verify: Verify) -> None:
    with (root / "verify.toml").open("a") as file:
        file.write('exclude = ["old/"]\n')
    assert since(verify) == (0, 1)


def test_what_git_ignores_has_no_past(root: Path, verify: Verify) -> None:
    (root / ".gitignore").write_text("/fetched/\n")
    (root / "verify.toml").write_text('paths = ["docs", "fetched"]\n')
    committed(root)
    write(root, fetched__b_md=OTHER)
    git(root, "rm", "-q", "-r", "--cached", "sources")
    assert since(verify) == (0, 1)


def test_an_untracked_document_is_new(root: Path, verify: Verify) -> None:
    git(root, "rm", "-q", "--cached", "sources/b.md")
    git(root, "commit", "-q", "-m", "no source")
    assert since(verify) == (1, 0)


def test_export_ignore_leaves_nothing_out(root: Path, verify: Verify) -> None:
    (root / ".gitattributes").write_text("sources export-ignore\n")
    committed(root)
    assert since(verify) == (0, 1)


def test_only_what_is_needed_is_written(root: Path, verify: Verify, monkeypatch: pytest.MonkeyPatch) -> None:
    """And names that mean something to git are names; what is ignored then is ignored."""
    write(root, docs__b_md="青石大桥总投资12亿元。\n", huge__c_md="x")
    (root / "docs" / ".gitignore").write_text("b.md\n")
    (root / "a*").mkdir()
    (root / "a*" / "b.md").write_text(OTHER, "utf-8")
    (root / "ab").mkdir()
    (root / "ab" / "b.md").write_text(THIRD, "utf-8")
    git(root, "add", "-f", ".")
    committed(root)
    seen = []
    check = api.check

    def watched(paths: Any, **more: Any) -> Any:
        base = Path(more["base"])
        seen.append(sorted(path.relative_to(base).as_posix() for path in base.rglob("*") if path.is_file()))
        return check(paths, **more)

    monkeypatch.setattr(api, "check", watched)
    assert since(verify, "HEAD", "docs", "a*") == (0, 1)
    assert seen[0] == ["a*/b.md", "docs/.gitignore", "docs/a.md", "docs/b.md"]


def test_nothing_is_written_into_the_repository(root: Path, verify: Verify) -> None:
    git(root, "add", "-A")
    before = {path: path.stat().st_mtime_ns for path in (root / ".git").rglob("*") if path.is_file()}
    since(verify)
    assert before == {path: path.stat().st_mtime_ns for path in (root / ".git").rglob("*") if path.is_file()}
    assert git(root, "worktree", "list").count("\n") == 1


def test_in_a_hook(root: Path, verify: Verify, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git sets these for its hooks; the index of the commit under way stays as it is."""
    index = (root / ".git" / "index").read_bytes()
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", f"{root}/.git/index")
    assert since(verify) == (0, 1)
    assert (root / ".git" / "index").read_bytes() == index


def test_a_linked_worktree(root: Path, verify: Verify, monkeypatch: pytest.MonkeyPatch) -> None:
    git(root, "worktree", "add", "-q", f"{root.parent}/linked")
    monkeypatch.chdir(root.parent / "linked")
    assert since(verify) == (0, 1)


def test_behind_a_link(root: Path, verify: Verify, monkeypatch: pytest.MonkeyPatch) -> None:
    (root.parent / "link").symlink_to(root)
    monkeypatch.chdir(root.parent / "link")
    monkeypatch.setenv("PWD", f"{root.parent}/link")
    assert since(verify) == (0, 1)


def test_a_draft_against_sources(root: Path, verify: Verify) -> None:
    told = ("docs/a.md", "--against", "sources")
    assert since(verify, "HEAD", *told) == (0, 1)
    write(root, docs__a_md=OWN.replace("3120", "3121"))
    assert since(verify, "HEAD", *told) == (1, 0)


def wrong(verify: Verify, *args: str) -> str:
    done = verify("check", *args)
    assert (done.status, done.out) == (2, "")
    return str(done.err)


@pytest.mark.parametrize("name", ["nope", "--all", "-h", "HEAD~9", "", "HEAD:docs"])
def test_no_such_revision(root: Path, verify: Verify, name: str) -> None:
    assert f"no revision '{name}'" in wrong(verify, f"--since={name}")


def test_no_repository(root: Path, verify: Verify) -> None:
    (root / ".git").rename(root.parent / "gone")
    assert "not a git repository" in wrong(verify, "--since", "HEAD")


def test_without_git(root: Path, verify: Verify, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{root}")
    assert "git is needed" in wrong(verify, "--since", "HEAD")


def test_a_shallow_clone_says_what_to_fetch(
    root: Path, verify: Verify, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed(root, "second")
    subprocess.run(
        ["git", "clone", "-q", "--depth=1", f"file://{root}", f"{root.parent}/shallow"], check=True
    )
    monkeypatch.chdir(root.parent / "shallow")
    assert since(verify) == (0, 1)
    assert "this clone is shallow and holds no revision 'HEAD~1'" in wrong(verify, "--since", "HEAD~1")


def test_a_submodule_is_told(root: Path, verify: Verify) -> None:
    other = root.parent / "other"
    other.mkdir()
    project(other)
    committed(other)
    git(root, "-c", "protocol.file.allow=always", "submodule", "add", "-q", f"{other}", "sources/sub")
    committed(root)
    assert "'sources/sub' is a submodule" in wrong(verify, "--since", "HEAD")
    assert since(verify, "HEAD", "docs")[0] == 0


# --- reports


def test_findings_of_an_earlier_report_are_not_new(root: Path, verify: Verify) -> None:
    verify("run", "--out", "../before")
    base = os.path.relpath(root.parent / "before" / "report.json")
    assert counts(verify("check", "--base", base, "--format", "json")) == (0, 1)
    write(root, sources__c_md=THIRD)
    done = verify("check", "--base", base)
    assert done.status == 1
    assert done.out.splitlines()[-1] == "1 new, 0 there before (report.json)"


def test_a_report_without_its_notes_is_no_base_for_notes(root: Path, verify: Verify) -> None:
    write(root, docs__a_md=OWN + "\n青石大桥总投资12亿元。\n")
    verify("check", "--output", "json=../run.json")
    assert counts(verify("check", "--base", "../run.json", "--format", "json")) == (0, 1)
    told = wrong(verify, "--base", "../run.json", "--fail-on", "note")
    assert "was written without its notes" in told


@pytest.mark.parametrize("content", ["{}", "no json", "[]", '{"schema_version": "7"}'])
def test_a_base_that_is_no_report(root: Path, verify: Verify, content: str) -> None:
    (root / "run.json").write_text(content)
    assert "run.json is no report of this version" in wrong(verify, "--base", "run.json")


def test_a_base_that_is_not_there(root: Path, verify: Verify) -> None:
    assert "cannot read run.json" in wrong(verify, "--base", "run.json")


def test_one_before_is_enough(root: Path, verify: Verify) -> None:
    assert "name one" in wrong(verify, "--base", "run.json", "--since", "HEAD")


def test_diff(root: Path, verify: Verify) -> None:
    cost = "\n青石大桥总投资{}亿元。\n"
    write(root, docs__a_md=OWN + cost.format(12), sources__b_md=OTHER + cost.format(13))
    verify("run", "--out", "../one")
    write(root, docs__a_md=OWN, sources__b_md=OTHER.replace("3210", "3300"))
    write(
        root, sources__d_md=THIRD.replace("全长为3350米", "桥面宽32米"), docs__d_md="青石大桥桥面宽35米。\n"
    )
    verify("run", "--out", "../two")
    done = verify("diff", "../one/report.json", "../two/report.json", "--format", "json")
    told = {kind: [one.get("new", one) for one in found] for kind, found in done.json.items()}
    assert {kind: sorted(one["code"] for one in found) for kind, found in told.items()} == {
        "new": ["V101"],
        "resolved": ["V101"],
        "changed": ["V101"],
    }
    assert "桥面宽" in str(told["new"]) or "width" in str(told["new"])
    assert "亿元" in told["resolved"][0]["message"]
    assert ("3210" in str(done.json["changed"][0]["old"]), "3300" in str(told["changed"])) == (True, True)
    text = verify("diff", "../one/report.json", "../two/report.json")
    *found, before, counts = text.out.splitlines()
    assert [line.split(" error[", 1)[0] for line in found] == [
        "new: docs/d.md:1:8:",
        "resolved: docs/a.md:7:8:",
        "changed: docs/a.md:5:7:",
    ]
    assert "sources/b.md:5:12 says 3300米" in found[-1]
    assert before.startswith("    before: docs/a.md:5:7: error[V101] value conflict: 青石大桥, length: ")
    assert "sources/b.md:5:12 says 3210米" in before
    assert (text.status, counts) == (0, "1 new, 1 resolved, 1 changed")


def test_diff_of_a_report_with_itself(root: Path, verify: Verify) -> None:
    verify("run", "--out", "../one")
    done = verify("diff", "../one/report.json", "../one/report.json")
    assert (done.status, done.out) == (0, "0 new, 0 resolved, 0 changed\n")


def test_diff_tells_another_severity_and_state(root: Path, verify: Verify) -> None:
    verify("run", "--out", "../one")
    with (root / "verify.toml").open("a") as file:
        file.write('severity = { V101 = "off" }\n')
    verify("run", "--out", "../two")
    told = verify("diff", "../one/report.json", "../two/report.json").out
    assert "    before: error, new; now: error, suppressed\n" in told
