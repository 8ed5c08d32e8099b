"""The page of the configuration has every key, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from verify.config import Keys
from verify.config.environment import variable_name
from verify.config.keys import NAMES, Suppress

PAGE = Path(__file__).parents[2] / "docs" / "configuration.md"


def test_every_key_has_its_row() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \|", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert rows == [field.alias for field in Keys.model_fields.values()]


def test_every_variable_is_told() -> None:
    told = set(re.findall(r"`(VERIFY_[A-Z_]+)`", PAGE.read_text(encoding="utf-8")))
    assert told == {name for key in NAMES if (name := variable_name(key))}


def test_every_key_of_a_suppression_is_told() -> None:
    text = (PAGE.parent / "baseline.md").read_text(encoding="utf-8")
    assert all(f"\n{name} = " in text for name in Suppress.model_fields)
