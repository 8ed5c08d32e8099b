"""Slips that would explain a disagreement, each at its edges."""

from __future__ import annotations

import pytest

from builders import CELSIUS, KM, M2, MU, SHARE, M, q
from verify.compare.flags import flags
from verify.model.quantity import Quantity, Unit

KELVIN = Unit("kelvin", "kelvin")


def m(number: str, u: str = "1", unit: Unit = M) -> Quantity:
    return q(number, number, u, None, unit)


ROWS = [
    # one is the other times a power of ten …
    (m("374"), m("37400", "100"), "magnitude slip"),
    (m("374"), m("374", unit=KM), "magnitude slip"),
    (m("0.5", "0.1"), m("0.05", "0.01"), "magnitude slip"),
    # … but for rounding: 2145 × 10 = 21450 is where 21500 to the hundred begins, 21440 lies below it
    (m("2145"), m("21500", "100"), "magnitude slip"),
    (m("2144"), m("21500", "100"), ""),
    (m("3123"), m("31000"), ""),
    # … of at most 5 %, of the larger of the two
    (m("95"), m("1000", "100"), "magnitude slip"),
    (m("94"), m("1000", "100"), ""),
    (m("100", "10"), m("950", "10"), "magnitude slip"),
    (m("10"), m("950", "10"), "magnitude slip"),
    (m("100", "10"), m("949"), ""),
    # what is not times a power above 1
    (m("100"), m("104"), ""),
    (m("5"), m("0"), ""),
    (m("0"), m("0"), ""),
    (m("-5"), m("50"), ""),
    (m("-5"), m("-50"), "magnitude slip"),
    # degrees begin where they please: 27 °C are 300.15 K
    (m("27", unit=CELSIUS), m("30", unit=KELVIN), ""),
    (m("27", unit=CELSIUS), m("270", unit=CELSIUS), ""),
    (m("189"), m("198"), "digits swapped"),
    (m("18.9", "0.1", SHARE), m("19.8", "0.1", SHARE), "digits swapped"),
    (m("1.89", "0.01", KM), m("1980"), "digits swapped"),
    (m("-189"), m("198"), ""),
    (m("189"), m("981"), ""),
    (m("1234"), m("2143"), ""),
    # 7 亩 are 14000/3 m²: no digits to compare with 41000
    (m("41000", unit=M2), m("7", unit=MU), ""),
    (m("55"), m("56"), "off by one"),
    (m("-1"), m("0"), "off by one"),
    (m("55"), m("57"), ""),
    (m("5.5", "0.1"), m("6.5", "0.1"), ""),
    (m("5", unit=KM), m("6"), ""),
    (m("12"), m("21"), "digits swapped"),
    (m("10"), m("1"), "magnitude slip"),
    (m("0.9", "0.1"), m("9"), "magnitude slip"),
    # ratios (1:10, 1:12) have no last digit, so none that is swapped
    (m("0.1", "0"), m("1/12", "0"), ""),
]


@pytest.mark.parametrize(("a", "b", "told"), ROWS, ids=[f"{a.stated} {b.stated}" for a, b, _ in ROWS])
def test_slip(a: Quantity, b: Quantity, told: str) -> None:
    assert flags(a, b) == flags(b, a) == ((told,) if told else ())
