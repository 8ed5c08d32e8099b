"""What is right within rounding is never reported; what the written digits exclude always is.

Triples are generated, written out, rounded as a writer would, and read back by the whole program.
"""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from checked import codes

LAW = settings(max_examples=60, deadline=None)
values = st.integers(min_value=10_000, max_value=9_999_999).map(lambda n: Fraction(n, 1000))
places = st.integers(min_value=0, max_value=2)
shift = st.sampled_from([-3, -2, -1, 1, 2, 3])
HALF = Fraction(1, 2)


def unit(digits: int) -> Fraction:
    return Fraction(1, 10**digits)


def rounded(value: Fraction, digits: int) -> Fraction:
    return (value / unit(digits) + HALF).__floor__() * unit(digits)


def written(value: Fraction, digits: int) -> str:
    scaled = int(value * 10**digits)
    whole, rest = divmod(scaled, 10**digits)
    return f"{whole}.{rest:0{digits}}" if digits else str(whole)


def growth(old: str, new: str, rate: str) -> set[str]:
    return codes(f"东岭公司营业收入从{old}亿元增至{new}亿元，增长{rate}%。")


@LAW
@given(values, values, places, places)
def test_a_growth_that_is_right_within_rounding(x: Fraction, y: Fraction, digits: int, finer: int) -> None:
    low, high = sorted((x, y))
    old, new = rounded(low, digits), rounded(high, digits)
    rate = rounded((high / low - 1) * 100, finer)
    assume(old < new and 0 < rate < 10_000)
    assert growth(written(old, digits), written(new, digits), written(rate, finer)) == set()


@LAW
@given(values, values, places, places, shift)
def test_a_growth_that_is_off_in_its_last_digit(
    x: Fraction, y: Fraction, digits: int, finer: int, by: int
) -> None:
    """Reported if, and only if, no values that round to the two written ones give such a rate."""
    old, new = (rounded(one, digits) for one in sorted((x, y)))
    assume(old < new)
    rate = rounded((new / old - 1) * 100, finer) + by * unit(finer)
    assume(0 < rate < 10_000)
    half = unit(digits) / 2
    least, most = ((new - half) / (old + half) - 1) * 100, ((new + half) / (old - half) - 1) * 100
    excluded = rate + unit(finer) / 2 <= least or rate - unit(finer) / 2 >= most
    found = growth(written(old, digits), written(new, digits), written(rate, finer))
    assert found == ({"V301"} if excluded else set())


@LAW
@given(values, values, places)
def test_a_sum_that_is_right_within_rounding(x: Fraction, y: Fraction, digits: int) -> None:
    a, b, whole = (written(rounded(one, digits), digits) for one in (x, y, x + y))
    assert codes(f"一期投资{a}亿元、二期投资{b}亿元，合计{whole}亿元。") == set()


@LAW
@given(values, values, places, shift)
def test_a_sum_that_is_off_in_its_last_digit(x: Fraction, y: Fraction, digits: int, by: int) -> None:
    """Three figures may each be half of their last digit off, so one digit is not excluded, two are.

    Both ends of the three are half open: two digits too high touch at an end that none of them holds.
    """
    a, b = rounded(x, digits), rounded(y, digits)
    whole = a + b + by * unit(digits)
    first, second, both = (written(one, digits) for one in (a, b, whole))
    found = codes(f"一期投资{first}亿元、二期投资{second}亿元，合计{both}亿元。")
    assert found == ({"V303"} if abs(by) > 1 else set())


@LAW
@given(st.integers(2, 999), st.integers(2, 999), shift)
def test_what_is_counted_is_added_exactly(men: int, women: int, by: int) -> None:
    assume(men + women + by > max(men, women))
    assert codes(f"代表共{men + women}人，其中男代表{men}人、女代表{women}人。") == set()
    assert codes(f"代表共{men + women + by}人，其中男代表{men}人、女代表{women}人。") == {"V303"}


@LAW
@given(values, values, places, places)
def test_a_share_that_is_right_within_rounding(x: Fraction, y: Fraction, digits: int, finer: int) -> None:
    part, whole = sorted((x, y))
    share = rounded(part / whole * 100, finer)
    assume(part < whole and 0 < share < 100)
    a, b = (written(rounded(one, digits), digits) for one in (part, whole))
    assert codes(f"林场总面积{b}万亩，其中竹林{a}万亩，占{written(share, finer)}%。") == set()


@LAW
@given(values, values, places, shift)
def test_a_share_that_is_off_in_its_last_digit(x: Fraction, y: Fraction, finer: int, by: int) -> None:
    part, whole = (rounded(one, 2) for one in sorted((x, y)))
    share = rounded(part / whole * 100, finer) + by * unit(finer)
    assume(part < whole and 0 < share < 100)
    half = unit(2) / 2
    least, most = (part - half) / (whole + half) * 100, (part + half) / (whole - half) * 100
    excluded = share + unit(finer) / 2 <= least or share - unit(finer) / 2 >= most
    a, b, told = written(part, 2), written(whole, 2), written(share, finer)
    found = codes(f"林场总面积{b}万亩，其中竹林{a}万亩，占{told}%。")
    assert found == ({"V302"} if excluded else set())


@LAW
@given(st.integers(2, 9_999), st.integers(2, 9_999), places)
def test_a_ratio_that_is_right_within_rounding(men: int, women: int, digits: int) -> None:
    """But for 1:1, which says that both are one number; 1.0:1 leaves room."""
    ratio = rounded(Fraction(men, women), digits)
    assume(ratio > 0 and written(ratio, digits) != "1")
    assert codes(f"男{men}人、女{women}人，男女比例为{written(ratio, digits)}:1。") == set()


@LAW
@given(st.integers(2, 9_999), st.integers(2, 9_999), places, shift)
def test_a_ratio_that_is_off_in_its_last_digit(men: int, women: int, digits: int, by: int) -> None:
    """People are whole, so only the written ratio has room: half of its last digit, the upper end left out.

    A written 1 is the measure: both sides of 1:1 are exact.
    """
    exact = Fraction(men, women)
    ratio = rounded(exact, digits) + by * unit(digits)
    assume(ratio > 0)
    half = unit(digits) / 2 if written(ratio, digits) != "1" else Fraction(0)
    excluded = not (ratio - half <= exact < ratio + half) and exact != ratio
    found = codes(f"男{men}人、女{women}人，男女比例为{written(ratio, digits)}:1。")
    assert found == ({"V304"} if excluded else set())


@LAW
@given(values, values, places)
def test_a_difference_that_is_right_within_rounding(x: Fraction, y: Fraction, digits: int) -> None:
    low, high = sorted((x, y))
    old, new, more = (rounded(one, digits) for one in (low, high, high - low))
    assume(old < new and more > 0)
    told = [written(one, digits) for one in (old, new, more)]
    assert codes(f"营业收入从{told[0]}亿元增至{told[1]}亿元，增加{told[2]}亿元。") == set()


@LAW
@given(values, values, places, shift)
def test_a_difference_that_is_off_in_its_last_digit(x: Fraction, y: Fraction, digits: int, by: int) -> None:
    """As of a sum: one digit is not excluded, two are."""
    old, new = (rounded(one, digits) for one in sorted((x, y)))
    more = new - old + by * unit(digits)
    assume(old < new and more > 0)
    told = [written(one, digits) for one in (old, new, more)]
    found = codes(f"营业收入从{told[0]}亿元增至{told[1]}亿元，增加{told[2]}亿元。")
    assert found == ({"V305"} if abs(by) > 1 else set())


@LAW
@given(st.integers(2, 9_999), st.integers(1, 9_999), shift)
def test_what_is_counted_is_taken_away_exactly(old: int, more: int, by: int) -> None:
    assume(more + by > 0)
    assert codes(f"门店从{old}家增至{old + more}家，增加了{more}家。") == set()
    assert codes(f"门店从{old}家增至{old + more}家，增加了{more + by}家。") == {"V305"}
