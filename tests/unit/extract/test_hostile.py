"""Text from hostile pages: work grows with the length, nothing raises, no doubtful value is silent."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counting import calls
from scanned import Found, read, scan, shipped
from verify.extract.figures.numerals import NumeralReader
from verify.extract.figures.written import CommonNumerals

GROWTH = 10
MOST_GROWTH = 14
"""Ten times the text may take at most so many times the calls; a quadratic reader takes a hundred."""
FEW = 500
"""Calls that are not judged: shapes are learnt when they are first met."""
LENGTH = 100

PIECES = {
    "digits": "1",
    "digits in groups": "111,",
    "Chinese digits": "一",
    "places": "十百",
    "scales": "亿",
    "scales and digits": "1亿",
    "full stops": "1.",
    "dates": "1月",
    "impossible dates": "9月99日",
    "ISO dates": "2021-",
    "brackets": "（",
    "brackets with digits": "（1",
    "closing brackets": "1）",
    "zero width": "1\u200b",
    "bidi": "1\u202e",
    "Arabic digits": "٣",
    "lookalikes": "1O",
    "raised digits": "10⁹",
    "powers": "1e9 ",
    "hedges": "约",
    "hedges and digits": "约超过近1",
    "ranges": "1-",
    "ratios": "1:",
    "lists": "1、",
    "percent": "百分之",
    "fractions": "三分之",
    "per": "每秒",
    "rates": "5元/",
    "currencies": "$",
    "units": "平方",
    "words": "two hundred and ",
    "letters": "a",
    "letters and digits": "a1",
    "spaces": "1 ",
    "quotation marks": "“一",
    "full stops alone": ".",
    "plus": "1+",
    "minus": "-1",
    "half": "半",
    "degrees": "度1",
    "measure words": "个多",
    "open numbers": "数十",
    "commas": "1，",
    "addresses": "www.",
    "mail": "a@",
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_work_grows_with_length(piece: str) -> None:
    scan(piece * GROWTH)  # what is compiled or looked up once is not counted
    small = calls(lambda: scan(piece * LENGTH))
    # twice: folding looks through what it has learnt now and then, whatever it reads just then
    large = min(calls(lambda: scan(piece * LENGTH * GROWTH)) for _ in range(2))
    assert large <= small * MOST_GROWTH + FEW


@pytest.mark.parametrize(
    "text",
    [
        "1" * 1_000_000,
        "1" * 20_000,
        "一" * 5_000,
        "亿" * 2_000,
        "1." * 5_000,
        "1月" * 3_000,
        "9月99日" * 1_000,
    ],
    ids=lambda text: f"{text[:5]}…",
)
def test_long_runs_state_no_value_of_their_own(text: str) -> None:
    result, found = scan(text)
    assert [one.text for one in found if one.quantity is not None] == []
    assert [trouble for trouble in result.troubles if trouble.span.end > len(text)] == []


def only(text: str) -> Found:
    found = read(text)
    assert len(found) == 1, [one.text for one in found]
    return found[0]


INVISIBLE = [
    "37\u200b40人",
    "37\u206040人",
    "3\u202e740\u202c人",
    "\ufeff3740人",
    "3\u00ad740人",
    "3740\u200d人",
]


@pytest.mark.parametrize("text", INVISIBLE, ids=ascii)
def test_invisible_characters_hide_nothing(text: str) -> None:
    found = only(text)
    assert found.shown()["value"] == "3740"
    assert found.text.endswith("人")


@pytest.mark.parametrize("text", ["３７４０人", "٣٧٤٠人", "३७४०人", "௩௭௪௦人"], ids=ascii)
def test_digits_of_other_scripts_have_their_worth(text: str) -> None:
    assert only(text).shown()["value"] == "3740"


@pytest.mark.parametrize("text", ["1O0人", "3l40人", "37〇4〇人", "1О0人", "1ο0人"], ids=ascii)
def test_lookalikes_are_reported_and_not_read(text: str) -> None:
    result, _ = scan(text)
    assert read(text) == []
    assert [trouble.code for trouble in result.troubles] == ["doubtful-digits"]


CASES: list[tuple[str, Callable[[str], bool]]] = [
    ("9月99日", lambda code: code == "impossible-date"),
    ("1" * 200 + "人", lambda code: code == "numeral-too-long"),
    ("三" * 200 + "人", lambda code: code == "numeral-too-long"),
    ("5兆", lambda code: code == "ambiguous-scale"),
    ("5qux", lambda code: code == "unknown-unit"),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:8] for text, _ in CASES])
def test_doubt_is_an_issue_with_its_place(text: str, expected: Callable[[str], bool]) -> None:
    troubles = scan(text)[0].troubles
    assert any(expected(trouble.code) for trouble in troubles)
    assert all(0 <= trouble.span.start < trouble.span.end <= len(text) for trouble in troubles)


def test_a_long_run_of_numerals_is_looked_at_piece_by_piece() -> None:
    reader = CommonNumerals(NumeralReader(shipped().languages))
    match = reader._run.match("一亿二三" * 1_000, 0)  # each numeral looks at its own characters
    assert match is not None and match.end() <= 16
    assert len(read("一亿二三" * 200)) == 2 * len(read("一亿二三" * 100))
