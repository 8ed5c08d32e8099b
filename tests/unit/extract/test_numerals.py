"""Numerals one by one: where each ends, and what its digits are worth, by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from builders import span
from scanned import shipped
from verify.extract.figures.mantissas import Mantissas
from verify.extract.figures.number_words import NumberWords
from verify.extract.figures.numerals import NumeralError, NumeralReader, scaled
from verify.extract.figures.scales import Scales
from verify.model.quantity import Numeral
from verify.model.span import Span


@pytest.fixture
def reader() -> NumeralReader:
    """Built anew for each test."""
    return NumeralReader(shipped().languages)


def chinese_only() -> NumeralReader:
    return NumeralReader([language for language in shipped().languages if language.id == "zh"])


READ = [
    # text with a bar where the numeral ends, value, u, p, kind
    ("320|", "320", "1", "10", "arabic"),
    ("0|", "0", "1", "1", "arabic"),
    ("0.50|", "0.5", "0.01", "0.01", "arabic"),
    ("1200亿|", "120000000000", "100000000", "10000000000", "mixed"),
    ("3,740|人", "3740", "1", "10", "arabic"),
    ("3 740 000|", "3740000", "1", "10000", "arabic"),
    ("3|,7401", "3", "1", "1", "arabic"),
    ("1" * 40 + "|", "1" * 40, "1", "1", "arabic"),
    ("3.74x10^18|", "3740000000000000000", "10000000000000000", "10000000000000000", "arabic"),
    ("3.74×10⁻²|", "0.0374", "0.0001", "0.0001", "mixed"),
    ("5x10**3|", "5000", "1000", "1000", "arabic"),
    ("2e-3|", "0.002", "0.001", "0.001", "arabic"),
    ("2E3|", "2000", "1000", "1000", "arabic"),
    ("2|e3m", "2", "1", "1", "arabic"),
    ("10^-3|", "0.001", "0.001", "0.001", "arabic"),
    ("10⁶|", "1000000", "1000000", "1000000", "arabic"),
    ("10|^1234", "10", "1", "10", "arabic"),
    # in words
    ("三百二十|", "320", "1", "10", "chinese"),
    ("三百二|", "320", "10", "10", "chinese"),
    ("三千二|", "3200", "100", "100", "chinese"),
    ("三百零二|", "302", "1", "1", "chinese"),
    ("十二|", "12", "1", "1", "chinese"),
    ("一千一十|", "1010", "1", "10", "chinese"),
    ("一千零十|", "1010", "1", "10", "chinese"),
    ("二〇二一|", "2021", "1", "1", "chinese"),
    ("一" + "〇" * 39 + "|", f"{10**39}", "1", f"{10**39}", "chinese"),
    ("三点一四|", "3.14", "0.01", "0.01", "chinese"),
    ("三点五|十", "3.5", "0.1", "0.1", "chinese"),
    ("三|点", "3", "1", "1", "chinese"),
    ("廿三|", "23", "1", "1", "chinese"),
    ("卅|", "30", "1", "10", "chinese"),
    ("百廿|", "120", "1", "10", "chinese"),
    ("二十|廿", "20", "1", "10", "chinese"),
    ("五|廿", "5", "1", "1", "chinese"),
    ("五|卅", "5", "1", "1", "chinese"),
    ("廿|十", "20", "1", "10", "chinese"),
    ("百|百", "100", "1", "100", "chinese"),
    # digits side by side and places do not mix: the numeral ends before the second digit
    ("二|五千", "2", "1", "1", "chinese"),
    # a place stands below the one before it
    ("二百|千", "200", "1", "100", "chinese"),
    ("零|百", "0", "1", "1", "chinese"),
    # stacked
    ("3万4000|", "34000", "1", "1000", "mixed"),
    ("3万4千|", "34000", "1000", "1000", "mixed"),
    ("三万四千|", "34000", "1", "1000", "chinese"),
    ("3万四千|", "34000", "1", "1000", "mixed"),
    ("三万一十|", "30010", "1", "10", "chinese"),
    ("三|0万", "3", "1", "1", "chinese"),
    ("十三万二|", "132000", "1000", "1000", "chinese"),
    ("3万5亿|", "3000500000000", "100000000", "100000000", "mixed"),
    ("3万40|x10^2", "30040", "1", "10", "mixed"),
    ("13万2|", "132000", "1000", "1000", "mixed"),
    ("13万2|人", "132000", "1000", "1000", "mixed"),
    # a full stop ends the sentence
    ("13万2|.", "132000", "1000", "1000", "mixed"),
    ("13万|2十", "130000", "10000", "10000", "mixed"),
    ("13万|2十人", "130000", "10000", "10000", "mixed"),
    ("13万|2.5", "130000", "10000", "10000", "mixed"),
    ("13万|0", "130000", "10000", "10000", "mixed"),
    ("13万25|", "130025", "1", "1", "mixed"),
    ("1亿2万3千4百|", "100023400", "100", "100", "mixed"),
    # what follows must be less than the scale before it
    ("3万|20000", "30000", "10000", "10000", "mixed"),
    ("3万|10000", "30000", "10000", "10000", "mixed"),
    ("3万|2万", "30000", "10000", "10000", "mixed"),
    ("1亿 2035万|", "120350000", "10000", "10000", "mixed"),
    ("1亿| 2035", "100000000", "100000000", "100000000", "mixed"),
    ("1亿 2万|", "100020000", "10000", "10000", "mixed"),
    ("5 百|人", "500", "100", "100", "mixed"),
    ("万万亿亿|", f"{10**24}", f"{10**24}", f"{10**24}", "chinese"),
    ("1.5万|2021年", "15000", "1000", "1000", "mixed"),
    ("一万五千亿|", "1500000000000", "100000000", "100000000000", "chinese"),
    ("3万4千亿|", "3400000000000", "100000000000", "100000000000", "mixed"),
    ("374亿亿|", "3740000000000000000", "10000000000000000", "10000000000000000", "mixed"),
    ("千万亿|", "1000000000000000", "1000000000000", "1000000000000000", "chinese"),
    ("万亿|", "1000000000000", "1000000000000", "1000000000000", "chinese"),
    ("万万亿亿|元", f"{10**24}", f"{10**24}", f"{10**24}", "chinese"),
    # scales after Arabic digits
    ("6千|", "6000", "1000", "1000", "mixed"),
    ("6百|人", "600", "100", "100", "mixed"),
    ("2千万|", "20000000", "10000000", "10000000", "mixed"),
    ("2十万|", "200000", "100000", "100000", "mixed"),
    ("3|十", "3", "1", "1", "arabic"),
    ("3|廿", "3", "1", "1", "arabic"),
    ("5 万|人", "50000", "10000", "10000", "mixed"),
    ("5 万|", "50000", "10000", "10000", "mixed"),
    ("5 千|", "5000", "1000", "1000", "mixed"),
    ("5| 十", "5", "1", "1", "arabic"),
    ("300万|千瓦", "3000000", "10000", "1000000", "mixed"),
    ("5k|", "5000", "1000", "1000", "arabic"),
    ("5| k", "5", "1", "1", "arabic"),
    ("5 million|", "5000000", "1000000", "1000000", "arabic"),
    ("5-million|", "5000000", "1000000", "1000000", "arabic"),
    # Latin words
    ("twenty-five|", "25", "1", "1", "word"),
    ("twenty| 5", "20", "1", "10", "word"),
    ("twenty| ", "20", "1", "10", "word"),
    ("twenty| eleven", "20", "1", "10", "word"),
    ("twenty| ten", "20", "1", "10", "word"),
    ("ten| five", "10", "1", "10", "word"),
    ("five| k", "5", "1", "1", "word"),
    ("five bn|", "5000000000", "1000000000", "1000000000", "word"),
    ("six| five", "6", "1", "1", "word"),
    ("two hundred and ten|", "210", "1", "10", "word"),
    ("two hundred thousand|", "200000", "1000", "100000", "word"),
    ("one million two hundred|", "1000200", "100", "100", "word"),
    ("a million|", "1000000", "1000000", "1000000", "word"),
    ("a hundred and five|", "105", "1", "1", "word"),
    ("a hundred|", "100", "100", "100", "word"),
    ("a hundred thousand|", "100000", "1000", "100000", "word"),
    ("one thousand| a hundred", "1000", "1000", "1000", "word"),
    # after a comma the numeral goes on below a scale, with a scale of its own
    ("one million, two hundred and four thousand|", "1204000", "1000", "1000", "word"),
    ("one million|, two trains", "1000000", "1000000", "1000000", "word"),
    ("one million|, trains", "1000000", "1000000", "1000000", "word"),
    ("one hundred|, two thousand", "100", "100", "100", "word"),
    ("twenty|, two hundred", "20", "1", "10", "word"),
    ("three point one four|", "3.14", "0.01", "0.01", "word"),
    ("three point five| zebras", "3.5", "0.1", "0.1", "word"),
    ("three| point twenty", "3", "1", "1", "word"),
    ("three| point ten", "3", "1", "1", "word"),
    ("three point" + " one" * 24 + "| one", "3." + "1" * 24, f"1/{10**24}", f"1/{10**24}", "word"),
    ("three| point", "3", "1", "1", "word"),
    ("three| points", "3", "1", "1", "word"),
    ("one hundred and one million two hundred and one thousand|", "101201000", "1000", "1000", "word"),
    ("three and a half|", "3.5", "0.5", "0.5", "word"),
    ("two and a half million| people", "2500000", "500000", "500000", "word"),
    ("three point five million|", "3500000", "100000", "100000", "word"),
    ("two| and half", "2", "1", "1", "word"),
    ("two| and trains", "2", "1", "1", "word"),
    ("three hundred| and a half", "300", "100", "100", "word"),
    ("五| million", "5", "1", "1", "chinese"),
    # parts
    ("3½|", "3.5", "0.5", "0.5", "arabic"),
    ("3¾|", "3.75", "0.25", "0.25", "arabic"),
    ("3½|个", "3.5", "0.5", "0.5", "arabic"),
    ("½|", "1/2", "1", "", "fraction"),
    ("½| mile", "1/2", "1", "", "fraction"),
    ("2/3|", "2/3", "1", "", "fraction"),
    ("3|/2", "3", "1", "1", "arabic"),
    ("3|/3", "3", "1", "1", "arabic"),
    ("三分之二|", "2/3", "1", "", "fraction"),
    ("三|分之多", "3", "1", "1", "chinese"),
    ("三|分之", "3", "1", "1", "chinese"),
    ("零|分之一", "0", "1", "1", "chinese"),
    ("十二分之十|", "5/6", "1", "", "fraction"),
    # below the bar a numeral may have scales
    ("三万分之一|", "1/30000", "1/90000", "", "odds"),
    ("三万分之二|", "1/15000", "1", "", "fraction"),
    ("一万五千分之二|", "1/7500", "1", "", "fraction"),
    ("百万分之五|", "1/200000", "1", "", "fraction"),
    ("3万|½", "30000", "10000", "10000", "mixed"),
    ("half a million|", "500000", "1000000", "", "fraction"),
    ("half a million| people", "500000", "1000000", "", "fraction"),
    ("half| a mile", "1/2", "1", "", "fraction"),
    ("一半|", "1/2", "1", "", "fraction"),
    # a list of two digits is no open numeral
    ("三|、四", "3", "1", "1", "chinese"),
    ("三四五|", "345", "1", "1", "chinese"),
]


def numeral_at(reader: NumeralReader, marked: str) -> Numeral:
    text = marked.replace("|", "")
    found = reader.read(text, 0)
    assert found is not None
    assert found.text == marked.partition("|")[0] == text[found.span.start : found.span.end]
    return found


@pytest.mark.parametrize(("marked", "value", "u", "p", "kind"), READ, ids=[row[0] for row in READ])
def test_is_read(reader: NumeralReader, marked: str, value: str, u: str, p: str, kind: str) -> None:
    found = numeral_at(reader, marked)
    assert (found.value, found.last) == (Fraction(value), Fraction(u))
    assert found.nonzero == (Fraction(p) if p else None)
    assert found.kind == kind


BEFORE = "三百1〇，" + "桥" * 45


def test_is_read_wherever_it_stands(reader: NumeralReader) -> None:
    for marked in (*(row[0] for row in READ), *(row[0] for row in OPEN)):
        text, end = marked.replace("|", ""), marked.index("|")
        here, there = reader.read(text, 0), reader.read(BEFORE + text, len(BEFORE))
        assert here is not None
        assert here.span == Span(0, end)
        assert there == here._replace(span=Span(len(BEFORE), len(BEFORE) + end)), marked


UNREAD = ["km", "百分之四", "million", "个", "-5", "２5", "٣", " 5"]


@pytest.mark.parametrize("text", UNREAD)
def test_no_numeral_begins_here(reader: NumeralReader, text: str) -> None:
    assert reader.read(text, 0) is None


@pytest.mark.parametrize(
    ("text", "point"),
    [("三十", False), ("3.0", True), ("三点零", True), ("30", False), ("3.5万", True), ("万亿", False)],
)
def test_decimal_point_is_remembered(reader: NumeralReader, text: str, point: bool) -> None:
    assert numeral_at(reader, f"{text}|").point is point


ONE_ZERO = "一" + "〇" * 40
TOO_LONG = [("1" * 41 + "人", 41), ("1" * 39 + ".11", 42), (ONE_ZERO + "人", 41), ("三点" + "一" * 41, 43)]


@pytest.mark.parametrize(("text", "end"), TOO_LONG)
def test_more_digits_than_can_be_meant(reader: NumeralReader, text: str, end: int) -> None:
    with pytest.raises(NumeralError, match=r"^a numeral of 4[12] characters is not read$") as raised:
        reader.read(text, 0)
    assert (raised.value.code, raised.value.end) == ("numeral-too-long", end)


@pytest.mark.parametrize("text", ["3百5千", "3百5千亿", "3百5百亿"])
def test_places_that_rise_are_doubtful(reader: NumeralReader, text: str) -> None:
    with pytest.raises(NumeralError, match=f"^the places of '{text}' rise$") as raised:
        reader.read("共" + text + "人", 1)
    assert (raised.value.code, raised.value.end) == ("doubtful-numeral", len(text) + 1)


@pytest.mark.parametrize("scales", ["万亿亿亿亿", "万亿亿亿亿万"])
def test_more_scales_than_can_be_meant(reader: NumeralReader, scales: str) -> None:
    told = f"^a numeral of {len(scales)} characters is not read$"
    for behind in ("人", ""):
        with pytest.raises(NumeralError, match=told) as raised:
            reader.read(f"3{scales}{behind}", 0)
        assert (raised.value.code, raised.value.end) == ("numeral-too-long", len(scales) + 1)


def test_longest_numeral_in_words(reader: NumeralReader) -> None:
    hundreds = "nine hundred ninety-nine"
    text = " ".join(
        f"{hundreds} {scale}".strip() for scale in ("trillion", "billion", "million", "thousand", "")
    )
    assert numeral_at(reader, f"{text}|").value == 10**15 - 1


@pytest.mark.parametrize(("text", "end"), [("1O0 items", 3), ("2l5.5m", 5), ("3〇4万", 3)])
def test_letters_among_digits_are_doubtful(reader: NumeralReader, text: str, end: int) -> None:
    with pytest.raises(NumeralError, match=r"^'[Ol〇]' inside a number looks like a digit$") as raised:
        reader.read(text, 0)
    assert (raised.value.code, raised.value.end) == ("doubtful-digits", end)
    with pytest.raises(NumeralError) as further:
        reader.read("共" + text, 1)
    assert further.value.end == end + 1


@pytest.mark.parametrize(
    ("text", "start", "told", "end"),
    [
        ("10O吨", 0, "'O' behind", 3),
        ("5oo人", 0, "'o' behind", 3),
        ("共l00万元", 2, "'l' before", 4),
    ],
)
def test_letters_at_the_edge_of_a_number_are_doubtful(
    reader: NumeralReader, text: str, start: int, told: str, end: int
) -> None:
    with pytest.raises(NumeralError, match=f"^{told} a number looks like a digit$") as raised:
        reader.read(text, start)
    assert (raised.value.code, raised.value.end) == ("doubtful-digits", end)


OPEN = [
    # H and S by hand: the factors of the page times the place; the least of them and the worth of the place
    ("数十|人", "[20, 999]", "[20, 99]", 20, 10),
    ("几百|", "[200, 9999]", "[200, 999]", 200, 100),
    ("上百|", "[100, 999]", "[100, 199]", 100, 100),
    ("七八十|", "[70, 99]", "[70, 89]", 70, 10),
    ("三五百|人", "[300, 699]", "[300, 599]", 300, 100),
    ("八九十|", "[80, 109]", "[80, 99]", 80, 10),
    ("两三|年", "[2, 4)", "[2, 3]", 2, 1),
    ("一两|年", "[1, 3)", "[1, 2]", 1, 1),
    ("dozens of| people", "[20, 999]", "[20, 99]", 20, 1),
    ("三、四百|人", "[300, 599]", "[300, 499]", 300, 100),
    # several 万: 20000 up to, not with, 1000000; read as 20000 up to, not with, 100000
    ("几万|", "[20000, 999999]", "[20000, 99999]", 20000, 10000),
    ("上万|", "[10000, 99999]", "[10000, 19999]", 10000, 10000),
    ("三四万|", "[30000, 50000)", "[30000, 40000]", 30000, 10000),
    # a place and a scale: what 几百 and 七八十 stand for, times 万
    ("几百万|人", "[2000000, 99990000]", "[2000000, 9990000]", 2000000, 1000000),
    ("七八十万|人", "[700000, 990000]", "[700000, 890000]", 700000, 100000),
    # the worths of the language file, times the scale behind them
    (
        "several hundred million| people",
        "[200000000, 999000000]",
        "[200000000, 999000000]",
        200000000,
        1000000,
    ),
]


@pytest.mark.parametrize(("marked", "hard", "soft", "least", "place"), OPEN, ids=[row[0] for row in OPEN])
def test_open_numeral(
    reader: NumeralReader, marked: str, hard: str, soft: str, least: int, place: int
) -> None:
    found = numeral_at(reader, marked)
    assert (found.kind, found.hard, found.soft) == ("indefinite", span(hard), span(soft))
    assert (found.value, found.last, found.nonzero) == (least, place, place)


@pytest.mark.parametrize("text", ["几个", "上十人", "九十八"])
def test_is_no_open_numeral(reader: NumeralReader, text: str) -> None:
    found = reader.read(text, 0)
    assert found is None or found.kind == "chinese"


@pytest.mark.parametrize("text", ["人数十", "早上百"])
def test_no_open_numeral_begins_inside_a_word(reader: NumeralReader, text: str) -> None:
    assert reader.read(text, 1) is None


TENTHS = [
    ("两成", "20", "fraction"),
    ("一成", "10", "fraction"),
    ("三成五", "35", "fraction"),
    ("十成", "100", "fraction"),
    ("一一折", "11", "chinese"),
    ("八五折", "85", "chinese"),
    ("8.5折", "85", "arabic"),
    ("9折", "90", "arabic"),
    ("三", None, ""),
    ("零折", None, ""),
    ("3万折", None, ""),
    ("100折", None, ""),
]


@pytest.mark.parametrize(("text", "share", "kind"), TENTHS, ids=[row[0] for row in TENTHS])
def test_tenths_are_shares_in_hundredths(
    reader: NumeralReader, text: str, share: str | None, kind: str
) -> None:
    number = reader.read(text, 0)
    assert number is not None
    found = reader.tenths(text, number)
    if share is None:
        assert found is None
    else:
        assert found is not None
        assert (found.value, found.kind, found.text) == (Fraction(share), kind, text)
        assert found.span == Span(0, len(text))
        # as a fraction in words it has no last digit that counts
        assert (found.nonzero is None) is (kind == "fraction")


@pytest.mark.parametrize(
    ("marked", "share", "u"),
    [
        ("三成五|", 35, 1),
        ("三成五|，人", 35, 1),
        # 五人 is a count of its own
        ("三成|五人，", 30, 10),
        ("十成|五", 100, 10),
    ],
)
def test_hundredths_behind_tenths(reader: NumeralReader, marked: str, share: int, u: int) -> None:
    text = marked.replace("|", "")
    number = reader.read(text, 0)
    assert number is not None
    found = reader.tenths(text, number)
    assert found is not None
    assert (found.text, found.value, found.last) == (marked.partition("|")[0], share, u)


def test_scaled_numeral_keeps_its_place_or_reaches_further(reader: NumeralReader) -> None:
    number = numeral_at(reader, "几百|")
    twice = scaled(number, Fraction(2))
    assert (twice.hard, twice.soft) == (span("[400, 19998]"), span("[400, 1998]"))
    thirty = reader.read("共30人", 1)
    assert thirty is not None
    further = scaled(thirty, Fraction(2), 4, "共30人多")
    assert (further.text, further.value, further.last, further.nonzero) == ("30人", 60, 2, 20)
    assert further.span == Span(1, 4)


def test_terms_without_end_are_not_read(reader: NumeralReader) -> None:
    # 亿 multiplies all before it: after each 1万1亿 the value v is (v + 10001) × 10⁸
    value = 0
    for _ in range(4):
        value = (value + 10001) * 10**8
    found = numeral_at(reader, "1万1亿" * 4 + "|1万1亿")
    assert (found.value, found.last, found.nonzero) == (value, 10**8, 10**8)


def test_what_is_a_digit(reader: NumeralReader) -> None:
    assert [reader.is_digit("3三万桥x", place) for place in range(5)] == [True, True, True, False, False]
    assert [reader.digit_at("x3", place) for place in range(3)] == [False, True, False]


@pytest.mark.parametrize(
    ("text", "at"), [("共3人", 1), ("about twenty", 6), ("Twenty", 0), ("3人", 0), ("好几百", 0)]
)
def test_start_of_a_numeral_is_found(reader: NumeralReader, text: str, at: int) -> None:
    found = reader.start.search(text)
    assert found is not None
    assert found.start() == at


@pytest.mark.parametrize("text", ["often", "tens-of", "no number"])
def test_no_start_inside_a_word(reader: NumeralReader, text: str) -> None:
    assert reader.start.search(text.replace("tens-of", "a-ten")) is None


def test_language_without_latin_words() -> None:
    reader = chinese_only()
    assert reader.start.search("twenty 人") is None
    assert numeral_at(reader, "三百|").value == 300


def test_no_language_reads_arabic_digits_alone() -> None:
    reader = NumeralReader([])
    assert numeral_at(reader, "320|万").value == 320
    assert reader.read("三", 0) is None


@pytest.mark.parametrize(("text", "ambiguous"), [("兆", True), ("兆瓦", True), ("万", False), ("", False)])
def test_ambiguous_scale(reader: NumeralReader, text: str, ambiguous: bool) -> None:
    assert reader.scales.is_ambiguous(text, 0) is ambiguous


def test_every_character_of_the_scales() -> None:
    languages = shipped().languages
    mantissas = Mantissas(languages)
    scales = Scales(languages, mantissas.places, NumberWords(languages))
    assert set(scales.characters) == {"万", "亿"}
    assert {"十", "三", "〇", "廿"} <= set(mantissas.characters)
    assert not any(character.isascii() for character in mantissas.characters)
    assert mantissas.places["廿"] == 20
    assert [mantissas.digit("三x", place) for place in (0, 1, 2)] == [3, None, None]
