"""从300家增至360家: the former figure says nothing of the thing as it is, and its year dates nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify import api
from verify.model.claim import BEFORE, Claim

Key = tuple[str, str | None, str | None]


def claims(folder: Path, text: str) -> list[Claim]:
    (folder / "a.md").write_text(f"---\ntitle: 东岭公司年报\ndate: 2023-03-01\n---\n\n{text}\n", "utf-8")
    report = api.check([folder], base=folder)
    assert [f.message for f in report.findings if f.severity != "note"] == []
    return [claim for claim in report.claims if claim.dimension != "date"]


def key(claim: Claim) -> Key:
    time = claim.qualifiers.time
    return claim.quote, claim.qualifiers.scope, time.stated if time else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("东岭公司门店从300家增至360家。", [("300家", BEFORE, None), ("360家", None, None)]),
        ("东岭公司票价由60元调整为80元。", [("60元", BEFORE, None), ("80元", None, None)]),
        ("东岭步道从3.0公里延长至4.5公里。", [("3.0公里", BEFORE, None), ("4.5公里", None, None)]),
        (
            "东岭公司营业收入从2021年的80亿元增至100亿元。",
            [("80亿元", BEFORE, "2021年"), ("100亿元", None, None)],
        ),
        (
            "Staff at Donglin Company rose from 300 to 346 employees.",
            [("300", BEFORE, None), ("346 employees", None, None)],
        ),
        ("东岭公司门店360家，仓库300座。", [("360家", None, None), ("300座", None, None)]),
        ("东岭公司门店从300家增长20%。", [("300家", None, None), ("20%", None, None)]),
    ],
)
def test_former_and_latter(tmp_path: Path, text: str, expected: list[Key]) -> None:
    assert [key(claim) for claim in claims(tmp_path, text)] == expected


@pytest.mark.parametrize(
    "first",
    [
        "The cave drew 482,000 visitors in 2022, up 20.5% from 400,000 in 2021.",
        "In 2022 the cave drew 482,000 visitors, compared with 400,000 in 2021.",
    ],
)
def test_the_year_compared_with_dates_nothing_that_follows(tmp_path: Path, first: str) -> None:
    found = claims(tmp_path, f"{first} Ticket revenue was 30 million yuan.")
    assert [key(claim)[2] for claim in found if claim.quote == "30 million yuan"] == ["2022"]
