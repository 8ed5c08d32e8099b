"""What steers a terminal, a line or the log of a CI service is shown as a sign."""

from __future__ import annotations

import json
import unicodedata

import pytest

from verify.text.visible import inert_json, inline, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("\x9b31m", "⟨U+009B⟩31m"),
        ("a\u202eb\u202c", "a⟨U+202E⟩b⟨U+202C⟩"),
        ("a\u200bb", "a⟨U+200B⟩b"),
        ("\ufeffa", "⟨U+FEFF⟩a"),
        ("\U000e0041", "⟨U+E0041⟩"),
        ("a\u200fb", "a⟨U+200F⟩b"),
        ("::error::x", "⟨::⟩error::x"),
        ("a\n \u3000::warning::x", "a\n \u3000⟨::⟩warning::x"),
        ("\r\n::error::x", "\n⟨::⟩error::x"),
        ("a ::error::x", "a ::error::x"),
        ("a ##[error]x", "a ⟨##⟩[error]x"),
        ("##vso[task.setvariable]x", "⟨##⟩vso[task.setvariable]x"),
        ("##TeamCity[x]", "⟨##⟩TeamCity[x]"),
        ("## Heading\n[a](b)", "## Heading\n[a](b)"),
        ("☎️ 約25億元", "☎️ 約25億元"),
    ],
)
def test_what_does_something_is_a_sign(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert visible(shown) == shown


def test_a_line_stays_one() -> None:
    assert inline("a\nb\tc\r\n::d") == "a␊b c␍␊::d"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\x9b\x7f\u202e", r'"\u009b\u007f\u202e"'),
        ("\U000e0041", r'"\udb40\udc41"'),
        ("😀約25億元", '"😀約25億元"'),
        ("a\n::b", r'"a\n::b"'),
        (r"\##[error]", r'"\\\u0023#[error]"'),
    ],
)
def test_json_means_the_same(text: str, written: str) -> None:
    told = inert_json(json.dumps(text, ensure_ascii=False))
    assert told == written
    assert json.loads(told) == text


def test_every_control_and_mark_of_direction_has_a_sign() -> None:
    unseen = [
        chr(code)
        for code in range(0x110000)
        if chr(code) not in "\t\n"
        and (
            unicodedata.category(chr(code)) == "Cc"
            or unicodedata.bidirectional(chr(code))
            in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
        )
    ]
    assert len(unseen) == 72  # 65 controls less two that stay, nine for direction
    assert all(visible(char) not in ("", char) for char in unseen)
