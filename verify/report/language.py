"""The languages of the report: its texts, with units, days and lists as each language has them.

Comes in: the name of a language.  Goes out: the texts of ``languages/`` beside this module.  The words of the
rules in the language are given by whoever knows the rules.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from functools import cache, cached_property

from verify.text.language import Texts

_UNIT = "unit."
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Language(Texts):
    """One language of the report."""

    def __init__(self, code: str, words: Mapping[str, str] | None = None) -> None:
        super().__init__("verify.report", code)
        self._words = words or {}

    @cached_property
    def words(self) -> Mapping[str, str]:
        """Units and words of the rules by their canonical names."""
        own = {key[len(_UNIT) :]: text for key, text in self.texts.items() if key.startswith(_UNIT)}
        return {**self._words, **own}

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
