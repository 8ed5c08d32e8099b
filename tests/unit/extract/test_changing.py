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
            [("80亿元", None, "2021年"), ("100亿元", None, None)],
        ),
        (
            "Visitors to Donglin Park grew from 112,000 in 2021 to 126,000 in 2022.",
            [("112,000", None, "2021"), ("126,000", None, "2022")],
        ),
        (
            "Shipments of robots by Donglin Company rose to 9,840 from 9,105 in the second quarter of 2022.",
            [("9,840", None, None), ("9,105", None, "the second quarter of 2022")],
        ),
        (
            "In 2022 sales at Donglin Company rose to $98m, from $91m a year earlier.",
            [("$98m", None, "2022"), ("$91m", None, "a year earlier")],
        ),
        (
            "In 2022 sales at Donglin Company rose to $98m from $91m.",
            [("$98m", None, "2022"), ("$91m", BEFORE, None)],
        ),
        (
            "In 2022 sales at Donglin Company rose to $98m from its plants in 2 cities.",
            [("$98m", None, "2022"), ("2 cities", None, "2022")],
        ),
        # the verb stands before its rate, or before another pair of its own
        (
            "Visits to Donglin Park rose by 17 per cent, from 61,500 to 72,000.",
            [("17 per cent", None, None), ("61,500", BEFORE, None), ("72,000", None, None)],
        ),
        (
            "Sales at Donglin Company fell 4 per cent, from $54.1m to $52m.",
            [("4 per cent", None, None), ("$54.1m", BEFORE, None), ("$52m", None, None)],
        ),
        (
            "Sales at Donglin Company rose from $91m to $98m and profits from $8m to $11m.",
            [("$91m", BEFORE, None), ("$98m", None, None), ("$8m", BEFORE, None), ("$11m", None, None)],
        ),
        ("Tickets of Donglin Company rose, and cost from $9 to $11.", [("$9 to $11", None, None)]),
        (
            "Prices at Donglin Park rose by 3 per cent. Visits to Donglin Park last from 30 to 45 minutes.",
            [("3 per cent", None, None), ("30 to 45 minutes", None, None)],
        ),
        (
            "东岭公司贫血率由2019年的11.4%降至2022年的6.2%。",
            [("11.4%", None, "2019年"), ("6.2%", None, "2022年")],
        ),
        ("东岭公司投票率从61.9%升到64.7%。", [("61.9%", BEFORE, None), ("64.7%", None, None)]),
        (
            "Donglin Company cut its staff from 320 in 2019 to 280 in 2022.",
            [("320", None, "2019"), ("280", None, "2022")],
        ),
        (
            "Staff at Donglin Company rose from 300 to 346 employees.",
            [("300", BEFORE, None), ("346 employees", None, None)],
        ),
        ("东岭公司门店360家，仓库300座。", [("360家", None, None), ("300座", None, None)]),
        ("东岭公司门店从300家增长20%。", [("300家", None, None), ("20%", None, None)]),
        (
            "Revenue at Donglin Company rose to $15 million in 2022 from $12 million in 2021.",
            [("$15 million", None, "2022"), ("$12 million", None, "2021")],
        ),
        (
            "In 2022 revenue at Donglin Company rose to $15 million from $12 million a year earlier.",
            [("$15 million", None, "2022"), ("$12 million", None, "a year earlier")],
        ),
        (
            "东岭公司不良率由2021年末的1.9%降至1.7%，门店300家。",
            [("1.9%", None, None), ("1.7%", None, None), ("300家", None, None)],
        ),
        (
            "In 2022 Donglin Company cut its staff from 320 in 2019 to 280, and its sales rose to $98m.",
            [("320", None, "2019"), ("280", None, "2022"), ("$98m", None, "2022")],
        ),
        (
            "In 2022 sales at Donglin Company rose to $98m from $91m in 2021, and profit to $3m.",
            [("$98m", None, "2022"), ("$91m", None, "2021"), ("$3m", None, "2022")],
        ),
        (
            "In the first half of 2022 Donglin Company sold for $98m. "
            "Profit rose to $3m from $2m a year earlier.",
            [
                ("$98m", None, "the first half of 2022"),
                ("$3m", None, "the first half of 2022"),
                ("$2m", None, "a year earlier"),
            ],
        ),
        (
            "Sales at Donglin Company rose to $98m from $91m in 2022.",
            [("$98m", None, "2022"), ("$91m", BEFORE, None)],
        ),
        (
            "Sales at Donglin Company were $98m in 2022 (2021: $91m), and its profit was $3m.",
            [("$98m", None, "2022"), ("$91m", None, "2021"), ("$3m", None, "2022")],
        ),
        (
            "2022年，东岭公司营业收入98亿元（2021年：91亿元），净利润3亿元。",
            [("98亿元", None, "2022年"), ("91亿元", None, "2021年"), ("3亿元", None, "2022年")],
        ),
        (
            "2022年上半年，东岭公司净利润由去年同期的2亿元增至3亿元，营业收入98亿元，上年同期为91亿元。",
            [
                ("2亿元", None, "去年同期"),
                ("3亿元", None, "2022年上半年"),
                ("98亿元", None, "2022年上半年"),
                ("91亿元", None, "上年同期"),
            ],
        ),
        (
            "In 2022 the average price at Donglin Company was $98, from $91 in 2020. Its profit was $3m.",
            [("$98", None, "2022"), ("$91", None, "2020"), ("$3m", None, "2022")],
        ),
        (
            "Donglin Company had 98 shops at the end of June and plans to open 12 shops in 2023.",
            [("98 shops", None, None), ("12 shops", None, "2023")],
        ),
        (
            "The ferry of Donglin Company takes 70 minutes instead of 220 minutes.",
            [("70 minutes", None, None), ("220 minutes", BEFORE, None)],
        ),
        (
            "Staff at Donglin Company grew to 346 employees, up from 300.",
            [("346 employees", None, None), ("300", BEFORE, None)],
        ),
    ],
)
def test_former_and_latter(tmp_path: Path, text: str, expected: list[Key]) -> None:
    assert [key(claim) for claim in claims(tmp_path, text)] == expected


@pytest.mark.parametrize(
    ("text", "quote", "attribute", "time", "as_of"),
    [
        (
            "Donglin Railway carried 148,300 passengers in 2022, up 17% from 126,700 in 2021.",
            "126,700",
            "people.passengers",
            "2021",
            None,
        ),
        (
            "Donglin Fund received 508 million yuan in donations by June 30, up from 326 million on June 4.",
            "326 million",
            "money.donation",
            None,
            "June 4",
        ),
        ("Donglin Bridge is longer than 2.9 km.", "longer than 2.9 km", "length.total", None, None),
        (
            "Donglin Bank had 1,200 staff at the end of 2023, compared with 1,100 a year earlier.",
            "1,100",
            "people.staff",
            None,
            "a year earlier",
        ),
    ],
)
def test_what_a_figure_has_come_from(
    tmp_path: Path, text: str, quote: str, attribute: str, time: str | None, as_of: str | None
) -> None:
    (found,) = (claim for claim in claims(tmp_path, text) if claim.quote == quote)
    told = found.qualifiers.time, found.qualifiers.as_of
    assert (found.attribute_id, *(one and one.stated for one in told)) == (attribute, time, as_of)


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("Turnout at Donglin Company was 67.4%, up from 61.9% in 2020.", "rate.turnout"),
        ("Donglin Company's population was 3.2 million, up from 3.1 million in 2020.", "people.population"),
        ("Donglin Company had 320 workers, against 410 in 2010.", "people.staff"),
        ("Donglin Company cost 30 million yuan, compared with 25 million yuan.", "money.investment"),
        ("东岭公司贫血率由2019年的11.4%降至2023年的6.2%。", "~贫血率"),
        ("东岭公司2023年贫血率已降到2.6%，而2019年超过一成。", "~贫血率"),
    ],
)
def test_both_are_of_one_attribute(tmp_path: Path, text: str, attribute: str) -> None:
    assert [claim.attribute_id for claim in claims(tmp_path, text)] == [attribute] * 2


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


def test_what_is_compared_with_is_no_second_value(tmp_path: Path) -> None:
    found = claims(tmp_path, "Donglin Company cost 30 million yuan, compared with 25 million yuan.")
    assert [claim.qualifiers.scope for claim in found] == [None, BEFORE]


def test_a_word_that_joins_compares_nothing(tmp_path: Path) -> None:
    found = claims(tmp_path, "东岭公司拥有300家企业会员，与200家企业签约。")
    assert len({claim.attribute_id for claim in found}) == 2
