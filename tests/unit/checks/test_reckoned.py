"""What the findings of arithmetic and plausibility say, and how grave they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from checked import reckoned
from verify.catalog import load
from verify.model.finding import Severity

E, W = Severity.ERROR, Severity.WARNING

MESSAGES = [
    (
        ["青松公司2022年营业收入从80.0亿元增至100亿元，增长35%。"],
        "V301",
        E,
        "0.txt:1:15: growth does not fit its two values: 80.0亿元 to 100亿元 gives 25 % (24.297, 25.704), "
        "stated is 35% [34.5, 35.5): too high by 10 percentage points",
    ),
    (
        ["青松公司共有员工1200人，其中研发人员300人，占35%。"],
        "V302",
        E,
        "0.txt:1:9: share does not fit part and whole: 300人 of 1200人 gives 25 % [25, 25], "
        "stated is 35% [34.5, 35.5): too high by 10 percentage points",
    ),
    (
        ["青松公司共有员工1200人，其中研发人员1300人。"],
        "V502",
        E,
        "0.txt:1:9: a part is above its whole: 1300人 of 1200人: too high by 100 人",
    ),
    (
        ["青松市2022年进出口总额50.0亿美元。", "2022年，青松市出口额30.0亿美元，进口额25.0亿美元。"],
        "V303",
        W,
        "1.txt:1:13, 1.txt:1:24, 0.txt:1:14: 青松市: 进出口总额应为出口额与进口额之和 (parts do not add up "
        "to the whole: 30.0亿美元 + 25.0亿美元 gives 5.5 × 10^9 USD [5.49 × 10^9, 5.51 × 10^9), stated is "
        "50.0亿美元 [4.995 × 10^9, 5.005 × 10^9): too low by 5 × 10^8 USD)",
    ),
]


@pytest.mark.parametrize(("texts", "code", "severity", "message"), MESSAGES, ids=[row[1] for row in MESSAGES])
def test_a_message_shows_the_interval_and_what_is_off(
    texts: list[str], code: str, severity: Severity, message: str
) -> None:
    assert [(one.code, one.severity, one.message) for one in reckoned(texts)] == [(code, severity, message)]


def test_a_finding_does_not_depend_on_where_it_stands() -> None:
    text = "青松公司营业收入从80.0亿元增至100亿元，增长35%。"
    (alone,) = reckoned([text])
    (twice,) = reckoned(["据介绍，" + text, text])
    assert twice.id == alone.id
    assert len(twice.locations) == 2 * len(alone.locations)


def test_words_too_loose_to_tell_are_left_alone() -> None:
    """80 to 超过100 may be any growth above 24 %."""
    assert reckoned(["青松公司营业收入从80.0亿元增至超过100亿元，增长95%。"]) == []


def test_a_constraint_of_a_folder_of_ones_own(tmp_path: Path) -> None:
    rules = tmp_path / "mine" / "constraints"
    rules.mkdir(parents=True)
    (rules / "staff.yaml").write_text(
        "- id: staff.research\n"
        "  kind: order\n"
        "  attributes: [people.engineers, people.staff]\n"
        "  severity: error\n"
        '  message: "研发人员不应多于员工：{found}"\n'
        '  why: "Who does research is staff."\n'
        "  examples:\n"
        '    pass: ["青松公司员工1200人。"]\n'
        '    fail: ["青松公司员工1200人。"]\n',
        encoding="utf-8",
    )
    catalog = load.load([load.shipped(), tmp_path / "mine"])
    texts = ["青松公司共有研发人员1500人。", "青松公司共有员工1200人。"]
    (finding,) = reckoned(texts, catalog)
    assert (finding.code, finding.severity) == ("V503", E)
    assert "研发人员不应多于员工：1200人" in finding.message
    assert reckoned(texts) == []
