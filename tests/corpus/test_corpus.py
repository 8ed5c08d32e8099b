"""One meaning, many spellings: ``<kind>/<language>.yaml``, read by the scanner with the shipped rules.

An entry has a ``name``; ``expect``, the parts of the reading looked at; and ``texts``, each a case of its
own.  Braces mark the figure in its text, without them the whole text is the figure.  Where there are several,
``expect`` is a list.  In the texts of ``unread`` nothing is read as a figure; with ``trouble`` the place is
reported under that code.  Texts stand in a document of 2022-01-26, a Wednesday, or of the entry's ``date``.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from scanned import TODAY, read, scan

HERE = Path(__file__).parent
KINDS = [
    "numerals", "quantities", "hedges", "ranges", "percent", "money", "counts", "durations", "temperature",
    "compute", "data", "rates", "ratios", "changes", "dates", "ignored", "speed", "energy", "ages", "ratings",
    "lists",
]  # fmt: skip
MARK = re.compile(r"[{}]")
KEYS = {"name", "expect", "texts", "unread", "date", "trouble", "why"}

Entry = dict[str, Any]


def cases(key: str) -> list[Any]:
    found = []
    for kind in KINDS:
        for path in sorted((HERE / kind).glob("*.yaml")):
            for entry in yaml.safe_load(path.read_text("utf-8")):
                assert entry.keys() <= KEYS, entry
                found += [
                    pytest.param(entry, text, id=f"{kind}/{path.stem} {entry['name']}: {text}")
                    for text in entry.get(key, ())
                ]
    return found


def date_of(entry: Entry) -> dt.date | None:
    date = entry.get("date", TODAY)
    return dt.date.fromisoformat(date) if isinstance(date, str) else date


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text without its braces, and the places that they mark."""
    places = [mark.start() - number for number, mark in enumerate(MARK.finditer(text))]
    plain = MARK.sub("", text)
    return plain, list(zip(places[::2], places[1::2], strict=True)) or [(0, len(plain))]


@pytest.mark.parametrize(("entry", "text"), cases("texts"))
def test_is_read(entry: Entry, text: str) -> None:
    plain, places = marked(text)
    expected = entry["expect"] if isinstance(entry["expect"], list) else [entry["expect"]] * len(places)
    found = read(plain, date_of(entry))
    assert [one.text for one in found] == [plain[start:end] for start, end in places]
    shown = [one.shown() for one in found]
    assert [
        {key: one.get(key) for key in wanted} for one, wanted in zip(shown, expected, strict=True)
    ] == expected


@pytest.mark.parametrize(("entry", "text"), cases("unread"))
def test_is_not_read(entry: Entry, text: str) -> None:
    found, readings = scan(text, date_of(entry))[0], read(text, date_of(entry))
    assert [one.text for one in readings] == []
    if "trouble" in entry:
        assert entry["trouble"] in [trouble.code for trouble in found.troubles]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_both_languages(kind: str) -> None:
    assert {path.stem for path in (HERE / kind).glob("*.yaml")} == {"zh", "en"}
