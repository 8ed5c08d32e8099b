"""The ladder in numbers: the worked corpus (value, u and p given by hand), and what it leaves out."""

from __future__ import annotations

from fractions import Fraction

import pytest

from builders import (
    CARS,
    CELSIUS,
    FIRMS,
    FLOPS,
    FT,
    GW,
    KM,
    KM2,
    KW,
    LI,
    M2,
    MB,
    MIB,
    MILE,
    MU,
    PEOPLE,
    PER_H,
    PER_MIN,
    PFLOPS,
    SHARE,
    YUAN,
    M,
    S,
    T,
    between,
    num,
    q,
    raw,
    span,
)
from verify.compare.ladder import line_of, rung
from verify.model.group import LADDER, Relation
from verify.model.quantity import Form, Hedge, Quantity, Unit
from verify.normalize.bounds import bounded

B, A, OVER, MIN, NEAR, LESS, MAX, MID = (
    Hedge.BARE,
    Hedge.ABOUT,
    Hedge.MORE_THAN,
    Hedge.AT_LEAST,
    Hedge.NEARLY,
    Hedge.LESS_THAN,
    Hedge.AT_MOST,
    Hedge.BETWEEN,
)
SPAN_OF_HAND = Unit("span", "meter", Fraction(3, 5))
KELVIN = Unit("kelvin", "kelvin")
YI = 10**8
WAN = 10**4


def yi(number: str, u: float, p: float, hedge: Hedge = B) -> Quantity:
    """So many 亿元."""
    return q(
        f"{number}亿元{hedge}", str(Fraction(number) * YI), str(int(u * YI)), str(int(p * YI)), YUAN, hedge
    )


def wan(number: str, u: float, p: float, hedge: Hedge = B, unit: object = T) -> Quantity:
    """So many 万 of a unit."""
    value, point = Fraction(number) * WAN, "." in number
    numeral = num(str(value), str(int(u * WAN)), str(int(p * WAN)), text=number, point=point)
    return bounded(raw(f"{number}万{hedge}", numeral, unit, hedge))  # type: ignore[arg-type]


def m(number: str, p: str | None = None, hedge: Hedge = B, unit: object = M, **more: object) -> Quantity:
    """A whole number of metres (or of another unit)."""
    return q(f"{number}{hedge}", number, "1", p, unit, hedge, **more)  # type: ignore[arg-type]


def unit_m(number: str, p: str | None = None) -> Quantity:
    """A whole number of metres, as it is written."""
    return q(f"{number}米", number, "1", p, M)


CORPUS = [
    (
        "3740P, 374亿亿",
        m("3740", "10", unit=PFLOPS),
        q("374亿亿", str(374 * 10**16), str(10**16), None, FLOPS),
        2,
    ),
    (
        "高达3740P, 超过374亿亿",
        m("3740", "10", unit=PFLOPS, emphasis="高达"),
        q("超过374亿亿", str(374 * 10**16), str(10**16), None, FLOPS, OVER),
        4,
    ),
    ("55公里, 约五十五千米", m("55", unit=KM), q("约五十五千米", "55", "1", None, KM, A), 4),
    ("10.51万, 105108", wan("10.51", 0.01, 0.01, unit=CARS), m("105108", unit=CARS), 3),
    ("61亿, 61.8亿", yi("61", 1, 1), yi("61.8", 0.1, 0.1), 3),
    ("13万, 12.8万", wan("13", 1, 1, unit=M2), wan("12.8", 0.1, 0.1, unit=M2), 3),
    ("3万, 3.4万", wan("3", 1, 1, unit=PEOPLE), wan("3.4", 0.1, 0.1, unit=PEOPLE), 7),
    ("1亿, 1.9亿", yi("1", 1, 1), yi("1.9", 0.1, 0.1), 7),
    ("22%, 22.0%", m("22", unit=SHARE), q("22.0%", "22.0", "0.1", "1", SHARE), 2),
    ("35万, 35.2万", wan("35", 1, 1), wan("35.2", 0.1, 0.1), 3),
    ("35.0万, 35.2万", wan("35.0", 0.1, 1), wan("35.2", 0.1, 0.1), 8),
    ("189, 198", m("189"), m("198"), 8),
    ("188, 189", m("188"), m("189"), 8),
    ("189, 190", m("189"), m("190", "10"), 7),
    ("1200亿, 1230亿", yi("1200", 1, 100), yi("1230", 1, 10), 7),
    ("1200亿, 1269亿", yi("1200", 1, 100), yi("1269", 1, 1), 7),
    ("1200亿, 1390亿", yi("1200", 1, 100), yi("1390", 1, 10), 8),
    ("超过1200亿, 1269亿", yi("1200", 1, 100, OVER), yi("1269", 1, 1), 5),
    ("超过1000, 5000", m("1000", "1000", OVER, FIRMS), m("5000", "1000", B, FIRMS), 7),
    ("约1200亿, 1269亿", yi("1200", 1, 100, A), yi("1269", 1, 1), 7),
    ("约13万, 约2万", wan("13", 1, 1, A), wan("2", 1, 1, A), 8),
    ("约13万, 约12万", wan("13", 1, 1, A), wan("12", 1, 1, A), 6),
    ("约1269, 1330", m("1269", None, A), m("1330", "10"), 8),
    ("约500, 489", m("500", "100", A, KM), m("489", unit=KM), 5),
    ("约34, 34.6", m("34", None, A, T), q("34.6吨", "34.6", "0.1", None, T), 5),
    ("42万, 约42万", wan("42", 1, 1), wan("42", 1, 1, A), 4),
    ("超过1200, 不超过1200", m("1200", "100", OVER), m("1200", "100", MAX), 8),
    ("超过1200, 近1200", m("1200", "100", OVER), m("1200", "100", NEAR), 8),
    ("至少300, 500", m("300", "100", MIN, PEOPLE), m("500", "100", B, PEOPLE), 5),
    ("不超过35万, 30万", wan("35", 1, 1, MAX), wan("30", 1, 10), 5),
    ("10余, 12", m("10", "10", MID, FIRMS), m("12", unit=FIRMS), 5),
    ("50多, 62", m("50", "10", MID, FIRMS), m("62", unit=FIRMS), 8),
    ("5210万余, 52104866", wan("5210", 1, 10, MID, PEOPLE), m("52104866", unit=PEOPLE), 5),
    ("近1000, 980", m("1000", "1000", NEAR, PEOPLE), m("980", "10", B, PEOPLE), 5),
    ("近1000, 600", m("1000", "1000", NEAR, PEOPLE), m("600", "100", B, PEOPLE), 7),
    ("25 MB, 25 MiB", m("25", unit=MB), m("25", unit=MIB), 0),
    ("9万亩, 60 km²", wan("9", 1, 1, unit=MU), m("60", "10", B, KM2), 2),
    (
        "2.4 million km, 1490000 miles",
        bounded(raw("2.4 million km", num("2400000", "100000", point=True), KM)),
        m("1490000", "10000", B, MILE),
        3,
    ),
    ("3.5 m, 11.5 ft", q("3.5 m", "3.5", "0.1", None, M), q("11.5 ft", "11.5", "0.1", None, FT), 3),
    ("1250万千瓦, 12.5 GW", wan("1250", 1, 10, unit=KW), q("12.5 GW", "12.5", "0.1", None, GW), 2),
    ("30 s, 40 s", m("30", "10", B, S), m("40", "10", B, S), 8),
    ("三百, 289", m("300", "100", B, PEOPLE), m("289", unit=PEOPLE), 8),
    ("3 m, 8 ft", m("3"), m("8", unit=FT), 7),
    ("不到1000, 3", m("1000", "1000", LESS, PEOPLE), m("3", unit=PEOPLE), 7),
    ("100/min, 120/min", m("100", "100", B, PER_MIN, exact=True), m("120", "10", B, PER_MIN, exact=True), 8),
    ("100/min, 6000/h", m("100", "100", B, PER_MIN, exact=True), m("6000", "1000", B, PER_H, exact=True), 2),
]


@pytest.mark.parametrize(("a", "b", "line"), [row[1:] for row in CORPUS], ids=[row[0] for row in CORPUS])
def test_worked_corpus(a: Quantity, b: Quantity, line: int) -> None:
    there, back = rung(a, b), rung(b, a)
    assert (there.line, back.line) == (line, line)
    assert there.relation is LADDER[line]
    assert there.flags == back.flags
    assert there.gap == back.gap


MORE = [
    ("same words", m("55", unit=KM), m("55", unit=KM), 1),
    ("emphasis is a word", m("55", unit=KM, emphasis="达"), m("55", unit=KM), 2),
    ("unit spelled otherwise", m("55", unit=KM, unit_words="公里"), m("55", unit=KM, unit_words="千米"), 2),
    ("a space is no word", m("55", unit=KM, unit_words="km"), m("55", unit=KM, unit_words=" km "), 1),
    ("letter case of a unit counts", m("55", unit=MB, unit_words="MB"), m("55", unit=MB, unit_words="Mb"), 2),
    ("10公里, 10里", m("10", "10", B, KM), m("10", "10", B, LI), 0),
    ("both exact", m("25", unit=MB, exact=True), m("25", unit=MIB, exact=True), 0),
    # 26214400 against 25000000: H of about is ±6.25 MB, S is ±1.25 MB; 24.5 MiB is 25690112 and in S
    ("one of them hedged is no slip", m("25", None, A, MB), m("25", unit=MIB), 6),
    ("0 in any unit is 0", m("0", unit=KM), m("0", unit=LI), 2),
    (
        "up to 100 is the limit 100",
        m("100", "100", MAX, exact=True, hedge_words=("≤",)),
        m("100", "100", exact=True),
        2,
    ),
    (
        "exact numbers are not rounded",
        m("100", "100", exact=True),
        q("100.4", "100.4", "0.1", None, M, exact=True),
        8,
    ),
    # cut off: 61.99 lies in [60.5, 62)
    ("cut off, not rounded", m("61"), q("61.99", "61.99", "0.01", None, M), 3),
    ("62 is no 61", m("61"), q("62.0", "62.0", "0.1", None, M), 8),
    ("rounded down from half", m("61"), q("60.5", "60.5", "0.1", None, M), 3),
    # mirrored: -61.8 lies in (-62, -60.5]
    ("negative numbers are cut off towards 0", m("-61"), q("-61.8", "-61.8", "0.1", None, M), 3),
    ("… and not away from it", m("-61"), q("-60.4", "-60.4", "0.1", None, M), 8),
    ("other sign", m("5"), m("-5"), 8),
    # tolerance of 15 %: gap of 3 and 3.4 is 11.8 %
    (
        "rounded, gap allowed",
        m("3", tolerance=Fraction(3, 20)),
        q("3.4", "3.4", "0.1", None, M, tolerance=Fraction(3, 20)),
        6,
    ),
    ("gap allowed", m("189", tolerance=Fraction(1, 20)), m("198", tolerance=Fraction(1, 20)), 6),
    ("gap not allowed", m("189", tolerance=Fraction(1, 50)), m("198", tolerance=Fraction(1, 50)), 8),
    ("gap just allowed", m("95", tolerance=Fraction(1, 20)), m("100", tolerance=Fraction(1, 20)), 6),
    ("exactly within bare", q("恰好5.1", "5.1", "0.1", None, M, Hedge.EXACTLY), m("5"), 5),
    ("exactly beside more than", m("1200", "100", Hedge.EXACTLY), m("1200", "100", OVER), 8),
    # 16.4 ft is 4.99872 m; both bare; H = [16.35, 16.45) ft = [4.98348, 5.01396), lies in [4.5, 6)
    ("feet rounded to metres", m("5"), q("16.4 ft", "16.4", "0.1", None, FT), 3),
    # 326 ft is 99.3648 m, outside [99.5, 101); H = [325.5, 326.5) ft = [99.2124, 99.5172)
    # meets [99.5, 100.5); gap 0.6 %
    ("H meet and the gap is small", m("100", "100"), m("326", unit=FT), 6),
    # 1 span = 0.6 m: 19 of them are 11.4 m, H = [11.1, 11.7); gap 0.6 of 12 is 5 % exactly
    ("H meet and the gap is 5 %", m("12"), m("19", unit=SPAN_OF_HAND), 6),
    ("rounded with a gap of 5 %", m("10"), q("9.5", "9.5", "0.1", None, M), 3),
    # gap of 2.7 and 3 is 10 %
    (
        "rounded, gap just allowed",
        m("3", tolerance=Fraction(1, 10)),
        q("2.7", "2.7", "0.1", None, M, tolerance=Fraction(1, 10)),
        6,
    ),
    # u of 6.1 km is 100 m: 6150 lies in [6050, 6200)
    ("the coarser by its worth", q("6.1", "6.1", "0.1", None, KM), m("6150"), 3),
    # a ratio is {x}: a third lies in [0.25, 0.35), the gap is 10 %
    ("1:3, 0.3", q("1:3", "1/3", "0", "0", M), q("0.3", "0.3", "0.1", None, M), 7),
    # 0.9 lies in [-0.5, 1), the gap is 100 %
    ("cut off to 0", m("0"), q("0.9", "0.9", "0.1", None, M), 7),
    ("negative, rounded to half", m("-61"), q("-60.5", "-60.5", "0.1", None, M), 3),
    ("-62 is no -61", m("-61"), q("-62.0", "-62.0", "0.1", None, M), 8),
    # 20℃ is 293.15 K; either may be the rounded one
    ("equal digits", m("20", unit=CELSIUS), m("293", unit=KELVIN), 3),
    ("temperature rounded", m("20", unit=CELSIUS), q("20.4℃", "20.4", "0.1", None, CELSIUS), 3),
    ("both exactly", m("10", "10", Hedge.EXACTLY, KM), m("10", "10", Hedge.EXACTLY, LI), 0),
    # 10里 is 5 km, ±25 %: up to 6.25 km
    ("one exactly, one about", m("10", None, Hedge.EXACTLY, KM), m("10", None, A, LI), 8),
    ("a change is no level", bounded(raw("增10", num("10", "1"), KM, form=Form.CHANGE)), m("10", unit=LI), 8),
    ("spaces within words", m("55", unit_words="flop / s"), m("55", unit_words="flop/s"), 1),
    ("spaces within emphasis", m("55", emphasis="多 达"), m("55", emphasis="多达"), 1),
    # 1 li = 500 m: u of 2里 is 500 m, of 1.1 km 100 m; 1100 in [750, 1500); gap 9.09 %
    ("rounded, gap too large", m("2", unit=LI), q("1.1 km", "1.1", "0.1", None, KM), 7),
    # 11.8 % in degrees, 0.1 % in kelvin
    ("temperatures in their own unit", m("3", unit=CELSIUS), q("3.4℃", "3.4", "0.1", None, CELSIUS), 7),
]


@pytest.mark.parametrize(("a", "b", "line"), [row[1:] for row in MORE], ids=[row[0] for row in MORE])
def test_what_the_corpus_leaves_out(a: Quantity, b: Quantity, line: int) -> None:
    assert (line_of(a, b), line_of(b, a)) == (line, line)


def ranged(low: str, high: str, hedge: Hedge = MID, unit: object = M, words: str = "") -> Quantity:
    stated = words or f"{low}-{high}"
    return between(stated, num(low, "1"), num(high, "1"), unit, hedge)  # type: ignore[arg-type]


def plus_minus(value: str, width: str, unit: Unit = M) -> Quantity:
    return bounded(
        raw(f"{value}±{width}", (num(value, "1"), num(width, "1")), unit, MID, Form.RANGE, hedge_words=("±",))
    )


def vague(low: str, high: str, soft: str, text: str, unit: Unit = M) -> Quantity:
    hard, inner = span(f"[{low}, {high}]"), span(f"[{low}, {soft}]")
    return bounded(raw(text, num(low, "1", text=text, kind="indefinite", hard=hard, soft=inner), unit))


RANGES = [
    ("the same range", ranged("10", "20"), ranged("10", "20"), 1),
    ("in another unit", ranged("1000", "2000"), between("1–2 km", num("1", "1"), num("2", "1"), KM), 2),
    (
        "each end rounded",
        ranged("10", "20"),
        between("10.2–20.4", num("10.2", "0.1", point=True), num("20.4", "0.1", point=True), M),
        3,
    ),
    ("about holds for both ends", ranged("10", "20"), ranged("10", "20", A), 4),
    ("the worse end decides", ranged("10", "20"), ranged("10", "30"), 7),  # … but one is inside the other
    ("shifted", ranged("10", "20"), ranged("15", "25"), 8),
    ("one inside the other", ranged("10", "20"), ranged("12", "18"), 7),
    ("apart", ranged("10", "20"), ranged("50", "60"), 8),
    ("inside, with one end in common", ranged("10", "20"), ranged("15", "20"), 7),
    (
        "the lower end is worse",
        ranged("10", "20"),
        between("15–20.4", num("15", "1"), num("20.4", "0.1", point=True), M),
        8,
    ),
    ("unit slip", ranged("10", "20", unit=KM), ranged("10", "20", unit=LI), 0),
    ("unit slip from 0", ranged("0", "20", unit=KM), ranged("0", "20", unit=LI), 0),
    ("a number inside", ranged("10", "20"), m("15"), 5),
    # H of 20 is [19.5, 20.5), of the range [9.5, 20.5]
    ("a number at the edge", ranged("10", "20"), m("20"), 5),
    ("the middle is no number", ranged("10", "20"), m("15", None, A), 5),
    ("a number outside", ranged("10", "20"), m("25"), 8),
    ("x ± d, the same", plus_minus("100", "5"), plus_minus("100", "5"), 1),
    ("x ± d, another width", plus_minus("100", "5"), plus_minus("100", "3"), 4),
    ("x ± d and x", plus_minus("100", "5"), m("100"), 4),
    ("x ± d and a number inside", plus_minus("100", "5"), m("103"), 5),
    ("x ± d in another unit", plus_minus("100", "5"), plus_minus("0.1", "0.005", KM), 2),
    ("x ± 1 is not x多", plus_minus("100", "1"), m("100", "100", MID), 4),
    # 20里 is 10 km, 数十公里 at least 20
    ("no slip beside an open number", vague("20", "999", "99", "数十", KM), m("20", unit=LI), 8),
    ("x ± d apart", plus_minus("100", "5"), plus_minus("120", "5"), 8),
    ("数十, 几十", vague("20", "999", "99", "数十"), vague("20", "999", "99", "几十"), 2),
    ("数十, 20", vague("20", "999", "99", "数十"), m("20"), 6),
    ("数十, 62", vague("20", "999", "99", "数十"), m("62"), 5),
    ("数十, 500", vague("20", "999", "99", "数十"), m("500"), 7),
    ("数十, 3", vague("20", "999", "99", "数十"), m("3"), 8),
    ("数十, 上百", vague("20", "999", "99", "数十"), vague("100", "999", "199", "上百"), 7),
]


@pytest.mark.parametrize(("a", "b", "line"), [row[1:] for row in RANGES], ids=[row[0] for row in RANGES])
def test_ranges_and_indefinite_numbers(a: Quantity, b: Quantity, line: int) -> None:
    assert (line_of(a, b), line_of(b, a)) == (line, line)


FLAGS = [
    (wan("13", 1, 1), m("13", unit=T), ("magnitude slip",)),
    (wan("13", 1, 1), q("12.8", "12.8", "0.1", None, T), ("magnitude slip",)),
    (m("1"), m("12"), ()),
    (m("10", "10"), m("100", "100"), ("magnitude slip",)),
    (m("25", unit=KM), m("25"), ("magnitude slip",)),
    (m("25", unit=MB), m("25", unit=MIB), ()),
    (m("189"), m("198"), ("digits swapped",)),
    (yi("884.6", 0.1, 0.1), yi("848.6", 0.1, 0.1), ("digits swapped",)),
    (m("189"), m("981"), ()),
    (m("189"), m("891"), ()),
    (m("188"), m("189"), ("off by one",)),
    (m("189"), m("190", "10"), ("off by one",)),
    (wan("13", 1, 1), wan("14", 1, 1), ()),
    (m("5"), m("-5"), ()),
    (m("-189"), m("-198"), ("digits swapped",)),
    (m("12"), m("21"), ("digits swapped",)),
    (ranged("10", "20"), ranged("15", "200"), ("magnitude slip",)),
    (ranged("10", "20"), m("25"), ()),
    # the lower ends differ more (7), the upper ends worse (8)
    (
        ranged("3", "189"),
        between("3.4–198", num("3.4", "0.1", point=True), num("198", "1"), M),
        ("digits swapped",),
    ),
]


@pytest.mark.parametrize(("a", "b", "flags"), FLAGS)
def test_flags(a: Quantity, b: Quantity, flags: tuple[str, ...]) -> None:
    assert rung(a, b).flags == flags == rung(b, a).flags


def test_agreement_carries_no_flag() -> None:
    assert rung(m("188", None, A), m("189")).flags == ()


def test_other_dimension_is_never_compared() -> None:
    with pytest.raises(ValueError, match="different dimensions"):
        rung(m("1"), m("1", unit=S))


def test_derivation_shows_every_step() -> None:
    found = rung(
        m("3740", "10", unit=PFLOPS), q("超过374亿亿次/秒", str(374 * 10**16), str(10**16), None, FLOPS, OVER)
    )
    assert found.derivation == (
        "a: 3740bare = 3.74 × 10^18 flop/second",
        "a: H = [3.7395 × 10^18, 3.7405 × 10^18), W = [3.735 × 10^18, 3.75 × 10^18)",
        "b: 超过374亿亿次/秒 = 3.74 × 10^18 flop/second",
        "b: H = (3.74 × 10^18, ∞), S = (3.74 × 10^18, 3.75 × 10^18]",
        "gap: 0%",
        "line 4, hedge differs: "
        "the same number, 3.74 × 10^18 flop/second, with the hedges “as written” and “more than”",
    )
    assert found.relation is Relation.HEDGE_DIFFERS


def test_gap_is_of_the_larger() -> None:
    found = rung(yi("884.6", 0.1, 0.1), yi("848.6", 0.1, 0.1))
    assert found.gap == Fraction(360, 8846)
    assert "gap: 4.07%" in found.derivation  # 36 / 884.6 = 0.040696…


BOUNDS = [
    (m("55"), m("55"), "the same words", "the same words"),
    (
        unit_m("61"),
        q("61.8米", "61.8", "0.1", None, M),
        "61.8米 lies in 60.5 to under 62米, which rounds or is cut off to 61米",
        "61.8米 lies in [60.5, 62), which rounds or is cut off to 61米",
    ),
    (
        q("约13万人", "130000", "10000", "10000", PEOPLE, A),
        q("约12.0万人", "120000", "1000", "10000", PEOPLE, A),
        # 13万 ± 5 % is [12.35万, 13.65万], 12万 ± 5 % is [11.4万, 12.6万]
        "both may be taken to mean 123,500 to 126,000 person",
        "S of both meet in [123500, 126000]",
    ),
    (ranged("10", "20"), ranged("10", "20"), "the same words", "the same words"),
    (ranged("10", "20"), ranged("12", "18"), *["one range lies inside the other"] * 2),
    (
        ranged("10", "20"),
        ranged("50", "60"),
        "lower ends: nothing meets: 9.5 to under 10.5 meter, and 49.5 to under 50.5 meter",
        "lower ends: nothing meets: [9.5, 10.5) and [49.5, 50.5)",
    ),
    (
        unit_m("100", "100"),
        q("326英尺", "326", "1", None, FT),
        "the words of both allow 99.5 to under 99.5172米",
        "H of both meet in [99.5, 99.5172)",
    ),
    (
        unit_m("189"),
        unit_m("190", "10"),
        # H of the two, [188.5, 189.5) and [189.5, 190.5), do not meet
        "both allow 188.5 to under 189.5米 only where final zeros stand for digits cut off",
        "W of both meet in [188.5, 189.5)",
    ),
    (
        ranged("10", "20"),
        between("10–20.4", num("10", "1"), num("20.4", "0.1", point=True), M),
        "upper ends: 20.4 (20.4 meter) lies in 19.5 to under 21 meter,"
        " which rounds or is cut off to 20 meter",
        "upper ends: 20.4 lies in [19.5, 21), which rounds or is cut off to 20",
    ),
    (
        unit_m("5000"),
        q("约3英里", "3", "1", None, MILE, A, hedge_words=("约",)),
        # the coarser side is in miles: 5000 / 1609.344 = 3.1068…; 3 ± 5 % is [2.85, 3.15]
        "what 5000米 allows, ≈ 3.10655 to under 3.10717英里,"
        " lies within what 约3英里 is taken to mean, 2.85 to 3.15英里",
        "H of 5000米, [4999.5, 5000.5), lies within S of 约3英里, [4586.6304, 5069.4336]",
    ),
]


@pytest.mark.parametrize(("a", "b", "words", "exact"), BOUNDS)
def test_bound_is_told_in_words_and_exactly(a: Quantity, b: Quantity, words: str, exact: str) -> None:
    found = rung(a, b)
    assert found.bound == words
    assert found.derivation[-1].endswith(f": {exact}")


def test_two_zeros_have_no_gap() -> None:
    assert rung(m("0", unit=KM), m("0", unit=LI)).gap == 0


def test_slips_stand_in_the_derivation() -> None:
    assert "may be: digits swapped" in rung(m("189"), m("198")).derivation
