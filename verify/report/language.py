"""The languages of the report: what the program itself says, by key.

Comes in: the name of a language.  Goes out: its texts, with counts and lists as that language has them.  The
texts stand in ``languages/``, one file a language; what sources say is in none of them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

_UNIT = "unit."
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Language:
    """One language; its file is read when a first text is asked for."""

    def __init__(self, code: str, words: Mapping[str, str] | None = None) -> None:
        self.code, self._words = code, words or {}

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Every text by its key, ``verdict.conflict.title``."""
        import tomllib  # noqa: PLC0415 - most commands say nothing of it

        content = (files("verify.report") / "languages" / f"{self.code}.toml").read_text("utf-8")
        return dict(_flat(tomllib.loads(content), ""))

    @cached_property
    def words(self) -> Mapping[str, str]:
        """Units and words of the rules by their canonical names."""
        own = {key[len(_UNIT) :]: text for key, text in self.texts.items() if key.startswith(_UNIT)}
        return {**self._words, **own}

    def __call__(self, key: str, **slots: object) -> str:
        """Return a text with its slots filled; KeyError for a key that no language has."""
        text = self.texts[key]
        return text.format(**slots) if slots else text

    def known(self, key: str, otherwise: str) -> str:
        """Return a text, or what is given where the key is a word of the rules or of a source."""
        return self.texts.get(key, otherwise)

    def day(self, iso: str) -> str:
        """Return an ISO day as the language writes it; what is none stays as it is."""
        return self("list.day", **_parts(iso)) if _DAY.fullmatch(iso) else iso

    def days(self, earliest: str, latest: str) -> str:
        """Return ISO days from one to another: ``2024`` for the whole of it, ``2022-01 to 2022-03``."""
        key = "list.day"
        if earliest != latest and earliest.endswith("-01") and _last_of_month(latest):
            whole = earliest.endswith("-01-01") and latest.endswith("-12-31")
            key = "list.year" if whole else "list.month"
        begin, end = (self(key, **_parts(iso)) for iso in (earliest, latest))
        return begin if begin == end else self("list.range", a=begin, b=end)

    def counted(self, number: int, key: str) -> str:
        """Return a count with its noun: ``1 origin``, ``2,000 origins``."""
        form = f"{key}.one" if number == 1 else f"{key}.other"
        return self(form, n=f"{number:,}")

    def listed(self, parts: Sequence[str]) -> str:
        """Return the parts as one enumeration: ``a, b and c``; nothing for none."""
        if len(parts) < 2:
            return "".join(parts)
        return self("list.and", a=self("list.then").join(parts[:-1]), b=parts[-1])


@cache
def language(code: str) -> Language:
    """Return a language by its code, ``en`` or ``zh``."""
    return Language(code)


def told_in(code: str, words: Mapping[str, str]) -> Language:
    """Return a language with the words of the rules; English is what they are in already."""
    return ENGLISH if code == ENGLISH.code else Language(code, words)


ENGLISH = language("en")


def _parts(iso: str) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), map(int, iso.split("-")), strict=True))


def _last_of_month(iso: str) -> bool:
    year, month, day = _parts(iso).values()
    return day == monthrange(year, month)[1]


def _flat(table: Mapping[str, Any], above: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        name = f"{above}{key}"
        found += _flat(value, f"{name}.") if isinstance(value, dict) else [(name, value)]
    return found
