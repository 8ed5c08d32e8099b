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
UNIT = "cable = 1/10 * nautical_mile = _ = 链\n# pass: 10链 = 1海里\n# fail: 1链 = 1海里\n"


def told(root: Path, name: str, text: str) -> list[str]:
    file = root / "mine" / name
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    own = root / "mine"
    return [f"{one.path}:{one.line}:{one.column}" for one in examples.problems([load.shipped(), own], [own])]


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
        ("units/a.txt", UNIT, "pass: 10链", "pass: 11链", ["mine/units/a.txt:2:1"]),
        ("units/a.txt", UNIT, "fail: 1链", "fail: 10链", ["mine/units/a.txt:3:1"]),
        ("units/a.txt", UNIT, "10链 = 1海里", "10链 = 一些", ["mine/units/a.txt:2:1"]),
        ("units/a.txt", UNIT, "1海里\n# fail", "1852秒\n# fail", ["mine/units/a.txt:2:1"]),
    ],
)
def test_an_example_that_is_read_otherwise(
    tmp_path: Path, name: str, text: str, old: str, new: str, place: list[str]
) -> None:
    assert told(tmp_path, name, text.replace(old, new, 1) if old else text) == place


def test_every_unit_that_ships_is_worth_what_its_examples_say() -> None:
    """Attributes and the others have tests of their own, entry by entry."""
    shipped = load.shipped()
    found = examples.problems([shipped], [shipped])
    assert [str(one) for one in found if one.path.startswith("rules/units/")] == []
