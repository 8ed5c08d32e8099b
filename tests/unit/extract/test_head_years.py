"""A bare year of a head or a title is a period: no part of a thing, and no count."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from verify import api


def _claims(folder: Path, title: str, text: str) -> dict[str, dict[str, Any]]:
    file = folder / "a.md"
    file.write_text(f"---\ntitle: {title}\ndate: 2024-11-20\n---\n{text}\n", "utf-8")
    report = json.loads(api.render(api.check([folder]), "json"))
    return {claim["quote"]: claim["qualifiers"] for claim in report["claims"]}


def _table(*rows: str) -> str:
    head, *others = (f"| {row} |" for row in rows)
    return "\n".join([head, f"|{'---|' * rows[0].count('|')}---|", *others])


@pytest.mark.parametrize(
    ("title", "rows", "quote", "time", "scope"),
    [
        (
            "Pine County",
            ("Town | Population 2011 | Population 2021", "Alder | 12,400 | 13,100"),
            "12,400",
            "2011",
            None,
        ),
        (
            "Pine County",
            ("Town | Population 2011 | Population 2021", "Alder | 12,400 | 13,100"),
            "13,100",
            "2021",
            None,
        ),
        ("松岭县", ("乡镇 | 2011年人口 | 2021年人口", "青山镇 | 12400 | 13100"), "13100", "2021年", "青山镇"),
        ("松嶺縣", ("鄉鎮 | 人口2011 | 人口2021", "白水鎮 | 12400 | 13100"), "12400", "2011", None),
        (
            "Pine Group",
            ("Region | Revenue 2022 ($m) | Revenue 2023 ($m)", "Europe | 124 | 131"),
            "124",
            "2022",
            "europe",
        ),
    ],
)
def test_the_year_of_a_head(
    tmp_path: Path, title: str, rows: tuple[str, ...], quote: str, time: str, scope: str | None
) -> None:
    found = _claims(tmp_path, title, _table(*rows))[quote]
    assert (found["time"]["stated"], found["scope"]) == (time, scope)


def test_the_year_at_the_end_of_a_title_frames_its_table(tmp_path: Path) -> None:
    found = _claims(tmp_path, "Pine Mine output 2023", _table("Month | Output (tonnes)", "January | 12,400"))
    assert {quote: one["time"]["earliest"] for quote, one in found.items()} == {"12,400": "2023-01-01"}
