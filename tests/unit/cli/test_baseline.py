"""``verify baseline``, and what ``verify check`` makes of the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from project import HEAD, OTHER, OWN, THIRD, project, write

Verify = Callable[..., Any]
FILE = "verify.baseline"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    project(tmp_path)
    with (tmp_path / "verify.toml").open("a") as file:
        file.write(f'baseline = "{FILE}"\n')
    return tmp_path


@pytest.fixture
def made(root: Path, verify: Verify) -> Path:
    assert verify("baseline", "create", "--today", "2026-07-01").status == 0
    return root


def lines(root: Path) -> list[str]:
    return [one for one in (root / FILE).read_text("utf-8").splitlines() if not one.startswith("#")]


def last(text: str) -> str:
    return str(text.splitlines()[-1])


def test_a_line_holds_id_day_and_values_and_no_place(made: Path, verify: Verify) -> None:
    (line,) = lines(made)
    assert line.startswith("V101-")
    assert line[18:] == "2026-07-01 error 青石大桥 length 3120米 / 3210米"


def test_what_is_in_it_neither_shows_nor_fails(made: Path, verify: Verify) -> None:
    done = verify("check")
    assert done.status == 0
    assert "V101" not in done.out
    assert last(done.out) == ("0 new, 1 in the baseline (oldest since 2026-07-01)")


def test_json_holds_it_with_its_state(made: Path, verify: Verify) -> None:
    done = verify("check", "--format", "json")
    assert done.err == "verify: 0 new, 1 in the baseline (oldest since 2026-07-01)\n"
    told = done.json
    assert [(one["code"], one["state"]) for one in told["findings"]] == [("V101", "baseline")]
    assert (told["outcome"]["baseline"], told["outcome"]["oldest"]) == (1, "2026-07-01")


@pytest.mark.parametrize(
    ("files", "status"),
    [
        ({"sources__c_md": OTHER.replace("记者获悉，", "据介绍，").replace("青川晚报", "西岸日报")}, 0),
        ({"sources__b_md": HEAD.format("青川晚报") + "第一段。\n\n第二段。\n\n青石大桥全长3210米。\n"}, 0),
        ({"sources__b_md": OTHER.replace("3210", "3211")}, 1),
        ({"sources__c_md": THIRD}, 1),
        ({"docs__a_md": OWN.replace("3120米", "约3120米")}, 1),
    ],
    ids=["a known value again", "lines above", "another value", "a new value joins", "a hedge joins"],
)
def test_a_finding_comes_back_when_a_value_does(
    made: Path, verify: Verify, files: dict[str, str], status: int
) -> None:
    write(made, **files)
    assert verify("check", "--fail-on", "warning").status == status


def test_create_overwrites_nothing(made: Path, verify: Verify) -> None:
    before = (made / FILE).read_bytes()
    done = verify("baseline", "create")
    assert (done.status, (made / FILE).read_bytes()) == (2, before)
    told = "verify.baseline is there already: 'verify baseline update' takes in what is new"
    assert done.err == f"verify: {told}\n"


def test_update_keeps_the_days_of_what_was_known(made: Path, verify: Verify) -> None:
    known = lines(made)
    cost = "\n青石大桥总投资{}亿元。\n"
    write(made, docs__a_md=OWN + cost.format(12), sources__d_md=OTHER + cost.format(13))
    done = verify("baseline", "update", "--today", "2026-08-02")
    assert done.out == "2 in verify.baseline: 1 added, 0 removed\n"
    assert {line.split()[1] for line in lines(made) if line not in known} == {"2026-08-02"}
    assert lines(made) == sorted({*lines(made), *known})


def test_prune_drops_and_takes_in_nothing(made: Path, verify: Verify) -> None:
    write(made, sources__b_md=OTHER.replace("3210", "3211"))
    assert (
        verify("check")
        .out.splitlines()[-1]
        .startswith("1 new, 0 in the baseline, 1 gone from it (verify baseline prune)")
    )
    done = verify("baseline", "prune")
    assert (done.status, done.out, lines(made)) == (0, "0 in verify.baseline: 0 added, 1 removed\n", [])


def test_check_of_the_file_says_whether_it_is_up_to_date(made: Path, verify: Verify) -> None:
    done = verify("baseline", "check")
    assert (done.status, done.out) == (0, "0 new, 1 in the baseline (oldest since 2026-07-01), 0 gone\n")
    write(made, sources__b_md=OTHER.replace("3210", "3120"))
    done = verify("baseline", "check")
    assert (done.status, done.out) == (1, "0 new, 0 in the baseline, 1 gone\n")


def test_nothing_is_written_where_a_document_was_not_read(made: Path, verify: Verify) -> None:
    before = (made / FILE).read_bytes()
    (made / "sources" / "b.md").write_bytes(bytes(range(256)) * 8)
    done = verify("baseline", "update")
    assert (done.status, (made / FILE).read_bytes()) == (3, before)
    assert "stays as it is" in done.err


@pytest.mark.parametrize("command", ["update", "prune", "check"])
def test_without_a_file(root: Path, verify: Verify, command: str) -> None:
    done = verify("baseline", command)
    assert (done.status, done.out) == (2, "")
    assert done.err == "verify: no baseline verify.baseline: 'verify baseline create' writes it\n"


def test_check_without_the_file_is_no_clean_run(root: Path, verify: Verify) -> None:
    done = verify("check")
    assert (done.status, done.out) == (2, "")


def test_of_a_part_of_the_project_there_is_no_baseline(made: Path, verify: Verify) -> None:
    assert verify("baseline", "update", "docs").status == 2
    assert lines(made)


def test_lines_that_are_none_are_told_all_at_once(made: Path, verify: Verify) -> None:
    text = (made / FILE).read_text("utf-8")
    (made / FILE).write_text(f"<<<<<<< HEAD\n{text}=======\nV101 2026-07-01\n\n", "utf-8")
    done = verify("check")
    assert (done.status, done.out) == (2, "")
    told = done.err.splitlines()
    assert [line.split(" ")[0] for line in told[:3]] == [f"{FILE}:1:1:", f"{FILE}:4:1:", f"{FILE}:5:1:"]
    assert "merge conflict" in told[0]
    assert told[3] == "verify: 3 mistakes in the baseline"


def test_it_is_never_read_as_a_source(made: Path, verify: Verify) -> None:
    (made / "sources" / "known.txt").write_text((made / FILE).read_text("utf-8"), "utf-8")
    assert verify("check", "--format", "json").json["summary"]["sources"] == 2


def test_a_suppressed_finding_is_not_taken_in(root: Path, verify: Verify) -> None:
    write(root, docs__a_md=OWN.rstrip() + " <!-- verify: ignore V101 until=2026-12-31 -- why -->\n")
    verify("baseline", "create", "--today", "2026-07-01")
    assert lines(root) == []


def test_notes_are_taken_in_where_they_show(root: Path, verify: Verify) -> None:
    write(root, docs__a_md=OWN + "\n青石大桥总投资12亿元。\n")
    verify("baseline", "create", "--show", "note")
    assert {line[:4] for line in lines(root)} == {"V101", "V602"}
