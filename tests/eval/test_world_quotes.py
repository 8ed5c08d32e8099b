"""The worlds themselves: every quote stands in its document, and every relation is one that the scorer knows.

The worlds are judged by hand, so a slip of the pen in one would be counted against the program.  The same
holds for the groups that were judged by reading.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

WORLDS = Path(__file__).parent / "worlds"
FILES = sorted(WORLDS.glob("*/*.yaml"))
EXPECTED = {"agree", "conflict", "separate", "none"}

Topic = dict[str, Any]


def topics(file: Path) -> list[Topic]:
    found: list[Topic] = yaml.safe_load(file.read_text("utf-8"))
    return found


def places(topic: Topic) -> list[tuple[str, str, str, str, str]]:
    """Return the relations of a topic; a row of another shape fails here."""
    return [(left, quote, right, other, said) for left, quote, right, other, said in topic["relations"]]


def span(topic: Topic, name: str, quote: str) -> tuple[str, int, int]:
    """Return where the first occurrence of a quote stands."""
    start = topic["docs"][name].index(quote)
    return name, start, start + len(quote)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name} {file.stem}")
def test_every_quote_stands_in_its_document(file: Path) -> None:
    missing = [
        (topic["topic"], name, quote)
        for topic in topics(file)
        for left, one, right, other, said in places(topic)
        for name, quote in ((left, one), (right, other))
        if not (said == "none" and name == quote == "")
        and not (isinstance(quote, str) and quote and quote in topic["docs"].get(name, ""))
    ]
    assert missing == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name} {file.stem}")
def test_a_relation_is_known_and_joins_two_places_once(file: Path) -> None:
    for topic in topics(file):
        seen: set[frozenset[tuple[str, int, int]]] = set()
        for left, quote, right, other, said in places(topic):
            assert said in EXPECTED, (topic["topic"], said)
            assert (said == "none") == (right == other == ""), (topic["topic"], quote)
            ends = [span(topic, left, quote)]
            ends += [span(topic, right, other)] if right else []
            assert len(set(ends)) == len(ends), (topic["topic"], quote, "two quotes at one place")
            assert frozenset(ends) not in seen, (topic["topic"], quote, other, "judged twice")
            seen.add(frozenset(ends))


def test_every_judged_figure_stands_in_its_document() -> None:
    folder = Path(__file__).parent / "precision"
    docs = {topic["topic"]: topic["docs"] for topic in topics(folder / "corpora.yaml")}
    judged = topics(folder / "judged.yaml")
    assert len(judged) >= 100
    for group in judged:
        assert group["judgement"] in {"right", "wrong"}
        for file, quote in (figure.split(" ", 1) for figure in group["figures"]):
            assert quote in docs[group["topic"]][file], (group["topic"], quote)
