"""Each check on texts of our own: what it must find, what it must leave alone, how often it does.

``tests/checks/CODE/positive.yaml`` holds texts in which the check must find something, ``negative.yaml``
texts in which no check of arithmetic or plausibility may; a list is several documents, ``rules`` beside them
a folder laid over the shipped one.  The floors of recall are pinned, precision is whole; raise them when
more is met.  ``python benchmarks/checks.py`` prints the table.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from checked import reckoned, shipped
from verify import checks
from verify.catalog import load
from verify.catalog.catalog import Catalog
from verify.model.finding import Finding

HERE = Path(__file__).parent
CODES = sorted(folder.name for folder in HERE.iterdir() if folder.name.startswith("V"))
LEAST = 30
FLOORS = {
    "V301": 94,
    "V302": 96,
    "V303": 100,
    "V304": 96,
    "V305": 100,
    "V306": 90,
    "V307": 96,
    "V308": 96,
    "V309": 96,
    "V310": 93,
    "V501": 100,
    "V502": 96,
    "V503": 96,
    "V504": 96,
    "V505": 96,
    "V506": 96,
    "V507": 100,
    "V508": 96,
}
"""Code to the positives, in a hundred, that are found at least; no negative may be."""

Text = str | list[str]


@cache
def catalog(code: str) -> Catalog:
    own = HERE / code / "rules"
    return load.load([load.shipped(), own]) if own.is_dir() else shipped()


def texts(code: str, side: str) -> list[Text]:
    found: list[Text] = yaml.safe_load((HERE / code / f"{side}.yaml").read_text(encoding="utf-8"))
    return found


def findings(code: str, text: Text) -> list[Finding]:
    """Return what the checks of arithmetic and plausibility find in a text, or in several."""
    return reckoned([text] if isinstance(text, str) else text, catalog(code))


@cache
def missed(code: str) -> tuple[str, ...]:
    return tuple(
        str(text)
        for text in texts(code, "positive")
        if code not in {one.code for one in findings(code, text)}
    )


@cache
def cried(code: str) -> tuple[str, ...]:
    return tuple(f"{text}: {one.message}" for text in texts(code, "negative") for one in findings(code, text))


def strayed(code: str) -> list[str]:
    """Return what other checks say of the positives."""
    return [
        f"{text}: {one.message}"
        for text in texts(code, "positive")
        for one in findings(code, text)
        if one.code != code
    ]


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
    assert cried(code) == ()
    assert strayed(code) == []


@pytest.mark.parametrize("code", CODES)
def test_what_is_found(code: str) -> None:
    assert recall(code) >= FLOORS[code], missed(code)


def test_every_code_has_texts_and_a_floor() -> None:
    codes = {code for kind in checks.kinds() for code in kind.CODES if code.startswith(("V3", "V5"))}
    assert codes == set(CODES) == set(FLOORS)


def test_ordinary_sentences_are_left_alone() -> None:
    ordinary: list[str] = yaml.safe_load((HERE / "ordinary" / "sentences.yaml").read_text(encoding="utf-8"))
    assert [f"{text}: {one.message}" for text in ordinary for one in findings("V301", text)] == []


@pytest.mark.parametrize("code", CODES)
def test_a_finding_tells_what_an_editor_needs(code: str) -> None:
    """Expected, found, by how much and which way, and a place."""
    for text in texts(code, "positive"):
        for one in findings(code, text):
            assert one.expected
            assert one.found
            assert one.locations
            assert one.message.startswith(one.locations[0].source_id)
