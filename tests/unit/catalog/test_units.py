"""The unit table from lines of its own: spellings, prefixes, quotients, and lines that are wrong."""

from __future__ import annotations

from fractions import Fraction

import pytest

from verify.catalog.units import load_units
from verify.errors import RulesError
from verify.model.quantity import DIMENSIONLESS

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


def told(*lines: str) -> list[str]:
    with pytest.raises(RulesError) as raised:
        load_units([("units/zh.txt", LINES + "\n".join(lines))])
    return [problem.message for problem in raised.value.problems]


def test_longest_spelling_wins_and_ends_with_its_word() -> None:
    table = load_units([("units/zh.txt", LINES)])
    assert table.match("千米外", 0) == ("kilometer", 2)
    assert table.match("米外", 0) == ("meter", 1)
    assert table.match("mps", 0) == ("meter/second", 3)
    assert table.match("mp", 0) is None
    assert table.match("METER", 0) == ("meter", 5)
    assert table.match("外", 0) is None


def test_worth_of_a_unit() -> None:
    table = load_units([("units/zh.txt", LINES)])
    found = table.unit("kilometer/hour")
    assert (found.base, found.factor) == ("meter/second", Fraction(5, 18))
    assert table.unit("dimensionless") == DIMENSIONLESS
    assert table.unit("degree").base == "dimensionless"
    assert table.unit("1/second").base == "1/second"
    with pytest.raises(KeyError, match="furlong"):
        table.unit("furlong")


def test_quotients() -> None:
    table = load_units([("units/zh.txt", LINES)])
    metre, speed, noun = table.unit("meter"), table.unit("kilometer/hour"), table.counted("车")
    assert table.quotient(metre, table.unit("hour")).factor == Fraction(1, 3600)
    # a metre per (kilometre per hour) is 3.6 seconds
    assert table.quotient(metre, speed).factor == Fraction(18, 5)
    assert table.quotient(DIMENSIONLESS, table.unit("hour")).name == "1/hour"
    per_hour = table.quotient(noun, table.unit("hour"))
    assert (per_hour.name, per_hour.base) == ("[count of 车]/hour", "[count of 车]/second")
    assert per_hour.factor == Fraction(1, 3600)
    assert table.counted("").name == "[count of ?]"


def test_nearest_spelling() -> None:
    table = load_units([("units/zh.txt", LINES)])
    assert table.nearest("metre") == "meter"
    assert table.nearest("〇〇〇〇") is None


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("kilo- = 10 = x-", "the prefix 'kilo-' is defined already"),
        ("meter = 2 * second", "the unit 'meter' is defined already (units/zh.txt:6): take another name"),
        ("a&b = _ = ab", "'a&b' is neither a name nor a compound of names"),
        ("meter**9**9 = _ = mm9", "'meter**9**9' is neither a name nor a compound of names"),
        ("furlong/second = _ = fps", "unknown unit 'furlong'"),
    ],
)
def test_line_that_is_wrong(line: str, message: str) -> None:
    assert told(line) == [message]


def test_compound_that_pint_cannot_read() -> None:
    (message,) = told("(meter = _ = open")
    assert message.startswith("the unit '(meter' does not resolve: ")
