"""Which decisions stand when the sources change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verify.model.judgement import Choice, Judgement, Pin, State
from verify.review.pins import standing
from verify.text.refinding import find_again

HIGH = Pin(
    "a.txt", "86米", "水库总库容3.2亿立方米，坝高", "，总投资约25亿元", "point 86 meter bare [85.5, 86.5)"
)
LOW = Pin("b.txt", "68米", "大坝高", "，投资21亿元", "point 68 meter bare [67.5, 68.5)")
JUDGED = Judgement("g-1", Choice.PREFER_LEFT, "the operator says so", (HIGH, LOW), 0, 1)
OTHER_WORDS = replace(HIGH, quote="八十六米", path="c.txt")
OTHER_VALUE = replace(HIGH, quote="96米", value="point 96 meter bare [95.5, 96.5)")


@pytest.mark.parametrize(
    ("now", "state", "why"),
    [
        ([HIGH, LOW], State.STANDS, ""),
        ([LOW, HIGH], State.STANDS, ""),
        ([HIGH, LOW, OTHER_WORDS], State.STANDS, ""),  # one more source says what was judged
        ([HIGH, LOW, OTHER_VALUE], State.STALE, "not judged: 96米"),
        ([OTHER_VALUE, LOW], State.STALE, "not judged: 96米"),
        ([HIGH], State.STALE, "no longer said: 68米"),
        ([], State.ORPHANED, "in no source any more"),
    ],
)
def test_a_decision_holds_for_the_values_it_judged(now: list[Pin], state: State, why: str) -> None:
    found = standing(JUDGED, now)
    assert found.state is state
    assert why in str(found)


MOVED = replace(HIGH, path="renamed.txt")
EDITED = replace(HIGH, prefix="水库的总库容3.2亿立方米，坝高", suffix="，总投资约25亿")
ELSEWHERE = Pin("z.txt", "86米", "一座桥，桥面高", "，昨天通车", HIGH.value)


@pytest.mark.parametrize(
    ("candidates", "place"),
    [
        ([LOW, HIGH], 1),  # exactly
        ([HIGH, MOVED], 0),  # the same file first
        ([LOW, MOVED], 1),  # the file has another name
        ([LOW, OTHER_VALUE], 1),  # the figure was mended between the same words
        ([LOW, EDITED], 1),  # the words around it were polished
        ([LOW, ELSEWHERE], None),  # the same figure of something else
        ([], None),
    ],
)
def test_a_quotation_is_found_again_by_its_words(candidates: list[Pin], place: int | None) -> None:
    assert find_again(HIGH, candidates) == place
