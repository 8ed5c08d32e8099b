"""``verify rules`` on a small folder of rules."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Verify = Callable[..., Any]

KIND = """\
- id: reservoir
  name: {en: "reservoir", zh: "水库"}
  nouns: ["水库"]
  examples:
    pass: ["镜湖水库"]
    fail: ["镜湖大桥"]
"""
UNITS = (
    "meter = [length] = m = 米\nmeter/second = _ = mps = 米每秒\nsecond = [time] = s\nmeter/second = m/s\n"
)
LANGUAGE = '- id: xy\n  measures: {"个": "", "组": ""}\n'
FILES = {"kinds/water.yaml": KIND, "units/base.txt": UNITS, "languages/xy.yaml": LANGUAGE}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        file = tmp_path / "rules" / name
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "rules"


def test_list(verify: Verify, folder: Path) -> None:
    done = verify("rules", "list", "--rules-only", str(folder))
    units = "units/meter\nunits/meter/second\nunits/second\n"
    assert (done.status, done.out) == (0, "kinds/reservoir\nlanguages/xy\n" + units)
    assert verify("rules", "list", "kinds", "--rules-only", str(folder)).out == "kinds/reservoir\n"
    assert verify("rules", "list", "units", "--rules-only", str(folder)).out == units
    assert verify("rules", "list", "entities", "--rules-only", str(folder)).out == ""


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("list", "unit"), "no folder of rules 'unit'; did you mean 'units'?"),
        (("list", "zzz"), "no folder of rules 'zzz'; known are attributes, constraints, entities"),
        (("schema", "kind"), "no schema for 'kind'; did you mean 'kinds'?"),
        (("schema", "units"), "no schema for 'units': its files are lines, which rules/README.md explains"),
    ],
)
def test_a_folder_that_there_is_not(
    verify: Verify, folder: Path, command: tuple[str, ...], told: str
) -> None:
    done = verify("rules", *command)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"verify: {told}")


@pytest.mark.parametrize("entry", ["meter/second", "units/meter/second"])
def test_show_a_unit(verify: Verify, folder: Path, entry: str) -> None:
    shown = json.loads(verify("rules", "show", entry, "--rules-only", str(folder)).out)
    assert shown == {"units/meter/second": {"spellings": ["mps", "米每秒", "m/s"]}}
    shown = json.loads(verify("rules", "show", "meter", "--rules-only", str(folder)).out)
    assert shown == {"units/meter": {"definition": "[length]", "spellings": ["m", "米"]}}


@pytest.mark.parametrize("entry", ["reservoir", "kinds/reservoir"])
def test_show(verify: Verify, folder: Path, entry: str) -> None:
    shown = json.loads(verify("rules", "show", entry, "--rules-only", str(folder)).out)
    assert shown["kinds/reservoir"]["nouns"] == ["水库"]
    assert shown["kinds/reservoir"]["examples"] == {"pass": ["镜湖水库"], "fail": ["镜湖大桥"]}


@pytest.mark.parametrize("entry", ["bridge", "entities/reservoir"])
def test_show_what_is_not_there(verify: Verify, folder: Path, entry: str) -> None:
    done = verify("rules", "show", entry, "--rules-only", str(folder))
    assert (done.status, done.err) == (2, f"verify: no rule '{entry}'; 'verify rules list' shows all\n")


def test_check(verify: Verify, folder: Path) -> None:
    done = verify("rules", "check", "--rules-only", str(folder))
    assert done.status == 0
    assert "1 kinds" in done.out
    assert "3 units" in done.out
    assert done.err == ""


def test_check_runs_no_examples_while_there_are_mistakes_and_says_so(verify: Verify, folder: Path) -> None:
    (folder / "units" / "base.txt").write_text("# pass: 1 m = 2 m\nmeter = [length] = m\n", encoding="utf-8")
    told = verify("rules", "check", "--rules-only", str(folder))
    assert "1 m = 2 m does not hold" in told.err
    (folder / "kinds" / "water.yaml").write_text("- id: x\n", encoding="utf-8")
    told = verify("rules", "check", "--rules-only", str(folder))
    assert "does not hold" not in told.err
    assert told.err.endswith("verify: the examples are run when these are mended\n")


def test_check_warns_of_a_unit_that_hides_a_measure_word(verify: Verify, folder: Path) -> None:
    line = "chi = [chi] = _ = 个\n组 = [set] = _\n"
    (folder / "units" / "more.txt").write_text(line, encoding="utf-8")
    done = verify("rules", "check", "--rules-only", str(folder))
    assert done.status == 0
    warned = [line.split(":", 1)[1] for line in done.err.splitlines() if "warning: " in line]
    assert [line.split(" as well")[0] for line in warned] == [
        "1:19: warning: '个' is a measure word of 'xy'",
        "2:1: warning: '组' is a measure word of 'xy'",
    ]


@pytest.mark.parametrize(
    ("files", "told"),
    [({}, "no languages and no units"), ({"units/base.txt": UNITS}, "no languages, without")],
)
def test_rules_that_can_read_nothing(verify: Verify, sources: Path, files: dict[str, str], told: str) -> None:
    (sources / "mine").mkdir()
    for name, text in files.items():
        (sources / "mine" / name).parent.mkdir()
        (sources / "mine" / name).write_text(text, encoding="utf-8")
    done = verify("rules", "check", "--rules-only", "mine")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"mine:1:1: {told}")


@pytest.mark.parametrize("options", [["--rules", "../mine"], ["--rules-only", "../mine"]])
def test_places_can_be_opened_from_here(
    verify: Verify, sources: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    folder.rename(sources / "mine")
    (sources / "mine" / "kinds" / "water.yaml").write_text(KIND.replace("nouns", "nuons"), encoding="utf-8")
    monkeypatch.chdir(sources / "lake")
    done = verify("rules", "check", *options)
    assert done.err.startswith("../mine/kinds/water.yaml:1:3: ")


def test_a_folder_that_is_named_twice_lies_there_once(verify: Verify, sources: Path, folder: Path) -> None:
    (sources / "verify.toml").write_text('rules = ["rules"]', encoding="utf-8")
    assert verify("rules", "check", "--rules-only", "rules").status == 0


def test_check_tells_every_mistake_with_its_place(verify: Verify, folder: Path) -> None:
    broken = KIND.replace("nouns", "nuons").replace("pass", "poss")
    (folder / "kinds" / "water.yaml").write_text(broken, encoding="utf-8")
    done = verify("rules", "check", "--rules-only", str(folder))
    assert (done.status, done.out) == (2, "")
    assert "rules/kinds/water.yaml:3:" in done.err
    assert "rules/kinds/water.yaml:5:" in done.err
    assert "mistakes in the rules" in done.err
