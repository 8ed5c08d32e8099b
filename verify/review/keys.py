"""Verdicts with their words and keys, and the other keys of the page: one table for page, help and script."""

from __future__ import annotations

from dataclasses import dataclass

from verify.model.judgement import Choice

__all__ = ["CHOICES", "KEYS", "STATES", "ChoiceWords"]


@dataclass(frozen=True, slots=True)
class ChoiceWords:
    """A verdict as the page shows it."""

    choice: Choice
    key: str
    label: str
    meaning: str
    sides: bool = False
    """True where it needs two sources."""


CHOICES = (
    ChoiceWords(Choice.PREFER_LEFT, "1", "Prefer left", "The left source is to be followed", sides=True),
    ChoiceWords(Choice.PREFER_RIGHT, "2", "Prefer right", "The right source is to be followed", sides=True),
    ChoiceWords(Choice.BOTH_STAND, "3", "Both stand", "The figures fit together after all", sides=True),
    ChoiceWords(
        Choice.DIFFERENT_SCOPE,
        "4",
        "Different scope",
        "They tell of different parts, times or things",
        sides=True,
    ),
    ChoiceWords(Choice.SUPERSEDED, "5", "Superseded", "One of them was right in its time", sides=True),
    ChoiceWords(Choice.EXTRACTION_WRONG, "6", "Extraction wrong", "The program misread a source"),
    ChoiceWords(Choice.NOT_A_CLAIM, "7", "Not a claim", "The figure states no fact"),
    ChoiceWords(Choice.NEEDS_CORRECTION, "8", "Needs correction", "A source has to be put right"),
    ChoiceWords(Choice.UNRESOLVED, "9", "Unresolved", "Looked at, and open"),
)

KEYS = (
    ("1 – 9", "choose a verdict; Enter in the reason, or the button, sends it"),
    ("r", "write the reason"),
    ("j / k", "next, previous item; in the queue, one row down, up: Enter opens it"),
    ("[ / ]", "another source at the right; in the queue, another page"),
    ("u / U", "undo, redo: asks first"),
    ("/", "search"),
    ("g", "to the queue"),
    ("d", "to the decisions"),
    ("l", "to the log"),
    ("n", "to the names"),
    ("?", "these keys"),
    ("Esc", "out of a field, so that keys work again"),
)

STATES = ("open", "decided", "corrected", "stale")
"""Of an item, beside the verdicts: what a filter offers."""
