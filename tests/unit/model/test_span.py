"""Places of a text and of the text that was made of it."""

from __future__ import annotations

import pytest

from verify.model.span import OffsetMap

# "a &amp; b": the derived text is "a & b", its third character stands for five.
ESCAPED = OffsetMap((0, 2, 3), (10, 12, 17), (12, 17, 19))


@pytest.mark.parametrize(
    ("place", "inside"),
    [(10, 0), (11, 1), (12, 2), (14, 2), (16, 2), (17, 3), (18, 4), (9, 0), (40, 4)],
)
def test_a_place_of_the_original_is_found_in_the_derived_text(place: int, inside: int) -> None:
    assert ESCAPED.inside(place) == inside


@pytest.mark.parametrize("position", range(5))
def test_there_and_back_is_the_same_place(position: int) -> None:
    assert ESCAPED.inside(ESCAPED.span(position, position + 1).start) == position


def test_what_is_left_out_of_the_derived_text_belongs_to_what_stands_before_it() -> None:
    # "x<b>y</b>z" shows "xyz".
    shown = OffsetMap((0, 1, 2), (0, 4, 9), (1, 5, 10))
    assert [shown.inside(place) for place in range(10)] == [0, 0, 0, 0, 1, 1, 1, 1, 1, 2]
