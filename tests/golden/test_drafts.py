"""Drafts of our own writing against the seeds: every planted change is found, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from verify import api

ROOT = Path(__file__).parents[2]
DRAFTS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("drafts.yaml").read_text("utf-8"))
STATUS = {"V603": "unsupported", "V604": "contradicted", "V605": "single-source", "V606": "doubtful"}
"""Of a planted figure, by the finding that tells it."""


def test_there_are_ten_with_a_change() -> None:
    assert sum(bool(draft["planted"]) for draft in DRAFTS) >= 10


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: str(draft["name"]))
def test_every_change_is_found_and_nothing_else(draft: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "draft.md"
    head = f"---\ndate: {draft['date']}\n---\n" if "date" in draft else ""
    file.write_text(head + draft["text"], encoding="utf-8")
    report = api.check([file], against=[ROOT / "seeds"])
    text = file.read_text("utf-8")
    found = {text[one.span.start : one.span.end]: one.status.value for one in report.drafted}
    planted = {(quote, code) for quote, codes in draft["planted"].items() for code in _listed(codes)}
    changed = {quote: STATUS[code] for quote, code in planted if code in STATUS}
    assert found == {**changed, **draft["figures"]}
    told = {(_first(one.locations, text), one.code) for one in report.findings}
    assert told == planted


def _listed(codes: str | list[str]) -> list[str]:
    return [codes] if isinstance(codes, str) else codes


def _first(locations: Any, text: str) -> str:
    place = locations[0]
    assert place.source_id.endswith("draft.md")
    return text[place.span.start : place.span.end]
