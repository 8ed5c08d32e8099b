"""Products of units are worth what pint makes of them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from verify.catalog.load import shipped
from verify.catalog.unit_algebra import Algebra, Worth
from verify.catalog.unit_lines import read_lines
from verify.catalog.unit_load import _registry, load_units

METER = Worth(Fraction(1), (("meter", Fraction(1)),))
HOUR = Worth(Fraction(3600), (("second", Fraction(1)),))
CELSIUS = Worth(Fraction(1), (("kelvin", Fraction(1)),), Fraction("273.15"))
ALGEBRA = Algebra(
    {"meter": METER, "hour": HOUR, "degree": CELSIUS}, {"kilo": Fraction(1000), "k": Fraction(10)}
)


@pytest.mark.parametrize(
    ("expression", "factor", "powers"),
    [
        ("meter", "1", {"meter": 1}),
        ("kilometer", "1000", {"meter": 1}),
        ("kilometer/hour", "5/18", {"meter": 1, "second": -1}),
        ("kilometer / hour", "5/18", {"meter": 1, "second": -1}),
        ("1/hour", "1/3600", {"second": -1}),
        ("kilometer**2", "1000000", {"meter": 2}),
        ("meter**-2", "1", {"meter": -2}),
        ("meter/(hour*kilometer)", "1/3600000", {"second": -1}),
        ("meter/hour/hour", "1/12960000", {"meter": 1, "second": -2}),
        ("meter/hour*hour", "1", {"meter": 1}),
        ("degree/hour", "1/3600", {"kelvin": 1, "second": -1}),
        ("dimensionless", "1", {}),
        ("1", "1", {}),
    ],
)
def test_the_worth_of_a_product(expression: str, factor: str, powers: dict[str, int]) -> None:
    expected = Worth(Fraction(factor), tuple((name, Fraction(power)) for name, power in powers.items()))
    assert ALGEBRA.worth(expression) == expected


def test_only_a_temperature_by_itself_has_an_offset() -> None:
    assert ALGEBRA.worth("degree") == CELSIUS


@pytest.mark.parametrize(
    "expression",
    [
        *(
            "",
            " ",
            "mile",
            "2*meter",
            "meter/2",
            "meter meter",
            "meter/",
            "/meter",
            "**2",
            "meter**",
            "meter^2",
        ),
        *("(meter", "meter)", "meter**100", "meter**2**9", "kilodegree", "米", "meter-hour", "meter**--2"),
        *("kilokilometer", "kilo", "(" * 100_000, "meter*" * 1000 + "meter"),
    ],
    ids=lambda expression: expression[:20],
)
def test_what_no_line_defines(expression: str) -> None:
    with pytest.raises(KeyError):
        ALGEBRA.worth(expression)


def test_pint_agrees_on_every_unit_of_the_shipped_rules() -> None:
    files = [(path.name, path.read_text(encoding="utf-8")) for path in sorted(shipped().glob("units/*.txt"))]
    table = load_units(files)
    registry, _ = _registry(read_lines(files), [])
    names = {*table.spellings.values(), *table.caseless.values()}
    assert len(names) > 500
    for name in sorted(names):
        factor, root = registry.get_root_units(registry.parse_units(name))
        powers = tuple(sorted((base, Fraction(power)) for base, power in root._units.items()))
        worth = table.algebra.worth(name)
        assert worth.powers == powers, name
        assert worth.offset or worth.factor == factor, name
