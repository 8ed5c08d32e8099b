"""By what time an amount is told that its own words do not say."""

from __future__ import annotations

import pytest

from tests.unit.extract.test_keys import claims

CASES = [
    ("江州电厂每年可节约标准煤53万吨，减排二氧化碳142万吨。", "142万吨", "per year"),
    ("江州電廠每年可節約標準煤53萬噸，減排二氧化碳142萬噸。", "142萬噸", "per year"),
    ("江州景区每年接待游客30万人次，实现旅游收入3亿元。", "3亿元", "per year"),
    ("江州电厂每天处理垃圾1200吨，发电40万千瓦时。", "40万千瓦时", "per day"),
    # what there is, costs or is told of a time of its own does not go on so
    ("江州电厂每天处理垃圾1200吨，员工120人。", "120人", None),
    ("江州电厂每年发电3亿千瓦时，总投资3亿元。", "3亿元", None),
    ("江州景区每年接待游客30万人次，门票60元。", "60元", None),
    ("江州电厂每年发电3亿千瓦时，2023年减排二氧化碳142万吨。", "142万吨", None),
    ("江州电厂减排二氧化碳142万吨，每年发电3亿千瓦时。", "142万吨", None),
    # what one of many brings
    ("迅鹿快递单票收入2.73元。", "2.73元", "per unit"),
    ("迅鹿快递每票收入2.73元。", "2.73元", "per unit"),
    ("Fawn Express said its revenue per parcel was 2.73 yuan.", "2.73 yuan", "per unit"),
    ("Fawn Express said its sales per store were £3 million.", "£3 million", "per unit"),
    ("Each queue of the Fawn service holds 500 messages.", "500 messages", None),
    # in English it stands behind the last of them, and reaches no further
    (
        "The mill saves 280 million yuan and cuts carbon dioxide emissions by 500 tonnes a year.",
        "280 million yuan",
        "per year",
    ),
    (
        "The mill uses 3 million litres of water and makes 500 tonnes of paper a day.",
        "3 million litres",
        "per day",
    ),
    ("In 2023 the mill saved £3m and cut carbon dioxide emissions by 500 tonnes a year.", "£3m", None),
    ("The mill has 120 workers and makes 500 tonnes of paper a day.", "120 workers", None),
    ("The mill makes 18,000 tonnes of paper a year on six production lines.", "six production lines", None),
]


@pytest.mark.parametrize(("text", "quote", "statistic"), CASES)
def test_by_what_time(text: str, quote: str, statistic: str | None) -> None:
    assert claims(text)[quote].qualifiers.statistic == statistic
