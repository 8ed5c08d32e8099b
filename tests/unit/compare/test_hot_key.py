"""A hundred thousand claims of one fact are sorted and swept, never held against each other by pairs."""

from __future__ import annotations

import pytest

from builders import KM, claim, q
from verify.compare import cluster
from verify.compare.gate import stated
from verify.model.claim import Value

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
