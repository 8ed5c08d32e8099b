"""The comparison with other readers counts what its page says, and runs through with ours alone."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from scanned import shipped
from scripts import script

TEXT = "全长约55公里，共3400户，降幅8.2%，2021年3月开工。"
ABOUT_55_KM, COUNT, SHARE, MONTH = (2, 7), (9, 14), (17, 21), (22, 29)


@pytest.fixture(scope="module")
def cases() -> Any:
    return script("peers_cases")


def gold(cases: Any) -> Any:
    quantities = (
        (ABOUT_55_KM, "55", "kilometer", False),
        (COUNT, "3400", "[count of 户]", False),
        (SHARE, "-8.2", "percent", True),
    )
    figures = [
        cases.Gold((place,), ((Fraction(value), unit),), change=change)
        for place, value, unit, change in quantities
    ]
    return cases.Case(
        TEXT, "zh", "2022-01-26", (*figures, cases.Gold((MONTH,), days=("2021-03-01", "2021-03-31")))
    )


def place(surface: str) -> dict[str, Any]:
    start = TEXT.index(surface)
    return {"start": start, "end": start + len(surface)}


@pytest.mark.parametrize(
    ("reading", "quantities", "dates", "false_alarms"),
    [
        ({**place("55公里"), "value": "55", "unit": "Kilometer"}, 1, 0, 0),
        ({**place("约55公里"), "value": "55.0", "unit": "km"}, 1, 0, 0),
        ({**place("55公里"), "value": "55000", "unit": "meter"}, 1, 0, 0),
        ({**place("55公里"), "value": "55", "unit": "meter"}, 0, 0, 0),
        ({**place("55公里"), "value": "55", "unit": ""}, 0, 0, 0),  # a length needs its unit
        ({**place("5公里"), "value": "55", "unit": "kilometer"}, 0, 0, 0),  # half of its digits
        ({**place("长约55公里"), "value": "55", "unit": "kilometer"}, 0, 0, 0),  # more than the figure
        ({**place("3400"), "value": "3400", "unit": ""}, 1, 0, 0),
        ({**place("3400户"), "value": "3400", "unit": "CNY"}, 0, 0, 0),  # money is no count
        ({**place("8.2%"), "value": "8.2", "unit": "%"}, 1, 0, 0),
        ({**place("8.2%"), "value": "0.082", "unit": ""}, 1, 0, 0),
        ({**place("8.2%"), "value": "82", "unit": "%"}, 0, 0, 0),
        ({**place("2021年3月"), "earliest": "2021-03-01", "latest": "2021-03-31"}, 0, 1, 0),
        ({**place("2021年"), "earliest": "2021-01-01", "latest": "2021-12-31"}, 0, 0, 0),
        ({**place("开工"), "value": "1", "unit": ""}, 0, 0, 1),
    ],
)
def test_a_reading_counts(
    cases: Any, reading: dict[str, Any], quantities: int, dates: int, false_alarms: int
) -> None:
    score = cases.score([gold(cases)], [[reading]], shipped())
    assert (score.quantities, score.dates) == (3, 1)
    assert (score.quantities_right, score.dates_right, score.false_alarms) == (
        quantities,
        dates,
        false_alarms,
    )


def test_a_number_inside_a_quantity_is_one_false_alarm_with_it(cases: Any) -> None:
    empty = cases.Case("A320 和 B52", "zh", "2022-01-26")
    readings = [
        {"start": 1, "end": 4, "value": "320", "unit": ""},
        {"start": 0, "end": 4, "value": "320", "unit": "A"},
    ]
    assert cases.score([empty], [readings], shipped()).false_alarms == 1


def test_an_exception_of_a_reader_is_shown_and_nothing_was_read(cases: Any) -> None:
    score = cases.score([gold(cases)], ["ValueError"], shipped())
    assert (score.failures, score.quantities_right, score.quantities) == ({"ValueError"}, 0, 3)


def test_corpora_hold_figures_dates_and_texts_without_any(cases: Any) -> None:
    found = list(cases.corpora())
    assert any(figure.days for case in found for figure in case.figures)
    assert any(figure.values for case in found for figure in case.figures)
    assert any(not case.figures for case in found)


def test_ours_alone_runs_through() -> None:
    shown = script("peers").run(["claim-verify"], 0.02, Path())
    assert re.search(r"^\| claim-verify \| \d+ of \d+ \| \d+ of \d+ \| \d+ \| ", shown, re.M)
