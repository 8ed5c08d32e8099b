"""The examples of rule files are run, and those that are read otherwise are told with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify import examples
from verify.catalog import load

ATTRIBUTE = """\
- id: light.offshore
  name: {en: "distance offshore", zh: "离岸距离"}
  units: ["meter"]
  words: ["离岸"]
  examples:
    pass: ["灯塔离岸2公里。"]
    fail: ["灯塔高2米。"]
"""
ENTITY = """\
- id: light.heron
  name: "鹭嘴灯塔"
  kind: tower
  examples:
    pass: ["鹭嘴灯塔很白。"]
    fail: ["湾口很宽。"]
"""
IGNORE = """\
- id: light.number
  words: ["七星灯"]
  reason: "The number of a light."
  examples:
    pass: ["七星灯"]
    fail: ["七座"]
"""
RELATION = """\
- id: part.among
  kind: part
  pattern: '{whole}里的{part}'
  unless: ["坏"]
  examples:
    pass: ["300人里的200人。"]
    fail: ["300人里的400人。"]
"""
LIMIT = """\
- id: limit.mine
  kind: limit
  attributes: [ratio.pue]
  minimum: "1"
  message: "too low"
  why: "A part of it."
  examples:
    pass: ["机房年均PUE为1.25。"]
    fail: ["机房年均PUE为0.85。"]
"""
UNIT = "cable = 1/10 * nautical_mile = _ = 链\n# pass: 10链 = 1海里\n# fail: 1链 = 1海里\n"


def told(root: Path, name: str, text: str) -> list[str]:
    file = root / "mine" / name
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    own = root / "mine"
    found = examples.problems(*load.located([load.shipped(), own]), (str(own),))
    return [f"{Path(one.path).relative_to(root)}:{one.line}:{one.column}" for one in found]


@pytest.mark.parametrize(
    ("name", "text", "old", "new", "place"),
    [
        ("attributes/a.yaml", ATTRIBUTE, "", "", []),
        (
            "attributes/a.yaml",
            ATTRIBUTE,
            "灯塔离岸2公里。",
            "灯塔离岸很远。",
            ["mine/attributes/a.yaml:6:12"],
        ),
        ("attributes/a.yaml", ATTRIBUTE, "灯塔高2米。", "离岸2公里。", ["mine/attributes/a.yaml:7:12"]),
        ("entities/a.yaml", ENTITY, "", "", []),
        ("entities/a.yaml", ENTITY, "鹭嘴灯塔很白", "灯塔很白", ["mine/entities/a.yaml:5:12"]),
        ("entities/a.yaml", ENTITY, "湾口很宽", "在鹭嘴灯塔", ["mine/entities/a.yaml:6:12"]),
        ("ignore/a.yaml", IGNORE, "", "", []),
        ("ignore/a.yaml", IGNORE, "七座", "七星灯", ["mine/ignore/a.yaml:6:12"]),
        ("units/a.txt", UNIT, "", "", []),
        ("units/a.txt", UNIT, "pass: 10链", "pass: 11链", ["mine/units/a.txt:2:9"]),
        ("units/a.txt", UNIT, "fail: 1链", "fail: 10链", ["mine/units/a.txt:3:9"]),
        ("units/a.txt", UNIT, "10链 = 1海里", "10链 = 一些", ["mine/units/a.txt:2:15"]),
        ("units/a.txt", UNIT, "fail: 1链", "fail: 1铁链", ["mine/units/a.txt:3:9"]),
        ("units/a.txt", UNIT, "1海里\n# fail", "1852秒\n# fail", ["mine/units/a.txt:2:9"]),
    ],
)
def test_an_example_that_is_read_otherwise(
    tmp_path: Path, name: str, text: str, old: str, new: str, place: list[str]
) -> None:
    assert told(tmp_path, name, text.replace(old, new, 1) if old else text) == place


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        # What a test of a unit cannot read, it must not take for unequal.
        ("units/a.txt", UNIT.replace("fail: 1链", "fail: 1海浬"), "'1海浬' is not read as one quantity"),
        ("units/a.txt", UNIT.replace("10链 =", "10 cabel ="), "did you mean 'cable'?"),
        ("units/a.txt", UNIT.replace("pass: 10链", "pass: 11链"), "11链 = 1海里 does not hold"),
        # A date wins over a stretch that it is no part of.
        (
            "ignore/a.yaml",
            IGNORE.replace('words: ["七星灯"]', r"pattern: '(?P<n>\d{1,3})号浮筒'").replace(
                '"七星灯"', '"系于12号浮筒"'
            ),
            "the example is not read as 'light.number', but '12号' as a date",
        ),
        (
            "ignore/a.yaml",
            IGNORE.replace('pass: ["七星灯"]', 'pass: ["灯高7米"]'),
            "the example is not read as 'light.number', but '7米' as a figure",
        ),
        (
            "ignore/a.yaml",
            IGNORE.replace('pass: ["七星灯"]', 'pass: ["一盏灯"]').replace("一盏", "灯"),
            "the example is not read as 'light.number', but as nothing: there is no numeral in it",
        ),
        (
            "entities/a.yaml",
            ENTITY.replace("鹭嘴灯塔很白", "鹭嘴有7座灯塔"),
            "the example is not read as 'light.heron', but as nothing of this sort",
        ),
        (
            "relations/a.yaml",
            RELATION.replace("300人里的400人", "300人当中的400人"),
            "the pattern fits nowhere in: ⟨300人⟩当中的⟨400人⟩",
        ),
        (
            "relations/a.yaml",
            RELATION.replace("300人里的400人", "坏的300人里的400人"),
            "'坏' of 'unless' stands in: 坏的⟨300人⟩里的⟨400人⟩",
        ),
        (
            "relations/a.yaml",
            RELATION.replace("300人里的400人", "300人里的250人"),
            "it relates part 250人; whole 300人, and these fit together or are not of one sort",
        ),
        ("relations/a.yaml", RELATION.replace("300人里的400人", "人多"), "no figure is read in it"),
        ("constraints/a.yaml", LIMIT.replace("PUE为0.85", "PUE为1.15"), "ratio.pue: 1.15"),
        ("constraints/a.yaml", LIMIT.replace("机房年均PUE为0.85", "很冷"), "no statement is read in it"),
    ],
)
def test_what_an_example_is_read_as(tmp_path: Path, name: str, text: str, message: str) -> None:
    file = tmp_path / "mine" / name
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    own = tmp_path / "mine"
    (problem,) = examples.problems(*load.located([load.shipped(), own]), (str(own),))
    assert message in problem.message
    assert problem.excerpt


def test_every_unit_that_ships_is_worth_what_its_examples_say() -> None:
    """Attributes and the others have tests of their own, entry by entry."""
    found = examples.problems(*load.located([load.shipped()]), ("",))
    assert [str(one) for one in found if "rules/units/" in one.path] == []
