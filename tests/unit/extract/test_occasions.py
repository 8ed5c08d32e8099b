"""A holiday is a part of its year: what is told of it is not told of the year."""

from __future__ import annotations

import pytest

from tests.unit.extract.test_keys import claims

SPRING, NATIONAL, FIRST = "spring festival", "national day", "first day"


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("2023年春节档，星海影院票房收入8.64亿元；观影人次1620万。", {"8.64亿元": SPRING, "1620万": SPRING}),
        ("星海影院2023年春节档票房8.6亿元，2023年票房62亿元。", {"8.6亿元": SPRING, "62亿元": None}),
        (
            "国庆假期，星海公园接待游客3.2万人次，星海博物馆接待观众1.1万人次。",
            {"3.2万人次": NATIONAL, "1.1万人次": NATIONAL},
        ),
        ("春节假期星海公园接待游客3.2万人次。星海公园面积26公顷。", {"3.2万人次": SPRING, "26公顷": None}),
        (
            "春节假期，星海公园接待游客3.2万人次；2月，星海公园接待游客8万人次。",
            {"3.2万人次": SPRING, "8万人次": None},
        ),
        (
            "Star Park had 32,000 visitors over the National Day holiday, and Star Museum 11,000 visitors.",
            {"32,000 visitors": NATIONAL, "11,000 visitors": NATIONAL},
        ),
        ("Star Park has 32,000 trees.", {"32,000 trees": None}),
        ("开业首日，星海公园接待游客5300人次，成人票价为120元。", {"5300人次": FIRST, "120元": None}),
        ("2023年春节档，星海影院票房8.6亿元，平均票价53.3元。", {"8.6亿元": SPRING, "53.3元": SPRING}),
        ("首日，星海医院门诊接诊612人次。", {"612人次": f"{FIRST}, outpatient"}),
        ("On its first day Star Park had 5,300 visitors.", {"5,300 visitors": FIRST}),
        ("On its busiest day Star Park had 5,300 visitors.", {"5,300 visitors": "busiest day"}),
        ("最繁忙的一天，星海公园接待游客1.2万人次。", {"1.2万人次": "busiest day"}),
        ("Star Park had 5,300 visitors a day.", {"5,300 visitors a day": None}),
    ],
)
def test_what_is_told_of_an_occasion(text: str, scopes: dict[str, str | None]) -> None:
    found = claims(text)
    assert {quote: found[quote].qualifiers.scope for quote in scopes} == scopes
