"""The page of the configuration has every key, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from verify.config import Keys

PAGE = Path(__file__).parents[2] / "docs" / "configuration.md"


def test_every_key_has_its_row() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \|", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert rows == [field.alias for field in Keys.model_fields.values()]
