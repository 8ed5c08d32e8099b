"""H, S and W of each row of SEMANTICS §3, derived by hand from the page."""

from __future__ import annotations

from fractions import Fraction

import pytest

from builders import CELSIUS, FLOPS, KM, LI, PEOPLE, PFLOPS, SHARE, M, between, num, q, raw, span
from verify.model.quantity import Form, Hedge
from verify.normalize.bounds import bounded

H = Hedge

ROWS = [
    # stated, value, u, p, hedge, H, S
    ("55", "55", "1", "1", H.BARE, "[54.5, 55.5)", "[54.5, 55.5)"),
    ("10.51万", "105100", "100", "100", H.BARE, "[105050, 105150)", "[105050, 105150)"),
    ("35.0万", "350000", "1000", "10000", H.BARE, "[349500, 350500)", "[349500, 350500)"),
    ("0", "0", "1", "1", H.BARE, "[-1/2, 1/2)", "[-1/2, 1/2)"),
    ("恰好55", "55", "1", "1", H.EXACTLY, "[55, 55]", "[55, 55]"),
    # 25 % of 1269 is 317.25, 25p is 25; 5 % is 63.45, 5p is 5
    ("约1269", "1269", "1", "1", H.ABOUT, "[1244, 1294]", "[1264, 1274]"),
    # 25 % of 1200 is 300, 25p is 2500; 5 % is 60, 5p is 500
    ("约1200", "1200", "1", "100", H.ABOUT, "[900, 1500]", "[1140, 1260]"),
    ("超过1200", "1200", "1", "100", H.MORE_THAN, "(1200, ∞)", "(1200, 1300]"),
    ("至少300", "300", "1", "100", H.AT_LEAST, "[300, ∞)", "[300, 600]"),
    ("近1000", "1000", "1", "1000", H.NEARLY, "(500, 1000)", "[900, 1000)"),
    ("不到1000", "1000", "1", "1000", H.LESS_THAN, "(−∞, 1000)", "[500, 1000)"),
    ("不超过35", "35", "1", "5", H.AT_MOST, "(−∞, 35]", "[35/2, 35]"),
    ("10余", "10", "1", "10", H.BETWEEN, "(10, 20)", "(10, 20)"),
    ("50多", "50", "1", "10", H.BETWEEN, "(50, 60)", "(50, 60)"),
    # 5210万: the last digit that is not zero is worth 10万
    ("5210万余", "52100000", "10000", "100000", H.BETWEEN, "(52100000, 52200000)", "(52100000, 52200000)"),
    # negative numbers by |x|, mirrored, open and closed ends too
    ("-5", "-5", "1", "1", H.BARE, "(-5.5, -4.5]", "(-5.5, -4.5]"),
    ("超过-5", "-5", "1", "1", H.MORE_THAN, "(−∞, -5)", "[-6, -5)"),
    ("至少-3", "-3", "1", "1", H.AT_LEAST, "(−∞, -3]", "[-6, -3]"),
    ("近-10", "-10", "1", "10", H.NEARLY, "(-10, -5)", "(-10, -9]"),
    ("约-100", "-100", "1", "100", H.ABOUT, "[-125, -75]", "[-105, -95]"),
    ("不到-5", "-5", "1", "1", H.LESS_THAN, "(-5, ∞)", "(-5, -5/2]"),
    # what the page leaves open for 0
    ("接近0", "0", "1", "1", H.NEARLY, "[-1, 1]", "[-1/2, 1/2]"),
    ("低于0", "0", "1", "1", H.LESS_THAN, "(−∞, 0)", "[-1, 0)"),
]


@pytest.mark.parametrize(
    ("stated", "value", "u", "p", "hedge", "hard", "soft"), ROWS, ids=[row[0] for row in ROWS]
)
def test_wording(stated: str, value: str, u: str, p: str, hedge: Hedge, hard: str, soft: str) -> None:
    found = q(stated, value, u, p, M, hedge)
    assert (found.hard, found.soft) == (span(hard), span(soft))


WIDE = [
    ("1200", "1", "100", "[1150, 1300)"),
    ("100", "1", "100", "[95, 110)"),
    ("5000", "1", "1000", "[4950, 5100)"),
    ("30000", "10000", "10000", "[25000, 35000)"),
    ("189", "1", "1", "[188.5, 189.5)"),
    ("190", "1", "10", "[185, 200)"),
    ("30", "1", "10", "[29.5, 30.5)"),
    ("35.0", "0.1", "1", "[34.95, 35.05)"),
    ("-1200", "1", "100", "(-1300, -1150]"),
    ("0", "1", "1", "[-0.5, 0.5)"),
    ("0.5", "0.1", "0.1", "[0.45, 0.55)"),
]


@pytest.mark.parametrize(("value", "u", "p", "wide"), WIDE)
def test_wide_unit_of_a_bare_number(value: str, u: str, p: str, wide: str) -> None:
    assert q(value, value, u, p, M).wide == span(wide)


def test_wide_is_hard_when_hedged() -> None:
    found = q("约1200", "1200", "1", "100", M, H.ABOUT)
    assert found.wide == found.hard


def test_fraction_in_words_is_about_and_has_no_digits() -> None:
    # two thirds: ±25 % is 1/6, ±5 % is 1/30
    found = bounded(raw("三分之二", num("2/3", "1", "", kind="fraction"), M))
    assert (found.hedge, found.hard, found.soft) == (H.ABOUT, span("[1/2, 5/6]"), span("[19/30, 7/10]"))


def test_more_than_a_fraction_reaches_a_quarter_further() -> None:
    found = bounded(raw("超过一半", num("1/2", "1", "", kind="fraction"), M, H.MORE_THAN))
    assert (found.hard, found.soft) == (span("(1/2, ∞)"), span("(1/2, 5/8]"))


def test_indefinite_numeral_carries_its_own_sets() -> None:
    dozens = num(
        "20", "1", "10", text="数十", kind="indefinite", hard=span("[20, 999]"), soft=span("[20, 99]")
    )
    found = bounded(raw("数十", dozens, KM))
    assert (found.hedge, found.hard, found.soft) == (
        H.BETWEEN,
        span("[20000, 999000]"),
        span("[20000, 99000]"),
    )
    more = bounded(raw("超过数十", dozens, KM, H.MORE_THAN))
    assert (more.hard, more.soft) == (span("[20000, ∞)"), span("[20000, 99000]"))
    less = bounded(raw("不到数十", dozens, KM, H.LESS_THAN))
    assert (less.hard, less.soft) == (span("(−∞, 999000]"), span("[20000, 99000]"))


def test_range_reaches_half_a_digit_beyond_each_end() -> None:
    found = between("12.5万至12.8万", num("125000", "1000", point=True), num("128000", "1000", point=True), M)
    assert found.hard == found.soft == span("[124500, 128500]")
    assert [end.hard for end in found.ends] == [span("[124500, 125500)"), span("[127500, 128500)")]


def test_hedge_before_a_range_holds_for_both_ends() -> None:
    # 10: ±min(2.5, 250), ±min(0.5, 50); 20: ±min(5, 250), ±min(1, 50)
    found = between("约10–20", num("10", "1", "10"), num("20", "1", "10"), M, H.ABOUT)
    assert (found.hard, found.soft) == (span("[7.5, 25]"), span("[9.5, 21]"))
    more = between("超过10–20", num("10", "1", "10"), num("20", "1", "10"), M, H.MORE_THAN)
    assert more.hard == span("(10, ∞)")


def test_range_of_indefinite_numerals_reaches_as_far_as_they_do() -> None:
    tens = num("20", "1", kind="indefinite", hard=span("[20, 99]"), soft=span("[20, 99]"))
    hundreds = num("200", "1", kind="indefinite", hard=span("[200, 999]"), soft=span("[200, 999]"))
    assert between("几十到几百", tens, hundreds, M).hard == span("[20, 999]")


def test_range_written_backwards_is_the_same_range() -> None:
    found = between("20–10", num("20", "1", "10"), num("10", "1", "10"), M)
    assert found.hard == span("[9.5, 20.5]")


def test_plus_minus_is_a_width() -> None:
    found = bounded(
        raw("100±5", (num("100", "1"), num("5", "1")), KM, H.BETWEEN, Form.RANGE, hedge_words=("±",))
    )
    assert found.hard == found.soft == span("[95000, 105000]")
    assert (found.number, found.base_number, found.ends) == (100, 100000, ())


@pytest.mark.parametrize("hedge", [H.BARE, H.AT_MOST, H.ABOUT, H.EXACTLY, H.LESS_THAN])
def test_exact_attribute_is_the_number_itself(hedge: Hedge) -> None:
    found = q("up to 100", "100", "1", "100", M, hedge, exact=True, tolerance=Fraction(1, 20))
    assert (found.hedge, found.exact, found.tolerance) == (H.EXACTLY, True, 0)
    assert found.hard == found.soft == found.wide == span("[100, 100]")


def test_exact_range_has_no_rounding() -> None:
    found = bounded(raw("8–12", (num("8", "1"), num("12", "1")), M, H.BETWEEN, Form.RANGE), exact=True)
    assert (found.hard, found.hedge) == (span("[8, 12]"), H.BETWEEN)
    assert [end.hedge for end in found.ends] == [H.EXACTLY, H.EXACTLY]


def test_tolerance_sets_what_about_means_but_stays_inside_the_words() -> None:
    assert q("约1200", "1200", "1", "100", M, H.ABOUT, tolerance=Fraction(1, 10)).soft == span("[1080, 1320]")
    assert q("约1269", "1269", "1", "1", M, H.ABOUT, tolerance=Fraction(1, 10)).soft == span("[1244, 1294]")


def test_counts_end_at_zero() -> None:
    assert q("不到1000人", "1000", "1", "1000", PEOPLE, H.LESS_THAN).hard == span("[0, 1000)")
    assert q("0人", "0", "1", None, PEOPLE).hard == span("[0, 1/2)")


def test_share_ends_at_one_hundred_percent() -> None:
    share = q("超过95%", "95", "1", "5", SHARE, H.MORE_THAN, minimum=Fraction(0), maximum=Fraction(1))
    # p of 95 is 1 in truth; here 5 is given, so S would reach 100 %
    assert (share.hard, share.soft) == (span("(0.95, 1]"), span("(0.95, 1]"))
    about = q("约110%", "110", "1", "10", SHARE, H.ABOUT, maximum=Fraction(1))
    assert (about.hard, about.soft) == (span("[0.825, 1]"), span("[0.825, 1]"))


def test_number_outside_its_range_keeps_what_it_says() -> None:
    assert q("120%", "120", "1", "10", SHARE, maximum=Fraction(1)).hard == span("[1.195, 1.205)")


def test_change_is_no_level() -> None:
    assert bounded(raw("减少5人", num("-5", "1"), PEOPLE, form=Form.CHANGE)).hard == span("(-5.5, -4.5]")


def test_units_scale_and_temperatures_shift() -> None:
    assert q("10里", "10", "1", "10", LI).hard == span("[4750, 5250)")
    assert q("20℃", "20", "1", "10", CELSIUS).hard == span("[292.65, 293.65)")
    assert q("至少10℃", "10", "1", "10", CELSIUS, H.AT_LEAST).soft == span("[283.15, 293.15]")


def test_one_worth_in_two_spellings() -> None:
    petaflops = q("3740Petaflops", "3740", "1", "10", PFLOPS)
    spelled = q("374亿亿次/秒", "3740000000000000000", "10000000000000000", None, FLOPS)
    assert petaflops.base_number == spelled.base_number == 374 * 10**16


def test_twice_is_once() -> None:
    for hedge in Hedge:
        once = q("1200", "1200", "1", "100", PEOPLE, hedge)
        assert bounded(once) == once


def test_ratio_has_no_last_digit() -> None:
    found = q("1:10", "1/10", "0", "0", M)
    assert found.hard == found.soft == found.wide == span("[1/10, 1/10]")


def test_range_of_the_attribute_clips_from_below() -> None:
    assert q("低于5", "5", "1", "1", M, H.LESS_THAN, minimum=Fraction(2)).hard == span("[2, 5)")


def test_ends_of_a_range_are_points_under_the_same_rules() -> None:
    words = raw("10–20公里", (num("10", "1"), num("20", "1")), M, form=Form.RANGE, unit_words="公里")
    found = bounded(words, tolerance=Fraction(1, 10), minimum=Fraction(10), maximum=Fraction(20))
    assert (found.hedge, found.tolerance, found.hard) == (H.BETWEEN, Fraction(1, 10), span("[10, 20]"))
    assert [end.hard for end in found.ends] == [span("[10, 10.5)"), span("[19.5, 20]")]
    assert [(end.stated, end.form, end.hedge, end.tolerance, end.ends) for end in found.ends] == [
        ("10公里", Form.POINT, H.BARE, Fraction(1, 10), ()),
        ("20公里", Form.POINT, H.BARE, Fraction(1, 10), ()),
    ]


def test_ends_of_a_hedged_range_are_hedged() -> None:
    found = between("不到10–20", num("10", "1", "10"), num("20", "1", "10"), M, H.LESS_THAN)
    assert [end.hedge for end in found.ends] == [H.LESS_THAN, H.LESS_THAN]
    assert (found.hard, found.soft) == (span("(−∞, 20)"), span("[5, 20)"))


def test_tolerance_of_a_hedged_range_holds_at_both_ends() -> None:
    words = raw("约10–20", (num("10", "1", "10"), num("20", "1", "10")), M, H.ABOUT, Form.RANGE)
    assert bounded(words, tolerance=Fraction(1, 10)).soft == span("[9, 22]")


def test_a_hedge_says_nothing_of_a_width_or_of_an_exact_range() -> None:
    width = raw("约100±5", (num("100", "1"), num("5", "1")), M, H.ABOUT, Form.RANGE, hedge_words=("约", "±"))
    assert bounded(width).hedge is H.BETWEEN
    limits = raw("约8–12", (num("8", "1"), num("12", "1")), M, H.ABOUT, Form.RANGE)
    assert bounded(limits, exact=True).hedge is H.BETWEEN


def test_exact_attribute_keeps_the_interval_of_an_open_numeral() -> None:
    found = q("10余", "10", "1", "10", M, H.BETWEEN, exact=True)
    assert (found.hedge, found.hard) == (H.BETWEEN, span("(10, 20)"))


def test_open_end_of_an_indefinite_numeral_stays_open() -> None:
    few = num("2", "1", text="两三", kind="indefinite", hard=span("[2, 4)"), soft=span("[2, 3]"))
    found = bounded(raw("不到两三", few, M, H.LESS_THAN))
    assert (found.hard, found.soft) == (span("(−∞, 4)"), span("[2, 3]"))


def test_wide_set_of_a_temperature_is_shifted() -> None:
    assert q("200℃", "200", "1", "100", CELSIUS).wide == span("[468.15, 483.15)")


def test_what_is_counted_is_never_below_zero() -> None:
    assert bounded(raw("不到5", num("5", "1"), M, H.LESS_THAN, kind="count")).hard == span("[0, 5)")
    half = q("不到5人", "5", "1", None, PEOPLE, H.LESS_THAN, minimum=Fraction(1, 2))
    assert half.hard == span("[1/2, 5)")
