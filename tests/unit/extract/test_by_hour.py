"""So many an hour is told apart from so many; a speed is told by any time, and no part of its key."""

from __future__ import annotations

import pytest

from tests.corpus.test_attributes import claims


@pytest.mark.parametrize(
    ("text", "statistic"),
    [
        ("索道每小时可运送1260人。", "per hour"),
        ("索道单向运力1260人/小时。", "per hour"),
        ("The cable car can carry 1,260 people an hour.", "per hour"),
        ("体育场可容纳1260人。", None),
        ("The stadium can hold 1,260 people.", None),
        ("列车时速为每小时350公里。", None),
        ("The train runs at 350 km per hour.", None),
        ("A case took 62 days to try on average.", "mean"),
        ("A case took 62 days to try, and fees were 5 yuan on average.", None),
    ],
)
def test_statistic(text: str, statistic: str | None) -> None:
    assert claims(text)[0].qualifiers.statistic == statistic
