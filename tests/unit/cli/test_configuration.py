"""Where options and the configuration file meet: the command line wins, key by key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from verify import api, pipeline
from verify.model.report import Report

Verify = Callable[..., Any]
Stages = Callable[..., None]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch, stages: Stages, sample_report: Report) -> dict[str, Any]:
    """Record what reaches the stages."""
    told: dict[str, Any] = {}

    def run(paths: Any, catalog: Any, **options: Any) -> Report:
        told.update(options, paths=[path.name for path in paths])
        return sample_report

    def load_rules(rules: Any, only: Any, cache: Any) -> None:
        told.update(cache=cache, rules=[folder.name for folder in rules], only=only and only.name)

    monkeypatch.setattr(pipeline, "run", run)
    monkeypatch.setattr(api, "load_rules", load_rules)
    return told


@pytest.fixture
def project(sources: Path) -> Path:
    for folder in ("mine", "whole", "other"):
        (sources / folder).mkdir()
    (sources / "verify.toml").write_text(
        'paths = ["lake"]\nexclude = ["old/"]\nown = ["docs/**"]\nrules = ["mine"]\nrules-only = "whole"\n'
        'cache-dir = "kept"\nfail-on = "note"\nshow = "error"\n',
        encoding="utf-8",
    )
    return sources


def test_check_takes_everything_from_the_file(verify: Verify, project: Path, seen: dict[str, Any]) -> None:
    done = verify("check", "--format", "json")
    assert (seen["paths"], seen["rules"], seen["only"]) == (["lake"], ["mine"], "whole")
    assert (seen["own"], seen["exclude"], seen["base"]) == (("docs/**",), ("old/",), project)
    assert [finding["severity"] for finding in done.json["findings"]] == ["error"]
    assert done.status == 1


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["other"], {"paths": ["other"], "rules": ["mine"], "only": "whole"}),
        (["--rules", "other"], {"paths": ["lake"], "rules": ["other"], "only": "whole"}),
        (["--rules-only", "other"], {"paths": ["lake"], "rules": ["mine"], "only": "other"}),
    ],
)
def test_the_command_line_wins(
    verify: Verify, project: Path, seen: dict[str, Any], options: list[str], told: dict[str, Any]
) -> None:
    verify("check", *options)
    assert {key: seen[key] for key in told} == told


@pytest.mark.parametrize(
    ("options", "folder"), [([], "kept"), (["--cache-dir", "other"], "other"), (["--no-cache"], None)]
)
def test_where_things_are_kept(
    verify: Verify, project: Path, seen: dict[str, Any], options: list[str], folder: str | None
) -> None:
    verify("check", *options)
    assert seen["cache"] == (
        None if folder is None else project / folder if folder == "kept" else Path(folder)
    )


def test_nothing_is_kept_where_the_file_says_so(verify: Verify, sources: Path, seen: dict[str, Any]) -> None:
    (sources / "verify.toml").write_text("cache = false", encoding="utf-8")
    verify("check", "lake")
    assert (seen["cache"], seen["store"]) == (None, None)


def test_levels_of_the_command_line_win(verify: Verify, project: Path, seen: dict[str, Any]) -> None:
    shown = verify("check", "--format", "json", "--show", "note").json["findings"]
    assert [finding["severity"] for finding in shown] == ["error", "warning", "note"]


def test_fail_on_of_the_file(
    verify: Verify, project: Path, stages: Stages, sample_report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the note is left: it fails by the file, and not by the command line."""
    stages(findings=sample_report.findings[2:])
    assert verify("check").status == 1
    assert verify("check", "--fail-on", "warning").status == 0


@pytest.mark.parametrize("command", [["run", "lake"], ["extract", "lake"]])
def test_rules_and_patterns_hold_for_other_commands(
    verify: Verify, project: Path, seen: dict[str, Any], command: list[str]
) -> None:
    assert verify(*command).status == 0
    assert (seen["rules"], seen["only"], seen["own"]) == (["mine"], "whole", ("docs/**",))


def test_rules_hold_for_one_text(verify: Verify, sources: Path) -> None:
    for name, text in (("units/u.txt", "meter = [length] = m\n"), ("languages/xy.yaml", "- id: xy\n")):
        (sources / "lake" / name).parent.mkdir()
        (sources / "lake" / name).write_text(text, encoding="utf-8")
    (sources / "verify.toml").write_text('rules-only = "lake"', encoding="utf-8")
    done = verify("rules", "list")
    assert (done.status, done.out) == (0, "languages/xy\nunits/meter\n")


def test_check_without_any_path(verify: Verify, sources: Path, stages: Stages) -> None:
    done = verify("check")
    assert done.status == 2
    assert "no sources: name a PATH, or set 'paths' in verify.toml" in done.err


@pytest.mark.parametrize("command", [["check"], ["run", "lake"], ["parse", "5"], ["rules", "list"]])
def test_a_mistake_in_the_file_stops_every_command(verify: Verify, sources: Path, command: list[str]) -> None:
    (sources / "verify.toml").write_text("rulse = []\n", encoding="utf-8")
    done = verify(*command)
    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines() == [
        "verify.toml:1:1: unknown key 'rulse'; did you mean 'rules'?",
        "    rulse = []",
        "    ^",
        "verify: 1 mistake in the configuration",
    ]


def test_help_asks_no_file(verify: Verify, sources: Path) -> None:
    (sources / "verify.toml").write_text("rulse = []\n", encoding="utf-8")
    assert verify("check", "--help").status == 0


SHARED = "经过三年修缮，北岸湾口的航标工作人员介绍说，海湾大桥全长12公里，每天都有许多行人从桥上走过。"


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("", [("single-source", ["press/a.txt", "press/b.txt", "press/old/c.txt"])]),
        ("own = ['press/**']", [("agreement", ["press/a.txt", "press/b.txt", "press/old/c.txt"])]),
        ("exclude = ['press/old/']", [("single-source", ["press/a.txt", "press/b.txt"])]),
        ("exclude = ['old/', 'b.*']", [("single-source", ["press/a.txt"])]),
    ],
)
@pytest.mark.parametrize("here", [".", "press"])
def test_patterns_end_to_end(
    verify: Verify, sources: Path, monkeypatch: pytest.MonkeyPatch, keys: str, told: Any, here: str
) -> None:
    """Documents of one wording are one origin, those of our own are not; wherever the program is called."""
    (sources / ".git").mkdir()
    (sources / "verify.toml").write_text(f"paths = ['press']\n{keys}\n", encoding="utf-8")
    for name in ("a.txt", "b.txt", "old/c.txt"):
        file = sources / "press" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(SHARED, encoding="utf-8")
    monkeypatch.chdir(sources / here)
    report = verify("check", "--format", "json", "--show", "note").json
    found = [
        (group["verdict"], sorted(source for origin in group["origins"] for source in origin))
        for group in report["groups"]
        if group["key"]["attribute_id"] == "length.total"
    ]
    assert found == told
