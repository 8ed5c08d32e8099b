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


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("kinds/water.yaml", KIND), ("units/base.txt", "meter = [length] = m = 米\n")):
        file = tmp_path / "rules" / name
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "rules"


def test_list(verify: Verify, folder: Path) -> None:
    done = verify("rules", "list", "--rules-only", str(folder))
    assert (done.status, done.out) == (0, "kinds/reservoir\n")
    assert verify("rules", "list", "kinds", "--rules-only", str(folder)).out == done.out
    assert verify("rules", "list", "entities", "--rules-only", str(folder)).out == ""


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


def test_check_tells_every_mistake_with_its_place(verify: Verify, folder: Path) -> None:
    broken = KIND.replace("nouns", "nuons").replace("pass", "poss")
    (folder / "kinds" / "water.yaml").write_text(broken, encoding="utf-8")
    done = verify("rules", "check", "--rules-only", str(folder))
    assert (done.status, done.out) == (2, "")
    assert "rules/kinds/water.yaml:3:" in done.err
    assert "rules/kinds/water.yaml:5:" in done.err
    assert "mistakes in the rules" in done.err
