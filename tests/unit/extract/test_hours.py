"""The hour that a text tells with a day."""

from __future__ import annotations

import datetime as dt

import pytest

from verify import api
from verify.extract.figures.dating import Dates


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("8月12日20时", 20),
        ("8月12日晚8时30分", 20),
        ("8月12日上午10点", 10),
        ("8月12日下午3:20", 15),
        ("8月12日中午12时", 12),
        ("8月12日", None),
        ("8月12日3时间段", None),
        ("8月12日3点5级", None),
        ("as of 6 p.m. on August 13, 2023", 18),
        ("by 10:30 am on Sunday, August 13, 2023", 10),
        ("at 20:00 on August 13, 2023", 20),
        ("on August 13, 2023 at 6 p.m.", 18),
        ("August 13, 2023, 6 people", None),
        ("2023年8月", None),
    ],
)
def test_hour(text: str, hour: int | None) -> None:
    finder = Dates(api.load_rules().languages)
    (date, *_) = finder.alone(text.lower(), dt.date(2023, 8, 14))
    assert date.period is not None
    assert date.period.hour == hour
