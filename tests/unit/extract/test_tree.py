"""How a figure was read, part by part: every rule with the stretch that it read."""

from __future__ import annotations

import pytest

from scanned import TODAY, scanner
from verify.extract.figures.tree import tree

CASES = [
    (
        "约35万吨左右",
        [
            "0 point.quantity 约35万吨左右", "1 hedge.about 约", "1 numeral.mixed 35万", "2 digits 35",
            "2 scale 万", "1 unit.tonne 吨", "1 hedge.about 左右",
        ],
    ),
    (
        "-5℃至15℃",
        [
            "0 range.temperature -5℃至15℃", "1 sign -", "1 numeral.arabic 5", "1 range ℃至",
            "1 numeral.arabic 15", "1 unit.degree_Celsius ℃",
        ],
    ),
    (
        "每秒超过374亿亿次浮点运算",
        [
            "0 point.quantity 每秒超过374亿亿次浮点运算", "1 unit.flop/second 每秒", "1 hedge.more_than 超过",
            "1 numeral.mixed 374亿亿", "2 digits 374", "2 scale 亿亿", "1 unit.flop/second 次浮点运算",
        ],
    ),
    (
        "over $3.5 million",
        [
            "0 point.money over $3.5 million", "1 hedge.more_than over", "1 unit.USD $",
            "1 numeral.arabic 3.5 million", "2 digits 3.5", "2 scale million",
        ],
    ),
    ("约2025年", ["0 date.zh 约2025年", "1 hedge.about 约2025年"]),
    ("三百二十人", ["0 point.count 三百二十人", "1 numeral.chinese 三百二十", "1 unit.人 人"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CASES, ids=[text for text, _ in CASES])
def test_every_part_has_its_rule_and_place(text: str, told: list[str]) -> None:
    scan, _ = scanner().scan(text, "zh", TODAY)
    (figure,) = scan.figures
    assert [
        f"{depth} {part.rule} {text[part.span.start : part.span.end]}"
        for depth, part in tree(text, figure).walk()
    ] == told
