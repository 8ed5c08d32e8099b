"""Columns tell of a table what claim by claim is told of it, and the two ways of reading a number are one."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checked import shipped
from verify.engine import Here

pytest.importorskip("pandas")

from verify.tables import TableReport, check_table
from verify.tables.agreeing import Values, agreeing, worths
from verify.tables.reading import Meanings

HEAD = ["source", "entity", "attribute", "value", "unit", "date"]
NUMBERS = st.one_of(
    st.sampled_from(
        ["0", "1", "25", "250", "1200", "1250", "1249", "12.5", "12.50", "0.5", "100", "105", "110"]
    ),
    st.integers(0, 3000).map(str),
    st.decimals(0, 40, places=1).map(str),
)
WORDS = st.sampled_from(["约25", "超过100", "25至30", "十二", "1,200", "-5", "数十", "abc"])
ROW = st.tuples(
    st.sampled_from(["甲报", "乙报", "丙报", "新华网", "新华社"]),
    st.sampled_from([*["青松大桥"] * 6, "青 松 大 桥", "白鹭大桥"]),
    st.sampled_from([*["指标"] * 5, "length", "office staff"]),
    st.one_of(NUMBERS, NUMBERS, NUMBERS, WORDS),
    st.sampled_from([*["公里"] * 7, "米", "米", "万元", "元", "人", "", "年", "℃"]),
    st.sampled_from([*["2021"] * 6, "", "", "2021-03", "2022", "2021年", "昨天"]),
)
"""Most are of one fact."""


def judged(path: Path, rows: list[tuple[str, ...]], *, columnar: bool) -> TableReport:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([HEAD, *rows])
    return check_table(path, shipped(), Here(shipped()), columnar=columnar)


@given(st.lists(ROW, min_size=1, max_size=25))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_columns_tell_what_claims_tell(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    quick, plain = (judged(tmp_path / "table.csv", rows, columnar=way) for way in (True, False))
    assert quick.verdicts == plain.verdicts
    assert quick.findings == plain.findings
    assert quick.issues == plain.issues


@pytest.mark.parametrize("dates", [("2021-03", "2021"), ("2021", "2022"), ("", "2021"), ("2021", "2021")])
@pytest.mark.parametrize("values", [("0", "38.0"), ("38.0", "38")])
def test_what_has_no_time_is_one_fact_whatever_the_dates(
    tmp_path: Path, dates: tuple[str, str], values: tuple[str, str]
) -> None:
    rows = [
        (source, "青松大桥", "length", value, "公里", date)
        for source, value, date in zip(["甲报", "乙报"], values, dates, strict=True)
    ]
    quick, plain = (judged(tmp_path / "table.csv", rows, columnar=way) for way in (True, False))
    assert quick.verdicts == plain.verdicts
    assert quick.findings == plain.findings


def test_two_names_of_one_agency_count_as_in_claims(tmp_path: Path) -> None:
    rows = [(source, "青松大桥", "指标", "250", "公里", "2021") for source in ("新华网", "新华社")]
    quick, plain = (judged(tmp_path / "table.csv", rows, columnar=way) for way in (True, False))
    assert quick.verdicts == plain.verdicts


def test_a_row_without_a_date_tells_of_its_source_in_every_fact(tmp_path: Path) -> None:
    # 乙报 tells 0 for 2021 and 1 for no date: whether it is of one mind decides about 2021 as well
    rows = [
        ("甲报", "青松大桥", "指标", "0", "公里", "2021"),
        ("甲报", "青松大桥", "指标", "0", "公里", "2021-03"),
        ("乙报", "青松大桥", "指标", "0", "公里", "2021"),
        ("乙报", "青松大桥", "指标", "1", "公里", ""),
        ("丙报", "青松大桥", "指标", "1", "公里", "2021"),
    ]
    quick, plain = (judged(tmp_path / "table.csv", rows, columnar=way) for way in (True, False))
    assert quick.verdicts == plain.verdicts
    assert quick.findings == plain.findings


@given(NUMBERS, st.sampled_from(["公里", "米", "万元", "亿元", "人", "PFLOPS", "%", ""]))
@settings(deadline=None, max_examples=60)
def test_a_number_in_plain_digits_is_read_as_a_text_is(digits: str, spelling: str) -> None:
    meanings = Meanings(shipped())
    unit = meanings.unit(spelling)
    assert unit is not None
    assert unit.quantity(digits) == meanings.quantity(f"{digits}{spelling}")


@pytest.mark.parametrize("spelling", ["年", "月", "℃", "什么东西啊", "号"])
def test_units_that_leave_numbers_not_what_they_are(spelling: str) -> None:
    assert Meanings(shipped()).unit(spelling) is None


def test_worths_are_whole_multiples_of_one() -> None:
    # 1, 1000 and 2000/3: all are multiples of 1/3; their greatest common measure is 1/3
    assert worths([Fraction(1), Fraction(1000), Fraction(2000, 3)]) == [3, 3000, 2000]
    assert worths([Fraction(10**15), Fraction(10**18)]) == [1, 1000]


def test_what_does_not_fit_is_not_decided() -> None:
    import numpy as np

    def column(*numbers: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        return np.array(numbers, dtype=np.int64)

    values = Values(
        fact=column(0, 0, 1, 1),
        whole=column(5, 5, 10**15, 10**15),
        places=column(0, 0, 0, 0),
        scale=column(1, 1, 1, 1),
        worth=column(1, 1, 1000, 1000),
        tolerance=column(0, 0, 0, 0),
        below=column(1, 1, 1, 1),
    )
    assert agreeing(values, 2).tolist() == [True, False]
