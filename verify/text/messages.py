"""Words of the program in the reader's language.

Comes in: an English text and what it is filled with.  Goes out: the same in the language that was asked for.
English is what the code says; each other language has a catalogue ``messages/LANG.yaml`` in the package
that speaks, English to translation, as gettext has it.  What has no entry stays English.  Quotations never
come here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

import yaml

__all__ = ["LANGUAGES", "Messages", "messages"]

LANGUAGES = ("en", "zh")


class Messages:
    """Says things in one language.

    Args:
        language: One of ``LANGUAGES``.
        told: English to translation.
    """

    def __init__(self, language: str, told: Mapping[str, str]) -> None:
        self.language = language
        self._told = told

    def __call__(self, english: str, /, **parts: object) -> str:
        """Return a text; ``parts`` fill its ``{names}``."""
        text = self._told.get(english, english)
        return text.format_map(parts) if parts else text

    def counted(self, one: str, many: str, n: int, /, **parts: object) -> str:
        """Return the text for one or for many, with ``n`` in it; a language without plurals has many."""
        english = one if n == 1 and self.language == "en" else many
        return self(english, n=f"{n:,}", **parts)


@lru_cache(maxsize=16)
def messages(language: str, *packages: str) -> Messages:
    """Return what the packages say in a language; the catalogue of a later one wins."""
    told: dict[str, str] = {}
    if language != "en":
        for package in packages:
            file = files(package) / "messages" / f"{language}.yaml"
            told |= yaml.safe_load(file.read_text(encoding="utf-8")) or {}
    return Messages(language, told)
