"""Each check on texts of our own: what it must find, what it must leave alone, how often it does.

``tests/checks/CODE/positive.yaml`` holds texts in which the check must find something, ``negative.yaml``
texts in which it may find nothing, and no check of its family anything graver than a note; a list is several
documents (``printed`` tells the form), ``rules`` beside them a folder laid over the shipped one.  The floors
of recall are pinned, precision is whole but where ``PRECISIONS`` says otherwise; raise them when more is met.
``python benchmarks/checks.py`` prints the table.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import printed
from verify import checks
from verify.model.finding import Finding, Severity

HERE = Path(__file__).parent
CODES = sorted(folder.name for folder in HERE.iterdir() if folder.name.startswith("V"))
LEAST = 30
FLOORS = {
    "V101": 100,
    "V102": 92,
    "V103": 85,
    "V104": 96,
    "V105": 93,
    "V106": 85,
    "V107": 97,
    "V108": 100,
    "V109": 100,
    "V110": 97,
    "V201": 92,
    "V202": 97,
    "V203": 100,
    "V204": 100,
    "V205": 100,
    "V206": 100,
    "V207": 100,
    "V301": 97,
    "V302": 97,
    "V303": 100,
    "V304": 96,
    "V305": 100,
    "V306": 89,
    "V307": 97,
    "V308": 96,
    "V309": 91,
    "V310": 94,
    "V401": 96,
    "V402": 100,
    "V501": 100,
    "V502": 100,
    "V503": 96,
    "V504": 96,
    "V505": 96,
    "V506": 100,
    "V507": 100,
    "V508": 96,
    "V601": 97,
    "V602": 100,
    "V603": 100,
    "V604": 100,
    "V605": 100,
    "V606": 100,
}
"""Code to the positives, in a hundred, that are found at least."""
PRECISIONS: dict[str, int] = {
    "V201": 97,
}
"""Code to the findings, in a hundred, that are right at least; 100 for all others."""
_ONE_SIDED = {"V601", "V602"}
"""Nothing stands against what they tell."""
_FAMILIES = {"V3": ("V3", "V5"), "V5": ("V3", "V5")}
"""Families whose checks are held against each other; of any other code, its own."""


def texts(code: str, side: str) -> list[Any]:
    found: list[Any] = yaml.safe_load((HERE / code / f"{side}.yaml").read_text(encoding="utf-8"))
    return found


def findings(code: str, text: Any) -> list[Finding]:
    """Return what the family of a code finds in a text, or in several; of notes only its own."""
    rules = [own] if (own := HERE / code / "rules").is_dir() else []
    family = _FAMILIES.get(code[:2], (code[:2],))
    told = printed.report(text, rules).findings
    return [
        one
        for one in told
        if one.code == code or (one.code.startswith(family) and one.severity is not Severity.NOTE)
    ]


@cache
def results(code: str, side: str) -> tuple[tuple[str, tuple[Finding, ...]], ...]:
    """Return the texts of a side, each with what is found in it."""
    return tuple((str(text), tuple(findings(code, text))) for text in texts(code, side))


def missed(code: str) -> tuple[str, ...]:
    return tuple(text for text, found in results(code, "positive") if code not in {one.code for one in found})


def cried(code: str) -> tuple[str, ...]:
    return tuple(
        f"{text}: {one.code} {one.message}" for text, found in results(code, "negative") for one in found
    )


def strayed(code: str) -> tuple[str, ...]:
    """Return what other checks say of the positives."""
    return tuple(
        f"{text}: {one.code} {one.message}"
        for text, found in results(code, "positive")
        for one in found
        if one.code != code
    )


def recall(code: str) -> int:
    count = len(texts(code, "positive"))
    return 100 * (count - len(missed(code))) // count


def precision(code: str) -> int:
    found = len(texts(code, "positive")) - len(missed(code))
    wrong = len(cried(code)) + len(strayed(code))
    return 100 * found // max(1, found + wrong)


@pytest.mark.parametrize("code", CODES)
def test_there_are_enough_texts(code: str) -> None:
    for side in ("positive", "negative"):
        told = [str(text) for text in texts(code, side)]
        assert len(told) == len(set(told)) >= LEAST, side


@pytest.mark.parametrize("code", CODES)
def test_no_false_alarm(code: str) -> None:
    wanted = PRECISIONS.get(code, 100)
    assert precision(code) >= wanted, (*cried(code), *strayed(code))


@pytest.mark.parametrize("code", CODES)
def test_what_is_found(code: str) -> None:
    assert recall(code) >= FLOORS[code], missed(code)


def test_every_code_has_texts_and_a_floor() -> None:
    codes = {code for kind in checks.kinds() for code in kind.CODES}
    assert codes == set(CODES) == set(FLOORS)


def test_the_page_tells_what_is_pinned() -> None:
    page = (HERE.parents[1] / "docs" / "testing.md").read_text(encoding="utf-8")
    for code in CODES:
        counts = " | ".join(str(len(texts(code, side))) for side in ("positive", "negative"))
        assert f"| {code} | {counts} | {PRECISIONS.get(code, 100)} % | {FLOORS[code]} % |" in page


def test_ordinary_sentences_are_left_alone() -> None:
    ordinary: list[str] = yaml.safe_load((HERE / "ordinary" / "sentences.yaml").read_text(encoding="utf-8"))
    assert [f"{text}: {one.message}" for text in ordinary for one in findings("V301", text)] == []


@pytest.mark.parametrize("code", CODES)
def test_a_finding_tells_what_an_editor_needs(code: str) -> None:
    """What was expected and found, and a place."""
    for _, found in results(code, "positive"):
        for one in found:
            assert one.found or one.expected or code in _ONE_SIDED
            assert one.locations
            assert one.locations[0].source_id in one.message
