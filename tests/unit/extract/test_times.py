"""When a figure holds: its period, the moment it is as of, and what it is compared with."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.support.scanned import shipped
from tests.unit.extract.test_keys import claims
from verify.extract.extractor import Extractor
from verify.model.claim import Modality
from verify.read import read


@pytest.mark.parametrize(
    ("text", "quote", "time", "as_of"),
    [
        ("谷阳银行上半年净利润8亿元。", "8亿元", "上半年", None),
        ("6月末，谷阳银行总资产300亿元。", "300亿元", None, "6月末"),
        ("2023年底，谷阳市有充电桩4万个。", "4万个", None, "2023年底"),
        ("截至6月末，谷阳公司总资产8亿元。累计获得专利725项。", "725项", None, "6月末"),
        ("截至2023年12月31日，谷阳公司总资产8亿元。员工725人。", "725人", None, "2023年12月31日"),
        ("谷阳公司截至6月末有贷款8亿元。2023年发放奖金725万元。", "725万元", "2023年", None),
        ("上半年末，谷阳公司总资产300亿元。", "300亿元", None, "上半年"),
        ("三季度末，谷阳公司总资产300亿元。", "300亿元", None, "三季度"),
        ("谷阳公司2023年营收8亿元。截至报告期末，公司员工725人。", "725人", None, "报告期末"),
        ("全年出生人口2.3万人，年末家庭户156.9万户。", "156.9万户", None, "年末"),
        ("截至3月底，谷阳平台会员为4010万人，而2023年底为3680万人。", "3680万人", None, "2023年底"),
        ("截至3月底，谷阳平台会员为4010万人，2023年营收8亿元。", "8亿元", "2023年", None),
        ("谷阳古城2013年起发掘，累计发掘面积2.6万平方米。", "2.6万平方米", None, None),
        ("谷阳古城2013年发掘面积2.6万平方米。", "2.6万平方米", "2013年", None),
        ("谷阳古城自2013年9月发掘，至2015年1月结束，累计发掘面积2.6万平方米。", "2.6万平方米", None, None),
        ("谷陽大學2005年由三所學校合併組建，有學生2.3萬人。", "2.3萬人", None, None),
        ("2005年谷阳大学大门重建完成，学生增至2.3万人。", "2.3万人", "2005年", None),
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
        # a date that tells which thing is meant, or which figure is compared with, dates no other
        ("谷阳矿2023年关闭。这座1961年投产的老矿累计产煤1.12亿吨。", "1.12亿吨", None, None),
        ("谷阳公园2023年有野猪27只，2018年为19只；另有植物2316种。", "2316种", "2023年", None),
        ("谷阳公园2023年有野猪27只；2018年有植物2316种。", "2316种", "2018年", None),
        ("The Vale mill made 413 tonnes in 2023, up 36.8% on 2022.", "36.8%", "2023", None),
        (
            "The Vale mill made 413 tonnes in 2023, up 36.8% but short of the 451 tonnes it made in 2019.",
            "36.8%",
            "2023",
            None,
        ),
        (
            "The Vale museum had 413 visitors in 2023, fewer than the 451 it had in 2019. Revenue was $8m.",
            "$8m",
            "2023",
            None,
        ),
        (
            "The Vale museum had 413 visitors in 2019 and 451 in 2023. Revenue was $8m.",
            "$8m",
            "2023",
            None,
        ),
        (
            "Valley Park had few guests in 2021. Of last year's visitors 63,000 came by bus.",
            "63,000",
            "last year",
            None,
        ),
        # a year told before holds no longer behind what has passed since
        ("2014年，谷阳馆藏只有3万件。十年间，馆藏增至9.6万件。", "9.6万件", None, None),
        ("2014年，谷阳厂有工人310人。经过十年发展，该厂有工人4200人。", "4200人", None, None),
        ("1986年，谷陽廠有工人310人。今天，該廠有工人4200人。", "4200人", None, None),
        ("1986年，谷阳厂有工人310人。现在，该厂有工人4200人。", "4200人", None, None),
        ("2014年，谷阳公司营收3亿元。员工4200人。", "4200人", "2014年", None),
        (
            "In 1986 the Vale mill had 310 men. A decade later it had 4,200 workers.",
            "4,200 workers",
            None,
            None,
        ),
        (
            "In 2014 the Vale Museum had 310 objects. Over the next ten years it bought 4,200 objects.",
            "4,200 objects",
            None,
            None,
        ),
        ("The Vale Choir was founded in 1986 and has 126 members.", "126 members", None, None),
        ("The Vale Museum opened in 2012 and houses 12,600 objects.", "12,600 objects", None, None),
        ("谷阳合唱团成立于1956年并有126名团员。", "126名", None, None),
        ("Vale Foods opened 36 shops in 2023 and sold 12,600 phones.", "12,600", "2023", None),
        ("谷阳轮渡2024年载客830万人次，较2023年的780万人次增加6.4%。", "830万人次", "2024年", None),
        ("谷阳轮渡2024年载客830万人次，较2023年的780万人次增加6.4%。", "780万人次", "2023年", None),
        ("谷阳轮渡2024年载客830万人次，较2023年的780万人次增加6.4%。", "6.4%", "2024年", None),
        ("谷阳市人口412万人，与2010年普查的346万人相比，增加66万人。", "346万人", "2010年", None),
        ("谷阳医院2024年营业收入5亿元。净利润3000万元。", "3000万元", "2024年", None),
        ("谷阳车企发布财报。公司上半年卖车3万辆。净利润3000万元。", "3000万元", "上半年", None),
        (
            "谷阳车企发布财报。公司上半年卖车3万辆。净亏损由上年同期的5980万元收窄到3620万元。",
            "3620万元",
            "上半年",
            None,
        ),
        ("谷阳车企发布财报。参观者上半年达3万人。净利润3000万元。", "3000万元", None, None),
        (
            "Vale Energy's second quarter sales were $5m. Its cell has a density of 165 Wh/kg.",
            "165 Wh/kg",
            None,
            None,
        ),
        ("Vale Energy's second quarter sales were $5m. Its profit was $1m.", "$1m", "second quarter", None),
        # what is told of the day of the text is not of the period told before
        ("2023年，谷阳机场完成货运量42.7万吨。目前，机场有员工5600人。", "5600人", None, None),
        ("2023年，谷阳机场完成货运量42.7万吨。目前，机场有员工5600人。出租车800辆。", "800辆", None, None),
        ("2023年，谷阳机场完成货运量42.7万吨，现有员工5600人。", "5600人", None, None),
        ("2023年，谷阳机场完成货运量42.7万吨。机场员工5600人。", "5600人", "2023年", None),
        ("2023年，谷阳机场员工4100人，目前有5600人，去年客流30万人次。", "30万人次", "去年", None),
        ("截至2023年底，谷阳机场现有员工5600人。", "5600人", None, "2023年底"),
        (
            "2023年谷阳机场员工5100人。2024年初至今年9月底客流20万人次。",
            "20万人次",
            "2024年初至今年9月底",
            None,
        ),
        (
            "In 2023, Vale Airport handled 42,000 tonnes. It now has 5,600 employees.",
            "5,600 employees",
            None,
            None,
        ),
        (
            "In 2023, Vale Airport handled 42,000 tonnes. It had 5,600 employees.",
            "5,600 employees",
            "2023",
            None,
        ),
        # a moment to come is that of its event, and the last of some days of nothing that is told behind
        ("谷阳剧院二期预计2028年底开放。总投资9.5亿元。", "9.5亿元", None, None),
        ("谷阳剧院二期预计2028年底开放，总投资9.5亿元，座位725个。", "725个", None, None),
        ("谷阳剧院特展自4月12日展出至8月31日，展出文物320件，全票725元。", "725元", None, None),
        ("到2028年底，谷阳银行将有网点725个。", "725个", "2028年底", None),
        ("截至2023年底，谷阳剧院有会员1.2万人，员工725人。", "725人", None, "2023年底"),
        # what only describes something has a date of its own, as does what happened years ago
        ("The Vale Ferry replaces a ship built in 1978. The city spent $490m on it.", "$490m", None, None),
        ("Vale Foods was reshaped in 2011. Revenue rose to $2bn.", "$2bn", None, None),
        ("In 2021 Vale Foods was reshaped. Revenue rose to $2bn.", "$2bn", "2021", None),
        ("Vale Foods had its best year in 2023. Revenue was $2bn.", "$2bn", "2023", None),
        ("The Vale Harriers, which won the cup in 1999, had 400 members.", "400 members", None, None),
        ("Vale Foods, which moved here in 2019, made a profit of $2bn.", "$2bn", None, None),
        ("Vale Foods, which made a profit of $2bn in 2023, employs 400 people.", "$2bn", "2023", None),
        ("Vale Foods, which made a profit of $2bn in 2023, employs 400 people.", "400 people", None, None),
        # a verb may tell of the day of the text, behind a period that is over
        ("The Vale Museum drew 300,000 visitors last year. A ticket costs $12.", "$12", None, None),
        ("The Vale Museum drew 300,000 visitors last year. A ticket cost $12.", "$12", "last year", None),
        ("In 2023 the Vale mill made 26,000 tonnes. It has 400 employees.", "400 employees", None, None),
        (
            "In 2023 the Vale mill made 26,000 tonnes. It has hired 400 employees.",
            "400 employees",
            "2023",
            None,
        ),
        ("In 2023 the Vale mill made 26,000 tonnes, and that is 5% more.", "5%", "2023", None),
        ("In 2024 the Vale mill made 26,000 tonnes. It has 400 employees.", "400 employees", "2024", None),
        # what is told of an event is of its days
        (
            "9月1日至11日，谷阳购物节成交13亿元。活动期间，平台共发出包裹5万件。",
            "5万件",
            "9月1日至11日",
            None,
        ),
        ("谷阳茶博会于9月1日至4日举行。會議期間，接待客商3万人次。", "3万人次", "9月1日至4日", None),
        ("谷阳车展于9月1日至4日举行，车展期间订单额13亿元。", "13亿元", "9月1日至4日", None),
        ("谷阳车展于9月1日至4日举行。谷阳车展面积3万平方米。", "3万平方米", None, None),
        ("9月1日，谷阳车展开幕。车展期间订单额13亿元。", "13亿元", None, None),
        (
            "The Vale Fair was held from 3 to 6 May. During the fair, 320 people were hired.",
            "320 people",
            "3 to 6 May",
            None,
        ),
        (
            "The Vale Fair ran from 3 to 6 May. It sold 320 cars during the show.",
            "320 cars",
            "3 to 6 May",
            None,
        ),
        ("The Vale Fair ran from 3 to 6 May. Its hall has 320 seats.", "320 seats", None, None),
        # months on end hold for the sentences behind them; a head tells the year of the end of one
        ("1至9月，谷阳县完成投资86亿元。财政收入12亿元。", "12亿元", "1至9月", None),
        (
            "From January to September 2023 Vale Foods sold 300 cars. Profit was $2bn.",
            "$2bn",
            "January to September 2023",
            None,
        ),
        ("9月1日至11日，谷阳县完成投资86亿元。财政收入12亿元。", "12亿元", None, None),
    ],
)
def test_time(text: str, quote: str, time: str | None, as_of: str | None) -> None:
    known = claims(text)[quote].qualifiers
    assert (known.time and known.time.stated, known.as_of and known.as_of.stated) == (time, as_of)


def test_what_is_compared_with_is_compared_with_nothing() -> None:
    found = claims("谷阳轮渡2024年载客830万人次，较2023年的780万人次增加6.4%。")
    assert found["780万人次"].qualifiers.base is None
    assert found["6.4%"].qualifiers.base == "year-on-year"


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("The Vale grid peaked at 48.6 GW, 4.6 percent above last year's maximum.", "year-on-year"),
        ("The Vale grid peaked at 48.6 GW, 4.6 percent above plan.", None),
    ],
)
def test_base(text: str, base: str | None) -> None:
    assert claims(text)["4.6 percent"].qualifiers.base == base


def test_an_answer_is_told_by_what_its_question_counts_by() -> None:
    found = claims("How many visitors are let into the Vale caves per day? No more than 8,000.")
    (limit,) = found.values()
    assert limit.qualifiers.statistic == "per day"


@pytest.mark.parametrize(
    ("text", "quote", "designed"),
    [
        ("谷阳机场设计年旅客吞吐量5900万人次，货邮吞吐量80万吨。", "80万吨", True),
        (
            "谷阳机场设计年旅客吞吐量由2400万人次提升至5900万人次，年货邮吞吐量达到80万吨。",
            "达到80万吨",
            True,
        ),
        ("谷阳机场设计年旅客吞吐量5900万人次，2023年货邮吞吐量42万吨。", "42万吨", False),
        ("谷阳机场设计年旅客吞吐量5900万人次，完成货邮吞吐量42万吨。", "42万吨", False),
        ("谷阳机场设计年旅客吞吐量5900万人次，日均货邮吞吐量42吨。", "42吨", False),
        ("谷阳机场设计年旅客吞吐量5900万人次，总投资216亿元。", "216亿元", False),
        ("谷阳铁路设计时速120公里，年货运量3000万吨。", "3000万吨", False),
    ],
)
def test_what_a_design_goes_on_with(text: str, quote: str, designed: bool) -> None:
    known = claims(text)[quote].qualifiers
    assert (known.modality is Modality.DESIGNED) == designed


def test_the_end_of_a_year_is_of_the_year_in_the_head(tmp_path: Path) -> None:
    file = tmp_path / "table.md"
    file.write_text(
        "# 谷阳公司\n\n| 项目 | 2022年 | 2021年 |\n|---|---|---|\n| 年末资产负债率（%） | 54.2 | 49.8 |\n",
        encoding="utf-8",
    )
    catalog = shipped()
    documents = read([file], languages=catalog.languages).documents
    found = Extractor(catalog).extract(documents[0]).claims
    known = [one.qualifiers.as_of for one in found]
    assert [one and one.latest for one in known] == [dt.date(2022, 12, 31), dt.date(2021, 12, 31)]


@pytest.mark.parametrize(
    ("text", "quote", "latest"),
    [
        ("谷阳公司上半年营收13亿元。", "13亿元", dt.date(2024, 6, 30)),
        ("谷阳公司一季度营收13亿元。", "13亿元", dt.date(2024, 3, 31)),
        ("谷阳公司四季度营收13亿元。", "13亿元", dt.date(2024, 12, 31)),
        ("Vale Foods had a first-quarter profit of $13m.", "$13m", dt.date(2024, 3, 31)),
    ],
)
def test_a_part_of_a_year_is_of_no_later_year(text: str, quote: str, latest: dt.date) -> None:
    told = claims(text)[quote].qualifiers.time  # published on 1 October 2024
    assert told is not None and told.latest == latest


@pytest.mark.parametrize(
    ("title", "text", "quote", "time"),
    [
        ("谷阳公司2023年年度业绩", "公司境外收入13亿元。", "13亿元", "2023年"),
        ("谷阳公司2024年半年度报告", "公司境外收入13亿元。", "13亿元", "2024年半年度"),
        ("谷阳公司上半年净利润增两成", "公司境外收入13亿元。", "13亿元", "上半年"),
        ("谷阳市2023年统计公报", "水产品产量15.7万吨。", "15.7万吨", "2023年"),
        ("Vale Foods: results for the year ended 31 December 2023", "Profit was $13m.", "$13m", "2023-12-31"),
        ("Vale Foods sold fewer phones last year", "It sold 3.2 million phones.", "3.2 million", "last year"),
        # a time of its own, another sort of figure, what is to come and what the title only plans
        ("谷阳公司2023年年度业绩", "2022年，公司境外收入13亿元。", "13亿元", "2022年"),
        ("谷阳公司2023年年度业绩", "公司员工1300人。", "1300人", None),
        ("谷阳公司2023年年度业绩", "公司计划境外收入13亿元。", "13亿元", None),
        ("谷阳公司2025年将上市", "公司境外收入13亿元。", "13亿元", None),
        ("谷阳公司9月28日发布财报", "公司境外收入13亿元。", "13亿元", None),
        ("谷阳公司2023年与2022年业绩", "公司境外收入13亿元。", "13亿元", None),
        ("谷阳公司发布财报", "公司境外收入13亿元。", "13亿元", None),
    ],
)
def test_what_flows_is_of_the_time_on_which_the_title_reports(
    title: str, text: str, quote: str, time: str | None
) -> None:
    told = claims(text, title)[quote].qualifiers.time
    if time is None or told is None:
        assert told is time
    else:
        assert time in (told.stated, str(told.latest))
