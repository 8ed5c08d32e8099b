"""The cells that a text takes in a terminal, where wide characters take two."""

from __future__ import annotations

import unicodedata


def cells(text: str) -> int:
    """Return the width of a text in cells; what combines with the character before it takes none."""
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
