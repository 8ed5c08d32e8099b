"""The page of the formats has every format, and no other; the page on CI every input of the action."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from verify.report.formats import formats, github, markdown, sarif, xlsx

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
CI = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


def test_every_format_has_its_section() -> None:
    assert sorted(re.findall(r"^## `([a-z]+)`$", PAGE, flags=re.MULTILINE)) == list(formats())


def test_every_format_stands_in_the_table() -> None:
    assert sorted(set(re.findall(r"\[`([a-z]+)`\]\(#\1\)", PAGE))) == list(formats())


@pytest.mark.parametrize(
    "limit", [markdown.LIMIT, sarif.RESULTS, sarif.PLACES, github.SIDES, xlsx.ROWS, xlsx.CHARACTERS]
)
def test_the_limits_are_those_of_the_program(limit: int) -> None:
    assert f"{limit:,}" in PAGE


def test_every_input_and_output_of_the_action_is_told() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert all(f"`{name}`" in CI for name in (*action["inputs"], *action["outputs"]))


def test_the_pages_of_ci_are_yaml() -> None:
    for block in re.findall(r"^```yaml\n(.*?)^```", CI, flags=re.MULTILINE | re.DOTALL):
        assert yaml.safe_load(block)
