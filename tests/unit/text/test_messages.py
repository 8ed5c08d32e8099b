"""What the program says in the reader's language."""

from __future__ import annotations

import pytest

from verify.text.messages import Messages, messages

ZH = Messages("zh", {"Queue": "待定事项", "{n} groups": "{n} 组"})


def test_a_text_is_said_in_the_language_asked_for() -> None:
    assert ZH("Queue") == "待定事项"
    assert ZH("Never translated") == "Never translated"
    assert messages("en", "verify.report")("Queue") == "Queue"


@pytest.mark.parametrize(
    ("say", "n", "told"),
    [(Messages("en", {}), 1, "1 group"), (Messages("en", {}), 1200, "1,200 groups"), (ZH, 1, "1 组")],
)
def test_one_and_many(say: Messages, n: int, told: str) -> None:
    assert say.counted("{n} group", "{n} groups", n) == told


def test_braces_of_a_quotation_are_not_filled() -> None:
    assert ZH("{n} groups", n="{0.__class__}") == "{0.__class__} 组"
