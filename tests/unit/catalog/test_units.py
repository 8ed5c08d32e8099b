"""The unit table from lines of its own: spellings, prefixes, quotients, and lines that are wrong."""

from __future__ import annotations

from fractions import Fraction

import pytest

from verify.catalog.unit_load import load_units, read_units
from verify.catalog.units import UnitTable
from verify.errors import RulesError
from verify.model.quantity import DIMENSIONLESS, Unit

LINES = """
@group metric
kilo- = 1000 = k- = 千
@end
@group metric
meter = [length] = m = 米
@end
second = [time] = s = 秒
hour = 3600 * second = h = 小时
degree = meter/meter = _ = 度
里 = 500 * meter = _ = 华里
meter/second = _ = mps
"""


FAMILY = """
箱 = [box] = _ = 只   # no group yet: no prefix # none at all
kilo- = 1000 = k- = 千
@group centi
centi- = 1/100 = c- = _ = 厘
@end
@group big
mega- = 10**6 = M-
kibi- = 2**10 = Ki-
@end
@group metric using centi, big
meter = [length] = m = 米 = mtr = mt
@end
@group metric
gram = [mass] = _ = g = gm = 克
ohm = [resistance] = Ω
meter/gram = _ = mpg
@end
"""

SPELLED = {
    "箱": "箱, 只",
    "meter": "meter, m, 米, mtr, mt",
    # a symbol goes before Latin spellings, a capital also apart from long ones; a word before its own script
    "kilometer": "kilometer, km, kmtr, kmt, kilom, Kilom, kilomtr, Kilomtr, kilomt, Kilomt, 千米",
    "centimeter": "centimeter, cm, cmtr, cmt, centim, Centim, centimtr, Centimtr, centimt, Centimt, 厘米",
    "megameter": "megameter, Mm, Mmtr, M mtr, Mmt, megam, Megam, megamtr, Megamtr, megamt, Megamt",
    "kibimeter": "kibimeter, Kim, Kimtr, Kimt, kibim, Kibim, kibimtr, Kibimtr, kibimt, Kibimt",
    "gram": "gram, g, gm, 克",
    # g is one letter and not the symbol
    "kilogram": "kilogram, kgm, kilog, Kilog, kilogm, Kilogm, 千克",
    "ohm": "ohm, Ω",
    "kiloohm": "kiloohm, kΩ, kiloΩ, KiloΩ",
    "meter/gram": "mpg",
    "kilometer/gram": "kmpg, kilompg, Kilompg",
}


def loaded(text: str) -> UnitTable:
    return load_units([("units/zh.txt", text)])


def told(*lines: str) -> list[tuple[str, int]]:
    """Return message and column of what is wrong with the lines, which must be the last of the file."""
    with pytest.raises(RulesError) as raised:
        loaded(LINES + "\n".join(lines))
    last = LINES.count("\n") + 1
    assert [(problem.path, problem.line) for problem in raised.value.problems] == [("units/zh.txt", last)]
    return [(problem.message, problem.column) for problem in raised.value.problems]


def test_every_spelling_that_a_line_makes() -> None:
    spelled: dict[str, set[str]] = {}
    for spelling, name in loaded(FAMILY).spellings.items():
        spelled.setdefault(name, set()).add(spelling)
    assert spelled == {name: set(spellings.split(", ")) for name, spellings in SPELLED.items()}


@pytest.mark.parametrize(
    ("factor", "worth"), [("1000", 1000), ("1/8", Fraction(1, 8)), ("2**10", 1024), ("3**0", 1)]
)
def test_factor_of_a_prefix(factor: str, worth: Fraction) -> None:
    assert loaded(f"{LINES}x- = {factor} = x-").unit("xmeter").factor == worth


def test_highest_power_of_a_prefix() -> None:
    assert loaded(f"{LINES}x- = 10**99 = x-").unit("xmeter").factor == 10**99


def test_long_latin_spellings_match_in_any_case_where_that_tells_them_apart() -> None:
    table = loaded("bit = [bit] = _ = Mbits\nmeter = [length] = _ = mbits\nhour = [time] = h = 一个小时")
    assert table.match("Mbits", 0) == ("bit", 5)
    assert table.match("mbits", 0) == ("meter", 5)
    assert table.match("MBITS", 0) is None
    assert table.match("HOUR", 0) == ("hour", 4)
    assert table.match("H", 0) is None
    assert set(table.caseless) == {"meter", "hour"}


def test_a_compound_may_begin_with_a_figure() -> None:
    assert loaded(LINES + "1/second = _ = 每秒").match("每秒", 0) == ("1/second", 2)


def test_words_of_a_wrong_line_are_doubtful() -> None:
    table, problems = read_units([("units/zh.txt", "meter = [length] = m\nmile = 1/0 * meter = mi = 英 里")])
    assert [(problem.line, problem.column) for problem in problems] == [(2, 8)]
    assert table is not None
    assert table.doubtful == {"mile", "1/0 * meter", "mi", "英 里"}


@pytest.mark.parametrize(
    ("lines", "column"), [("@group metric\nm = [x]", 1), ("m = [x]\n  @group metric", 3)]
)
def test_there_is_no_table_of_a_group_without_end(lines: str, column: int) -> None:
    table, (problem,) = read_units([("units/zh.txt", lines)])
    assert table is None
    assert problem.message == "'@group metric' is not closed: write @end behind its last line"
    assert problem.column == column


def test_no_spellings() -> None:
    assert load_units([]).match("米", 0) is None


def test_equations_beside_the_lines() -> None:
    text = "# pass: 1 km = 1000 m\nmeter = [length] = m\n#fail:1 km =  100 m  \n# parts: 1 = 1\n"
    assert [(one.raw.number, one.left, one.right, one.holds) for one in loaded(text).examples] == [
        (1, "1 km", "1000 m", True),
        (3, "1 km", "100 m", False),
    ]


DEGREES = """
degree_Celsius = kelvin; offset: 27315/100 = °C
degree_Fahrenheit = 5/9 * kelvin; offset: 45967/180 = °F
kelvin = [temperature] = K
"""


def test_units_with_an_offset() -> None:
    table = loaded(DEGREES)
    assert table.unit("degree_Celsius") == Unit("degree_Celsius", "kelvin", Fraction(1), Fraction("273.15"))
    # 0 °F are −160/9 °C
    fahrenheit = Unit("degree_Fahrenheit", "kelvin", Fraction(5, 9), Fraction("273.15") - Fraction(160, 9))
    assert table.unit("degree_Fahrenheit") == fahrenheit
    assert table.unit("kelvin") == Unit("kelvin", "kelvin")
    # a degree in a compound is a step, no place on the scale
    assert table.unit("kelvin/degree_Fahrenheit") == Unit(
        "kelvin/degree_Fahrenheit", "dimensionless", Fraction(9, 5)
    )


FORCE = """
kilogram = [mass] = kg
second*kilogram = _ = skg
newton = kilogram * meter / second**2 = N
newtons = newton = _
kilonewton = 1000 * newton = kN
"""


def test_name_of_a_dimension() -> None:
    table = loaded(LINES + FORCE)
    # the first unit that is worth one of it …
    assert table.unit("newtons").base == table.unit("kilogram*meter/second**2").base == "newton"
    assert table.unit("kilonewton") == Unit("kilonewton", "newton", Fraction(1000))
    # … or else the product of its units
    assert table.unit("second*kilogram").base == "kilogram*second"
    assert table.unit("meter**2").base == "meter**2"
    assert table.unit("1/(kilogram*second)").base == "1/kilogram/second"
    assert table.unit("meter / hour") == Unit("meter/hour", "meter/second", Fraction(1, 3600))


def test_a_unit_is_asked_for_once() -> None:
    table = loaded(LINES)
    assert table.unit("meter") is table.unit("meter")


def test_longest_spelling_wins_and_ends_with_its_word() -> None:
    table = loaded(LINES)
    assert table.match("千米外", 0) == ("kilometer", 2)
    assert table.match("米外", 0) == ("meter", 1)
    assert table.match("mps", 0) == ("meter/second", 3)
    assert table.match("mp", 0) is None
    assert table.match("METER", 0) == ("meter", 5)
    assert table.match("外", 0) is None
    assert table.match("米", 1) is None
    assert table.match("千米abc", 0) == ("kilometer", 2)


def test_shorter_spelling_where_the_longer_one_goes_on() -> None:
    table = loaded(LINES + "kilometer/hour = _ = 千米h = 千米每小时")
    assert table.match("千米每小时", 0) == ("kilometer/hour", 5)
    assert table.match("千米h", 0) == ("kilometer/hour", 3)
    assert table.match("千米hx", 0) == ("kilometer", 2)


def test_unknown_group() -> None:
    lines = "@group big\nmega- = 10**6 = M-\n@end\n@group qqqq\nm = [x]\n@end"
    table, (problem,) = read_units([("units/zh.txt", lines)])
    assert table is None
    assert problem.message == "unknown group 'qqqq'; known are big, metric"
    assert (problem.line, problem.column) == (4, 8)


def test_worth_of_a_unit() -> None:
    table = loaded(LINES)
    found = table.unit("kilometer/hour")
    assert (found.base, found.factor) == ("meter/second", Fraction(5, 18))
    assert table.unit("dimensionless") == DIMENSIONLESS
    assert table.unit("degree").base == "dimensionless"
    assert table.unit("1/second").base == "1/second"
    assert (table.unit("千米").name, table.unit("METER").name) == ("kilometer", "meter")
    with pytest.raises(KeyError, match="furlong"):
        table.unit("furlong")


def test_quotients() -> None:
    table = loaded(LINES)
    metre, speed, noun = table.unit("meter"), table.unit("kilometer/hour"), table.counted("车")
    assert table.quotient(metre, table.unit("hour")).factor == Fraction(1, 3600)
    # a metre per (kilometre per hour) is 3.6 seconds
    assert table.quotient(metre, speed).factor == Fraction(18, 5)
    assert table.quotient(metre, table.unit("meter*second")).name == "meter/(meter*second)"
    assert table.quotient(metre, table.unit("second**2")).name == "meter/second**2"
    assert table.quotient(DIMENSIONLESS, table.unit("hour")).name == "1/hour"
    per_hour = table.quotient(noun, table.unit("hour"))
    assert (per_hour.name, per_hour.base) == ("[count of 车]/hour", "[count of 车]/second")
    assert per_hour.factor == Fraction(1, 3600)
    assert table.counted("").name == "[count of ?]"


@pytest.mark.parametrize(
    ("line", "message", "column"),
    [
        ("kilo- = 10 = x-", "the prefix 'kilo-' is defined already", 1),
        ("x- = 10**100 = x-", "a prefix needs a factor: kilo- = 1000 = k-", 1),
        ("x- = 10**-1 = x-", "a prefix needs a factor: kilo- = 1000 = k-", 1),
        ("meter = 2 * second", "the unit 'meter' is defined already (units/zh.txt:6): take another name", 1),
        ("3x = 3 * meter", "a name begins with a letter: '3x'", 1),
        ("@group", "only @group NAME and @end are known here", 1),
        ("a&b = _ = ab", "'a&b' is neither a name nor a compound of names", 1),
        ("meter**9**9 = _ = mm9", "'meter**9**9' is neither a name nor a compound of names", 1),
        ("furlong = [length", "'[length' is no unit definition", 11),
        ("furlong/second = _ = furlong", "unknown unit 'furlong'", 1),
        ("fps = 2 * furlong/second", "unknown unit 'furlong'", 11),
    ],
)
def test_line_that_is_wrong(line: str, message: str, column: int) -> None:
    assert told(line) == [(message, column)]


def test_compound_that_pint_cannot_read() -> None:
    ((message, column),) = told("(meter = _ = open")
    assert message.startswith("the unit '(meter' does not resolve: ")
    assert column == 1
