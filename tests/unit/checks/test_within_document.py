"""Title, summary and body of one document, and superlatives: what is found, and what is let be."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify import api

Found = list[tuple[str, str]]
WATCHED = {"V109", "V110", "V201", "V202", "V203", "V204", "V205", "V206"}


def findings(folder: Path, documents: dict[str, str]) -> Found:
    for name, text in documents.items():
        (folder / name).write_text(text, "utf-8")
    report = api.check([folder], base=folder)
    return sorted((one.code, one.severity.value) for one in report.findings if one.code in WATCHED)


def article(title: str, body: str, date: str = "2024-05-01") -> str:
    return f"---\ntitle: {title}\ndate: {date}\n---\n\n{body}\n"


RETOLD: list[tuple[str, str, str, Found]] = [
    ("the same", "云岭大桥全长55公里", "云岭大桥全长55公里。", []),
    ("in another unit", "云岭大桥全长55000米", "云岭大桥全长55公里。", []),
    ("another value", "云岭大桥全长65公里", "云岭大桥全长55公里。", [("V202", "error")]),
    ("digits swapped", "云岭大桥总投资1296亿元", "云岭大桥总投资1269亿元。", [("V202", "error")]),
    (
        "another value in the body",
        "云岭大桥通车",
        "云岭大桥全长55公里。云岭大桥全长65公里。",
        [("V201", "error")],
    ),
    ("about is dropped", "云岭大桥全长55公里", "云岭大桥全长约55公里。", [("V203", "note")]),
    ("about is added", "云岭大桥全长约55公里", "云岭大桥全长55公里。", [("V203", "note")]),
    ("about becomes a bound", "云岭大桥全长超55公里", "云岭大桥全长约55公里。", [("V203", "warning")]),
    ("a bound of a bare number", "云岭大桥全长超55公里", "云岭大桥全长55公里。", [("V203", "note")]),
    ("rounded is not another hedge", "云岭大桥全长约55公里", "云岭大桥全长55.3公里。", []),
    (
        "the hedge stands in the body too",
        "云岭大桥全长约55公里",
        "云岭大桥全长约55公里。经测量，大桥全长55公里。",
        [],
    ),
    ("a part becomes the whole", "云湖基地投资20亿元", "云湖基地一期投资20亿元。", [("V204", "warning")]),
    ("of the part in both", "云湖基地一期投资20亿元", "云湖基地一期投资20亿元。", []),
    ("the body has both", "云湖基地投资20亿元", "云湖基地一期投资20亿元。云湖基地总投资20亿元。", []),
    (
        "one of, told as the largest",
        "云岭电站是亚洲最大的水电站",
        "云岭电站是亚洲最大的水电站之一。",
        [("V205", "warning")],
    ),
    (
        "the largest, told as one of",
        "云岭电站是亚洲最大的水电站之一",
        "云岭电站是亚洲最大的水电站。",
        [("V206", "note")],
    ),
    ("the largest in both", "云岭电站是亚洲最大的水电站", "云岭电站是亚洲最大的水电站。", []),
    ("of another region", "云岭电站是亚洲最大的水电站之一", "云岭电站是中国最大的水电站。", []),
    ("of another kind", "云岭电站是亚洲最大的水电站之一", "云岭电站有亚洲最大的变压器。", []),
]


@pytest.mark.parametrize(
    ("title", "body", "expected"), [row[1:] for row in RETOLD], ids=[row[0] for row in RETOLD]
)
def test_title_against_body(tmp_path: Path, title: str, body: str, expected: Found) -> None:
    assert findings(tmp_path, {"a.md": article(title, body)}) == expected


RIVALS: list[tuple[str, tuple[str, str], tuple[str, str], Found]] = [
    (
        "one category, one region",
        ("云岭电站", "亚洲最大的水电站"),
        ("碧溪电站", "亚洲最大的水电站"),
        [("V109", "warning")],
    ),
    (
        "the only one",
        ("云岭电站", "华东唯一的抽水蓄能电站"),
        ("碧溪电站", "华东唯一的抽水蓄能电站"),
        [("V109", "warning")],
    ),
    (
        "two firsts",
        ("云岭电站", "华东首座抽水蓄能电站"),
        ("碧溪电站", "华东首座抽水蓄能电站"),
        [("V110", "warning")],
    ),
    (
        "categories overlap",
        ("云岭电站", "华东首座大型抽水蓄能电站"),
        ("碧溪电站", "华东首座抽水蓄能项目"),
        [("V110", "warning")],
    ),
    ("other regions", ("云岭电站", "华东首座抽水蓄能电站"), ("碧溪电站", "西南首座抽水蓄能电站"), []),
    (
        "one region within the other, place untold",
        ("云岭电站", "浙江首座抽水蓄能电站"),
        ("碧溪电站", "华东首座抽水蓄能电站"),
        [],
    ),
    (
        "both in both regions",
        ("杭州云岭电站", "浙江首座抽水蓄能电站"),
        ("宁波碧溪电站", "华东首座抽水蓄能电站"),
        [("V110", "warning")],
    ),
    ("one of is no rival", ("云岭电站", "亚洲最大的水电站之一"), ("碧溪电站", "亚洲最大的水电站"), []),
    ("other categories", ("云岭电站", "亚洲最大的水电站"), ("碧溪大桥", "亚洲最大的斜拉桥"), []),
    ("other superlatives", ("云岭电站", "亚洲最大的水电站"), ("碧溪电站", "亚洲最高的水电站"), []),
    ("one thing in two documents", ("云岭电站", "亚洲最大的水电站"), ("云岭电站", "亚洲最大的水电站"), []),
]


@pytest.mark.parametrize(("a", "b", "expected"), [row[1:] for row in RIVALS], ids=[row[0] for row in RIVALS])
def test_rivals(tmp_path: Path, a: tuple[str, str], b: tuple[str, str], expected: Found) -> None:
    documents = {
        f"{number}.md": article(f"{name}投产", f"{name}是{rank}。")
        for number, (name, rank) in enumerate((a, b))
    }
    assert findings(tmp_path, documents) == expected


def test_the_largest_of_other_years_are_no_rivals(tmp_path: Path) -> None:
    documents = {
        "a.md": article("云岭电站投产", "云岭电站是亚洲最大的水电站。", "2012-05-01"),
        "b.md": article("碧溪电站投产", "碧溪电站是亚洲最大的水电站。", "2022-05-01"),
    }
    assert findings(tmp_path, documents) == []
