"""What the program says in the reader's language."""

from __future__ import annotations

import pytest

from verify.text.messages import Messages, language_of, messages

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


@pytest.mark.parametrize(
    ("asked", "environment", "language"),
    [
        ("zh", {"LANG": "en_GB.UTF-8"}, "zh"),
        (None, {"LANG": "zh_CN.UTF-8"}, "zh"),
        (None, {"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        (None, {"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, "zh"),
        (None, {"LANG": "fr_FR"}, "en"),
        (None, {}, "en"),
    ],
)
def test_the_language_is_that_of_the_call_else_of_the_locale(
    asked: str | None, environment: dict[str, str], language: str
) -> None:
    assert language_of(asked, environment) == language
