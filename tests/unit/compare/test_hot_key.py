"""A hundred thousand claims of one fact are sorted and swept, never held against each other by pairs."""

from __future__ import annotations

import datetime as dt

import pytest

from builders import KM, claim, q
from verify.compare import cluster, partition
from verify.compare.gate import Part, Stated, stated
from verify.model.claim import Value
from verify.model.period import Period

CLAIMS = 2000


@pytest.mark.parametrize("step", [1, 7])
def test_values_that_cannot_agree_never_meet(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    agree = cluster.agree

    def counted(a: Value, b: Value) -> bool:
        nonlocal asked
        asked += 1
        return agree(a, b)

    monkeypatch.setattr(cluster, "agree", counted)
    values = [q(f"{1000 + step * n} km", f"{1000 + step * n}", "1", "1", KM) for n in range(CLAIMS)]
    claims = [stated(claim(f"s{n}", value)) for n, value in enumerate(values)]
    found = cluster.clusters(claims)
    assert len(found) == CLAIMS
    assert asked <= 4 * CLAIMS


@pytest.mark.parametrize("step", [0, 7])
def test_days_do_not_meet_day_by_day(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A figure as of two thousand days: always the same, which is one fact, or another every day."""
    asked = 0
    gate = partition.soft_parts

    def counted(a: Stated, b: Stated) -> tuple[tuple[str, Part], ...]:
        nonlocal asked
        asked += 1
        return gate(a, b)

    monkeypatch.setattr(partition, "soft_parts", counted)
    claims = []
    for n in range(CLAIMS):
        day = dt.date(2015, 1, 1) + dt.timedelta(days=n)
        value = q(f"{1000 + step * n} km", f"{1000 + step * n}", "1", "1", KM)
        claims.append(stated(claim(f"s{n}", value, as_of=Period(day.isoformat(), day, day, "day"))))
    found = partition.partition(claims)
    assert len(found) == (CLAIMS if step else 1)
    assert asked <= CLAIMS


def test_of_very_many_values_the_first_and_those_that_leave_least_room_are_asked() -> None:
    values = [q(f"{n} km", f"{n}", "1", "1", KM) for n in range(1000, 1100)]
    claims = [stated(claim(f"s{n}", value)) for n, value in enumerate(values)]
    held = cluster.Agreeing(claims[:1], values[:1])
    for one, value in zip(claims[1:], values[1:], strict=True):
        held.take([one], value)
    assert held.asked == [values[0], values[-1], *values[:60]]
