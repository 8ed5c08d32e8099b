"""Write a value in any form and read it back exactly."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from scanned import Found, read
from verify.lang import lunar
from verify.model.quantity import Hedge

LAW = settings(max_examples=150, deadline=None)
DIGITS = "零一二三四五六七八九"
PLACES = ("", "十", "百", "千")
METRIC = {"m": 1, "km": 1000, "mm": Fraction(1, 1000), "cm": Fraction(1, 100)}

wholes = st.integers(min_value=1, max_value=9_999_999_999)
decimals = st.decimals(min_value=Decimal("0.1"), max_value=Decimal("99999"), places=2)


def one(text: str) -> Found:
    found = read(text)
    assert [figure.text for figure in found] == [text]
    return found[0]


def number(text: str) -> Fraction:
    quantity = one(text).quantity
    assert quantity is not None
    return quantity.number


def four_digits(value: int) -> str:
    """Write a number below 10000 in Chinese, with every 零 it needs."""
    text, gap = "", False
    for place in range(3, -1, -1):
        digit = value // 10**place % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + PLACES[place]
            gap = False
        else:
            gap = bool(text)
    return text


def chinese(value: int) -> str:
    """Write a whole number in Chinese: 一亿零五十万三千."""
    text, gap = "", False
    for scale, word in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part = value // scale % 10**4
        if part:
            text += ("零" if text and (gap or part < 1000) else "") + four_digits(part) + word
            gap = False
        else:
            gap = bool(text)
    return text


@LAW
@given(wholes)
def test_arabic_digits(value: int) -> None:
    assert number(f"{value}吨") == number(f"{value:,}吨") == value


@LAW
@given(wholes)
def test_chinese_digits(value: int) -> None:
    assert number(f"{chinese(value)}吨") == value


@LAW
@given(decimals, st.sampled_from([("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]))
def test_mixed_scales(value: Decimal, scale: tuple[str, int]) -> None:
    assert number(f"{value}{scale[0]}吨") == Fraction(value) * scale[1]


@LAW
@given(decimals, st.sampled_from([("thousand", 10**3), ("million", 10**6), ("billion", 10**9)]))
def test_english_scales(value: Decimal, scale: tuple[str, int]) -> None:
    assert number(f"{value} {scale[0]} tonnes") == Fraction(value) * scale[1]


@LAW
@given(decimals)
def test_percent_in_three_spellings(value: Decimal) -> None:
    assert number(f"{value}%") == number(f"百分之{value}") == number(f"{value} percent") == Fraction(value)


@LAW
@given(decimals, st.sampled_from(sorted(METRIC)))
def test_prefixes_scale_the_base_number(value: Decimal, unit: str) -> None:
    quantity = one(f"{value} {unit}").quantity
    assert quantity is not None
    assert (quantity.unit.base, quantity.base_number) == ("meter", Fraction(value) * METRIC[unit])


@LAW
@given(wholes, wholes)
def test_range_reads_both_ends(first: int, second: int) -> None:
    low, high = sorted((first, second))
    quantity = one(f"{low}吨至{high}吨").quantity
    assert quantity is not None
    assert [numeral.value for numeral in quantity.numerals] == [low, high]


@LAW
@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_dates(day: dt.date) -> None:
    month = day.strftime("%B")
    for text in (
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
    ):
        period = one(text).figure.period
        assert period is not None
        assert (period.earliest, period.latest) == (day, day)


@LAW
@given(
    st.text(
        alphabet="0123456789.,一二三十百千万亿零两半几多约超近至-~%℃年月日个家元公里 abkmO:/（）第",
        max_size=40,
    )
)
def test_nothing_raises_and_figures_stand_in_order(text: str) -> None:
    found = read(text)
    assert all(0 <= figure.start < figure.end <= len(text) for figure in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


# --- any value in any form

MANY = settings(max_examples=250, deadline=None)
CAPITALS = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
TRADITIONAL = str.maketrans("万亿吨", "萬億噸")
FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")
ONES = [
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
PREFIXES = {"k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18}
HEDGES = {
    "{}": Hedge.BARE, "约{}": Hedge.ABOUT, "{}左右": Hedge.ABOUT, "超过{}": Hedge.MORE_THAN,
    "至少{}": Hedge.AT_LEAST, "{}以上": Hedge.AT_LEAST, "近{}": Hedge.NEARLY, "不到{}": Hedge.LESS_THAN,
    "不超过{}": Hedge.AT_MOST, "{}以内": Hedge.AT_MOST, "恰好{}": Hedge.EXACTLY,
}  # fmt: skip
CURRENCIES = {
    "${}": "USD",
    "{}美元": "USD",
    "€{}": "EUR",
    "{}欧元": "EUR",
    "{}元": "CNY",
    "RMB {}": "CNY",
    "HK${}": "HKD",
}


def english(value: int) -> str:
    """Write a whole number in English: two hundred and ten thousand and five."""
    words, rest = [], value
    for worth, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if part := rest // worth:
            words.append(f"{below_thousand(part)} {name}")
            rest %= worth
    if rest:
        joint = "and " if words and rest < 100 else ""
        words.append(joint + below_thousand(rest))
    return " ".join(words)


def below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    words = [f"{ONES[hundreds]} hundred"] if hundreds else []
    if rest:
        tens = ONES[rest] if rest < 20 else "-".join(filter(None, (TENS[rest // 10], ONES[rest % 10])))
        words.append(tens)
    return " and ".join(words)


@MANY
@given(wholes)
def test_english_words(value: int) -> None:
    assert number(f"{english(value)} tonnes") == number(f"{english(value).capitalize()} tonnes") == value


@MANY
@given(st.integers(10, 9_999_999_999))
def test_capitals_traditional_and_full_width(value: int) -> None:
    told = chinese(value)
    assert number(f"{told.translate(CAPITALS)}吨") == value
    assert number(f"{told}吨".translate(TRADITIONAL)) == value
    assert number(f"{value}吨".translate(FULL_WIDTH)) == value


@MANY
@given(st.integers(1, 9999), st.integers(0, 9999), st.integers(0, 9999))
def test_stacked_scales(hundreds: int, tens: int, rest: int) -> None:
    written = f"{hundreds}亿" + (f"{tens}万" if tens else "") + (f"{rest}" if rest > 9 else "")
    assert number(f"{written}吨") == hundreds * 10**8 + tens * 10**4 + (rest if rest > 9 else 0)


@MANY
@given(decimals, st.sampled_from(sorted(PREFIXES)), st.sampled_from(["W", "Wh", "FLOPS", "Hz", "B", "bps"]))
def test_prefixes_of_any_unit(value: Decimal, prefix: str, unit: str) -> None:
    small, large = one(f"{value} {unit}").quantity, one(f"{value} {prefix}{unit}").quantity
    assert small is not None and large is not None
    assert large.base_number == small.base_number * 10 ** PREFIXES[prefix]
    assert large.unit.base == small.unit.base


@MANY
@given(decimals, st.integers(-9, 18))
def test_powers_of_ten(value: Decimal, power: int) -> None:
    raised = str(power).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    for text in (f"{value}×10^{power}", f"{value} × 10{raised}", f"{value}e{power}"):
        assert number(f"{text} 吨") == Fraction(value) * Fraction(10) ** power


@MANY
@given(decimals, st.sampled_from(sorted(HEDGES)))
def test_hedges_leave_the_value(value: Decimal, hedge: str) -> None:
    quantity = one(hedge.format(f"{value}万吨")).quantity
    assert quantity is not None
    assert (quantity.hedge, quantity.number) == (HEDGES[hedge], Fraction(value) * 10**4)


@MANY
@given(decimals, st.sampled_from(sorted(CURRENCIES)))
def test_money_keeps_its_currency(value: Decimal, form: str) -> None:
    quantity = one(form.format(value)).quantity
    assert quantity is not None
    assert (quantity.unit.name, quantity.number) == (CURRENCIES[form], Fraction(value))


@MANY
@given(st.integers(-60, 60), st.integers(-60, 60))
def test_ranges_keep_their_signs(first: int, second: int) -> None:
    low, high = sorted((first, second))
    quantity = one(f"{low}℃至{high}℃").quantity
    assert quantity is not None
    assert [numeral.value for numeral in quantity.numerals] == [low, high]


@MANY
@given(st.dates(min_value=dt.date(1901, 1, 1), max_value=dt.date(2099, 1, 1)))
def test_every_day_has_one_lunar_day(day: dt.date) -> None:
    year = lunar.year_of(day)
    months = [(m, leap) for m in range(1, 13) for leap in (False, True)]
    found = [
        (m, leap)
        for m, leap in months
        if (one := lunar.month_of(year, m, leap=leap)) and one.earliest <= day <= one.latest
    ]
    assert len(found) == 1


@MANY
@given(
    st.text(alphabet="0123456789", min_size=1, max_size=12),
    st.lists(st.sampled_from("\u200b\u200d\u2060\ufeff\u00ad"), max_size=3),
    st.data(),
)
def test_what_is_invisible_changes_nothing(digits: str, marks: list[str], data: st.DataObject) -> None:
    text = digits
    for mark in marks:
        place = data.draw(st.integers(1, len(text)))
        text = text[:place] + mark + text[place:]
    assert number(f"1{text}吨") == int(f"1{digits}")
