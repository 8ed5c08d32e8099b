"""What the program itself says, in the reader's language.

Comes in: a language and the package that speaks.  Goes out: its texts, which stand in ``languages/LANG.toml``
of the package.  Texts are said by key.  What is written in English where it is said (why a field cannot be
taken, the words of the editors' page) is told by that English, in the table ``phrase`` of the language, as
gettext has it, and stays English where nobody translated it.  What sources say never comes here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files
from typing import Any

__all__ = ["LANGUAGES", "Texts"]

LANGUAGES = ("en", "zh")
_PHRASE = "phrase."


class Texts:
    """What a package says in a language, one of ``LANGUAGES``; its file is read with the first text."""

    def __init__(self, package: str, code: str) -> None:
        self.package, self.code = package, code

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Every text by its key, ``verdict.conflict.title``."""
        import tomllib  # noqa: PLC0415 - most commands say nothing of it

        content = (files(self.package) / "languages" / f"{self.code}.toml").read_text("utf-8")
        return dict(_flat(tomllib.loads(content), ""))

    def __call__(self, key: str, /, **slots: object) -> str:
        """Return a text with its slots filled; KeyError for a key that no language has."""
        text = self.texts[key]
        return text.format_map(slots) if slots else text

    def known(self, key: str, otherwise: str) -> str:
        """Return a text, or what is given where the key is a word of the rules or of a source."""
        return self.texts.get(key, otherwise)

    def phrase(self, english: str, /, **slots: object) -> str:
        """Return what is written in English where it is said, with its slots filled."""
        text = self.texts.get(_PHRASE + english, english)
        return text.format_map(slots) if slots else text

    def counted(self, number: int, key: str) -> str:
        """Return a count with its noun: ``1 origin``, ``2,000 origins``."""
        form = f"{key}.one" if number == 1 else f"{key}.other"
        return self(form, n=f"{number:,}")


def _flat(table: Mapping[str, Any], above: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        name = f"{above}{key}"
        found += _flat(value, f"{name}.") if isinstance(value, dict) else [(name, value)]
    return found
