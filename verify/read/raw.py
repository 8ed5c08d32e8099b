"""A file as a format reader gets it."""

from __future__ import annotations

from dataclasses import dataclass

from verify.read.fields import Labels
from verify.read.words import Words


@dataclass(frozen=True, slots=True)
class Raw:
    """The decoded text of one file, and what is known of it."""

    path: str
    """Relative; the id of the source, or the beginning of the ids of its rows."""
    suffix: str
    """Lower case, with its dot."""
    text: str
    sha256: str
    own: bool
    labels: Labels
    words: Words
