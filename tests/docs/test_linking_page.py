"""The table of points in docs/semantics.md is the one that linking follows."""

from __future__ import annotations

import re

from told import ROOT
from verify.resolve.weights import ENOUGH, JOIN, POINTS, PROPOSE, RETOLD_POINTS

PAGE = (ROOT / "docs" / "semantics.md").read_text(encoding="utf-8")


def test_points_are_those_of_the_program() -> None:
    rows = re.findall(r"^\| ([^|]+) \| ([+-]\d+) \|$", PAGE, re.MULTILINE)
    assert {feature: int(points) for feature, points in rows} == POINTS | RETOLD_POINTS


def test_thresholds_are_those_of_the_program() -> None:
    assert f"From **{JOIN}** points on two things are joined. From **{PROPOSE}** to {JOIN - 1} they" in PAGE
    assert f"From **{ENOUGH}** points on\nthey are one fact" in PAGE
