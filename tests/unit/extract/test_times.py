"""When a figure holds: its period, the moment it is as of, and what it is compared with."""

from __future__ import annotations

import pytest

from tests.unit.extract.test_keys import claims


@pytest.mark.parametrize(
    ("text", "quote", "time", "as_of"),
    [
        ("谷阳银行上半年净利润8亿元。", "8亿元", "上半年", None),
        ("6月末，谷阳银行总资产300亿元。", "300亿元", None, "6月末"),
        ("2023年底，谷阳市有充电桩4万个。", "4万个", None, "2023年底"),
        ("全年出生人口2.3万人，年末家庭户156.9万户。", "156.9万户", None, "年末"),
        ("截至3月底，谷阳平台会员为4010万人，而2023年底为3680万人。", "3680万人", None, "2023年底"),
        ("截至3月底，谷阳平台会员为4010万人，2023年营收8亿元。", "8亿元", "2023年", None),
        ("谷阳古城2013年起发掘，累计发掘面积2.6万平方米。", "2.6万平方米", None, None),
        ("谷阳古城2013年发掘面积2.6万平方米。", "2.6万平方米", "2013年", None),
        (
            "Since 2013 the Vale mill has made 26,000 tonnes of flour.",
            "26,000 tonnes",
            None,
            None,
        ),
        (
            "In 2013 the Vale mill made 26,000 tonnes of flour.",
            "26,000 tonnes",
            "2013",
            None,
        ),
        ("谷阳轮渡2024年载客830万人次，较2023年的780万人次增加6.4%。", "830万人次", "2024年", None),
        ("谷阳轮渡2024年载客830万人次，较2023年的780万人次增加6.4%。", "780万人次", "2023年", None),
        ("谷阳轮渡2024年载客830万人次，较2023年的780万人次增加6.4%。", "6.4%", "2024年", None),
        ("谷阳市人口412万人，与2010年普查的346万人相比，增加66万人。", "346万人", "2010年", None),
    ],
)
def test_time(text: str, quote: str, time: str | None, as_of: str | None) -> None:
    known = claims(text)[quote].qualifiers
    assert (known.time and known.time.stated, known.as_of and known.as_of.stated) == (time, as_of)


def test_what_is_compared_with_is_compared_with_nothing() -> None:
    found = claims("谷阳轮渡2024年载客830万人次，较2023年的780万人次增加6.4%。")
    assert found["780万人次"].qualifiers.base is None
    assert found["6.4%"].qualifiers.base == "year-on-year"
